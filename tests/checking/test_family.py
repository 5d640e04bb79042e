"""A worker and all below it: how many they are, and how much memory they hold."""

from __future__ import annotations

import os
import signal

import pytest

from course.checking import family
from course.model import Verdict
from course.worker import sandbox
from tests.checking.door import Door

NOBODY = 65_534


ON_LINUX = pytest.mark.skipif(not sandbox.LINUX, reason="calls of Linux")


@ON_LINUX
@pytest.mark.parametrize(
    ("start", "verdict", "words"),
    [
        ("for number in range(300):\n    fork()", Verdict.TOO_MANY_PROCESSES, "200 processes"),
        ("for number in range(9):\n    fork()", Verdict.TOO_MANY_PROCESSES, "200 processes"),
        ("fork(); fork(); kept = b'x' * 400_000_000", Verdict.OUT_OF_MEMORY, "1 GB"),
    ],
    ids=["in a loop", "each forks", "memory"],
)
def test_processes_are_counted_together(
    start: str, verdict: Verdict, words: str, door: Door
) -> None:
    loop = "if os.fork() == 0:\n        signal.pause()" if "300" in start else "os.fork()"
    source = f"import os, signal\ndef fork():\n    {loop}\n{start}\nsignal.pause()\n"
    report = door.run(source, needs=("processes",), timeout=30)
    assert report.verdict is verdict, report
    assert words in (report.limit or "")


@ON_LINUX
def test_threads_are_counted_and_sixty_four_are_not_too_many(door: Door) -> None:
    source = (
        "import threading\n"
        "gate = threading.Event()\n"
        "threads = [threading.Thread(target=gate.wait, daemon=True) for _ in range({amount})]\n"
        "for one in threads:\n"
        "    one.start()\n"
    )
    assert door.run(source.format(amount=64) + "print('done')", timeout=30).printed == "done\n"
    small = "import threading\nthreading.stack_size(32_768)\n"
    report = door.run(small + source.format(amount=5_000) + "gate.wait()", timeout=30)
    assert report.verdict is Verdict.TOO_MANY_PROCESSES, report
    assert "1,000 threads" in (report.limit or "")


@ON_LINUX
def test_processes_that_only_share_memory_are_not_too_much(door: Door) -> None:
    """Each of them sees what the others see: it is counted once."""
    report = door.run(
        "import os, signal, time\n"
        "kept = b'x' * 300_000_000\n"
        "for number in range(8):\n"
        "    if os.fork() == 0:\n"
        "        signal.pause()\n"
        "time.sleep(0.5)\n"
        "print('done')\n",
        needs=("processes",),
        timeout=30,
    )
    assert (report.verdict, report.printed) == (Verdict.PASSED, "done\n"), report


@ON_LINUX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="becomes another user")
def test_memory_that_a_plain_user_may_not_ask_for_is_counted_as_it_is_seen() -> None:
    """Who became another user after a start cannot be asked what it shares: nor is it nothing."""
    amount = 64 << 20
    assert family._held(os.getpid()) > 0  # its encodings are read while they can be
    ready, begun = os.pipe()
    holder = os.fork()
    if holder == 0:
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)  # its /proc/PID/smaps_rollup is root's from here on
            kept = bytearray(b"x") * amount
            os.write(begun, b"1")
            signal.pause()
            os._exit(len(kept) and 1)
        finally:
            os._exit(2)
    reader = os.fork()
    if reader == 0:
        try:
            os.read(ready, 1)
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            os._exit(0 if family._held(holder) >= amount else 1)
        finally:
            os._exit(2)
    try:
        assert os.waitstatus_to_exitcode(os.waitpid(reader, 0)[1]) == 0
    finally:
        os.kill(holder, signal.SIGKILL)
        os.waitpid(holder, 0)
        os.close(ready)
        os.close(begun)


def test_a_process_that_is_gone_takes_nothing() -> None:
    gone = 2**30
    assert family.members(gone) == [gone]
    assert [seen(gone) for seen in (family._threads, family._seen, family._held)] == [0, 0, 0]
    assert family.exceeded(gone) is None
