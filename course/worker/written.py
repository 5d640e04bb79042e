"""Expressions of a test written out as source, names replaced by the values they had."""

from __future__ import annotations

import ast
import builtins
import copy
from typing import Any

from .value_text import Namespace

BUILTIN_NAMES = frozenset(dir(builtins))


class _Fill(ast.NodeTransformer):
    """Replaces names by the values they had, where the value can be written as source."""

    def __init__(self, namespace: Namespace, made: dict[str, ast.expr]) -> None:
        self._namespace = namespace
        self._made = made

    def visit_Call(self, node: ast.Call) -> ast.AST:
        function = node.func
        if not isinstance(function, ast.Name):
            function = self.visit(function)
        return ast.Call(
            func=function,
            args=[self.visit(argument) for argument in node.args],
            keywords=[
                ast.keyword(keyword.arg, self.visit(keyword.value)) for keyword in node.keywords
            ],
        )

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id in self._made:
            made, self._made = self._made, {}
            written = self.visit(copy.deepcopy(made[node.id]))
            self._made = made
            return written  # type: ignore[no-any-return]
        if node.id not in self._namespace or node.id in BUILTIN_NAMES:
            return node
        text = literal(self._namespace[node.id])
        return ast.parse(text, mode="eval").body if text is not None else node


def literal(value: Any, budget: int = 400) -> str | None:
    """The source of a value made of plain data; None for anything else or anything long."""
    try:
        text = _literal(value, 6)
    except (ValueError, RecursionError):
        return None
    return text if text is not None and len(text) <= budget else None


def _literal(value: Any, depth: int) -> str | None:
    kind = type(value)
    if kind in (int, float, str, bytes, bool, type(None), complex):
        if kind in (str, bytes) and len(value) > 400:
            return None
        text = repr(value)
        return text if text not in ("nan", "inf", "-inf") else f"float({text!r})"
    if depth == 0 or kind not in (list, tuple, set, dict) or len(value) > 60:
        return None
    if kind is dict:
        pairs = [(_literal(k, depth - 1), _literal(v, depth - 1)) for k, v in value.items()]
        if any(key is None or item is None for key, item in pairs):
            return None
        return "{" + ", ".join(f"{key}: {item}" for key, item in pairs) + "}"
    items = [_literal(item, depth - 1) for item in value]
    texts = [item for item in items if item is not None]
    if len(texts) < len(items):
        return None
    if kind is set:
        return "{" + ", ".join(sorted(texts)) + "}" if texts else "set()"
    inner = ", ".join(texts)
    if kind is list:
        return f"[{inner}]"
    return f"({inner},)" if len(texts) == 1 else f"({inner})"


def write(node: ast.AST, namespace: Namespace, made: dict[str, ast.expr] | None = None) -> str:
    """The source of an expression with names replaced by their values.

    `made` has the expressions of names whose values cannot be written as source.
    """
    try:
        filled = _Fill(namespace, made or {}).visit(copy.deepcopy(node))
        text = ast.unparse(ast.fix_missing_locations(filled))
    except (ValueError, RecursionError, AttributeError):
        text = ast.unparse(node)
    return text if len(text) <= 2_000 else ast.unparse(node)[:2_000]


def is_literal(node: ast.expr, namespace: Namespace) -> bool:
    """Whether an expression of a test is a value that is known, without a call."""
    return all(
        child.id in namespace and literal(namespace[child.id]) is not None
        for child in ast.walk(node)
        if isinstance(child, ast.Name)
    ) and not any(isinstance(child, ast.Call) for child in ast.walk(node))
