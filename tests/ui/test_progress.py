"""The progress screen: checks over time on honest axes, days in a row, mastery, export."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.learner.progress import Day, longest_streak
from course.learner.records import Attempt, stamp
from course.learner.session import Session
from course.locations import Locations
from course.ui.widgets.plots import (
    attempts_plot,
    percent_axis,
    spans,
    streak_plot,
    top_of,
)

FRIDAY = date(2026, 3, 20)
NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


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


def checks(*ago: int) -> Callable[[Session], None]:
    """A learner who checked once on each of the days so long ago, the last one a pass."""

    def prepare(session: Session) -> None:
        exercise = session.catalogue.exercise_ids[0]
        for days in ago:
            verdict = "passed" if days == ago[-1] else "failed"
            row = {
                **session.store.new_row(),
                "at": stamp(NOW - timedelta(days=days)),
            }
            session.store.append(
                Attempt(
                    **row,
                    exercise=exercise,
                    verdict=verdict,
                    hints=0,
                    mistakes=(),
                    seconds=0.1,
                    tests={},
                    source_hash="",
                    source="",
                )
            )

    return prepare


async def test_the_screen_draws_days_and_weeks(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, prepare=checks(9, 1, 0)) as it:
        it.app.action_progress()
        await it.settle()
        assert "The last 21 days" in it.text
        assert "3 checks" in it.text
        assert "3 days of practice" in it.text
        await it.press("w")
        assert "The last 21 weeks" in it.text
        assert "checks a week" in it.text
        await it.press("w")
        assert "The last 21 days" in it.text


async def test_a_beginner_sees_no_empty_plots(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        it.app.action_progress()
        await it.settle()
        assert "Nothing yet." in it.text
        assert "The last" not in it.text
        await it.press("w")
        assert it.place == "ProgressScreen"


async def test_progress_is_exported_and_the_file_is_told(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, prepare=checks(1, 0)) as it:
        it.app.action_progress()
        await it.settle()
        await it.press("x")
        file = small_course.workspace / "progress-2026-03-20.json"
        assert [note.message for note in it.app._notifications] == [f"Your progress is in {file}"]
        exported = json.loads(file.read_text(encoding="utf-8"))
        assert len(exported["attempts"]) == 2
        small_course.workspace.joinpath("progress-2026-03-20.json").unlink()
        file.mkdir()
        await it.press("x")
        assert it.place == "ErrorDialog"


@pytest.mark.parametrize("width", [40, 60, 80, 120])
async def test_plots_fit_their_window(open_app: Any, small_course: Locations, width: int) -> None:
    """Nothing wraps: each line of a plot begins with its scale, its sign or its date."""
    async with open_app(small_course, size=(width, 60), prepare=checks(9, 1, 0)) as it:
        it.app.action_progress()
        await it.until(lambda: "Mastery by module" in it.text)
        lines = it.text.split("\n")
        top = next(at for at, line in enumerate(lines) if "┤" in line)
        assert all(line.strip()[0] in "│┤└0123456789" for line in lines[top : top + 7])
        assert "right: passed ✓" in it.text
        await it.resize(40, 60)
        await it.until(lambda: "The last 9 days" in it.text)
