"""The worker's two ways out: events for the parent, and what the learner printed."""

from __future__ import annotations

import io
import json
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .limits import KEPT_CHARACTERS, PRINTED_CHARACTERS, PRINTED_LINES
from .protocol import (
    KINDS,
    PROTOCOL,
    Collected,
    Compiled,
    Event,
    Finished,
    Probed,
    Probing,
    Start,
    SubtestEnded,
    TestEnded,
    fields_of,
)

_BATCH = 8_192
_PAUSE = 0.02
# A write wakes the parent. What must be known if the process dies next is never held back:
# `begin` says which test that was.
_CAN_WAIT = frozenset(
    (Start, Compiled, Collected, TestEnded, SubtestEnded, Finished, Probing, Probed)
)


class Channel:
    """Sends events, one JSON object a line, each with the job's nonce and the next number.

    `{"v": 1, "n": nonce, "s": 1, "t": "begin", ...}`. The parent believes nothing else.
    """

    def __init__(self, descriptor: int, nonce: str, at_once: bool = False) -> None:
        self._descriptor = descriptor
        self._nonce = nonce
        self._can_wait = frozenset[type[Event]]() if at_once else _CAN_WAIT
        self._number = 0
        self._lock = threading.Lock()
        self._encode = json.JSONEncoder(separators=(",", ":"), default=fields_of).encode
        self._write = os.write
        self._waiting = b""

    def send(self, event: Event) -> None:
        """Send one event; one of `_CAN_WAIT` goes with the next that cannot, if not `at_once`."""
        kind = type(event)
        with self._lock:
            self._number += 1
            head = {"v": PROTOCOL, "n": self._nonce, "s": self._number, "t": KINDS[kind]}
            # The leading newline ends whatever somebody else may have put on this descriptor.
            line = self._encode(head | fields_of(event))
            self._waiting += b"\n" + line.encode("ascii", "replace") + b"\n"
            if kind in self._can_wait and len(self._waiting) < _BATCH:
                return
            waiting, self._waiting = self._waiting, b""
            while waiting:
                waiting = waiting[self._write(self._descriptor, waiting) :]


class TooMuchOutput(BaseException):
    """The program printed more than `PRINTED_CHARACTERS`, or more than `PRINTED_LINES`."""


class _Bytes(io.RawIOBase):
    """`sys.stdout.buffer`."""

    def __init__(self, output: _Stream) -> None:
        self._output = output

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        block = bytes(data)
        self._output.write(block.decode("utf-8", "backslashreplace"))
        return len(block)


class _Stream(io.TextIOBase):
    """What a program may ask of `sys.stdout` and `sys.stderr`."""

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return "utf-8"

    @property
    def errors(self) -> str:  # type: ignore[override]
        return "backslashreplace"

    @property
    def buffer(self) -> _Bytes:
        """A binary view, as `sys.stdout` has."""
        return _Bytes(self)

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return False

    def close(self) -> None:
        """A program that closes its streams only flushes them."""
        self.flush()

    def reconfigure(self, **_options: Any) -> None:
        """Accepted and ignored, as programs call it on a real `sys.stdout`."""


class Output(_Stream):
    """`sys.stdout` and `sys.stderr` of the learner's program, in the order they came.

    Everything goes to `descriptor` in small batches; the start of what one test printed is kept
    for its report. Past a limit it raises `TooMuchOutput`, and again if that is swallowed.
    `errors_side` is what the program has as `sys.stderr`.
    """

    def __init__(self, descriptor: int = 1) -> None:
        self._descriptor = descriptor
        self._waiting: list[str] = []
        self._waiting_characters = 0
        self._flushed = 0.0
        self._total = 0
        self._lines = 0
        self._most = (PRINTED_CHARACTERS, PRINTED_LINES)
        self._kept: list[str] = []
        self._kept_characters = 0
        self._lock = threading.Lock()
        self._keeps_logs = True
        self._is_mute = False
        self._logging = threading.local()
        self.errors_side = ErrorsSide(self)
        self.bytes_sent = 0

    def fileno(self) -> int:
        return self._descriptor

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        size = len(text)
        if self._is_mute:
            return size
        if self._keeps_logs or not getattr(self._logging, "on", False):
            if self._kept_characters < KEPT_CHARACTERS:
                self._kept.append(text[: KEPT_CHARACTERS - self._kept_characters])
            self._kept_characters += size
        self._total += size
        ends_line = "\n" in text
        self._lines += ends_line
        characters, lines = self._most
        if self._total > characters or self._lines > lines:
            self._total, self._lines = characters // 2, lines // 2
            raise TooMuchOutput("printed too much")
        self._waiting.append(text)
        self._waiting_characters += size
        if self._waiting_characters > _BATCH or (
            ends_line and time.monotonic() - self._flushed > _PAUSE
        ):
            self.flush()
        return size

    def flush(self) -> None:
        with self._lock:
            # Taken before it is joined: another thread may print at any call.
            waiting, self._waiting = self._waiting, []
            self._waiting_characters = 0
            data = "".join(waiting).encode("utf-8", "backslashreplace")
            self.bytes_sent += len(data)
            try:
                while data:
                    data = data[os.write(self._descriptor, data) :]
            except OSError:
                # The program closed the descriptor; what it printed is still in the report.
                pass
        self._flushed = time.monotonic()

    def flush_waiting(self) -> None:
        """Flush what has been printed, where there is something."""
        if self._waiting:
            self.flush()

    def bound(self, characters: int, lines: int) -> None:
        """What may be printed until the next `forget`."""
        self._most = characters, lines

    def forget(self) -> None:
        """What was printed so far counts no more."""
        self.flush()
        self.take()
        self._total = self._lines = 0

    def mute(self, is_mute: bool) -> None:
        """Whether what is written is forgotten at once."""
        self._is_mute = is_mute

    def keep_only_prints(self) -> None:
        """From now on `take` gives what is printed, without what is logged."""
        self._keeps_logs = False

    @contextmanager
    def logging(self) -> Iterator[None]:
        """What this thread writes meanwhile is logged: it has a time, places, a traceback."""
        before = getattr(self._logging, "on", False)
        self._logging.on = True
        try:
            yield
        finally:
            self._logging.on = before

    def take(self) -> str:
        """What was printed since the last `take`, at most `KEPT_CHARACTERS`."""
        text = "".join(self._kept)[:KEPT_CHARACTERS]
        self._kept, self._kept_characters = [], 0
        return text


class ErrorsSide(_Stream):
    """`sys.stderr`: it goes the way of `sys.stdout`, in the same order; all of it is logged."""

    def __init__(self, output: Output) -> None:
        self._output = output

    def fileno(self) -> int:
        return self._output.fileno()

    def write(self, text: str) -> int:
        with self._output.logging():
            return self._output.write(text)

    def mute(self, is_mute: bool) -> None:
        """Whether what is written is forgotten at once, on both sides."""
        self._output.mute(is_mute)

    def flush(self) -> None:
        self._output.flush()


class Silence(io.TextIOBase):
    """Where pytest's own terminal output goes."""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        return len(text)
