"""Which parts of a condition may be meant in another way."""

from __future__ import annotations

import ast
import re

_YES_OR_NO = re.compile(
    r"(all|any|bool|callable|fullmatch|hasattr|match|search)$|(is|has)_?|.*with$"
)


def is_yes_or_no(node: ast.expr) -> bool:
    """Whether a call gives `True` or `False` (or a match), and never a 0 that counts."""
    if not isinstance(node, ast.Call):
        return False
    return _YES_OR_NO.match(ast.unparse(node.func).rpartition(".")[2]) is not None


def is_left_alone(value: ast.expr, first: ast.Compare) -> bool:
    """Whether it may be meant as the right side of the comparison before it: `x == 1 or 2`."""
    is_not = isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.Not)
    asks_for_none = isinstance(first.ops[0], ast.Is | ast.IsNot)
    return not (isinstance(value, ast.Compare | ast.Call) or is_not or asks_for_none)
