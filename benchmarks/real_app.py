"""The real app in a pseudo-terminal: what is sent to it, what can be read on its screen.

It is quiet when it says so itself: on Linux the system tells of every thread of the app and of the
programs that it runs whether it waits for something. So whoever drives it waits for what a key
does, however long that takes on a busy machine, and not for a moment that is long enough.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

import pexpect
import pyte

ANSWERS = 600.0
"""Seconds in which an app answers even where many others have the machine."""
_LOOKS = 4
"""How many looks in a row must find it waiting."""
_BETWEEN = 0.004
_CHILDREN = 250
"""Looks after which a program that the app runs is left to run on: it may never end."""


class Fallen(Exception):  # noqa: N818 - it reads as what happened
    """The app ended by itself, hangs, or wrote into its log."""


class RealApp:
    """The app that `command` starts in `folder`, with `home` as its COURSE_HOME."""

    def __init__(
        self, command: list[str], folder: Path, home: Path, size: tuple[int, int], editor: str = ""
    ) -> None:
        others = ("EDITOR", "VISUAL", "COLUMNS", "LINES")  # the last two hide the window's size
        environment = {k: v for k, v in os.environ.items() if k not in others}
        environment |= {"COURSE_HOME": str(home), "TERM": "xterm-256color", "BROWSER": "true"}
        environment["COURSE_DEBUG"] = "place"
        if editor:
            environment["EDITOR"] = editor
        environment["SHELL"] = "true"  # random keys are no commands for a real one
        columns, rows = self.size = size
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.is_over = False
        self.process = pexpect.spawn(
            command[0],
            command[1:],
            env=environment,
            cwd=str(folder),
            dimensions=(rows, columns),
            timeout=None,
        )
        self.process.delaybeforesend = None

    # ------------------------------------------------------------ what it shows

    @property
    def lines(self) -> list[str]:
        """What can be read on the screen."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def status(self) -> int | None:
        """What it ended with, a signal as a negative number; None while it runs."""
        if not self.is_over:
            return None
        signalled = self.process.signalstatus
        return self.process.exitstatus if signalled is None else -signalled

    def take(self, wait: float) -> bool:
        """Draw what it has written, waiting so long for it; whether there was anything."""
        try:
            written = self.process.read_nonblocking(262_144, timeout=wait)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            self.process.close()
            self.is_over = True
            return False
        with suppress(IndexError, TypeError, AssertionError):  # pyte does not know every sequence
            self.stream.feed(written)
        return True

    def settle(self, children: int = _CHILDREN) -> bool:
        """Wait until it waits for the next key; False where it has ended.

        For so many looks the programs that it runs have to wait as well.
        """
        found, looks, deadline = 0, 0, time.monotonic() + ANSWERS
        while found < _LOOKS and not self.is_over:
            found = 0 if self.take(_BETWEEN) or self._is_busy(looks < children) else found + 1
            looks += 1
            if time.monotonic() > deadline:
                raise Fallen("it does not answer")
        return not self.is_over

    def until_over(self) -> None:
        """Wait until it has ended."""
        deadline = time.monotonic() + ANSWERS
        while not self.is_over:
            self.take(0.2)
            if time.monotonic() > deadline:
                raise Fallen("it does not end")

    def _is_busy(self, with_children: bool) -> bool:
        """Whether any of its threads has something to do; elsewhere than on Linux, never."""
        if sys.platform != "linux":
            return False
        waiting, seen = [self.process.pid], set()
        while waiting:
            pid = waiting.pop()
            seen.add(pid)
            with suppress(OSError):
                for task in Path(f"/proc/{pid}/task").iterdir():
                    state = (task / "stat").read_text().rpartition(") ")[2][:1]
                    if state in "RD":
                        return True
                    if with_children:
                        children = (task / "children").read_text().split()
                        waiting += [int(it) for it in children if int(it) not in seen]
        return False

    # ------------------------------------------------------------ what is sent to it

    def send(self, text: str) -> None:
        """Send what a terminal sends. What is long goes in pieces, as much as it takes."""
        data = text.encode()
        for start in range(0, len(data), 1024):
            if self.is_over:
                return
            with suppress(OSError):
                self.process.send(data[start : start + 1024])
            if len(data) > 1024:
                self.take(0)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.size = columns, rows
        self.screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def kill(self) -> None:
        """End it, whatever it does."""
        with suppress(pexpect.ExceptionPexpect):
            self.process.close(force=True)
