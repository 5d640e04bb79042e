"""The playground: programs that ask, stream, are stopped, come back; by keyboard, at both sizes."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from course.learner.playground import Playground
from course.learner.workspace import Workspace
from course.locations import Locations
from course.ui.app import CourseApp
from course.ui.screens.playground import ASKS
from course.ui.screens.time_travel import TimeTravelScreen
from course.worker.sandbox import children
from tests.ui import idle
from tests.ui.playing import ASKING, has_ended, opened, ran, state, told

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]
ENDLESS = "print('on')\nwhile True:\n    pass\n"


def workers_below(process: int) -> list[int]:
    """Every process below one."""
    found = children(process)
    return found + [it for child in found for it in workers_below(child)]


def of_the_app(others: set[int]) -> list[int]:
    """Every process of an app with a checker of its own; `others` were there before it."""
    own = set(children(os.getpid())) - others
    return [*own, *(it for child in own for it in workers_below(child))]


async def no_worker_is_left(others: set[int]) -> None:
    """Wait until every process of the app, which is closed by then, has ended."""
    async with asyncio.timeout(idle.PATIENCE):
        while of_the_app(others):
            await asyncio.sleep(0.01)


def is_busy(process: int) -> bool:
    """Whether a process is using the processor."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return fields[0] == "R"


@pytest.mark.parametrize("size", SIZES)
async def test_the_learner_types_what_the_program_asks_for(
    open_app: Any, small_course: Locations, size: tuple[int, int]
) -> None:
    async with open_app(small_course, size=size) as it:
        screen = await opened(it, ASKING)
        await it.press("f5")
        await it.until(lambda: screen.answer.has_focus)
        assert state(screen) == ASKS
        assert "Name?" in it.text
        await it.press(*"Ada", "enter")
        await it.until(lambda: screen.output.text.endswith("How many? "))
        await it.press("3", "enter")
        await it.until(lambda: has_ended(screen))
        assert screen.output.text == "Name? Ada\nHow many? 3\n3 for Ada"
        assert "3 for Ada" in it.text
        assert screen.editor.has_focus


async def test_a_loop_that_was_stopped_is_explained(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=(120, 40)) as it:
        screen = await opened(it, ENDLESS)
        await it.press("f5")
        await it.until(lambda: screen.output.text == "on")
        await it.press("f9")
        await it.until(lambda: "there is none in it" in told(it))
        assert "When it was stopped it was on line" in told(it)
        assert "60 seconds" not in told(it)


@pytest.mark.parametrize("key", ["f9", "ctrl+c"])
async def test_a_key_stops_a_program_that_waits_for_input(
    open_app: Any, small_course: Locations, key: str
) -> None:
    async with open_app(small_course) as it:
        screen = await opened(it, ASKING)
        await it.press("f5")
        await it.until(lambda: screen.answer.has_focus)
        await it.press(key)
        await it.until(lambda: has_ended(screen))
        assert state(screen) == "■ You stopped it on line 1."
        assert screen.editor.has_focus


async def test_f5_while_a_program_runs_begins_again(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        screen = await opened(it, "print('first')\nwhile True: print('x', end='')\n")
        await it.press("f5")
        await it.until(lambda: screen.output.text.startswith("first"))
        screen.editor.replace_text("print('second')\n")
        await ran(it, screen)
        assert screen.output.text == "second"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("print('a'\n", "never closed"),
        ("total = 3\nprint(totl)\n", "There is no totl; there is a total"),
        ("import os\nos.fork()\n", "cannot start other programs"),
        ("import socket\nsocket.create_connection(('example.com', 80))\n", "use the network"),
        ("items = []\nwhile True: items.append('tea' * 10**6)\n", "more than 1 GB"),
    ],
)
async def test_an_error_is_explained_in_plain_words(
    open_app: Any, small_course: Locations, source: str, words: str
) -> None:
    async with open_app(small_course, size=(120, 40)) as it:
        screen = await opened(it, source)
        await ran(it, screen)
        await it.until(lambda: words in told(it))


async def test_an_error_has_the_learners_own_frames(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=(120, 40)) as it:
        screen = await opened(it, "def half(n):\n    return n / 0\n\n\nprint(half(4))\n")
        await ran(it, screen)
        assert state(screen) == "✗ It ended with an error"
        assert screen.output.text.split("\n") == [
            "Traceback (most recent call last):",
            "  line 5",
            "    print(half(4))",
            "  line 2, in half",
            "    return n / 0",
            "ZeroDivisionError: division by zero",
        ]
        assert screen.editor.cursor_location == (1, 0)


# ---------------------------------------------------------------- time travel


async def test_f3_steps_through_the_run_with_what_was_typed(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=(120, 40)) as it:
        screen = await opened(it, ASKING)
        await it.press("f3")
        assert it.place == "PlaygroundScreen"
        assert "F5 runs it" in " ".join(note.message for note in it.app._notifications)
        await it.press("f5")
        await it.until(lambda: screen.answer.has_focus)
        await it.rush(*"Ada", "enter", "3", "enter")
        await it.until(lambda: has_ended(screen))
        await it.press("f3")
        await it.until(lambda: it.place == "TimeTravelScreen")
        await it.press("end")
        trace = it.app.screen
        assert isinstance(trace, TimeTravelScreen)
        assert "3 for Ada" in it.text
        await it.press("escape")
        assert it.place == "PlaygroundScreen"


