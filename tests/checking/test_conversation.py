"""A busy machine changes nothing: limits are of a program's own time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.checking.conversation import LONGEST_WAIT, Conversation
from course.model import Verdict
from course.worker.clock import OwnTime
from course.worker.protocol import Late
from tests.checking.door import Door
from tests.explaining.test_symptoms import make

COUNTED = Path("/proc/self/schedstat").exists()
"""Whether this system counts how long a process could run and had no core."""

WORKS = """
import time

def works(seconds):
    start = time.process_time()
    while time.process_time() - start < seconds:
        pass
    return "done"

f = works
"""


@pytest.fixture
def busy_machine() -> Iterator[None]:
    """Three programs for each core that do nothing else than work."""
    endless = [sys.executable, "-c", "while True: pass"]
    others = [subprocess.Popen(endless) for _ in range(3 * (os.cpu_count() or 1))]
    yield
    for each in others:
        each.kill()
        each.wait()


@pytest.mark.skipif(not COUNTED, reason="here only a machine that stands still is noticed")
@pytest.mark.usefixtures("busy_machine")
def test_probes_and_tests_are_finished_on_a_busy_machine(door: Door, tmp_path: Path) -> None:
    """Each takes most of the time it has; with others on the cores that is some times as much."""
    tests = "def test_it():\n    assert f(0.7) == 'done'"
    exercise = make(tmp_path, tests, probes="['f(0.2)', 'f(0.21)', 'f(0.22)']")
    report = door.check(exercise, WORKS)
    assert report.verdict is Verdict.PASSED, report.limit
    assert [one.value for one in report.probes] == ["'done'"] * 3


WAITS = """
import asyncio, time

async def wait_and_work():
    await asyncio.sleep(0.005)
    start = time.process_time()
    while time.process_time() - start < 0.15:
        pass

async def in_time():
    async def both():
        await wait_and_work()
        return "done"
    try:
        return await asyncio.wait_for(both(), 0.25)
    except TimeoutError:
        return "too late"

def f():
    return asyncio.run(in_time())
"""


@pytest.mark.skipif(not COUNTED, reason="here only a machine that stands still is noticed")
@pytest.mark.usefixtures("busy_machine")
def test_a_probe_that_waited_while_others_held_the_cores_decides_nothing(
    door: Door, tmp_path: Path
) -> None:
    exercise = make(tmp_path, "def test_it():\n    assert f", probes="['f()']")
    (probe,) = door.check(exercise, WAITS).probes
    assert probe.value != "'too late'"


@pytest.mark.usefixtures("busy_machine")
def test_a_loop_without_end_is_stopped_on_a_busy_machine(door: Door, tmp_path: Path) -> None:
    exercise = make(tmp_path, "def test_it():\n    assert f() == 1")
    report = door.check(exercise, "def f():\n    while True:\n        pass\n")
    assert report.verdict is Verdict.TIMEOUT
    assert report.stuck is not None
    assert report.stuck.line in (2, 3)


def test_no_time_passes_while_a_machine_stands_still() -> None:
    now = 100.0
    clock = OwnTime(lambda: now)
    began = clock()
    now += 50  # a laptop that was closed
    clock.overslept(49)
    assert 0.0 <= clock() - began <= 1.0
    now += 2
    assert clock() - began <= 3.0


def test_a_worker_may_take_longer_and_not_for_ever() -> None:
    talk = Conversation("nonce", ("a", "b"))
    talk.events += [Late(seconds=one) for one in (2.5, -5.0, 1.0)]
    assert talk.late_by(5) == 3.5
    talk.events.append(Late(seconds=1e300))
    assert talk.late_by(5) == LONGEST_WAIT * 5
