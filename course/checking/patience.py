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


class Share:
    """What a process has had of the cores since this was made, as Linux counts it; else it is 0."""

    def __init__(self, process: int | None) -> None:
        self._process = process
        self._before = self._counted()

    def spent(self) -> float:
        """Seconds in which its main thread ran."""
        return max(self._counted()[0] - self._before[0], 0.0)

    def waited(self) -> float:
        """Seconds in which that could not run, though it wanted to.

        Where they are not counted the process itself tells what it has noticed.
        """
        return max(self._counted()[1] - self._before[1], 0.0)

    def _counted(self) -> tuple[float, float]:
        with (
            contextlib.suppress(OSError, ValueError),
            open(f"/proc/{self._process}/schedstat", encoding="ascii") as file,
        ):
            spent, waited, _ = file.read().split()
            return int(spent) / 1e9, int(waited) / 1e9
        return 0.0, 0.0
