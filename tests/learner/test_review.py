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
from course.learner import review
from course.learner.records import Answer, Attempt
from course.learner.review import ReviewItem
from course.learner.session import Session
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
