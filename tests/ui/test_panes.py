"""Panes: side by side where there is room, else a key away."""

from __future__ import annotations

from typing import Any

import pytest

from course.locations import Locations
from tests.ui.submissions import PRINTS, WIDE

# ---------------------------------------------------------------- a narrow window


@pytest.mark.usefixtures("patient")
async def test_in_a_narrow_window_everything_is_a_key_away(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await it.exercise()
        assert "Write double(n)." in it.text
        assert "Return twice n." not in it.text
        await it.press("2")
        assert screen.editor.has_focus
        assert "Return twice n." in it.text
        await it.press("1", "f8")
        assert "1" in screen.editor.text
        assert screen.pane == "results"
        assert "F5 checks your work." in it.text
        await it.press("1")
        assert screen.pane == "brief"
        screen.editor.replace_text(PRINTS)
        await it.check()
        assert screen.pane == "results"
        assert "✗ Not yet" in it.text
        await it.press("escape")
        assert screen.editor.has_focus
        await it.press("escape", "3", "e", "f2")
        await it.until(lambda: "In your code" in it.text)
        await it.press("f2")
        await it.until(lambda: "Hint 1 of 3" in it.text)
        await it.click("#tab-results")
        assert screen.pane == "results"


@pytest.mark.usefixtures("patient")
async def test_a_window_that_is_made_narrow_keeps_the_pane_with_the_keys(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        assert screen.editor.has_focus
        await it.resize(80, 24)
        assert screen.pane == "code"
        assert "Return twice n." in it.text
