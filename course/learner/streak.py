"""Days in a row: the streak, the longest one, and the missed day that ends neither."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from msgspec import Struct


class Day(Struct, frozen=True, array_like=True):
    """What was done on a day in the learner's own time zone."""

    date: date
    attempts: int
    passes: int
    answers: int = 0
    reviews: int = 0

    @property
    def done(self) -> int:
        """How many things were done: answers, checks, reviews."""
        return self.attempts + self.answers + self.reviews


FORGIVEN_EVERY = 7
"""A day without practice ends nothing, where the one before it is so many days ago."""


def streak(active: Iterable[Day], now: datetime) -> int:
    """How many days were practised without a break, up to today; today may still be to come."""
    today = now.date()
    for run in streaks(day for day in active if day.date <= today)[-1:]:
        missed = (today - run[-1]).days - 1  # today may still be to come
        if missed <= 0 or (missed == 1 and _is_forgiven(run, today)):
            return len(run)
    return 0


def longest_streak(active: Iterable[Day]) -> int:
    """The most days that were practised without a break."""
    return max(map(len, streaks(active)), default=0)


def streaks(active: Iterable[Day]) -> list[list[date]]:
    """The days of every run of days with activity, oldest first.

    A single day missed is no break, unless another one was missed within a week before it.
    """
    runs: list[list[date]] = []
    for day in sorted({day.date for day in active if day.done}):
        gap = (day - runs[-1][-1]).days - 1 if runs else None
        if gap == 0 or (gap == 1 and _is_forgiven(runs[-1], day)):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _is_forgiven(run: list[date], day: date) -> bool:
    """Whether the day missed before `day` is the only one in a week of a run."""
    week = [it for it in run if (day - it).days <= FORGIVEN_EVERY]
    expected = min(FORGIVEN_EVERY, (day - run[0]).days) - 1
    return len(week) >= expected
