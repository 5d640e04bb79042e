"""The clock of a shift."""

from __future__ import annotations

import time
from collections.abc import Callable


class Clock:
    """Real time as simulated minutes. It stands still while paused, and always on a calm day."""

    def __init__(self, pace: int, calm: bool, now: Callable[[], float] = time.monotonic) -> None:
        self.calm = calm
        self.paused = True
        self._now = now
        self._each = 60 / pace
        self._since = now()
        self._left = 0.0

    def go(self) -> None:
        """Let it run."""
        if self.paused and not self.calm:
            self._since = self._now()
            self.paused = False

    def pause(self) -> None:
        """Stop it; what has begun of a minute is kept."""
        self.due()
        self.paused = True

    def due(self) -> int:
        """How many minutes have passed since this was last asked."""
        if self.paused or self.calm:
            return 0
        now = self._now()
        passed, self._left = divmod(self._left + now - self._since, self._each)
        self._since = now
        return int(passed)
