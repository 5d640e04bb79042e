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


async def test_the_authors_question_is_asked_once(open_app: Any, own_course: Locations) -> None:
    file = own_course.lessons / "01-basics" / "01-functions.yaml"
    text = file.read_text(encoding="utf-8")
    question = "      question: |\n        Too low. Which line\n        is wrong?\n      line: 3\n"
    file.write_text(text.replace("      line: 3\n", question), encoding="utf-8")
    async with open_app(own_course) as it:
        await at_step(it, SPOT)
        assert "Too low. Which line is wrong?" in it.text
        assert it.text.count("Which line is wrong?") == 1
