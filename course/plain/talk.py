"""The dialogue itself: lines out, lines in, and what Ctrl+C and the end of the input mean."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from course.plain.prose import lines_of, wrapped
from course.signs import RIGHT, STOPPED, WRONG
from course.terminal import write_line

T = TypeVar("T")
_WIDEST = 100
_COLOURS = {RIGHT: "32", WRONG: "31", STOPPED: "33"}
_BLOCK = 1 << 16


class Left(Exception):  # noqa: N818 - it reads as what happened
    """The learner leaves the course, or there is no further line to read."""


class Interrupted(Exception):  # noqa: N818 - it reads as what happened
    """The learner pressed Ctrl+C."""


class Talk:
    """Says lines and asks for them. Use it inside an event loop, in `listening()`.

    `err` writes to standard error, where the output is for a program. A terminal that can has
    colours, unless `NO_COLOR` is set; nothing is ever said by colour alone.
    """

    def __init__(self, err: bool = False) -> None:
        self.err = err
        stream = sys.stderr if err else sys.stdout
        self.is_terminal = sys.stdin.isatty() and stream.isatty()
        self._coloured = stream.isatty() and can_colour()
        self._lines = _Lines()
        self._reading: asyncio.Future[str] | None = None
        self._running: asyncio.Future[Any] | None = None
        self._interrupted = False
        self._is_apart = True
        """Whether the last line is empty: a prompt stands apart from what was said."""

    @property
    def width(self) -> int:
        """How wide a line may be."""
        return min(shutil.get_terminal_size().columns, _WIDEST) - 1

    # ------------------------------------------------------------ saying

    def say(self, text: str = "", hanging: str | None = None) -> None:
        """Say a line, or several; each is cut at words, and goes on where it begins."""
        for line in text.split("\n"):
            colour = _COLOURS.get(line.lstrip()[:1], "") if self._coloured else ""
            for part in wrapped(line, self.width, hanging):
                self._write(part, colour)

    def exactly(self, text: str, margin: int = 4) -> None:
        """Say code or output: line for line, set in, never cut."""
        for line in text.rstrip("\n").split("\n"):
            self._write(f"{' ' * margin}{line}".rstrip())

    def prose(self, markdown: str) -> None:
        """Say what an author wrote."""
        for line in lines_of(markdown, self.width):
            self._write(line)

    def heading(self, text: str) -> None:
        """Say where this is; an empty line stands before it."""
        self.say()
        for part in wrapped(text, self.width):
            self._write(part, "1" if self._coloured else "")
        self.say()

    def _write(self, line: str, colour: str = "") -> None:
        write_line(line, colour, self.err)
        self._is_apart = not line

    # ------------------------------------------------------------ asking

    async def ask(self, prompt: str) -> str:
        """A line as it was typed, without its end. `Left` where there is none, `Interrupted`."""
        if not self._is_apart:
            self.say()
        self.say(prompt)
        if self.is_terminal:
            write_line("> ", "", self.err, end="")
        return (await self.wait(self._next_line())).rstrip("\r\n")

    async def wait(self, work: Coroutine[Any, Any, T]) -> T:
        """What `work` gives; Ctrl+C ends it with `Interrupted`."""
        self._running = task = asyncio.ensure_future(work)
        if self._interrupted:
            task.cancel()
        try:
            return await task
        except asyncio.CancelledError:
            if not self._interrupted:
                raise
            self._interrupted = False
            self.say()
            raise Interrupted from None
        finally:
            self._running = None

    async def _next_line(self) -> str:
        """The next line. A read that was interrupted goes on, and gives its line later."""
        if self._reading is None:
            self._reading = self._lines.next()
        line = await asyncio.shield(self._reading)
        self._reading = None
        if not line:
            raise Left
        return line

    # ------------------------------------------------------------ Ctrl+C

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Ctrl+C interrupts what is waited for, and never the course itself."""
        loop = asyncio.get_running_loop()

        def pressed(*_: object) -> None:
            with suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(self._interrupt)

        try:
            before = signal.signal(signal.SIGINT, pressed)
        except ValueError:  # not in the main thread: nobody presses a key there
            yield
            return
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def _interrupt(self) -> None:
        self._interrupted = True
        if self._running is not None:
            self._running.cancel()


class _Lines:
    """The lines of standard input, each read when it is asked for, beside the event loop.

    They are read below Python's own buffers: a thread that waits in one of those when the course
    ends would bring Python down. "" is the end.
    """

    def __init__(self) -> None:
        buffer = getattr(sys.stdin, "buffer", None)
        self._raw = getattr(buffer, "raw", None)
        self._left = b""

    def next(self) -> asyncio.Future[str]:
        """The next line, with its end."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[str] = loop.create_future()
        if self._raw is None or b"\n" in self._left:
            future.set_result(self._read())
            return future

        def read() -> None:
            try:
                line = self._read()
            except (OSError, ValueError):  # a terminal that has gone
                line = ""
            with suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(_give, future, line)

        threading.Thread(target=read, daemon=True).start()
        return future

    def _read(self) -> str:
        if self._raw is None:
            return sys.stdin.readline()
        while b"\n" not in self._left:
            block = self._raw.read(_BLOCK)
            if not block:
                break
            self._left += block
        line, end, self._left = self._left.partition(b"\n")
        return (line + end).decode("utf-8", "replace")


def _give(future: asyncio.Future[str], line: str) -> None:
    if not future.done():
        future.set_result(line)


def can_colour() -> bool:
    """Whether colours may be used."""
    return not os.environ.get("NO_COLOR") and not is_dumb()


def is_dumb() -> bool:
    """Whether the terminal says of itself that it can do nothing but show lines."""
    return os.environ.get("TERM") == "dumb"
