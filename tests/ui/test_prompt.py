"""The `>>>` pane: opened by its key, with the code of the place in it, stopped and begun again."""

from __future__ import annotations

import os
from typing import Any

import pytest

from course.locations import Locations
from course.ui.widgets.prompt import PromptPane
from tests.ui.submissions import HEAD, WIDE
from tests.ui.test_playground import no_worker_is_left, workers_below

GOOD = HEAD + "    return n * 2\n"


async def at_prompt(it: Any) -> PromptPane:
    """Open the prompt and wait until its code is loaded."""
    await it.press("ctrl+l")
    pane = it.app.screen.prompt_pane
    assert isinstance(pane, PromptPane)
    await it.until(lambda: pane.answer is not None and not pane.runs)
    return pane


async def entered(it: Any, pane: PromptPane, block: str, shown: str) -> None:
    """Type a block as a learner does, Enter, and wait for words in the answer."""
    await it.press(*("enter" if it == "\n" else it for it in block), "enter")
    await it.until(lambda: shown in pane.output.text and not pane.runs)


@pytest.mark.usefixtures("patient")
async def test_the_prompt_has_the_exercises_code_and_says_when_that_is_older(
    open_app: Any, small_course: Locations
) -> None:
    others = set(workers_below(os.getpid()))
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(GOOD)
        pane = await at_prompt(it)
        assert "double.py is loaded: double" in it.text
        await entered(it, pane, "double(21)", "42")
        await entered(it, pane, "for n in range(2):\nprint(n + 5)\n", "6")
        assert ("n", "int", "1") in pane.answer.values
        assert "n int 1" in it.text
        await it.press("up")
        assert pane.line.text == "for n in range(2):\n    print(n + 5)"
        await it.press("ctrl+home", "up")
        assert pane.line.text == "double(21)"
        await it.press("down")
        assert pane.line.text.startswith("for n")
        await it.press("escape")
        assert screen.focused is screen.editor
        assert not pane.display
        screen.editor.replace_text(GOOD.replace("2", "3"))
        await it.press("ctrl+l")
        assert "Ctrl+L loads it" in it.text
        await it.press("ctrl+l")
        await it.until(lambda: pane.answer is not None and not pane.runs)
        await it.press("f7", "delete")
        await entered(it, pane, "double(2)", "6")
        assert "42" not in pane.output.text
        assert screen.file.path.read_text(encoding="utf-8") != GOOD
        assert screen.editor.text == GOOD.replace("2", "3")
    await no_worker_is_left(others)


@pytest.mark.usefixtures("patient")
async def test_an_endless_loop_is_stopped_and_what_ends_python_begins_another(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await it.press("g")
        await it.until(lambda: it.place == "PlaygroundScreen")
        it.app.screen.editor.replace_text("kept = 'here'\n")
        pane = await at_prompt(it)
        assert pane.answer.values == (("kept", "str", "'here'"),)
        await it.press(*"while True: pass", "enter")
        await it.until(lambda: "Ctrl+C stops it" in it.text)
        await it.press("ctrl+c")
        await it.until(lambda: "KeyboardInterrupt" in pane.output.text and not pane.runs)
        await entered(it, pane, "kept + '!'", "'here!'")
        await entered(it, pane, "1 / 0", "ZeroDivisionError")
        assert "It divides by 0" in pane.output.text
        await entered(it, pane, "input('Who? ')\nAnn", "'Ann'")
        await it.press(*"import os; os._exit(1)", "enter")
        await it.until(lambda: "A new one begins" in pane.output.text and not pane.runs)
        await it.until(lambda: pane.answer is not None)
        await entered(it, pane, "len(kept)", "4")


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["80x24", "40x12"])
async def test_a_lesson_has_the_prompt_in_any_window(
    open_app: Any, small_course: Locations, size: tuple[int, int]
) -> None:
    async with open_app(small_course, size=size) as it:
        it.app.open_lesson("basics/functions", 1)
        await it.until(lambda: getattr(it.app.screen, "view", None) is not None)
        pane = await at_prompt(it)
        await entered(it, pane, "3 * 4", "12")
        assert "12" in it.text
        assert ">>> " in it.text.split("\n")[-2]
        await it.press("ctrl+d")
        assert not pane.display
