"""Symptoms of what stands between parts of a text: one too many at the end, a space of `print`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from course.checking.values import value_of
from course.checking.words import code, value
from course.explaining.call_cases import Case
from course.explaining.differing import windows
from course.explaining.evidence import Evidence, Saying
from course.explaining.syntax_tree import Loop


class _Pair(NamedTuple):
    """A text that came, the one that should have, and how both are said."""

    got: str
    expected: str
    start: str
    case: Case | None


def separator_after_last(evidence: Evidence) -> Saying | None:
    """What a loop puts after every item stands after the last one too, and should not."""
    for part, line in _put_after_each(evidence):
        pairs = [it for it in _pairs(evidence) if _one_too_many(it, part)]
        if not pairs:
            continue
        text = (
            f"{pairs[0].start} Line {line}, {code(evidence.code(line))}, puts {value(part)} at the "
            "end each time, also the last time."
        )
        return Saying(text, tuple(it.case for it in pairs if it.case is not None), line)
    return None


def space_of_print(evidence: Evidence) -> Saying | None:
    """`print("Hello,", name, "!")`: the space that `print` puts between two arguments."""
    for call in (it for it in _nodes(evidence) if isinstance(it, ast.Call)):
        separated = any(keyword.arg in ("sep", None) for keyword in call.keywords)
        if ast.unparse(call.func) != "print" or len(call.args) < 2 or separated:
            continue
        for pair in _pairs(evidence):
            about_printed = pair.case is not None and pair.case.about == "printed"
            if about_printed and (where := _joint(call, pair.got, pair.expected)):
                text = (
                    f"{pair.start} `print` puts a space between two of its arguments, on line "
                    f"{call.lineno} also {where}."
                )
                cases = (pair.case,) if pair.case is not None else ()
                return Saying(text, cases, call.lineno)
    return None


def _joint(call: ast.Call, got: str, expected: str) -> str | None:
    """Before or after which text of a `print` the one space is that should not be there."""
    if len(got) != len(expected) + 1:
        return None
    at = next((i for i, mark in enumerate(expected) if got[i] != mark), len(expected))
    if got[at] != " " or got[at + 1 :] != expected[at:]:
        return None
    texts = [it.value if isinstance(it, ast.Constant) else None for it in call.args]
    for after in texts[1:]:
        if isinstance(after, str) and after and got.startswith(after, at + 1):
            return f"before {value(after)}"
    for before in texts[:-1]:
        if isinstance(before, str) and before and got.endswith(before, 0, at):
            return f"after {value(before)}"
    return None


def _put_after_each(evidence: Evidence) -> Iterator[tuple[str, int]]:
    """Each fixed text that a loop puts at the end of what it builds up, with its line."""
    for loop in (it for it in _nodes(evidence) if isinstance(it, Loop)):
        for node in (it for statement in loop.body for it in ast.walk(statement)):
            if not isinstance(node, ast.AugAssign | ast.Assign) or not _adds(node):
                continue
            if (part := _end_of(node.value)) is not None:
                yield part, node.lineno


def _adds(node: ast.AugAssign | ast.Assign) -> bool:
    """Whether it adds to what a name has: `text += part` or `text = text + part`."""
    if isinstance(node, ast.AugAssign):
        return isinstance(node.op, ast.Add)
    first = node.value
    while isinstance(first, ast.BinOp) and isinstance(first.op, ast.Add):
        first = first.left
    return first is not node.value and ast.unparse(first) == ast.unparse(node.targets[0])


def _end_of(built: ast.expr) -> str | None:
    while isinstance(built, ast.BinOp) and isinstance(built.op, ast.Add):
        built = built.right
    if isinstance(built, ast.JoinedStr) and built.values:
        built = built.values[-1]
    part = built.value if isinstance(built, ast.Constant) else None
    return part if isinstance(part, str) and part else None


def _one_too_many(pair: _Pair, part: str) -> bool:
    """Whether the text is right without the last `part`, which ends what the loop has built."""
    at = pair.got.rfind(part)
    return at >= 0 and pair.got[:at] + pair.got[at + len(part) :] == pair.expected


def _pairs(evidence: Evidence) -> Iterator[_Pair]:
    """Of each failing call, or test where no call is known to fail, the texts that differ."""
    for case in evidence.failing:
        got, expected = case.got_value, case.expected_value
        if isinstance(got, str) and isinstance(expected, str):
            mine, wanted = windows(got, expected)
            is_printed = case.about == "printed"
            what = "what was printed is" if is_printed else "gave back"
            before = "After " if is_printed else ""
            comma = "," if is_printed else ""
            start = (
                f"{before}{code(case.call, 80)}{comma} {what} {mine}; the test expects {wanted}."
            )
            yield _Pair(got, expected, start, case)
    for test in evidence.failed_tests if not evidence.failing else ():
        got, expected = value_of(test.got or ""), value_of(test.expected or "")
        if isinstance(got, str) and isinstance(expected, str):
            mine, wanted = windows(got, expected)
            start = f"In the test {code(test.name)}, it is {mine}; the test expects {wanted}."
            yield _Pair(got, expected, start, None)


def _nodes(evidence: Evidence) -> Iterator[ast.AST]:
    return ast.walk(evidence.tree or ast.Module([], []))


def spaced_by_print(got: str, expected: str, evidence: Evidence) -> int | None:
    """The line of the only `print`, where it has several arguments and there are more spaces."""
    nodes = ast.walk(evidence.tree or ast.Module([], []))
    prints = [it for it in nodes if isinstance(it, ast.Call) and ast.unparse(it.func) == "print"]
    several = len(prints) == 1 and len(prints[0].args) > 1 and not prints[0].keywords
    texts = [it.value for one in prints for it in one.args if isinstance(it, ast.Constant)]
    several = several and all(str(it) == str(it).strip() for it in texts)  # no spaces of its own
    return prints[0].lineno if several and got.count(" ") > expected.count(" ") else None


def line_for_each(got: str, expected: str, evidence: Evidence) -> int | None:
    """The line of the only `print` in a loop inside a loop, where too many lines were printed."""
    if got.count("\n") <= expected.count("\n"):
        return None
    outer = [it for it in ast.walk(evidence.tree or ast.Module([], [])) if isinstance(it, ast.For)]
    inner = [it for one in outer for it in ast.walk(one) if isinstance(it, ast.For) and it != one]
    prints = {
        it.lineno: it
        for one in inner
        for it in ast.walk(one)
        if isinstance(it, ast.Call) and ast.unparse(it.func) == "print"
    }
    line, call = next(iter(prints.items()), (None, None))
    has_end = call is None or any(it.arg == "end" for it in call.keywords)
    return None if len(prints) > 1 or has_end else line
