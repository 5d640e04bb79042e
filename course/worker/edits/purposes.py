"""Edits of a function as a whole, where it goes about its task in a way that cannot do it.

A flag where it takes a count, one pass where it takes several, the name of a loop after its end:
each takes changes in several places, and they are one cause.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Sequence
from typing import Any

from .edit import Definition, Edit, Swap, expression, placed, positional, statements

_OWN = "_of_the_edit"
"""A name that no learner has."""
KINDS = frozenset({"after_loop", "one_or_several", "one_pass", "still_empty", "too_soon"})
_WAYS = ("== 1", "!= 1", "> 1", "<= 1")
_EMPTY = frozenset({"[]", "()", "{}", "list()", "tuple()", "set()", "dict()"})


def telling_more(edits: Sequence[Edit], line: int) -> list[Edit]:
    """Those that may say why a whole statement has to be another one on a line, or is missing."""
    return [edit for edit in edits if line and (edit.line == line or edit.kind in KINDS)]


def of_function(function: Definition) -> Iterator[Edit]:
    """The edits of one function."""
    if any(isinstance(node, ast.Yield | ast.YieldFrom) for node in ast.walk(function)):
        return
    yield from _flags(function)
    yield from _early_returns(function)
    yield from _never_counted(function)
    yield from _too_soon(function)
    yield from _callers_object(function)
    for block in _blocks(function):
        for number, node in enumerate(block):
            if isinstance(node, ast.For):
                yield from _one_pass(node, block, number, function)
                yield from _after_loop(node, block, number, function)
                yield from _index_for_item(node, function)


# ------------------------------------------------------------ one object is not the other


def _callers_object(function: Definition) -> Iterator[Edit]:
    """`order["number"] = None` after `new = order.copy()`: the one that was passed in changes."""
    given = set(positional(function)) - {"self", "cls"}
    made = {
        it.targets[0].id: it
        for it in ast.walk(function)
        if isinstance(it, ast.Assign)
        and len(it.targets) == 1
        and isinstance(it.targets[0], ast.Name)
    }
    stored = [
        it.value
        for it in ast.walk(function)
        if isinstance(it, ast.Subscript | ast.Attribute)
        and isinstance(it.ctx, ast.Store)
        and isinstance(it.value, ast.Name)
    ]
    for name in sorted(given & {it.id for it in stored}):
        for other, assigned in made.items():
            read = {it.id for it in ast.walk(assigned.value) if isinstance(it, ast.Name)}
            places = [it for it in stored if it.id == name and it.lineno > assigned.lineno]
            if other in given or name not in read or not places:
                continue
            lines = [it.lineno for it in places]
            swaps = tuple(Swap(it, "id", other) for it in places)
            also = tuple(sorted(lines)[1:])
            yield Edit("callers_object", min(lines), 0.9, swaps, function.name, name, other, also)


# ------------------------------------------------------------ one is not several


def _flags(function: Definition) -> Iterator[Edit]:
    """`found = True` for whatever fits, where it should be one that fits, and no more."""
    starts: dict[str, bool] = {}
    for node in function.body:
        if (name := _named_truth(node)) is not None:
            starts.setdefault(*name)
        for loop in (node,) if isinstance(node, ast.For | ast.While) else ():
            for name_, start in starts.items():
                inside = [it for it in ast.walk(loop) if isinstance(it, ast.stmt)]
                sets = [it for it in inside if _named_truth(it) == (name_, not start)]
                undone = [it for it in inside if _named_truth(it) == (name_, start)]
                if len(sets) != 1 or undone:
                    continue
                for way in _WAYS[:2] if start else _WAYS:
                    yield _whole(
                        function,
                        sets[0].lineno,
                        _Counting(name_, way).visit(copy.deepcopy(function)),
                    )


def _early_returns(function: Definition) -> Iterator[Edit]:
    """`return True` at the first that fits, where it should be the only one."""
    last = function.body[-1]
    for number, loop in enumerate(function.body):
        if not isinstance(loop, ast.For | ast.While):
            continue
        inside = [it for it in ast.walk(loop) if isinstance(it, ast.Return)]
        truths = [it for it in inside if _is_truth(it.value)]
        if len(truths) != 1 or len(inside) != 1 or not _returns_truth(last) or last is loop:
            continue
        for way in _WAYS[:2]:
            made = copy.deepcopy(function)
            counts = _Replaced(truths[0].lineno, statements(f"{_OWN} += 1")).visit
            made.body = [
                *statements(f"{_OWN} = 0"),
                *(counts(it) if at == number else it for at, it in enumerate(made.body[:-1])),
                *statements(f"return {_OWN} {way}"),
            ]
            yield _whole(function, truths[0].lineno, made)


def _whole(function: Definition, line: int, made: Any) -> Edit:
    body = [placed(it, function.body[0]) for it in made.body]
    return Edit("one_or_several", line, 1.3, (Swap(function.body, None, body),), function.name)


class _Counting(ast.NodeTransformer):
    """A flag becomes a count, and is asked `way`."""

    def __init__(self, name: str, way: str) -> None:
        self._name = name
        self._way = way
        self._first = True

    def visit_Assign(self, node: ast.Assign) -> Any:
        named = _named_truth(node)
        if named is None or named[0] != self._name:
            return self.generic_visit(node)
        start, self._first = self._first, False
        return statements(f"{self._name} = 0" if start else f"{self._name} += 1")

    def visit_Name(self, node: ast.Name) -> Any:
        if node.id == self._name and isinstance(node.ctx, ast.Load):
            return placed(expression(f"({self._name} {self._way})"), node)
        return node

    def visit_Break(self, node: ast.Break) -> Any:
        return ast.copy_location(ast.Pass(), node)


class _Replaced(ast.NodeTransformer):
    """Other statements for the `return` on a line."""

    def __init__(self, line: int, new: list[ast.stmt]) -> None:
        self._line = line
        self._new = new

    def visit_Return(self, node: ast.Return) -> Any:
        return self._new if node.lineno == self._line else node


def _named_truth(node: ast.stmt) -> tuple[str, bool] | None:
    """The name and the value of `found = True`."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and _is_truth(node.value):
        target = node.targets[0]
        return (target.id, node.value.value) if isinstance(target, ast.Name) else None  # type: ignore[attr-defined]
    return None


