"""One `course check FILE` from nothing against one `python -m pytest` on the same files.

Run it as `python -m benchmarks.cold_check`. Every round times both, one after the other, so that
whatever else the machine does weighs on both; figures are medians over the rounds. Target:
DESIGN.md, section 12.
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

from benchmarks.machine import machine

ROOT = Path(__file__).resolve().parent.parent
EXERCISE = ROOT / "exercises" / "functions" / "find_sku"
ROUNDS = 11


def main() -> None:
    """Time both in turn and print the ratio."""
    print(machine())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        submission = folder / "find_sku.py"
        shutil.copy(EXERCISE / "solution.py", submission)
        for tests in EXERCISE.glob("test_*.py"):
            shutil.copy(tests, folder)
        check = ["course", "check", "--exercise", EXERCISE, submission]
        environment = {**os.environ, "COURSE_HOME": str(folder / "home")}
        ours, theirs = [], []
        for _ in range(ROUNDS):
            theirs.append(_seconds(["pytest", "-q", folder], folder, environment))
            ours.append(_seconds(check, ROOT, environment))
    course, pytest = statistics.median(ours), statistics.median(theirs)
    print(f"course check, cold   {course:.3f} s")
    print(f"python -m pytest     {pytest:.3f} s")
    print(f"ratio                {course / pytest:.2f} (target: at most 0.6)")


def _seconds(module: list[str | Path], folder: Path, environment: dict[str, str]) -> float:
    """How long `python -m MODULE ...` takes; it must end well."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", *map(str, module)],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
