"""Nothing is left behind, however it ends; what is killed is started again."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import pytest

from course.checking.conversation import Conversation
from course.checking.program import program_report
from course.model import Verdict
from course.worker import sandbox
from tests.checking.door import Door, exercise_named
from tests.checking.processes import GOOD

pytestmark = pytest.mark.skipif(not sandbox.LINUX, reason="reads /proc")


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