def _is_truth(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, bool)


def _returns_truth(node: ast.stmt) -> bool:
    return isinstance(node, ast.Return) and _is_truth(node.value)


def _never_counted(function: Definition) -> Iterator[Edit]:
    """`return True` at the end, also where the count is still 0."""
    starts = {
        target.id: ast.unparse(node.value)
        for node in function.body
        if isinstance(node, ast.Assign) and _begins(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    ends = [function.body[-1]]
    while isinstance(ends[-1], ast.If) and ends[-1].orelse:
        ends.append(ends[-1].orelse[-1])
    last = ends[-1]
    if not (isinstance(last, ast.Return) and isinstance(last.value, ast.Constant)):
        return
    for name, start in starts.items() if _is_truth(last.value) else ():
        new = expression(f"{name} {'!=' if last.value.value else '=='} {start}")
        swap = Swap(last, "value", placed(new, last))
        yield Edit("still_empty", last.lineno, 0.9, (swap,), function.name, name, start)


def _begins(node: ast.expr) -> bool:
    """Whether a value is one that a count, a list or a flag begins with."""
    return isinstance(node, ast.Constant | ast.UnaryOp) or ast.unparse(node) in _EMPTY


def _too_soon(function: Definition) -> Iterator[Edit]:
    """`return False` at the first item that does not fit, where it should be for none of them."""
    last = function.body[-1]
    if not isinstance(last, ast.For | ast.While):
        return
    for node in ast.walk(last):
        value = node.value if isinstance(node, ast.Return) else None
        if not isinstance(value, ast.Constant):
            continue
        made = copy.deepcopy(function)
        _Replaced(value.lineno, [ast.copy_location(ast.Pass(), last)]).visit(made.body[-1])
        body = [*made.body, placed(statements(f"return {ast.unparse(value)}")[0], last)]
        swap = Swap(function.body, None, body)
        yield Edit("too_soon", value.lineno, 1.1, (swap,), function.name)


# ------------------------------------------------------------ loops


def _blocks(function: Definition) -> Iterator[list[ast.stmt]]:
    for node in ast.walk(function):
        for name in ("body", "orelse"):
            block = getattr(node, name, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                yield block


def _one_pass(
    loop: ast.For, block: list[ast.stmt], number: int, function: Definition
) -> Iterator[Edit]:
    """Neighbours are swapped in one pass over a list: it takes as many as there are items."""
    swapped = {
        ast.unparse(it.value)
        for it in ast.walk(loop)
        if isinstance(it, ast.Subscript) and isinstance(it.ctx, ast.Store)
    }
    for name in sorted(swapped):
        if f"len({name})" not in ast.unparse(loop.iter):
            continue
        again = placed(statements(f"for {_OWN} in range(len({name})):\n    pass")[0], loop)
        again.body = [loop]
        yield Edit(
            "one_pass", loop.lineno, 1.2, (Swap(block, number, again),), function.name, now=name
        )


def _after_loop(
    loop: ast.For, block: list[ast.stmt], number: int, function: Definition
) -> Iterator[Edit]:
    """The name of a loop after its end, where the item is meant that was found in it."""
    name = loop.target.id if isinstance(loop.target, ast.Name) else ""
    uses = [it for it in block[number + 1 :] if name and _reads(it, name)]
    if not uses:
        return
    counts = ast.unparse(loop.iter).startswith("range(")
    first = "0" if counts else f"next(iter({ast.unparse(loop.iter)}), None)"
    for choice in ast.walk(loop):
        if not isinstance(choice, ast.If) or not any(_reads(it, name) for it in choice.body):
            continue
        kept = [placed(it, choice.body[-1]) for it in statements(f"{_OWN} = {name}")]
        start = [placed(it, loop) for it in statements(f"{_OWN} = {first}")]
        rest = [_Renamed(name, _OWN).visit(copy.deepcopy(it)) for it in block[number + 1 :]]
        swaps = (
            Swap(choice.body, None, [*choice.body, *kept]),
            Swap(block, None, [*block[:number], *start, loop, *rest]),
        )
        line = uses[0].lineno
        yield Edit("after_loop", line, 1.0, swaps, function.name, name, str(loop.lineno))


class _Renamed(ast.NodeTransformer):
    def __init__(self, old: str, new: str) -> None:
        self._old = old
        self._new = new

    def visit_Name(self, node: ast.Name) -> Any:
        if node.id == self._old:
            return ast.copy_location(ast.Name(self._new, node.ctx), node)
        return node


def _reads(node: ast.AST, name: str) -> bool:
    return any(
        isinstance(it, ast.Name) and it.id == name and isinstance(it.ctx, ast.Load)
        for it in ast.walk(node)
    )


def _index_for_item(loop: ast.For, function: Definition) -> Iterator[Edit]:
    """`for i in range(len(found(x))): use(i)`: the item at that index of what is not a name."""
    counted = loop.iter.args[-1] if isinstance(loop.iter, ast.Call) and loop.iter.args else None
    if not (isinstance(counted, ast.Call) and ast.unparse(counted.func) == "len"):
        return
    items, name = counted.args[0], ast.unparse(loop.target)
    if isinstance(items, ast.Name):
        return  # the expression by itself is tried
    for parent in (it for part in loop.body for it in ast.walk(part)):
        for field, value in ast.iter_fields(parent):
            places = enumerate(value) if isinstance(value, list) else [(None, value)]
            for at, node in places:
                if not (isinstance(node, ast.Name) and node.id == name) or field == "slice":
                    continue
                new = placed(ast.Subscript(copy.deepcopy(items), node, ast.Load()), node)
                swap = Swap(parent, field, new) if at is None else Swap(value, at, new)
                yield Edit("item_of", node.lineno, 1.2, (swap,), function.name, name)
