"""Conditions: values of types that are never equal, and which of several that are true decides."""

from __future__ import annotations

import ast
import copy
import itertools
import math
import operator
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from course.checking.bindings import Names, Substitute
from course.checking.values import UNKNOWN, evaluate
from course.checking.words import a_type, code
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence, Saying
from course.explaining.on_members import never_among
from course.explaining.sentences import the_call
from course.explaining.syntax_tree import Function, body_nodes

_WAYS: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip
_PLAIN = (bool, int, float, str)


def never_equal(evidence: Evidence) -> Saying | None:
    """A parameter is compared by `==` with a value of a type that it never has in any call."""
    for name in dict.fromkeys(case.function for case in evidence.failing):
        function = evidence.functions.get(name)
        cases = [case for case in evidence.cases if case.function == name]
        if function is None:
            continue
        if (saying := _never_true(function, evidence)) is not None:
            return saying
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
        given_for = partial(_argument, function)
        own = _never_set(function)
        line_of = partial(_line, evidence)
        among = never_among(function, own, cases, given_for, _may_equal, line_of)
        if among is not None:
            return among
    return None


_EMPTY = (list, tuple, str, dict)


def other_empty(evidence: Evidence) -> Saying | None:
    """`items == ()`, where a failing call passes `[]`: no list equals a tuple."""
    for function, cases in evidence.may_run():
        asked = list(_comparisons(function)) if len(evidence.all_named(function.name)) == 1 else []
        first = _asked_first(function) if asked else []
        for node, name, wanted in asked:
            if not any(node in list(ast.walk(test)) for test in first) or not _is_empty(wanted):
                continue
            known = [value for _, one, value in asked if one == name]
            given = [(it, _argument(function, name, it)) for it in cases]
            empty = [(it, value) for it, value in given if _is_empty(value) and value not in known]
            fitting = [it for it in empty if _comes_to(it[0], function, node.lineno)]
            right = wanted not in [value for _, value in given]
            if fitting and fitting[0][0].exception is None:  # or else it is `never_equal`
                all_given = [_argument(function, name, it) for it in evidence.cases]
                right = right and type(wanted) in map(type, all_given)
            if fitting and right and not _asks_otherwise(function, name):
                (case, value), its = fitting[0], a_type(type(wanted).__name__)
                mine = a_type(type(value).__name__)
                text = (
                    f"Line {node.lineno}, {code(evidence.code(node.lineno), 50)}, compares "
                    f"`{name}` with {_empty(its)}. In {the_call(case)} it is {_empty(mine)}, and "
                    f"{mine} never equals {its}."
                )
                return Saying(text, tuple(it for it, _ in fitting), node.lineno)
    return None


def _empty(a_kind: str) -> str:
    return f"an empty {a_kind.partition(' ')[2]}"


def _is_empty(value: object) -> bool:
    return type(value) in _EMPTY and not value


def _asked_first(function: Function) -> list[ast.expr]:
    """The conditions that every call comes to unless an `if` of the same chain is true before."""
    for node in function.body:
        if isinstance(node, ast.If):
            tests = [it.test for it in chain_of(node)]
            return [] if any(map(_has_bare_part, tests)) else tests
        if any(isinstance(it, ast.Return | ast.Raise) for it in ast.walk(node)):
            return []
    return []


def _asks_otherwise(function: Function, name: str) -> bool:
    """Whether the function asks in another way as well whether a parameter is empty."""
    asking = [it for it in body_nodes(function) if isinstance(it, ast.If | ast.While | ast.IfExp)]
    tests = [ast.unparse(it.test) for it in asking]
    return any(it == name or it.startswith((f"not {name}", f"len({name})")) for it in tests)


def _has_bare_part(test: ast.expr) -> bool:
    """`items == [] or ()`: each part was meant as a comparison."""
    parts = [part for it in ast.walk(test) if isinstance(it, ast.BoolOp) for part in it.values]
    return any(evaluate(part) is not UNKNOWN for part in parts)


def _comes_to(case: Case, function: Function, line: int) -> bool:
    """Whether a call did not stop in a line of its function above that one."""
    frames = case.exception.frames if case.exception is not None else ()
    own = [it.line for it in frames if it.function.rpartition(".")[2] == function.name]
    return all(it >= line for it in own)


def _line(evidence: Evidence, number: int) -> str:
    return code(evidence.code(number))


