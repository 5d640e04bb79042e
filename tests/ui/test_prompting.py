"""Places with code: where editors offer names, and where the prompt's key leads."""

from __future__ import annotations

from typing import Any

import pytest

from course.locations import Locations


@pytest.mark.usefixtures("patient")
async def test_nothing_is_offered_in_the_first_module(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await it.exercise()
        assert not screen.completes
        assert not screen.editor.completes
        screen.exercise_id = "more/later"
        assert screen.editor.completes
