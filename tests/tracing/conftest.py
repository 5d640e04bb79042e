"""Recording real code in real workers, on small exercises."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from course.catalogue import read_exercise
from course.model import Exercise, TestResult
from course.tracing.trace import Trace
from tests.checking.door import Door

Record = Callable[..., Trace]


@pytest.fixture
def exercise(tmp_path: Path) -> Callable[..., Exercise]:
    """Makes an exercise `shop/work` out of its tests: `exercise(tests, kind="write")`."""

    def made(tests: str, **more: object) -> Exercise:
        folder = tmp_path / "exercises" / "shop" / "work"
        folder.mkdir(parents=True, exist_ok=True)
        fields = {"title": "Work", "kind": "write", "brief": "Work.", **more}
        text = "".join(f"{key}: {value}\n" for key, value in fields.items())
        (folder / "exercise.yaml").write_text(text, encoding="utf-8")
        (folder / "starter.py").write_text("", encoding="utf-8")
        (folder / "test_work.py").write_text(dedent(tests), encoding="utf-8")
        return read_exercise(folder)

    return made


@pytest.fixture
def record(door: Door, exercise: Callable[..., Exercise]) -> Record:
    """Checks a source, then records it on the first test that fails, or the one with `ident`."""

    def recorded(tests: str, source: str, ident: str | None = None, **more: object) -> Trace:
        made = exercise(tests, **more)
        text = dedent(source)
        report = door.check(made, text)
        chosen = _chosen(report.tests, ident)
        return door.run_async(door.checker.trace(made, text, chosen))

    return recorded


@pytest.fixture
def program(door: Door) -> Record:
    """Records a whole program."""

    def recorded(source: str, stdin: str = "") -> Trace:
        return door.run_async(door.checker.trace_program(dedent(source), stdin=stdin))

    return recorded


def _chosen(tests: tuple[TestResult, ...], ident: str | None) -> TestResult:
    if ident is not None:
        return next(test for test in tests if test.id == ident)
    return next(test for test in tests if test.outcome != "passed")
