"""Waiting for processes that are not ours."""

from __future__ import annotations

import time
from pathlib import Path

from course.worker import sandbox

LOOP = "def clamp(value, low, high):\n    while True:\n        pass\n"


def wait_until_ended(processes: set[int], seconds: float = 120) -> None:
    """Until these processes have ended."""
    until = time.monotonic() + seconds
    while any(Path(f"/proc/{process}/cmdline").exists() for process in processes):
        assert time.monotonic() < until, processes
        time.sleep(0.05)


def wait_until_gone(processes: set[int], folder: Path, seconds: float = 120) -> None:
    """Until these processes have ended and the folder is empty."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        alive = {process for process in processes if Path(f"/proc/{process}/cmdline").exists()}
        if not alive and not any(folder.iterdir()):
            return
        time.sleep(0.05)  # there is no event for the end of a process of somebody else
    raise AssertionError((alive, list(folder.rglob("*"))))


GOOD = "def clamp(value, low, high):\n    return max(low, min(value, high))"


def below(process: int) -> set[int]:
    """All processes below one."""
    found: set[int] = set()
    waiting = [process]
    while waiting:
        for child in sandbox.children(waiting.pop()):
            found.add(child)
            waiting.append(child)
    return found
