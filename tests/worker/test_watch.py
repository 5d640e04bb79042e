"""The watchdog: where code is when its time runs out, and which of its variables do not move."""

from __future__ import annotations

import faulthandler
import os
import time

import pytest

from course.model import Stuck, Verdict
from course.worker.channel import Channel
from course.worker.own_time import OwnTime
from course.worker.watch import Watchdog
from tests.checking.door import Door

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


def test_the_process_ends_when_nobody_listens_any_more() -> None:
    """On a busy machine it is first asked for more time: app and supervisor may have gone."""
    read, write = os.pipe()
    os.close(read)
    clock = OwnTime()
    watchdog = Watchdog(clock)
    ended_with: list[int] = []
    watchdog._exit = ended_with.append  # type: ignore[assignment]
    watchdog._channel = Channel(write, "nonce")
    watchdog._events_descriptor = write
    watchdog._deadline, watchdog._expected = clock() + 100, time.monotonic()
    with pytest.raises(BrokenPipeError):
        watchdog.run()
    faulthandler.cancel_dump_traceback_later()
    os.close(write)
    assert ended_with == [124]


def test_a_watchdog_without_memory_watches_on(monkeypatch: pytest.MonkeyPatch) -> None:
    dog = object.__new__(Watchdog)
    watched: list[int] = []
    ends: list[int] = []

    def watch() -> None:
        watched.append(1)
        if len(watched) == 1:
            raise MemoryError

    monkeypatch.setattr(dog, "_watch", watch, raising=False)
    monkeypatch.setattr(dog, "_exit", ends.append, raising=False)
    dog.run()
    assert (len(watched), ends) == (2, [124])
