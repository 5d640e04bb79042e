"""Nothing is left behind, however it ends; what is killed is started again."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import pytest

from course.checking.conversation import Conversation
from course.checking.launch import LAST_WORDS, Worker
from course.checking.program import program_report
from course.checking.supervised import Supervised
from course.model import Verdict
from course.worker import sandbox
from tests.checking.door import Door, exercise_named
from tests.checking.processes import GOOD, below, descriptors, supervisors, wait_until_ended

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


# ---------------------------------------------------------------- the workers themselves


async def started(launcher: Supervised, *needs: str) -> Worker:
    """A worker that is parked, and known to the app by its process."""
    worker = await launcher.start(needs, rehearse=False)
    async with asyncio.timeout(120):
        assert await worker.ready()
        while worker.pid is None:
            await asyncio.sleep(0.01)
    return worker


async def until_gone(folder: Path) -> None:
    async with asyncio.timeout(120):
        while folder.exists():
            await asyncio.sleep(0.01)


def test_one_supervisor_starts_workers_and_everything_ends_with_it(own_tmp: Path) -> None:
    before = supervisors()

    async def work() -> None:
        launcher = Supervised("0")
        await launcher.open()
        await launcher.open()
        [root] = own_tmp.iterdir()
        [supervisor] = supervisors() - before
        assert os.getsid(supervisor) == supervisor, "Ctrl+C in the terminal is not for it"
        first, second = await started(launcher), await started(launcher)
        assert {first.slot, second.slot} == {root / "0", root / "1"}
        assert {first.pid, second.pid} <= below(supervisor)
        first.kill()
        assert await asyncio.wait_for(first.ended, 120) == -signal.SIGKILL
        assert not second.ended.done()
        first.release()
        await until_gone(first.slot)
        assert second.slot.is_dir()
        everything = {supervisor, *below(supervisor)}
        await launcher.close()
        wait_until_ended(everything)
        assert not any(own_tmp.iterdir())

    asyncio.run(work())


def test_workers_go_with_a_supervisor_that_is_lost_and_their_folders_later(own_tmp: Path) -> None:
    before = supervisors()

    async def work() -> None:
        launcher = Supervised("0")
        lost = await started(launcher)
        [supervisor] = supervisors() - before
        os.kill(supervisor, signal.SIGKILL)
        assert await asyncio.wait_for(lost.ended, 120) == -signal.SIGKILL
        assert lost.lost
        assert not Path(f"/proc/{supervisor}").exists()
        assert lost.slot.is_dir(), "a job may be about to be put into it"
        lost.kill()
        lost.release()  # nobody hears it any more
        other = await started(launcher)
        assert not other.lost
        assert other.slot.parent != lost.slot.parent
        await launcher.close()
        assert not any(own_tmp.iterdir())

    asyncio.run(work())


def test_a_supervisor_whose_folder_was_removed_is_replaced(own_tmp: Path) -> None:
    async def work() -> None:
        launcher = Supervised("0")
        await launcher.open()
        [root] = own_tmp.iterdir()
        (root / "errors").unlink()
        root.rmdir()
        worker = await started(launcher)
        assert worker.slot.parent != root
        await launcher.close()
        assert not any(own_tmp.iterdir())

    asyncio.run(work())


def test_a_worker_that_is_released_keeps_nothing_open(own_tmp: Path) -> None:
    async def work() -> None:
        launcher = Supervised("0")
        (await started(launcher)).release()
        await asyncio.sleep(0)
        before = descriptors()
        for _ in range(3):
            worker = await started(launcher)
            worker.release()
            await until_gone(worker.slot)
        await asyncio.sleep(0)
        assert descriptors() <= before
        await launcher.close()

    asyncio.run(work())


def test_the_end_of_what_a_supervisor_says_is_told(own_tmp: Path) -> None:
    async def work() -> None:
        launcher = Supervised("0")
        worker = await launcher.start((), rehearse=False)
        errors = worker.slot.parent / "errors"
        errors.write_bytes(b"x" * LAST_WORDS + b"no memory \xff")
        told = await worker.last_words()
        assert told == "x" * (LAST_WORDS - 11) + "no memory \ufffd"
        errors.write_bytes(b"short")
        assert await worker.last_words() == "short"
        errors.unlink()
        assert await worker.last_words() == ""
        await launcher.close()

    asyncio.run(work())


def test_a_kind_that_is_not_wanted_any_more_has_no_template(own_tmp: Path) -> None:
    before = supervisors()

    async def work() -> None:
        launcher = Supervised("0")
        launcher.retire(("processes",))  # nothing runs yet
        plain, other = await started(launcher), await started(launcher, "localhost", "processes")
        [supervisor] = supervisors() - before
        assert len(sandbox.children(supervisor)) == 2, "a template for each kind"
        other.release()
        await until_gone(other.slot)
        launcher.retire(("localhost", "processes"))
        async with asyncio.timeout(120):
            while len(sandbox.children(supervisor)) > 1:
                await asyncio.sleep(0.01)
        assert not plain.ended.done()
        await launcher.close()

    asyncio.run(work())
