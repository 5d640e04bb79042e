"""The wrong line is pointed at."""

from __future__ import annotations

from typing import Any

from course.locations import Locations
from tests.ui.lessons import (
    EXERCISE,
    SPOT,
    at_step,
)


async def test_the_wrong_line_is_found(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, SPOT)
        await it.press("down", "enter")
        assert "✗ Line 2 is not the one" in it.text
        assert "postage(10) gives 490. It should give 500." in it.text
        assert "thrown away" not in it.text
        await it.press("1", "3", "9", "enter")  # there is no line 9
        assert "✓ Right: line 3" in it.text
        assert "thrown away" in it.text
        assert "price = price + weight" in it.text
        await it.press("enter")
        assert screen.position == EXERCISE
