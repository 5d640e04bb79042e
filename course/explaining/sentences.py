"""Sentences and choices that many symptoms share."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from course.checking.words import code
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence
from course.explaining.inputs import what_they_share
from course.explaining.syntax_tree import body_nodes, names_in, parameters
from course.plural import counted


def refusal(kind: str | None) -> str:
    """The exception that is expected, as code; a variable of the test is no exception's name."""
    is_name = kind is not None and ("." in kind or not kind[:1].islower())
    return f"`{kind}`" if is_name else "an exception"


def in_which(cases: Sequence[Case], evidence: Evidence) -> str:
    """What the calls share and no passing call has, as a sentence; empty when nothing is sure."""
    shared = what_they_share(cases, evidence)
    if shared is None:
        return ""
    boundary = _boundary(cases[0], evidence) if shared.ties else ""
    if len(cases) == 1:
        return f" In this call {shared.said}; none of the calls that pass is like that.{boundary}"
    return (
        f" What the {len(cases)} calls that go wrong like this have in common: {shared.said}. "
        f"None of the calls that pass is like that.{boundary}"
    )


def how_many(cases: Sequence[Case], evidence: Evidence, doing: str) -> str:
    """`All 4 calls that fail DOING`, `2 of the 5 calls that fail DOING`; empty for one failure."""
    if len(cases) < 2:
        return ""
    return f" {failing_calls(len(cases), evidence)} {doing}."


def failing_calls(number: int, evidence: Evidence) -> str:
    """`All 4 calls that fail`, with the function's name where others fail as well."""
    total = len(evidence.failing_like(evidence.failing[0].function))
    some = f"{number} of the {total}"
    if number == total:
        some = "Both" if total == 2 else f"All {total}"
    names = {case.function for case in evidence.cases if case.passed is False}
    of = f" of `{evidence.failing[0].function}`" if len(names) > 1 else ""
    return f"{some} calls{of} that fail"


def score(evidence: Evidence) -> str:
    """How many of the calls of the failing function are right, as a sentence."""
    names = {case.function for case in evidence.failing}
    right = sum(case.function in names for case in evidence.passing)
    wrong = sum(len(evidence.failing_like(name)) for name in names)
    return f"{counted(right, 'call')} of {right + wrong} gave the right answer." if right else ""


def the_call(case: Case) -> str:
    """The call as code."""
    return code(case.call, 80)


def returned(case: Case) -> str:
    """What came back, as code."""
    return code(case.got or "", 70)


def awaited(case: Case) -> str:
    """What the test expects, as code."""
    return code(case.expected or "", 70)


def _boundary(case: Case, evidence: Evidence) -> str:
    """A question about a comparison, for calls that share that two values are equal."""
    function = evidence.function_of(case)
    names = set(parameters(function)) if function else set()
    boundaries = [
        node
        for node in (body_nodes(function) if function else [])
        if isinstance(node, ast.Compare)
        and names_in(node) & names
        and all(isinstance(op, ast.Lt | ast.LtE | ast.Gt | ast.GtE) for op in node.ops)
    ]
    strict = [node for node in boundaries if isinstance(node.ops[0], ast.Lt | ast.Gt)]
    for node in (*strict, *boundaries):
        return (
            f" Line {node.lineno} compares {code(ast.unparse(node))}: what does that give when two "
            "of its sides are equal?"
        )
    return ""


def outcome(case: Case) -> str:
    """What the call did, as a sentence."""
    if case.exception is not None:
        return f"{the_call(case)} stopped with `{case.exception.type}`."
    if case.raises and case.got is None:
        return f"{the_call(case)} should stop with `{case.raises}`, and does not."
    if case.about == "printed":
        return f"After {the_call(case)}, what was printed is {returned(case)}."
    return f"{the_call(case)} gave back {returned(case)}."
