"""What is derived: done, streak, days, mastery."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from course.learner import progress
from course.learner.records import Answer, Attempt
from course.learner.session import Session
from course.learner.streak import Day
from course.locations import Locations
from course.model import LessonEntry

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_days_are_the_learners_own() -> None:
    activity = [
        ("2026-03-09T22:30:00.000000Z", "attempt", False),
        ("2026-03-09T23:30:00.000000Z", "attempt", True),
        ("2026-03-10T01:00:00.000000Z", "answer", True),
        ("2026-03-10T02:00:00.000000Z", "review", True),
    ]
    oslo = timezone(timedelta(hours=1))
    assert progress.days(activity, UTC) == (
        Day(date(2026, 3, 9), 2, 1),
        Day(date(2026, 3, 10), 0, 0, answers=1, reviews=1),
    )
    assert progress.days(activity, oslo) == (
        Day(date(2026, 3, 9), 1, 0),
        Day(date(2026, 3, 10), 1, 1, answers=1, reviews=1),
    )


LESSON = LessonEntry(
    id="m/l",
    title="L",
    summary="s",
    minutes=1,
    teaches=(),
    exercises=("m/e",),
    steps=("text", "predict", "choose", "exercise"),
    file="",
)


@pytest.mark.parametrize(
    ("passed", "right", "furthest", "done"),
    [
        ({"m/e"}, 2, 3, True),
        (set(), 2, 3, False),
        ({"m/e"}, 1, 3, False),
        ({"m/e"}, 2, 2, False),
        ({"m/e"}, 2, None, False),
    ],
)
def test_a_lesson_is_done_when_everything_in_it_is(
    passed: set[str], right: int, furthest: int | None, done: bool
) -> None:
    assert progress.lesson_is_done(LESSON, frozenset(passed), right, furthest) is done


def _attempt(session: Session, exercise: str, verdict: str) -> None:
    row = session.store.new_row()
    session.store.append(
        Attempt(**row, exercise=exercise, verdict=verdict, source_hash="0", source="")
    )


def _right(session: Session, lesson: str, step: int) -> None:
    row = session.store.new_row()
    session.store.append(
        Answer(
            **row,
            lesson=lesson,
            step=step,
            question=f"q{step}",
            correct=True,
            concepts=("f_string",),
        )
    )


def test_a_lesson_whose_question_was_never_answered_is_not_done(session: Session) -> None:
    session.visit("basics/texts", 2)
    _attempt(session, "basics/label", "passed")
    assert session.progress().lessons_done == frozenset()
    _right(session, "basics/texts", 1)
    assert session.progress().lessons_done == {"basics/texts"}


def test_another_day_shows_in_what_was_summed_up(small_course: Locations) -> None:
    now = [NOW]
    session = Session.open(small_course, clock=lambda: now[0])
    _attempt(session, "basics/label", "failed")
    assert session.progress().streak == 1
    now[0] += timedelta(days=20)
    assert session.progress().streak == 0
    session.store.close()


def test_progress_follows_what_the_learner_does(session: Session) -> None:
    empty = session.progress()
    assert (empty.streak, empty.days, empty.passed, empty.concepts) == (0, (), frozenset(), {})
    assert [(it.id, it.done, it.total) for it in empty.modules] == [
        ("basics", 0, 2),
        ("loops", 0, 1),
    ]
    session.visit("basics/texts", 2)
    _right(session, "basics/texts", 1)
    assert session.progress().lessons_done == frozenset()
    _attempt(session, "basics/label", "failed")
    _attempt(session, "basics/label", "passed")
    found = session.progress()
    assert found.lessons_done == {"basics/texts"}
    assert found.passed == {"basics/label"}
    assert found.answered == {"basics/texts": 1}
    assert found.streak == 1
    [day] = found.days
    assert (day.attempts, day.passes, day.answers) == (2, 1, 1)
    basics = found.modules[0]
    assert (basics.done, basics.exercises_passed, basics.exercises_total) == (1, 1, 2)
    assert 0 < found.concepts["f_string"] < 1
    assert 0 < basics.mastery < found.concepts["f_string"]
    assert basics.mastery == found.concepts["f_string"] / 4  # it is one of the four of its module
    assert (basics.title, basics.total) == ("Basics", 2)
    assert found.begun == {"basics/texts"}
    assert session.progress() is found
    _attempt(session, "basics/double", "passed")  # in a lesson that was never opened
    assert session.progress().begun == {"basics/texts", "basics/functions"}
