"""Loops that do not do what was meant, seen in their syntax alone."""

from __future__ import annotations

import ast

import pytest

from course.explaining.loop_shapes import changed_while_looped, first_turn_return, reset_in_loop
from course.explaining.syntax_tree import Function


def function(body: str) -> Function:
    """A function with that body; its first line is line 2."""
    lines = "".join(f"    {line}\n" for line in body.split("\n"))
    [made] = ast.parse(f"def f(xs):\n{lines}").body
    assert isinstance(made, ast.FunctionDef)
    return made


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("for x in xs:\n    return x", (2, 3)),
        ("for x in xs:\n    if x:\n        return 1\n    else:\n        return 2", (2, 6)),
        ("while xs:\n    return 1", (2, 3)),
        ("while True:\n    return 1", None),
        ("for x in xs:\n    raise ValueError", None),
        ("for x in xs:\n    if x:\n        return x", None),
        ("for x in xs:\n    match x:\n        case _ if x:\n            return x", None),
        ("for x in xs:\n    pass\nfor x in xs:\n    return x", (4, 5)),
        ("return 1", None),
    ],
)
def test_a_loop_that_is_left_on_its_first_turn(body: str, lines: tuple[int, int] | None) -> None:
    shape = first_turn_return(function(body))
    assert (shape and tuple(node.lineno for node in shape)) == lines


@pytest.mark.parametrize(
    "fresh", ["0", "1", "''", "[]", "()", "{}", "list()", "dict()", "set()", "str()", "int()"]
)
def test_a_total_that_starts_afresh_on_each_turn(fresh: str) -> None:
    shape = reset_in_loop(function(f"for x in xs:\n    t = {fresh}\n    t += x\nreturn t"))
    assert shape is not None
    assert (shape[0], shape[1].lineno, shape[2].lineno) == ("t", 3, 2)


@pytest.mark.parametrize("grows", ["t += x", "t = t + x", "t.append(x)", "t[x] = 1"])
def test_a_total_may_grow_in_these_ways(grows: str) -> None:
    assert reset_in_loop(function(f"for x in xs:\n    t = []\n    {grows}\nreturn t"))


@pytest.mark.parametrize(
    "body",
    [
        "t = 0\nfor x in xs:\n    t += x\nreturn t",
        "for x in xs:\n    t = 0\n    t += x",
        "for x in xs:\n    t = 0\nreturn t",
        "for x in xs:\n    t = 5\n    t += x\nreturn t",
        "for x in xs:\n    t = [1]\n    t += x\nreturn t",
        "for x in xs:\n    t = {1: 2}\n    t += x\nreturn t",
        "for x in xs:\n    t = list(x)\n    t += x\nreturn t",
        "for x in xs:\n    t = f()\n    t += x\nreturn t",
        "for x in xs:\n    t = 0\n    u += x\nreturn t",
        "for x in xs:\n    t = u = 0\n    t += x\nreturn t",
        "for x in xs:\n    t.a = 0\n    t += x\nreturn t",
        "for x in xs:\n    t = []\n    t.count(x)\nreturn t",
        "for x in xs:\n    t = 0\n    t = u + x\nreturn t",
        "for r in xs:\n    for x in r:\n        t = 0\n        t += x\n    print(t)\nreturn t",
    ],
)
def test_what_is_no_total_that_starts_afresh(body: str) -> None:
    assert reset_in_loop(function(body)) is None


@pytest.mark.parametrize("over", ["xs", "range(len(xs))", "enumerate(xs)", "range(1, len(xs))"])
def test_what_is_walked_over_may_be_written_in_these_ways(over: str) -> None:
    shape = changed_while_looped(function(f"for x in {over}:\n    xs.remove(x)"))
    assert shape is not None
    assert (shape[0], shape[2].lineno) == ("xs", 2)


@pytest.mark.parametrize(
    "change",
    ["xs.append(1)", "xs.extend([1])", "xs.insert(0, 1)", "xs.pop()", "xs.clear()", "xs.add(1)",
     "xs.discard(1)", "del xs[0]"],
)  # fmt: skip
def test_what_is_walked_over_may_be_changed_in_these_ways(change: str) -> None:
    shape = changed_while_looped(function(f"for x in xs:\n    {change}"))
    assert shape is not None
    assert shape[0] == "xs"


@pytest.mark.parametrize(
    "body",
    [
        "for x in xs[:]:\n    xs.remove(x)",
        "for x in list(xs):\n    xs.remove(x)",
        "for x in range(3):\n    xs.remove(x)",
        "for x in range(max(xs)):\n    xs.remove(x)",
        "for x in xs:\n    ys.remove(x)",
        "for x in xs:\n    xs.count(x)",
        "for x in xs:\n    xs[0] = x",
        "for x in xs:\n    del ys[0]",
        "for x in xs:\n    del x",
        "while xs:\n    xs.pop()",
        "for x in xs:\n    if x:\n        xs.remove(x)\n        break",
        "for x in xs:\n    if x:\n        xs.remove(x)\n        return xs",
        "for x in xs:\n    if x:\n        pass\n    else:\n        xs.remove(x)\n        break",
    ],
)
def test_what_is_walked_over_stays_or_the_loop_is_left(body: str) -> None:
    assert changed_while_looped(function(body)) is None
