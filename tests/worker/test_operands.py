"""What a test file compares is handed through a check, and everything else is left alone."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from course.worker.operands import mark_operands, with_checks


def handed_over(source: str, **names: Any) -> list[tuple[str, Any]]:
    """Which values went through which check."""
    tree = ast.parse(source)
    mark_operands(tree)
    found: list[tuple[str, Any]] = []

    def check(groups: str) -> Any:
        return lambda value: found.append((groups, value)) or value

    code = with_checks(compile(tree, "old.py", "exec"), "test_shop.py", check)
    assert code.co_filename == "test_shop.py"
    exec(code, names)
    return found


@pytest.mark.filterwarnings("ignore::SyntaxWarning")  # a mark is a text that is called
@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a == 1", [("equal left", 3), ("equal right", 1)]),
        ("1 != a", [("equal", 3)]),
        ("a < b", [("equal order", 3), ("equal order", 4)]),
        ("a in c", [("equal", 3), ("equal holds", [3])]),
        ("a < b == b", [("equal order", 3), ("equal order", 4), ("equal", 4)]),
        ("a is b", []),
        ("a - b", [("sub", 3), ("sub", 4)]),
        ("abs(a - 2.5) < 1", [("sub", 3), ("equal order", 0.5)]),
        ("not a", [("itself", 3)]),
        ("-a", []),
        ("f(a)", []),
        ("t.assertEqual(a, 3)", [("equal", 3)]),
        ("t.assertGreater(a, b)", [("equal order", 3), ("equal order", 4)]),
        ("t.assertAlmostEqual(a, b)", [("equal sub", 3), ("equal sub", 4)]),
        ("t.assertIn(a, c)", [("equal holds", 3), ("equal holds", [3])]),
        ("t.assertRaises(a)", []),
        ("t.check(a)", []),
        ("def g():\n    return a == 1\ng()", [("equal left", 3), ("equal right", 1)]),
        ("[a == one for one in c]", [("equal left", 3), ("equal right", 3)]),
    ],
)
def test_operands_go_through_their_checks(source: str, found: list[tuple[str, Any]]) -> None:
    class Anything:
        def __getattr__(self, name: str) -> Any:
            return lambda *_: None

    assert handed_over(source, a=3, b=4, c=[3], f=abs, t=Anything()) == found


def test_constants_that_look_like_anything_else_stay() -> None:
    names: dict[str, Any] = {}
    tree = ast.parse("x = '\\0compared nothing'[1:]")
    mark_operands(tree)
    exec(compile(tree, "a.py", "exec"), names)
    assert names["x"] == "compared nothing"
