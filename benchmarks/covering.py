"""Which tests run which line: the tests of some files are run once, and what each went through.

`Covering.telling` gives the tests for a change in a line, those that are quick first. What runs as
a module is loaded belongs to no test; for such a line these are the tests of the functions that
name what is bound there and those of test files that name it, and then the others of the file.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

MOST_SECONDS = 20.0
"""Tests for one change, at most, as long as they took without it."""


class Covering:
    """Seconds of each test, and the tests of each line of each file."""

    def __init__(self, seconds: dict[str, float], tests: dict[str, dict[int, list[str]]]) -> None:
        self.seconds = seconds
        self.tests = tests

    @classmethod
    def read(cls, file: Path) -> Covering:
        """What `write` has written."""
        seconds, tests = json.loads(file.read_text("utf-8"))
        lines = {name: {int(line): one for line, one in of.items()} for name, of in tests.items()}
        return cls(seconds, lines)

    def write(self, file: Path) -> None:
        """Keep it for another run."""
        file.write_text(json.dumps([self.seconds, self.tests]), "utf-8")

    def telling(self, file: str, tree: ast.Module, line: int) -> list[str]:
        """The tests that would notice a change of that line, the likeliest first."""
        lines = self.tests.get(file, {})
        # A module that is loaded late is loaded in the middle of some test, whatever that is about.
        first = [] if _is_loaded(tree, line) else self._of(lines, _statement(tree, line))
        if not first:
            bound = _bound(tree, line)
            told = {test for test in self.seconds if bound & _words(test.partition("::")[0])}
            first = self._quickest(told.union(self._of(lines, set(_naming(tree, line, bound)))))
            first += [test for test in self._of(lines, set(lines)) if test not in set(first)]
            first = first or list(self.seconds)  # the nearest of all, in the order of their files
        few, spent = [], 0.0
        for test in first:
            spent += self.seconds[test]
            if few and spent > MOST_SECONDS:
                break
            few.append(test)
        return few

    def _of(self, lines: dict[int, list[str]], wanted: set[int]) -> list[str]:
        return self._quickest({test for line in wanted for test in lines.get(line, ())})

    def _quickest(self, tests: Iterable[str]) -> list[str]:
        return sorted(tests, key=lambda test: (self.seconds[test], test))


def _statement(tree: ast.Module, line: int) -> set[int]:
    """The lines of the smallest statement there; of one that holds others, its head."""
    smallest = {line}
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or line):
            inner = [one.lineno for one in ast.walk(node) if isinstance(one, ast.stmt)][1:]
            end = min(inner) - 1 if inner else node.end_lineno or line
            if node.lineno <= line <= end:
                smallest = set(range(node.lineno, end + 1))
    return smallest


def _is_loaded(tree: ast.Module, line: int) -> bool:
    """Whether what is there runs when the module is loaded: it is in no function."""
    return not any(
        isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and node.body[0].lineno <= line <= (node.end_lineno or line)
        for node in ast.walk(tree)
    )


def _bound(tree: ast.Module, line: int) -> set[str]:
    """The names that a statement of the module binds there."""
    bound: set[str] = set()
    for statement in tree.body:
        if statement.lineno <= line <= (statement.end_lineno or line):
            if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                return {statement.name}
            for node in ast.walk(statement):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    bound.add(node.id)
    return bound


def _naming(tree: ast.Module, line: int, bound: set[str]) -> Iterator[int]:
    """The lines that name what is bound, and those of a class around the line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in bound:
            yield node.lineno
        elif isinstance(node, ast.ClassDef) and node.lineno <= line <= (node.end_lineno or line):
            yield from range(node.lineno, (node.end_lineno or line) + 1)


@cache
def _words(file: str) -> frozenset[str]:
    """The names in a file of tests."""
    return frozenset(re.findall(r"\w+", Path(file).read_text("utf-8")))


class Recorder:
    """A plugin of pytest that writes down what each test runs, and for how long."""

    def __init__(self, package: Path) -> None:
        from coverage import Coverage

        self._coverage = Coverage(source=[str(package)], data_file=None, config_file=False)
        self._package = package
        self._seconds: dict[str, float] = {}
        self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """One test is one context."""
        self._coverage.switch_context(item.nodeid)
        return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Making ready and clearing up belong to a test; one that fails tells nothing."""
        so_far = self._seconds.get(report.nodeid, 0.0)
        self._seconds[report.nodeid] = so_far + report.duration + (1e9 if report.failed else 0)

    def covering(self) -> Covering:
        """What was seen; tests that failed are left out."""
        self._coverage.stop()
        data = self._coverage.get_data()
        green = {test: spent for test, spent in self._seconds.items() if spent < 1e9}
        tests = {
            Path(file).relative_to(self._package).as_posix(): {
                line: [test for test in of if test in green]
                for line, of in data.contexts_by_lineno(file).items()
            }
            for file in data.measured_files()
        }
        return Covering(green, tests)


def record(package: Path, files: list[str], target: Path) -> None:
    """Run these files of tests and write what they cover of the package."""
    recorder = Recorder(package)
    pytest.main(["-q", "-p", "no:cacheprovider", *files], plugins=[recorder])
    recorder.covering().write(target)


class Only:
    """A plugin of pytest that runs these tests, in this order."""

    def __init__(self, tests: list[str]) -> None:
        self._order = {test: at for at, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave the others out."""
        items[:] = sorted(
            (item for item in items if item.nodeid in self._order),
            key=lambda item: self._order[item.nodeid],
        )
