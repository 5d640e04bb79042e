"""Help tells the keys of the place it was called from."""

from __future__ import annotations

import re
from typing import Any

import pytest

from course.locations import Locations
from course.ui.keys import key_ids
from tests.ui.lessons import LESSON

# ---------------------------------------------------------------- help


@pytest.mark.parametrize("pressed", [(), ("p",), ("s",), ("c",), ("enter",)])
async def test_help_tells_the_keys_of_the_screen_it_came_from(
    open_app: Any, small_course: Locations, pressed: tuple[str, ...]
) -> None:
    async with open_app(small_course, size=(100, 60)) as it:
        await it.press(*pressed)
        before = it.place
        wanted = {
            active.binding.tooltip
            for active in it.app.screen.active_bindings.values()
            if active.binding.id and active.enabled
        }
        await it.press("f1")
        assert it.place == "HelpScreen"
        assert wanted
        assert not [words for words in wanted if words not in it.text]
        await it.press("escape")
        assert it.place == before


async def test_the_help_key_also_leaves_help(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        await it.press("f1", "f1")
        assert it.place == "HomeScreen"


SIZES = [(120, 40), (80, 24), (60, 20), (40, 20)]


# ---------------------------------------------------------------- keys


@pytest.mark.parametrize("place", ["home", "lesson", "exercise", "playground"])
async def test_help_shows_no_internal_name_and_breaks_no_word(
    open_app: Any, small_course: Locations, place: str
) -> None:
    async with open_app(small_course, size=SIZES[0]) as it:
        if place == "lesson":
            it.app.open_lesson(LESSON, 4)
            await it.until(lambda: it.place == "LessonScreen")
        elif place == "exercise":
            await it.exercise("basics/double")
        elif place == "playground":
            await it.press("g")
        await it.settle()
        for size in SIZES:
            await it.resize(*size)
            said = {
                word
                for active in it.app.screen.active_bindings.values()
                if active.binding.id and active.enabled
                for word in active.binding.tooltip.split()
            }
            await it.press("f1")
            assert it.place == "HelpScreen"
            tables = it.app.screen.query("KeyTable")
            shown = "\n".join(str(table.render()) for table in tables)
            assert not set(key_ids()) & set(re.findall(r"[a-z_]+\.[a-z_0-9]+", shown))
            width = tables.first().content_size.width
            assert all(len(line) <= width for line in shown.splitlines()), size
            assert said <= set(shown.split()), size
            await it.press("f1")
