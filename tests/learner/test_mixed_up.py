"""What is mixed up: seen in attempts and in wrong choices, counted, said, reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from course.learner.mixed_up import MixedUp, MixUps, mixed_up
from course.learner.questions import identity
from course.learner.records import Answer, Attempt
from course.learner.session import Session
from course.locations import Locations
from course.model import CheckReport, Diagnosis, Verdict
from course.plain.progress import lines_of_progress

FIRST = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
FILE = """\
returning:
  name: Printing and returning
  words: You print a value where the caller needs it.
  apart: One shows it, the other gives it back.
  question: basics/functions#3
  causes: [prints_instead]
  mistakes: [basics/double/adds]
  choices:
    basics/functions#3: [HI]
    basics/functions#4: ["`print(total)`"]
"""


class Clock:
    now = FIRST

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(own_course: Locations, clock: Clock) -> Iterator[Session]:
    (own_course.lessons / "misconceptions.yaml").write_text(FILE, encoding="utf-8")
    opened = Session.open(own_course, clock=clock)
    for step in range(8):
        opened.visit("basics/functions", step)
    yield opened
    opened.store.close()


def fails(session: Session, *mistakes: str, exercise: str = "basics/double") -> None:
    session.store.append(
        Attempt(
            **session.store.new_row(),
            exercise=exercise,
            verdict="failed",
            mistakes=mistakes,
            source_hash="h",
            source="s",
        )
    )


def answers(session: Session, step: int, answer: object) -> None:
    asked = session.catalogue.lesson("basics/functions").steps[step]
    session.store.append(
        Answer(
            **session.store.new_row(),
            lesson="basics/functions",
            step=step,
            question=identity(asked),
            correct=False,
            answer=answer,
        )
    )


def test_causes_mistakes_and_wrong_choices_count_and_the_same_once_a_day(
    session: Session, clock: Clock
) -> None:
    assert mixed_up(session.store, session.catalogue) == ()
    fails(session, "prints_instead", "other")
    fails(session, "prints_instead")
    fails(session, "adds", exercise="basics/label")
    answers(session, 2, "HI")
    answers(session, 2, "hi")
    (one,) = mixed_up(session.store, session.catalogue)
    assert (one.times, one.lesson, one.question) == (2, "basics/functions", 2)
    assert one.told == (
        "You print a value where the caller needs it. You have mixed these up twice."
    )
    clock.now += timedelta(days=1)
    fails(session, "adds")
    answers(session, 3, [1])
    assert mixed_up(session.store, session.catalogue)[0].times == 4
    told = "\n".join(lines_of_progress(session))
    assert "You have mixed these up 4 times. One shows it" in told
    assert "step 3" in told


def test_a_wrong_choice_of_a_variant_counts_as_the_one_it_stands_for(
    own_course: Locations,
) -> None:
    (own_course.lessons / "misconceptions.yaml").write_text(FILE, encoding="utf-8")
    lesson = own_course.lessons / "01-basics" / "01-functions.yaml"
    because = "      because: There is no `return`"
    variants = '      variants: {"hi, HI": ["yes, YES", "tea, TEA"]}\n'
    text = lesson.read_text(encoding="utf-8").replace(because, variants + because)
    lesson.write_text(text, encoding="utf-8")
    opened = Session.open(own_course, clock=Clock())
    for answer in ("TEA", "YES", "tea", "None"):
        answers(opened, 2, answer)
    shown = MixUps(opened.catalogue).in_answers(opened.store.rows(Answer))
    assert len(shown) == 2, "the right words in capitals, and nothing else"
    opened.store.close()


def test_a_misconception_is_one_card_and_the_question_that_tells_is_asked_first(
    session: Session, clock: Clock
) -> None:
    fails(session, "prints_instead")
    answers(session, 3, [1])
    clock.now += timedelta(days=2)
    due = session.due()
    mine = [item for item in due if item.card == "misconception:returning"]
    assert [(item.lesson, item.step) for item in mine] == [("basics/functions", 2)]
    assert due[0] == mine[0]
    assert len(due) > 1
    assert not any(item.card == "mistake:prints_instead" for item in due)
    session.reviewed(mine[0], correct=True)
    assert not any(item.card == mine[0].card for item in session.due())


def test_a_course_that_names_none_goes_on_with_a_card_for_each_mistake(
    small_course: Locations,
) -> None:
    with_none = Session.open(small_course)
    mixups = MixUps(with_none.catalogue)
    assert mixups.all == {}
    assert mixups.card_of("basics/double", "prints_instead") == "mistake:prints_instead"
    assert mixups.telling("misconception:gone") == ()
    with_none.store.close()


@pytest.mark.parametrize(
    ("times", "words"), [(1, "once"), (2, "twice"), (3, "3 times"), (12, "12 times")]
)
def test_how_often_is_told_in_words(times: int, words: str) -> None:
    one = MixedUp("m", "Name", "You print.", "Apart.", times, "2026", "l", 2)
    assert one.told == f"You print. You have mixed these up {words}."


TWO = (
    FILE
    + """\
