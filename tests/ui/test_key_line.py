"""The line of keys names those that work."""

from __future__ import annotations

from typing import Any

from course.locations import Locations
from course.ui.widgets.steps.blank import GapInput
from tests.ui.lessons import (
    BLANK,
    SPOT,
    at_step,
)


async def test_in_a_blank_the_footer_names_keys_that_work(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=(120, 40)) as it:
        screen = await at_step(it, BLANK)
        footer = it.text.rstrip().splitlines()[-1]
        assert "Esc Stop typing" in footer
        assert "F8 Next" in footer
        assert "Shift+F8 Previous" in footer
        await it.press("n", "p")
        assert screen.query_one(GapInput).value == "np"
        await it.press("escape")
        footer = it.text.rstrip().splitlines()[-1]
        assert "Esc Back" in footer
        assert "n Next" in footer
        assert it.place == "LessonScreen"
        screen.query_one(GapInput).focus()
        await it.press("f8")
        assert screen.position == SPOT
        await it.press("shift+f8")
        assert screen.position == BLANK
