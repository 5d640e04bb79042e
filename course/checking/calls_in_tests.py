"""The calls an exercise's tests make and what they expect of them, read from the tests' source.

Nothing is run: names are followed through literals, `parametrize` tables, loops over tables,
fixtures that return a literal, and local variables, as far as a reader would follow them.
"""

from __future__ import annotations

import ast
from functools import lru_cache
from pathlib import Path

from course.checking.expectations import Expectation, Reader
from course.model import Exercise

MOST_PROBES = 60


def probes_of(exercise: Exercise) -> tuple[str, ...]:
    """The exercise's probes; where it has none, the literal calls of its tests."""
    if exercise.source.probes:
        return exercise.source.probes
    calls = dict.fromkeys(wanted.call for wanted in expectations_of(exercise))
    return tuple(calls)[:MOST_PROBES]


def expectations_of(exercise: Exercise) -> tuple[Expectation, ...]:
    """Every call with literal arguments in the exercise's tests, in the order of the files."""
    readers = [reader_of(path, exercise.module_name) for path in exercise.test_files]
    return tuple(wanted for reader in readers if reader for wanted in reader.expectations)


def imported_names(exercise: Exercise) -> dict[str, list[ast.Call]]:
    """The names the tests take from the learner's module, each with the calls made of it."""
    names: dict[str, list[ast.Call]] = {}
    for path in exercise.test_files:
        if (reader := reader_of(path, exercise.module_name)) is None:
            continue
        for name, calls in reader.wanted.items():
            names.setdefault(name, []).extend(calls)
    return names


def reader_of(path: Path, module: str) -> Reader | None:
    """The reader of a test file as it is on disk; None where it cannot be read."""
    try:
        return _reader(path, path.stat().st_mtime_ns, module)
    except (OSError, SyntaxError, ValueError, RecursionError):
        return None


@lru_cache(maxsize=64)
def _reader(path: Path, _stamp: int, module: str) -> Reader:
    return Reader(ast.parse(path.read_text(encoding="utf-8")), module)


def tests_mentioning(exercise: Exercise, name: str) -> set[str]:
    """The ids, without parameters, of the tests in whose text a name occurs."""
    tests: set[str] = set()
    for path in exercise.test_files:
        try:
            tests |= _mentions(path, path.stat().st_mtime_ns).get(name, set())
        except (OSError, SyntaxError, ValueError):
            continue
    return tests


@lru_cache(maxsize=256)
def _mentions(path: Path, _stamp: int) -> dict[str, set[str]]:
    mentions: dict[str, set[str]] = {}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    groups = [("", tree.body), *((f"{node.name}::", node.body) for node in classes)]
    for prefix, body in groups:
        for node in body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                for inner in ast.walk(node):
                    if isinstance(inner, ast.Name | ast.Attribute):
                        name = inner.id if isinstance(inner, ast.Name) else inner.attr
                        mentions.setdefault(name, set()).add(prefix + node.name)
    return mentions
