"""The time a program has had: while other programs hold the cores, no time of its own passes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable


class OwnTime:
    """A clock, in seconds, for limits that mean the same on a busy machine.

    It stands still while this process could run and does not get a core, as Linux counts it
    (made before the sandbox closes `/proc`). What it does not count is the time in which a thread
    that keeps Python's interpreter to itself has no core: `held` tells of it. Elsewhere, and for a
    machine that slept, `overslept` tells how much later a thread woke up than it wanted to.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._read = os.pread if hasattr(os, "pread") else None
        self._waited = 0.0
        self._held = 0.0
        self._overslept = 0.0
        self._marked = 0.0
        self._counter: int | None = None
        if self._read is not None:
            try:
                self._counter = os.open("/proc/self/schedstat", os.O_RDONLY)
            except OSError:
                self._counter = None
        self._before = self._time_without_a_core()

    def __call__(self) -> float:
        return self._clock() - self.behind()

    def behind(self) -> float:
        """How many seconds this process has lost to others so far."""
        self._waited = max(self._waited, self._time_without_a_core() - self._before)
        return max(self._waited + self._held, self._overslept)

    def mark(self) -> None:
        """Something begins, of which `lost` will be asked."""
        self._marked = self.behind()

    def lost(self) -> float:
        """How many seconds this process has lost to others since `mark`."""
        return self.behind() - self._marked

    def held(self, seconds: float) -> None:
        """A thread has kept the others waiting for so long, without a core."""
        self._held += max(seconds, 0.0)

    def overslept(self, seconds: float) -> None:
        """A thread of this process woke up so much later than it wanted to."""
        self._overslept += max(seconds, 0.0)

    def _time_without_a_core(self) -> float:
        if self._counter is None or self._read is None:
            return 0.0
        try:
            _, waited, _ = self._read(self._counter, 64, 0).split()
            return int(waited) / 1e9
        except (OSError, ValueError):  # not counted here, or closed by the program
            self._counter = None
            return 0.0
