"""Comparisons that cannot be true: two values of types that are never equal."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from course.checking.values import UNKNOWN, evaluate
from course.checking.words import a_type, code
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence, Saying
from course.explaining.sentences import the_call
from course.explaining.syntax_tree import Function, body_nodes


def never_equal(evidence: Evidence) -> Saying | None:
    """A parameter is compared by `==` with a value of a type that it never has in any call."""
    for name in dict.fromkeys(case.function for case in evidence.failing):
        function = evidence.functions.get(name)
        cases = [case for case in evidence.cases if case.function == name]
        if function is None:
            continue
        failing = tuple(case for case in cases if case.passed is False)
        for node, parameter, value in _comparisons(function):
            given = [_argument(function, parameter, case) for case in cases]
            if not given or any(one is UNKNOWN or _may_equal(one, value) for one in given):
                continue
            got = _argument(function, parameter, failing[0])
            other = a_type(type(value).__name__)
            what = "" if isinstance(got, bool) else f", {a_type(type(got).__name__)}"
            text = (
                f"Line {node.lineno}, {code(ast.unparse(node))}, compares `{parameter}` with "
                f"{other}. For {the_call(failing[0])} it is {code(repr(got), 30)}{what}, and that "
                f"never equals {other}."
            )
            return Saying(text, failing, node.lineno)
    return None


def crossed_comparison(evidence: Evidence) -> Saying | None:
    """`8 < hour > 14`: a range was meant, and both ends are asked for in one direction."""
    for name in dict.fromkeys(case.function for case in evidence.failing):
        function = evidence.functions.get(name)
        for node in body_nodes(function) if function is not None else ():
            if not isinstance(node, ast.Compare) or len(node.ops) != 2:
                continue
            ways = {isinstance(op, ast.Lt | ast.LtE) for op in node.ops}
            ends = (node.left, node.comparators[1])
            if (
                len(ways) < 2
                or not all(isinstance(op, ast.Lt | ast.LtE | ast.Gt | ast.GtE) for op in node.ops)
                or not all(isinstance(evaluate(end), int | float) for end in ends)
            ):
                continue
            middle = ast.unparse(node.comparators[0])
            way = "above" if isinstance(node.ops[0], ast.Lt | ast.LtE) else "below"
            text = (
                f"On line {node.lineno}, {code(ast.unparse(node))} asks whether `{middle}` is "
                f"{way} both numbers. To ask whether it lies between them, turn one of the two "
                "operators round: both have to point the same way."
            )
            cases = tuple(case for case in evidence.failing if case.function == name)
            return Saying(text, cases, node.lineno)
    return None


def _comparisons(function: Function) -> Iterator[tuple[ast.Compare, str, object]]:
    """Each comparison of a parameter, as it was passed, with something that is written out."""
    arguments = function.args
    every = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg)
    names = {one.arg for one in every if one is not None}
    nodes = body_nodes(function)
    names -= {it.id for it in nodes if isinstance(it, ast.Name) and isinstance(it.ctx, ast.Store)}
    for node in nodes:
        if not (isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq | ast.NotEq)):
            continue
        for side, other in ((node.left, node.comparators[0]), (node.comparators[0], node.left)):
            value = evaluate(other)
            if isinstance(side, ast.Name) and side.id in names and value is not UNKNOWN:
                yield node, side.id, value


def _argument(function: Function, name: str, case: Case) -> object:
    """What a call passes for a parameter; `UNKNOWN` where its text does not tell."""
    if case.arguments is None:
        return UNKNOWN
    arguments = function.args
    places = [one.arg for one in (*arguments.posonlyargs, *arguments.args)]
    places = [one for one in places if one not in ("self", "cls")]
    if arguments.vararg is not None and arguments.vararg.arg == name:
        return tuple(case.arguments[len(places) :])
    at = places.index(name) if name in places else len(case.arguments)
    return case.arguments[at] if at < len(case.arguments) else UNKNOWN


def _may_equal(one: object, other: object) -> bool:
    """Whether values of these two types can be equal at all."""
    numbers = (bool, int, float)
    if one is None or other is None or type(one) is type(other):
        return True
    return isinstance(one, numbers) and isinstance(other, numbers)
