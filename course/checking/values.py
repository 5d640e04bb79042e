"""Values that can be read from source or from a `repr` without running anything."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final


class Unknown:
    """The value of an expression that cannot be told without running it. Use `UNKNOWN`."""

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = Unknown()
LARGEST = 20_000
"""The most items or characters a value made by an operation may have."""

_OPERATIONS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
_MAKERS: dict[str, Callable[..., Any]] = {
    "list": list,
    "tuple": tuple,
    "set": set,
    "frozenset": frozenset,
    "dict": dict,
    "float": float,
    "int": int,
    "str": str,
    "range": range,
    "sorted": sorted,
}
_NAMED = {"nan": math.nan, "inf": math.inf}


@lru_cache(maxsize=1024)
def value_of(text: object) -> Any:
    """The value a source text or `repr` stands for, or `UNKNOWN`. It is shared: never change it."""
    if not isinstance(text, str) or len(text) > LARGEST:
        return UNKNOWN
    try:
        return evaluate(ast.parse(text.strip(), mode="eval").body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return UNKNOWN


def written(node: ast.expr) -> str | None:
    """The expression as code; None if Python cannot write it.

    Before 3.12 no backslash can be inside an f-string, as a value that a table puts there may need.
    """
    try:
        return ast.unparse(node)
    except ValueError:
        return None


def evaluate(node: ast.expr) -> Any:
    """The value of an expression made of literals, arithmetic and a few builtins, or `UNKNOWN`."""
    try:
        return _evaluate(node)
    except (ValueError, TypeError, ArithmeticError, RecursionError, LookupError):
        return UNKNOWN


def _evaluate(node: ast.expr) -> Any:
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name):
        return _NAMED[node.id]
    if isinstance(node, ast.UnaryOp):
        value = _evaluate(node.operand)
        if isinstance(node.op, ast.Not):
            return not value
        return -value if isinstance(node.op, ast.USub) else +value
    if isinstance(node, ast.BinOp):
        return _operate(node)
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        items = [_evaluate(item) for item in node.elts]
        made = {ast.List: list, ast.Tuple: tuple, ast.Set: set}[type(node)]
        return made(items)
    if isinstance(node, ast.Dict):
        if None in node.keys:
            raise ValueError("a dict is unpacked here")
        keys = [_evaluate(key) for key in node.keys if key is not None]
        return dict(zip(keys, map(_evaluate, node.values), strict=True))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        made_value = _MAKERS[node.func.id](*map(_evaluate, node.args))
        if hasattr(made_value, "__len__") and len(made_value) > LARGEST:
            raise ValueError("too large")
        return made_value
    raise ValueError("not a literal")


def _operate(node: ast.BinOp) -> Any:
    left, right = _evaluate(node.left), _evaluate(node.right)
    if isinstance(node.op, ast.Mult):
        sizes = [len(side) for side in (left, right) if hasattr(side, "__len__")]
        counts = [side for side in (left, right) if isinstance(side, int)]
        if sizes and counts and sizes[0] * counts[0] > LARGEST:
            raise ValueError("too large")
    return _OPERATIONS[type(node.op)](left, right)


def is_number(value: Any) -> bool:
    """Whether the value is an int or float, a bool excepted."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def same(got: Any, expected: Any, tolerance: float | None = None) -> bool:
    """Whether an assertion would take `got` for `expected`; `tolerance` as of `pytest.approx`."""
    try:
        if tolerance is not None and is_number(got) and is_number(expected):
            return math.isclose(got, expected, rel_tol=1e-6, abs_tol=tolerance)
        return bool(got == expected)
    except (TypeError, ValueError, RecursionError):
        return False


def items_of(value: Any) -> list[Any] | None:
    """The items of a list, tuple or set as a list; None for anything else."""
    return list(value) if isinstance(value, list | tuple | set | frozenset) else None


def count_in(items: list[Any], item: Any) -> int:
    """How often the item is in the list, for items of any kind; True is not 1 here."""
    return sum(1 for other in items if type(other) is type(item) and same(other, item))


def less(first: list[Any], second: list[Any]) -> list[Any]:
    """The items of `first` that are left when those of `second` are taken out, one for one."""
    left = list(second)
    over = []
    for item in first:
        for position, other in enumerate(left):
            if same(item, other):
                del left[position]
                break
        else:
            over.append(item)
    return over
