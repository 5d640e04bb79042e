"""The tasks of an event loop in time travel: bars over time, what blocked, shown and hidden."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from course import locations
from course.locations import Locations
from course.tracing.recording import Recording
from course.tracing.trace import Trace
from course.ui.app import CourseApp
from course.ui.screens.time_travel import TimeTravelScreen
from course.ui.widgets.tasks import TaskBars, _shares
from tests.ui.conftest import SIZES

BLOCKS = """\
import asyncio
import time

async def price(carrier, pause):
    await asyncio.sleep(pause)
    if carrier == "Tern":
        time.sleep(0.05)
    return carrier

async def main():
    print(await asyncio.gather(price("Gull", 0.02), price("Tern", 0.01)))

asyncio.run(main())
"""

pytestmark = pytest.mark.usefixtures("patient")


async def stepping(it: Any, source: str) -> TimeTravelScreen:
    """Step through a source in place of a lesson's example."""
    lesson = next(
        entry
        for module in it.app.session.catalogue.modules
        for entry in module.lessons
        if "example" in entry.steps
    )
    it.app.open_lesson(lesson.id, lesson.steps.index("example"))
    await it.settle()
    await it.press("e")
    it.app.screen.view.editor.text = source
    await it.press("f3")
    await it.until(lambda: it.place == "TimeTravelScreen")
    await it.settle()
    assert isinstance(it.app.screen, TimeTravelScreen)
    return it.app.screen


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_tasks_are_bars_and_what_blocks_is_told(
    open_app: Any, small_course: Locations, size: tuple[int, int]
) -> None:
    async with open_app(small_course, size=size) as it:
        screen = await stepping(it, BLOCKS)
        assert "▓ `time.sleep(0.05)` on line 7 kept every other task waiting for" in it.text
        await it.press("b")
        assert screen.trace[screen.position].line == 7
        assert "▶ price('Tern', 0" in it.text
        assert "price('Gull', 0" in it.text
        assert "main()" in it.text
        assert "several tasks, line" in it.text
        assert "▓▓▓" in it.text
        assert "▼" in it.text


async def test_the_call_stack_names_the_task(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=SIZES["120x40"]) as it:
        await stepping(it, BLOCKS)
        await it.press("b")
        assert "Call stack of the task price('Tern', 0.01)" in it.text
        await it.resize(80, 24)
        assert "Task price('Tern', 0.01)  the program ▸ price" in it.text


