"""Where the expressions of two statements differ, as edits that name what kind of change it is."""

from __future__ import annotations

import ast
from typing import Any, NamedTuple

from .edit import Edit, Swap, placed_all
from .operators import SIGNS
from .queries import of_queries

_COST = 0.1
_MIRRORED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE,
    ast.Eq: ast.Eq, ast.NotEq: ast.NotEq,
}  # fmt: skip
_WHOLE = 0.2
"""For the statement as a whole, where it differs in more than one place."""
_WHERE: dict[type[ast.AST], str] = {
    ast.If: "head", ast.While: "head", ast.For: "head", ast.Return: "answer",
    ast.ExceptHandler: "handler", ast.match_case: "head",
}  # fmt: skip
_BLOCKS = frozenset({"body", "orelse", "finalbody", "handlers", "cases"})


class _Here(NamedTuple):
    """A place in a statement: what holds it, under which name or number, and what is around it."""

    holder: Any
    key: str | int
    parent: ast.AST
    field: str


class _Statement:
    def __init__(self, line: int, function: str, where: str) -> None:
        self.line = line
        self.function = function
        self.where = where  # the kind of change where nothing smaller says it
        self.edits: list[Edit] = []

    def edit(self, kind: str, here: _Here, new: Any, was: str = "", now: str = "") -> None:
        """One difference as an edit."""
        like = ast.Pass(lineno=self.line, col_offset=0, end_lineno=self.line, end_col_offset=0)
        line = getattr(_content(here), "lineno", self.line)
        swap = Swap(here.holder, here.key, placed_all(new, like))
        self.edits.append(Edit(kind, line, _COST, (swap,), self.function, was, now))

    def differ(self, one: Any, other: Any, here: _Here) -> None:
        """Go down both as long as they are of one kind, to the smallest parts that differ."""
        if _dump(one) == _dump(other):
            return
        if type(one) is not type(other):
            self._other_kind(one, other, here)
        elif isinstance(one, ast.Constant):
            self._constants(one, other, here)
        elif isinstance(one, ast.Name):
            called = here.field == "func"
            kind = "target" if isinstance(one.ctx, ast.Store) else "function" if called else "name"
            self.edit(kind, here, other, one.id, other.id)
        elif isinstance(one, ast.BinOp | ast.AugAssign | ast.BoolOp) and type(one.op) is not type(
            other.op
        ):
            self.operators(one, other, here)
        elif isinstance(one, ast.Compare) and list(map(type, one.ops)) != list(
            map(type, other.ops)
        ):
            self._comparisons(one, other, here)
        elif isinstance(one, ast.Attribute) and _dump(one.value) == _dump(other.value):
            kind = "method" if here.field == "func" else "attribute"
            self.edit(kind, here, other, one.attr, other.attr)
        else:
            self.fields(one, other)

    def fields(self, one: Any, other: Any) -> None:
        """The differences of what two nodes of one kind consist of."""
        for name in one._fields:
            if name in _BLOCKS and not isinstance(one, ast.Lambda | ast.IfExp):
                continue
            mine, right = getattr(one, name, None), getattr(other, name, None)
            if isinstance(mine, ast.AST) and isinstance(right, ast.AST):
                self.differ(mine, right, _Here(one, name, one, name))
            elif isinstance(mine, list) and isinstance(right, list):
                self._lists(mine, right, one, name)
            elif mine != right:
                kind = "slice" if isinstance(one, ast.Slice) else self._kind(one)
                self.edit(kind, _Here(one, name, one, name), right)

    def _lists(self, mine: list[Any], right: list[Any], one: Any, name: str) -> None:
        if len(mine) == len(right):
            for number, (a, b) in enumerate(zip(mine, right, strict=True)):
                if isinstance(a, ast.AST) and isinstance(b, ast.AST):
                    self.differ(a, b, _Here(mine, number, one, name))
            return
        kind = self._kind(one)
        if isinstance(one, ast.Call):
            kind = "text" if _other_pattern(mine, right) else "arguments"
        elif isinstance(one, ast.BoolOp):
            kind = "condition_part" if len(mine) > len(right) else "lacks_part"
        elif isinstance(one, ast.JoinedStr):
            kind = "text"
        self.edit(kind, _Here(one, name, one, name), right)

    def _constants(self, one: ast.Constant, other: ast.Constant, here: _Here) -> None:
        was, now = one.value, other.value
        if isinstance(was, str) and isinstance(now, str):
            queries = of_queries(one, was, now, self.function)
            if queries:
                self.edits += queries
            else:
                only_side = was.lstrip("<>") == now.lstrip("<>")
                is_format = isinstance(here.parent, ast.JoinedStr) and only_side
                self.edit("alignment" if is_format else "text", here, other)
        elif isinstance(was, bool) and isinstance(now, bool):
            self.edit("truth", here, other, str(was), str(now))
        elif _is_number(was) and _is_number(now):
            self.edit("number", here, other, str(was), str(now))
        else:
            self.edit(self._kind(here.parent), here, other)

    def operators(self, one: Any, other: Any, here: _Here | None) -> None:
        """Another operator, and what differs beside it; together, where there is a place for it."""
        self._rest(one, other, "op")
        kind = "and_or" if isinstance(one, ast.BoolOp) else "arithmetic"
        was, now = SIGNS.get(type(one.op), ""), SIGNS.get(type(other.op), "")
        if kind == "arithmetic" and not (was and now):
            kind = self._kind(one)
        operator = _Here(one, "op", one, "op")
        self.edit(kind, operator, other.op, was, now)
        if here is not None and not _same_but(one, other, "op"):
            self.edit(self._kind(one), here, other)

    def _comparisons(self, one: ast.Compare, other: ast.Compare, here: _Here) -> None:
        other = _the_same_way(one, other)
        self._rest(one, other, "ops")
        for number, (mine, right) in enumerate(zip(one.ops, other.ops, strict=False)):
            if type(mine) is not type(right) and len(one.ops) == len(other.ops):
                kind = "equality" if isinstance(mine, ast.Is | ast.IsNot) else "comparison"
                was, now = SIGNS[type(mine)], SIGNS[type(right)]
                self.edit(kind, _Here(one.ops, number, one, "ops"), right, was, now)
        if len(one.ops) != len(other.ops) or not _same_but(one, other, "ops"):
            self.edit("head" if here.field == "test" else self._kind(one), here, other)

    def _rest(self, one: ast.AST, other: ast.AST, without: str) -> None:
        """The differences of the other fields."""
        for name in (field for field in one._fields if field != without):
            mine, right = getattr(one, name), getattr(other, name)
            if isinstance(mine, ast.AST):
                self.differ(mine, right, _Here(one, name, one, name))
            elif isinstance(mine, list) and len(mine) == len(right):
                for number, (a, b) in enumerate(zip(mine, right, strict=True)):
                    self.differ(a, b, _Here(mine, number, one, name))

    def _other_kind(self, one: ast.AST, other: ast.AST, here: _Here) -> None:
        if _negates(one, other) or _negates(other, one):
            self.edit("negation", here, other)
        elif isinstance(other, ast.JoinedStr) and isinstance(one, ast.Constant):
            has_braces = "{" in str(one.value)
            self.edit("f_string" if has_braces else self.where, here, other)
        elif isinstance(other, ast.Await) and _dump(other.value) == _dump(one):
            self.edit("no_await", here, other, ast.unparse(one))
        elif isinstance(other, ast.Starred) and _dump(other.value) == _dump(one):
            self.edit("star", here, other, ast.unparse(one))
        elif _within(one, other) or _within(other, one):
            around = here.parent
            arithmetic = isinstance(one, ast.BinOp) or isinstance(other, ast.BinOp)
            index = here.field == "slice" and arithmetic  # and no key
            in_ends = isinstance(around, ast.Slice) or index or _is_range(around)
            kind = "boundary" if in_ends else "operand" if arithmetic else self._kind(around)
            self.edit(kind, here, other)
        else:
            self.edit(self._kind(here.parent), here, other)

    def _kind(self, node: Any) -> str:
        """What a change is called that has no smaller name."""
        if isinstance(node, ast.BinOp):
            return "operand"
        return "argument" if isinstance(node, ast.keyword) and node.arg == "key" else self.where


