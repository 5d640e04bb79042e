"""One job given to one worker, and all that came back: the raw material of a verdict."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import secrets
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from course.checking.launch import Worker
from course.checking.storage import limited
from course.text import clean

PROTOCOL = 1
AFTER_DEADLINE = 1.2  # seconds from the soft deadline to the end: the watchdog's 0.8 and some
PROBES_WITHIN = 3.0
LONGEST_WAIT = 9  # times as long, at most, where others hold the cores
_EVENT_BYTES = 8 << 20
_RAW_BYTES = 8 << 20
_RAW_KEPT = 128 << 10


def patience() -> float:
    """How many times as long to wait for a process, for all the others that want the cores."""
    if sys.platform == "win32":
        return 1.0  # nobody counts there
    return max(1.0, min(os.getloadavg()[0] / (os.cpu_count() or 1), LONGEST_WAIT))


@dataclass
class Conversation:
    """What a worker said during a job, and how it ended.

    `folders` are taken out of every text: where a file lies in this run means nothing to a
    learner. `stopped` is why the parent ended it: `timeout`, `output`, `files`, `events` or None.
    `fault` holds the lines of a C-level traceback, `raw` the start of what was printed. `lost` says
    that the process above the worker went away under it, so that nothing is known.
    """

    nonce: str
    canaries: tuple[str, str]
    folders: tuple[str, ...] = ()
    events: list[dict[str, Any]] = field(default_factory=list)
    fault: list[str] = field(default_factory=list)
    raw: bytes = b""
    raw_size: int = 0
    stopped: str | None = None
    lost: bool = False
    status: int | None = None
    seconds: float = 0.0
    _number: int = 0
    _rest: bytes = b""
    _size: int = 0

    def of(self, kind: str) -> list[dict[str, Any]]:
        """The events of one kind, in order."""
        return [event for event in self.events if event["t"] == kind]

    def last(self, kind: str) -> dict[str, Any] | None:
        """The last event of a kind."""
        return next((event for event in reversed(self.events) if event["t"] == kind), None)

    @property
    def ended(self) -> bool:
        """Whether the last word was `end`."""
        return bool(self.events) and self.events[-1]["t"] == "end"

    @property
    def printed(self) -> str:
        """All that was printed, from the start, safe to show."""
        text = self.raw.decode("utf-8", "backslashreplace")
        for folder in self.folders:
            text = text.replace(folder, "")
        return clean(text, _RAW_KEPT)

    def late_by(self, seconds: float) -> float:
        """How much longer than `seconds` the job takes, as others hold the cores."""
        said = [event.get("seconds") for event in self.of("late")]
        longer = sum(one for one in said if isinstance(one, (int, float)) and one > 0)
        return min(longer, LONGEST_WAIT * seconds)

    def feed(self, data: bytes) -> None:
        """Take in bytes of the event pipe; only the next number with our nonce counts."""
        self._size += len(data)
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            if not line:
                continue
            if line.startswith((b'  File "', b"Timeout (", b"Thread 0x", b"Current thread")):
                if len(self.fault) < 200:
                    self.fault.append(line.decode("utf-8", "replace"))
                continue
            for folder in self.folders:
                line = line.replace(json.dumps(folder)[1:-1].encode(), b"")
            try:
                event = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if (
                isinstance(event, dict)
                and event.get("v") == PROTOCOL
                and event.get("n") == self.nonce
                and event.get("s") == self._number + 1
                and isinstance(event.get("t"), str)
            ):
                self._number += 1
                self.events.append(event)

    @property
    def flooded(self) -> bool:
        """Whether the event pipe carried more than any honest job does."""
        return self._size > _EVENT_BYTES


def begin(worker: Worker, job: dict[str, Any], seconds: float) -> tuple[Conversation, bytes]:
    """A conversation about `job`, and the line that gives the job to the worker."""
    names = [f"test_{secrets.token_hex(5)}" for _ in range(2)]
    folders = tuple(os.path.join(worker.slot, name, "") for name in ("work", "tests"))
    talk = Conversation(secrets.token_hex(16), (names[0], names[1]), folders)
    job = {**job, "v": PROTOCOL, "nonce": talk.nonce, "canaries": names, "seconds": seconds}
    return talk, json.dumps(job).encode() + b"\n"


async def converse(worker: Worker, job: dict[str, Any], seconds: float) -> Conversation:
    """Give `job` to a parked worker and listen until it ends or its time is over.

    The worker is killed when it does not end by itself, and when this is cancelled.
    """
    talk, line = begin(worker, job, seconds)
    started = time.perf_counter()
    raw = asyncio.create_task(drain(worker, talk))
    try:
        async with limited(worker, talk):
            worker.give(line)
            await _listen(worker, talk, seconds)
        talk.seconds = time.perf_counter() - started
        if not talk.ended:
            worker.kill()
            with contextlib.suppress(TimeoutError):
                talk.status = await asyncio.wait_for(asyncio.shield(worker.ended), 2)
            talk.lost = worker.lost
        if not talk.ended or job["task"] == "program":
            # What was printed is complete when the process has ended; a stray may hold the pipe.
            await asyncio.wait([raw], timeout=0.3)
    except BaseException:
        worker.kill()
        raise
    finally:
        raw.cancel()
    return talk


async def _listen(worker: Worker, talk: Conversation, seconds: float) -> None:
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds + AFTER_DEADLINE * patience()
    finished = False
    while True:
        try:
            late = 0.0 if finished else talk.late_by(seconds)
            async with asyncio.timeout_at(deadline + late):
                data = await worker.events.read(1 << 16)
        except TimeoutError:
            talk.stopped = talk.stopped or "timeout"
            return
        if not data:
            return
        talk.feed(data)
        if talk.ended:
            return
        if talk.flooded:
            talk.stopped = "events"
            return
        if (stuck := talk.last("stuck")) is not None and not stuck["early"]:
            talk.stopped = "timeout"
            return
        if not finished and talk.last("finished") is not None:
            finished = True
            deadline = loop.time() + PROBES_WITHIN * patience()


async def drain(
    worker: Worker, talk: Conversation, show: Callable[[bytes], None] | None = None
) -> None:
    """Read what is printed; more than any program needs ends the worker.

    `show` gets the bytes as they come.
    """
    while data := await worker.raw.read(1 << 16):
        talk.raw_size += len(data)
        if show is not None:
            show(data)
        if len(talk.raw) < _RAW_KEPT:
            talk.raw = (talk.raw + data)[:_RAW_KEPT]
        if talk.raw_size > _RAW_BYTES and talk.stopped is None:
            talk.stopped = "output"
            worker.kill()
