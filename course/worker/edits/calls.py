"""Edits of calls, methods, indexes, slices and lists."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator

from .edit import Edit, Position, Swap, expression, placed

TWINS = {
    "append": "extend", "extend": "append", "pop": "remove", "remove": "discard", "min": "max",
    "max": "min", "any": "all", "all": "any", "lower": "upper", "upper": "lower",
    "startswith": "endswith", "endswith": "startswith", "lstrip": "strip", "rstrip": "strip",
    "strip": "rstrip", "title": "capitalize", "capitalize": "title", "keys": "values",
    "values": "keys", "items": "values", "update": "setdefault", "find": "rfind", "add": "update",
    "floor": "ceil", "ceil": "floor", "round": "int", "int": "float", "float": "int",
    "isalpha": "isalnum", "isalnum": "isalpha", "isdigit": "isalnum", "sorted": "list",
    "partition": "rpartition", "rpartition": "partition", "split": "rsplit", "rsplit": "split",
    "rfind": "find", "index": "rindex", "rindex": "index", "values_list": "values",
    "match": "search", "search": "fullmatch", "fullmatch": "search",
}  # fmt: skip
_OF_QUERIES = {"values": "values_list", "filter": "exclude", "exclude": "filter"}
"""What the queries of Django have, beside those."""
_WRAPPERS = ("len", "str", "int", "list", "sorted", "sum", "abs", "round", "float", "set", "tuple")


BUILTINS = frozenset(dir(builtins))
_OF_SEVERAL = frozenset({"chain", "gather", "intersection", "merge", "product", "union", "zip"})
"""Of their arguments each is a list, a set or the like: one list of them all is seldom meant."""


def of_call(node: ast.Call, place: Position) -> Iterator[Edit]:
    """The arguments, the method and the order of a call."""
    if len(node.args) == 2:
        swap = Swap(node, "args", node.args[::-1])
        yield Edit("argument_order", place.line, 1.5, (swap,), place.function)
    function = node.func
    if isinstance(function, ast.Attribute):
        yield from _of_method(node, function, place)
    if isinstance(function, ast.Name):
        yield from _of_function(node, function, place)
    yield from _star(node, place)
    yield from _of_keywords(node, place)


def _of_method(node: ast.Call, function: ast.Attribute, place: Position) -> Iterator[Edit]:
    if function.attr in TWINS:
        twin = TWINS[function.attr]
        swap = Swap(function, "attr", twin)
        yield Edit("method", place.line, 1.3, (swap,), place.function, function.attr, twin)
    if function.attr in _OF_QUERIES and (node.args or node.keywords):
        twin = _OF_QUERIES[function.attr]
        swap = Swap(function, "attr", twin)
        yield Edit("method", place.line, 1.0, (swap,), place.function, function.attr, twin)
    if not node.args and not isinstance(place.parent, ast.Expr):
        yield place.replace("extra_call", 2.0, function.value)
    inner = function.value
    if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute):
        first = ast.Attribute(inner.func.value, function.attr, ast.Load())
        after = ast.Attribute(
            ast.Call(first, node.args, node.keywords), inner.func.attr, ast.Load()
        )
        turned = ast.Call(after, inner.args, inner.keywords)
        yield place.replace("call_order", 1.3, turned, inner.func.attr, function.attr)
    if function.attr in ("find", "rfind") and len(node.args) == 1 and _is_tested(place):
        membership = ast.Compare(node.args[0], [ast.In()], [function.value])
        yield place.replace("find_truth", 0.8, membership, function.attr)
    yield from _split(node, function, place)
    yield from _popped(node, function, place)
    yield from _renamed(node, function, place)
    if function.attr in _OF_FOLDER and not isinstance(place.parent, ast.Call):
        in_order = ast.Call(ast.Name("sorted", ast.Load()), [node], [])
        yield place.replace("any_order", 0.9, in_order, function.attr)


def _of_function(node: ast.Call, function: ast.Name, place: Position) -> Iterator[Edit]:
    if function.id == "enumerate" and not node.keywords and len(node.args) <= 2:
        start = [] if len(node.args) == 2 else [placed(ast.Constant(1), node)]
        swap = Swap(node, "args", [node.args[0], *start])
        yield Edit("counted_from", place.line, 1.2, (swap,), place.function)
    if function.id == "range" and len(node.args) == 1:
        start = placed(ast.Call(function, [ast.Constant(1), *node.args], []), node)
        yield place.replace("boundary", 1.5, start)
    if function.id == "range" and len(node.args) == 2:
        yield Edit(
            "boundary", place.line, 1.5, (Swap(node, "args", node.args[1:]),), place.function
        )
    if len(node.args) == 1 and function.id in _WRAPPERS:
        yield place.replace("extra_call", 1.8, node.args[0], function.id)


def _of_keywords(node: ast.Call, place: Position) -> Iterator[Edit]:
    for number, keyword in enumerate(node.keywords):
        fewer = [*node.keywords[:number], *node.keywords[number + 1 :]]
        cost = 1.8 if keyword.arg in ("reverse", "key") else 2.3
        swap = Swap(node, "keywords", fewer)
        yield Edit("argument", place.line, cost, (swap,), place.function, keyword.arg or "")
    function = node.func
    if isinstance(function, ast.Name | ast.Attribute):
        name = function.id if isinstance(function, ast.Name) else function.attr
        if name in ("sorted", "sort") and not any(it.arg == "reverse" for it in node.keywords):
            more = [*node.keywords, ast.keyword("reverse", placed(ast.Constant(True), node))]
            ast.copy_location(more[-1], node)
            swap = Swap(node, "keywords", more)
            yield Edit("argument", place.line, 1.6, (swap,), place.function, "", "reverse")


def _popped(node: ast.Call, function: ast.Attribute, place: Position) -> Iterator[Edit]:
    """`queue.pop()`, where the first one is meant to be taken."""
    if function.attr == "pop" and not node.args:
        swap = Swap(node, "args", [placed(ast.Constant(0), node)])
        yield Edit("taken_from", place.line, 1.3, (swap,), place.function, "()", "0")
    if function.attr == "pop" and [ast.unparse(it) for it in node.args] == ["0"]:
        yield Edit("first_taken", place.line, 1.1, (Swap(node, "args", []),), place.function)


def of_open(node: ast.Call, place: Position) -> Iterator[Edit]:
    """`open(path, "a")`, where what the file holds should go, or the other way round."""
    if ast.unparse(node.func).rpartition(".")[2] != "open":
        return
    for one in node.args[-1:] + [it.value for it in node.keywords if it.arg == "mode"]:
        if isinstance(one, ast.Constant) and one.value in ("a", "w"):
            other = "w" if one.value == "a" else "a"
            yield place.change("file_mode", 0.9, one, "value", other, one.value, other)


_OF_FOLDER = frozenset({"glob", "iterdir", "listdir", "rglob"})
"""They give what is in a folder in no order that can be relied on."""


def _renamed(node: ast.Call, function: ast.Attribute, place: Position) -> Iterator[Edit]:
    """`path.rename(name)`: a bare name is one in the folder where the program runs."""
    if function.attr in ("rename", "replace") and len(node.args) == 1 and not node.keywords:
        name = ast.Attribute(function.value, "with_name", ast.Load())
        beside = placed(ast.Call(name, node.args, []), node)
        swap = Swap(node, "args", [beside])
        yield Edit("moved_away", place.line, 1.0, (swap,), place.function, function.attr)


_GIVE_TEXT = frozenset(
    {"group", "input", "strip", "lstrip", "rstrip", "removeprefix", "removesuffix"}
)


def of_text(node: ast.Call, place: Position) -> Iterator[Edit]:
    """`found.group(1)`, `line.strip()`: text, where it should be the number that it says."""
    name = ast.unparse(node.func).rpartition(".")[2]
    around = ast.Call | ast.Attribute | ast.Subscript | ast.Compare
    made = isinstance(place.parent, around)
    if name in _GIVE_TEXT and not made:
        number = ast.Call(ast.Name("int", ast.Load()), [node], [])
        yield place.replace("still_text", 1.2, number, ast.unparse(node)[:40])


def _split(node: ast.Call, function: ast.Attribute, place: Position) -> Iterator[Edit]:
    """`line.split(":")`, where what comes after the first one is to stay in one piece."""
    only = node.args[0] if len(node.args) == 1 and not node.keywords else None
    if function.attr == "split" and isinstance(only, ast.Constant) and isinstance(only.value, str):
        swap = Swap(node, "args", [only, placed(ast.Constant(1), node)])
        yield Edit("split_once", place.line, 1.2, (swap,), place.function, "", repr(only.value))
        if only.value == " ":
            swap = Swap(node, "args", [])
            yield Edit("split_at_each", place.line, 1.0, (swap,), place.function)


def _star(node: ast.Call, place: Position) -> Iterator[Edit]:
    """`gather(requests)`: a list, where each of its items is an argument."""
    name = ast.unparse(node.func).rpartition(".")[2]
    only = node.args[0] if len(node.args) == 1 else None
    if name in _OF_SEVERAL and isinstance(only, ast.Name | ast.ListComp):
        swap = Swap(node, "args", [placed(ast.Starred(only, ast.Load()), node)])
        yield Edit("star", place.line, 0.8, (swap,), place.function, ast.unparse(only))
    elif isinstance(only, ast.Name) and name not in BUILTINS:
        swap = Swap(node, "args", [placed(ast.Starred(only, ast.Load()), node)])
        yield Edit("star", place.line, 1.5, (swap,), place.function, ast.unparse(only))


def of_largest(node: ast.Call, place: Position) -> Iterator[Edit]:
    """`max(names)`, where the longest is meant; `people.sort()`, where their ages decide."""
    has_key = any(it.arg == "key" for it in node.keywords)
    name = ast.unparse(node.func).rpartition(".")[2]
    if has_key or name not in ("max", "min", "sorted", "sort") or name == place.function:
        return
    for way, cost in (("len", 2.1), *((f"lambda item: item[{at}]", 2.2) for at in (1, 0, -1))):
        key = _keyword("key", way, node)
        ways = [[*node.keywords, key]]
        if name.startswith("sort") and not node.keywords:
            ways.append([key, _keyword("reverse", "True", node)])
        for keywords in ways:
            swap = Swap(node, "keywords", keywords)
            yield Edit("measured_by", place.line, cost, (swap,), place.function, name)


def _keyword(name: str, value: str, like: ast.expr) -> ast.keyword:
    return ast.copy_location(ast.keyword(name, placed(expression(value), like)), like)


def _is_tested(place: Position) -> bool:
    """Whether only the truth of an expression counts."""
    if isinstance(place.parent, ast.UnaryOp):
        return isinstance(place.parent.op, ast.Not)
    return isinstance(place.parent, ast.BoolOp) or place.field == "test"


def of_glued(node: ast.BinOp, place: Position) -> Iterator[Edit]:
    """`text + str(a) + str(b)`: the digits side by side, where their sum is meant."""
    if not isinstance(node.op, ast.Add) or not _is_str_call(node.right):
        return
    before = node.left.right if isinstance(node.left, ast.BinOp) else node.left
    if not _is_str_call(before):
        return
    one, other = before.args[0], node.right.args[0]  # type: ignore[attr-defined]
    total: ast.expr = ast.Call(node.right.func, [ast.BinOp(one, ast.Add(), other)], [])  # type: ignore[attr-defined]
    if isinstance(node.left, ast.BinOp):
        total = ast.BinOp(node.left.left, ast.Add(), total)
    yield place.replace("glued", 0.8, total, ast.unparse(before), ast.unparse(node.right))


def _is_str_call(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "str" and len(node.args) == 1


def of_list(node: ast.List, place: Position) -> Iterator[Edit]:
    """`["a, b"]`: one string with commas, where there should be several."""
    only = node.elts[0] if len(node.elts) == 1 else None
    if isinstance(only, ast.Constant) and isinstance(only.value, str) and "," in only.value:
        parts: list[ast.expr] = [ast.Constant(part.strip()) for part in only.value.split(",")]
        yield place.replace("one_string", 0.7, ast.List(parts, ast.Load()), only.value)


def of_subscript(node: ast.Subscript, place: Position) -> Iterator[Edit]:
    """An index or a slice."""
    if not isinstance(node.ctx, ast.Load):
        return
    if not isinstance(node.slice, ast.Slice):
        if isinstance(node.value, ast.Name):
            yield place.replace("brackets", 2.2, ast.Call(node.value, [node.slice], []))
        yield place.replace("index", 2.0, node.value)
        return
    for name in ("lower", "upper", "step"):
        if getattr(node.slice, name) is not None:
            swap = Swap(node.slice, name, None)
            yield Edit("slice", place.line, 1.5, (swap,), place.function)
    for name, new in (("lower", 1), ("upper", -1), ("step", -1)):
        if getattr(node.slice, name) is None:
            swap = Swap(node.slice, name, placed(expression(str(new)), node))
            yield Edit("slice", place.line, 1.6, (swap,), place.function)


def of_attribute(node: ast.Attribute, place: Position) -> Iterator[Edit]:
    """A method that nothing calls."""
    if not isinstance(node.ctx, ast.Load):
        return
    if not (isinstance(place.parent, ast.Call) and place.field == "func"):
        yield place.replace("call_missing", 0.9, ast.Call(node, [], []), node.attr)
