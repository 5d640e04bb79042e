"""Review: what is due when, and with what it is asked."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from course import causes
from course.catalogue import Catalogue
from course.learner import questions, review
from course.learner.cards import Card
from course.learner.mixed_up import MixUps
from course.learner.records import Answer, Attempt, Review, Try, stamp
from course.learner.review import ReviewItem
from course.learner.session import Session
from course.learner.skills import History
from course.locations import Locations

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
GOOD = "def double(n):\n    return n * 2\n"


class Calendar:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def pass_days(self, days: float) -> None:
        """Let time go by."""
        self.now += timedelta(days=days)


@pytest.fixture
def calendar() -> Calendar:
    """The first of March, until a test says otherwise."""
    return Calendar()


@pytest.fixture
def learner(small_course: Locations, calendar: Calendar) -> Iterator[Session]:
    """A session that goes by the calendar."""
    session = Session.open(small_course, calendar)
    yield session
    session.store.close()


def _answer(session: Session, step: int, answer: object) -> None:
    async def work() -> None:
        session.visit("basics/functions", step)
        await session.answer("basics/functions", step, answer)  # type: ignore[arg-type]
        await session.checker.aclose()

    asyncio.run(work())


def _attempt(session: Session, exercise: str, verdict: str, mistakes: tuple[str, ...] = ()) -> None:
    session.store.append(
        Attempt(
            **session.store.new_row(),
            exercise=exercise,
            verdict=verdict,
            mistakes=mistakes,
            source_hash="0",
            source="",
        )
    )


def test_nothing_is_due_before_anything_was_learnt(learner: Session) -> None:
    assert learner.due() == ()


def test_a_concept_becomes_due_and_is_asked_with_another_item(
    learner: Session, calendar: Calendar
) -> None:
    learner.visit("basics/functions", 7)
    _answer(learner, 6, 3)
    learner.visit("basics/functions", 7)
    assert learner.due() == ()
    calendar.pass_days(4)
    [item, *_] = learner.due()
    assert item.lesson == "basics/functions"
    assert item.step in (2, 3, 4, 5)
    assert item.minutes == review.QUESTION_MINUTES
    assert item.about in ("function", "return", "arithmetic")


def _do(session: Session, item: ReviewItem) -> None:
    """Do a review item as the app does: a right answer or a pass, and its review."""
    if item.exercise is not None:
        _attempt(session, item.exercise, "passed")
    else:
        assert item.lesson is not None
        assert item.step is not None
        session.store.append(
            Answer(
                **session.store.new_row(),
                lesson=item.lesson,
                step=item.step,
                question=item.id.partition("#")[2],
                correct=True,
                concepts=item.covers,
            )
        )
    session.reviewed(item, correct=True)


def test_an_item_that_was_reviewed_is_no_longer_due_and_comes_back_ever_later(
    learner: Session, calendar: Calendar
) -> None:
    learner.visit("basics/functions", 7)
    _answer(learner, 6, 3)
    days: list[int] = []
    for day in range(200):
        if planned := learner.due():
            for item in planned:
                _do(learner, item)
            days.append(day)
            assert learner.due() == ()
        calendar.pass_days(1)
    waits = [later - earlier for earlier, later in pairwise([0, *days])]
    assert 3 <= len(waits) <= 8
    assert waits == sorted(waits)
    assert waits[-1] > 2 * waits[0]


def test_a_question_with_variants_is_asked_with_other_values_each_time(
    own_course: Locations, calendar: Calendar
) -> None:
    lesson = own_course.lessons / "01-basics/01-functions.yaml"
    text = lesson.read_text(encoding="utf-8")
    known = "      because: The sum is worked out and thrown away.\n"
    varied = text.replace(known, f'{known}      variants: {{"490": 500 to 590 by 5}}\n')
    lesson.write_text(varied, encoding="utf-8")
    session = Session.open(own_course, calendar)
    session.visit("basics/functions", 7)
    _answer(session, 6, 3)
    asked: list[str] = []
    for _ in range(22):
        for item in session.due():
            asked.append(item.id)
            session.reviewed(item, correct=len(asked) % 2 == 0)  # forgotten every other time
        calendar.pass_days(8)
    session.store.close()
    assert len(asked) == len(set(asked))
    some = [ident for ident in asked if "~" in ident]
    assert len(some) > 5
    named = review.question_named(session.catalogue, some[-1])
    assert named is not None
    assert (named.step, named.variant) == (6, int(some[-1].partition("~")[2]))


def test_what_was_forgotten_comes_back_sooner(learner: Session, calendar: Calendar) -> None:
    learner.visit("basics/functions", 7)
    _attempt(learner, "basics/double", "passed")
    calendar.pass_days(5)
    first, *_ = learner.due()
    learner.reviewed(first, correct=False)
    calendar.pass_days(1.1)
    assert first.concept in {concept for item in learner.due() for concept in item.covers}


def test_a_mistake_that_was_made_is_reviewed_with_another_item(
    learner: Session, calendar: Calendar
) -> None:
    learner.visit("basics/functions", 7)
    _attempt(learner, "basics/double", "failed", ("prints_instead",))
    _attempt(learner, "basics/double", "passed")
    calendar.pass_days(3)
    [item, *_] = [it for it in learner.due() if it.card == "mistake:prints_instead"]
    assert item.exercise != "basics/double"
    learner.reviewed(item, correct=True)
    assert "mistake:prints_instead" not in {it.card for it in learner.due()}


def test_a_card_of_an_old_name_goes_on_under_the_new_one(
    learner: Session, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.visit("basics/functions", 7)
    _attempt(learner, "basics/double", "failed", ("prints_it",))
    _attempt(learner, "basics/double", "passed")
    calendar.pass_days(3)
    [item, *_] = [it for it in learner.due() if it.card == "mistake:prints_it"]
    monkeypatch.setitem(causes.RENAMED, "prints_it", "prints_instead")
    assert "mistake:prints_instead" in {it.card for it in learner.due()}
    learner.reviewed(item, correct=True)  # kept by an older course, under the old name
    assert "mistake:prints_instead" not in {it.card for it in learner.due()}


def test_only_what_was_met_is_asked(learner: Session, calendar: Calendar) -> None:
    learner.visit("basics/functions", 3)
    _answer(learner, 2, "None")
    _answer(learner, 3, (0,))
    calendar.pass_days(30)
    for item in learner.due():
        assert item.lesson == "basics/functions"
        assert item.step is not None
        assert item.step <= 3


def test_review_takes_ten_minutes_at_most_and_asks_nothing_twice(
    own_course: Locations, calendar: Calendar
) -> None:
    source = own_course.exercises / "basics" / "double"
    for number in range(30):
        copy: Path = own_course.exercises / "basics" / f"again{number}"
        shutil.copytree(source, copy)
        text = (copy / "exercise.yaml").read_text(encoding="utf-8")
        text = text.replace("minutes: 3", f"minutes: {3 + number % 12}")
        (copy / "exercise.yaml").write_text(text, encoding="utf-8")
    session = Session.open(own_course, calendar)
    session.catalogue.refresh()
    for exercise in session.catalogue.exercise_ids:
        _attempt(session, exercise, "failed", (f"mistake_{exercise[-2:]}",))
        _attempt(session, exercise, "passed")
    calendar.pass_days(30)
    planned = session.due()
    assert planned
    assert sum(item.minutes for item in planned) <= review.BUDGET_MINUTES
    assert len({item.id for item in planned}) == len(planned)
    exercises = [item for item in planned if item.exercise]
    assert exercises
    for item in exercises:
        assert item.concept in session.catalogue.exercises[item.exercise or ""].practises
    session.store.close()


def test_a_gone_exercise_is_never_asked(learner: Session, calendar: Calendar) -> None:
    _attempt(learner, "removed/exercise", "failed", ("gone",))
    calendar.pass_days(30)
    assert learner.due() == ()


# ---------------------------------------------------------------- which items, and in which order

LESSON = "basics/functions"
TOLD_BY_THE_FIFTH = """\
returning:
  name: Printing and returning
  words: You print a value where the caller needs it.
  apart: One shows it, the other gives it back.
  question: basics/functions#5
  causes: [prints_instead]
