"""The process above the workers: killed, started again, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from course.model import Verdict
from course.worker import sandbox
from tests.checking.door import Door
from tests.checking.processes import (
    GOOD,
    LOOP,
    below,
    below_once,
    started_since,
    supervisors,
    wait_until_ended,
    wait_until_gone,
)

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
    mine = below_once(app.pid, 4)  # the supervisor, a template, the program ...
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


# ------------------------------------------------------------------ where there is no fork


def test_one_process_for_each_worker(own_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_WORKERS", "once")
    before = supervisors()
    door = Door()
    assert door.check("clamp", GOOD).passed
    assert door.check("clamp", LOOP).verdict is Verdict.TIMEOUT
    assert door.check("clamp", "import os\nos._exit(0)").verdict is Verdict.CRASHED
    assert door.run("print('hi')").printed == "hi\n"
    mine = started_since(before)
    door.close()
    wait_until_gone(mine, own_tmp)
