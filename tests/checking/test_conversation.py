"""What a worker says is heard once and within bounds; a busy machine changes nothing."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from course.checking.conversation import (
    LONGEST_WAIT,
    Conversation,
    _Time,
    begin,
    conversing,
    drain,
)
from course.checking.launch import Worker
from course.model import Verdict
from course.worker.limits import EVENT_BYTES, PROBE_WITHIN, RAW_BYTES, RAW_KEPT
from course.worker.protocol import PROTOCOL, Asks, Job, Late, Live, Tampered
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
    talk = heard(said(1, "asks", printed="many") + said(1) + said(2))
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


def test_a_conversation_that_is_begun_again_keeps_its_number() -> None:
    talk = heard(said(1), b"Timeout (0:00:01)!\n", raw=b"printed", raw_size=7)
    talk.forget()
    assert (talk.events, talk.fault, talk.raw, talk.raw_size) == ([], [], b"", 0)
    talk.feed(said(2))
    assert talk.last(Live) == Live()
    talk.feed(b"x" * (EVENT_BYTES - len(said(2))))
    assert not talk.is_over()
    talk.feed(b"x")
    assert talk.is_over()


def test_bytes_that_are_no_text_are_shown_as_they_are() -> None:
    assert heard(raw=b"caf\xe9").printed == "caf\\xe9"
    assert heard(b"Thread 0x1 \xff\n").fault == ["Thread 0x1 \ufffd"]


class Fed(Worker):
    """A worker without a process: a test says what it says and prints."""

    def __init__(self, slot: Path, said_by_it: bytes = b"", printed: bytes = b"") -> None:
        super().__init__((), slot)
        self.events, self.raw = asyncio.StreamReader(), asyncio.StreamReader()
        for stream, data in ((self.events, said_by_it), (self.raw, printed)):
            stream.feed_data(data)
            stream.feed_eof()

    def kill(self) -> None:
        if not self.ended.done():
            self.ended.set_result(-9)


def test_a_job_is_given_with_a_nonce_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COURSE_DEBUG", "worker")

    async def begun() -> tuple[Conversation, bytes]:
        job: Job = {"task": "program", "module": "shop", "tests": {}}
        return begin(Fed(Path("/tmp/slot")), job, 2.5)

    (talk, line), (other, _) = asyncio.run(begun()), asyncio.run(begun())
    assert line.endswith(b"}\n")
    assert json.loads(line) == {
        "task": "program",
        "module": "shop",
        "tests": {},
        "v": PROTOCOL,
        "nonce": talk.nonce,
        "canaries": list(talk.canaries),
        "seconds": 2.5,
    }
    assert (len(talk.nonce), [len(name) for name in talk.canaries]) == (32, [15, 15])
    assert all(name.startswith("test_") for name in talk.canaries)
    assert len({talk.nonce, other.nonce, *talk.canaries, *other.canaries}) == 6
    assert talk.folders == ("/tmp/slot/work/", "/tmp/slot/tests/")
    assert "/tmp/slot is taken: program of shop\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("last", "stopped", "status", "words"),
    [
        ([said(1, "end")], None, None, "ended by itself, after "),
        ([said(1)], None, -9, "ended by itself, after "),
        ([said(1)], "memory", -9, "ended by its limit: memory, after "),
    ],
)
def test_who_does_not_end_by_itself_is_ended(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    last: list[bytes],
    stopped: str | None,
    status: int | None,
    words: str,
) -> None:
    monkeypatch.setenv("COURSE_DEBUG", "limit")
    talk = heard(*last, stopped=stopped)

    async def job() -> Worker:
        worker = Fed(Path("/tmp/slot"), printed=b"printed")
        worker.lost = True
        async with conversing(worker, talk, 2.5, prints=True):
            pass
        return worker

    worker = asyncio.run(job())
    assert worker.ended.done() == (status is not None)
    assert (talk.status, talk.lost, talk.raw) == (status, status is not None, b"printed")
    assert talk.seconds > 0
    told = capsys.readouterr().err
    assert f"/tmp/slot {words}{talk.seconds:.2f} s of 2.5 s and 0.00 s more, for others" in told


def test_who_is_left_alone_in_the_middle_is_ended() -> None:
    async def job() -> Worker:
        worker = Fed(Path("/tmp/slot"))
        with pytest.raises(ZeroDivisionError):
            async with conversing(worker, heard(), 2.5, prints=False):
                raise ZeroDivisionError
        return worker

    assert asyncio.run(job()).ended.result() == -9


@pytest.mark.parametrize(
    ("size", "stopped", "kept"),
    [
        (RAW_KEPT, None, RAW_KEPT),
        (RAW_KEPT + 1, None, RAW_KEPT),
        (RAW_BYTES, None, RAW_KEPT),
        (RAW_BYTES + 1, "output", RAW_KEPT),
    ],
)
def test_the_start_of_what_is_printed_is_kept_and_too_much_ends_it(
    size: int, stopped: str | None, kept: int
) -> None:
    shown: list[int] = []
    talk = heard()

    async def job() -> Worker:
        worker = Fed(Path("/tmp/slot"), printed=b"x" * size)
        await drain(worker, talk, lambda data: shown.append(len(data)))
        return worker

    worker = asyncio.run(job())
    assert (talk.stopped, len(talk.raw), talk.raw_size) == (stopped, kept, size)
    assert sum(shown) == size
    assert worker.ended.done() == (stopped is not None)


class Counted:
    """What a process has had of the cores, as a test says."""

    def __init__(self, spent: float = 0.0, waited: float = 0.0) -> None:
        self.numbers = spent, waited

    def spent(self) -> float:
        return self.numbers[0]

    def waited(self) -> float:
        return self.numbers[1]


@pytest.mark.parametrize(
    ("spent", "waited", "late", "lateness", "over"),
    [
        (0.0, 0.0, False, 0.0, False),
        (2.9, 0.0, False, 0.0, False),
        (3.0, 0.0, False, 0.0, True),  # it had a core for as long as it may
        (0.0, 0.0, True, 0.0, True),
        (0.0, 0.02, True, 0.0, False),  # it wanted a core and got none meanwhile
        (0.0, 0.01, True, 0.0, True),
        (0.0, 0.02, True, 5.0, True),  # and that for as long as anybody waits
        (0.0, 0.02, True, 9.0, True),
    ],
)
def test_when_the_time_of_a_job_is_over(
    spent: float, waited: float, late: bool, lateness: float, over: bool
) -> None:
    async def is_over() -> bool:
        left = _Time(Fed(Path("/tmp/slot")), 2.0, 1.0, 5.0)
        counted = Counted()
        left._share, left._allowed = counted, [(counted, 3.0)]  # type: ignore[assignment, list-item]
        until = left.look_again(lateness) - asyncio.get_running_loop().time()
        assert 0.0 < until <= 3.0
        counted.numbers = spent, waited
        if late:
            left._deadline = asyncio.get_running_loop().time() - 10.0
        return left.is_over()

    assert asyncio.run(is_over()) is over


def test_a_probe_has_a_time_of_its_own() -> None:
    async def allowed() -> list[float]:
        left = _Time(Fed(Path("/tmp/slot")), 2.0, 1.0, 5.0)
        left.probe()
        left.probe()
        return [seconds for _, seconds in left._allowed]

    assert asyncio.run(allowed()) == [3.0, PROBE_WITHIN]


def test_a_core_that_was_missing_before_is_waited_for_once() -> None:
    async def is_over() -> bool:
        left = _Time(Fed(Path("/tmp/slot")), 2.0, 1.0, 5.0)
        counted = Counted(waited=1.0)
        left._share, left._allowed = counted, [(counted, 3.0)]  # type: ignore[assignment, list-item]
        left.look_again(0.0)
        left._deadline = asyncio.get_running_loop().time() - 0.5
        assert not left.is_over()
        left._deadline -= 1.0
        return left.is_over()

    assert asyncio.run(is_over())


def test_where_three_share_a_core_the_end_is_waited_for_three_times_as_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 10**6)
    monkeypatch.setattr(os, "getloadavg", lambda: (3.0 * 10**6, 0.0, 0.0))

    async def deadline() -> float:
        now = asyncio.get_running_loop().time()
        return _Time(Fed(Path("/tmp/slot")), 200.0, 100.0, 5.0)._deadline - now

    assert 500.0 <= asyncio.run(deadline()) < 600.0
