"""An hour's use: 500 checks and programs, then what they left in memory, processes and files.

Run it as `python -m benchmarks.soak`. Memory is that of this process, and of all processes below
it, after 50 and after 500 checks. The target is at most 1.1 times, and nothing left at the end.
"""

from __future__ import annotations

import asyncio
import gc
import os
import tempfile
from pathlib import Path

from benchmarks.machine import machine
from course.catalogue import read_exercise
from course.checking import Checker
from course.worker import sandbox

ROOT = Path(__file__).resolve().parent.parent
CHECKS = 500
EARLY = 50
TARGET = 1.1
WRONG = (
    "def {name}(*arguments):\n    return None\n",
    "def {name}(*arguments):\n    raise ValueError(arguments)\n",
    "def {name}(*arguments):\n    print(arguments)\n",
    "def {name}(*arguments)\n",
    "import os\nos._exit(0)\n",
)


def processes_below(process: int) -> list[int]:
    """Every process below this one."""
    found = []
    waiting = [process]
    while waiting:
        below = sandbox.children(waiting.pop())
        found += below
        waiting += below
    return found


def memory_of(process: int) -> int:
    """The proportional set size of a process, in KiB: shared pages are counted once in all."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))


async def measured() -> tuple[int, int, int]:
    """KiB of this process, KiB of those below it, and how many those are; at rest."""
    await asyncio.sleep(1)
    gc.collect()
    below = processes_below(os.getpid())
    return memory_of(os.getpid()), sum(map(memory_of, below)), len(below)


async def main() -> None:
    """Check, measure, close, look again."""
    print(machine())
    folder = Path(tempfile.mkdtemp(prefix="soak-"))
    tempfile.tempdir = str(folder)
    exercise = read_exercise(ROOT / "exercises" / "functions" / "find_sku")
    solution = exercise.solution_path.read_text(encoding="utf-8")
    sources = [solution, *(text.format(name=exercise.module_name) for text in WRONG)]
    early = (0, 0, 0)
    async with Checker() as checker:
        for number in range(CHECKS):
            if number == EARLY:
                early = await measured()
            if number % 10 == 9:
                await checker.run(f"print({number})")
            else:
                await checker.check(exercise, sources[number % len(sources)])
        late = await measured()
    left = processes_below(os.getpid())
    files = list(folder.rglob("*"))
    for name, before, after in zip(
        ("this process, KiB", "those below it, KiB", "processes below it"), early, late, strict=True
    ):
        print(f"{name:22} after {EARLY}: {before:7}   after {CHECKS}: {after:7}", end="")
        print(f"   {after / before:5.3f}     target {TARGET}")
    print(f"left at the end: {len(left)} processes, {len(files)} files")
    folder.rmdir()


if __name__ == "__main__":
    asyncio.run(main())
