"""A worker and all processes below it: how many they are, and how much memory they hold together.

The system limits the memory of one process and counts nobody's children, so both are measured
while a program runs. Linux; elsewhere nobody tells.
"""

from __future__ import annotations

import contextlib
import os

from course.worker import sandbox
from course.worker.limits import MEMORY, PROCESSES, THREADS

_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def members(process: int) -> list[int]:
    """A process, its children and theirs."""
    family = [process]
    for one in family:
        family += sandbox.children(one)
    return family


def exceeded(process: int) -> str | None:
    """`processes` or `memory`, where a worker and those below it have more than they may."""
    if not sandbox.LINUX:
        return None
    family = members(process)
    if len(family) > PROCESSES or sum(map(_threads, family)) > THREADS:
        return "processes"
    if len(family) == 1 or sum(map(_seen, family)) <= MEMORY:
        return None
    # What processes share was counted for each of them: who shares it has to be asked.
    return "memory" if sum(map(_held, family)) > MEMORY else None


def _threads(process: int) -> int:
    with contextlib.suppress(OSError):
        return os.stat(f"/proc/{process}/task").st_nlink - 2
    return 0


def _seen(process: int) -> int:
    """The bytes of memory in use, with those that others see as well."""
    with (
        contextlib.suppress(OSError, ValueError),
        open(f"/proc/{process}/statm", encoding="ascii") as file,
    ):
        return int(file.read().split()[1]) * _PAGE
    return 0


def _held(process: int) -> int:
    """The bytes of memory in use, where what is shared is divided by those who share it.

    A process that may not be asked for that counts with all that it sees: better too much.
    """
    with (
        contextlib.suppress(OSError, ValueError),
        open(f"/proc/{process}/smaps_rollup", encoding="utf-8", errors="replace") as file,
    ):
        for line in file:
            if line.startswith("Pss:"):
                return int(line.split()[1]) << 10
    return _seen(process)
