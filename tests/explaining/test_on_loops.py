"""Loops that take over what was passed, and loops that leave nothing."""

from __future__ import annotations

import pytest

from course.explaining.on_loops import (
    asked_too_late,
    compares_with_itself,
    loop_takes_parameter,
    lost_in_exchange,
    same_each_time,
    skips_next,
    used_up,
)
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


SKIPS = """
def without(crates, kind):
    at = 0
    while at < len(crates):
        if crates[at] == kind:
            crates.pop(at)
        at += 1
    return crates
"""
TOO_LATE = """
def loaded(crates, most):
    on_board = []
    while len(on_board) < most:
        for crate in crates:
            on_board.append(crate)
    return on_board
"""


@pytest.mark.parametrize(
    "taken", ["crates.pop(at)", "del crates[at]", "crates = crates[:at] + crates[at + 1:]"]
)
def test_what_moves_to_the_index_is_passed_over(taken: str) -> None:
    source = SKIPS.replace("crates.pop(at)", taken)
    said = said_by(skips_next, source, {"without([1, 1, 2], 1)": "[2]"})
    assert f"Line 6, `{taken}`, takes an item out" in said
    assert "Line 7 then adds 1 to `at`" in said


@pytest.mark.parametrize(
    "source",
    [
        SKIPS.replace("(at)\n", "(at)\n            continue\n"),
        SKIPS.replace("(at)\n", "(at)\n            at -= 1\n"),
        SKIPS.replace("        at += 1", "        else:\n            at += 1"),
        SKIPS.replace("crates.pop(at)", "crates.pop(0)"),
    ],
)
def test_an_index_that_stays_or_goes_back_passes_over_nothing(source: str) -> None:
    assert said_by(skips_next, source, {"without([1, 1, 2], 1)": "[7]"}) == ""


def test_a_condition_that_is_asked_too_late() -> None:
    said = said_by(asked_too_late, TOO_LATE, {"loaded([1, 2, 3], 2)": "[1, 2]"})
    assert "The condition on line 4, `while len(on_board) < most:`, is only asked again" in said
    assert "the loop on line 5 has ended, and line 6 may run several times" in said


@pytest.mark.parametrize(
    "source",
    [
        TOO_LATE.replace("(crate)\n", "(crate)\n            break\n"),
        TOO_LATE.replace("(crate)\n", "(crate)\n            if len(on_board) > 5: break\n"),
        TOO_LATE.replace("return on_board", "return on_board[:most]"),
    ],
)
def test_a_loop_that_stops_by_itself_or_too_few_items_are_another_matter(source: str) -> None:
    assert said_by(asked_too_late, source, {"loaded([1, 2, 3], 2)": "[7, 8, 9]"}) == ""


AGAIN = """
def heaviest(crates, n):
    found = []
    for at in range(n):
        found.append(max(crates))
    return found
"""
ITSELF = """
def rest(crates, n):
    while len(crates) > len(crates) - n:
        crates.pop()
        if not crates:
            break
    return crates
"""


@pytest.mark.parametrize("adds", ["found.append(max(crates))", "found += [max(crates)]"])
def test_a_loop_that_adds_the_same_each_time(adds: str) -> None:
    source = AGAIN.replace("found.append(max(crates))", adds)
    said = said_by(same_each_time, source, {"heaviest([1, 3], 2)": "[3, 1]"})
    assert f"Line 5, `{adds}`, adds the same value each time: nothing in the loop on line 4" in said


@pytest.mark.parametrize(
    "adds",
    [
        "found.append(max(crates))\n        crates.append(0)",
        "found.append(max(crates))\n        crates = crates[:]",
        "found.append(max(crates) + 0 * at)",
        "found.append((lambda: 3)())",
        "found.append(3)",
    ],
)
def test_what_a_loop_may_change_is_not_the_same(adds: str) -> None:
    source = AGAIN.replace("found.append(max(crates))", adds)
    assert said_by(same_each_time, source, {"heaviest([1, 3], 2)": "[3, 1]"}) == ""


def test_both_sides_of_a_condition_change_alike() -> None:
    said = said_by(compares_with_itself, ITSELF, {"rest([1, 3], 1)": "[1]"})
    assert "has `len(crates)` on both sides" in said
    kept = ITSELF.replace("len(crates) - n", "len(crates[n:])")
    assert said_by(compares_with_itself, kept, {"rest([1, 3], 1)": "[7]"}) == ""


SWAPS = """
def ordered(crates):
    for at in range(len(crates) - 1):
        if crates[at] > crates[at + 1]:
            crates[at] = crates[at + 1]
            crates[at + 1] = crates[at]
    return crates
"""


def test_an_exchange_that_loses_one_of_two() -> None:
    said = said_by(lost_in_exchange, SWAPS, {"ordered([3, 1])": "[1, 3]"})
    assert (
        "Line 5 gives `crates[at]` the value of `crates[at + 1]`, and what it had is gone" in said
    )
    kept = SWAPS.replace("crates[at + 1] = crates[at]", "crates[at + 1] = 7")
    assert said_by(lost_in_exchange, kept, {"ordered([3, 1])": "[1, 3]"}) == ""
