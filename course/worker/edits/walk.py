"""Every edit of a program: a walk over its functions, methods and statements."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import Any

from .edit import Definition, Edit, Loop, Position, names_of, positional
from .expressions import of_expression, of_operator
from .frameworks import of_function
from .purposes import of_function as of_whole_function
from .statements import Around, of_block, of_class, of_statement
from .wrappers import of_function as around_function

_FIELDS = ("body", "orelse", "finalbody", "handlers")
MOST_EDITS = 6_000
_MOST_PLACES = 6
_REPEATED = frozenset(
    {"comparison", "equality", "arithmetic", "number", "name", "method", "quotes", "taken_from"}
)


def edits_of(tree: ast.Module, words: tuple[str, ...] = ()) -> list[Edit]:
    """The edits of a program, in the order of its lines; `words` are strings that may be meant."""
    edits: list[Edit] = []
    for edit in _Walk(tree, words).module():
        edits.append(edit)
        if len(edits) >= MOST_EDITS:
            break
    return [*edits, *_everywhere(edits)]


def _everywhere(edits: list[Edit]) -> Iterator[Edit]:
    """The same change in all places of a function: who takes `/` for `%` does it each time."""
    alike: dict[tuple[str, ...], list[Edit]] = {}
    for edit in edits:
        if edit.kind in _REPEATED and edit.was and edit.now:
            alike.setdefault((edit.kind, edit.function, edit.was, edit.now), []).append(edit)
    groups = [(key, some) for key, same in alike.items() for some in (same, *_adjacent(same))]
    for (kind, function, was, now), same in groups:
        if 1 < len(same) <= _MOST_PLACES:
            swaps = tuple(swap for edit in same for swap in edit.swaps)
            lines = [edit.line for edit in same]
            cost = same[0].cost + 0.4
            yield Edit(kind, min(lines), cost, swaps, function, was, now, tuple(sorted(lines)[1:]))


def _adjacent(same: list[Edit]) -> Iterator[list[Edit]]:
    """Those that are on lines one below the other, where there are others elsewhere."""
    ordered = sorted(same, key=lambda edit: edit.line)
    run = ordered[:1]
    for edit in [*ordered[1:], None]:
        if edit is not None and edit.line - run[-1].line <= 1:
            run.append(edit)
            continue
        if 1 < len(run) < len(same):
            yield run
        run = [edit] if edit is not None else []


class _Walk:
    def __init__(self, tree: ast.Module, words: tuple[str, ...]) -> None:
        self._tree = tree
        self._words = words
        self._callables = [
            node.name for node in tree.body if isinstance(node, Definition | ast.ClassDef)
        ]
        self._globals = [
            target.id
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        ]

    def module(self) -> Iterator[Edit]:
        around = Around(self._tree, self._tree.body, "body", "", self._globals, [])
        yield from self._block(around)

    def _block(self, around: Around) -> Iterator[Edit]:
        if isinstance(around.holder, Definition) or around.function:
            yield from of_block(around)
        for number, node in enumerate(around.block):
            if isinstance(node, Definition):
                yield from self._function(node, around)
                continue
            if isinstance(node, ast.ClassDef):
                yield from of_class(node)
                inner = Around(node, node.body, "body", around.function, around.names, [])
                yield from self._block(inner)
                continue
            if isinstance(node, ast.Import | ast.ImportFrom | ast.Pass | ast.Global | ast.Nonlocal):
                continue
            if around.function:
                yield from of_statement(node, number, around)
            yield from self._expressions(node, around)
            yield from self._blocks(node, number, around)

    def _blocks(self, node: ast.stmt, number: int, around: Around) -> Iterator[Edit]:
        parts: list[tuple[Any, str]] = [(node, name) for name in _FIELDS]
        parts += [(one, "body") for one in getattr(node, "handlers", [])]
        parts += [(one, "body") for one in getattr(node, "cases", [])]
        for holder, name in parts:
            block = getattr(holder, name, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                outer = [(around.block, number), *around.outer]
                inner = Around(
                    holder,
                    block,
                    name,
                    around.function,
                    around.names,
                    around.parameters,
                    outer,
                    isinstance(node, Loop) or around.in_loop,
                )
                yield from self._block(inner)

    def _function(self, node: Any, around: Around) -> Iterator[Edit]:
        arguments = node.args
        parameters = positional(node)
        parameters = [name for name in parameters if name not in ("self", "cls")]
        names = [*names_of(node), *(around.names if around.function else [])]
        names = list(dict.fromkeys([*names, *self._globals]))
        inner = Around(node, node.body, "body", node.name, names, parameters)
        yield from of_function(node)
        yield from around_function(node)
        yield from of_whole_function(node)
        yield from self._block(inner)
        for number, default in enumerate(arguments.defaults):
            place = Position(
                arguments.defaults, number, arguments, "defaults", node.lineno, node.name, [], []
            )
            yield from of_expression(default, place)

    def _expressions(self, statement: ast.stmt, around: Around) -> Iterator[Edit]:
        """The edits of a statement's own expressions, not of the statements inside it."""
        stack: list[tuple[ast.AST, Any, str | int, str, ast.expr]] = []

        def children(node: ast.AST) -> None:
            for name, value in ast.iter_fields(node):
                if isinstance(value, ast.expr):
                    stack.append((node, node, name, name, value))
                elif isinstance(value, ast.comprehension | ast.keyword):
                    children(value)
                elif isinstance(value, list):
                    for number, one in enumerate(value):
                        if isinstance(one, ast.expr):
                            stack.append((node, value, number, name, one))
                        elif isinstance(one, ast.comprehension | ast.keyword | ast.withitem):
                            children(one)

        children(statement)
        if isinstance(statement, ast.AugAssign):
            place = self._place(statement, statement, "value", "value", statement.value, around)
            yield from of_operator(statement, place)
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            return  # a docstring
        while stack:
            parent, holder, key, name, node = stack.pop()
            place = self._place(parent, holder, key, name, node, around)
            yield from of_expression(node, place)
            if isinstance(node, ast.JoinedStr):
                for part in node.values:
                    if isinstance(part, ast.FormattedValue):
                        children(part)
            else:
                children(node)

    def _place(
        self,
        parent: ast.AST,
        holder: Any,
        key: str | int,
        name: str,
        node: ast.expr,
        around: Around,
    ) -> Position:
        inner = [
            one.id
            for part in ast.walk(parent)
            if isinstance(part, ast.comprehension)
            for one in ast.walk(part.target)
            if isinstance(one, ast.Name)
        ]
        names = list(dict.fromkeys([*inner, *around.names]))
        return Position(
            holder,
            key,
            parent,
            name,
            node.lineno,
            around.function,
            names,
            self._callables,
            self._words,
        )


def short_strings(sources: Iterable[str]) -> set[str]:
    """The short strings that are written in programs."""
    texts = [
        node.value
        for source in sources
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return {value for value in texts if 0 < len(value) <= 40}
