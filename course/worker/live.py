"""A program that the learner talks to while it runs: what it reads is asked for when it reads.

To the parent go `live`, when it can be spoken to, and `asks`, with the number of bytes printed
until then, so that the question is shown before it is answered. From the parent come JSON lines
on the descriptor of the job: `Typed` for one `asks`, `Stop` at any time; to a prompt also `Entered`
and `Interrupt`.
"""

from __future__ import annotations

import _thread
import io
import queue
import signal
import sys
import threading
import time

from .channel import Channel, Output
from .protocol import Asks, Entered, Interrupt, Live, Stop, Typed, request_of
from .watch import Watchdog

_PAUSE = 0.04  # seconds until a line without its end is shown


class _Parent(threading.Thread):
    """Hears what the parent says; the program may be busy meanwhile."""

    def __init__(self, descriptor: int, watchdog: Watchdog) -> None:
        # Named, so that the learner's first thread is `Thread-1`.
        super().__init__(name="parent", daemon=True)
        self._descriptor = descriptor
        self._watchdog = watchdog
        self.lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self.blocks: queue.SimpleQueue[str] = queue.SimpleQueue()

    def run(self) -> None:
        with open(self._descriptor, "rb") as stream:
            for line in stream:
                match request_of(line):
                    case Stop():
                        self._watchdog.stop()
                    case Typed(text):
                        self.lines.put(text)
                    case Entered(block):
                        self.blocks.put(block)
                    case Interrupt():
                        _interrupt()


class _Shown(threading.Thread):
    """Hands on what was printed a moment ago: a program may print and then be busy."""

    def __init__(self, output: Output) -> None:
        super().__init__(name="shown", daemon=True)
        self._output = output
        self._sleep = time.sleep

    def run(self) -> None:
        while True:
            self._sleep(_PAUSE)
            self._output.flush_waiting()


def _interrupt() -> None:
    """As Ctrl+C at a terminal: a sleep is ended too, where the system can."""
    if sys.platform == "win32":
        _thread.interrupt_main()
        return
    try:
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    except OSError:
        _thread.interrupt_main()


class LiveInput(io.TextIOBase):
    """`sys.stdin` of the program. An end of input ends one reading, as at a terminal."""

    def __init__(
        self, parent: _Parent, channel: Channel, output: Output, watchdog: Watchdog
    ) -> None:
        self.parent = parent
        self._channel = channel
        self._output = output
        self._watchdog = watchdog
        self._rest = ""
        self._lock = threading.Lock()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return "utf-8"

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return 0

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        with self._lock:
            if not self._rest:
                self._rest = self._ask()
            end = len(self._rest) if size is None or size < 0 else size
            line, self._rest = self._rest[:end], self._rest[end:]
            return line

    def read(self, size: int | None = -1, /) -> str:
        text = ""
        wanted = -1 if size is None else size
        while wanted < 0 or len(text) < wanted:
            line = self.readline(wanted - len(text) if wanted >= 0 else -1)
            if not line:
                break
            text += line
        return text

    def _ask(self) -> str:
        self._output.flush()
        self._channel.send(Asks(self._output.bytes_sent))
        with self._watchdog.unhurried():
            line = self.parent.lines.get()
        return "" if line is None else f"{line}\n"


def live_input(descriptor: int, channel: Channel, output: Output, watchdog: Watchdog) -> LiveInput:
    """What the program reads from; `descriptor` is where the parent's lines come in."""
    parent = _Parent(descriptor, watchdog)
    parent.start()
    _Shown(output).start()
    channel.send(Live())
    return LiveInput(parent, channel, output, watchdog)
