"""A name that is not there: another is offered only where it looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.explaining.evidence import Evidence
from course.explaining.on_exceptions import stopped
from course.explaining.programs import explain_program
from course.model import (
    CheckReport,
    ExceptionInfo,
    Exercise,
    ExerciseSource,
    Frame,
    ProgramReport,
    TestResult,
    Verdict,
)


def told(name: str, *known: str) -> str:
    """What is said of a name that is not there, beside these that are."""
    variables = dict.fromkeys(known, "1")
    frame = Frame(file="main.py", line=1, function="<module>", code=name, variables=variables)
    raised = ExceptionInfo("NameError", f"name '{name}' is not defined", (frame,))
    report = ProgramReport(verdict=Verdict.ERROR, exception=raised)
    return explain_program(report, f"{name}\n") or ""


@pytest.mark.parametrize(
    ("name", "known"),
    [("totl", "total"), ("Total", "total"), ("parcel", "parcels"), ("wieght", "weight")],
)
def test_a_name_that_is_nearly_the_same_is_offered(name: str, known: str) -> None:
    assert f"there is a `{known}`" in told(name, known)


@pytest.mark.parametrize(
    ("name", "known"),
    [("cost", "count"), ("parts", "parcels"), ("stops", "steps_left")],
)
def test_a_name_that_only_shares_letters_is_not(name: str, known: str) -> None:
    assert "There is a" not in told(name, known)


def test_a_builtin_has_to_be_nearer_still() -> None:
    assert "there is a `print`" in told("prnit")
    assert "There is a" not in told("pint_size")
    assert "There is a" not in told("sortd_by")


def test_a_name_that_the_test_lacks_and_the_code_defines_is_told_without_a_line() -> None:
    raised = ExceptionInfo("NameError", "name 'double' is not defined")
    test = TestResult("t", "test_t", "failed", call="double(2)", exception=raised)
    task = ExerciseSource("A task", "write", "Write it.")
    evidence = Evidence(
        CheckReport("a/task", Verdict.FAILED, (test,)),
        Exercise("a/task", Path(), task, "task", "", ()),
        "def double(n):\n    return n\n",
    )
    found = stopped(evidence)
    assert found is not None
    assert found[1].line is None
