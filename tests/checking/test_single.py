"""`course check` of one file: one worker, started for it, with all that a check promises."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.checking import Checker, starting
from course.checking.launch import LAST_WORDS, Needs, Worker
from course.checking.single import Alone, Single
from course.model import CheckReport, Verdict
from course.worker import sandbox
from tests.checking.door import exercise_named
from tests.checking.processes import descriptors

GOOD = "def clamp(value, low, high):\n    return max(low, min(value, high))\n"
EQUAL = """
class Equal:
    def __eq__(self, other):
        return True

def clamp(value, low, high):
    return Equal()
"""
SKIPS = "import pytest\npytest.skip('no', allow_module_level=True)\n"
PATCHES = """
import unittest.case, _pytest.python
unittest.case.TestCase.assertEqual = lambda *a: None
_pytest.python.Function.runtest = lambda self: None
def clamp(value, low, high):
    return None
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_HOME", str(tmp_path / "home"))


def check_once(source: str) -> tuple[CheckReport, int]:
    """The report, and how many processes below this one were started for it."""

    async def run() -> tuple[CheckReport, int]:
        async with Checker(one_check=True) as checker:
            report = await checker.check(exercise_named("clamp"), source)
            return report, len(started(checker))

    return asyncio.run(run())


def started(checker: Checker) -> list[int]:
    """The numbers of the slots that this checker has made workers for."""
    launcher = checker._workers()._launcher
    roots = [launcher._first._root] if launcher._first._root else []  # type: ignore[attr-defined]
    roots += [one.root for one in launcher._others._supervisors]  # type: ignore[attr-defined]
    return [int(slot.name) for root in roots for slot in root.iterdir() if slot.name.isdigit()]


def test_where_the_tests_are_known_one_worker_is_all() -> None:
    assert check_once(GOOD)[0].passed
    report, workers = check_once(GOOD)
    assert report.passed
    assert workers <= 1


@pytest.mark.parametrize("source", ["", EQUAL, SKIPS, PATCHES, "import os; os._exit(0)"])
def test_what_does_not_pass_elsewhere_does_not_pass_here(source: str) -> None:
    assert check_once(GOOD)[0].passed
    assert not check_once(source)[0].passed


def test_an_endless_loop_is_ended_and_explained() -> None:
    report, _ = check_once("def clamp(value, low, high):\n    while True:\n        value += 1\n")
    assert report.verdict is Verdict.TIMEOUT
    assert report.stuck is not None


@pytest.mark.skipif(not sandbox.LINUX, reason="reads /proc")
def test_a_worker_ends_with_the_command_that_was_killed(tmp_path: Path) -> None:
    exercise = exercise_named("clamp")
    endless = tmp_path / "clamp.py"
    endless.write_text("while True:\n    pass\n", encoding="utf-8")
    assert check_once(GOOD)[0].passed
    command = subprocess.Popen(
        [sys.executable, "-m", "course", "check", "--exercise", str(exercise.folder), str(endless)]
    )
    wait_until(lambda: sandbox.children(command.pid))
    below = sandbox.children(command.pid)
    os.kill(command.pid, signal.SIGKILL)
    command.wait()
    wait_until(lambda: not any(is_alive(process) for process in below))


