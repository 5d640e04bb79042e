"""What the names in a test file stand for, followed through its statements without running them."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import Any

from course.checking.diagnosis.values import UNKNOWN, evaluate

Names = dict[str, ast.expr]


class Substitute(ast.NodeTransformer):
    """Puts what is known in the place of names."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if isinstance(node.ctx, ast.Load) and node.id in self.names:
            return copy.deepcopy(self.names[node.id])
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id == "eval" and node.args:
            text = evaluate(node.args[0])
            if isinstance(text, str):
                return ast.parse(text.strip(), mode="eval").body
        if ast.unparse(node.func) == "asyncio.run" and len(node.args) == 1:
            return ast.Await(node.args[0])
        return _spread(node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        held, key = evaluate(node.value), evaluate(node.slice)
        if isinstance(held, list | tuple | dict) and key is not UNKNOWN:
            try:
                return _literal(held[key])
            except (LookupError, TypeError, ValueError):
                return node
        return node


def _literal(value: Any) -> ast.expr:
    return ast.parse(repr(value), mode="eval").body


def _spread(call: ast.Call) -> ast.Call:
    """The call with `*literal` and `**literal` written out."""
    arguments: list[ast.expr] = []
    for argument in call.args:
        if isinstance(argument, ast.Starred) and isinstance(argument.value, ast.Tuple | ast.List):
            arguments.extend(argument.value.elts)
        else:
            arguments.append(argument)
    keywords: list[ast.keyword] = []
    for keyword in call.keywords:
        named = evaluate(keyword.value) if keyword.arg is None else UNKNOWN
        if isinstance(named, dict) and all(isinstance(key, str) for key in named):
            keywords.extend(ast.keyword(key, _literal(value)) for key, value in named.items())
        else:
            keywords.append(keyword)
    return ast.Call(call.func, arguments, keywords)


def rows_of(table: ast.expr) -> list[ast.expr]:
    """The items of a literal list, tuple, set, or of a literal dict's `.items()`."""
    if isinstance(table, ast.List | ast.Tuple | ast.Set):
        return table.elts
    if (
        isinstance(table, ast.Call)
        and isinstance(table.func, ast.Attribute)
        and table.func.attr == "items"
        and isinstance(table.func.value, ast.Dict)
    ):
        held = table.func.value
        return [
            ast.Tuple([key, value], ast.Load())
            for key, value in zip(held.keys, held.values, strict=True)
            if key is not None
        ]
    value = evaluate(table)
    return [_literal(item) for item in value] if isinstance(value, range | list | tuple) else []


def bind(target: ast.expr, value: ast.expr, names: Names) -> None:
    """Notes what an assignment gives its target; what cannot be followed is forgotten."""
    if isinstance(target, ast.Name):
        names[target.id] = value
    elif isinstance(target, ast.Tuple | ast.List):
        cells = value.elts if isinstance(value, ast.Tuple | ast.List) else []
        for index, inner in enumerate(target.elts):
            if index < len(cells) and len(cells) == len(target.elts):
                bind(inner, cells[index], names)
            else:
                forget_changed(inner, names)
    else:
        forget_changed(target, names)


def forget_changed(node: ast.AST, names: Names) -> None:
    """Forget what a statement may change: `cart.add(...)`, `xs[0] = ...`, `n += 1`."""
    for name in _changed_names(node):
        names.pop(name, None)


def _changed_names(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        held: ast.AST | None = None
        if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute):
            held = inner.func.value
        elif isinstance(inner, ast.Attribute | ast.Subscript) and isinstance(
            inner.ctx, ast.Store | ast.Del
        ):
            held = inner.value
        elif isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store | ast.Del):
            yield inner.id
        if isinstance(held, ast.Name):
            yield held.id
