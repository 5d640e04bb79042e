"""The learner's figures in words and rows: days, streak, counts."""

from __future__ import annotations

from datetime import date, timedelta

from course.learner.progress import Day, Progress


def recent_days(progress: Progress, today: date, count: int) -> list[Day]:
    """The last `count` days up to today, also those on which nothing was done."""
    known = {day.date: day for day in progress.days}
    dates = [today - timedelta(days=ago) for ago in reversed(range(count))]
    return [known.get(day, Day(day, 0, 0)) for day in dates]


def done_on(day: Day) -> int:
    """How many things were done on a day: answers, checks, reviews."""
    return day.attempts + day.answers + day.reviews


def counted(number: int, noun: str) -> str:
    """`1 lesson`, `2 lessons`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def streak_words(days: int) -> str:
    """`6 days in a row`; nothing where there is no streak."""
    return "" if not days else f"{counted(days, 'day')} in a row"
