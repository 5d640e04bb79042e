"""Edits of expressions: operators, numbers, names, boundaries, conditions, answers."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any

from .calls import (
    TWINS,
    of_attribute,
    of_call,
    of_glued,
    of_largest,
    of_list,
    of_open,
    of_subscript,
    of_text,
)
from .comparisons import of_empty_line, of_first, of_items, of_letter_case, of_truth
from .conditions import is_left_alone, is_yes_or_no
from .edit import Edit, Position, Swap, expression, placed
from .operators import ARITHMETIC, COMPARISONS, LIKELY, NEXT, PAIRS, SIGNS
from .queries import of_words
from .templates import of_template

_COST_OF_CONSTANTS = 2.0
Maker = Callable[[Any, Position], Iterator[Edit]]


def of_expression(node: ast.expr, place: Position) -> Iterator[Edit]:
    """The edits of one expression at its place."""
    for kind, maker in _MAKERS:
        if isinstance(node, kind):
            yield from maker(node, place)


def _compare(node: ast.Compare, place: Position) -> Iterator[Edit]:
    for number, old in enumerate(node.ops):
        for new in (*COMPARISONS, PAIRS.get(type(old))):
            if new is None or new is type(old):
                continue
            if type(old) not in COMPARISONS and new is not PAIRS.get(type(old)):
                continue
            near = new is NEXT.get(type(old)) or new is PAIRS.get(type(old))
            swap = Swap(node.ops, number, new())
            yield Edit(
                "equality" if isinstance(old, ast.Is | ast.IsNot) else "comparison",
                place.line,
                0.95 if near else 1.3,
                (swap,),
                place.function,
                SIGNS[type(old)],
                SIGNS[new],
            )
    if len(node.ops) == 1 and isinstance(node.ops[0], ast.In | ast.NotIn):
        right = node.comparators[0]
        equal = ast.Eq() if isinstance(node.ops[0], ast.In) else ast.NotEq()
        was = SIGNS[type(node.ops[0])]
        yield place.change("comparison", 1.4, node, "ops", [equal], was, SIGNS[type(equal)])
        for method in ("keys", "values"):
            call = placed(ast.Call(ast.Attribute(right, method, ast.Load()), [], []), right)
            yield Edit("name", place.line, 3.0, (Swap(node.comparators, 0, call),), place.function)


def of_operator(node: ast.BinOp | ast.AugAssign, place: Position) -> Iterator[Edit]:
    """Another arithmetic operator."""
    if type(node.op) not in ARITHMETIC:
        return
    for new in ARITHMETIC:
        if new is not type(node.op):
            cost = 1.1 if (type(node.op), new) in LIKELY else 1.7
            yield place.change(
                "arithmetic", cost, node, "op", new(), SIGNS[type(node.op)], SIGNS[new]
            )


def _operands(node: ast.BinOp, place: Position) -> Iterator[Edit]:
    yield from of_operator(node, place)
    if isinstance(node.op, ast.Add) and isinstance(node.right, ast.Name | ast.Subscript):
        for one in (ast.List([node.right], ast.Load()), ast.Tuple([node.right], ast.Load())):
            swap = Swap(node, "right", placed(one, node))
            yield Edit("item_not_list", place.line, 1.3, (swap,), place.function, "+")
    yield place.replace("operand", 1.8, node.left)
    yield place.replace("operand", 1.8, node.right)
    if isinstance(node.op, ast.Sub | ast.Div | ast.FloorDiv | ast.Mod):
        cost = 1.2 if isinstance(node.op, ast.Sub) else 1.7
        yield place.replace("operand_order", cost, ast.BinOp(node.right, node.op, node.left))
    left, right = node.left, node.right
    if isinstance(left, ast.BinOp):  # a - b * c for (a - b) * c
        inner = ast.BinOp(left.right, node.op, right)
        yield place.replace("parentheses", 1.6, ast.BinOp(left.left, left.op, inner))
    if isinstance(right, ast.BinOp):
        inner = ast.BinOp(left, node.op, right.left)
        yield place.replace("parentheses", 1.6, ast.BinOp(inner, right.op, right.right))
    if isinstance(node.op, ast.Mult) and isinstance(left, ast.List):
        rows = expression(
            f"[__import__('copy').deepcopy({ast.unparse(left)}[0]) for _ in range(0)]"
        )
        assert isinstance(rows, ast.ListComp)  # noqa: S101 - just written
        rows.generators[0].iter = placed(ast.Call(ast.Name("range", ast.Load()), [right], []), node)
        yield place.replace("shared_rows", 0.9, rows)


def _bool(node: ast.BoolOp, place: Position) -> Iterator[Edit]:
    new = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
    yield place.change("and_or", 1.0, node, "op", new, SIGNS[type(node.op)], SIGNS[type(new)])
    if len(node.values) == 2:
        of_sets = ast.BitAnd() if isinstance(node.op, ast.And) else ast.BitOr()
        both = ast.BinOp(node.values[0], of_sets, node.values[1])
        yield place.replace("set_operator", 1.5, both, SIGNS[type(node.op)])
    yield from _lone_part(node, place)
    for number, value in enumerate(node.values):
        rest = [*node.values[:number], *node.values[number + 1 :]]
        fewer = rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        yield place.replace("condition_part", 1.9, fewer)
        first = node.values[0]
        if number and isinstance(first, ast.Compare) and is_left_alone(value, first):
            spread = ast.Compare(first.left, list(first.ops), [value])
            values = [*node.values]
            values[number:] = [
                spread if one is value else ast.Compare(first.left, list(first.ops), [one])
                for one in node.values[number:]
            ]
            for operator in (ast.Or(), ast.And()):
                yield place.replace("spread_comparison", 0.8, ast.BoolOp(operator, values))


def _lone_part(node: ast.BoolOp, place: Position) -> Iterator[Edit]:
    """`"@" and "." in text`: what stands alone gets the comparison of the part after it."""
    last = node.values[-1]
    if not (isinstance(last, ast.Compare) and len(last.ops) == 1):
        return
    values = [
        ast.Compare(one, list(last.ops), list(last.comparators))
        if isinstance(one, ast.Constant)
        else one
        for one in node.values
    ]
    if any(new is not old for new, old in zip(values, node.values, strict=True)):
        yield place.replace("spread_comparison", 0.8, ast.BoolOp(node.op, values))


def _constant(node: ast.Constant, place: Position) -> Iterator[Edit]:
    value = node.value
    if isinstance(value, bool):
        yield place.change("truth", 1.1, node, "value", not value, str(value), str(not value))
    elif isinstance(value, int):
        for cost, new in _numbers(value):
            yield place.change("number", cost, node, "value", new, str(value), str(new))
        for name in place.names:
            yield place.replace("number_to_name", 2.4, ast.Name(name, ast.Load()), str(value), name)
    elif value is None and not isinstance(place.parent, ast.Call | ast.Compare):
        for text in ("0", "[]", "False", "True", "''"):
            yield place.replace("value", 1.9, expression(text), "None", text)
    elif isinstance(value, str) and not isinstance(place.parent, ast.Expr):
        yield from _text(value, node, place)
        yield from of_words(node, place.function)
    if isinstance(value, float):
        for other in (value * 10, value / 10, value * 100, value / 100, value + 1):
            yield place.change("number", 2.0, node, "value", other, str(value), str(other))


def _numbers(value: int) -> Iterator[tuple[float, int]]:
    near = {value + 1: 1.2, value - 1: 1.2, 0: 1.4, 1: 1.4, -value: 1.6, 2: 2.2}
    if abs(value) > 4:
        near |= {value * 10: 2.0, value // 10: 2.0, 100: 2.2, 60: 2.4, 10: 2.4}
    yield from ((cost, new) for new, cost in near.items() if new != value)


def _text(value: str, node: ast.Constant, place: Position) -> Iterator[Edit]:
    yield from of_template(node, value, place)
    if "{" in value and "}" in value and not isinstance(place.parent, ast.JoinedStr):
        try:
            formatted = expression(f"f{value!r}")
        except (SyntaxError, ValueError):
            formatted = None
        if isinstance(formatted, ast.JoinedStr):
            yield place.replace("f_string", 0.7, formatted)
    if value in place.names:
        yield place.replace("quotes", 0.9, ast.Name(value, ast.Load()), repr(value), value)
    for near in get_close_matches(value, place.words, 4, 0.5) if len(value) < 40 else ():
        if near != value:
            yield place.change("text", 1.2, node, "value", near)
    for new in dict.fromkeys(_spellings(value)):
        if new != value and len(value) < 40:
            yield place.change("text", 2.2, node, "value", new)


def _format(node: ast.JoinedStr, place: Position) -> Iterator[Edit]:
    """`:>12` for `:<12` in an f-string."""
    first = node.values[0] if node.values and isinstance(place.parent, ast.FormattedValue) else None
    if not isinstance(first, ast.Constant):
        return
    spec = re.fullmatch(r"([<>]?)(\d.*)", str(first.value))
    for mark in "<>" if spec is not None else "":
        if spec is not None and mark != spec[1]:
            yield place.change("alignment", 0.9, first, "value", f"{mark}{spec[2]}")


def _spellings(value: str) -> tuple[str, ...]:
    unmarked = value.rstrip(".,:;!?")
    return (value.strip(), unmarked, f"{value} ", f" {value}", "", " ", value.lower())


def _name(node: ast.Name, place: Position) -> Iterator[Edit]:
    if not isinstance(node.ctx, ast.Load):
        return
    called = isinstance(place.parent, ast.Call) and place.field == "func"
    if called and node.id in TWINS:
        twin = TWINS[node.id]
        yield place.replace("function", 1.4, ast.Name(twin, ast.Load()), node.id, twin)
    for other in place.callables if called else place.names:
        if other != node.id:
            new = ast.Name(other, ast.Load())
            cost = 1.4 if called or not other.isupper() else _COST_OF_CONSTANTS
            yield place.replace("function" if called else "name", cost, new, node.id, other)
    for another in place.names if not called else ():
        if another != node.id:
            item = ast.Subscript(ast.Name(another, ast.Load()), node, ast.Load())
            yield place.replace("item_of", 1.8, item, node.id, another)
    if node.id in ("true", "false"):
        yield place.replace("truth", 0.6, ast.Constant(node.id == "true"), node.id)


def _boundary(node: ast.expr, place: Position) -> Iterator[Edit]:
    if not isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
        return
    parent = place.parent
    in_range = isinstance(parent, ast.Call) and (
        isinstance(parent.func, ast.Name) and parent.func.id == "range" and place.field == "args"
    )
    in_slice = isinstance(parent, ast.Slice) or (
        isinstance(parent, ast.Subscript) and place.field == "slice"
    )
    if isinstance(node, ast.Constant) and (not isinstance(node.value, int) or in_range or in_slice):
        return  # the number itself is tried
    cost = 1.1 if in_range or in_slice else 1.5 if isinstance(parent, ast.Tuple) else 2.1
    if (
        in_range
        or in_slice
        or isinstance(parent, ast.Compare | ast.Return | ast.Assign | ast.Tuple)
    ):
        for operator in (ast.Add(), ast.Sub()):
            new = ast.BinOp(node, operator, ast.Constant(1))
            yield place.replace("boundary", cost, new)


def _tested(node: ast.expr, place: Position) -> Iterator[Edit]:
    """Edits of a whole condition."""
    if place.field != "test" or not isinstance(place.parent, ast.If | ast.While | ast.IfExp):
        return
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield place.replace("negation", 1.0, node.operand)
    else:
        yield place.replace("negation", 1.3, ast.UnaryOp(ast.Not(), node))
    for name in place.names:
        have = ast.BoolOp(ast.And(), [ast.Name(name, ast.Load()), node])
        lack = ast.BoolOp(ast.Or(), [ast.UnaryOp(ast.Not(), ast.Name(name, ast.Load())), node])
        yield place.replace("condition", 3.2, have, now=name)
        yield place.replace("condition", 3.2, lack, now=name)


def _or_default(node: ast.BoolOp, place: Position) -> Iterator[Edit]:
    """`basket or []`, where an empty basket is meant to be taken: only `None` is not."""
    first = node.values[0]
    is_value = place.field not in ("test", "ifs") and not isinstance(place.parent, ast.BoolOp)
    if not (is_value and isinstance(node.op, ast.Or) and len(node.values) == 2):
        return
    if isinstance(first, ast.Name | ast.Attribute | ast.Subscript):
        given = ast.Compare(first, [ast.IsNot()], [ast.Constant(None)])
        new = ast.IfExp(given, first, node.values[1])
        yield place.replace("zero_is_false", 1.0, new, ast.unparse(first)[:40])


def _rounded(node: ast.BinOp, place: Position) -> Iterator[Edit]:
    """`a // b`, or one more than that, where every part of a whole counts as one."""
    one_more = isinstance(node.op, ast.Add) and ast.unparse(node.right) == "1"
    division = node.left if one_more else node
    if isinstance(division, ast.BinOp) and isinstance(division.op, ast.Div | ast.FloorDiv):
        turned = ast.BinOp(ast.UnaryOp(ast.USub(), division.left), ast.FloorDiv(), division.right)
        yield place.replace("rounding", 1.6, ast.UnaryOp(ast.USub(), turned))


def _zero_is_false(node: ast.expr, place: Position) -> Iterator[Edit]:
    """`if price:` where `price` may be 0: only `None` is meant."""
    is_whole = place.field in ("test", "ifs") and not isinstance(place.parent, ast.Assert)
    if not (is_whole or isinstance(place.parent, ast.BoolOp)):
        return
    is_not = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    asked = node.operand if isinstance(node, ast.UnaryOp) and is_not else node
    if is_yes_or_no(asked):
        return
    if isinstance(asked, ast.Name | ast.Attribute | ast.Subscript | ast.Call):
        operator = ast.Is() if is_not else ast.IsNot()
        new = ast.Compare(asked, [operator], [ast.Constant(None)])
        yield place.replace("zero_is_false", 1.1, new, ast.unparse(asked)[:40])


def _not(node: ast.UnaryOp, place: Position) -> Iterator[Edit]:
    if isinstance(node.op, ast.Not) and place.field != "test":
        yield place.replace("negation", 1.2, node.operand)
    if isinstance(node.op, ast.USub | ast.UAdd):
        yield place.replace("arithmetic", 1.5, node.operand, "-")


IN_ORDER = "sorted"
"""What makes a function that should sort right by accident: its items come sorted."""


def _iterated(node: ast.expr, place: Position) -> Iterator[Edit]:
    """Edits of what a `for` iterates over."""
    if not (place.field == "iter" and isinstance(place.parent, ast.For | ast.comprehension)):
        return
    text = ast.unparse(node)
    yield place.replace("copy_before_loop", 1.0, expression(f"list({text})"))
    for made, cost in (("range({})", 1.3), ("range(len({}))", 1.5), ("enumerate({})", 1.4)):
        yield place.replace("iterated", cost, expression(made.format(text)), now="index")
    yield place.replace("iterated", 2.0, expression(f"reversed({text})"))
    yield place.replace("iterated", 2.0, expression(f"sorted({text})"), now=IN_ORDER)


def _handed_on(node: ast.Name, place: Position) -> Iterator[Edit]:
    """`yield row`, `rows.append(row)`: a copy, where `row` itself changes afterwards."""
    around = place.parent
    is_added = (
        isinstance(around, ast.Call)
        and isinstance(around.func, ast.Attribute)
        and around.func.attr == "append"
        and place.field == "args"
    )
    if isinstance(node.ctx, ast.Load) and (is_added or isinstance(around, ast.Yield)):
        copied = expression(f"__import__('copy').copy({node.id})")
        yield place.replace("handed_on", 1.0, copied, node.id)


def _returned(node: ast.expr, place: Position) -> Iterator[Edit]:
    """Edits of what `return` returns."""
    if not isinstance(place.parent, ast.Return):
        return
    text = ast.unparse(node)
    for made in ("not ({})", "list({})", "sorted({})", "({})[::-1]", "tuple({})", "str({})",
                 "int({})", "len({})", "round({}, 2)", "({}).lower()", "({}).strip()"):  # fmt: skip
        yield place.replace("answer", 2.1, expression(made.format(text)))
    for name in place.names:
        yield place.replace("answer", 2.0, ast.Name(name, ast.Load()), now=name)
        yield place.replace("answer", 2.2, expression(f"len({name})"), now=name)
    if isinstance(node, ast.Constant | ast.List | ast.Tuple):
        for new in ("0", "[]", "False", "True", "None", "''"):
            yield place.replace("answer", 2.0, expression(new), now=new)


_MAKERS: tuple[tuple[Any, Maker], ...] = (
    (ast.Compare, _compare),
    (ast.Compare, of_letter_case),
    (ast.Compare, of_truth),
    (ast.Compare, of_empty_line),
    (ast.Compare, of_items),
    (ast.Compare, of_first),
    (ast.BoolOp, _or_default),
    (ast.BinOp, _rounded),
    (ast.BinOp, _operands),
    (ast.BinOp, of_glued),
    (ast.BoolOp, _bool),
    (ast.Constant, _constant),
    (ast.JoinedStr, _format),
    (ast.Name, _name),
    (ast.Name, _handed_on),
    (ast.Name | ast.Call | ast.BinOp | ast.Subscript | ast.Attribute, _boundary),
    (ast.Call, of_call),
    (ast.Call, of_largest),
    (ast.Call, of_text),
    (ast.Call, of_open),
    (ast.Subscript, of_subscript),
    (ast.List, of_list),
    (ast.Attribute, of_attribute),
    (ast.UnaryOp, _not),
    (ast.expr, _tested),
    (ast.expr, _zero_is_false),
    (ast.expr, _iterated),
    (ast.expr, _returned),
)
