"""Nothing is left behind, however it ends; what is killed is started again."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from course.checking.conversation import Conversation
from course.checking.program import program_report
from course.model import Verdict
from course.worker import sandbox
from tests.checking.door import Door, exercise_named
from tests.checking.processes import LOOP, wait_until_ended, wait_until_gone
from tests.checking.test_hostile import GOOD, below

pytestmark = pytest.mark.skipif(not sandbox.LINUX, reason="reads /proc")


APP = """
import asyncio, sys
from course.checking import Checker
from tests.checking.door import exercise_named

async def main():
    async with Checker() as checker:
        exercise = exercise_named("clamp")
        assert (await checker.check(exercise, {good!r})).passed
        task = asyncio.create_task(checker.run({loop!r}, timeout={seconds}))
        await asyncio.sleep(0.3)
        print("running", flush=True)
        await task

asyncio.run(main())
"""


def test_nothing_is_left_when_the_app_is_killed(own_tmp: Path) -> None:
    source = APP.format(good=GOOD, loop="while True: pass", seconds=60)
    app = subprocess.Popen(
        [sys.executable, "-c", source],
        stdout=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(own_tmp)},
    )
    assert app.stdout is not None
    assert app.stdout.readline() == b"running\n"
    mine = below(app.pid)
    assert len(mine) >= 4
    os.kill(app.pid, signal.SIGKILL)
    app.wait()
    wait_until_gone(mine, own_tmp)


def test_what_app_and_supervisor_left_when_both_were_killed_is_removed(own_tmp: Path) -> None:
    app = subprocess.Popen(
        [sys.executable, "-c", APP.format(good=GOOD, loop="while True: pass", seconds=2)],
        stdout=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(own_tmp)},
    )
    assert app.stdout is not None
    assert app.stdout.readline() == b"running\n"
    (supervisor,) = sandbox.children(app.pid)
    mine = below(app.pid)
    for process in (supervisor, app.pid):
        os.kill(process, signal.SIGKILL)
    app.wait()
    left = list(own_tmp.iterdir())
    assert left
    wait_until_ended(mine)
    door = Door()
    assert door.check("clamp", GOOD).passed
    until = time.monotonic() + 120
    while any(folder.exists() for folder in left):  # cleared up while nobody asks for anything
        assert time.monotonic() < until, left
        time.sleep(0.05)
    door.close()


def test_a_killed_template_is_started_again(own_door: Door) -> None:
    assert own_door.check("clamp", GOOD).passed
    (supervisor,) = sandbox.children(os.getpid())[-1:]
    for template in sandbox.children(supervisor):
        os.kill(template, signal.SIGKILL)
    assert own_door.check("clamp", GOOD).passed
    assert own_door.check("clamp", GOOD).passed
    assert own_door.check("clamp", GOOD).passed


def test_a_killed_supervisor_is_started_again(own_door: Door) -> None:
    assert own_door.check("clamp", GOOD).passed
    (supervisor,) = sandbox.children(os.getpid())[-1:]
    os.kill(supervisor, signal.SIGKILL)
    for _ in range(4):
        assert own_door.check("clamp", GOOD).passed


@pytest.mark.parametrize("turns", [0, 1, 2, 3, 5, 8, 13, 21, 34])
def test_a_supervisor_may_go_at_any_moment_of_a_check(turns: int, own_door: Door) -> None:
    exercise = exercise_named("clamp")
    assert own_door.check(exercise, GOOD).passed

    async def kill_during_a_check() -> None:
        check = asyncio.create_task(own_door.checker.check(exercise, GOOD))
        for _ in range(turns):
            await asyncio.sleep(0)
        (supervisor,) = sandbox.children(os.getpid())[-1:]
        os.kill(supervisor, signal.SIGKILL)
        report = await check
        assert report.passed, report

    own_door.run_async(kill_during_a_check())
    assert own_door.check(exercise, GOOD).passed


def test_what_is_lost_twice_is_told_as_nobodys_fault() -> None:
    report = program_report(
        Conversation("nonce", ("first", "last"), lost=True), Path("slot"), "", 5, has_check=False
    )
    assert report.verdict is Verdict.CRASHED
    assert "Something ended the process that runs the checks, twice" in (report.limit or "")


# ------------------------------------------------------------------ without the sandbox

WITHOUT = {
    "correct": (GOOD, {Verdict.PASSED}),
    "wrong": ("def clamp(value, low, high):\n    return low", {Verdict.FAILED}),
    "loop": (LOOP, {Verdict.TIMEOUT}),
    "exit": ("import os\nos._exit(0)", {Verdict.CRASHED}),
    "memory": ("x = bytearray(20 * 10**9)", {Verdict.OUT_OF_MEMORY}),
    "kills its parent": (
        f"import os, signal\nos.kill(os.getppid(), signal.SIGKILL)\n{GOOD}",
        {Verdict.PASSED, Verdict.CRASHED},
    ),
    "kills its group": ("import os, signal\nos.killpg(0, signal.SIGKILL)", {Verdict.CRASHED}),
    "forks": (
        "import os\ndef clamp(value, low, high):\n    for _ in range(4):\n        os.fork()\n",
        {Verdict.FAILED, Verdict.CRASHED, Verdict.TIMEOUT, Verdict.TOO_MANY_PROCESSES},
    ),
    "daemon": (
        "import os, time\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n"
        f"        time.sleep(600)\n    os._exit(0)\n{GOOD}",
        {Verdict.PASSED, Verdict.CRASHED},
    ),
    "closed folder": (
        f"import os\nos.makedirs('closed/inside')\nos.chmod('closed', 0)\n{GOOD}",
        {Verdict.PASSED},
    ),
    "rewrites the tests": (
        "import glob\nfor path in glob.glob('../tests/*'):\n    open(path, 'w').write('')\n"
        "def clamp(value, low, high):\n    return None\n",
        {Verdict.FAILED},
    ),
}


@pytest.mark.parametrize("level", ["limits", "off"])
def test_without_landlock_and_seccomp(
    level: str, own_tmp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_SANDBOX", level)
    before = below(os.getpid())
    door = Door()
    for name, (source, verdicts) in WITHOUT.items():
        if level == "off" and name == "memory":
            continue
        report = door.check("clamp", source)
        assert report.verdict in verdicts, (name, report.verdict, report.limit)
    assert door.check("clamp", GOOD).passed
    mine = below(os.getpid()) - before
    door.close()
    wait_until_gone(mine, own_tmp, seconds=1)
    assert not below(os.getpid()) - before


def test_a_missing_sandbox_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sandbox.missing() == () or all("Landlock" in one for one in sandbox.missing())
    monkeypatch.setenv("COURSE_SANDBOX", "limits")
    assert "COURSE_SANDBOX" in sandbox.missing()[0]
    monkeypatch.setenv("COURSE_SANDBOX", "full")
    monkeypatch.setattr(sandbox.landlock, "version", lambda: 0)
    assert sandbox.missing()[0].startswith("Landlock")


# ------------------------------------------------------------------ where there is no fork


def test_one_process_for_each_worker(own_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_WORKERS", "once")
    before = below(os.getpid())
    door = Door()
    assert door.check("clamp", GOOD).passed
    assert door.check("clamp", LOOP).verdict is Verdict.TIMEOUT
    assert door.check("clamp", "import os\nos._exit(0)").verdict is Verdict.CRASHED
    assert door.run("print('hi')").printed == "hi\n"
    mine = below(os.getpid()) - before
    door.close()
    wait_until_gone(mine, own_tmp, seconds=1)
