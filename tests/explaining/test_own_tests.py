"""What is told of a learner's own tests: why one stops, and why one notices nothing."""

from __future__ import annotations

from textwrap import dedent

import pytest

from course.explaining.own_tests import diagnose_own_tests
from course.model import CheckReport, Diagnosis, ExceptionInfo, TestResult, Verdict

AWAY = Diagnosis("facts", "One bug got away.", "bug_got_away")
GOOD = "def test_small():\n    assert price(1) == 2\n"


def told(source: str, *given: Diagnosis, failing: TestResult | None = None) -> Diagnosis:
    """What leads, where the check has said that."""
    tests = () if failing is None else (failing,)
    report = CheckReport("own/tests", Verdict.FAILED, tests=tests, diagnosis=given)
    found = diagnose_own_tests(report, dedent(source))
    assert found[-1].name == given[-1].name or len(found) == len(given)
    return found[0]


@pytest.mark.parametrize(
    ("source", "name", "line"),
    [
        ("def test_a():\n    price(1) == 2\n", "assert_missing", 2),
        ("def test_a():\n    assert (price(1) == 2, 'two')\n", "assert_tuple", 2),
        ("def check_a():\n    assert price(1) == 2\n" + GOOD, "test_never_run", 1),
        (GOOD + GOOD, "test_never_run", 1),
    ],
)
def test_a_test_that_notices_nothing_is_named(source: str, name: str, line: int) -> None:
    found = told(source, AWAY)
    assert (found.name, found.line, found.proof) == (name, line, "observed")
    assert found.text.endswith(".")


@pytest.mark.parametrize(
    "source",
    [
        GOOD,
        "def two(n):\n    assert n == 2\n\ndef test_a():\n    two(price(1))\n",
        "@pytest.fixture\ndef shop():\n    assert True\n\n" + GOOD,
    ],
)
def test_tests_that_look_at_something_are_left_alone(source: str) -> None:
    assert told(source, AWAY) == AWAY


def stopped(kind: str, message: str, source: str) -> str:
    """What is told of a test that an exception ended on its second line."""
    failing = TestResult(
        "a", "test_a", "failed", exception=ExceptionInfo(kind, message, frames=()), line=2
    )
    first = Diagnosis("facts", "Your test fails.", "fails_on_right", line=2, test="test_a")
    return told(source, first, failing=failing).text


def test_a_test_that_stops_says_with_what() -> None:
    source = "def test_a():\n    assert price(-1) == ValueError\n"
    assert stopped("NameError", "name 'price' is not defined", source) == (
        "Your test `test_a` stopped on line 2, `assert price(-1) == ValueError`, with `NameError`."
        " Python says: `name 'price' is not defined`."
    )
    assert "`with pytest.raises(ValueError):` expects one." in stopped("ValueError", "no", source)
    assert "`pytest.raises` expects it" in stopped("KeyError", "'x'", source)
    assert stopped("AssertionError", "", source) == "Your test fails."
