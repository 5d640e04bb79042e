"""What the lines tell that a failing call has run: where its value comes from, what never ran."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any, NamedTuple

from course.checking.values import count_in, items_of, less
from course.checking.words import code
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence, Saying
from course.explaining.sentences import awaited, returned, the_call
from course.explaining.sort_orders import orders_of
from course.explaining.syntax_tree import (
    IN_PLACE,
    Function,
    Loop,
    body_nodes,
    can_fall_off,
    is_generator,
    names_in,
    parameters,
    returns,
    stored_names,
    value_returns,
)

_BEGINS = {
    "[]": ("[]",), "list()": ("[]",), "{}": ("{}",), "dict()": ("{}",), "set()": ("set()",),
    "0": ("0",), "''": ("''",),
}  # fmt: skip
"""Values that a function begins with, and how they are shown where they stayed so."""


class Barred(NamedTuple):
    """A block that was come to and never entered; `always` where its condition was always true."""

    node: ast.If | Loop
    always: bool = False


def came_from(case: Case, evidence: Evidence) -> ast.Return | None:
    """The `return` that gave a call its value; None where that is not sure."""
    function = evidence.function_of(case)
    if not isinstance(function, ast.FunctionDef) or is_generator(function):
        return None
    given = returns(function)
    if len(given) == 1 and not can_fall_off(function):
        return given[0]
    reached = returns_reached(case, evidence)
    return reached[0] if reached is not None and len(reached) == 1 else None


def returns_reached(case: Case, evidence: Evidence) -> list[ast.Return] | None:
    """The `return`s that the test of a call came to; None where that is not known."""
    function, lines = evidence.function_of(case), evidence.lines_run(case)
    if function is None or lines is None or _shares_lines(function):
        return None
    return [it for it in returns(function) if _ran(it, lines)]


def idle_loops(case: Case, evidence: Evidence) -> list[Loop]:
    """The loops that a call came to, and that did not run once; the outer ones only."""
    function, lines = evidence.function_of(case), evidence.lines_run(case)
    if function is None or lines is None or _shares_lines(function):
        return []
    found = [it for it in body_nodes(function) if isinstance(it, Loop)]
    return [it for it in found if it.lineno in lines and not _ran(it.body[0], lines)]


def last_line(case: Case, evidence: Evidence) -> int | None:
    """The last line that a call ran in its function, where no loop goes back."""
    function, lines = evidence.function_of(case), evidence.lines_run(case)
    if function is None or lines is None:
        return None
    nodes = [it for it in body_nodes(function) if isinstance(it, ast.stmt)]
    if any(isinstance(it, Loop | ast.Try) and it.lineno in lines for it in nodes):
        return None
    ran = [it for it in nodes if it.lineno in lines]
    last = max(ran, key=lambda it: it.lineno, default=None)
    return None if last is None or isinstance(last, ast.If) else last.lineno


def what_is_empty(loop: Loop, case: Case, function: Function) -> str | None:
    """The parameter that a loop goes through and that is empty in a call."""
    if not isinstance(loop, ast.For):
        return None
    values = dict(zip(parameters(function), case.arguments or (), strict=False))
    stored = {name for it in function.body for name in stored_names(it)}
    for name in sorted(names_in(loop.iter) - stored):
        value = values.get(name)
        if isinstance(value, str | list | tuple | dict | set) and not value:
            return name
    return None


def with_line(saying: Saying, evidence: Evidence) -> Saying:
    """What is said of a value, with the line that the value comes from, where that tells more."""
    case = next((it for it in saying.cases if it.returned), None)
    if saying.line is not None or case is None or case.about != "value":
        return saying
    function = evidence.function_of(case)
    bound = _one_off(case, function) if function is not None else None
    if bound is not None and len(saying.cases) > 1:
        words = f" Which is the last one that line {bound.lineno}, {{}}, comes to?"
        more = words.format(code(evidence.code(bound.lineno), 50))
        return Saying(saying.text + more, saying.cases, bound.lineno)
    sorting = _sorts(case, function) if function is not None else None
    if sorting is not None and "order" in saying.text:
        line = f"line {sorting.lineno}, {code(evidence.code(sorting.lineno), 50)}"
        more = f" Look at {line}: it puts them in ascending order."
        return Saying(saying.text + more, saying.cases, sorting.lineno)
    node = came_from(case, evidence)
    if node is None or node.value is None or function is None:
        return saying
    tells_more = (
        len(value_returns(function)) > 1
        or case.got_type != case.expected_type
        or _is_by_set(node.value)
        or (isinstance(node.value, ast.Subscript) and isinstance(node.value.slice, ast.Slice))
    )
    if not tells_more or f"line {node.lineno}" in saying.text.lower():
        return saying
    more = f" The value comes from line {node.lineno}, {code(evidence.code(node.lineno), 50)}."
    text = saying.text
    if _is_by_set(node.value) and (words := _of_sets(case, node.value)):
        text = f"{the_call(case)} gave back {returned(case)}; the test expects {awaited(case)}."
        more += words
    return Saying(text + more, saying.cases, node.lineno)


def _one_off(case: Case, function: Function) -> ast.BinOp | None:
    """The only `n - 1` that ends a range or a slice where one item is missing; `n + 1` likewise."""
    got, wanted = items_of(case.got_value), items_of(case.expected_value)
    if got is None or wanted is None or abs(len(got) - len(wanted)) != 1:
        return None
    sign = ast.Sub if len(got) < len(wanted) else ast.Add
    ends: list[ast.expr | None] = []
    for it in body_nodes(function):
        if isinstance(it, ast.Slice):
            ends.append(it.upper)
        elif isinstance(it, ast.Call) and ast.unparse(it.func) == "range" and len(it.args) < 3:
            ends += it.args[-1:]
    found = [
        it
        for it in ends
        if isinstance(it, ast.BinOp) and isinstance(it.op, sign) and ast.unparse(it.right) == "1"
    ]
    return found[0] if len(found) == 1 else None


def _sorts(case: Case, function: Function) -> ast.Call | None:
    """The only call that puts items in ascending order, where they came so and should not."""
    got, wanted = items_of(case.got_value), items_of(case.expected_value)
    if got is None or wanted is None or (None, False) not in orders_of(got):
        return None
    if all(isinstance(it, str) and it.isdecimal() for it in got):  # ordered as text, it is said
        return None
    calls = [it for it in body_nodes(function) if isinstance(it, ast.Call) and not it.keywords]
    sorting = [it for it in calls if ast.unparse(it.func).endswith((".sort", "sorted"))]
    return sorting[0] if len(sorting) == 1 and (None, False) not in orders_of(wanted) else None


def _of_sets(case: Case, node: ast.expr) -> str:
    """What a set does that a list does not, where that is what is wrong."""
    got, wanted = items_of(case.got_value), items_of(case.expected_value)
    if got is None or wanted is None or case.got_type != case.expected_type:
        return ""
    if any(count_in(wanted, item) > count_in(got, item) > 0 for item in wanted):
        return " Of items that are equal, a set keeps only one."
    if "sorted(" not in ast.unparse(node) and not less(got, wanted) and not less(wanted, got):
        return " A set does not keep its items in the order in which they came."
    return ""


def _is_by_set(node: ast.expr) -> bool:
    return any(
        isinstance(it, ast.Set | ast.SetComp)
        or (isinstance(it, ast.Call) and ast.unparse(it.func) in ("set", "frozenset"))
        for it in ast.walk(node)
    )


def never_changed(evidence: Evidence) -> Saying | None:
    """What is returned stayed what it was at first, as the lines that change it never ran."""
    case = next((it for it in evidence.failing if it.returned), None)
    function = evidence.function_of(case) if case is not None else None
    if case is None or function is None:
        return None
    if (saying := _never_filled(case, function, evidence)) is not None:
        return saying
    if evidence.lines_run(case) is None:
        return None
    node = came_from(case, evidence)
    value = node.value if node is not None else None
    if not isinstance(value, ast.Name) or _shares_lines(function):
        return None
    cases = tuple(it for it in evidence.failing if it.function == case.function and it.returned)
    known = [lines for it in cases if (lines := evidence.lines_run(it)) is not None]
    changing = [it for it in _changes(function.body, value.id) if it not in function.body]
    if not changing or any(_ran(it, lines) for it in changing for lines in known):
        return None
    barred = _barred(function.body, changing[0], known[0])
    if barred is None or not all(barred == _barred(function.body, changing[0], it) for it in known):
        return None
    if node is not None and node in _statements(
        [barred.node]
    ):  # what ran instead has an answer of its own
        return None
    line = changing[0].lineno
    text = (
        f"{the_call(case)} gave back {returned(case)}: line {line}, "
        f"{code(evidence.code(line), 40)}, never ran. {_why(barred, evidence)}"
    )
    return Saying(text, cases, barred.node.lineno)


def _never_filled(case: Case, function: Function, evidence: Evidence) -> Saying | None:
    """A list or a number that is returned as it began: no line changes it."""
    node = came_from(case, evidence)
    if node is None or not isinstance(node.value, ast.Name):
        return None
    name = node.value.id
    uses = [it for it in body_nodes(function) if isinstance(it, ast.Name) and it.id == name]
    first = next(
        (
            it
            for it in function.body
            if isinstance(it, ast.Assign)
            and [ast.unparse(target) for target in it.targets] == [name]
            and case.got in _BEGINS.get(ast.unparse(it.value), ())
        ),
        None,
    )
    harmless = {id(first.targets[0]) if first else 0, id(node.value)}
    for part in body_nodes(function):
        if isinstance(part, ast.Compare):
            harmless |= {id(it) for it in (part.left, *part.comparators)}
        elif isinstance(part, ast.Call) and ast.unparse(part.func) == "len":
            harmless |= {id(it) for it in part.args}
        elif isinstance(part, ast.Return):
            harmless.add(id(part.value))
    if first is None or name in parameters(function) or any(id(it) not in harmless for it in uses):
        return None
    text = (
        f"{the_call(case)} gave back {returned(case)}: line {node.lineno} returns `{name}`, and no "
        f"line changes it after line {first.lineno}, {code(evidence.code(first.lineno), 40)}."
    )
    cases = tuple(it for it in evidence.failing if it.function == case.function and it.returned)
    return Saying(text, cases, node.lineno)


def _why(barred: Barred, evidence: Evidence) -> str:
    node = barred.node
    line = f"line {node.lineno}, {code(evidence.code(node.lineno), 40)}"
    if isinstance(node, ast.While):
        return f"The condition of the loop on {line}, was false when it was first asked."
    if isinstance(node, ast.For | ast.AsyncFor):
        return f"The loop on {line}, had nothing to iterate over."
    return f"The condition on {line}, was {'always' if barred.always else 'never'} true."


def _barred(block: list[ast.stmt], wanted: ast.stmt, lines: frozenset[int]) -> Barred | None:
    """The outermost block around a statement that was come to, and not entered."""
    for node in block:
        if not isinstance(node, ast.If | Loop):
            continue
        for name in ("body", "orelse"):
            inner = getattr(node, name)
            if wanted not in list(_statements(inner)):
                continue
            if _ran(node, lines) and not _ran(inner[0], lines):
                return Barred(node, name == "orelse")
            return _barred(inner, wanted, lines)
    return None


def _changes(block: list[ast.stmt], name: str) -> Iterator[ast.stmt]:
    """The statements that give a name another value, or change what it is the name of."""
    for node in _statements(block):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(name in _changed(it) for it in targets):
                yield node
        elif isinstance(node, ast.For) and name in stored_names(node.target):
            yield node
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            called = node.value.func
            if (
                isinstance(called, ast.Attribute)
                and called.attr in IN_PLACE
                and ast.unparse(called.value) == name
            ):
                yield node


def _changed(target: ast.expr) -> set[str]:
    return names_in(target.value) if isinstance(target, ast.Subscript) else stored_names(target)


def _statements(block: list[ast.stmt]) -> Iterator[ast.stmt]:
    for node in block:
        yield node
        for name in ("body", "orelse", "finalbody"):
            yield from _statements(getattr(node, name, []))


def _ran(node: ast.stmt, lines: frozenset[int]) -> bool:
    last: Any = node.lineno if hasattr(node, "body") else node.end_lineno
    return any(line in lines for line in range(node.lineno, (last or node.lineno) + 1))


def _shares_lines(function: Function) -> bool:
    """Whether two statements are on one line: which of them ran is then not known."""
    starts = [it.lineno for it in body_nodes(function) if isinstance(it, ast.stmt)]
    return len(starts) != len(set(starts))