equal:
  name: One and two equals signs
  words: You write one where two belong.
  apart: One gives a name, two compare.
  question: loops/for#3
  causes: [assigns]
"""
)


def test_what_is_mixed_up_most_often_comes_first(own_course: Locations, clock: Clock) -> None:
    (own_course.lessons / "misconceptions.yaml").write_text(TWO, encoding="utf-8")
    opened = Session.open(own_course, clock=clock)
    mixups = MixUps(opened.catalogue)
    assert mixups.of("basics/double", "adds") == "returning"
    assert mixups.of("basics/label", "adds") is None
    assert mixups.card_of("basics/label", "assigns") == "misconception:equal"
    assert mixups.card_of("basics/label", "adds") == "mistake:adds"
    assert mixups.telling("misconception:equal") == ("for_loop", "accumulate")
    assert mixups.telling("mistake:adds") == ()
    fails(opened, "assigns")
    clock.now += timedelta(days=1)
    fails(opened, "prints_instead")
    assert [one.id for one in mixed_up(opened.store, opened.catalogue)] == ["returning", "equal"]
    clock.now += timedelta(days=1)
    fails(opened, "assigns", "unknown")
    first, second = mixed_up(opened.store, opened.catalogue)
    assert (first.id, first.times, first.lesson, first.question) == ("equal", 2, "loops/for", 2)
    assert (first.name, first.apart) == (
        "One and two equals signs",
        "One gives a name, two compare.",
    )
    assert first.last > second.last
    told = [
        Diagnosis("facts", "x", name="assigns"),
        Diagnosis("symptom", "x"),
        Diagnosis("symptom", "x", name="unknown"),
        Diagnosis("symptom", "x", name="assigns"),
        Diagnosis("mistake", "x", name="prints_instead"),
    ]
    report = CheckReport("basics/label", Verdict.FAILED, diagnosis=tuple(told))
    assert mixups.in_report("basics/label", report) == "equal"
    assert mixups.in_report("basics/label", CheckReport("x", Verdict.PASSED)) == ""
    opened.store.close()


def test_an_answer_of_another_shape_shows_nothing(session: Session) -> None:
    for given in ([9], [2], ["1"], 1, None, "x", [[1]], {"a": 1}):
        answers(session, 3, given)
        answers(session, 2, given)
    assert mixed_up(session.store, session.catalogue) == ()
    answers(session, 3, [0, 1])
    assert [it.times for it in mixed_up(session.store, session.catalogue)] == [1]


def test_in_one_item_it_counts_once_a_day_and_in_two_twice(session: Session, clock: Clock) -> None:
    fails(session, "prints_instead")
    fails(session, "adds")
    fails(session, "prints_instead", exercise="basics/label")
    assert mixed_up(session.store, session.catalogue)[0].times == 2
    clock.now = FIRST.replace(hour=23, minute=59)
    fails(session, "prints_instead")
    assert mixed_up(session.store, session.catalogue)[0].times == 2
    clock.now += timedelta(minutes=2)
    fails(session, "prints_instead")
    [one] = mixed_up(session.store, session.catalogue)
    assert (one.times, one.last[:16]) == (3, "2026-03-21T00:01")
    assert (one.name, one.words) == (
        *("Printing and returning", "You print a value where the caller needs it."),
    )


def test_a_known_mistake_shows_it_as_a_symptom_does(session: Session) -> None:
    mixups = MixUps(session.catalogue)
    for kind, shown in (("mistake", "returning"), ("symptom", "returning"), ("facts", "")):
        told = (Diagnosis(kind, "x", name="adds"),)  # type: ignore[arg-type]
        report = CheckReport("basics/double", Verdict.FAILED, diagnosis=told)
        assert mixups.in_report("basics/double", report) == shown
