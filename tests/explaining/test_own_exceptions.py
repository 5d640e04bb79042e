"""Exceptions that the learner's own `raise` makes: whose call it was, and which one is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.explaining.evidence import Evidence
from course.explaining.on_exceptions import stopped as told_of
from course.model import (
    CheckReport,
    ExceptionInfo,
    Exercise,
    ExerciseSource,
    Frame,
    TestResult,
    Verdict,
)


@pytest.mark.parametrize(
    ("function", "call", "named"),
    [
        ("__lt__", "Money(1)", True),
        ("__init__", "Money(1)", False),
        ("__lt__", "Money(1) < Money(2)", False),
    ],
)
def test_what_is_done_with_an_object_is_not_the_call_that_makes_it(
    function: str, call: str, named: bool
) -> None:
    source = "class Money:\n    def __lt__(self, other):\n        raise TypeError\n"
    stopped = ExceptionInfo("TypeError", "", (Frame("answer.py", 3, function),))
    failed = TestResult("they do not mix", "test_mix", "failed", call=call, exception=stopped)
    exercise = Exercise("a/task", Path(), ExerciseSource("A", "write", "W."), "task", "", ())
    evidence = Evidence(CheckReport("a/task", Verdict.FAILED, tests=(failed,)), exercise, source)
    is_named = evidence.test_that_stopped(evidence.failing[0]) == "they do not mix"
    assert is_named is named


@pytest.mark.parametrize(
    ("wanted", "more"),
    [
        ("raises ValueError", " The test expects a `ValueError`."),
        ("raises lesson.OrderError with the words 'no'", " The test expects an `OrderError`."),
        ("raises wanted", ""),
        (None, ""),
    ],
)
def test_what_a_test_wants_raised_instead_of_ones_own(wanted: str | None, more: str) -> None:
    source = "def f(n):\n    if n < 1:\n        raise KeyError(n)\n"
    stopped = ExceptionInfo("KeyError", "0", (Frame("answer.py", 3, "f", "raise KeyError(n)"),))
    failed = TestResult("it", "test_it", "failed", call="f(0)", exception=stopped, expected=wanted)
    exercise = Exercise("a/task", Path(), ExerciseSource("A", "write", "W."), "task", "", ())
    report = CheckReport("a/task", Verdict.FAILED, tests=(failed,))
    found = told_of(Evidence(report, exercise, source))
    assert found is not None
    assert found[0] == "own_exception"
    made = "Your own `raise` on that line made it: the condition on line 2, `n < 1`, was true."
    assert found[1].text.endswith(made + more)
