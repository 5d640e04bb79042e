"""Choices on the screen: one, several, and why one is wrong."""

from __future__ import annotations

from typing import Any

from course.locations import Locations
from tests.ui.lessons import (
    CHOOSE,
    answered,
    at_step,
)


async def test_a_wrong_choice_says_why(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        await at_step(it, CHOOSE)
        await it.press("down", "enter")
        assert "✗ Not this one" in it.text
        assert "It shows the value to a person" in it.text
        await it.press("1")
        assert "✓ Right" in it.text
        assert answered(it)[CHOOSE]
