"""A name that is not there: another is offered only where it looks like it."""

from __future__ import annotations

import pytest

from course.explaining.programs import explain_program
from course.model import ExceptionInfo, Frame, ProgramReport, Verdict


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
