"""Plots in text: nothing done looks like nothing, anything done can be seen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from course.ui.widgets.bars import bar, columns, spark


@given(st.floats(0, 1), st.integers(1, 60))
def test_a_bar_has_its_width_and_is_full_only_at_the_end(fraction: float, width: int) -> None:
    filled, rest = bar(fraction, width)
    assert len(filled + rest) == width
    assert (not filled) == (fraction == 0)
    if width > 1:
        assert (not rest) == (fraction == 1)


@given(st.lists(st.integers(0, 500), min_size=1, max_size=40), st.integers(1, 8))
def test_columns_stand_on_the_ground_and_show_everything(values: list[int], height: int) -> None:
    rows = columns(values, height)
    assert len(rows) == height
    assert all(len(row) == len(values) for row in rows)
    assert [cell != " " for cell in rows[-1]] == [value > 0 for value in values]


def test_a_day_with_nothing_is_a_dot() -> None:
    assert spark([0, 1, 4]) == "·▂█"
