"""Which mends tell where a fault is, and which of a line's mends is told."""

from __future__ import annotations

import dataclasses

import pytest

from course.explaining.diagnose import (
    _beside,
    _is_unfinished,
    _most_specific,
    _tells,
)
from course.explaining.evidence import Evidence
from course.explaining.hypothesis import Hypothesis
from course.model import Diagnosis
from course.worker.protocol import Mended
from tests.explaining.test_repair import EVIDENCE, mend


def one(kind: str, **more: object) -> Mended:
    """A mend of line 2 that makes three calls right, and all that failed."""
    return dataclasses.replace(mend(kind, 2), **{"second": 0, "tests": 3, "whole": True, **more})


@pytest.mark.parametrize(
    ("told", "tells"),
    [
        (one("comparison"), True),
        (one("comparison", tests=2), True),
        (one("comparison", tests=1), False),
        (one("number", tests=4), True),
        (one("number", tests=3), False),
        (one("comparison", whole=False), False),
        (one("comparison", whole=False, towards=True), True),
        (one("answer", whole=False, towards=True), False),
        (one("answer", tests=1, towards=True), True),
        (one("accumulate", whole=False), True),
        (one("zero_is_false", whole=False), False),
        (one("zero_is_false"), True),
        (one("accumulate", whole=False, second=4), False),
        (one("accumulate", second=2), False),
        (one("accumulate", second=2, towards=True), False),
        (one("comparison", second=2), True),
    ],
)
def test_a_mend_tells_where_it_is_no_accident(told: Mended, tells: bool) -> None:
    assert _tells(told) is tells


@pytest.mark.parametrize(
    ("told", "tells"),
    [
        (one("comparison", tests=1), True),
        (one("zero_is_false", tests=1), True),
        (one("comparison", tests=1, second=4), False),
        (one("number", tests=1), False),
        (one("statement", tests=1), False),
    ],
)
def test_one_test_is_enough_for_a_sign_where_many_pass(told: Mended, tells: bool) -> None:
    assert _tells(told, many_pass=True) is tells


def test_a_mend_of_a_kind_is_told_before_one_of_a_whole_statement() -> None:
    statement, number = one("statement"), one("number")
    elsewhere = dataclasses.replace(number, line=4)
    assert _most_specific(statement, [statement, elsewhere, number]) is number
    assert _most_specific(statement, [statement, elsewhere, one("head")]) is statement
    assert _most_specific(number, [one("comparison"), number]) is number
    part, comparison = one("condition_part", towards=True), one("comparison")
    assert _most_specific(part, [part, number, comparison]) is number
    assert _most_specific(part, [part, one("truth")]) is part
    assert _most_specific(one("condition_part"), [comparison]).kind == "condition_part"


def test_a_way_that_cannot_do_it_is_told_before_a_step_that_is_missing() -> None:
    step, way = one("missing_statement", towards=True), one("one_pass", line=1)
    assert _most_specific(step, [step, way]) is way
    assert _most_specific(step, [step, one("one_pass", line=1, whole=False)]) is step
    assert _most_specific(step, [step, one("one_pass", line=1, function="other")]) is step


@pytest.mark.parametrize(
    ("body", "unfinished"),
    [("return", True), ("pass", True), ("'To do.'", True), ("return 1", False), ("f()", False)],
)
def test_a_function_without_anything_in_it_is_unfinished(body: str, unfinished: bool) -> None:
    evidence = Evidence(EVIDENCE.report, EVIDENCE.exercise, f"def best_of(xs, n):\n    {body}\n")
    assert _is_unfinished(one("answer"), evidence) is unfinished


@pytest.mark.parametrize(
    ("function", "line", "place", "is_beside"),
    [
        ("best_of", 2, 2, True),
        ("", 2, 2, True),
        ("best_of", 2, 6, True),
        ("best_of", 2, 1, True),
        ("best_of", 2, 7, False),
        ("other", 2, 6, False),
        ("best_of", 2, None, False),
    ],
)
def test_a_place_is_beside_a_cause_in_its_function_or_on_its_line(
    function: str, line: int, place: int | None, is_beside: bool
) -> None:
    cause = Hypothesis("symptom", "always_true", "words", line, function, ())
    assert _beside(cause, Diagnosis("symptom", "words", line=place), EVIDENCE) is is_beside
