"""Marks the operands of a test file: what it compares is handed through a check.

A mark is a constant that is called with the operand. In the compiled code, which is kept and used
again, each becomes the check that a job has for it.
"""

from __future__ import annotations

import ast
import types
from collections.abc import Callable, Iterator
from typing import Any

from .typed import TYPED

Check = Callable[[Any], Any]

_ARITHMETIC: dict[type[ast.operator], str] = {
    ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "truediv", ast.FloorDiv: "floordiv",
    ast.Mod: "mod", ast.Pow: "pow", ast.BitAnd: "and", ast.BitOr: "or", ast.BitXor: "xor",
    ast.LShift: "lshift", ast.RShift: "rshift", ast.MatMult: "matmul",
}  # fmt: skip
_ORDERING = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_MARK = "\0compared "


class _Operands(ast.NodeTransformer):
    """Marks the operands of a test file whose asserts have been rewritten."""

    def _marked(self, operand: ast.expr, *groups: str) -> ast.expr:
        if isinstance(operand, ast.Starred | ast.Slice):
            return operand
        if isinstance(operand, ast.Constant) and not {"left", "right"}.intersection(groups):
            return operand
        mark = ast.copy_location(ast.Constant(_MARK + " ".join(groups)), operand)
        return ast.copy_location(ast.Call(mark, [operand], []), operand)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """`a == b`, `a < b`, `a in b`; `is` asks nobody."""
        self.generic_visit(node)
        operands = [node.left, *node.comparators]
        groups: list[set[str]] = [set() for _ in operands]
        for number, operator in enumerate(node.ops):
            if isinstance(operator, ast.Is | ast.IsNot):
                continue
            both = {"order"} if isinstance(operator, _ORDERING) else set()
            groups[number] |= both | {"equal"}
            groups[number + 1] |= both | {"equal"}
            if isinstance(operator, ast.Eq) and len(operands) == 2:
                groups[number].add("left")
                groups[number + 1].add("right")
            if isinstance(operator, ast.In | ast.NotIn):
                groups[number + 1] |= {"holds"}
        marked = [
            self._marked(operand, *sorted(group)) if group else operand
            for operand, group in zip(operands, groups, strict=True)
        ]
        node.left, node.comparators = marked[0], marked[1:]
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        """`abs(a - b) < 0.1`: who does the subtraction decides."""
        self.generic_visit(node)
        name = _ARITHMETIC[type(node.op)]
        node.left, node.right = self._marked(node.left, name), self._marked(node.right, name)
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        """`not a`: an assert is one. What a value holds decides nothing about it."""
        self.generic_visit(node)
        if isinstance(node.op, ast.Not):
            node.operand = self._marked(node.operand, "itself")
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """`self.assertEqual(a, b)` and its like; what answers in the place of `input`."""
        self.generic_visit(node)
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if name == "setattr" and len(node.args) == 2 and _is_input(node.args[0]):
            node.args[1] = self._marked(node.args[1], TYPED)
        if name.startswith("assert") and not name.startswith(("assertRaises", "assertWarns")):
            groups = {"equal"}
            if "Greater" in name or "Less" in name:
                groups.add("order")
            elif "Almost" in name:
                groups.add("sub")
            elif name in ("assertIn", "assertNotIn"):
                groups.add("holds")
            node.args = [self._marked(one, *sorted(groups)) for one in node.args]
        return node


def _is_input(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value == "builtins.input"


def mark_operands(tree: ast.Module) -> None:
    """Have every operand handed through a check, which `with_checks` puts into the code."""
    _Operands().visit(tree)


def with_checks(code: types.CodeType, path: str, check: Callable[[str], Check]) -> types.CodeType:
    """The same code, and all code inside it, as if compiled from `path`, marks made checks."""
    return code.replace(co_filename=path, co_consts=tuple(_constants(code, path, check)))


def _constants(code: types.CodeType, path: str, check: Callable[[str], Check]) -> Iterator[Any]:
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield with_checks(constant, path, check)
        elif type(constant) is str and constant.startswith(_MARK):
            yield check(constant.removeprefix(_MARK))
        else:
            yield constant
