"""Loops that take over what was passed, and loops that leave nothing."""

from __future__ import annotations

import pytest

from course.explaining.on_loops import loop_takes_parameter, used_up
from tests.explaining.answering import said_by

TAKES = """
def position(weight, shelf):
    at = 0
    for weight in shelf:
        if weight < shelf[at]:
            return at
        at += 1
    return at
"""
USED_UP = """
def heaviest(crates, n):
    ordered = []
    while crates:
        ordered.append(max(crates))
        crates.remove(max(crates))
    return crates[:n]
"""


def test_a_loop_that_takes_a_parameter_over() -> None:
    said = said_by(loop_takes_parameter, TAKES, {"position(2, [1, 3])": "1"})
    assert "The loop on line 4, `for weight in shelf:`, gives `weight` one item after" in said


@pytest.mark.parametrize(
    "source",
    [
        TAKES.replace("at = 0\n", "at = weight - weight\n"),
        TAKES.replace("at = 0\n", "at = (lambda: weight * 0)()\n"),
        TAKES.replace("for weight", "for item"),
        TAKES.replace("in shelf:", "in shelf[weight:]:"),
    ],
)
def test_a_parameter_that_was_used_before_is_not_lost(source: str) -> None:
    assert said_by(loop_takes_parameter, source, {"position(2, [1, 3])": "1.5"}) == ""


@pytest.mark.parametrize(
    "condition", ["crates", "crates != []", "len(crates) > 0", "len(crates) != 0"]
)
def test_what_a_loop_has_used_up(condition: str) -> None:
    source = USED_UP.replace("while crates", f"while {condition}")
    said = said_by(used_up, source, {"heaviest([1, 3], 1)": "[3]"})
    assert "Line 7, `return crates[:n]`, uses `crates`, which is empty there" in said


@pytest.mark.parametrize(
    "source",
    [
        USED_UP.replace("return crates[:n]", "return ordered"),
        USED_UP.replace("return crates", "crates = ordered\n    return crates"),
        USED_UP.replace("max(crates))\n    return", "max(crates))\n        break\n    return"),
        USED_UP.replace("while crates", "while len(crates) > 1"),
    ],
)
def test_what_may_be_left_is_not_used_up(source: str) -> None:
    assert said_by(used_up, source, {"heaviest([3, 1], 1)": "[2]"}) == ""
