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
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from pathlib import Path

import pytest

from benchmarks.machine import machine
from course.authoring.mutation import Mutant, mutants
from tests.nearest import ROOT, nearest

_FORKING = get_context("fork")
LOADED = ("hypothesis", "syrupy", "msgspec", "yaml", "rich_click", "textual.app", "textual.widgets")
"""Loaded once: each run of tests is a fork of this process, and begins with them."""
COPIED = ("course", "tests", "benchmarks", "docs", "pyproject.toml", "README.md")
LINKED = ("lessons", "exercises")
NOTICED, SURVIVED, UNSURE = "noticed", "SURVIVED", "unsure"
TIME = 300
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
    ready: SimpleQueue[Path] = _FORKING.SimpleQueue()
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
    tests = [str(copy / it.relative_to(ROOT)) for it in nearest(name)]
    good = file.read_text("utf-8")
    file.write_text(source, "utf-8")
    try:
        return _status(copy, tests) != 0
    finally:
        file.write_text(good, "utf-8")


def _status(copy: Path, tests: list[str]) -> int:
    """How pytest ends in a fork of this process, which has loaded all but the course already."""
    process = os.fork()
    if not process:
        try:
            os.setsid()
            os._exit(_run(copy, tests))
        finally:
            os._exit(3)
    until = time.monotonic() + TIME
    while time.monotonic() < until:
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.05)
    os.killpg(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return 1


def _run(copy: Path, tests: list[str]) -> int:
    """Run the tests of a copy with the course of that copy."""
    for name in list(sys.modules):
        if name.partition(".")[0] in ("course", "tests", "benchmarks"):
            del sys.modules[name]
    sys.path[:] = [str(copy), *(it for it in sys.path if it not in ("", str(ROOT)))]
    sys.dont_write_bytecode = True
    os.environ |= {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    os.chdir(copy)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nowhere, descriptor)
    return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *tests]))


def attempt(copy: Path, change: Change) -> str:
    """What became of a change."""
    if not fails(copy, change.file, change.mutant.source):
        return SURVIVED
    # What fails must be green without the change, or its failing says nothing.
    if change.file not in _RED:
        unchanged = (ROOT / "course" / change.file).read_text("utf-8")
        _RED[change.file] = fails(copy, change.file, unchanged)
    return UNSURE if _RED[change.file] else NOTICED


_RED: dict[str, bool] = {}
"""Files whose tests were run without a change, by each process."""


def _begin(ready: SimpleQueue[Path]) -> None:
    global _copy
    _copy = ready.get()


def _attempt(change: Change) -> tuple[Change, str]:
    return change, attempt(_copy, change)


_copy: Path


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
    for name in LOADED:
        import_module(name)
    with copies(arguments.jobs) as ready, _FORKING.Pool(arguments.jobs, _begin, (ready,)) as pool:
        results = pool.imap_unordered(_attempt, drawn)
        for number, (change, outcome) in enumerate(results, 1):
            print(f"{number:>4} {outcome:8} {change}", flush=True)
            outcomes[outcome] += 1
    known = outcomes[NOTICED] + outcomes[SURVIVED]
    print(f"\n{outcomes[NOTICED] / max(1, known):.0%} noticed: {outcomes[NOTICED]} of {known}")
    if outcomes[UNSURE]:
        print(f"{outcomes[UNSURE]} in files whose tests fail without any change: mend them first")


if __name__ == "__main__":
    main()
