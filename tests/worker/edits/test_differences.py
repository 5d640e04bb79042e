"""Statements of one kind: the smallest parts in which they differ, by the name of the change."""

from __future__ import annotations

import ast

import pytest

from course.worker.edits.differences import of_expressions

#  a statement, the right one, and the kinds of edits with what was and what is there instead
PAIRS = [
    ("x = a < b", "x = a <= b", [("comparison", "<", "<=")]),
    ("x = a < b <= c", "x = a < b < c", [("comparison", "<=", "<")]),
    ("if a < b: pass", "if b >= a: pass", [("comparison", "<", "<=")]),
    ("x = a is b", "x = a == b", [("equality", "is", "==")]),
    ("x = a and b", "x = a or b", [("and_or", "and", "or")]),
    ("x = a and b", "x = a and b and c", [("lacks_part", "", "")]),
    ("x = a and b and c", "x = a and b", [("condition_part", "", "")]),
    ("if not a: pass", "if a: pass", [("negation", "", "")]),
    ("x = 7", "x = 8", [("number", "7", "8")]),
    ("x = True", "x = False", [("truth", "True", "False")]),
    ("x = '{a}'", "x = f'{a}'", [("f_string", "", "")]),
    ("x = xs[i]", "x = xs[i + 1]", [("boundary", "", "")]),
    ("x = xs[1:]", "x = xs[1:9]", [("slice", "", "")]),
    ("x = f(a)", "x = f(a, b)", [("arguments", "", "")]),
    ("x = f('a')", "x = f('b', c)", [("text", "", "")]),
    ("x = f('a', c)", "x = f('b')", [("text", "", "")]),
    ("x = f('a')", "x = f('a', c)", [("arguments", "", "")]),
    ("x = f(a)", "x = f('b', c)", [("arguments", "", "")]),
    ("x = f('a')", "x = f(b, c)", [("arguments", "", "")]),
    ("x = f(1)", "x = f('b', c)", [("arguments", "", "")]),
    ("x = f('a')", "x = f(1, c)", [("arguments", "", "")]),
    ("x = f()", "x = f('b', c)", [("arguments", "", "")]),
    ("x = f('a')", "x = f()", [("arguments", "", "")]),
    ("x = f(a)", "x = g(a)", [("function", "f", "g")]),
    ("x = a * (b + c)", "x = a * b", [("operand", "", "")]),
    ("x = 1", "y = 1", [("target", "x", "y")]),
    ("return", "return a", [("answer", "", "")]),
    ("x = a < 1 + b", "x = a > 2 + b", [("number", "1", "2"), ("comparison", "<", ">")]),
]


@pytest.mark.parametrize(("mine", "right", "kinds"), PAIRS)
def test_the_smallest_differences(mine: str, right: str, kinds: list[tuple[str, str, str]]) -> None:
    one, other = ast.parse(mine).body[0], ast.parse(right).body[0]
    edits = of_expressions(one, other, "f")
    assert [(edit.kind, edit.was, edit.now) for edit in edits][: len(kinds)] == kinds


def test_more_than_one_difference_is_made_together_as_well() -> None:
    one, other = ast.parse("x = a + 1 < b").body[0], ast.parse("x = a - 2 < b").body[0]
    together = of_expressions(one, other, "f")[-1]
    with together.made():
        assert ast.dump(one) == ast.dump(other)


def test_the_type_of_an_except() -> None:
    mine, right = (
        ast.parse(f"try:\n    f()\nexcept {name}:\n    pass").body[0] for name in ("A", "B")
    )
    assert isinstance(mine, ast.Try)
    assert isinstance(right, ast.Try)
    (edit,) = of_expressions(mine.handlers[0], right.handlers[0], "f")
    assert (edit.kind, edit.line) == ("name", 3)


def test_a_star_that_is_missing() -> None:
    one, other = ast.parse("x = merge(a, key=b)").body[0], ast.parse("x = merge(*a, key=b)").body[0]
    (edit,) = of_expressions(one, other, "f")
    assert (edit.kind, edit.was) == ("star", "a")
