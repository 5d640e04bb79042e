"""One `course check FILE` from nothing against one `python -m pytest` on the same files.

Run it as `python -m benchmarks.cold_check`. Every round takes all of them, one after the other, so
that whatever else the machine does weighs on each; figures are medians over the rounds. Beside the
wall time is the processor time of the whole tree of processes, which a busy machine changes less:
a check uses two cores, one for the command and one for its worker.

pytest is run three times: with all plugins that are installed here (the developers' extra brings
xdist, hypothesis and syrupy), with those that a learner has, and with its own alone. All of them
have the bytecode that they have kept; with `PYTHONDONTWRITEBYTECODE` set, a check reads what it
keeps in its cache folder. The very first check of an exercise also finds out which tests it has; it
is told apart. Target: DESIGN.md, section 12.
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
TARGET = 0.6
OF_DEVELOPERS = "-p no:xdist -p no:xdist.looponfail -p no:hypothesispytest -p no:syrupy"
PLUGINS = {
    "python -m pytest": {},
    "with a learner's plugins": {"PYTEST_ADDOPTS": OF_DEVELOPERS},
    "with its own alone": {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
}


class Cost(NamedTuple):
    """Seconds of one run: on the clock, and of processors."""

    wall: float
    processor: float


def main() -> None:
    """Take all in turn and print the ratios."""
    print(machine())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        submission = folder / "find_sku.py"
        shutil.copy(EXERCISE / "solution.py", submission)
        for tests in EXERCISE.glob("test_*.py"):
            shutil.copy(tests, folder)
        kept = {
            name: it
            for name, it in os.environ.items()
            if not name.startswith("PYTHON") or name == "PYTHONDONTWRITEBYTECODE"
        }
        kept["COURSE_HOME"] = str(folder / "home")
        compare(submission, kept)


def compare(submission: Path, environment: dict[str, str]) -> None:
    """Interleaved rounds; prints medians and ratios."""
    folder = submission.parent
    check = ["course", "check", "--exercise", EXERCISE, submission]
    first = _cost(check, ROOT, environment)
    shutil.rmtree(folder / "home" / "cache" / "expected")
    found_out = _cost(check, ROOT, environment)
    checks: list[Cost] = []
    pytests: dict[str, list[Cost]] = {name: [] for name in PLUGINS}
    for _ in range(ROUNDS):
        checks.append(_cost(check, ROOT, environment))
        for name, more in PLUGINS.items():
            pytests[name].append(_cost(["pytest", "-q", folder], folder, {**environment, **more}))
    course = _median(checks)
    print(f"{'':<27}   wall   processor   ratio of wall, of processor (target {TARGET})")
    _show("course check, very first", first)
    _show("  which tests there are", found_out)
    _show("  later", course)
    for name, costs in pytests.items():
        pytest = _median(costs)
        ratios = f"{course.wall / pytest.wall:8.2f}{course.processor / pytest.processor:8.2f}"
        _show(name, pytest, ratios)


def _show(what: str, cost: Cost, ratios: str = "") -> None:
    print(f"{what:<27}{cost.wall:>7.3f}{cost.processor:>12.3f}{ratios}")


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
