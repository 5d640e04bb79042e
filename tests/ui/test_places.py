"""A reload of the browser's page comes back to what was open, and to what was typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.locations import Locations
from course.ui import tab
from course.ui.screens.shift import ShiftScreen
from tests.checking.repository.scripts import NEEDS_GIT
from tests.ui.test_exam import prepare as reach_three_lessons


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """What is kept of the tab that the app is shown in."""
    file = tmp_path / "tab"
    monkeypatch.setenv(tab.PLACE, str(file))
    return lambda: file.read_text("utf-8") if file.exists() else ""


def _stack(it: Any) -> list[str]:
    return [type(screen).__name__ for screen in it.app.screen_stack]


async def test_an_exercise_above_its_lesson_at_the_same_step(
    open_app: Any, small_course: Locations, kept: Callable[[], str]
) -> None:
    async with open_app(small_course) as it:
        it.app.open_lesson("basics/functions")
        await it.settle()
        await it.press("n")
        assert kept() == "step:basics/functions/1"
        await it.exercise()
        assert kept() == "step:basics/functions/1\nexercise:basics/double"
    async with open_app(small_course) as it:
        await it.until(lambda: it.place == "ExerciseScreen")
        await it.press("escape")
        assert _stack(it) == ["HomeScreen", "LessonScreen"]
        assert it.app.screen.position == 1
        await it.press("escape")
        assert kept() == ""


async def test_a_lesson_that_is_looked_up_does_not_become_the_place_to_continue(
    open_app: Any, small_course: Locations, kept: Callable[[], str]
) -> None:
    async with open_app(small_course) as it:
        it.app.open_lesson("basics/functions", 2, by="search")
        await it.until(lambda: kept() == "look:basics/functions/2")
    async with open_app(small_course) as it:
        await it.until(lambda: it.place == "LessonScreen")
        assert it.app.screen.position == 2
        assert it.app.screen.looking_up


@pytest.mark.parametrize("action", ["progress", "skills", "settings", "shift", "playground"])
async def test_a_place_of_which_there_is_one(
    action: str, open_app: Any, small_course: Locations, kept: Callable[[], str]
) -> None:
    async with open_app(small_course) as it:
        await it.app.run_action(f"app.{action}")
        await it.until(kept)
        place = it.place
    async with open_app(small_course) as it:
        await it.until(lambda: it.place == place)


@pytest.mark.parametrize("action", ["assess", "exam"])
async def test_what_asks_goes_on_asking(
    action: str, open_app: Any, own_course: Locations, kept: Callable[[], str]
) -> None:
    reach_three_lessons(own_course)
    async with open_app(own_course) as it:
        await it.app.run_action(f"app.{action}")
        await it.settle()
        assert kept() in ("placement:", "exam:")
        await it.press("enter")
        await it.until(lambda: kept().endswith(":begun"))
        await it.settle()
        asked = it.app.screen.sub_title
    async with open_app(own_course) as it:
        await it.until(lambda: len(it.app.screen_stack) > 1 and it.app.screen.sub_title == asked)


async def test_notes_above_their_lesson_with_what_was_typed(
    open_app: Any, small_course: Locations, kept: Callable[[], str]
) -> None:
    async with open_app(small_course) as it:
        it.app.open_lesson("basics/functions", 1)
        await it.settle()
        await it.press("m", *"mine")
        await it.until(it.app.session.unsaved.all)
        assert kept().splitlines()[-1] == "notes:basics/functions"
        typed = it.app.session.unsaved.all()[0]
    it.app.session.unsaved.keep(typed)
    async with open_app(small_course) as it:
        await it.until(lambda: it.place == "NotesScreen" and "mine" in it.text)
        assert _stack(it) == ["HomeScreen", "LessonScreen", "NotesScreen"]


@NEEDS_GIT
async def test_a_shift_under_way_and_what_is_written_in_it(
    open_app: Any, with_a_shift: Locations, kept: Callable[[], str]
) -> None:
    async with open_app(with_a_shift) as it:
        it.app.run_worker(it.app.run_action("app.shift"))
        await it.until(lambda: "Begin calmly: A tiny day" in it.text)
        await it.press("down", "enter")
        await it.until(lambda: kept() == "shifts\nday:tiny")
        await it.rush(*"write note", "enter")
        await it.until(lambda: kept().endswith("note.md"))
    async with open_app(with_a_shift) as it:
        await it.until(lambda: it.place == "ShiftTextScreen")
        await it.press("escape")
        await it.until(lambda: "Inbox, 09:00" in it.text)
        await it.press("escape")
        await it.until(lambda: "Go on: A tiny day" in it.text)


@NEEDS_GIT
async def test_a_clock_that_stood_still_does_so_after_a_reload(
    open_app: Any, with_a_shift: Locations, kept: Callable[[], str]
) -> None:
    async with open_app(with_a_shift) as it:
        it.app.push_screen(ShiftScreen("tiny", "clock"))
        await it.until(lambda: "the clock is running" in it.text)
        assert kept() == "day:tiny"
        await it.press("f9")
        assert kept() == "paused:tiny"
    async with open_app(with_a_shift) as it:
        await it.until(lambda: "the clock stands still" in it.text)
        await it.press("f9")
        await it.until(lambda: "the clock is running" in it.text)
