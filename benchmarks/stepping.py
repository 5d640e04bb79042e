"""A recording of 1,000 steps against the same code run untraced by a Python of its own.

Run it as `python -m benchmarks.stepping`. Every round times, one after the other, recording a
program of about 1,000 steps in a warm sandboxed worker, until every step can be shown, and
`python program.py`, which is the same code untraced plus a process start; figures are medians.
Target: DESIGN.md, section 12.
"""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.machine import machine
from course.checking import Checker
from course.tracing.trace import Trace

ROUNDS = 15
STEPS = 1_000
TARGET = 3.0
PROGRAMS = {
    "numbers": """\
def collatz(n):
    count = 0
    seen = []
    while n > 1:
        if n % 2:
            n = 3 * n + 1
        else:
            n //= 2
        seen.append(n)
        count += 1
    return count

for start in range(1, 100):
    if start in (9, 18, 25, 27):
        print(start, collatz(start))
""",
    "nested data": """\
parcels = [{"id": number, "items": ["tea", "mug"], "weight": number * 10} for number in range(40)]
heavy = {}
for parcel in parcels:
    for item in parcel["items"]:
        name = item.upper()
        if parcel["weight"] > 200:
            heavy.setdefault(name, []).append(parcel)
        total = sum(len(found) for found in heavy.values())
""",
    "recursion": """\
def moves(n, source, target, spare):
    if n == 0:
        return []
    first = moves(n - 1, source, spare, target)
    last = moves(n - 1, spare, target, source)
    return first + [(source, target)] + last

print(len(moves(6, "a", "b", "c")))
""",
    "tasks": """\
import asyncio

async def pack(queue, packed):
    while True:
        item = await queue.get()
        await asyncio.sleep(0)
        packed.append(item)
        queue.task_done()

async def main():
    queue = asyncio.Queue(5)
    packed = []
    workers = [asyncio.create_task(pack(queue, packed)) for _ in range(5)]
    for number in range(120):
        await queue.put(number)
    await queue.join()
    for worker in workers:
        worker.cancel()

asyncio.run(main())
""",
}


async def seconds_of_recording(checker: Checker, source: str) -> tuple[float, Trace]:
    """One recording, until its every step can be shown; a worker waits for it."""
    await asyncio.sleep(0.4)
    started = time.perf_counter()
    trace = await checker.trace_program(source)
    trace.changing(0, 1)
    return time.perf_counter() - started, trace


def seconds_of_python(source: str) -> float:
    """The same code by a new Python."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "program.py"
        file.write_text(source, encoding="utf-8")
        started = time.perf_counter()
        subprocess.run([sys.executable, str(file)], capture_output=True, check=True)
        return time.perf_counter() - started


async def main() -> None:
    """Print one line for each program, then the worst ratio."""
    worst = 0.0
    async with Checker() as checker:
        for name, source in PROGRAMS.items():
            recordings, bares = [], []
            for _ in range(ROUNDS):
                took, trace = await seconds_of_recording(checker, source)
                recordings.append(took * STEPS / len(trace))
                bares.append(seconds_of_python(source))
            recorded, bare = statistics.median(recordings), statistics.median(bares)
            worst = max(worst, recorded / bare)
            print(
                f"{name:12} {len(trace):5} steps: {STEPS:,} recorded {recorded * 1e3:6.1f} ms, "
                f"untraced with a process start {bare * 1e3:6.1f} ms, ratio {recorded / bare:.2f}"
            )
    print(f"stepping: ratio {worst:.2f} (target: at most {TARGET:g})")
    print(machine())


if __name__ == "__main__":
    asyncio.run(main())
