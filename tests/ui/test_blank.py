"""Gaps on the screen: filled, run, shown, with the keys that work there."""

from __future__ import annotations

from typing import Any

from course.locations import Locations
from course.ui.widgets.steps.blank import GapInput
from tests.ui.lessons import (
    BLANK,
    SPOT,
    answered,
    at_step,
)


async def test_every_answer_in_a_blank_is_run_and_shown(
    open_app: Any, own_course: Locations
) -> None:
    file = own_course.lessons / "01-basics" / "01-functions.yaml"
    before, blank, after = file.read_text(encoding="utf-8").partition("  - blank:\n")
    asked = """  - blank:
      question: Fill in a sum that makes 12.
      code: print(___, ___)
      answers: ["7 + 5", "1"]
      output: "12 1"
      must_use: ["op:+"]
      because: Any sum is right.
"""
    file.write_text(before + asked + blank + after, encoding="utf-8")

    async def fill(*words: str) -> None:
        for gap, word in zip(screen.query(GapInput), words, strict=True):
            gap.value = word
        await it.press("f5")

    async with open_app(own_course, size=(100, 40)) as it:
        screen = await at_step(it, BLANK)
        await fill("6 + 7", "1")
        assert "13 1" in it.text
        assert "Right: blank 2. Not yet: blank 1." in it.text
        assert "It should print:" in it.text
        assert "Any sum is right." not in it.text
        await fill("6 +", "1")
        assert "Try 2: Not this one" in it.text
        assert "SyntaxError" in it.text
        await fill("12", "1")
        assert "✗ Try 3" in it.text
        assert "the question asks for the operator +" in " ".join(it.text.split())
        await fill("6 + 6", "1")
        assert "✓ Right" in it.text
        assert "12 1" in it.text
        assert "Any sum is right." in it.text


async def test_blanks_are_filled(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, BLANK)
        await it.press("enter")
        assert answered(it) == {}
        await it.press(*"print", "enter")
        await it.until(lambda: "✗ Not" in it.text)
        screen.query_one(GapInput).value = ""
        await it.press(*"return", "enter")
        await it.until(lambda: "✓ Right" in it.text)
        await it.press("enter")
        assert screen.position == SPOT


async def test_a_blank_behind_the_edge_comes_into_view(
    open_app: Any, own_course: Locations
) -> None:
    file = own_course.lessons / "01-basics" / "01-functions.yaml"
    before, blank, after = file.read_text(encoding="utf-8").partition("  - blank:\n")
    asked = """  - blank:
      code: |
        ___ = 12
        price_of_everything = 10 + 1 + 1 + 1 - 1; print(price_of_everything, ___)
      answers: ["total", "total"]
      output: "12 12"
      because: The name.
"""
    file.write_text(before + asked + blank + after, encoding="utf-8")
    async with open_app(own_course, size=(50, 24)) as it:
        screen = await at_step(it, BLANK)
        first, second = screen.query(GapInput)
        await it.press(*"total", "enter")
        assert second.has_focus
        await it.until(lambda: second.region in screen.region)
        await it.press("up")
        await it.until(lambda: first.region in screen.region)
