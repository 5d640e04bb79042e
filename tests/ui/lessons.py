"""Helpers of the tests of lessons: to a step, what is answered, a file beside the code."""

from __future__ import annotations

from typing import Any

from course.locations import Locations
from course.ui.screens.lesson import LessonScreen
from course.ui.widgets.steps.base import StepView

LESSON = "basics/functions"
TEXT, EXAMPLE, PREDICT, CHOOSE, ORDER, BLANK, SPOT, EXERCISE, END = range(9)


async def at_step(it: Any, step: int) -> LessonScreen:
    """Open the lesson of every kind of step at one of them."""
    it.app.open_lesson(LESSON, step)
    await it.until(lambda: it.place == "LessonScreen" and it.app.screen.query(StepView))
    await it.settle()
    screen = it.app.screen
    assert isinstance(screen, LessonScreen)
    return screen


def answered(it: Any) -> dict[int, bool]:
    """What is kept of the answers."""
    return it.app.session.answered(LESSON)


def with_a_file(course: Locations) -> None:
    """Give the lesson a file that its example, its prediction and its blank import."""
    file = course.lessons / "01-basics" / "01-functions.yaml"
    text = file.read_text(encoding="utf-8")
    prices = "    TEA = 450  # cents\n    def add(tax):\n        return TEA + tax\n"
    text = text.replace("steps:\n", f"files:\n  prices.py: |\n{prices}steps:\n", 1)
    text = text.replace("print(double(4))", "import prices\n        print(double(prices.TEA))")
    text = text.replace('print(shout("hi"))', "from prices import TEA\n        print(TEA)")
    text = text.replace("[HI, hi, None,", "[HI, hi, 450,")
    text = text.replace("            ___ width", "            import prices\n            ___ width")
    file.write_text(text, encoding="utf-8")
