"""One job given to one worker, and all that came back: the raw material of a verdict."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import secrets
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import TypeVar

from course.checking.decoding import Unreadable, event_of, line_of
from course.checking.launch import Worker
from course.checking.overuse import limited
from course.checking.patience import Share, patience
from course.debug import debug
from course.text import clean
from course.worker.limits import (
    AFTER_DEADLINE,
    EVENT_BYTES,
    LONGEST_WAIT,
    PROBE_WITHIN,
    PROBES_WITHIN,
    RAW_BYTES,
    RAW_KEPT,
    READ_AT_ONCE,
)
from course.worker.protocol import PROTOCOL, End, Finished, Job, Late, Probing, StuckSaid

E = TypeVar("E")
_NOTICED = 0.01  # seconds


@dataclass
class Conversation:
    """What a worker said during a job, and how it ended.

    `folders` are taken out of every text: where a file lies in this run means nothing to a
    learner. `stopped` is why the parent ended it: `timeout`, `output`, `files`, `processes`,
    `memory`, `events`, `unreadable` or None. `fault` holds the lines of a C-level traceback, `raw`
    the start of what was printed. `lost` says that the process above the worker went away under
    it, so that nothing is known.
    """

    nonce: str
    canaries: tuple[str, str]
    folders: tuple[str, ...] = ()
    events: list[object] = field(default_factory=list)
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

    def of(self, kind: type[E]) -> list[E]:
        """The events of one kind, in order."""
        return [event for event in self.events if type(event) is kind]

    def last(self, kind: type[E]) -> E | None:
        """The last event of a kind."""
        return next((event for event in reversed(self.events) if type(event) is kind), None)

    @property
    def ended(self) -> bool:
        """Whether the last word was `end`."""
        return bool(self.events) and type(self.events[-1]) is End

    @property
    def printed(self) -> str:
        """All that was printed, from the start, safe to show."""
        text = self.raw.decode("utf-8", "backslashreplace")
        for folder in self.folders:
            text = text.replace(folder, "")
        return clean(text, RAW_KEPT)

    def late_by(self, seconds: float) -> float:
        """How much longer than `seconds` the job takes, as others hold the cores."""
        longer = sum(max(event.seconds, 0.0) for event in self.of(Late))
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
            message = line_of(line)
            if (
                message is None
                or message.get("n") != self.nonce
                or message.get("s") != self._number + 1
            ):
                continue
            try:
                self.events.append(event_of(message))
            except Unreadable:
                self.stopped = self.stopped or "unreadable"
                return
            self._number += 1

    def forget(self) -> None:
        """What was said and printed so far counts no more; the next number is the next one."""
        self.events.clear()
        self.fault.clear()
        self.raw, self.raw_size, self._size = b"", 0, 0

    def is_over(self) -> bool:
        """Whether the parent need not listen further; `stopped` says why."""
        if self._size > EVENT_BYTES:  # more than any honest job says
            self.stopped = "events"
        stuck = self.last(StuckSaid)
        if stuck is not None and not stuck.early:
            self.stopped = self.stopped or "timeout"
            return True
        return self.stopped in ("events", "unreadable")


def begin(worker: Worker, job: Job, seconds: float) -> tuple[Conversation, bytes]:
    """A conversation about `job`, and the line that gives the job to the worker."""
    debug("worker", f"{worker.slot} is taken: {job['task']} of {job['module']}")
    names = [f"test_{secrets.token_hex(5)}" for _ in range(2)]
    folders = tuple(os.path.join(worker.slot, name, "") for name in ("work", "tests"))
    talk = Conversation(secrets.token_hex(16), (names[0], names[1]), folders)
    job = {**job, "v": PROTOCOL, "nonce": talk.nonce, "canaries": names, "seconds": seconds}
    return talk, json.dumps(job).encode() + b"\n"


async def converse(worker: Worker, job: Job, seconds: float) -> Conversation:
    """Give `job` to a parked worker and listen until it ends or its time is over.

    The worker is killed when it does not end by itself, and when this is cancelled.
    """
    talk, line = begin(worker, job, seconds)
    async with conversing(worker, talk, seconds, prints=job["task"] in ("program", "programs")):
        worker.give(line)
        await _listen(worker, talk, seconds)
    return talk


@contextlib.asynccontextmanager
async def conversing(
    worker: Worker,
    talk: Conversation,
    seconds: float,
    *,
    prints: bool,
    show: Callable[[bytes], None] | None = None,
) -> AsyncIterator[None]:
    """While a worker is at its job: what it prints is taken in, and it ends with the job.

    `prints` tells that all of what was printed is waited for; `show` gets it as it comes.
    """
    started = time.perf_counter()
    raw = asyncio.create_task(drain(worker, talk, show))
    try:
        async with limited(worker, talk):
            yield
        talk.seconds = time.perf_counter() - started
        why = f"ended by its limit: {talk.stopped}" if talk.stopped else "ended by itself"
        spent = f"{talk.seconds:.2f} s of {seconds:g} s and {talk.late_by(seconds):.2f} s"
        debug("limit", f"{worker.slot} {why}, after {spent} more, for others held the cores")
        if not talk.ended:
            worker.kill()
            with contextlib.suppress(TimeoutError):
                talk.status = await asyncio.wait_for(asyncio.shield(worker.ended), 2)
            talk.lost = worker.lost
        if not talk.ended or prints:
            # What was printed is complete when the process has ended; a stray may hold the pipe.
            await asyncio.wait([raw], timeout=0.3)
    except BaseException:
        worker.kill()
        raise
    finally:
        raw.cancel()


class _Time:
    """When a worker's time is over.

    Others may hold the cores, and then it takes longer. A worker that has been on a core for as
    long as it may have on an idle machine needs no more, whatever it says and whoever else runs.
    """

    def __init__(self, worker: Worker, seconds: float, after: float, most: float) -> None:
        self._worker = worker
        self._loop = asyncio.get_running_loop()
        self._deadline = self._loop.time() + seconds + after * patience()
        self._most = most
        self._late = self._lost = 0.0
        self._share = Share(worker.pid)
        self._allowed = [(self._share, seconds + after)]

    def probe(self) -> None:
        """A probe begins, which has a time of its own within that of all."""
        self._allowed[1:] = [(Share(self._worker.pid), PROBE_WITHIN)]

    def look_again(self, lateness: float) -> float:
        """When to look whether it is over; the worker has `told` how much longer it takes."""
        self._lost = self._share.waited()
        self._late = min(max(self._lost, lateness), self._most)
        left = min(seconds - share.spent() for share, seconds in self._allowed)
        return min(self._deadline + self._late, self._loop.time() + max(left, _NOTICED))

    def is_over(self) -> bool:
        """Whether it is, now that it was looked for."""
        if any(share.spent() >= seconds for share, seconds in self._allowed):
            return True
        # It may not even have been able to say that it takes longer.
        takes_longer = self._share.waited() > self._lost + _NOTICED
        is_late = self._loop.time() >= self._deadline + self._late
        return is_late and not (takes_longer and self._late < self._most)


async def _listen(worker: Worker, talk: Conversation, seconds: float) -> None:
    most = LONGEST_WAIT * seconds
    time_left = _Time(worker, seconds, AFTER_DEADLINE, most)
    finished, probes = False, 0
    while True:
        lateness = 0.0 if finished else talk.late_by(seconds)
        try:
            async with asyncio.timeout_at(time_left.look_again(lateness)):
                data = await worker.events.read(READ_AT_ONCE)
        except TimeoutError:
            if not time_left.is_over():
                continue
            talk.stopped = talk.stopped or "timeout"
            return
        if not data:
            return
        talk.feed(data)
        if talk.ended or talk.is_over():
            return
        if not finished and talk.last(Finished) is not None:
            finished = True
            time_left = _Time(worker, 0.0, PROBES_WITHIN, most)
        if finished and len(begun := talk.of(Probing)) > probes:
            probes = len(begun)
            time_left.probe()


async def drain(
    worker: Worker, talk: Conversation, show: Callable[[bytes], None] | None = None
) -> None:
    """Read what is printed; more than any program needs ends the worker.

    `show` gets the bytes as they come.
    """
    while data := await worker.raw.read(READ_AT_ONCE):
        talk.raw_size += len(data)
        if show is not None:
            show(data)
        if len(talk.raw) < RAW_KEPT:
            talk.raw = (talk.raw + data)[:RAW_KEPT]
        if talk.raw_size > RAW_BYTES and talk.stopped is None:
            talk.stopped = "output"
            worker.kill()
