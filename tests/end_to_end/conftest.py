"""The real app in a real pseudo-terminal, its screen read as a person would."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator

import pexpect
import pyte
import pytest

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "end": "\x1b[F",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f9": "\x1b[20~",
    "ctrl+end": "\x1b[1;5F",
}
PATIENCE = 180.0
"""Seconds after which what is waited for never comes; no test passes or fails by less."""


class Terminal:
    """`course` with some arguments in a pseudo-terminal of `width` x `height`."""

    def __init__(self, width: int, height: int, *arguments: str) -> None:
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self._screen)
        self.drawn = ""
        # COLUMNS and LINES would hide every later change of the window's size.
        environment = {
            name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")
        }
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "course", *arguments],
            dimensions=(height, width),
            env=environment,
            encoding="utf-8",
            codec_errors="replace",
            timeout=PATIENCE,
        )

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, *keys: str) -> None:
        """Press keys: names in KEYS, or characters."""
        for key in keys:
            self._child.send(KEYS.get(key, key))

    def wait_for(self, *wanted: str, gone: str | None = None) -> str:
        """Read until every text is on the screen (and `gone` is not); the screen."""
        deadline = time.monotonic() + PATIENCE
        while not self._shows(wanted, gone):
            try:
                drawn = self._child.read_nonblocking(65536, timeout=0.2)
                self.drawn += drawn
                self._stream.feed(drawn)
            except pexpect.TIMEOUT:
                pass
            except pexpect.EOF:
                break
            if time.monotonic() > deadline:
                break
        assert self._shows(wanted, gone), f"waited for {wanted}, without {gone}:\n{self.text}"
        return self.text

    def _shows(self, wanted: tuple[str, ...], gone: str | None) -> bool:
        text = self.text
        return all(it in text for it in wanted) and (gone is None or gone not in text)

    def read(self, seconds: float) -> None:
        """Take what the app draws for a moment."""
        try:
            drawn = self._child.read_nonblocking(65536, timeout=seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.drawn += drawn
        self._stream.feed(drawn)

    def signal(self, number: int) -> None:
        """Send the app a signal."""
        self._child.kill(number)

    def hang_up(self) -> None:
        """As a terminal's window that is closed."""
        self._child.ptyproc.fileobj.close()

    def gone(self) -> bool:
        """Whether the app has ended."""
        return not self._child.isalive()

    def resize(self, width: int, height: int) -> None:
        """As when a person drags the window's corner."""
        self._screen.resize(height, width)
        self._child.setwinsize(height, width)

    def wait_until(self, happened: Callable[[], object]) -> None:
        """Wait until something has happened."""
        deadline = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < deadline, self.text
            time.sleep(0.05)

    def wait_for_end(self) -> int | None:
        """Read until the program ends; its exit status."""
        self._child.expect(pexpect.EOF)
        self.drawn += str(self._child.before)
        self._child.close()
        return self._child.exitstatus

    def kill(self) -> None:
        """As a pulled plug does."""
        self._child.close(force=True)


@pytest.fixture
def terminal() -> Iterator[Callable[..., Terminal]]:
    """Open the app in a terminal; every one that is left is ended."""
    opened: list[Terminal] = []

    def open_terminal(width: int = 80, height: int = 24, *arguments: str) -> Terminal:
        opened.append(Terminal(width, height, *arguments))
        return opened[-1]

    yield open_terminal
    for one in opened:
        one.kill()
