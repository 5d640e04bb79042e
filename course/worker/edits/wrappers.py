"""Edits of functions around something: a wrapper, a lock that is held, a handler, a sorted list."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator

from .edit import Definition, Edit, Swap, expression, placed, positional, statements


def of_function(node: Definition) -> Iterator[Edit]:
    """What a function may have left out around what it calls, takes, catches or sorts."""
    yield from _wraps(node)
    yield from _result(node)
    yield from _released(node)
    yield from _raised_again(node)
    yield from _sorts(node)


def _wraps(node: Definition) -> Iterator[Edit]:
    """`functools.wraps` above an inner function that takes the place of a parameter."""
    parameters = set(positional(node))
    for inner in (it for it in node.body if isinstance(it, Definition)):
        called = {ast.unparse(it.func) for it in ast.walk(inner) if isinstance(it, ast.Call)}
        is_returned = any(
            isinstance(it, ast.Return) and it.value and ast.unparse(it.value) == inner.name
            for it in node.body
        )
        for name in sorted(parameters & called if is_returned else ()):
            if not any("wraps" in ast.unparse(mark) for mark in inner.decorator_list):
                mark = ast.parse(f"__import__('functools').wraps({name})", mode="eval").body
                swap = Swap(inner, "decorator_list", [*inner.decorator_list, placed(mark, inner)])
                yield Edit("wraps_missing", inner.lineno, 0.8, (swap,), node.name, inner.name, name)


def _result(node: Definition) -> Iterator[Edit]:
    """The result of a call that stands alone, returned at the end where there is no `return`."""
    if any(isinstance(it, ast.Return | ast.Yield) for it in ast.walk(node)):
        return
    for number, one in enumerate(node.body):
        if not isinstance(one, ast.Expr):
            continue
        call = one.value.value if isinstance(one.value, ast.Await) else one.value
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            kept = statements(f"_result = {ast.unparse(one.value)}\nreturn _result")
            kept = [placed(it, one) for it in kept]
            body = [*node.body[:number], kept[0], *node.body[number + 1 :], kept[1]]
            swap = Swap(node.body, None, body)
            what = ast.unparse(call.func)
            yield Edit("unused_value", one.lineno, 0.9, (swap,), node.name, what, "return")


def _released(node: Definition) -> Iterator[Edit]:
    """`lock.acquire()`: a `with` around all that comes after it, in the place of each `release`."""
    for number, one in enumerate(node.body):
        if not isinstance(one, ast.Expr):
            continue
        call = one.value.value if isinstance(one.value, ast.Await) else one.value
        method = call.func if isinstance(call, ast.Call) else None
        if not (isinstance(method, ast.Attribute) and method.attr == "acquire"):
            continue
        lock = ast.unparse(method.value)
        rest = copy.deepcopy(node.body[number + 1 :])
        _Without(f"{lock}.release()").visit(ast.Module(rest, []))
        if not rest:
            continue
        kind = ast.AsyncWith if isinstance(one.value, ast.Await) else ast.With
        around = kind([ast.withitem(expression(lock))], rest)
        swap = Swap(node.body, None, [*node.body[:number], placed(around, one)])
        yield Edit("not_released", one.lineno, 0.8, (swap,), node.name, lock)


class _Without(ast.NodeTransformer):
    """Takes statements of one text away, and leaves a `pass`."""

    def __init__(self, text: str) -> None:
        self._text = text

    def visit_Expr(self, node: ast.Expr) -> ast.stmt:
        if ast.unparse(node) == self._text:
            return ast.copy_location(ast.Pass(), node)
        return node


def _raised_again(node: Definition) -> Iterator[Edit]:
    """A `raise` at the end of a handler: what it catches goes on to the caller."""
    for handler in (it for it in ast.walk(node) if isinstance(it, ast.ExceptHandler)):
        last = handler.body[-1]
        if isinstance(last, ast.Raise | ast.Return | ast.Continue | ast.Break):
            continue
        swap = Swap(handler.body, None, [*handler.body, placed(ast.Raise(), last)])
        yield Edit("swallowed", handler.lineno, 1.2, (swap,), node.name)


def _sorts(node: Definition) -> Iterator[Edit]:
    """`days.sort()`, where `days` is the list of the caller."""
    names = set(positional(node))
    for number, one in enumerate(node.body):
        call = one.value if isinstance(one, ast.Expr) else None
        method = call.func if isinstance(call, ast.Call) else None
        if not (isinstance(method, ast.Attribute) and isinstance(method.value, ast.Name)):
            continue
        name = method.value.id
        if method.attr not in ("sort", "reverse", "append", "extend", "pop", "remove"):
            continue
        if name in names:
            own = placed(statements(f"{name} = list({name})")[0], one)
            swap = Swap(node.body, None, [*node.body[:number], own, *node.body[number:]])
            yield Edit("callers_list", one.lineno, 0.9, (swap,), node.name, name, method.attr)
