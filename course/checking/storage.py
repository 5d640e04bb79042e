"""How much a program under check has stored: files in its folders, and open files without a name.

The system limits one file; their sum and number are measured while a program runs and when it has
ended. A file that was removed still takes its place while a process holds it.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from course.checking.family import members
from course.worker import sandbox
from course.worker.limits import STORED_BYTES, STORED_FILES

_LONGEST_PATH = 3_000
_LEAST_MAPPED = 1 << 20  # a mapped file without a name cannot be asked for its size


def exceeded(slot: Path, process: int | None) -> bool:
    """Whether the files of a check are more than it may have; `process` is its worker, if known."""
    size = 0
    for number, file_size in enumerate(_sizes(slot, process), start=1):
        size += file_size
        if number > STORED_FILES or size > STORED_BYTES:
            return True
    return False


def _sizes(slot: Path, process: int | None) -> Iterator[int]:
    """The size of every file and folder; what lies too deep to be reached counts as everything."""
    waiting = [str(slot / "work"), str(slot / "tmp")]
    while waiting:
        folder = waiting.pop()
        if len(folder) > _LONGEST_PATH:
            yield STORED_BYTES + 1
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                    yield 0
                else:
                    with contextlib.suppress(FileNotFoundError):
                        yield _taken(entry.stat(follow_symlinks=False))
    if process is not None and sandbox.LINUX:
        for one in members(process):
            yield from _open_without_a_name(one)
            yield from _mapped_without_a_name(one, str(slot))


def _taken(stat: os.stat_result) -> int:
    """What a file says of its size, or what the disk keeps for it, if that is more."""
    return max(stat.st_size, 512 * getattr(stat, "st_blocks", 0))


def _open_without_a_name(process: int) -> Iterator[int]:
    folder = f"/proc/{process}/fd"
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            with contextlib.suppress(OSError):
                file = os.stat(f"{folder}/{name}")
                if stat.S_ISREG(file.st_mode) and file.st_nlink == 0:
                    yield _taken(file)


def _mapped_without_a_name(process: int, slot: str) -> Iterator[int]:
    with (
        contextlib.suppress(OSError),
        open(f"/proc/{process}/maps", encoding="utf-8", errors="replace") as lines,
    ):
        for line in lines:
            if line.endswith(" (deleted)\n") and slot in line:
                start, end = (int(part, 16) for part in line.split()[0].split("-"))
                yield max(end - start, _LEAST_MAPPED)
