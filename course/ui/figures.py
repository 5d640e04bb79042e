"""The learner's figures in words and rows: days, streak, counts."""

from __future__ import annotations

from datetime import date, timedelta

from course.learner.progress import Progress
from course.learner.streak import Day


def recent_days(progress: Progress, today: date, number: int) -> list[Day]:
    """The last `number` days up to today, also those on which nothing was done."""
    known = {day.date: day for day in progress.days}
    dates = [today - timedelta(days=ago) for ago in reversed(range(number))]
    return [known.get(day, Day(day, 0, 0)) for day in dates]


def streak_words(days: int) -> str:
    """`6 days without a break`; nothing where there is no streak."""
    if days > 1:
        return f"{days} days without a break"
    return "1 day of practice" if days else ""
