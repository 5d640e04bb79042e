"""Days in a row, and the day off that ends no streak."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from course.learner.streak import Day, longest_streak, streak

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def _day(offset: int) -> Day:
    return Day(NOW.date() - timedelta(days=offset), 1, 0)


@pytest.mark.parametrize(
    ("days_ago", "days"),
    [
        ([], 0),
        ([0], 1),
        ([1], 1),
        ([2], 1),
        ([3], 0),
        ([0, 1, 2], 3),
        ([1, 2, 3], 3),
        ([0, 2, 3], 3),
        ([0, 1, 3, 4], 4),
        ([0, 2, 4], 1),
        ([2, 4], 0),
        ([0, 3, 4], 1),
        ([0, 2, 3, 4, 5, 6, 7, 8, 10], 9),
        ([0, 2, 3, 4, 5, 6, 7, 9], 8),
        ([0, 2, 3, 4, 5, 6, 8], 1),
    ],
)
def test_a_single_day_off_in_a_week_ends_no_streak(days_ago: list[int], days: int) -> None:
    assert streak([_day(offset) for offset in days_ago], NOW) == days


def test_the_longest_streak_may_be_over_and_a_day_of_nothing_is_none() -> None:
    assert longest_streak([_day(offset) for offset in (0, 10, 11, 12)]) == 3
    assert longest_streak([Day(NOW.date(), 0, 0)]) == 0
    assert longest_streak(()) == 0
