"""Conditions of a chain: which of several that are true decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.explaining.evidence import Evidence
from course.explaining.on_comparisons import first_true_wins
from course.model import CheckReport, Exercise, ExerciseSource, TestResult, Verdict

LEAP = """\
def leap_year(year):
    if year % 4 == 0:
        leap = True
    elif year % 100 == 0:
        leap = False
    else:
        leap = False
    return leap
"""


def told(source: str, call: str) -> tuple[str, int | None] | None:
    """What is said of one call that fails."""
    test = TestResult("It works", "test_it", "failed", call=call, got="1", expected="2")
    exercise = Exercise("own/lesson", Path(), ExerciseSource("Own", "write", "-"), "lesson", "", ())
    report = CheckReport("own/lesson", Verdict.FAILED, tests=(test,))
    saying = first_true_wins(Evidence(report, exercise, source))
    return (saying.text, saying.line) if saying is not None else None


def test_the_first_that_is_true_decides() -> None:
    assert told(LEAP, "leap_year(1900)") == (
        "For `leap_year(1900)`, `year % 4 == 0` on line 2 is true, and so is `year % 100 == 0` on "
        "line 4. Only the first that is true decides.",
        2,
    )


@pytest.mark.parametrize(
    ("source", "call"),
    [
        (LEAP, "leap_year(2024)"),
        (LEAP, "leap_year('1900')"),
        (LEAP.replace("    if", "    year = year + 1\n    if", 1), "leap_year(1900)"),
        (LEAP.replace("elif year % 100 == 0", "elif century(year)"), "leap_year(1900)"),
        (LEAP.replace("    elif", "    if"), "leap_year(1900)"),
    ],
)
def test_nothing_is_said_of_what_is_not_known(source: str, call: str) -> None:
    assert told(source, call) is None
