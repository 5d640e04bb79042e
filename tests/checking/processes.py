"""Waiting for processes that are not ours."""

from __future__ import annotations

import os
import time
from pathlib import Path

from course.worker import sandbox

PATIENCE = 600.0
"""Seconds after which something hangs; no test passes or fails by less."""
LOOP = "def clamp(value, low, high):\n    while True:\n        pass\n"


def wait_until_ended(processes: set[int]) -> None:
    """Until these processes have ended."""
    until = time.monotonic() + PATIENCE
    while any(Path(f"/proc/{process}/cmdline").exists() for process in processes):
        assert time.monotonic() < until, processes
        time.sleep(0.05)


def wait_until_gone(processes: set[int], folder: Path) -> None:
    """Until these processes have ended and the folder is empty."""
    until = time.monotonic() + PATIENCE
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


def below_once(process: int, number: int) -> set[int]:
    """All processes below one, as soon as they are so many."""
    until = time.monotonic() + PATIENCE
    while len(found := below(process)) < number:
        assert time.monotonic() < until, found
        time.sleep(0.05)
    return found


def supervisors() -> set[int]:
    """The processes that this one has started; other doors have theirs, and start workers."""
    return set(sandbox.children(os.getpid()))


def started_since(before: set[int]) -> set[int]:
    """The supervisors that were not there before, and all below them."""
    mine = supervisors() - before
    return mine.union(*(below(one) for one in mine))


def descriptors() -> int:
    """How many descriptors this process has open."""
    return len(os.listdir("/proc/self/fd"))
