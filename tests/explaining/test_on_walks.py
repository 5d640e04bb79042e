"""What the lines tell that a failing call has run; the lines are noted here as a worker does."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence
from course.explaining.on_endings import fell_off_the_end
from course.explaining.on_walks import came_from, never_changed, with_line
from course.explaining.symptoms import other_symptoms
from course.worker.lines_run import tracer_of
from tests.explaining.answering import reported

PRICE = """
def price(kind, parcels):
    if kind == "letter":
        return 1
    for parcel in parcels:
        if parcel > 3:
            return parcels.index(parcel)
"""
FOUND = """
def heavy(parcels, limit):
    found = []
    for parcel in parcels:
        if parcel not in parcels:
            found.append(parcel)
    return found
"""
NEVER_TRUE = """
def first(parcels, n):
    taken = []
    while len(parcels) < n:
        taken.append(parcels.pop())
    return taken
"""
ELSEWHERE = """
def first(parcels, n):
    taken = []
    others = []
    while len(others) < n:
        others.append(parcels[0])
    return taken
"""


def walked(source: str, calls: dict[str, str]) -> Evidence:
    """What is known of a program, with the lines that each of its failing calls runs."""
    report, exercise = reported(source, calls)
    lines: dict[str, frozenset[int]] = {}
    for test in report.tests:
        ran: set[int] = set()
        space: dict[str, Any] = {}
        exec(compile(source, "lesson.py", "exec", dont_inherit=True), space)
        before = sys.gettrace()
        sys.settrace(tracer_of("lesson.py", ran, set()))
        try:
            eval(test.call or "", space)  # noqa: S307 - our own programs
        finally:
            sys.settrace(before)
        if test.outcome == "failed":
            lines[test.id] = frozenset(ran)
    return Evidence(report, exercise, source).walking(lines)


def test_a_loop_that_did_not_run_once_and_why() -> None:
    saying = fell_off_the_end(walked(PRICE, {"price('box', [])": "0", "price('box', [5])": "0"}))
    assert saying is not None
    assert (saying.line, len(saying.cases)) == (5, 1)
    assert "`parcels` is empty, so the loop on line 5 does not run once" in saying.text


def test_the_end_is_told_where_most_calls_come_to_it_after_a_loop() -> None:
    calls = {"price('box', [])": "0", "price('box', [1])": "0", "price('box', [1, 2])": "0"}
    saying = fell_off_the_end(walked(PRICE, calls))
    assert saying is not None
    assert "came to the end of `price` without meeting a `return`" in saying.text
    assert "`price('box', [1])`" in saying.text


def test_a_return_that_gave_none_is_named() -> None:
    source = PRICE.replace("parcels.index(parcel)", "parcels.sort()")
    saying = fell_off_the_end(walked(source, {"price('box', [5])": "0"}))
    assert saying is not None
    assert "it came to line 7, `return parcels.sort()`" in saying.text


@pytest.mark.parametrize(
    ("source", "call", "line", "words"),
    [
        (FOUND, "heavy([5, 1], 3)", 5, "The condition on line 5, `if parcel not in parcels:`"),
        (NEVER_TRUE, "first([5, 1], 1)", 4, "was false when it was first asked"),
        (ELSEWHERE, "first([5, 1], 1)", 7, "no line changes it after line 3, `taken = []`"),
    ],
)
def test_what_stayed_as_it_began(source: str, call: str, line: int, words: str) -> None:
    saying = never_changed(walked(source, {call: "[5]"}))
    assert saying is not None
    assert saying.line == line
    assert words in saying.text


def test_what_was_changed_in_one_of_the_calls_is_not_told_of() -> None:
    source = FOUND.replace("parcel not in parcels", "parcel > limit")
    calls = {"heavy([1], 3)": "[1]", "heavy([5], 3)": "[7]"}
    assert never_changed(walked(source, {"heavy([1], 3)": "[1]"})) is not None
    assert never_changed(walked(source, calls)) is None


def test_a_branch_with_a_return_of_its_own_is_not_what_never_changed() -> None:
    source = (
        "def heaviest(parcels, limit):\n    if limit == 0:\n        return parcels\n    else:\n"
        "        while len(parcels) > limit:\n            parcels.remove(min(parcels))\n"
        "        return parcels\n"
    )
    assert never_changed(walked(source, {"heaviest([5], 0)": "[]"})) is None
    assert never_changed(walked(source, {"heaviest([5], 1)": "[]"})) is not None


def test_the_return_that_a_value_comes_from() -> None:
    evidence = walked(PRICE, {"price('letter', [])": "2", "price('box', [7])": "2"})
    lines = [getattr(came_from(case, evidence), "lineno", None) for case in evidence.failing]
    assert lines == [7, 4]
    (_, saying), *_ = other_symptoms(evidence, 1)
    assert "The value comes from line" in with_line(saying, evidence).text


def test_nothing_is_known_where_two_statements_share_a_line() -> None:
    source = "def f(n):\n    if n > 1: return 1\n    return 2\n"
    evidence = walked(source, {"f(1)": "3"})
    assert came_from(evidence.failing[0], evidence) is None


def test_nor_where_a_test_makes_several_calls() -> None:
    evidence = walked(PRICE, {"price('letter', [])": "2"})
    (case,) = evidence.failing
    assert evidence.lines_run(case) is not None
    other = Case("price(1, 2)", "price", (1, 2), False, test=case.test)
    evidence.cases = (*evidence.cases, other)  # type: ignore[misc]
    assert evidence.lines_run(case) is None


def test_the_last_line_of_a_call_that_met_no_return() -> None:
    branch = "def f(xs):\n    if not xs:\n        at = 0\n    else:\n        return xs[0]\n"
    saying = fell_off_the_end(walked(branch, {"f([])": "0"}))
    assert saying is not None
    assert saying.line == 3
    assert "The last line that it ran is line 3, `at = 0`." in saying.text


@pytest.mark.parametrize(
    ("source", "calls", "line", "words"),
    [
        (
            "def f(xs, n):\n    new = []\n    for at in range(n - 1):\n        new.append(xs[at])\n"
            "    return new\n",
            {"f([5, 1], 2)": "[5, 1]", "f([5, 7], 2)": "[5, 7]"},
            3,
            "Which is the last one that line 3, `for at in range(n - 1):`, comes to?",
        ),
        (
            "def f(xs):\n    xs.sort()\n    return xs\n",
            {"f([5, 1, 3])": "[5, 1, 3]"},
            2,
            "Look at line 2, `xs.sort()`: it puts them in ascending order.",
        ),
        (
            "def f(xs):\n    return list(set(xs))\n",
            {"f([1, 1, 2])": "[1, 1, 2]"},
            2,
            "Of items that are equal, a set keeps only one.",
        ),
    ],
)
def test_the_line_that_a_wrong_list_comes_from(
    source: str, calls: dict[str, str], line: int, words: str
) -> None:
    evidence = walked(source, calls)
    (_, saying), *_ = other_symptoms(evidence, 1)
    told = with_line(saying, evidence)
    assert told.line == line
    assert words in told.text
