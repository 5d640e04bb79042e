"""The calls an exercise's tests make and what they expect of them, read from the tests' source.

Nothing is run: names are followed through literals, `parametrize` tables, loops over tables,
fixtures that return a literal, and local variables, as far as a reader would follow them.
"""

from __future__ import annotations

import ast
from functools import lru_cache
from pathlib import Path

from course.checking.diagnosis.reading import Expectation, Reader
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
    found: list[Expectation] = []
    for path in exercise.test_files:
        try:
            stamp = path.stat().st_mtime_ns
        except OSError:
            continue
        found.extend(_read_file(path, stamp, exercise.module_name))
    return tuple(found)


def imported_names(exercise: Exercise) -> dict[str, list[ast.Call]]:
    """The names the tests take from the learner's module, each with the calls made of it."""
    names: dict[str, list[ast.Call]] = {}
    for path in exercise.test_files:
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except (OSError, SyntaxError, ValueError):
            continue
        reader = Reader(tree, exercise.module_name)
        for name in reader.wanted_names():
            names.setdefault(name, [])
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (called := reader.learner_name(node.func)):
                names.setdefault(called, []).append(node)
    return names


def tests_mentioning(exercise: Exercise, name: str) -> set[str]:
    """The ids, without parameters, of the tests in whose text a name occurs."""
    found: set[str] = set()
    for path in exercise.test_files:
        try:
            found |= _mentions(path, path.stat().st_mtime_ns).get(name, set())
        except (OSError, SyntaxError, ValueError):
            continue
    return found


@lru_cache(maxsize=256)
def _mentions(path: Path, _stamp: int) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    groups = [("", tree.body), *((f"{node.name}::", node.body) for node in classes)]
    for prefix, body in groups:
        for node in body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                for inner in ast.walk(node):
                    if isinstance(inner, ast.Name | ast.Attribute):
                        name = inner.id if isinstance(inner, ast.Name) else inner.attr
                        found.setdefault(name, set()).add(prefix + node.name)
    return found


@lru_cache(maxsize=256)
def _read_file(path: Path, _stamp: int, module: str) -> tuple[Expectation, ...]:
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        return tuple(Reader(tree, module).read())
    except (OSError, SyntaxError, ValueError, RecursionError):
        return ()
