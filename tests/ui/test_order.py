"""Lines put in order, by keyboard and by mouse."""

from __future__ import annotations

from typing import Any

import pytest

from course.locations import Locations
from course.ui.widgets.steps.order import CodeLine, LineBench
from tests.ui.lessons import (
    BLANK,
    ORDER,
    answered,
    at_step,
)


async def test_lines_are_taken_moved_and_put_back(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, ORDER)
        bench = screen.query_one(LineBench)
        wanted = screen.lesson.steps[ORDER].content.lines.rstrip("\n").split("\n")
        assert bench.pool != tuple(wanted)
        for line in (wanted[0], wanted[2], wanted[1]):
            await go_to(it, bench, line)
            await it.press("enter")
        await it.press("f5")
        await it.until(lambda: "✗ Not" in it.text)
        await go_to(it, bench, wanted[1])
        await it.press("shift+up")
        assert list(bench.program) == wanted
        await go_to(it, bench, wanted[0])
        await it.press("space")
        assert wanted[0] in bench.pool
        await go_to(it, bench, wanted[0])
        await it.press("space")
        await go_to(it, bench, wanted[0])
        await it.press("K", "K", "f5")
        await it.until(lambda: "✓ Right" in it.text)
        assert answered(it)[ORDER]
        await it.press("enter")
        assert screen.position == BLANK


@pytest.mark.usefixtures("quick")
async def test_lines_that_were_laid_are_there_again_after_an_end(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, ORDER)
        for _ in range(2):
            await go_to(it, screen.query_one(LineBench), screen.query_one(LineBench).pool[-1])
            await it.press("enter")
        laid = screen.query_one(LineBench).program
        await it.kept_as_typed()
    async with open_app(small_course) as it:
        await it.until(lambda: it.place == "UnsavedDialog")
        await it.press("enter")
        await it.until(lambda: len(it.app.screen.query(LineBench)) == 1)
        bench = it.app.screen.query_one(LineBench)
        await it.until(lambda: bench.program == laid)
        await it.until(lambda: [it.code for it in bench.query(CodeLine)] == [*laid, *bench.pool])
        await it.press("n")
        assert it.app.session.unsaved.all() == ()


async def go_to(it: Any, bench: LineBench, line: str) -> None:
    """Move the cursor to a line with the keys."""
    target = [*bench.program, *bench.pool].index(line)
    way = "down" if target > bench.cursor else "up"
    await it.press(*[way] * abs(target - bench.cursor))


async def test_a_wrong_order_is_told_what_it_does_and_not_what_is_right(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, ORDER)
        bench = screen.query_one(LineBench)
        first, second, third = screen.lesson.steps[ORDER].content.lines.rstrip("\n").split("\n")
        for line in (first, second):
            await go_to(it, bench, line)
            await it.press("enter")
        await it.press("f5")
        await it.until(lambda: "✗ Not this one" in it.text)
        assert "two_mugs(990) gives None. It should give 1980." in it.text
        await it.press("f5")
        await it.until(lambda: "✗ Try 2: Not this one" in it.text)
        await go_to(it, bench, second)
        await it.press("enter")
        await go_to(it, bench, third)
        await it.press("enter", "f5")
        await it.until(lambda: "✗ Try 3: Not this one" in it.text)
        assert "total" in it.text.partition("✗ Try 3")[2]
        assert "NameError" in it.text
