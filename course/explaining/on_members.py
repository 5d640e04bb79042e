"""Comparisons with the items of what was passed: a string beside a pair that has it inside."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import Any

from course.checking.values import UNKNOWN
from course.checking.words import a_type, code
from course.explaining.call_cases import Case
from course.explaining.evidence import Saying
from course.explaining.syntax_tree import Function, body_nodes

Argument = Callable[[str, Case], object]
"""What a call passes for a parameter."""
MayEqual = Callable[[object, object], bool]
_Values = list[Any]
_MADE: dict[str, Callable[[], Any]] = {"int": int, "str": str, "len": int, "float": float}
"""What these make is of one type, whatever its value."""


def never_among(
    function: Function,
    parameters: set[str],
    cases: Sequence[Case],
    argument: Argument,
    may_equal: MayEqual,
    line_of: Callable[[int], str],
) -> Saying | None:
    """`day == dates[i]`, where `dates` has pairs: two types that no call makes equal."""
    members = _Members(function, parameters, argument)
    for node in body_nodes(function):
        if not (isinstance(node, ast.Compare) and len(node.ops) == 1):
            continue
        is_in = isinstance(node.ops[0], ast.In | ast.NotIn)
        if not (is_in or isinstance(node.ops[0], ast.Eq | ast.NotEq)):
            continue
        mine, other = node.left, node.comparators[0]
        sides = [(members.of(mine, it), members.of(other, it)) for it in cases]
        if is_in:
            sides = [(left, _items(right)) for left, right in sides]
        pairs = [(a, b) for left, right in sides for a in left or () for b in right or ()]
        unsure = any(left is None or right is None for left, right in sides)
        if unsure or not pairs or any(may_equal(a, b) for a, b in pairs):
            continue
        one, two = pairs[0]
        if is_in:
            what = (
                f"looks for `{ast.unparse(mine)}`, {a_type(type(one).__name__)}, among the items "
                f"of `{ast.unparse(other)}`. Each of those is {a_type(type(two).__name__)}, such "
                f"as {code(repr(two), 40)}, and never equal to it."
            )
        else:
            kinds = f"{a_type(type(one).__name__)} with {a_type(type(two).__name__)}"
            what = (
                f"compares {kinds}, and they are never equal.{_such(mine, one)}{_such(other, two)}"
            )
        failing = tuple(it for it in cases if it.passed is False)
        return Saying(f"Line {node.lineno}, {line_of(node.lineno)}, {what}", failing, node.lineno)
    return None


def _such(node: ast.expr, value: object) -> str:
    if not isinstance(value, list | tuple):
        return ""
    return f" `{ast.unparse(node)}` is {code(repr(value), 40)}, for example."


class _Members:
    """The values that an expression can have, where it is a parameter or something inside one."""

    def __init__(self, function: Function, parameters: set[str], argument: Argument) -> None:
        self._parameters = parameters
        self._argument = argument
        nodes = list(body_nodes(function))
        stored = [
            it.id for it in nodes if isinstance(it, ast.Name) and isinstance(it.ctx, ast.Store)
        ]
        loops = [it for it in nodes if isinstance(it, ast.For) and isinstance(it.target, ast.Name)]
        self._loops = {
            it.target.id: it.iter
            for it in loops
            if isinstance(it.target, ast.Name) and stored.count(it.target.id) == 1
        }

    def of(self, node: ast.expr, case: Case) -> _Values | None:
        """All values that it can have in a call; None where that cannot be told."""
        if isinstance(node, ast.Name) and node.id in self._parameters:
            value = self._argument(node.id, case)
            return None if value is UNKNOWN else [value]
        if isinstance(node, ast.Name) and node.id in self._loops:
            return _items(self.of(self._loops[node.id], case))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            kind = _MADE.get(node.func.id)
            return [kind()] if kind is not None else None
        if isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Slice):
            index = node.slice.value if isinstance(node.slice, ast.Constant) else None
            return _items(self.of(node.value, case), index)
        return None


def _items(values: _Values | None, index: object = None) -> _Values | None:
    """The items of lists and tuples, or the one at an index of each."""
    if values is None or not all(isinstance(it, list | tuple) for it in values):
        return None
    if index is None:
        return [item for it in values for item in it]
    if not isinstance(index, int):
        return None
    return [it[index] for it in values if -len(it) <= index < len(it)]
