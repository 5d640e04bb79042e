"""The learner's figures in words and rows: days, streak, counts."""

from __future__ import annotations

from datetime import date, timedelta

from course.learner.progress import Day, Progress
from course.plural import counted


def recent_days(progress: Progress, today: date, number: int) -> list[Day]:
    """The last `number` days up to today, also those on which nothing was done."""
    known = {day.date: day for day in progress.days}
    dates = [today - timedelta(days=ago) for ago in reversed(range(number))]
    return [known.get(day, Day(day, 0, 0)) for day in dates]


def streak_words(days: int) -> str:
    """`6 days in a row`; nothing where there is no streak."""
    return "" if not days else f"{counted(days, 'day')} in a row"
