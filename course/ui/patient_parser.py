"""Keys over a slow line: the bytes of one key may come one after the other, with time between.

Esc is a key of its own, and how the codes of most others begin. Textual tells them apart by time: a
tenth of a second after Esc, what follows are letters. Over a line that takes longer, F5 would type
`[15~`. Here a code that has begun is waited for, and one whose Esc was taken for the key is still
read as a code; from then on more time is given.

As the app starts, Textual asks the terminal what it can do, and the answer comes over the same
line. Until then Esc waits longer, so that on a slow line neither the answer nor a first key is
taken for an Esc. Where a terminal does not answer, the first key after the start may be.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from textual import constants
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message

ESC = "\x1b"
CODE_TAKES = 1.5
"""Seconds that may pass between two bytes of a code that has begun."""
SLOW_DELAY = 0.7
"""Seconds that Esc waits for more, on a line that is known to be slow."""
STARTS = 3.0
"""Seconds after the start in which a terminal answers."""
_BEGINS = re.compile(r"\x1b(?:\[[0-9;:<>=?$]*|O)\Z")
"""A code of which the last byte is still to come."""


class PatientParser(XTermParser):
    """Reads what a terminal sends as Textual does, and waits for the rest of a code."""

    _code = ""
    """What has come of the code that is being read, from Esc on."""
    _last = 0.0
    _was_escape = False

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._usual = constants.ESCAPE_DELAY
        self._is_known = False
        self._starts_until = get_time() + STARTS
        self._wait(SLOW_DELAY)

    def feed(self, data: str) -> Iterable[Message]:
        """Take in what has come; a code that goes on after its Esc is read from the Esc on."""
        now = get_time()
        if self._was_escape and data[:1] in ("[", "O") and now - self._last < CODE_TAKES:
            self._learn(slow=True)
            data = ESC + data
        elif self._code == ESC and data[:1] in ("[", "O"):
            self._learn(slow=now - self._last > self._usual)
        elif f"{ESC}[" in data or now > self._starts_until:
            self._learn(slow=False)
        self._was_escape = False
        self._last = now
        for character in data:
            in_code = self._awaiting.timeout is not None
            self._code = self._code + character if in_code and character != ESC else character
            yield from super().feed(character)
            if self._awaiting.timeout is None:
                self._code = ""
        if not data:
            yield from super().feed(data)

    def _learn(self, *, slow: bool) -> None:
        """How fast the line is; one that was slow once stays so."""
        if slow or not self._is_known:
            self._wait(SLOW_DELAY if slow else 0)
        self._is_known = True

    def _wait(self, seconds: float) -> None:
        constants.ESCAPE_DELAY = max(self._usual, seconds)  # type: ignore[misc]

    def tick(self) -> Iterable[Message]:
        """Look whether a code was none: not while the rest of it may still come."""
        if _BEGINS.match(self._code) and get_time() - self._last < CODE_TAKES:
            return
        was_reading = self._awaiting.timeout is not None
        yield from super().tick()
        if was_reading and self._awaiting.timeout is None:
            self._was_escape, self._code = self._code == ESC, ""


def use(driver: type[Driver]) -> type[Driver]:
    """Let a driver of Textual read with it."""
    module = sys.modules[driver.__module__]
    if hasattr(module, "XTermParser"):
        module.XTermParser = PatientParser  # type: ignore[attr-defined]
    return driver
