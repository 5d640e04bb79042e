"""Checks over time on honest axes."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from course.learner.streak import Day, longest_streak
from course.ui.widgets.plots import (
    attempts_plot,
    percent_axis,
    spans,
    streak_plot,
    top_of,
)

FRIDAY = date(2026, 3, 20)


def worked(*days: tuple[int, int, int]) -> tuple[Day, ...]:
    """Days so many days ago, with so many checks and passes."""
    made = [Day(FRIDAY - timedelta(days=ago), checks, passes) for ago, checks, passes in days]
    return tuple(sorted(made, key=lambda day: day.date))


def test_every_check_is_counted_once_by_day_and_by_week() -> None:
    days = worked((0, 4, 1), (4, 2, 2), (5, 3, 0), (30, 9, 9))
    by_day = spans(days, FRIDAY, 7, 1)
    assert [(it.attempts, it.passes) for it in by_day] == [
        *[(0, 0), (3, 0), (2, 2), (0, 0), (0, 0), (0, 0), (4, 1)]
    ]
    by_week = spans(days, FRIDAY, 3, 7)
    assert [(it.start, it.attempts) for it in by_week] == [
        (date(2026, 3, 2), 0),
        (date(2026, 3, 9), 3),
        (date(2026, 3, 16), 6),
    ]


@given(st.integers(0, 100_000))
def test_the_axis_ends_at_a_round_number_above_everything(most: int) -> None:
    top = top_of(most)
    assert top >= most
    assert top % 2 == 0
    assert str(top).strip("0") in ("1", "2", "4")


def test_columns_are_as_high_as_the_axis_says() -> None:
    plot = attempts_plot(spans(worked((0, 10, 5)), FRIDAY, 3, 1), 1).plain.split("\n")
    assert plot[0].startswith("10 ┤")
    assert plot[3].startswith(" 5 ┤")
    assert plot[6].startswith(" 0 └")
    column = [line[-2:] for line in plot[:6]]
    assert column == ["█ ", "█ ", "█ ", "██", "██", "██"]
    assert plot[7].strip().startswith("18 Mar")
    assert "left: all" in plot[8]
    assert "right: passed" in plot[8]


def test_days_in_a_row_are_drawn_by_week_and_the_longest_is_told() -> None:
    days = worked((0, 1, 0), (1, 1, 0), (5, 1, 1), (6, 1, 1), (7, 1, 1))
    assert longest_streak(days) == 3
    assert longest_streak(()) == 0
    rows = streak_plot(days, FRIDAY, 2).plain.split("\n")
    assert [row.split() for row in rows[1:]] == [
        ["9", "Mar", "·", "·", "·", "·", "●", "●", "●"],
        ["16", "Mar", "·", "·", "·", "●", "●"],
    ]


def test_the_axis_of_mastery_has_the_width_of_the_bars() -> None:
    axis = percent_axis(3, 20).plain
    assert len(axis) == 23
    assert axis.endswith("100 %")
