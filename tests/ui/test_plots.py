"""Plots in text: nothing done looks like nothing, anything done can be seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.learner.progress import Day, Progress
from course.ui.figures import recent_days
from course.ui.settings import Settings, read_settings, write_settings
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


def test_recent_days_have_no_gaps() -> None:
    progress = Progress(
        passed=frozenset(),
        answered={},
        lessons_done=frozenset(),
        streak=0,
        days=(Day(date(2026, 3, 1), 2, 1), Day(date(2026, 3, 19), 3, 0)),
        modules=(),
        concepts={},
    )
    days = recent_days(progress, date(2026, 3, 20), 3)
    assert [(day.date.day, day.attempts) for day in days] == [(18, 0), (19, 3), (20, 0)]


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(theme="paper", live_checks=False),
        Settings(
            keys={"home.progress": "g", "lesson.next": "space", "home.search": "question_mark"}
        ),
    ],
)
def test_settings_are_read_as_they_were_written(tmp_path: Path, settings: Settings) -> None:
    file = tmp_path / "config" / "settings.yaml"
    write_settings(file, settings)
    assert read_settings(file) == settings
    assert file.read_text(encoding="utf-8").count("#") >= 4
    assert [it.name for it in file.parent.iterdir()] == ["settings.yaml"]