def _never_true(function: Function, evidence: Evidence) -> Saying | None:
    """`type(item) == "list"`, and `words is None` where `*words` is always a tuple."""
    cases = tuple(case for case in evidence.failing if case.function == function.name)
    several = function.args.vararg.arg if function.args.vararg is not None else ""
    for node in body_nodes(function):
        if not isinstance(node, ast.Compare) or not isinstance(node.ops[0], ast.Eq | ast.Is):
            continue
        side, other = node.left, node.comparators[0]
        value = other.value if isinstance(other, ast.Constant) else UNKNOWN
        where = f"Line {node.lineno}, {code(evidence.code(node.lineno))},"
        if isinstance(side, ast.Call) and ast.unparse(side.func) == "type":
            if isinstance(value, str):
                text = (
                    f"{where} compares a type with the string {code(repr(value))}, and they are "
                    "never equal. The name of a type has no quotes."
                )
                return Saying(text, cases, node.lineno)
        elif value is None and isinstance(side, ast.Name) and side.id == several:
            text = (
                f"{where} asks whether `{several}` is `None`. It is a tuple in every call: "
                f"`*{several}` puts all arguments in one, and without any it is empty, `()`."
            )
            return Saying(text, cases, node.lineno)
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


def always_decided(evidence: Evidence) -> Saying | None:
    """`age >= 6 or age < 18`, `x == 1 and x == 2`: whatever the value is, the answer is one."""
    suspects = dict.fromkeys(case.function for case in evidence.failing)
    for name in suspects:
        function = evidence.functions.get(name)
        for node in body_nodes(function) if function is not None else ():
            if not isinstance(node, ast.BoolOp) or (side := _one_decides(node)) is None:
                continue
            way, why = (
                ("always", f"whatever `{side}` is, a part of it holds")
                if isinstance(node.op, ast.Or)
                else ("never", f"`{side}` cannot be all of that at once")
            )
            written = ast.get_source_segment(evidence.source, node) or ast.unparse(node)
            whole = code(" ".join(written.split()))
            text = f"On line {node.lineno}, {whole} is {way} true: {why}."
            cases = tuple(case for case in evidence.failing if case.function == name)
            return Saying(text, cases, node.lineno)
    return None


def _one_decides(node: ast.BoolOp) -> str | None:
    """The name of which an `or` lets every value through, or an `and` none; None if there is none.

    It is tried with every value that the parts name, and with those between and beyond them.
    """
    parts: dict[str, list[tuple[type[ast.cmpop], Any]]] = {}
    for part in node.values:
        if isinstance(part, ast.Compare) and len(part.ops) == 1:
            value = evaluate(part.comparators[0])
            if isinstance(part.left, ast.Name) and isinstance(value, int | float | str):
                parts.setdefault(part.left.id, []).append((type(part.ops[0]), value))
    is_or = isinstance(node.op, ast.Or)
    for name, asked in parts.items():
        values = {value for _, value in asked}
        numbers = all(isinstance(value, int | float) for value in values)
        equal = all(way in (ast.Eq, ast.NotEq) for way, _ in asked)
        if len(asked) < 2 or any(way not in _WAYS for way, _ in asked) or not (numbers or equal):
            continue
        tried = [*values, *_around(sorted(values))] if numbers else [*values, object()]
        held = [[_WAYS[way](one, value) for way, value in asked] for one in tried]
        if all(map(any, held)) if is_or else not any(map(all, held)):
            return name
    return None


def _around(numbers: list[float]) -> list[float]:
    """What is between numbers, and beyond them."""
    between = [(one + other) / 2 for one, other in itertools.pairwise(numbers)]
    return [-math.inf, *between, math.inf]


def first_true_wins(evidence: Evidence) -> Saying | None:
    """Two conditions of one chain are true for a failing call: the first one takes it."""
    for case in evidence.failing:
        function = evidence.functions.get(case.function)
        for first in body_nodes(function) if function is not None else ():
            if not isinstance(first, ast.If) or function is None:
                continue
            given = {name: _argument(function, name, case) for name in _never_set(function)}
            true = [it for it in chain_of(first) if _is_true(it.test, given)]
            if len(true) < 2:
                continue
            tests = [code(ast.unparse(it.test), 40) for it in true[:2]]
            text = (
                f"For {the_call(case)}, {tests[0]} on line {true[0].test.lineno} is true, and so "
                f"is {tests[1]} on line {true[1].test.lineno}. Only the first that is true decides."
            )
            return Saying(text, (case,), true[0].test.lineno)
    return None


def chain_of(first: ast.If) -> list[ast.If]:
    """An `if` with all its `elif`s."""
    chain = [first]
    while len(chain[-1].orelse) == 1 and isinstance(chain[-1].orelse[0], ast.If):
        chain.append(chain[-1].orelse[0])
    return chain


