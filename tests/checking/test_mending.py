"""When a search for mends makes sense."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from course.checking.mending import can_search
from course.model import CheckReport, ExceptionInfo, Exercise, ExerciseSource, TestResult, Verdict

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