async def test_f3_steps_through_a_program_that_asks_for_nothing(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await opened(it, "total = 0\nfor n in (1, 2):\n    total += n\n")
        await it.press("f3")
        await it.until(lambda: it.place == "TimeTravelScreen")


async def test_earlier_programs_are_looked_at_and_brought_back(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await opened(it, "print('one')\n")
        await it.press("f2")
        assert "no earlier programs" in " ".join(note.message for note in it.app._notifications)
        await ran(it, screen)
        screen.editor.replace_text("print('two')\nprint('all of it')\n")
        await ran(it, screen)
        screen.editor.replace_text("print('three, never run')\n")
        await it.press("f2")
        await it.until(lambda: it.place == "EarlierDialog")
        assert "print('one')" in it.text
        assert "print('all of it')" in it.text
        await it.press("down", "enter")
        await it.until(lambda: it.place == "PlaygroundScreen")
        assert screen.editor.text == "print('one')\n"
        kept = Playground(Workspace(small_course.workspace)).earlier()
        assert [program.source for program in kept] == [
            "print('three, never run')\n",
            "print('two')\nprint('all of it')\n",
            "print('one')\n",
        ]
        await it.press("f2")
        await it.until(lambda: it.place == "EarlierDialog")
        await it.press("escape")
        await it.until(lambda: it.place == "PlaygroundScreen")
        assert screen.editor.text == "print('one')\n"


async def test_a_new_program_begins_empty_and_the_old_is_kept(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await opened(it, "print('mine')\n")
        await it.press("shift+f5")
        assert screen.editor.text == ""
        assert screen.playground.earlier()[0].source == "print('mine')\n"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at processes through /proc")
@pytest.mark.parametrize("source", [ENDLESS, "print('on')\ninput()\n"], ids=["endless", "waiting"])
async def test_leaving_while_a_program_runs_ends_it(
    open_app: Any, small_course: Locations, source: str
) -> None:
    others = set(children(os.getpid()))
    async with open_app(small_course, own_checker=True) as it:
        screen = await opened(it, source)
        await it.press("f5")
        await it.until(lambda: "on" in screen.output.text)
        await it.press("escape", "escape")
        assert it.place == "HomeScreen"
        await it.until(lambda: not any(is_busy(one) for one in of_the_app(others)))
        again = await opened(it, "print('fine')\n")
        await ran(it, again)
        assert again.output.text == "fine"
    await no_worker_is_left(others)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at processes through /proc")
async def test_quitting_while_a_program_waits_leaves_no_process(
    open_app: Any, small_course: Locations
) -> None:
    others = set(children(os.getpid()))
    async with open_app(small_course, own_checker=True) as it:
        screen = await opened(it, "print('on')\ninput()\n")
        await it.press("f5")
        await it.until(lambda: screen.answer.has_focus)
        await it.press("ctrl+q")
    await no_worker_is_left(others)
    kept = small_course.workspace / "playground" / "playground.py"
    assert kept.read_text(encoding="utf-8") == "print('on')\ninput()\n"


# ---------------------------------------------------------------- the ways in


async def test_an_example_of_a_lesson_goes_on_in_the_playground(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await opened(it, "print('mine')\n")
        await it.press("escape", "escape")
        catalogue = it.app.session.catalogue
        lesson, step = next(
            (lesson, at)
            for lesson in catalogue.lessons
            for at, one in enumerate(catalogue.lesson(lesson).steps)
            if one.kind == "example"
        )
        example = catalogue.lesson(lesson).steps[step].content
        it.app.open_lesson(lesson, step)
        await it.settle()
        await it.press("g")
        await it.until(lambda: it.place == "PlaygroundScreen")
        screen = it.app.screen
        assert screen.editor.text.strip() == example.code.strip()
        assert screen.playground.earlier()[0].source == "print('mine')\n"
        await it.press("escape", "escape")
        assert it.place == "LessonScreen"


async def test_the_palette_opens_it_and_there_is_only_one(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await opened(it)
        it.app.open_exercise("basics/double")
        await it.settle()
        await it.press("ctrl+p", *"playground")
        await it.until(lambda: "Write and run" in it.text)
        await it.press("down", "enter")
        await it.until(lambda: it.app.screen is screen)
        assert [type(one).__name__ for one in it.app.screen_stack].count("PlaygroundScreen") == 1


# ---------------------------------------------------------------- pictures


@pytest.mark.parametrize("size", SIZES)
async def test_pictures(
    open_app: Any,
    small_course: Locations,
    picture: Callable[[CourseApp], bool],
    size: tuple[int, int],
) -> None:
    at_one_place = replace(small_course, workspace=Path("/tmp/course-pictures"))
    async with open_app(at_one_place, size=size) as it:
        screen = await opened(it, f"{ASKING}print(names)\n")
        screen.playground.save = lambda _: None  # type: ignore[method-assign]
        screen.playground.put_aside = lambda _: None  # type: ignore[method-assign]
        await it.press("f5")
        await it.until(lambda: screen.answer.has_focus)
        await it.press(*"Ada")
        await it.until(lambda: screen.editor.marks)
        assert picture(it.app)
        await it.press("enter", "3", "enter")
        await it.until(lambda: has_ended(screen))
        assert "names" in told(it)
        assert picture(it.app)


async def test_escape_is_named_for_what_it_does(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        screen = await opened(it, "print(1)\n")
        screen.editor.focus()
        await it.until(lambda: "Esc Stop typing" in it.text)
        await it.press("escape")
        assert it.place == "PlaygroundScreen"
        await it.until(lambda: "Esc Back" in it.text)
        await it.press("escape")
        assert it.place == "HomeScreen"
