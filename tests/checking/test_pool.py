"""Workers that are parked: one that has died is never handed out."""

from __future__ import annotations

import asyncio
import sys

import pytest

from course.checking import Checker
from course.checking.pool import Pool
from tests.checking.door import exercise_named
from tests.checking.processes import GOOD


async def parked(pool: Pool) -> None:
    """Wait until as many workers are parked as there may be."""
    async with asyncio.timeout(120):
        pool.warm(())
        while len(pool._parked[()]) < pool.size:
            await asyncio.wait(pool._starting[()] or {asyncio.ensure_future(asyncio.sleep(0))})


def test_a_worker_that_died_while_it_waited_is_not_handed_out() -> None:
    async def work() -> None:
        pool = Pool(2, "0")
        try:
            await parked(pool)
            dead = list(pool._parked[()])
            for worker in dead:
                worker.release()
                await asyncio.wait([worker.ended])
                assert worker.gone
            taken = await pool.take(())
            assert taken not in dead
            assert not taken.gone
            pool.release(taken)
        finally:
            await pool.close()

    asyncio.run(work())


@pytest.mark.skipif(sys.platform == "win32", reason="there it is rehearsed before it is parked")
def test_a_worker_that_nobody_wants_rehearses_and_checks_as_well() -> None:
    async def work() -> None:
        async with Checker(size=1) as checker:
            pool = checker._workers()
            await parked(pool)
            worker = pool._parked[()][0]
            work, tmp = worker.slot / "work", worker.slot / "tmp"
            # It has a folder of its own meanwhile, and leaves it when it is done.
            async with asyncio.timeout(120):
                while tmp.stat().st_mtime < work.stat().st_mtime + 0.2 or any(tmp.iterdir()):
                    await asyncio.sleep(0.02)
            assert (await checker.check(exercise_named("clamp"), GOOD)).passed
            assert worker not in pool._parked[()]

    asyncio.run(work())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells a process more of itself")
def test_a_secret_of_the_environment_is_not_seen_by_a_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HARBOUR_TOKEN", "s3cr3t-of-the-shop")
    source = """\
import os
print(sorted(os.environ))
print([value for value in os.environ.values() if "s3cr3t" in value])
for process in ("self", str(os.getppid())):
    try:
        with open(f"/proc/{process}/environ", "rb") as file:
            print(b"s3cr3t" in file.read())
    except OSError:
        print("not readable")
"""

    async def work() -> str:
        async with Checker(size=1) as checker:
            return (await checker.run(source)).printed

    printed = asyncio.run(work())
    names, values, *elsewhere = printed.splitlines()
    assert "HARBOUR_TOKEN" not in names
    assert "PATH" in names
    assert values == "[]"
    assert len(elsewhere) == 2
    assert "True" not in elsewhere