def _is_true(test: ast.expr, given: dict[str, object]) -> bool:
    """Whether a condition is surely true, with these values for its names."""
    if isinstance(test, ast.BoolOp):
        parts = [_is_true(part, given) for part in test.values]
        return all(parts) if isinstance(test.op, ast.And) else any(parts)
    if not isinstance(test, ast.Compare):
        return False
    values = [_value(side, given) for side in (test.left, *test.comparators)]
    if any(value is UNKNOWN for value in values):
        return False
    pairs = zip(test.ops, values, values[1:], strict=False)
    try:
        return all(type(op) in _WAYS and _WAYS[type(op)](a, b) for op, a, b in pairs)
    except TypeError:
        return False


def _value(node: ast.expr, given: dict[str, object]) -> object:
    names: Names = {name: ast.Constant(it) for name, it in given.items() if isinstance(it, _PLAIN)}
    return evaluate(Substitute(names).visit(copy.deepcopy(node)))


def _never_set(function: Function) -> set[str]:
    """The parameters that have the value they were passed, all through the function."""
    arguments = function.args
    every = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg)
    stored = {
        it.id
        for it in body_nodes(function)
        if isinstance(it, ast.Name) and isinstance(it.ctx, ast.Store)
    }
    return {one.arg for one in every if one is not None} - stored


def _comparisons(function: Function) -> Iterator[tuple[ast.Compare, str, object]]:
    """Each comparison of a parameter, as it was passed, with something that is written out."""
    names = _never_set(function)
    for node in body_nodes(function):
        if not (isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq | ast.NotEq)):
            continue
        for side, other in ((node.left, node.comparators[0]), (node.comparators[0], node.left)):
            value = evaluate(other)
            if isinstance(side, ast.Name) and side.id in names and value is not UNKNOWN:
                yield node, side.id, value


def _argument(function: Function, name: str, case: Case) -> object:
    """What a call passes for a parameter; `UNKNOWN` where its text does not tell."""
    try:
        call = ast.parse(case.call, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return UNKNOWN
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
        return UNKNOWN
    if any(isinstance(one, ast.Starred) for one in call.args):
        return UNKNOWN
    given = [evaluate(one) for one in call.args]
    named = {keyword.arg: evaluate(keyword.value) for keyword in call.keywords}
    arguments = function.args
    places = [one.arg for one in (*arguments.posonlyargs, *arguments.args)]
    places = [one for one in places if one not in ("self", "cls")]
    if arguments.vararg is not None and arguments.vararg.arg == name:
        return tuple(given[len(places) :])
    at = places.index(name) if name in places else len(given)
    return given[at] if at < len(given) else named.get(name, UNKNOWN)


def _may_equal(one: object, other: object) -> bool:
    """Whether values of these two types can be equal at all."""
    numbers = (bool, int, float)
    if one is None or other is None or type(one) is type(other):
        return True
    return isinstance(one, numbers) and isinstance(other, numbers)


_ALWAYS_CALLED = frozenset(
    {"endswith", "exists", "is_dir", "is_file", "is_valid", "isalnum", "isalpha", "isdecimal",
     "isdigit", "islower", "isspace", "isupper", "startswith"}
)  # fmt: skip
"""Methods of strings, paths and forms that nobody asks about without calling them."""


def method_not_called(evidence: Evidence) -> Saying | None:
    """`if self.is_done:`, `self.state == "sent"`, `count == 1`: methods, functions of the file."""
    methods = {
        one.name
        for node in (ast.walk(evidence.tree) if evidence.tree else ())
        if isinstance(node, ast.ClassDef)
        for one in node.body
        if isinstance(one, ast.FunctionDef) and not one.decorator_list
    }
    plain = [it for it in (evidence.tree.body if evidence.tree else ()) if isinstance(it, Function)]
    functions = {it.name for it in plain if not it.decorator_list}
    for function, cases in evidence.may_run():
        own = {it.arg for it in ast.walk(function.args) if isinstance(it, ast.arg)}
        own |= {
            it.id
            for it in body_nodes(function)
            if isinstance(it, ast.Name) and isinstance(it.ctx, ast.Store)
        }
        for node in body_nodes(function):
            for found in _asked(node):
                is_method = isinstance(found, ast.Attribute) and (
                    found.attr in methods | _ALWAYS_CALLED
                )
                is_plain = isinstance(found, ast.Name) and found.id in functions - own
                if is_method or is_plain:
                    whole, line = ast.unparse(found), found.lineno
                    kind = "method" if is_method else "function"
                    text = (
                        f"Line {line}, {code(evidence.code(line))}, asks about the {kind} "
                        f"`{whole}` itself, not about what it returns: that is what "
                        "parentheses, `()`, after it would call for."
                    )
                    return Saying(text, cases, line)
    return None


def _asked(node: ast.AST) -> Iterator[ast.expr]:
    """What a condition is about: all of it, or one side of it next to a plain value."""
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        yield node.test
    elif isinstance(node, ast.BoolOp):
        yield from node.values
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        if any(isinstance(side, ast.Constant) and side.value is not None for side in sides):
            yield from sides
