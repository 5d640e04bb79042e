"""What takes too much is ended, and why is kept."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import cast

import pytest

from course.checking import family
from course.checking.launch import Worker
from course.checking.overuse import limited
from course.worker import sandbox
from course.worker.limits import STORED_FILES


class Parked:
    """A worker's folder, and whether it was ended."""

    def __init__(self, slot: Path) -> None:
        self.slot = slot
        self.pid: int | None = None
        self.killed = asyncio.Event()
        for name in ("work", "tmp"):
            (slot / name).mkdir()

    def kill(self) -> None:
        self.killed.set()

    def store(self, files: int) -> None:
        for number in range(files):
            (self.slot / "work" / str(number)).touch()


class Talk:
    stopped: str | None = None


def test_too_many_files_end_a_worker_while_it_runs_or_when_it_is_done(tmp_path: Path) -> None:
    async def work(files: int, wait: bool, stopped: str | None = None) -> tuple[str | None, bool]:
        slot = tmp_path / f"{files}-{wait}-{stopped}"
        slot.mkdir()
        worker, talk = Parked(slot), Talk()
        async with limited(cast(Worker, worker), talk):
            worker.store(files)
            if wait:
                await worker.killed.wait()
            talk.stopped = talk.stopped or stopped
        return talk.stopped, worker.killed.is_set()

    too_many = STORED_FILES + 1
    assert asyncio.run(work(too_many, wait=True)) == ("files", True)
    assert asyncio.run(work(too_many, wait=False)) == ("files", False)
    assert asyncio.run(work(3, wait=False)) == (None, False)
    assert asyncio.run(work(too_many, wait=False, stopped="timeout")) == ("timeout", False)


@pytest.mark.skipif(not sandbox.LINUX, reason="elsewhere nobody counts")
def test_too_many_processes_end_a_worker_while_it_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(family, "PROCESSES", 0)

    async def work() -> str | None:
        worker, talk = Parked(tmp_path), Talk()
        worker.pid = os.getpid()
        async with limited(cast(Worker, worker), talk), asyncio.timeout(120):
            await worker.killed.wait()
        return talk.stopped

    assert asyncio.run(work()) == "processes"
