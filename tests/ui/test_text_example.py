"""Texts and examples: read, run, edited, put back, with their files."""

from __future__ import annotations

from typing import Any

from course.locations import Locations
from course.ui.screens.beside import FilesDialog
from course.ui.widgets.editor import CodeEditor
from tests.ui.lessons import (
    EXAMPLE,
    PREDICT,
    SPOT,
    at_step,
    with_a_file,
)


async def test_an_example_runs_and_tells_what_to_notice(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, EXAMPLE)
        assert "Python prints" not in it.text
        await it.press("enter")
        assert "Python prints\n" in "\n".join(line.strip(" ▐▌█") for line in it.text.split("\n"))
        assert "The call is worth 8." in it.text
        await it.press("enter")
        assert screen.position == PREDICT


async def test_an_example_is_edited_run_again_and_put_back(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, EXAMPLE)
        await it.press("e")
        editor = screen.query_one(CodeEditor)
        assert editor.has_focus
        editor.replace_text("print('n' * 5)\n")
        await it.press("f5")
        await it.until(lambda: "nnnnn" in it.text)
        await it.press("ctrl+r")
        assert "return n * 2" in screen.query_one(CodeEditor).text
        assert "nnnnn" not in it.text
        await it.press("escape", "n")
        assert screen.position == PREDICT


async def test_a_program_that_raises_shows_the_error_and_its_line(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, EXAMPLE)
        await it.press("e")
        screen.query_one(CodeEditor).replace_text("print('[b]so far[/b]')\nint('seven')\n")
        await it.press("f5")
        await it.until(lambda: "[b]so far[/b]" in it.text)
        assert "✗ ValueError" in it.text
        assert "line 2" in it.text


async def test_nothing_of_a_file_beside_the_code_is_cut(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        it.app.push_screen(FilesDialog({"prices.py": f"TEA = 450  # {'cents ' * 20}in all\n"}))
        await it.until(lambda: "TEA = 450" in it.text)
        assert "in all" in it.text


async def test_a_file_beside_the_code_is_named_read_and_used(
    open_app: Any, own_course: Locations
) -> None:
    with_a_file(own_course)
    async with open_app(own_course) as it:
        await at_step(it, EXAMPLE)
        assert "beside it: prices.py" in it.text
        assert "f File" in it.text
        await it.press("f")
        assert it.place == "FilesDialog"
        assert "TEA = 450  # cents" in it.text
        await it.press("escape")
        await it.press("f5")
        await it.until(lambda: "900" in it.text)
        await it.press("f3")
        await it.until(lambda: it.place == "TimeTravelScreen")
        await it.press("end")
        assert "900" in it.text


async def test_code_that_uses_no_file_offers_none(open_app: Any, own_course: Locations) -> None:
    with_a_file(own_course)
    async with open_app(own_course) as it:
        await at_step(it, SPOT)
        assert "beside it" not in it.text
        assert "File" not in it.text
        await it.press("f")
        assert it.place == "LessonScreen"


async def test_a_click_on_the_line_opens_the_file(open_app: Any, own_course: Locations) -> None:
    with_a_file(own_course)
    async with open_app(own_course) as it:
        await at_step(it, EXAMPLE)
        await it.click("FilesLine")
        await it.until(lambda: it.place == "FilesDialog")
