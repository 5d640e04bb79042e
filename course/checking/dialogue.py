"""A program the learner talks to: printed text as it comes, answers when it asks, a stop."""

from __future__ import annotations

import asyncio
import codecs
import contextlib
import time
from collections.abc import Callable
from typing import Any

from course.checking.conversation import Conversation, begin, conversing
from course.checking.launch import Worker
from course.checking.patience import patience
from course.worker.limits import AFTER_DEADLINE, READ_AT_ONCE, STOPS_WITHIN
from course.worker.protocol import Asks, Job, Live, Stop, Typed, to_line

_PRINTED_WITHIN = 1.0
_HELD_BACK = 8  # characters of a folder's name at the end of a block that may go on in the next


class Dialogue:
    """What goes to and fro between a program and the learner. For one run.

    `printed` is called with text as it comes (raw: it may hold control characters), `asked` when
    the program waits for a line that is not there yet, `read` with each line it has taken (None
    for the end of the input). Lines may be answered before they are asked for.
    """

    def __init__(
        self,
        printed: Callable[[str], None],
        asked: Callable[[], None],
        read: Callable[[str | None], None],
    ) -> None:
        self._printed = printed
        self._asked = asked
        self._read = read
        self._answers: asyncio.Queue[str | None] = asyncio.Queue()
        self._decoder = codecs.getincrementaldecoder("utf-8")("backslashreplace")
        self._held = ""
        self._folders: tuple[str, ...] = ()
        self._news = asyncio.Event()
        self._size = 0
        self.stopping = asyncio.Event()
        self.typed: list[str] = []
        """The lines the program has read."""
        self.asks = False
        """Whether it waits for a line that is not there yet."""

    # ------------------------------------------------------------ the learner's side

    def answer(self, line: str | None) -> None:
        """A line for the program; None ends the input."""
        self._answers.put_nowait(line)

    def stop(self) -> None:
        """End the program."""
        self.stopping.set()

    def leave(self) -> None:
        """Nobody looks any more: show and ask nothing."""
        self._printed = self._read = lambda _: None
        self._asked = lambda: None

    @property
    def stopped(self) -> bool:
        """Whether the learner has ended it."""
        return self.stopping.is_set()

    # ------------------------------------------------------------ the program's side

    def open(self, folders: tuple[str, ...]) -> None:
        """The program starts; `folders` are left out of what is shown."""
        self._folders = folders

    def show(self, data: bytes) -> None:
        """Bytes were printed."""
        self._size += len(data)
        self._news.set()
        text = self._held + self._decoder.decode(data)
        for folder in self._folders:
            text = text.replace(folder, "")
        unsure = max((_begun(text, folder) for folder in self._folders), default=0)
        self._held = text[len(text) - unsure :]
        self._print(text[: len(text) - unsure])

    def close(self) -> None:
        """Nothing more will be printed."""
        self._print(self._held + self._decoder.decode(b"", final=True))
        self._held = ""

    async def shown(self, printed: int) -> None:
        """Wait until so many bytes have been shown; a program may close its output."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_PRINTED_WITHIN):
                while self._size < printed:
                    self._news.clear()
                    await self._news.wait()

    async def next_line(self, printed: int) -> str | None:
        """The learner's next line, once `printed` bytes have been shown."""
        await self.shown(printed)
        if self._answers.empty():
            self.asks = True
            self._asked()
        line = await self._answers.get()
        self.asks = False
        if line is not None:
            self.typed.append(line)
        self._read(line)
        return line

    def _print(self, text: str) -> None:
        if text:
            self._printed(text)


def _begun(text: str, folder: str) -> int:
    """How many characters at the end of `text` are the beginning of `folder`."""
    for size in range(min(len(folder) - 1, len(text)), _HELD_BACK - 1, -1):
        if text.endswith(folder[:size]):
            return size
    return 0


async def converse_live(
    worker: Worker, job: Job, seconds: float, dialogue: Dialogue
) -> Conversation:
    """Like `converse`, for a program that may ask the learner for input."""
    talk, line = begin(worker, {**job, "live": True}, seconds)
    dialogue.open(talk.folders)
    async with conversing(worker, talk, seconds, prints=True, show=dialogue.show):
        worker.give(line, more=True)
        await _Listening(worker, talk, dialogue, seconds).listen()
    dialogue.close()
    return talk


class _Listening:
    """The events of one run, its clock, and the line it waits for."""

    def __init__(
        self, worker: Worker, talk: Conversation, dialogue: Dialogue, seconds: float
    ) -> None:
        self._worker = worker
        self._talk = talk
        self._dialogue = dialogue
        self._seconds = seconds
        self._left = seconds + AFTER_DEADLINE * patience()
        self._late = 0.0
        self._heard = 0
        self._stopping = False
        self._line: asyncio.Task[str | None] | None = None

    async def listen(self) -> None:
        """Until the program ends, is stopped or has used its time."""
        events = asyncio.create_task(self._worker.events.read(READ_AT_ONCE))
        stop = asyncio.create_task(self._dialogue.stopping.wait())
        try:
            while True:
                waiting: list[asyncio.Task[Any] | None] = [events, self._line]
                if not self._stopping:
                    waiting.append(stop)
                done = await self._wait({task for task in waiting if task is not None})
                if not done:
                    self._talk.stopped = self._talk.stopped or "timeout"
                    return
                if stop in done:
                    self._stop()
                if self._line in done:
                    self._hand_over()
                if events in done:
                    if not self._hear(events.result()):
                        return
                    events = asyncio.create_task(self._worker.events.read(READ_AT_ONCE))
        finally:
            for task in (events, stop, self._line):
                if task is not None:
                    task.cancel()

    async def _wait(self, tasks: set[asyncio.Task[Any]]) -> set[asyncio.Task[Any]]:
        """What is done first; nothing when the time is over, which stands still for the learner."""
        began = time.monotonic()
        timeout = None if self._line is not None else max(self._left, 0)
        done, _ = await asyncio.wait(tasks, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
        if timeout is not None:
            self._left -= time.monotonic() - began
        return done

    def _stop(self) -> None:
        """Ask the worker where the code is, as soon as it can be spoken to."""
        self._stopping = True
        self._talk.stopped = "timeout"
        self._left = STOPS_WITHIN * patience()
        if self._line is not None:
            self._line.cancel()
            self._line = None
        if self._talk.last(Live) is not None:
            self._tell(Stop())

    def _hand_over(self) -> None:
        assert self._line is not None  # noqa: S101 - it is done
        self._tell(Typed(self._line.result()))
        self._line = None

    def _tell(self, message: Typed | Stop) -> None:
        self._worker.tell(to_line(message))

    def _hear(self, data: bytes) -> bool:
        """Take in events; False when there is nothing more to hear."""
        talk = self._talk
        talk.feed(data)
        if not data or talk.ended or talk.is_over():
            return False
        late = talk.late_by(self._seconds)
        self._left, self._late = self._left + late - self._late, late
        for event in talk.events[self._heard :]:
            if isinstance(event, Live) and self._stopping:
                self._tell(Stop())
            if isinstance(event, Asks) and self._line is None and not self._stopping:
                self._line = asyncio.create_task(self._dialogue.next_line(event.printed))
        self._heard = len(talk.events)
        return True
