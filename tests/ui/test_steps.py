"""Pages of steps turned faster than they open."""

from __future__ import annotations

from typing import Any

import pytest

from course.locations import Locations
from course.ui.widgets.steps.base import StepView
from tests.ui.lessons import (
    END,
    EXAMPLE,
    EXERCISE,
    LESSON,
    TEXT,
    at_step,
)


@pytest.mark.parametrize(("typed", "then"), [("n", END), ("pn", EXERCISE), ("nnp", EXERCISE)])
async def test_keys_pressed_while_a_lesson_comes_back_turn_its_pages_one_by_one(
    open_app: Any, small_course: Locations, typed: str, then: int
) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, EXERCISE)
        await it.press("enter")
        await it.until(lambda: getattr(it.app.screen, "ready", False))
        await it.rush("escape", *typed)
        assert it.app.screen is screen
        await it.until(lambda: screen.view is not None and screen.position == then)
        assert list(screen.query(StepView)) == [screen.view]


async def test_pages_are_turned_one_after_another(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, TEXT)
        await it.rush(*"nnnpnnnpnnn")
        await it.until(lambda: screen.position == 7)
        assert list(screen.query(StepView)) == [screen.view]
        assert "Step 8 of 8" in it.text


async def test_keys_are_not_lost_while_a_lesson_opens(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        it.app.open_lesson(LESSON, TEXT)
        await it.rush("n", "n", "p")
        assert it.app.screen.position == EXAMPLE
        assert "Step 2 of 8" in it.text
