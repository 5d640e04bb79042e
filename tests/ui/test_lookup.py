"""A name of Python is looked up from any place, and one is back where one was."""

from __future__ import annotations

from typing import Any

from course.locations import Locations


async def test_the_name_under_the_cursor_is_looked_up(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=(120, 40)) as it:
        screen = await it.exercise()
        screen.editor.replace_text('parts = "a b".split()\n')
        screen.editor.focus()
        screen.editor.move_cursor((0, 16))
        await it.press("f9")
        assert it.place == "LookupDialog"
        assert "Cuts a string into a list of its parts." in it.text
        await it.press("escape")
        assert it.place == "ExerciseScreen"
        assert it.app.focused is screen.editor


async def test_any_name_can_be_typed_and_one_that_is_not_there_is_told(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await it.press("ctrl+g")
        assert "Type a name" in it.text
        await it.press(*"keyerror", "enter")
        assert "does not have" in it.text
        await it.press(*"s", "enter")
        assert "The reference has nothing called" in it.text
        await it.press("down", "pagedown", "up", "pageup", "f9")
        assert it.place == "HomeScreen"


async def test_in_results_and_lessons_the_name_that_is_spoken_of_is_looked_up(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=(120, 40)) as it:
        screen = await it.exercise()
        screen.editor.replace_text("def double(n):\n    return {}[n]\n")
        await it.check()
        screen.results.focus()
        await it.press("f9")
        assert it.app.screen.query_one("#lookup-name").value == "KeyError"
        await it.press("escape")
        it.app.open_lesson("basics/functions", 0)
        await it.until(lambda: it.place == "LessonScreen")
        assert "return" in it.app.screen.names_here()
