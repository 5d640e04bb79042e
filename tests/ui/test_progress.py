"""The progress screen: checks over time on honest axes, days in a row, mastery, export."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from course.learner import habit
from course.learner.records import Attempt, stamp
from course.learner.session import Session
from course.locations import Locations

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


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


async def test_a_goal_for_the_week_is_set_with_a_key(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, prepare=checks(1, 0)) as it:
        it.app.action_progress()
        await it.until(lambda: "No goal for the week" in it.text)
        await it.press("g")
        await it.until(lambda: "Goal: 1 day a week" in it.text)
        assert habit.goal(it.app.session) == 1
        await it.press("g", "g")
        await it.until(lambda: "Goal: 3 days a week  ·  2 of 3 days this week" in it.text)
        await it.press("escape")
        await it.until(lambda: "2 of 3 days this week" in it.text)
