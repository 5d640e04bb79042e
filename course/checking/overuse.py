"""What is measured while a program runs, since no limit of the system counts it.

That is the sum of its files, of its processes and of their memory.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Protocol

from course.checking import family, storage
from course.checking.launch import Worker
from course.worker.limits import MEASURED_EVERY


class Stoppable(Protocol):
    """A conversation with a worker: why it was stopped is kept in it."""

    stopped: str | None


@contextlib.asynccontextmanager
async def limited(worker: Worker, talk: Stoppable) -> AsyncIterator[None]:
    """While a worker is at a job: end it, and say why in `talk`, when it takes too much."""
    watching = asyncio.create_task(_watch(worker, talk))
    try:
        yield
        if talk.stopped is None and storage.exceeded(worker.slot, None):
            talk.stopped = "files"
    finally:
        watching.cancel()


async def _watch(worker: Worker, talk: Stoppable) -> None:
    while talk.stopped is None:
        await asyncio.sleep(MEASURED_EVERY)
        too_much = "files" if storage.exceeded(worker.slot, worker.pid) else None
        if too_much is None and worker.pid is not None:
            too_much = family.exceeded(worker.pid)
        if too_much is not None:
            talk.stopped = talk.stopped or too_much
            worker.kill()
