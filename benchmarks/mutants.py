"""Are the course's own tests any good? Change its meaning, and see whether the nearest notice.

    python -m benchmarks.mutants learner            # 60 changes in course/learner
    python -m benchmarks.mutants learner checking --sample 200 --seed 7 --jobs 2

Each change (an operator, a constant, a branch, a return) is made in a copy of the project, and the
tests of `tests/nearest.py` run there until one fails. The share that was noticed is printed, and
every change that was not: each is a missing test, or a change that nobody could notice.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from benchmarks.machine import machine
from course.authoring.mutation import Mutant, mutants
from tests.nearest import ROOT, nearest

COPIED = ("course", "tests", "benchmarks", "docs", "pyproject.toml", "README.md")
LINKED = ("lessons", "exercises")
NOTICED, SURVIVED, UNSURE = "noticed", "SURVIVED", "unsure"
TIME = 600
"""Seconds for the tests of one change; one that makes them endless is noticed."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of meaning in a file of the course, such as `learner/review.py`."""

    file: str
    mutant: Mutant

    def __str__(self) -> str:
        return f"course/{self.file}:{self.mutant.line}  {self.mutant.change}"


def changes(rooms: list[str]) -> list[Change]:
    """Every change there is in these rooms, in files that have tests."""
    found = []
    for room in rooms:
        place = ROOT / "course" / room
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            name = file.relative_to(ROOT / "course").as_posix()
            if nearest(name):
                source = file.read_text("utf-8")
                prose = _prose(source)
                found += [Change(name, it) for it in mutants(source) if it.line not in prose]
    return found


def _prose(source: str) -> set[int]:
    """The lines of texts that only stand there: what an attribute is about."""
    return {
        line
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }


@contextmanager
def copies(count: int) -> Iterator[SimpleQueue[Path]]:
    """Copies of the project to break."""
    ready: SimpleQueue[Path] = SimpleQueue()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        for number in range(count):
            copy = Path(folder) / str(number)
            copy.mkdir()
            for name in COPIED:
                if (ROOT / name).is_dir():
                    without = shutil.ignore_patterns("__pycache__")
                    shutil.copytree(ROOT / name, copy / name, ignore=without)
                else:
                    shutil.copy(ROOT / name, copy / name)
            for name in LINKED:
                (copy / name).symlink_to(ROOT / name)
            ready.put(copy)
        yield ready


def fails(copy: Path, name: str, source: str) -> bool:
    """Whether a test fails with that source in the place of the file."""
    file = copy / "course" / name
    tests = [copy / it.relative_to(ROOT) for it in nearest(name)]
    good = file.read_text("utf-8")
    file.write_text(source, "utf-8")
    try:
        done = subprocess.run(
            [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests],
            cwd=copy,
            env={**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            timeout=TIME,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        file.write_text(good, "utf-8")
    return done.returncode != 0


def main() -> None:
    """Draw a sample, try it, and print what was not noticed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("rooms", nargs="+", help="folders or files under course/")
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    every = changes(arguments.rooms)
    drawn = random.Random(arguments.seed).sample(every, min(arguments.sample, len(every)))  # noqa: S311 - a sample
    print(machine())
    print(f"{len(drawn)} of {len(every)} changes, seed {arguments.seed}", flush=True)
    outcomes: Counter[str] = Counter()
    red: dict[str, bool] = {}

    with copies(arguments.jobs) as ready, ThreadPoolExecutor(arguments.jobs) as pool:

        def attempt(change: Change) -> tuple[Change, str]:
            copy = ready.get()
            try:
                if not fails(copy, change.file, change.mutant.source):
                    return change, SURVIVED
                # What fails must be green without the change, or its failing says nothing.
                if change.file not in red:
                    unchanged = (ROOT / "course" / change.file).read_text("utf-8")
                    red[change.file] = fails(copy, change.file, unchanged)
                return change, UNSURE if red[change.file] else NOTICED
            finally:
                ready.put(copy)

        for number, (change, outcome) in enumerate(pool.map(attempt, drawn), 1):
            print(f"{number:>4} {outcome:8} {change}", flush=True)
            outcomes[outcome] += 1
    known = outcomes[NOTICED] + outcomes[SURVIVED]
    print(f"\n{outcomes[NOTICED] / max(1, known):.0%} noticed: {outcomes[NOTICED]} of {known}")
    if outcomes[UNSURE]:
        print(f"{outcomes[UNSURE]} in files whose tests fail without any change: mend them first")


if __name__ == "__main__":
    main()
