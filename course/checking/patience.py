"""How much longer than usual to wait for a process: as others hold the cores, so much longer."""

from __future__ import annotations

import os
import sys

from course.worker.limits import LONGEST_WAIT


def patience() -> float:
    """How many times as long to wait for a process, for all the others that want the cores."""
    if sys.platform == "win32":
        return 1.0  # nobody counts there
    return max(1.0, min(os.getloadavg()[0] / (os.cpu_count() or 1), LONGEST_WAIT))
