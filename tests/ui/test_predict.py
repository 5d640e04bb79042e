"""What a program prints: chosen or typed."""

from __future__ import annotations

from typing import Any

from course.locations import Locations
from course.ui.widgets.steps.predict import AnswerLines
from tests.ui.lessons import (
    CHOOSE,
    PREDICT,
    answered,
    at_step,
)


async def test_a_wrong_prediction_shows_what_happens_and_may_be_tried_again(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, PREDICT)
        await it.press("1")
        assert "✗ Not what happens" in it.text
        assert "What really happens" in it.text
        assert "There is no return" in it.text
        assert answered(it) == {PREDICT: False}
        await it.press("3")
        assert "✓ Right" in it.text
        assert answered(it)[PREDICT]
        await it.press("enter")
        assert screen.position == CHOOSE


async def test_a_prediction_without_choices_is_typed_over_several_lines(
    open_app: Any, own_course: Locations
) -> None:
    file = own_course.lessons / "01-basics" / "01-functions.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace('      choices: [HI, hi, None, "an error"]\n', "")
    text = text.replace('print(shout("hi"))', 'print("n")\n        print(shout("hi"))')
    file.write_text(text, encoding="utf-8")
    async with open_app(own_course) as it:
        screen = await at_step(it, PREDICT)
        await it.press("f5")
        assert [said.message for said in it.app._notifications] == ["Type what it prints first."]
        await it.press("n", "down", "N", "o", "n", "e")
        assert screen.query_one(AnswerLines).text == "n\nNone"
        await it.press("enter")
        assert "✓ Right" in it.text
        await it.press("enter")
        assert screen.position == CHOOSE
