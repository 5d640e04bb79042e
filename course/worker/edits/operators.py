"""Operators: their signs, and which of them one may be taken for."""

from __future__ import annotations

import ast

from ..asserting import COMPARISON_SIGNS

COMPARISONS: tuple[type[ast.cmpop], ...] = (
    ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq,
)  # fmt: skip
PAIRS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.Eq,
    ast.IsNot: ast.NotEq,
}
NEXT: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}
ARITHMETIC: tuple[type[ast.operator], ...] = (
    ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow,
)  # fmt: skip
LIKELY = {
    (ast.Add, ast.Sub), (ast.Sub, ast.Add), (ast.Div, ast.FloorDiv), (ast.FloorDiv, ast.Div),
    (ast.FloorDiv, ast.Mod), (ast.Mod, ast.FloorDiv), (ast.Div, ast.Mod), (ast.Mult, ast.Add),
    (ast.Mult, ast.Pow), (ast.Add, ast.Mult), (ast.Mult, ast.Div), (ast.Div, ast.Mult),
}  # fmt: skip
SIGNS: dict[type[ast.AST], str] = {
    **COMPARISON_SIGNS,
    ast.In: "in", ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not",
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
    ast.Pow: "**", ast.And: "and", ast.Or: "or",
}  # fmt: skip
