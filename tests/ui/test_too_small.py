"""A window that is too small says what it needs."""

from __future__ import annotations

from typing import Any

import pytest

from course.locations import Locations

# ---------------------------------------------------------------- the window


async def test_a_tiny_window_says_what_it_needs(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=(20, 5)) as it:
        said = " ".join(it.text.split())
        assert "This window is 20x5." in said
        assert "at least 40x12; make it larger." in said


@pytest.mark.parametrize("pressed", [(), ("p",), ("enter",), ("slash", "t", "e")])
async def test_a_window_that_grows_again_shows_what_it_showed(
    open_app: Any, small_course: Locations, pressed: tuple[str, ...]
) -> None:
    async with open_app(small_course) as it:
        await it.press(*pressed)
        before, focus, text = it.place, it.app.focused, it.text
        await it.resize(30, 8)
        assert "30x8" in it.text
        await it.resize(39, 30)
        assert "39x30" in it.text
        await it.resize(80, 24)
        assert it.place == before
        assert it.app.focused is focus
        assert it.text == text


async def test_keys_do_nothing_while_the_window_is_too_small(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await it.resize(20, 5)
        await it.press("p", "f1", "ctrl+p", "escape", "enter")
        await it.resize(80, 24)
        assert it.place == "HomeScreen"