def is_alive(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def wait_until(holds: object) -> None:
    until = time.monotonic() + 120
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < until
        time.sleep(0.02)  # there is no event for the end of a process of somebody else


# ---------------------------------------------------------------- the workers themselves


@pytest.fixture
def ahead() -> Iterator[list[subprocess.Popen[bytes]]]:
    """The worker of `course check`, which is started before the command is loaded."""
    starting.prepare_check(["clamp.py"])
    gc.enable()
    processes = [*starting._ahead]
    yield processes
    starting._ahead.clear()
    for process in processes:
        process.kill()
        process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is started ahead there")
@pytest.mark.parametrize(
    ("body", "verdict"),
    [("return max(low, min(value, high))", Verdict.PASSED), ("while True: pass", Verdict.TIMEOUT)],
)
def test_a_worker_that_was_started_ahead_does_the_check(
    ahead: list[subprocess.Popen[bytes]], body: str, verdict: Verdict
) -> None:
    report, _ = check_once(f"def clamp(value, low, high):\n    {body}\n")
    assert report.verdict is verdict
    [process] = ahead
    assert process.poll() is not None
    assert starting.started_ahead() is None


@pytest.mark.skipif(not sandbox.LINUX, reason="reads /proc")
@pytest.mark.parametrize("needs", [(), ("localhost", "processes")])
def test_a_worker_is_one_process_and_leaves_nothing(own_tmp: Path, needs: tuple[str, ...]) -> None:
    async def work() -> None:
        launcher = Single("0")
        first = await launcher.start(needs, rehearse=False)
        [root] = own_tmp.iterdir()
        assert await first.ready()
        assert first.cannot == ""
        assert first.pid is not None
        assert os.getsid(first.pid) == first.pid, "Ctrl+C in the terminal is not for it"
        before = descriptors()
        first.release()
        await asyncio.wait_for(first.ended, 120)
        wait_until(lambda: not is_alive(first.pid))
        async with asyncio.timeout(120):
            while first.slot.exists():
                await asyncio.sleep(0.01)
        await asyncio.sleep(0)
        assert descriptors() < before
        second = await launcher.start(needs, rehearse=True)
        assert await second.ready()
        assert (first.slot, second.slot) == (root / "0", root / "1")
        await launcher.close()
        assert not is_alive(second.pid)
        assert not any(own_tmp.iterdir())

    asyncio.run(work())


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is started ahead there")
def test_the_end_of_what_a_worker_says_that_fails_is_told(own_tmp: Path) -> None:
    fails = f"import sys; sys.stderr.write('x' * {LAST_WORDS} + 'no memory')"
    arguments = [sys.executable, "-c", fails]
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    starting._ahead.append(subprocess.Popen(arguments, bufsize=0, **streams))

    async def work() -> None:
        launcher = Single("0")
        worker = await launcher.start((), rehearse=False)
        assert not await worker.ready()
        assert await worker.last_words() == "x" * (LAST_WORDS - 9) + "no memory"
        assert worker.gone
        assert await asyncio.wait_for(worker.ended, 120) == 0
        worker.kill()  # it has ended: nobody else is hit
        before = descriptors()
        await launcher.close()
        assert descriptors() < before

    asyncio.run(work())
    assert not any(own_tmp.iterdir())


@pytest.mark.skipif(not sandbox.LINUX, reason="reads /proc")
def test_what_others_left_that_died_is_cleared_up(own_tmp: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left = own_tmp / f"course-check-{dead.pid}-abc"
    left.mkdir()

    async def work() -> None:
        launcher = Single("0")
        await launcher.open()
        await launcher.close()

    asyncio.run(work())
    assert not left.exists()


class Others:
    """Starts no worker, and keeps what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def open(self) -> None: ...

    async def start(self, needs: Needs, rehearse: bool) -> Worker:
        self.asked.append(f"start {','.join(needs)} {rehearse}")
        raise OSError("none here")

    def retire(self, needs: Needs) -> None:
        self.asked.append(f"retire {','.join(needs)}")

    async def close(self) -> None:
        self.asked.append("close")


@pytest.mark.skipif(not sandbox.alone_is_enough(()), reason="here every worker is forked")
def test_only_the_first_plain_worker_is_a_process_of_its_own(own_tmp: Path) -> None:
    async def work() -> list[str]:
        others = Others()
        launcher = Alone("0", others)
        with pytest.raises(OSError, match="none here"):
            await launcher.start(("processes",), rehearse=True)
        worker = await launcher.start((), rehearse=True)
        assert await worker.ready()
        with pytest.raises(OSError, match="none here"):
            await launcher.start((), rehearse=True)
        launcher.retire(("flask",))
        await launcher.close()
        return others.asked

    asked = asyncio.run(work())
    assert asked == ["start processes True", "start  True", "retire flask", "close"]
    assert not any(own_tmp.iterdir())
