"""A lesson step by step: every kind of step right and wrong, and nothing of it lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from course.locations import Locations
from course.ui.app import CourseApp
from course.ui.widgets.editor import CodeEditor
from course.ui.widgets.steps.base import StepView
from course.ui.widgets.steps.blank import GapInput
from course.ui.widgets.steps.order import LineBench
from tests.ui.lessons import (
    BLANK,
    CHOOSE,
    END,
    EXAMPLE,
    EXERCISE,
    LESSON,
    ORDER,
    PREDICT,
    SPOT,
    TEXT,
    answered,
    at_step,
    with_a_file,
)

SIZES = {"80x24": (80, 24), "120x40": (120, 40)}


async def test_enter_goes_through_a_lesson_and_n_and_p_turn_its_pages(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, TEXT)
        assert "Step 1 of 8" in it.text
        await it.press("enter")
        assert screen.position == EXAMPLE
        await it.press("n", "n", "p")
        assert screen.position == PREDICT
        assert "Step 3 of 8" in it.text


async def test_a_lesson_reopens_at_its_step_with_its_answers(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await at_step(it, CHOOSE)
        await it.press("1", "p")
    async with open_app(small_course) as it:
        it.app.open_lesson(LESSON)
        await it.until(lambda: it.place == "LessonScreen" and it.app.screen.query(StepView))
        assert "Step 3 of 8" in it.text
        await it.press("n")
        assert "You have answered this" in it.text
        await it.press("ctrl+r")
        assert "You have answered this" not in it.text
        assert answered(it)[CHOOSE]


async def test_everything_can_be_clicked(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, CHOOSE)
        await it.click(".choice")
        assert "✓ Right" in it.text
        await it.click("#act")
        assert screen.position == ORDER
        await it.click(".code-line")
        assert len(screen.query_one(LineBench).program) == 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("step", "keys"),
    [
        (TEXT, ()),
        (EXAMPLE, ("enter",)),
        (PREDICT, ("1",)),
        (CHOOSE, ("1",)),
        (ORDER, ("enter", "enter")),
        (BLANK, ("r", "e")),
        (SPOT, ("down", "down", "enter")),
        (EXERCISE, ()),
        (END, ()),
    ],
    ids=["text", "example", "predict", "choose", "order", "blank", "spot", "exercise", "end"],
)
async def test_looks(
    open_app: Any,
    small_course: Locations,
    picture: Callable[[CourseApp], bool],
    step: int,
    keys: tuple[str, ...],
    size: str,
) -> None:
    async with open_app(small_course, size=SIZES[size]) as it:
        await at_step(it, step)
        await it.press(*keys)
        assert picture(it.app)


async def test_a_question_may_have_a_file_beside_it(open_app: Any, own_course: Locations) -> None:
    with_a_file(own_course)
    async with open_app(own_course) as it:
        screen = await at_step(it, PREDICT)
        await it.press("3")
        assert "✓ Right" in it.text
        await it.press("f3")
        await it.until(lambda: it.place == "TimeTravelScreen")
        await it.press("escape")
        await it.until(lambda: it.place == "LessonScreen")
        await it.app.screen.show_step(BLANK)
        await it.press("f")
        assert screen.query_one(GapInput).value == "f"
        await it.press("f4")
        assert it.place == "FilesDialog"
        await it.press("f4")
        assert it.place == "LessonScreen"


async def test_the_playground_holds_one_program_so_it_takes_none_with_a_file(
    open_app: Any, own_course: Locations
) -> None:
    with_a_file(own_course)
    async with open_app(own_course) as it:
        await at_step(it, EXAMPLE)
        await it.press("g")
        assert it.place == "LessonScreen"


async def test_an_error_in_a_file_beside_the_code_says_in_which_file(
    open_app: Any, own_course: Locations
) -> None:
    with_a_file(own_course)
    async with open_app(own_course) as it:
        screen = await at_step(it, EXAMPLE)
        await it.press("e")
        screen.query_one(CodeEditor).replace_text("from prices import add\nadd(None)\n")
        await it.press("f5")
        await it.until(lambda: "TypeError" in it.text)
        assert "line 3 of prices.py: return TEA + tax" in it.text
