"""Steps towards a program that is right: only where most of it is there already."""

from __future__ import annotations

import ast

import pytest

from course.worker.edits.aligned import aligned_edits
from course.worker.edits.towards import edits_towards

RIGHT = """
def total(prices):
    amount = 0
    for price in prices:
        if price > 0:
            amount += price
    return amount
"""


def steps(mine: str) -> list[tuple[str, int, str]]:
    """The kind and the line of each step, and the program it makes."""
    tree = ast.parse(mine)
    before = ast.dump(tree)
    found = []
    for edit in edits_towards(tree, ast.parse(RIGHT)):
        with edit.made():
            found.append((edit.kind, edit.line, ast.unparse(ast.fix_missing_locations(tree))))
        assert ast.dump(tree) == before
    return found


def test_a_statement_with_the_learners_names() -> None:
    mine = RIGHT.replace("amount", "sum_").replace("price", "p").replace("+= p", "-= p")
    assert (6, RIGHT.replace("amount", "sum_").replace("price", "p").strip()) in [
        (line, program) for kind, line, program in steps(mine) if kind == "statement"
    ]


def test_a_condition() -> None:
    mine = RIGHT.replace("price > 0", "price > len(prices)")
    assert ("head", 5, RIGHT.strip()) in steps(mine)


def test_a_statement_that_is_missing() -> None:
    mine = RIGHT.replace("    amount = 0\n", "")
    assert ("missing_statement", 3, RIGHT.strip()) in steps(mine)


def test_another_way_gets_no_steps() -> None:
    assert steps("def total(prices):\n    return sum(prices)\n") == []
    assert steps("def other(prices):\n    return 0\n") == []


def test_what_gives_a_name_its_value_anew_is_no_step_that_is_missing() -> None:
    right = "def f(a, b):\n    ready = a and b\n    return ready\n"
    mine = "def f(a, b):\n    if a or b:\n        ready = True\n    return ready\n"
    for edits in (edits_towards, aligned_edits):
        found = edits(ast.parse(mine), ast.parse(right))
        missing = [edit.line for edit in found if edit.kind == "missing_statement"]
        assert all(line <= 3 for line in missing), edits.__name__


@pytest.mark.parametrize(
    ("head", "is_a_step"),
    [
        ("for price in kept:", False),
        ("for price in sorted(kept):", True),
        ("for price in prices[1:]:", True),
    ],
)
def test_what_a_variable_holds_is_no_fault_of_the_loop_that_takes_it(
    head: str, is_a_step: bool
) -> None:
    mine = RIGHT.replace("amount = 0", "amount = 0\n    kept = prices[:9]")
    mine = mine.replace("for price in prices:", head)
    right = RIGHT.replace("in prices:", "in list(prices):")
    tree = ast.parse(mine)
    edits = [*edits_towards(tree, ast.parse(right)), *aligned_edits(tree, ast.parse(right))]
    assert any(edit.kind == "head" for edit in edits) is is_a_step
