"""How workers come to be: what all of them have, however they are started."""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from pathlib import Path
from typing import IO, Protocol

from course.checking.decoding import ready_of
from course.checking.patience import patience
from course.worker.limits import READ_AHEAD, READY_WITHIN

Needs = tuple[str, ...]
_NAMES = {"flask": "Flask", "django": "Django", "fastapi": "FastAPI", "sqlalchemy": "SQLAlchemy"}
_LOOK_AGAIN = 5.0  # seconds: the machine may have become busy meanwhile
LAST_WORDS = 2048  # bytes kept of what a process said before it failed


def new_slot(root: Path, number: int) -> Path:
    """A worker's own folder with `work`, `tests` and `tmp` in it."""
    slot = root / str(number)
    for name in ("work", "tests", "tmp"):
        (slot / name).mkdir(parents=True)
    return slot


async def connected(file: IO[bytes]) -> tuple[asyncio.StreamReader, asyncio.ReadTransport]:
    """What comes in by a pipe, as it comes."""
    reader = asyncio.StreamReader(limit=READ_AHEAD)
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), file
    )
    return reader, transport


def write_all(descriptor: int, data: bytes) -> None:
    """Write to a worker; nothing happens when it is gone."""
    with contextlib.suppress(BrokenPipeError):
        while data:
            data = data[os.write(descriptor, data) :]


class Worker:
    """One parked process and the streams to it; it does one job and is released."""

    def __init__(self, needs: Needs, slot: Path) -> None:
        self.needs = needs
        self.slot = slot
        self.events: asyncio.StreamReader
        self.raw: asyncio.StreamReader
        self.not_installed: Needs = ()
        self.pid: int | None = None
        self.refused = ""  # why it runs nothing: what is needed would not be safe here
        self.lost = False
        """Whether it went because the process that started it did: nobody's fault here."""
        self.ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def ready(self) -> bool:
        """Wait until it is parked; False when it died instead, and `last_words` says why."""
        try:
            message = ready_of(await self._first_line())
        except (TimeoutError, ValueError):
            return False
        if message is None:
            return False
        self.not_installed = message.missing
        self.refused = message.refused
        return True

    async def _first_line(self) -> bytes:
        """What it says first. A start that is only slow is waited for, as the machine is busy."""
        reading = asyncio.ensure_future(self.events.readline())
        began = time.monotonic()
        try:
            while not reading.done():
                await asyncio.wait({reading}, timeout=_LOOK_AGAIN)
                if not reading.done() and time.monotonic() - began > READY_WITHIN * patience():
                    raise TimeoutError
            return reading.result()
        finally:
            reading.cancel()

    async def last_words(self) -> str:
        """The end of what was said on standard error by the process that failed to start it."""
        raise NotImplementedError

    @property
    def cannot(self) -> str:
        """Why it cannot do any job, in words for a learner; empty is best."""
        if not self.not_installed:
            return self.refused
        names = [_NAMES.get(need, need) for need in self.not_installed]
        return (
            f"This needs {' and '.join(names)}, which is not installed here. "
            f"`pip install {' '.join(self.not_installed)}` adds it; then check again."
        )

    @property
    def gone(self) -> bool:
        """Whether it has died, or somebody removed its folder, while it was parked."""
        return self.ended.done() or self.events.at_eof() or not self.slot.is_dir()

    def give(self, job: bytes, more: bool = False) -> None:
        """Send the job, one line; with `more`, lines may follow by `tell`."""
        raise NotImplementedError

    def tell(self, line: bytes) -> None:
        """Send a line to a job that is running."""
        raise NotImplementedError

    def kill(self) -> None:
        """End it and its group now."""
        raise NotImplementedError

    def release(self) -> None:
        """It is done: end it if it runs, and remove its folder."""
        raise NotImplementedError


class Launcher(Protocol):
    """How workers come to be."""

    async def open(self) -> None: ...

    async def start(self, needs: Needs, rehearse: bool) -> Worker: ...

    def retire(self, needs: Needs) -> None: ...

    async def close(self) -> None: ...
