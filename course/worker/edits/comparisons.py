"""Edits of comparisons of two items that have parts: which part decides."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from .edit import Edit, Position, Swap, expression, placed

_NO_TEXT = (ast.Constant, ast.BinOp, ast.Compare, ast.BoolOp, ast.Tuple, ast.List, ast.Set)
_ITEMS = (ast.Name, ast.Subscript)
_OTHER_WAY: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE,
}  # fmt: skip


def of_items(node: ast.Compare, place: Position) -> Iterator[Edit]:
    """`item > best`, where one part of each is to be compared."""
    sides = (node.left, *node.comparators)
    if len(sides) != 2 or not all(isinstance(it, _ITEMS) for it in sides):
        return
    if type(node.ops[0]) not in _OTHER_WAY:
        return  # of what is only equal or not, a part may be so by accident
    ways = [(list(node.ops), 1.3), ([_OTHER_WAY[type(node.ops[0])]()], 1.7)]
    for operators, cost in ways:
        for part in (1, 0, -1):
            left, right = (ast.Subscript(it, expression(str(part)), ast.Load()) for it in sides)
            yield place.replace("compared_whole", cost, ast.Compare(left, operators, [right]))
    parts = [it.slice for it in sides if isinstance(it, ast.Subscript)]
    if len(parts) == 2 and all(isinstance(it, ast.Constant) for it in parts):
        yield from _compared_part(sides, [ast.unparse(it) for it in parts], ways, place)


def _compared_part(sides: Any, parts: list[str], ways: Any, place: Position) -> Iterator[Edit]:
    """`a[0] > b[0]`, where the other part of each is to be compared."""
    for operators, cost in ways if len(set(parts)) == 1 else ():
        for other in {"0", "1", "-1"} - set(parts):
            left, right = (ast.Subscript(it.value, expression(other), ast.Load()) for it in sides)
            new = ast.Compare(left, operators, [right])
            yield place.replace("compared_part", cost - 0.1, new, f"[{parts[0]}]")


def of_first(node: ast.Compare, place: Position) -> Iterator[Edit]:
    """`item > items[0]`, where it is to be compared with the one that was chosen so far."""
    if len(node.ops) != 1 or type(node.ops[0]) not in _OTHER_WAY:
        return
    ways = [(type(node.ops[0])(), 1.2), (_OTHER_WAY[type(node.ops[0])](), 1.5)]
    for number, side in enumerate((node.left, node.comparators[0])):
        if not (isinstance(side, ast.Subscript) and isinstance(side.slice, ast.Constant)):
            continue
        used = {it.id for it in ast.walk(node) if isinstance(it, ast.Name)}
        for name in (it for it in place.names if it not in used):
            for operator, cost in ways:
                sides = [node.left, node.comparators[0]]
                sides[number] = ast.Name(name, ast.Load())
                new = ast.Compare(sides[0], [operator], [sides[1]])
                yield place.replace("compared_first", cost, new, ast.unparse(side), name)


def of_truth(node: ast.Compare, place: Position) -> Iterator[Edit]:
    """`fits(item) == True`, where anything that counts as true is meant."""
    side = node.comparators[0]
    if not (isinstance(side, ast.Constant) and isinstance(side.value, bool)):
        return
    if isinstance(node.ops[0], ast.Eq | ast.Is) and len(node.ops) == 1:
        new = node.left if side.value else ast.UnaryOp(ast.Not(), node.left)
        what = ast.unparse(node.left)[:40]
        yield place.replace("only_true", 1.0, new, what, str(side.value))


def of_empty_line(node: ast.Compare, place: Position) -> Iterator[Edit]:
    """`line != ""` of a line that was read: it has its line end, and may have spaces."""
    side = node.comparators[0]
    if isinstance(side, ast.Constant) and side.value == "" and isinstance(node.left, ast.Name):
        stripped = ast.Call(ast.Attribute(node.left, "strip", ast.Load()), [], [])
        new = ast.Compare(stripped, node.ops, node.comparators)
        yield place.replace("blank_line", 1.0, new, node.left.id)


def of_letter_case(node: ast.Compare, place: Position) -> Iterator[Edit]:
    """A comparison of strings that leaves capital letters as they are."""
    if len(node.ops) != 1 or not isinstance(node.ops[0], ast.In | ast.NotIn | ast.Eq | ast.NotEq):
        return
    sides: list[tuple[Any, str | int, ast.expr]] = [
        (node, "left", node.left),
        (node.comparators, 0, node.comparators[0]),
    ]
    for holder, key, side in sides:
        if not isinstance(side, _NO_TEXT) and ".lower()" not in ast.unparse(side):
            lower = placed(ast.Call(ast.Attribute(side, "lower", ast.Load()), [], []), side)
            yield Edit("letter_case", place.line, 2.2, (Swap(holder, key, lower),), place.function)
