"""The search over everything: lessons, exercises, concepts, and what the app can do."""

from __future__ import annotations

from typing import Any

import pytest

from course.locations import Locations

# ---------------------------------------------------------------- the palette


@pytest.mark.parametrize("key", ["slash", "ctrl+p"])
async def test_the_palette_finds_a_lesson_and_opens_it(
    open_app: Any, small_course: Locations, key: str
) -> None:
    async with open_app(small_course) as it:
        before = it.app.session.here()
        await it.press(key)
        await it.press(*"texts")
        assert "Texts with values in them   lesson" in it.text
        await it.press("enter")
        assert it.place == "LessonScreen"
        assert it.app.screen.lesson_id == "basics/texts"
        assert it.app.session.here() == before, "looking something up moves no place"


async def test_the_palette_finds_exercises_concepts_and_modules(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await it.press("slash")
        await it.press(*"label")
        assert "exercise" in it.text
        await it.press("escape", "slash")
        await it.press(*"f-string")
        assert "f-string   concept" in it.text
        await it.press("enter")
        assert it.app.screen.lesson_id == "basics/texts"
        await it.press("ctrl+p")
        await it.press(*"loops")
        assert "module" in it.text


async def test_the_palette_does_what_the_app_can_do(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=(120, 40)) as it:
        await it.press("slash")
        for command in ("Continue", "Playground", "Progress", "Settings"):
            assert command in it.text
        for command in ("Help", "Quit", "Portfolio"):  # further down, or off the screen
            await it.press(*command.lower())
            assert command in it.text
            await it.press(*["backspace"] * len(command))
        await it.press(*"progress")
        await it.press("enter")
        assert it.place == "ProgressScreen"


async def test_beside_the_search_there_is_nothing_of_the_place_below(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        assert "of 3 lessons done" in it.text
        await it.press("ctrl+p")
        await it.until(lambda: it.place == "CoursePalette")
        assert it.app.screen.styles.background.a == 1
