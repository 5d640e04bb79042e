"""Conditions of a chain: which of several that are true decides."""

from __future__ import annotations

import pytest

from course.explaining.on_comparisons import (
    always_decided,
    first_true_wins,
    method_not_called,
)
from course.model import TestResult
from tests.explaining.answering import evidence_of

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
    saying = first_true_wins(evidence_of(source, test))
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


def decided(condition: str, function: str = "f") -> str:
    """What is said of a condition in a function of which one call fails, and one passes."""
    source = f"def f(x, y=0):\n    if {condition}:\n        return 1\n    return 2\n"
    tests = [
        TestResult("It works", f"test_it[{call}]", outcome, call=call, got="1", expected="2")
        for call, outcome in ((f"{function}(1)", "failed"), ("f(2)", "passed"), ("g(3)", "failed"))
    ]
    saying = always_decided(evidence_of(source, *tests))  # type: ignore[arg-type]
    assert saying is None or saying.line == 2
    assert saying is None or [case.call for case in saying.cases] == ["f(1)"]
    return saying.text if saying is not None else ""


@pytest.mark.parametrize(
    "condition",
    [
        "x > 6 or x <= 6",
        "x > 6 or x < 7",
        "x >= 6 or x < 7.5",
        "x != 1 or x != 2",
        "x == 1 or x != 1",
        "x < 0.5 or x > 0.25",
        "x != 'a' or x != 'b'",
        "x == 'a' or x != 'a'",
        "x != 'a' or x != 1",
        "y == 1 or x != 1 or x != 2",
    ],
)
def test_a_condition_that_is_always_true(condition: str) -> None:
    assert decided(condition) == (
        f"On line 2, `{condition}` is always true: whatever `x` is, a part of it holds."
    )


@pytest.mark.parametrize(
    "condition",
    [
        "x == 1 and x == 2",
        "x < 1 and x > 2",
        "x < 1 and x > 1",
        "x == 'a' and x == 'b'",
        "x == 'a' and x != 'a'",
        "y == 1 and x == 2 and x == 3",
    ],
)
def test_a_condition_that_is_never_true(condition: str) -> None:
    assert decided(condition) == (
        f"On line 2, `{condition}` is never true: `x` cannot be all of that at once."
    )


@pytest.mark.parametrize(
    "condition",
    [
        "x > 6 or x < 6",
        "x > 7 or x < 6",
        "x <= 0.25 or x >= 0.3",
        "x < 0.3 and x > 0.25",
        "x >= 7 or x <= 6",
        "x >= 6 or x == 7",
        "x <= 6 or x == 5",
        "x < 2 and x > 1",
        "x != 6 and x < 7",
        "x != 6 and x > 5",
        "x <= 1 and x >= 1",
        "x < 2 and x != 1.5",
        "x != 'a' and x != 'b'",
        "x == 'a' or x == 'b'",
        "x < 'a' or x >= 'a'",
        "x == 1 and y == 2",
        "x != 1 or y != 2",
        "x != 1 or x",
        "0 < x < 1 or 1 < x < 2",
        "x in 'ab' or x not in 'ab'",
        "len(x) == 1 and len(x) == 2",
        "x == 1 and x == y",
        "x == (1,) and x == (2,)",
        "not x == 1",
    ],
)
def test_a_condition_that_may_be_either(condition: str) -> None:
    assert decided(condition) == ""


def test_only_functions_that_fail_are_looked_at_and_lines_are_joined() -> None:
    assert decided("x == 1 and x == 2", "str") == ""
    assert "`(x == 1 and x == 2)` is never" not in decided("(x == 1 and\n      x == 2)")
    assert "`x == 1 and x == 2` is never true" in decided("(x == 1 and\n      x == 2)")


@pytest.mark.parametrize(
    ("condition", "is_said"),
    [
        ("form.is_valid", True),
        ("not path.exists", True),
        ("n and text.isdigit", True),
        ("form.is_valid()", False),
        ("form.data", False),
    ],
)
def test_a_method_that_a_condition_only_names(condition: str, is_said: bool) -> None:
    source = f"def f(form, path, text, n):\n    if {condition}:\n        return 1\n    return 2\n"
    test = TestResult("It works", "test_it", "failed", call="f(1, 2, 3, 4)", got="1", expected="2")
    saying = method_not_called(evidence_of(source, test))
    assert (saying is not None and "asks about the method" in saying.text) is is_said
