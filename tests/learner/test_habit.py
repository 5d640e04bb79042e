"""A goal of days a week: kept, counted from Monday, said without blame."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from course.errors import WrongUse
from course.learner import habit
from course.learner.session import Session
from course.learner.streak import Day
from course.locations import Locations

THURSDAY = date(2026, 3, 12)


def _days(*ago: int) -> list[Day]:
    return [Day(THURSDAY - timedelta(days=it), 1, 0) for it in ago]


def test_a_week_begins_on_monday_and_counts_days_with_something_done() -> None:
    assert habit.this_week(_days(0, 1, 3, 4, 9), THURSDAY) == 3
    assert habit.this_week([Day(THURSDAY, 0, 0)], THURSDAY) == 0
    assert habit.this_week(_days(0), THURSDAY - timedelta(days=1)) == 0


def test_a_goal_is_kept_and_the_newest_holds(small_course: Locations) -> None:
    session = Session.open(small_course)
    assert habit.goal(session) == 0
    habit.set_goal(session, 3)
    habit.set_goal(session, 5)
    assert habit.goal(session) == session.decision("days a week") == 5
    habit.set_goal(session, 7)
    assert habit.goal(session) == 7
    for days in (-1, 8):
        with pytest.raises(WrongUse, match="A week has 7 days"):
            habit.set_goal(session, days)
    session.decide(habit.DECISION, "many")
    assert habit.goal(session) == 0
    session.store.close()


def test_words_say_what_was_done_and_blame_nobody() -> None:
    assert habit.week_words(0, 0) == ""
    assert habit.week_words(0, 3) == "0 of 3 days this week"
    assert habit.week_words(3, 3) == "3 days this week: your goal is reached"
    assert habit.goal_words(1) == "Goal: 1 day a week"
    assert habit.goal_words(0) == "No goal for the week"
