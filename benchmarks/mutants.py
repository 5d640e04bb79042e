"""Are the course's own tests any good? Change its meaning, and see whether the nearest notice.

    python -m benchmarks.mutants learner            # 60 changes in course/learner
    python -m benchmarks.mutants learner checking --sample 200 --seed 7 --jobs 2
    python -m benchmarks.mutants learner --keep /tmp/kept    # what tests run is found out once

The tests of `tests/nearest.py` are run once, to know which test runs which line. Then each change
(an operator, a constant, a branch, a return) is made in a copy of the project, and the tests that
run its line go first to last until one fails. The share that was noticed is printed, and every
change that was not: each is a missing test, or a change that nobody could notice. Those that were
judged to be of the second kind are in `mutants.yaml`, with the reason, and are not counted.
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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from pathlib import Path

import pytest
import yaml

from benchmarks.covering import Covering, Only, record
from benchmarks.machine import machine
from course.authoring.mutation import Site, sites
from tests.nearest import ROOT, nearest

_FORKING = get_context("fork")
LOADED = ("hypothesis", "syrupy", "msgspec", "yaml", "rich_click", "textual.app", "textual.widgets")
"""Loaded once: each run of tests is a fork of this process, and begins with them."""
COPIED = ("course", "tests", "benchmarks", "docs", "pyproject.toml", "README.md", "CONTRIBUTING.md")
LINKED = ("lessons", "exercises")
NOTICED, SURVIVED, UNSEEN, SAME = "noticed", "SURVIVED", "UNSEEN", "same"
"""A test failed; none did; none of the nearest runs that line; `mutants.yaml` says why not."""
FROZEN = "tests/test_habits.py::test_data_is_frozen"
ENCODINGS = frozenset({"utf-8", "ascii"})
A_LIST = 20
"""Words of a longer list are data, as in a file beside the code: no test tries each of them."""
TIME = 120
"""Seconds for the tests of one change; one that makes them endless is noticed."""
KNOWN = Path(__file__).with_name("mutants.yaml")


@cache
def _source(file: str) -> str:
    return (ROOT / "course" / file).read_text("utf-8")


@cache
def _tree(file: str) -> ast.Module:
    return ast.parse(_source(file))


@dataclass(frozen=True, slots=True)
class Change:
    """A change of meaning in a file of the course, such as `learner/review.py`."""

    file: str
    site: Site

    @property
    def line(self) -> int:
        """Where it is, from 1."""
        return self.site.node.lineno

    @property
    def source(self) -> str:
        """The file with the change."""
        return self.site.mutant(_tree(self.file)).source

    @property
    def what(self) -> str:
        """What was changed, in one line."""
        return self.site.mutant(_tree(self.file)).change

    @property
    def code(self) -> str:
        """The line as it is written."""
        return _source(self.file).splitlines()[self.line - 1].strip()

    def __str__(self) -> str:
        return f"course/{self.file}:{self.line}  {self.what}"


def changes(rooms: list[str]) -> list[Change]:
    """Every change there is in these rooms, in files that have tests."""
    every = []
    for room in rooms:
        place = ROOT / "course" / room
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            name = file.relative_to(ROOT / "course").as_posix()
            if nearest(name):
                every += [
                    Change(name, _telling(it))
                    for it in sites(_tree(name))
                    if it.node not in _idle(name)
                ]
    return every


def _telling(site: Site) -> Site:
    """The same; with something else where a `?` at the end of a text changes little or nothing.

    Of a pattern it makes the last part optional, and Python leaves it out of an encoding's name.
    """
    node = site.node
    if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        return site
    if node.value in ENCODINGS:
        other = ast.Constant("utf-16")
    elif "\\" in node.value:
        other = ast.Constant(f"{node.value}!")
    else:
        return site
    return replace(site, replacement=other, after=ast.unparse(other))


def _is_word(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value


def _says_no(node: ast.AST) -> bool:
    value = node.value if isinstance(node, ast.Return) else None
    return isinstance(value, ast.Constant) and value.value is False


@cache
def _idle(file: str) -> frozenset[ast.AST]:
    """What decides nothing: texts for readers, what type checkers read, words of a long list.

    Nor does `return None` for the `return False` of a function that says whether something is so.
    """
    idle: set[ast.AST] = set()
    for node in ast.walk(_tree(file)):
        match node:
            case ast.Expr(value=ast.Constant()):
                idle |= set(ast.walk(node))
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                idle |= {node, *(part for one in node.body for part in ast.walk(one))}
            case (
                ast.Subscript(value=ast.Name(id="Literal")) | ast.Call(func=ast.Name(id="TypeVar"))
            ):
                idle |= set(ast.walk(node))
            case ast.FunctionDef(returns=ast.Name(id="bool")):
                idle |= {it for it in ast.walk(node) if _says_no(it)}
            case ast.List(elts=words) | ast.Tuple(elts=words) | ast.Set(elts=words):
                if len(words) > A_LIST and all(map(_is_word, words)):
                    idle |= set(words)
            case _:
                pass
    return frozenset(idle)


@cache
def _known() -> frozenset[tuple[str, str, str]]:
    """Changes that nobody could notice: file, line as written, what was changed."""
    rows = yaml.safe_load(KNOWN.read_text("utf-8"))
    return frozenset((row["file"], row["code"], row["change"]) for row in rows)


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
                    shutil.copytree(ROOT / name, copy / name)  # with what Python has compiled
                else:
                    shutil.copy2(ROOT / name, copy / name)
            for name in LINKED:
                (copy / name).symlink_to(ROOT / name)
            ready.put(copy)
        yield ready


def covering(copy: Path, kept: Path, names: list[str]) -> dict[str, Covering]:
    """For each file under `course/`, what its nearest tests run; kept by the files of tests."""
    return {
        name: _joined([_covered_by(test, copy, kept) for test in _nearest(name)]) for name in names
    }


def _nearest(name: str) -> list[str]:
    return [it.relative_to(ROOT).as_posix() for it in nearest(name)]


@cache
def _covered_by(test: str, copy: Path, kept: Path) -> Covering:
    target = kept / (test.replace("/", "-") + ".json")
    if not target.exists():
        begun = time.monotonic()
        _status(copy, lambda: record(copy / "course", [test], target), 900)
        print(f"     {time.monotonic() - begun:4.0f} s  {test}", flush=True)
    return Covering.read(target)


def _joined(parts: list[Covering]) -> Covering:
    seconds = {test: spent for part in parts for test, spent in part.seconds.items()}
    tests: dict[str, dict[int, list[str]]] = {}
    for part in parts:
        for file, lines in part.tests.items():
            for line, of in lines.items():
                tests.setdefault(file, {}).setdefault(line, []).extend(of)
    return Covering(seconds, tests)


def attempt(copy: Path, change: Change, covered: Covering) -> str:
    """What became of a change."""
    if (change.file, change.code, change.what) in _known():
        return SAME
    tests = covered.telling(change.file, _tree(change.file), change.line)
    if change.code.startswith("class "):
        tests.append(FROZEN)
    if not tests:
        return UNSEEN
    file = copy / "course" / change.file
    good, times = file.read_text("utf-8"), file.stat()
    file.write_text(change.source, "utf-8")
    # What Python has compiled is valid for a time in whole seconds: no two changes share one.
    os.utime(file, (times.st_atime, times.st_mtime + random.randrange(10, 10**8)))  # noqa: S311
    try:
        files = sorted({test.partition("::")[0] for test in tests})
        failed = _status(copy, lambda: _tests(files, tests), TIME)
    finally:
        file.write_text(good, "utf-8")
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    return NOTICED if failed else SURVIVED


def _tests(files: list[str], tests: list[str]) -> int:
    options = ["-x", "-q", "-p", "no:cacheprovider", "--snapshot-warn-unused"]
    return int(pytest.main([*options, *files], plugins=[Only(tests)]))


def _status(copy: Path, work: Callable[[], int | None], most: float) -> int:
    """How work on a copy ends, in a fork of this process that has loaded all but the course."""
    process = os.fork()
    if not process:
        try:
            os.setsid()
            _enter(copy)
            os._exit(work() or 0)
        finally:
            os._exit(3)
    until = time.monotonic() + most
    while time.monotonic() < until:
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.killpg(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return 1


def _enter(copy: Path) -> None:
    """Import the course and the tests of a copy from here on."""
    for name in list(sys.modules):
        if name.partition(".")[0] in ("course", "tests"):
            del sys.modules[name]
    sys.path[:] = [str(copy), *(it for it in sys.path if it not in ("", str(ROOT)))]
    os.environ["PYTHONPATH"] = str(copy)
    os.chdir(copy)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nowhere, descriptor)


def _begin(ready: SimpleQueue[Path], covered: dict[str, Covering]) -> None:
    global _copy, _covered
    _copy, _covered = ready.get(), covered


def _attempt(change: Change) -> tuple[Change, str, float]:
    begun = time.monotonic()
    return change, attempt(_copy, change, _covered[change.file]), time.monotonic() - begun


_copy: Path
_covered: dict[str, Covering]


def main() -> None:
    """Draw a sample, try it, and print what was not noticed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("rooms", nargs="+", help="folders or files under course/")
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="a folder for what is known of the tests")
    parser.add_argument("--only", help="only changes in lines with these words, all of them")
    arguments = parser.parse_args()
    every = changes(arguments.rooms)
    if arguments.only:
        drawn = [change for change in every if arguments.only in change.code]
    else:
        drawn = random.Random(arguments.seed).sample(every, min(arguments.sample, len(every)))  # noqa: S311 - a sample
    print(machine())
    print(f"{len(drawn)} of {len(every)} changes, seed {arguments.seed}", flush=True)
    for name in LOADED:
        import_module(name)
    kept = arguments.keep or Path(tempfile.mkdtemp(prefix="covering-"))
    kept.mkdir(parents=True, exist_ok=True)
    with copies(arguments.jobs) as ready:
        copy = ready.get()
        covered = covering(copy, kept, sorted({change.file for change in drawn}))
        ready.put(copy)
        with _FORKING.Pool(arguments.jobs, _begin, (ready, covered)) as pool:
            outcomes = _tried(pool.imap_unordered(_attempt, drawn))
    counted = sum(outcomes.values()) - outcomes[SAME]
    print(f"\n{outcomes[NOTICED] / max(1, counted):.0%} noticed: {outcomes[NOTICED]} of {counted}")


def _tried(results: Iterator[tuple[Change, str, float]]) -> Counter[str]:
    outcomes: Counter[str] = Counter()
    for number, (change, outcome, spent) in enumerate(results, 1):
        print(f"{number:>4} {outcome:8} {spent:4.0f} s  {change}", flush=True)
        outcomes[outcome] += 1
    return outcomes


if __name__ == "__main__":
    main()
