"""Workers that are parked: one that has died is never handed out."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from course.checking import Checker
from course.checking.launch import Needs, Worker
from course.checking.pool import Pool, _cores
from course.errors import SandboxError
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


# ---------------------------------------------------------------- without a process


class Parked(Worker):
    """A worker without a process."""

    words = ""

    def __init__(self, needs: Needs, slot: Path) -> None:
        super().__init__(needs, slot)
        self.events = asyncio.StreamReader()
        self.released = 0

    async def ready(self) -> bool:
        return not self.words

    async def last_words(self) -> str:
        return self.words

    def release(self) -> None:
        self.released += 1


class Launching:
    """Starts such workers in a folder and keeps what it was asked."""

    def __init__(self, slot: Path) -> None:
        self.slot = slot
        self.asked: list[tuple[Needs, bool]] = []
        self.workers: list[Parked] = []
        self.retired: list[Needs] = []
        self.closed = 0
        self.fails: BaseException | None = None

    async def open(self) -> None: ...

    async def start(self, needs: Needs, rehearse: bool) -> Parked:
        self.asked.append((needs, rehearse))
        if self.fails is not None:
            raise self.fails
        self.workers.append(Parked(needs, self.slot))
        return self.workers[-1]

    def retire(self, needs: Needs) -> None:
        self.retired.append(needs)

    async def close(self) -> None:
        self.closed += 1


def with_a_pool(
    work: Callable[[Pool, Launching], Awaitable[None]], folder: Path, **more: bool
) -> Launching:
    async def run() -> Launching:
        pool = Pool(2, "0", **more)
        pool._launcher = launching = Launching(folder)
        await work(pool, launching)
        await pool.close()
        return launching

    return asyncio.run(run())


async def settled(pool: Pool) -> None:
    """Until nothing is being started."""
    while tasks := [task for some in pool._starting.values() for task in some]:
        await asyncio.wait(tasks)


@pytest.mark.parametrize(
    ("needs", "more", "started"),
    [
        ((), {}, [((), True)] * 2),
        ((), {"one_check": True}, [((), True)]),
        ((), {"rehearse": False}, [((), False)] * 2),
        (("flask",), {}, [(("flask",), True)]),
    ],
)
def test_how_many_are_parked_ahead(
    tmp_path: Path, needs: Needs, more: dict[str, bool], started: list[tuple[Needs, bool]]
) -> None:
    async def work(pool: Pool, launching: Launching) -> None:
        for _ in range(2):
            pool.warm(needs)
            await settled(pool)
            assert len(pool._parked[needs]) == len(launching.workers) == len(started)

    launching = with_a_pool(work, tmp_path, **more)
    assert launching.asked == started
    assert [worker.released for worker in launching.workers] == [1] * len(started)
    assert launching.closed == 1


def test_a_worker_is_handed_out_once_and_the_next_is_started(tmp_path: Path) -> None:
    async def work(pool: Pool, launching: Launching) -> None:
        first = await pool.take(())
        second = await pool.take(())
        assert first is not second
        await settled(pool)
        assert pool._room.locked()
        waiting = asyncio.create_task(pool.take(()))
        await asyncio.sleep(0)
        assert not waiting.done()
        pool.release(first)  # others wait: the room is theirs at once
        third = await waiting
        assert third not in (first, second)
        assert launching.workers[0].released == 1
        pool.release(second)
        pool.release(third)
        # A core was free by then, and so the third is cleared up a moment later.
        assert [it.released for it in (second, third)] == [1, 0]  # type: ignore[attr-defined]
        while pool._used_up:
            await asyncio.sleep(0.01)
        await settled(pool)
        assert len(pool._parked[()]) == 2
        assert pool._wanted == {(): 0}

    launching = with_a_pool(work, tmp_path)
    assert {worker.released for worker in launching.workers} == {1}


def test_for_one_check_nothing_is_started_after_it(tmp_path: Path) -> None:
    async def work(pool: Pool, launching: Launching) -> None:
        pool.release(await pool.take(()))
        while pool._used_up:
            await asyncio.sleep(0.01)
        assert len(launching.workers) == 1

    with_a_pool(work, tmp_path, one_check=True)


def test_one_that_is_lent_takes_no_core(tmp_path: Path) -> None:
    async def work(pool: Pool, launching: Launching) -> None:
        lent = [await pool.lend(()) for _ in range(5)]
        assert len(set(map(id, lent))) == 5
        assert not pool._room.locked()
        await settled(pool)
        assert len(pool._parked[()]) == 2
        pool.take_back(lent[0])
        assert launching.workers[0].released == 1

    with_a_pool(work, tmp_path)


def test_one_that_is_gone_is_cleared_up_and_said_to_be_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COURSE_DEBUG", "worker")

    async def work(pool: Pool, launching: Launching) -> None:
        pool.warm(())
        await settled(pool)
        launching.workers[0].ended.set_result(-9)
        launching.workers[1].events.feed_eof()
        taken = await pool.take(())
        assert taken is launching.workers[2]
        assert [it.released for it in launching.workers[:3]] == [1, 1, 0]

    with_a_pool(work, tmp_path)
    told = capsys.readouterr().err
    assert told.count(f"{tmp_path} was lost before anything was given to it\n") == 2
    assert f"{tmp_path} is ready for plain checks\n" in told


@pytest.mark.parametrize(
    ("words", "why", "notes"),
    [
        ("a\n  b \n\nNo memory.\n", ": No memory.", ["a", "b"]),
        (" \n", "", []),
    ],
)
def test_why_none_starts_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: str,
    why: str,
    notes: list[str],
) -> None:
    monkeypatch.setenv("COURSE_DEBUG", "worker")
    monkeypatch.setattr(Parked, "words", words)

    async def work(pool: Pool, launching: Launching) -> None:
        with pytest.raises(SandboxError) as told:
            await pool.take(("flask",))
        assert str(told.value) == (
            f"The process that checks your code did not start{why}. Free some memory and some "
            f"space in {tempfile.gettempdir()}, then check again; `course doctor` says what is "
            "missing on this machine."
        )
        assert getattr(told.value, "__notes__", []) == notes
        assert not pool._room.locked()
        assert pool._wanted == {("flask",): 0}
        assert len(launching.asked) == 4
        launching.fails = OSError("no more processes")
        with pytest.raises(SandboxError, match=r"did not start: no more processes\. Free"):
            await pool.take(())

    launching = with_a_pool(work, tmp_path)
    assert {worker.released for worker in launching.workers} == {1}
    assert f"{tmp_path} did not start: {words}\n" in capsys.readouterr().err


def test_one_that_did_not_start_and_said_nothing_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COURSE_DEBUG", "worker")

    async def silent(_: Parked) -> bool:
        return False

    monkeypatch.setattr(Parked, "ready", silent)

    async def work(pool: Pool, _: Launching) -> None:
        pool.warm(())
        await settled(pool)

    with_a_pool(work, tmp_path)
    assert f"{tmp_path} did not start: it said nothing\n" in capsys.readouterr().err


def test_the_kinds_used_last_are_kept_warm(tmp_path: Path) -> None:
    async def work(pool: Pool, launching: Launching) -> None:
        for kind in "abcdac":
            pool.release(await pool.take((kind,)))
            while pool._used_up:
                await asyncio.sleep(0.01)
            await settled(pool)
        assert launching.retired == []
        assert pool._used == [("b",), ("d",), ("a",), ("c",)]
        held = await pool.take(("b",))
        pool.release(await pool.take(("e",)))
        assert launching.retired == [("d",)]
        assert ("d",) not in pool._parked
        pool.release(await pool.take(("f",)))
        assert launching.retired == [("d",), ("a",)]
        assert pool._used == [("c",), ("b",), ("e",), ("f",)]
        pool.release(held)

    launching = with_a_pool(work, tmp_path)
    assert {worker.released for worker in launching.workers} == {1}


def test_one_whose_kind_is_retired_while_it_starts_is_cleared_up(tmp_path: Path) -> None:
    async def work(pool: Pool, launching: Launching) -> None:
        pool.warm(("a",))
        for kind in "bcde":
            pool.warm((kind,))
        assert launching.retired == [("a",)]
        await settled(pool)
        [first, *others] = launching.workers
        assert (first.needs, first.released) == (("a",), 1)
        assert [one.released for one in others] == [0] * 4
        assert ("a",) not in pool._parked

    with_a_pool(work, tmp_path)


def test_nothing_is_started_in_a_pool_that_is_closed(tmp_path: Path) -> None:
    async def work(pool: Pool, launching: Launching) -> None:
        await pool.close()
        pool.warm(())
        assert pool._starting == {}
        assert launching.asked == []

    assert with_a_pool(work, tmp_path).closed == 2
    assert Pool(None, "0").size == max(2, _cores())


@pytest.mark.parametrize(
    ("platform", "way", "one_check", "name"),
    [
        ("linux", "", False, "Supervised"),
        ("linux", "", True, "Alone"),
        ("linux", "once", False, "Single"),
        ("win32", "", True, "Single"),
    ],
)
def test_how_a_system_starts_workers(
    monkeypatch: pytest.MonkeyPatch, platform: str, way: str, one_check: bool, name: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("COURSE_WORKERS", way)
    assert type(Pool(2, "0", one_check)._launcher).__name__ == name
