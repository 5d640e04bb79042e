"""When a search for mends makes sense."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import msgspec
import pytest

from course.catalogue.package import joined
from course.checking.conversation import Conversation
from course.checking.expected import Expected
from course.checking.mending import Found, can_search, search
from course.model import CheckReport, ExceptionInfo, Exercise, ExerciseSource, TestResult, Verdict
from course.worker.protocol import End, Mended, Walked
from tests.checking.said import talk_of

SOURCE = ExerciseSource("A task", "write", "Write it.")
EXERCISE = Exercise("a/task", Path(), SOURCE, "task", "", ())
FAILED = CheckReport("a/task", Verdict.FAILED, tests=(TestResult("x", "test_x", "failed"),))


def test_of_a_file_whose_tests_fail() -> None:
    assert can_search(EXERCISE, FAILED)


@pytest.mark.parametrize(
    "report",
    [
        CheckReport("a/task", Verdict.PASSED, tests=(TestResult("x", "test_x", "passed"),)),
        CheckReport("a/task", Verdict.ERROR),
        msgspec.structs.replace(FAILED, verdict=Verdict.OUT_OF_MEMORY),
        msgspec.structs.replace(FAILED, exception=ExceptionInfo("NameError", "x")),
    ],
)
def test_nothing_failed_by_itself(report: CheckReport) -> None:
    assert not can_search(EXERCISE, report)


@pytest.mark.parametrize(("need", "can"), [("processes", False), ("django", True)])
def test_what_a_module_that_runs_again_and_again_may_need(need: str, can: bool) -> None:
    source = msgspec.structs.replace(SOURCE, needs=(need,))
    assert can_search(msgspec.structs.replace(EXERCISE, source=source), FAILED) is can


def test_tests_of_the_learners_own() -> None:
    assert not can_search(msgspec.structs.replace(EXERCISE, by_learner=True), FAILED)


@pytest.mark.parametrize(
    ("need", "can"), [("processes", False), ("django", False), ("localhost", True), ("", True)]
)
def test_what_a_package_may_need(need: str, can: bool) -> None:
    source = msgspec.structs.replace(SOURCE, needs=(need,))
    package = msgspec.structs.replace(EXERCISE, source=source, package=True)
    assert can_search(package, FAILED) is can


def test_a_search_is_told_which_tests_are_wrong_and_how_much_time_there_is(tmp_path: Path) -> None:
    (tmp_path / "solution.py").write_text("x = 2\n", encoding="utf-8")
    exercise = msgspec.structs.replace(EXERCISE, folder=tmp_path)
    asked: list[tuple[Any, ...]] = []
    found = Mended("comparison", 3, "f", "<", "<=", 1.0, ("test_x",), True, "y", 1)

    walked = Walked("test_task.py::test_x", (2, 3))

    async def run(*arguments: Any) -> tuple[Conversation | None, None]:
        asked.append(arguments)
        return (talk_of(walked, found, End()) if len(asked) == 1 else None), None

    ids = tuple(f"test_task.py::{name}" for name in ("test_x", "test_y", "test_z"))
    outcomes = (("test_x", "failed"), ("test_y", "passed"), ("test_z", "error"), ("gone", "failed"))
    tests = tuple(TestResult(name, name, outcome) for name, outcome in outcomes)  # type: ignore[arg-type]
    report = CheckReport("a/task", Verdict.FAILED, tests=tests)
    expected = Expected(ids, {"test_task.py": {}})  # type: ignore[typeddict-item]

    def mends(source: str, file: str = "") -> Found:
        work = search(exercise, source, report, ["off_by_one"], 1.5, expected, run, file)  # type: ignore[arg-type]
        return asyncio.run(work)

    assert mends("x = 1\n") == ((found,), {"test_x": frozenset({2, 3})})
    [(longer, source, calls, compiled, task, job)] = asked
    assert (source, calls, compiled, task) == ("x = 1\n", (), expected.compiled, "mends")
    assert job == {
        "source": "x = 1\n",
        "file": "",
        "reference": "x = 2\n",
        "wrong": ["test_task.py::test_x"],
        "right": ["test_task.py::test_y"],
        "first": ["off_by_one"],
        "each": 1.5,
    }
    assert longer.source.timeout > 1.5
    assert mends(joined({"a.py": "a\n", "b.py": "b\n"}), "b.py") == Found()
    assert (asked[1][5]["source"], asked[1][5]["file"]) == ("b\n", "b.py")