def of_expressions(one: Any, other: Any, function: str) -> list[Edit]:
    """The differences of two statements of one kind, each by itself, and then all of them."""
    where = next((name for kind, name in _WHERE.items() if isinstance(one, kind)), "statement")
    line = one.pattern.lineno if isinstance(one, ast.match_case) else one.lineno
    statement = _Statement(line, function, where)
    if isinstance(one, ast.AugAssign) and type(one.op) is not type(other.op):
        statement.operators(one, other, None)
    else:
        statement.fields(one, other)
    if len(statement.edits) < 2:
        return statement.edits
    names = [name for name in one._fields if name not in _BLOCKS]
    swaps = tuple(
        Swap(one, name, placed_all(getattr(other, name), one))
        for name in names
        if _dump(getattr(one, name)) != _dump(getattr(other, name))
    )
    return [*statement.edits, Edit(where, line, _WHOLE, swaps, function)]


def _other_pattern(mine: list[Any], right: list[Any]) -> bool:
    """Whether the first argument of a call is another string, whatever else differs."""
    first = [it[0].value for it in (mine, right) if it and isinstance(it[0], ast.Constant)]
    return len(first) == 2 and first[0] != first[1] and all(isinstance(it, str) for it in first)


def _content(here: _Here) -> Any:
    if isinstance(here.holder, ast.AST):
        return getattr(here.holder, str(here.key))
    return here.holder[here.key] if here.holder is not None else None


def _dump(node: Any) -> str:
    if isinstance(node, list):
        return repr([_dump(one) for one in node])
    return ast.dump(node) if isinstance(node, ast.AST) else repr(node)


def _same_but(one: ast.AST, other: ast.AST, name: str) -> bool:
    return all(
        _dump(getattr(one, field)) == _dump(getattr(other, field))
        for field in one._fields
        if field != name
    )


def _the_same_way(one: ast.Compare, other: ast.Compare) -> ast.Compare:
    """The other comparison with its sides as in the first: `elem >= x` beside `x < elem`."""
    if len(one.ops) != 1 or len(other.ops) != 1 or type(other.ops[0]) not in _MIRRORED:
        return other
    left, right = other.left, other.comparators[0]
    if _dump(left) != _dump(one.comparators[0]) or _dump(right) != _dump(one.left):
        return other
    operator = _MIRRORED[type(other.ops[0])]()
    return ast.copy_location(ast.Compare(right, [operator], [left]), other)


def _negates(one: ast.AST, other: ast.AST) -> bool:
    return (
        isinstance(one, ast.UnaryOp)
        and isinstance(one.op, ast.Not)
        and _dump(one.operand) == _dump(other)
    )


def _within(inner: ast.AST, outer: ast.AST) -> bool:
    return any(_dump(inner) == _dump(node) for node in ast.iter_child_nodes(outer))


def _is_range(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "range"
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
