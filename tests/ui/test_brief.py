"""The brief: what was taken of the ladder stands below it, and stays there."""

from __future__ import annotations

from typing import Any

import pytest

from course.locations import Locations
from tests.ui.submissions import WIDE


@pytest.mark.usefixtures("patient")
async def test_hints_come_one_at_a_time_and_stay(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=WIDE) as it:
        await it.exercise()
        await it.press("f2")
        assert "Hint 1 of 3" in it.text
        assert "Hint 2 of 3" not in it.text
        await it.press("f2", "f2")
        assert "Hint 3 of 3" in it.text
        assert "That was the last hint. F2 leads on" in " ".join(it.text.split())
        await it.press("f2")
        await it.until(lambda: "Go on to the solution?" in it.text)
        await it.press("escape")
        assert len(it.app.session.hints_taken(it.app.screen.exercise)) == 3
        await it.press("escape", "escape")
        await it.exercise()
        assert "Hint 3 of 3" in it.text
