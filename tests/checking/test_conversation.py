"""What a worker says is heard once and within bounds; a busy machine changes nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from course.checking.conversation import LONGEST_WAIT, Conversation
from course.model import Verdict
from course.worker.limits import EVENT_BYTES
from course.worker.protocol import PROTOCOL, Asks, Late, Live, Tampered
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
    exercise = make(tmp_path, "def test_it():\n    assert f() == 1", timeout="0.5")
    report = door.check(exercise, "def f():\n    while True:\n        pass\n")
    assert report.verdict is Verdict.TIMEOUT
    assert report.stuck is not None
    assert report.stuck.line in (2, 3)


def test_a_worker_may_take_longer_and_not_for_ever() -> None:
    talk = Conversation("nonce", ("a", "b"))
    talk.events += [Late(seconds=one) for one in (2.5, -5.0, 1.0)]
    assert talk.late_by(5) == 3.5
    talk.events.append(Late(seconds=1e300))
    assert talk.late_by(5) == LONGEST_WAIT * 5


# ---------------------------------------------------------------- what is heard

NONCE = "nonce"


def said(number: int, kind: str = "live", nonce: str = NONCE, **more: object) -> bytes:
    return json.dumps({"v": PROTOCOL, "n": nonce, "s": number, "t": kind, **more}).encode() + b"\n"


def heard(*blocks: bytes, **more: Any) -> Conversation:
    talk = Conversation(NONCE, ("a", "b"), **more)
    for block in blocks:
        talk.feed(block)
    return talk


def test_only_the_next_number_with_the_nonce_counts() -> None:
    talk = heard(said(1), said(1), said(3), said(2, nonce="other"), b"no json\n", b"\n", said(2))
    assert len(talk.events) == 2
    assert talk.of(Live) == talk.events


def test_a_line_may_come_in_pieces() -> None:
    line = said(1, "asks", printed=7)
    assert heard(line[:9]).events == []
    talk = heard(line[:9], line[9:] + said(2, "end"))
    assert talk.last(Asks) == Asks(7)
    assert talk.ended
    assert not heard(said(1, "end"), said(2)).ended
    assert not heard().ended


def test_a_message_of_another_shape_ends_the_listening() -> None:
    talk = heard(said(1, "asks", printed="many") + said(1))
    assert (talk.stopped, talk.events) == ("unreadable", [])
    assert talk.is_over()
    kept = heard(said(1, "asks", printed="many"), stopped="output")
    assert kept.stopped == "output"


def test_tracebacks_of_c_are_kept_within_bounds() -> None:
    lines = [b'  File "a.py", line 1 in f\n', b"Timeout (0:00:01)!\n", b"Thread 0x1:\n"]
    talk = heard(*lines, b"Current thread\n", b"something else\n")
    assert talk.fault[0] == '  File "a.py", line 1 in f'
    assert len(talk.fault) == 4
    assert len(heard(lines[0] * 300).fault) == 200


def test_folders_are_taken_out_of_what_is_said_and_printed() -> None:
    more = {"folders": ("/tmp/slot/work/",)}
    event = said(1, "tampered", id="/tmp/slot/work/shop.py")
    assert heard(event, **more).last(Tampered) == Tampered("shop.py")
    talk = heard(raw=b"in /tmp/slot/work/shop.py \x1b[2J", **more)
    assert talk.printed == "in shop.py \\x1b[2J"


def test_when_there_is_nothing_more_to_hear() -> None:
    early = heard(said(1, "stuck", lines={"3": 1}, function="f", early=True))
    assert not early.is_over()
    late = heard(said(1, "stuck", lines={"3": 1}, function="f", early=False))
    assert late.is_over()
    assert late.stopped == "timeout"
    flood = heard(b"x" * (EVENT_BYTES + 1))
    assert flood.is_over()
    assert flood.stopped == "events"
    assert not heard(b"x" * EVENT_BYTES).is_over()
