"""What is typed is saved without a key, and told where it cannot be."""

from __future__ import annotations

from typing import Any

import pytest

from course.locations import Locations
from tests.ui.playing import opened
from tests.ui.submissions import WIDE


@pytest.mark.usefixtures("patient")
async def test_closed_and_reopened_the_code_is_there(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        await it.press("ctrl+end", *"# here")
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        assert screen.editor.text.endswith("# here")


# ---------------------------------------------------------------- nothing is lost


async def test_the_program_is_there_again_and_saved_without_a_key(
    open_app: Any, small_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.ui.screens.autosave.PAUSE", 0.01)
    file = small_course.workspace / "playground" / "playground.py"
    async with open_app(small_course) as it:
        screen = await opened(it, "")
        await it.press(*"x=1")
        await it.until(lambda: file.exists() and file.read_text(encoding="utf-8") == "x=1")
        screen.editor.replace_text("y = 2\n")
        await it.press("escape", "escape")
        assert it.place == "HomeScreen"
        assert file.read_text(encoding="utf-8") == "y = 2\n"
        screen = await opened(it)
        assert screen.editor.text == "y = 2\n"


async def test_a_program_that_cannot_be_saved_is_told(
    open_app: Any, small_course: Locations
) -> None:
    (small_course.workspace / "playground" / "playground.py").mkdir(parents=True)
    async with open_app(small_course) as it:
        await it.press("g")
        await it.until(lambda: "There is a folder where the file" in it.text)
        assert it.place == "ErrorDialog"
        await it.press("enter")
        assert it.place == "HomeScreen"
