"""Symptoms of what should be refused: another exception, other words, or none."""

from __future__ import annotations

import ast

from course.checking.words import code, listed
from course.explaining.evidence import Evidence, Saying
from course.explaining.sentences import in_which, refusal, the_call
from course.explaining.syntax_tree import Function, body_nodes, may_come_to, parameters


def refused_in_other_words(evidence: Evidence) -> Saying | None:
    """The right exception, with words that are not those that the test looks for."""
    cases = [
        case
        for case in evidence.failing
        if case.raises and case.expected and case.exception is not None
    ]
    if not cases:
        return None
    case = cases[0]
    assert case.exception is not None  # noqa: S101 - just looked
    line = case.exception.frames[-1].line if case.exception.frames else None
    where = f" on line {line}" if line else ""
    text = (
        f"{the_call(case)} stops with `{case.exception.type}`{where}, as it should, but in other "
        f"words: yours are {code(case.exception.message or '', 80)}, and the test looks for "
        f"{code(case.expected or '', 80)}."
    )
    return Saying(text, tuple(cases), line)


_ENDS = ("StopIteration", "StopAsyncIteration")
"""What asking a generator for its next item gives when there is none."""


def not_refused(evidence: Evidence) -> Saying | None:
    """The call should raise an exception and gives back a value, or raises another one."""
    cases = [case for case in evidence.failing if case.raises]
    if not cases:
        return None
    case = cases[0]
    shared = in_which(cases, evidence)
    if case.exception is not None:
        words = f", {code(case.exception.message, 80)}" if case.exception.message else ""
        what = f"it stopped with `{case.exception.type}`{words}"
        if case.exception.type in _ENDS and not words:
            what = f"it came to its end without an item (`{case.exception.type}`)"
        text = f"{the_call(case)} should stop with {refusal(case.raises)}; {what}.{shared}"
        return Saying(text, tuple(cases))
    kind = refusal(case.raises)
    text = f"{the_call(case)} should be refused with {kind}, but no exception came out."
    tree = evidence.tree
    nodes = [
        node
        for name, function in evidence.functions.items()
        if may_come_to(case.call, name, tree)
        for node in body_nodes(function)
    ]
    handlers = [node for node in nodes if _swallows(node)]
    raises = [n for n in ast.walk(tree) if isinstance(n, ast.Raise)] if tree else []
    raises.sort(key=lambda node: node.lineno)
    if handlers:
        lines = listed((str(getattr(node, "lineno", "")) for node in handlers[:3]), "or")
        text += (
            f" An exception that the `except` on line {lines} catches does not reach the caller."
        )
    elif not raises and evidence.source.strip() and not _calls_a_parameter(evidence):
        text += " There is no `raise` in your file."
    elif raises:
        lines = listed((f"{node.lineno}" for node in raises[:3]), "or")
        text += f" For this call, the `raise` on line {lines} was not reached."
        if (asks := _condition_of(raises, nodes)) is not None:
            text += f" The condition on line {asks}, {code(evidence.code(asks), 60)}, decides that."
    return Saying(text + shared, tuple(cases), raises[0].lineno if raises else None)


def _condition_of(raises: list[ast.Raise], nodes: list[ast.AST]) -> int | None:
    """The line of the `if` that decides about the only `raise`."""
    ifs = [
        it.lineno
        for it in nodes
        if isinstance(it, ast.If) and it.body[0] in raises and not it.orelse
    ]
    return ifs[0] if len(ifs) == len(raises) == 1 else None


def _calls_a_parameter(evidence: Evidence) -> bool:
    """Whether the exception may come from a function that the caller hands in."""
    nodes = list(ast.walk(evidence.tree)) if evidence.tree else []
    handed_in = {name for it in nodes if isinstance(it, Function) for name in parameters(it)}
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in handed_in
        for node in nodes
    )


def _swallows(node: ast.AST) -> bool:
    """Whether an `except` may end without an exception."""
    return isinstance(node, ast.ExceptHandler) and not isinstance(node.body[-1], ast.Raise)
