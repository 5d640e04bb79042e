"""Plots in text: nothing done looks like nothing, anything done can be seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.errors import CourseError
from course.learner.progress import Day, Progress
from course.ui import keys
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
        begun=frozenset(),
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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("theme: mud\n", "settings.yaml:1: there are no colours `mud`"),
        ("live_checks: yes\nkeys:\n  lesson.nex: j\n", "settings.yaml:3: there is no key named"),
        ("keys:\n  lesson.nex: j\n", "did you mean `lesson.next`?"),
        ("theme: paper\nlive_checks: perhaps\n", "settings.yaml:2: "),
        ("theme: [\n", "settings.yaml:2: this is not YAML"),
        ("thme: paper\n", "settings.yaml:1: "),
    ],
)
def test_what_is_wrong_in_the_settings_is_told_with_its_line(
    tmp_path: Path, text: str, told: str
) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError, match="Your settings are not used") as raised:
        read_settings(file)
    assert told in str(raised.value)


def test_a_file_with_nothing_but_comments_sets_nothing(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text("# theme: paper\n\n", encoding="utf-8")
    assert read_settings(file) == Settings()


def test_every_group_of_keys_is_in_the_help_and_every_name_there_once() -> None:
    groups = {name for name, value in vars(keys).items() if name.isupper() and type(value) is list}
    assert [name for name in groups if getattr(keys, name) not in keys.GROUPS] == []
    assert len(set(keys.key_ids())) == len(keys.key_ids())
