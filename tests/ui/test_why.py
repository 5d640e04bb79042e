"""Why a value: chosen from a list, the steps that made it, and on to one of them."""

from __future__ import annotations

from typing import Any

import pytest

from course.locations import Locations
from tests.ui.stepping import COUNTS, WIDE, stepping

pytestmark = pytest.mark.usefixtures("patient")


async def test_a_value_is_followed_back_to_the_step_that_made_it(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await stepping(it, COUNTS)
        await it.press("f", "w")
        await it.until(lambda: "Why does it have this value?" in it.text)
        assert "double gives back 4" in it.text
        await it.press("enter")
        await it.until(lambda: "Line 6 gives total the value 4" in it.text)
        await it.press("down", "enter")
        await it.until(lambda: it.place == "TimeTravelScreen")
        assert screen.trace[screen.position].line == 6
        at = screen.position
        await it.press("w")
        await it.until(lambda: "Why does it have this value?" in it.text)
        await it.press("escape")
        assert screen.position == at
