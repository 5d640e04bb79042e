"""The path: walked, folded and opened by keyboard and by mouse."""

from __future__ import annotations

from typing import Any

from course.locations import Locations


async def test_the_path_is_walked_and_folded_by_keyboard(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await it.press("down")
        assert it.app.focused.id == "path"
        await it.press("home")
        assert "\N{MINUS SIGN} ▸ Basics" in it.text
        assert "Texts with values in them" in it.text
        await it.press("left")
        assert "+ ▸ Basics" in it.text
        assert "Texts with values in them" not in it.text
        await it.press("space")
        assert "Texts with values in them" in it.text
        await it.press("right", "down", "enter")
        assert it.place == "LessonScreen"
        assert it.app.session.here().lesson == "basics/texts"


async def test_up_from_the_first_module_is_the_card(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        await it.press("down", "home", "up")
        assert type(it.app.focused).__name__ == "ContinueCard"


async def test_the_mouse_opens_a_lesson(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        row = next(y for y, line in enumerate(it.text.splitlines()) if "Texts with values" in line)
        await it.click(offset=(12, row))
        assert it.place == "LessonScreen"


async def test_lessons_are_made_only_for_opened_modules(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        tree = it.app.screen.query_one("#path")
        assert [len(module.children) for module in tree.root.children] == [2, 0]


async def test_the_state_of_a_lesson_is_a_sign_and_words(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        assert "▸ Functions hand values back" in it.text
        assert "you are here" in it.text
        assert "○ Texts with values in them" in it.text
