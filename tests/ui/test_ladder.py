"""Nobody stays stuck: from the place in the code, over the hints, to a pass, by keyboard."""

from __future__ import annotations

from typing import Any

import pytest

from course.learner.ladder.helped import newest_was_helped
from course.learner.ladder.puzzle import bare, level_of
from course.locations import Locations
from course.ui.screens.ladder import PieceBench
from tests.ui.submissions import EXERCISE, PRINTS


def all_hints(session: Any, ident: str = EXERCISE) -> None:
    """Somebody who has taken every hint."""
    ladder = session.ladder(session.catalogue.exercise(ident))
    while ladder.take_hint():
        pass


async def lay(it: Any, bench: PieceBench, line: str) -> None:
    """Take a line with the keys, and indent it as it is in the solution."""
    place = len(bench.program) + bench.pool.index(bare(line))
    while bench.cursor != place:
        await it.press("down" if bench.cursor < place else "up")
    await it.press("enter")
    while level_of(bench.program[-1]) < level_of(line):
        await it.press("right")


@pytest.mark.usefixtures("patient")
async def test_after_the_last_hint_a_pass_is_a_few_presses_away(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, prepare=all_hints) as it:
        screen = await it.exercise()
        screen.editor.replace_text(PRINTS)
        screen.save()
        screen.ladder.take_place(PRINTS, await it.app.session.submit(screen.exercise, PRINTS))
        await it.press("f2")
        await it.until(lambda: "Go on to the solution?" in it.text)
        assert "two days" in it.text
        await it.press("enter")
        await it.until(lambda: "Lines to use" in it.text)
        await it.press("f2")
        await it.until(lambda: "1 of 2 lines" in it.text)
        assert "def double(n):" in it.text
        await it.press("f2")
        await it.until(lambda: "All 3 tests pass" in it.text)
        assert "Practised with the solution's help." in " ".join(it.text.split())
        session = it.app.session
        assert session.is_passed(EXERCISE)
        assert newest_was_helped(session.store, EXERCISE)
        kept = list(screen.file.path.parent.glob("double.before-help-*.py"))
        assert [file.read_text(encoding="utf-8") for file in kept] == [PRINTS]


@pytest.mark.usefixtures("patient")
async def test_the_lines_are_put_in_order_in_a_window_of_40_columns(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=(40, 20), prepare=all_hints) as it:
        await it.exercise()
        await it.press("f2")
        await it.until(lambda: "Go on" in it.text)
        await it.press("enter")
        await it.until(lambda: "Lines to use" in it.text)
        bench = it.app.screen.query_one(PieceBench)
        head, line = it.app.screen.puzzle.right
        await it.press("f5")
        assert "Take lines into your program first." in it.text
        await lay(it, bench, head)
        await lay(it, bench, line)
        await it.press("left", "f5")
        await it.until(lambda: "not at that indentation" in " ".join(it.text.split()))
        await it.press("escape", "f2")  # it is all there when one comes back, without a question
        await it.until(lambda: "Lines to use" in it.text)
        await it.press("right", "f5")
        await it.until(lambda: "All 3 tests pass" in it.text)
        assert newest_was_helped(it.app.session.store, EXERCISE)
