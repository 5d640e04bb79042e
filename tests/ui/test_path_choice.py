"""A path is chosen, or not."""

from __future__ import annotations

from typing import Any

from course.locations import Locations


async def test_a_new_learner_chooses_a_path_and_is_home(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, has_path=False) as it:
        assert it.place == "PathChoiceScreen"
        assert "You know functions and want loops." in it.text
        await it.press("down", "enter")
        assert it.place == "HomeScreen"
        assert "Loops only" in it.text
        assert it.app.session.path().id == "loops-only"


async def test_the_choice_of_a_path_can_be_skipped(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, has_path=False) as it:
        await it.press("escape")
        assert it.place == "HomeScreen"
        assert "All modules" in it.text
        assert it.app.session.path() is None
