"""What the names in a test file stand for, followed through its statements without running them."""

from __future__ import annotations

import ast
import builtins
import copy
import json
import re
from collections.abc import Iterator
from typing import Any

from course.checking.values import UNKNOWN, evaluate

Names = dict[str, ast.expr]
Helpers = dict[str, ast.FunctionDef]
_DEEPEST = 4


class Substitute(ast.NodeTransformer):
    """Puts what is known in the place of names."""

    def __init__(self, names: Names, helpers: Helpers | None = None, depth: int = 0) -> None:
        self.names = names
        self.helpers = helpers or {}
        self.depth = depth

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
        if ast.unparse(node.func) == "json.loads" and node.args:
            return _from_json(evaluate(node.args[0])) or node
        node = _spread(node)
        helper = self.helpers.get(node.func.id) if isinstance(node.func, ast.Name) else None
        if helper is not None and self.depth < _DEEPEST:
            return self._inlined(helper, node) or node
        return node

    def _inlined(self, helper: ast.FunctionDef, call: ast.Call) -> ast.expr | None:
        """What a helper of the test file returns for this call, where it is one expression."""
        inside = bound_parameters(helper, call)
        last = helper.body[-1]
        if inside is None or not isinstance(last, ast.Return) or last.value is None:
            return None
        names = {**self.names, **inside}
        for statement in helper.body[:-1]:
            if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
                value = self._deeper(names).visit(copy.deepcopy(statement.value))
                bind(statement.targets[0], value, names)
            elif not isinstance(statement, ast.Expr):
                return None
        inlined: ast.expr = self._deeper(names).visit(copy.deepcopy(last.value))
        return inlined

    def _deeper(self, names: Names) -> Substitute:
        return Substitute(names, self.helpers, self.depth + 1)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
        self.generic_visit(node)
        parts = [it.value if isinstance(it, ast.FormattedValue) else it for it in node.values]
        plain = all(
            not isinstance(it, ast.FormattedValue) or (it.conversion == -1 and not it.format_spec)
            for it in node.values
        )
        known = [str(part.value) for part in parts if isinstance(part, ast.Constant)]
        if plain and len(known) == len(parts):
            return ast.Constant("".join(known))
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        container, key = evaluate(node.value), evaluate(node.slice)
        if isinstance(container, list | tuple | dict):
            try:
                return _literal(container[key])
            except (LookupError, TypeError, ValueError):
                return node
        return node


def _literal(value: Any) -> ast.expr:
    return ast.parse(repr(value), mode="eval").body


def bound_parameters(helper: ast.FunctionDef, call: ast.Call) -> Names | None:
    """The helper's parameters with the arguments of a call; None where they do not fit."""
    names = [argument.arg for argument in helper.args.args]
    if any(isinstance(argument, ast.Starred) for argument in call.args):
        return None
    bound = dict(zip(names, call.args, strict=False))
    bound.update({keyword.arg: keyword.value for keyword in call.keywords if keyword.arg})
    defaults = helper.args.defaults
    for name, default in zip(names[len(names) - len(defaults) :], defaults, strict=True):
        bound.setdefault(name, default)
    fits = set(bound) == set(names) and len(call.args) <= len(names)
    return bound if fits and not (helper.args.vararg or helper.args.kwarg) else None


def _from_json(text: Any) -> ast.expr | None:
    try:
        return _literal(json.loads(text))
    except (TypeError, ValueError, RecursionError):
        return None


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
        mapping = table.func.value
        return [
            ast.Tuple([key, value], ast.Load())
            for key, value in zip(mapping.keys, mapping.values, strict=True)
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
            if len(cells) == len(target.elts):
                bind(inner, cells[index], names)
            else:
                forget_changed(inner, names)
    else:
        forget_changed(target, names)


def forget_changed(node: ast.AST, names: Names) -> None:
    """Forget what a statement may change: `cart.add(...)`, `xs[0] = ...`, `n += 1`."""
    for name in _changed_names(node):
        names.pop(name, None)


def forget_passed(statement: ast.stmt, names: Names) -> None:
    """Forget objects that a call gets and may fill: `register(users, "Mei")`.

    Where the call is all there is, it is made for its effect: whatever can change is forgotten.
    Elsewhere, what was empty, and what another call has made.
    """
    for_its_effect = isinstance(statement, ast.Expr)
    for call in ast.walk(statement):
        for argument in call.args if isinstance(call, ast.Call) else ():
            name = argument.id if isinstance(argument, ast.Name) else ""
            if name in names and _may_be_filled(names[name], for_its_effect):
                del names[name]


def _may_be_filled(value: ast.expr, always: bool) -> bool:
    if isinstance(value, ast.List | ast.Set):
        return always or not value.elts
    if isinstance(value, ast.Dict):
        return always or not value.keys
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name)


def _changed_names(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        target: ast.AST | None = None
        if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute):
            target = inner.func.value
        elif isinstance(inner, ast.Attribute | ast.Subscript) and isinstance(
            inner.ctx, ast.Store | ast.Del
        ):
            target = inner.value
        elif isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store | ast.Del):
            yield inner.id
        if isinstance(target, ast.Name):
            yield target.id


def called_and_unknown(tree: ast.Module) -> set[str]:
    """The names a file calls that nothing in it defines: those a `*` import brings."""
    nodes = list(ast.walk(tree))
    called = {
        node.func.id
        for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    made = set(dir(builtins))
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            made.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            made.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            made.update(alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.arg):
            made.add(node.arg)
    return called - made


def evaluated_names(tree: ast.Module) -> set[str]:
    """The names of functions that are called in texts, where a file evaluates texts."""
    nodes = list(ast.walk(tree))
    if not any(isinstance(node, ast.Name) and node.id == "eval" for node in nodes):
        return set()
    names: set[str] = set()
    for node in nodes:
        text = node.value if isinstance(node, ast.Constant) else None
        call = re.fullmatch(r"\s*([^\W\d]\w*)\(.*\)\s*", text) if isinstance(text, str) else None
        if call is not None and not hasattr(builtins, call.group(1)):
            names.add(call.group(1))
    return names
