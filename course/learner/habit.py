"""Practice as a habit: a goal of days a week, and how this week stands. Nothing is ever lost by it.

A week begins on Monday. A goal is the learner's own, and the newest one counts for every week.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from course.errors import WrongUse
from course.learner.streak import Day
from course.plural import counted

if TYPE_CHECKING:
    from course.learner.session import Session

DECISION = "days a week"
MOST = 7


def goal(session: Session) -> int:
    """How many days a week the learner wants to practise; 0 without a goal."""
    kept = session.decision(DECISION)
    return kept if isinstance(kept, int) and 0 < kept <= MOST else 0


def set_goal(session: Session, days: int) -> None:
    """Keep a goal; 0 is none. Raises WrongUse for what no week has."""
    if not 0 <= days <= MOST:
        raise WrongUse(f"A week has {MOST} days: a goal is 1 to {MOST}, and 0 is none.")
    session.decide(DECISION, days)


def this_week(active: Iterable[Day], today: date) -> int:
    """On how many days of this week something was done."""
    monday = today - timedelta(days=today.weekday())
    return len({day.date for day in active if day.done and monday <= day.date <= today})


def week_words(done: int, wanted: int) -> str:
    """`2 of 3 days this week`, or that the goal is reached; "" without a goal."""
    if not wanted:
        return ""
    if done >= wanted:
        return f"{counted(done, 'day')} this week: your goal is reached"
    return f"{done} of {counted(wanted, 'day')} this week"


def goal_words(wanted: int) -> str:
    """A goal in words."""
    return f"Goal: {counted(wanted, 'day')} a week" if wanted else "No goal for the week"