"""
ALL = ("function", "return", "arithmetic", "f_string", "for_loop", "accumulate")
END = {LESSON: 7, "basics/texts": 2, "loops/for": 3}


@pytest.fixture
def mixing(own_course: Locations) -> Catalogue:
    """The small course with one misconception."""
    (own_course.lessons / "misconceptions.yaml").write_text(TOLD_BY_THE_FIFTH, encoding="utf-8")
    return Catalogue.open(own_course)


def at(day: float) -> str:
    return stamp(START + timedelta(days=day))


def tried(day: float, exercise: str, *mistakes: str, verdict: str = "passed") -> Try:
    ident = f"{exercise}@{day}"
    return Try(uuid=ident, at=at(day), exercise=exercise, verdict=verdict, mistakes=mistakes)


def history(catalogue: Catalogue, *rows: Try | Answer | Review, helped: str = "") -> History:
    def practises(exercise: str) -> tuple[str, ...]:
        entry = catalogue.exercises.get(exercise)
        return entry.practises if entry else ()

    return History(
        [row for row in rows if isinstance(row, Try)],
        [row for row in rows if isinstance(row, Answer)],
        [row for row in rows if isinstance(row, Review)],
        practises,
        frozenset(helped.split()),
        MixUps(catalogue),
    )


def short(item: ReviewItem) -> str:
    return f"{item.lesson}+{item.step}" if item.lesson else str(item.exercise)


def test_which_items_a_card_may_be_asked_with(mixing: Catalogue, own_course: Locations) -> None:
    steps = mixing.lesson(LESSON).steps

    def said(day: float, step: int) -> Answer:
        question = questions.identity(steps[step])
        ident = f"{day}{step}"
        return Answer(
            uuid=ident, at=at(day), lesson=LESSON, step=step, question=question, correct=True
        )

    def reviewed(day: float, step: int) -> Review:
        item = f"{LESSON}#{questions.identity(steps[step])}"
        return Review(uuid=f"{day}", at=at(day), card="concept:function", rating=3, item=item)

    def asked(
        concepts: str,
        *rows: Try | Answer | Review,
        card: str = "concept:function",
        furthest: dict[str, int] = END,
        known: tuple[str, ...] = ALL,
        last: str = "",
    ) -> str:
        met = Card("met", known, START, 0.5, 1.0, "")
        since = stamp(START - review.FRESH_AGAIN)
        past = history(mixing, *rows)
        choice = review._Choice(mixing, own_course.content, past, furthest, [met], since)
        items = choice.items(Card(card, tuple(concepts.split()), START, 0.5, 1.0, last))
        names = (short(item).replace(f"{LESSON}+", "") for item in items)
        return " ".join(names)

    assert asked("function") == "2 3 4 5 6 basics/double"
    assert asked("function", furthest={LESSON: 6}) == "2 3 4 5 6"
    assert asked("function", furthest={LESSON: 1}) == ""
    assert asked("function", furthest={}) == ""
    assert asked("function", last="basics/double") == "2 3 4 5 6"
    assert asked("function", known=("function", "return")) == "2 3 4 5 6"
    just = ("function", "return", "arithmetic")
    assert asked("function", known=just) == "2 3 4 5 6 basics/double"
    assert asked("function", furthest={LESSON: 7, "gone/lesson": 1}) == "2 3 4 5 6 basics/double"
    assert asked("for_loop") == "loops/for+2 loops/total_weight"
    early = asked("for_loop function", card="mistake:returns_early")
    assert early == "loops/total_weight loops/for+2 2 3 4 5 6 basics/double"
    assert asked("function", card="mistake:adds_two") == "basics/double 2 3 4 5 6"
    assert asked("function", card="misconception:returning") == "4 2 3 5 6 basics/double"
    worked_at = (tried(-2, "basics/double"), said(-5, 2), said(-4, 4), said(-3, 3))
    assert asked("function", *worked_at) == "5 6 2 4 3 basics/double"
    assert asked("function", reviewed(-180, 2), reviewed(-179, 3)) == "4 5 6 basics/double 2"


Planned = tuple[str, str, str, str, int]
PRINTED = Try(
    uuid="p",
    at=stamp(START),
    exercise="basics/double",
    verdict="failed",
    mistakes=("prints_instead",),
)


def test_what_a_review_is_made_of(mixing: Catalogue, own_course: Locations) -> None:
    def planned(day: float, past: History, minutes: int = 10, **known: str) -> list[Planned]:
        now = START + timedelta(days=day)
        items = review.plan(mixing, own_course.content, past, END, now, UTC, minutes, known)
        return [(short(it), it.card, it.concept, it.about, it.minutes) for it in items]

    function = (f"{LESSON}+2", "concept:function", "function", "function", 1)
    arithmetic = (f"{LESSON}+3", "concept:arithmetic", "arithmetic", "arithmetic", 1)
    loop = ("loops/for+2", "concept:accumulate", "accumulate", "running total", 1)
    text = ("basics/texts+1", "concept:f_string", "f_string", "f-string", 1)
    printing = (f"{LESSON}+4", "misconception:returning", "function", "function", 1)
    alone = ("basics/double", "exercise:basics/double", "function", "Twice as many, on your own", 3)

    assert planned(30, history(mixing), function=at(0)) == [function]
    assert planned(30, history(mixing, tried(0, "basics/double"))) == [arithmetic]
    everything = history(
        mixing, tried(0, "basics/double"), tried(0, "basics/label"), tried(0, "loops/total_weight")
    )
    assert planned(30, everything) == [loop, arithmetic, text]
    assert planned(30, everything, minutes=2) == [loop, arithmetic]
    mixed = history(mixing, PRINTED, tried(0.1, "basics/double"), tried(0, "basics/label"))
    assert planned(30, mixed) == [printing, text]

    helped = history(
        mixing,
        tried(0, "basics/double"),
        tried(0, "basics/label"),
        helped="basics/double@0 basics/label@0",
    )
    *before, last = planned(2, helped)
    assert last == alone, "one of the two, and at the end"
    assert [row[1] for row in before] == ["concept:arithmetic", "concept:f_string"]
    assert planned(1.9, history(mixing, tried(0, "basics/double"), helped="basics/double@0"))
    gone = history(mixing, tried(0, "gone/exercise"), helped="gone/exercise@0")
    assert planned(9, gone) == []


def test_a_question_is_found_by_the_name_of_its_item(mixing: Catalogue) -> None:
    steps = mixing.lesson(LESSON).steps
    texts = [f"{LESSON}#{questions.identity(step)}" for step in steps]
    for ident, variant in ((texts[4], 0), (f"{texts[4]}~3", 3), (f"{texts[4]}~x", 0)):
        concepts = ("function", "return", "arithmetic")
        wanted = ReviewItem(
            ident, "", "function", "function", concepts, 1, LESSON, step=4, variant=variant
        )
        assert review.question_named(mixing, ident) == wanted
    for gone in (f"{LESSON}#gone", "gone/lesson#1", texts[1]):
        assert review.question_named(mixing, gone) is None
