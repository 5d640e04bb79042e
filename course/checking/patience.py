"""How much longer than usual to wait for a process: as others hold the cores, so much longer."""

from __future__ import annotations

import contextlib
import os
import sys

from course.worker.limits import LONGEST_WAIT


def patience() -> float:
    """How many times as long to wait for a process, for all the others that want the cores.

    That is how many did in the last minute, or do right now where that can be seen.
    """
    if sys.platform == "win32":
        return 1.0  # nobody counts there
    wanting = os.getloadavg()[0]
    with contextlib.suppress(OSError), open("/proc/loadavg", encoding="ascii") as file:
        wanting = max(wanting, float(file.read().split()[3].partition("/")[0]))
    return max(1.0, min(wanting / (os.cpu_count() or 1), LONGEST_WAIT))


class Waiting:
    """How long a process could not run, though it wanted to, since this was made.

    Linux counts that; elsewhere it is 0, and the process itself tells what it has noticed.
    """

    def __init__(self, process: int | None) -> None:
        self._process = process
        self._before = self._counted()

    def seconds(self) -> float:
        """The time lost so far."""
        return max(self._counted() - self._before, 0.0)

    def _counted(self) -> float:
        with (
            contextlib.suppress(OSError, ValueError),
            open(f"/proc/{self._process}/schedstat", encoding="ascii") as file,
        ):
            return int(file.read().split()[1]) / 1e9
        return 0.0
