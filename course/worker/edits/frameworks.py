"""Edits of what a database or a web framework is told: to keep a change, to read a number."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from .edit import Definition, Edit, Swap, expression, nothing, placed, positional, statements

_WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
_RUNS = ("execute", "executemany")
_ROUTES = frozenset({"route", "get", "post", "put", "patch", "delete"})


def of_function(node: Definition) -> Iterator[Edit]:
    """What a function may have left out towards the database or the framework that calls it."""
    yield from _commit(node)
    yield from _rollback(node)
    yield from _kept_too_soon(node, node)
    yield from _converted(node)
    yield from _renamed(node)


def _commit(node: Definition) -> Iterator[Edit]:
    """A `commit` after the last statement that runs SQL, in a function that writes."""
    texts = [it.value for it in ast.walk(node) if isinstance(it, ast.Constant)]
    if not any(isinstance(text, str) and _WRITES.match(text) for text in texts):
        return
    calls = [(number, call) for number, it in enumerate(node.body) for call in _runs(it)]
    if not calls or isinstance(node.body[calls[-1][0]], ast.Return):
        return
    number, call = calls[-1]
    assert isinstance(call.func, ast.Attribute)  # noqa: S101 - `_runs` has looked
    commit = placed(statements(f"{ast.unparse(call.func.value)}.commit()")[0], node.body[number])
    more = [*node.body[: number + 1], commit, *node.body[number + 1 :]]
    swap = Swap(node.body, None, more)
    yield Edit("commit_missing", call.lineno, 0.6, (swap,), node.name)


def _rollback(node: Definition) -> Iterator[Edit]:
    """A `rollback` where an `except` begins, and what was written before stays."""
    for part in ast.walk(node):
        runs = [it for one in part.body for it in _runs(one)] if isinstance(part, ast.Try) else []
        if not runs or not isinstance(part, ast.Try) or "rollback" in ast.unparse(part):
            continue
        database = ast.unparse(runs[-1].func.value)  # type: ignore[attr-defined]
        for handler in part.handlers:
            new = placed(statements(f"{database}.rollback()")[0], handler.body[0])
            swap = Swap(handler, "body", [new, *handler.body])
            yield Edit("rollback_missing", handler.lineno, 0.6, (swap,), node.name, database)


def _kept_too_soon(holder: ast.AST, node: Definition) -> Iterator[Edit]:
    """A `commit` that its caller, or the end of the loop around it, should decide on."""
    for name in ("body", "orelse", "finalbody"):
        block = getattr(holder, name, None)
        if not isinstance(block, list):
            continue
        for number, one in enumerate(block):
            if isinstance(one, ast.Expr) and re.search(r"\.commit\(\)$", ast.unparse(one)):
                rest = [*block[:number], *block[number + 1 :]]
                swap = Swap(block, None, rest or nothing(one))
                yield Edit("commit_too_soon", one.lineno, 0.7, (swap,), node.name)
            elif not isinstance(one, Definition | ast.ClassDef):
                yield from _kept_too_soon(one, node)


def _runs(statement: ast.stmt) -> list[ast.Call]:
    """The calls in a statement that run SQL."""
    return [
        it
        for it in ast.walk(statement)
        if isinstance(it, ast.Call) and isinstance(it.func, ast.Attribute) and it.func.attr in _RUNS
    ]


def _converted(node: Definition) -> Iterator[Edit]:
    """A number in a route: without `int` the view gets it as a string."""
    for mark in node.decorator_list:
        is_route = isinstance(mark, ast.Call) and isinstance(mark.func, ast.Attribute)
        if not is_route or mark.func.attr not in _ROUTES or not mark.args:  # type: ignore[attr-defined]
            continue
        url = mark.args[0]  # type: ignore[attr-defined]
        if not (isinstance(url, ast.Constant) and isinstance(url.value, str)):
            continue
        for name in re.findall(r"<(\w+)>", url.value):
            converted = url.value.replace(f"<{name}>", f"<int:{name}>")
            swap = Swap(url, "value", converted)
            yield Edit("not_converted", url.lineno, 0.8, (swap,), node.name, name)
        for one in node.args.args:
            if one.annotation is None and f"{{{one.arg}}}" in url.value:
                hint = placed(expression("int"), one)
                swap = Swap(one, "annotation", hint)
                yield Edit("not_converted", one.lineno, 0.8, (swap,), node.name, one.arg)


def _renamed(node: Definition) -> Iterator[Edit]:
    """`settings = before`, where the dict or list that the caller has should get that content."""
    names = {*positional(node)} - {"self", "cls"}
    for statement, block in _assigned(node):
        target = statement.targets[0]
        if not (isinstance(target, ast.Name) and target.id in names):
            continue
        value, name = ast.unparse(statement.value), target.id
        number = block.index(statement)
        for source in (f"{name}.clear()\n{name}.update({value})", f"{name}[:] = {value}"):
            new = [placed(it, statement) for it in statements(source)]
            swap = Swap(block, None, [*block[:number], *new, *block[number + 1 :]])
            yield Edit("only_renamed", statement.lineno, 1.1, (swap,), node.name, name)


def _assigned(node: ast.AST) -> Iterator[tuple[ast.Assign, list[ast.stmt]]]:
    """The assignments below a node, each with the block that it is in."""
    for name in ("body", "orelse", "finalbody", "handlers"):
        block = getattr(node, name, None)
        if not isinstance(block, list):
            continue
        for one in block:
            if isinstance(one, ast.Assign) and len(one.targets) == 1:
                yield one, block
            elif not isinstance(one, Definition | ast.ClassDef):
                yield from _assigned(one)
