"""What takes too much is ended, and why is kept."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import cast

from course.checking.launch import Worker
from course.checking.overuse import limited
from course.worker.limits import STORED_FILES


class Parked:
    """A worker's folder, and whether it was ended."""

    def __init__(self, slot: Path) -> None:
        self.slot, self.pid = slot, None
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
