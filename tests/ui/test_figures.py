"""The figures on Home."""

from __future__ import annotations

from datetime import date

from course.learner.progress import Progress
from course.learner.streak import Day
from course.ui.figures import recent_days


def test_recent_days_have_no_gaps() -> None:
    progress = Progress(
        passed=frozenset(),
        answered={},
        begun=frozenset(),
        lessons_done=frozenset(),
        streak=0,
        days=(Day(date(2026, 3, 1), 2, 1), Day(date(2026, 3, 19), 3, 0)),
        modules=(),
        concepts={},
    )
    days = recent_days(progress, date(2026, 3, 20), 3)
    assert [(day.date.day, day.attempts) for day in days] == [(18, 0), (19, 3), (20, 0)]
