"""Questions longer than the window: they open at their beginning, the answer stays in view."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from course.locations import Locations

LESSON = "basics/long"
TEXT = """\
title: A long program
minutes: 5
teaches: []
summary: You can read a long program.
steps:
  - predict:
      code: |
{code}
      because: Every line is read.
  - predict:
      code: |
{code}
      choices: ["0", "1", "2", an error]
      because: Every line is read.
"""
CODE = "\n".join([f"        line_{number} = {number}" for number in range(40)])


@pytest.fixture
def long_course(own_course: Locations) -> Locations:
    """The small course with a lesson of two long questions."""
    modules = Path(own_course.course_file).parent
    folder = next(it for it in modules.iterdir() if it.name.endswith("basics"))
    code = f"{CODE}\n        print(line_1)"
    (folder / "90-long.yaml").write_text(TEXT.format(code=code), encoding="utf-8")
    return own_course


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (48, 16), (40, 12)])
async def test_the_answer_stays_in_view(
    open_app: Any, long_course: Locations, size: tuple[int, int]
) -> None:
    async with open_app(long_course, size=size) as it:
        it.app.open_lesson(LESSON, 0)
        await it.until(lambda: "Type what it prints" in it.text)
        if size[1] > 12:  # 40x12 leaves the question a row, which its first words take
            assert "line_0 = 0" in it.text
        await it.press("pagedown")
        await it.until(lambda: "line_0 = 0" not in it.text)
        assert "Type what it prints" in it.text
        await it.press("7", "enter")
        await it.until(lambda: "✗" in it.text)
        assert it.app.screen.view.finished is False
        await it.press("backspace", "1")
        await it.press("enter")
        await it.until(lambda: it.app.screen.view.finished)
        assert not it.app.screen.view.has_class("-answering")


async def test_the_choices_stay_in_view(open_app: Any, long_course: Locations) -> None:
    async with open_app(long_course) as it:
        it.app.open_lesson(LESSON, 1)
        await it.until(lambda: "an error" in it.text)
        assert "line_0 = 0" in it.text
        assert "1-4 answers" in it.text
        for _ in range(6):
            await it.press("pagedown")
        await it.until(lambda: "print(line_1)" in it.text)
        assert "an error" in it.text
        await it.press("pageup")
        await it.until(lambda: "print(line_1)" not in it.text)
        await it.press("1")
        await it.until(lambda: "✗" in it.text)
        await it.press("2")
        await it.until(lambda: it.app.screen.view.finished)


async def test_a_question_that_is_answered_names_no_key_for_it(
    open_app: Any, long_course: Locations
) -> None:
    async with open_app(long_course) as it:
        it.app.open_lesson(LESSON, 1)
        await it.until(lambda: "F5 Answer" in it.text)
        await it.press("2")
        await it.until(lambda: it.app.screen.view.finished)
        await it.until(lambda: "F5" not in it.text)
