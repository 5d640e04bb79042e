"""A list of answers: one picked by its number, or several ticked."""

from __future__ import annotations

from typing import Any

from course.locations import Locations
from course.ui.widgets.choices import ChoiceList
from tests.ui.lessons import (
    CHOOSE,
    at_step,
)


async def test_several_right_choices_are_ticked(open_app: Any, own_course: Locations) -> None:
    file = own_course.lessons / "01-basics" / "01-functions.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace(
        '        - text: "`print(total)`"',
        '        - text: "`return 0`"\n          correct: true\n        - text: "`print(total)`"',
    )
    file.write_text(text, encoding="utf-8")
    async with open_app(own_course) as it:
        screen = await at_step(it, CHOOSE)
        assert "[ ]" in it.text
        await it.press("1", "3", "enter")
        assert "Several are right" in it.text
        await it.press("3", "down", "up", "2", "enter")
        assert "✓ Right" in it.text
        assert screen.query_one(ChoiceList).marks == {0: True, 1: True}