async def test_a_key_hides_the_tasks_and_shows_them(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        await stepping(it, BLOCKS)
        await it.press("t")
        assert "kept every other task" not in it.text
        await it.press("t")
        assert "kept every other task" in it.text


async def test_without_an_event_loop_there_are_neither_bars_nor_keys(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await stepping(it, "print(1)\n")
        assert not screen.query(TaskBars)
        assert "Tasks" not in it.text


RECORDED = {
    "texts": [""],
    "nodes": [["<module>", -1, 0], ["price", 0, 3]],
    "snapshots": [[1, -1, {}, []]],
    "steps": [[1, "call", 1, 0, [], 0, 0], [2, "line", 2, 1, [0], 0, 0]],
    "calls": [],
    "printed": "",
    "total": 2,
    "ended": "finished",
    "loop": {
        "loops": [[0, 80_000]],
        "tasks": [["", "main()", -1, 0, 0, 80_000, "done"]]
        + [["", f"price({n})", 0, 0, 1_000, 12_000 + 40_000 * (n > 0), "done"] for n in range(5)]
        + [["slow", "price(9)", 0, 0, 1_000, 79_000, "cancelled"]],
        "runs": [
            [0, 100, 1_000, "several", "", 3, 3, 900, 900],
            [1, 1_100, 1_200, "sleep", "0.01", 2, 2, 90, 90],
            [1, 11_000, 12_000, "", "", 0, 2, 900, 900],
            [2, 1_300, 1_400, "queue", "get", 2, 2, 90, 90],
            [2, 20_000, 52_000, "", "", 0, 2, 31_000, 31_000],
            [6, 1_500, 1_600, "lock", "Lock", 2, 2, 90, 90],
            [6, 78_990, 79_000, "", "", 0, 2, 10, 10],
        ],
        "moments": [[0, -1], [20_100, 2]],
        "is_all": True,
    },
}


@pytest.mark.parametrize("size", [(40, 12), (60, 16), (250, 70)], ids=str)
async def test_every_size_has_a_place_for_the_tasks(
    open_app: Any, small_course: Locations, size: tuple[int, int]
) -> None:
    trace = Trace("async def price(carrier):\n    pass\n", msgspec.convert(RECORDED, Recording))
    async with open_app(small_course, size=size) as it:
        it.app.push_screen(TimeTravelScreen("Prices", trace))
        await it.settle()
        await it.press("n")
        assert "async def price" in it.text
        if size[1] < 16:
            await it.press("t")
        assert "▶ pri" in it.text
        assert "▼" in it.text
        assert "▓" in it.text


def of_a_framework(*loops: list[list[Any]], moments: list[list[int]]) -> Trace:
    """A recording whose loops have these tasks, each with whether it is a library's."""
    tasks = [task for number, loop in enumerate(loops) for task in loop if task[3] == number]
    tables = {
        "loops": [[number * 100, number * 100 + 90] for number in range(len(loops))],
        "tasks": tasks,
        "runs": [],
        "moments": moments,
        "is_all": True,
    }
    return Trace(
        "def show():\n    pass\n", msgspec.convert({**RECORDED, "loop": tables}, Recording)
    )


SERVED = ["", "serve()", -1, 0, 0, 90, "done", True]
"""FastAPI calls a plain function in a thread: no task has any of the learner's code in it."""


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)], ids=str)
async def test_code_that_a_framework_calls_in_threads_has_no_tasks_to_show(
    open_app: Any, small_course: Locations, size: tuple[int, int]
) -> None:
    trace = of_a_framework([SERVED], moments=[[0, -1], [10, -1]])
    async with open_app(small_course, size=size) as it:
        it.app.push_screen(TimeTravelScreen("Parcels", trace))
        await it.settle()
        await it.press("n", "t", "b")
        assert "def show" in it.text
        assert "Tasks" not in it.text


async def test_a_loop_without_tasks_among_others_says_so(
    open_app: Any, small_course: Locations
) -> None:
    mine = ["", "main()", -1, 1, 100, 190, "done"]
    trace = of_a_framework([SERVED], [mine], moments=[[10, -1], [110, 1]])
    async with open_app(small_course) as it:
        it.app.push_screen(TimeTravelScreen("Parcels", trace))
        await it.settle()
        assert "None of your code is in a task of this loop." in it.text
        await it.press("n")
        assert "▶ main()" in it.text


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_picture(
    open_app: Any,
    small_course: Locations,
    picture: Callable[[CourseApp], bool],
    size: tuple[int, int],
) -> None:
    source = "async def price(carrier):\n    return sum(range(10**7))\nasyncio.run(main())\n"
    trace = Trace(source, msgspec.convert(RECORDED, Recording))
    async with open_app(small_course, size=size) as it:
        it.app.push_screen(TimeTravelScreen("Prices", trace))
        await it.settle()
        await it.press("b")
        assert picture(it.app)


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("name", ["track_parcel", "parcel_crud", "api_keys"])
async def test_an_endpoint_that_is_a_plain_function_is_stepped_through(
    open_app: Any, name: str
) -> None:
    here = locations.find()
    async with open_app(here, size=(120, 40)) as it:
        it.app.open_exercise(f"fastapi/{name}")
        await it.until(lambda: getattr(it.app.screen, "ready", False))
        screen = it.app.screen
        wrong = sorted(file.path for file in screen.exercise.mistakes)
        screen.editor.replace_text(wrong[0].read_text(encoding="utf-8"))
        await it.press("f5")
        await it.until(lambda: screen.results.report is not None and screen.results.counted)
        await it.press("f3")
        assert isinstance(it.app.screen, TimeTravelScreen)
        await it.press("n", "t", "b", "end", "home", "escape")
        assert it.app.screen is screen


@pytest.mark.parametrize(
    ("width", "longest", "name"), [(80, 12, 15), (80, 40, 43), (60, 30, 33), (60, 90, 40)]
)
def test_a_name_is_whole_as_long_as_bar_and_words_have_the_least(
    width: int, longest: int, name: int
) -> None:
    shares = _shares(width, longest)
    assert shares[0] == name
    assert sum(shares) + 2 <= width
    assert shares[1] >= 12
    assert shares[2] >= 6
