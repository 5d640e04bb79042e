"""One `course check FILE` from nothing against one `python -m pytest` on the same files.

Run it as `python -m benchmarks.cold_check`. Every round takes both, one after the other, so that
whatever else the machine does weighs on both; figures are medians over the rounds. Beside the wall
time stands the processor time of the whole tree of processes, which a busy machine changes less.
pytest runs with its own plugins only, and both with the bytecode that they have kept. The first
check of an exercise also finds out which tests it has; it is told apart. Target: DESIGN.md,
section 12.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.machine import machine

ROOT = Path(__file__).resolve().parent.parent
EXERCISE = ROOT / "exercises" / "functions" / "find_sku"
ROUNDS = 11


class Cost(NamedTuple):
    """Seconds of one run: on the clock, and of processors."""

    wall: float
    processor: float


def main() -> None:
    """Take both in turn and print the ratios."""
    print(machine())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        submission = folder / "find_sku.py"
        shutil.copy(EXERCISE / "solution.py", submission)
        for tests in EXERCISE.glob("test_*.py"):
            shutil.copy(tests, folder)
        check = ["course", "check", "--exercise", EXERCISE, submission]
        kept = {name: it for name, it in os.environ.items() if not name.startswith("PYTHON")}
        ours = {**kept, "COURSE_HOME": str(folder / "home")}
        theirs = {**kept, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        _cost(check, ROOT, ours)  # the bytecode is kept from here on
        shutil.rmtree(folder / "home")
        first = _cost(check, ROOT, ours)
        checks, pytests = [], []
        for _ in range(ROUNDS):
            pytests.append(_cost(["pytest", "-q", folder], folder, theirs))
            checks.append(_cost(check, ROOT, ours))
    course, pytest = _median(checks), _median(pytests)
    print("                              wall   processor")
    _show("course check, very first", first)
    _show("course check, cold", course)
    _show("python -m pytest", pytest)
    _show(
        "ratio (target 0.6)", Cost(course.wall / pytest.wall, course.processor / pytest.processor)
    )


def _show(what: str, cost: Cost) -> None:
    print(f"{what:<27}{cost.wall:>7.3f}{cost.processor:>12.3f}")


def _median(costs: list[Cost]) -> Cost:
    return Cost(*map(statistics.median, zip(*costs, strict=True)))


def _cost(module: list[str | Path], folder: Path, environment: dict[str, str]) -> Cost:
    """What `python -m MODULE ...` costs with all it starts; it must end well."""
    began, before = time.perf_counter(), _processor()
    subprocess.run(
        [sys.executable, "-m", *map(str, module)],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return Cost(time.perf_counter() - began, _processor() - before)


def _processor() -> float:
    """Seconds that ended children of this process, and theirs, had a processor."""
    times = os.times()
    return times.children_user + times.children_system


if __name__ == "__main__":
    main()
