"""Every limit that is hit is explained: which one, in which test, on which line, with what."""

from __future__ import annotations

import ctypes
import os
import signal
from pathlib import Path

import pytest

from course.checking import family, storage
from course.model import Stuck, Verdict
from course.worker import sandbox
from course.worker.limits import STORED_BYTES
from tests.checking.door import Door

NOBODY = 65_534
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


@pytest.mark.parametrize(
    ("body", "verdict", "words"),
    [
        ("return bytearray(20 * 10**9)", Verdict.OUT_OF_MEMORY, "1 GB of memory"),
        ("while True: print(value)", Verdict.TOO_MUCH_OUTPUT, "4 million characters"),
        ("__import__('os')._exit(0)", Verdict.CRASHED, "os._exit"),
        ("__import__('ctypes').string_at(0)", Verdict.CRASHED, "memory fault"),
    ],
)
def test_other_limits_are_explained(body: str, verdict: Verdict, words: str, door: Door) -> None:
    report = door.check("clamp", f"def clamp(value, low, high):\n    {body}\n")
    assert report.verdict is verdict
    assert words in (report.limit or "")
    first = report.first_failure
    assert first is not None
    assert (first.id, first.outcome) == ("test_inside_stays", "failed")


def test_what_was_printed_before_a_crash_is_there(door: Door) -> None:
    report = door.check("clamp", "import os\nprint('before')\nos._exit(0)\n")
    assert report.printed == "before\n"


@pytest.mark.parametrize(
    "source",
    [
        "for number in range(2_100):\n    open(f'{number}', 'w').close()\n",
        "import os\nfor number in range(2_100):\n    os.mkdir(f'{number}')\n",
        "import os\nopen('one', 'w').close()\n"
        "for number in range(2_100):\n    os.link('one', f'{number}')\n",
        "number = 0\nwhile True:\n    open(f'{number}', 'wb').write(b'x' * 9_000_000)\n"
        "    number += 1\n",
    ],
)
def test_the_files_of_a_program_have_a_number_and_a_sum(source: str, door: Door) -> None:
    report = door.run(source, timeout=60)
    assert report.verdict is Verdict.TOO_MANY_FILES
    assert "64 MB" in (report.limit or "")
    assert "2,000 files" in (report.limit or "")


ON_LINUX = pytest.mark.skipif(not sandbox.LINUX, reason="calls of Linux")


@ON_LINUX
def test_no_space_is_taken_beyond_the_end_of_a_file(door: Door) -> None:
    """A file whose size is nothing takes a gigabyte, where the kernel is asked to keep the size."""
    report = door.run(
        "import ctypes, os\n"
        "libc = ctypes.CDLL(None)\n"
        "libc.fallocate.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_long, ctypes.c_long]\n"
        "file = os.open('all', os.O_CREAT | os.O_RDWR)\n"
        "for mode in (1, 3, 8, 16, 17, 32, 64):\n"
        "    libc.fallocate(file, mode, 0, 1 << 28)\n"
        "os.posix_fallocate(file, 0, 100_000)\n"
        "print(os.fstat(file).st_size, os.fstat(file).st_blocks * 512 < 1 << 20)\n"
    )
    assert report.printed == "100000 True\n"


def test_what_a_disk_keeps_for_a_file_is_counted_also_beyond_its_end(tmp_path: Path) -> None:
    if not hasattr(os, "posix_fallocate") or not sandbox.LINUX:
        pytest.skip("a call of Linux")
    for name in ("work", "tmp"):
        (tmp_path / name).mkdir()
    assert not storage.exceeded(tmp_path, None)
    libc = ctypes.CDLL(None)
    long = ctypes.c_long
    with (tmp_path / "work" / "empty").open("wb") as file:
        if libc.fallocate(file.fileno(), 1, long(0), long(STORED_BYTES + 1)):
            pytest.skip("this file system cannot")
        assert os.fstat(file.fileno()).st_size == 0
    assert storage.exceeded(tmp_path, None)


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
