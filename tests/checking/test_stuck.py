"""Where code was when its time ran out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from course.checking.stuck import where_stuck
from course.model import Stuck, StuckVariable, Verdict
from course.worker.protocol import Event, StuckSaid, TaskSaid, TestBegun, VariableSaid
from tests.checking.door import Door, exercise_named
from tests.checking.said import talk_of

LOOP = """\
def clamp(value, low, high):
    position = 0
    total = 0
    while position < 3:
        total += value
    return total
"""
WAITING = """\
import asyncio


async def wait_for_parcel(event):
    await event.wait()


async def main():
    event = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(wait_for_parcel(event), name="parcel")


def clamp(value, low, high):
    asyncio.run(main())
"""


def stuck_in(door: Door, source: str) -> Stuck:
    report = door.check("clamp", source)
    assert report.verdict is Verdict.TIMEOUT
    assert report.stuck is not None
    assert report.limit is not None
    assert f"line {report.stuck.line}" in report.limit
    return report.stuck


def test_a_timeout_says_the_line_and_what_never_changed(door: Door) -> None:
    report = door.check("clamp", LOOP)
    stuck = report.stuck
    assert stuck is not None
    assert stuck.line in (4, 5)
    assert stuck.function == "clamp"
    assert stuck.code in ("while position < 3:", "total += value")
    assert (stuck.test, stuck.call) == ("test_inside_stays", "clamp(5, 0, 10)")
    changed = {variable.name: variable.changed for variable in stuck.variables}
    assert changed == {
        "value": False,
        "low": False,
        "high": False,
        "position": False,
        "total": True,
    }
    assert {variable.name: variable.value for variable in stuck.variables}["position"] == "0"
    assert [test.outcome for test in report.tests] == ["failed", *["not_run"] * 4]
    assert report.tests[0].call == "clamp(5, 0, 10)"


def test_asyncio_says_which_task_waits_where(door: Door) -> None:
    stuck = stuck_in(door, WAITING)
    assert {(task.name, task.line, task.function) for task in stuck.tasks} == {
        ("Task-1", 10, "main"),
        ("parcel", 5, "wait_for_parcel"),
    }


def test_c_code_that_holds_the_interpreter_has_a_line(door: Door) -> None:
    stuck = stuck_in(
        door,
        "import re\n\n\ndef clamp(value, low, high):\n"
        '    text = "a" * 60\n    return re.match(r"(a+)+$", text + "b")\n',
    )
    assert (stuck.line, stuck.function) == (6, "clamp")
    assert stuck.code == 'return re.match(r"(a+)+$", text + "b")'
    assert (stuck.test, stuck.call) == ("test_inside_stays", "clamp(5, 0, 10)")


def test_a_loop_outside_every_function(door: Door) -> None:
    stuck = stuck_in(door, "count = 1\nwhile True:\n    count += 1\n")
    assert stuck.line in (2, 3)
    assert (stuck.function, stuck.test, stuck.call) == ("", None, None)
    assert [(one.name, one.changed) for one in stuck.variables] == [("count", True)]


def test_a_lock_says_where_it_waits(door: Door) -> None:
    stuck = stuck_in(
        door,
        "import threading\n\n\ndef clamp(value, low, high):\n"
        "    lock = threading.Lock()\n    lock.acquire()\n    lock.acquire()\n",
    )
    assert (stuck.line, stuck.code) == (7, "lock.acquire()")


def test_the_watchdog_never_runs_the_learners_repr(door: Door) -> None:
    stuck = stuck_in(
        door,
        "class Loud:\n    def __init__(self):\n        self.size = 3\n"
        "    def __repr__(self):\n        open('called', 'w')\n        return 'loud'\n\n\n"
        "def clamp(value, low, high):\n    loud = Loud()\n    while loud:\n        pass\n",
    )
    values = {variable.name: variable.value for variable in stuck.variables}
    assert values["loud"] == "Loud(size=3)"


# ---------------------------------------------------------------- what was said, read

SOURCE = "def clamp():\n    while True:\n        pass\n"
SLOT = Path("/slot")


def read(*events: Event, fault: list[str] | None = None, **more: Any) -> Stuck | None:
    return where_stuck(talk_of(*events, fault=fault or []), SLOT, SOURCE, 2.0, **more)


def test_the_line_that_was_seen_most_often_is_the_one() -> None:
    variables = (VariableSaid("n", "1", changed=True),)
    said = StuckSaid({2: 1, 3: 5}, "clamp", False, "f.py::test_a", "clamp()", variables)
    found = read(TestBegun("f.py::test_b"), said)
    assert found == Stuck(
        3, "clamp", "pass", "test_a", "clamp()", (StuckVariable("n", "1", True),), (), 2.0
    )


def test_the_test_that_had_begun_is_the_one_where_nothing_else_is_said() -> None:
    found = read(TestBegun("f.py::test_b"), StuckSaid({2: 1}, "<module>", False))
    assert found is not None
    assert (found.test, found.function, found.code) == ("test_b", "", "while True:")


def test_a_line_that_is_not_in_the_source_has_no_code() -> None:
    for line in (0, 4):
        found = read(StuckSaid({line: 1}, "f", False))
        assert found is not None
        assert (found.line, found.code) == (line, "")


def test_where_nothing_is_known_nothing_is_claimed() -> None:
    assert read(TestBegun("f.py::test_b")) is None
    assert read(fault=["Timeout (0:00:02)!", '  File "/usr/lib/x.py", line 3 in wait']) is None


def test_a_traceback_of_c_gives_the_learners_innermost_line_and_the_tests_call() -> None:
    exercise = exercise_named("clamp")
    [tests] = exercise.test_files
    call = next(
        number
        for number, line in enumerate(tests.read_text("utf-8").splitlines(), 1)
        if "assert clamp(" in line
    )
    found = read(
        fault=[
            '  File "/usr/lib/python3.11/threading.py", line 9 in wait',
            '  File "/slot/work/clamp.py", line 3 in inner',
            '  File "/slot/work/clamp.py", line 2 in clamp',
            f'  File "/slot/tests/{tests.name}", line {call} in test_it',
        ],
        exercise=exercise,
    )
    assert found is not None
    assert (found.line, found.function, found.code) == (3, "inner", "pass")
    assert (found.call or "").startswith("clamp(")


def test_what_is_shown_is_bounded() -> None:
    variables = tuple(VariableSaid(f"v{number}", "1", False) for number in range(30))
    tasks = tuple(TaskSaid(f"t{number}", "f", number) for number in range(30))
    found = read(StuckSaid({1: 1}, "f", False, variables=variables, tasks=tasks))
    assert found is not None
    assert (len(found.variables), len(found.tasks)) == (24, 24)
    assert (found.tasks[1].name, found.tasks[1].line, found.tasks[1].function) == ("t1", 1, "f")
