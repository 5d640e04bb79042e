"""Symptoms of `TypeError`: which value is of which kind on the line, and what was asked of it."""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Callable

from course.checking.values import UNKNOWN
from course.checking.words import a_type, code
from course.explaining.scene import Scene
from course.explaining.shape import BUILTINS, body_nodes, names_in, parameters
from course.plural import counted


def type_error(scene: Scene) -> tuple[str, str] | None:
    """The first explanation whose pattern fits Python's words."""
    for pattern, explain in _PATTERNS:
        if found := re.search(pattern, scene.message):
            return explain(scene, found)
    return None


def _of_kind(scene: Scene, kind: str, nodes: list[ast.expr]) -> ast.expr | None:
    """The first of the nodes whose value in the frame is of the type named."""
    for node in nodes:
        value = scene.value(node)
        if value is not UNKNOWN and type(value).__name__ == kind:
            return node
    return None


def _not_callable(scene: Scene, found: re.Match[str]) -> tuple[str, str]:
    kind = found.group(1)
    for call in scene.nodes(ast.Call):
        name = ast.unparse(call.func)
        if isinstance(call.func, ast.Name) and name in BUILTINS:
            line = _where_set(scene, name)
            if line is None:
                continue
            return "shadows_builtin", (
                f"`{name}` is {a_type(kind)} there, because line {line} uses that name for a value "
                f"of yours. After that, the function `{name}` of Python cannot be reached by its "
                "name: give your value another name."
            )
        if scene.value(call.func) is not UNKNOWN and type(scene.value(call.func)).__name__ == kind:
            if kind in {"list", "tuple", "dict", "str"}:
                return "calls_a_value", (
                    f"`{name}` is {a_type(kind)}, and `{name}(...)` with round brackets calls a "
                    "function. An item of it is written with square brackets."
                )
            return "calls_a_value", (
                f"`{name}` is {a_type(kind)} there, not a function, and round brackets after a "
                "value call it."
            )
        if isinstance(call.func, ast.Attribute) and _is_property(scene, call.func.attr):
            return "calls_a_property", (
                f"`{call.func.attr}` is a property of yours: it gives its value without round "
                "brackets, and the brackets then call that value."
            )
    return "calls_a_value", (
        f"Something on that line is {a_type(kind)}, and the round brackets after it call it like a "
        f"function. {scene.values_there()}".strip()
    )


def _where_set(scene: Scene, name: str) -> int | None:
    function = scene.function
    if function is not None:
        if name in parameters(function):
            return function.lineno
        for node in body_nodes(function):
            if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store):
                return node.lineno
    for statement in scene.evidence.tree.body if scene.evidence.tree else ():
        if isinstance(statement, ast.Assign) and any(
            name in names_in(t) for t in statement.targets
        ):
            return statement.lineno
    return None


def _is_property(scene: Scene, name: str) -> bool:
    function = scene.evidence.functions.get(name)
    return function is not None and any(
        ast.unparse(mark).endswith("property") for mark in function.decorator_list
    )


def _two_kinds(scene: Scene, found: re.Match[str]) -> tuple[str, str]:
    operator, left, right = found.groups()
    if "NoneType" in (left, right):
        for node in scene.nodes(ast.BinOp):
            for side in (node.left, node.right):
                if scene.value(side) is None:
                    return "operates_on_none", (
                        f"`{operator}` cannot work with `None`, and `{ast.unparse(side)}` is "
                        "`None` there."
                    )
        return "operates_on_none", (
            f"One side of `{operator}` is `None` there, and `{operator}` cannot work with it. "
            f"{scene.values_there()}".strip()
        )
    return "mixes_types", (
        f"On the left of `{operator}` there is {a_type(left)}, on the right {a_type(right)}; "
        "Python "
        f"does not mix the two. {scene.values_there()}".strip()
    )


def _concatenate(scene: Scene, found: re.Match[str]) -> tuple[str, str]:
    left, right = found.groups()
    return "mixes_types", (
        f"`+` can put {_TWO.get(left, f'two values of the type `{left}`')} together; here the "
        "other side is "
        f"{a_type(right)}. {scene.values_there()}".strip()
    )


_TWO = {"str": "two texts", "list": "two lists", "tuple": "two tuples", "bytes": "two `bytes`"}


def _compared(scene: Scene, found: re.Match[str]) -> tuple[str, str]:
    operator, left, right = found.groups()
    return "compares_types", (
        f"Python cannot say whether {a_type(left)} is `{operator}` {a_type(right)}. "
        f"{scene.values_there()}".strip()
    )


def _not_subscriptable(scene: Scene, found: re.Match[str]) -> tuple[str, str]:
    kind = found.group(1)
    nodes = [node.value for node in scene.nodes(ast.Subscript)]
    node = _of_kind(scene, kind, list(nodes))
    if kind in {"function", "builtin_function_or_method", "method", "type"}:
        return "brackets_after_function", (
            "Square brackets stand right after a function. A function is called with round "
            "brackets."
        )
    who = f"`{ast.unparse(node)}` is {a_type(kind)} there" if node else f"It is {a_type(kind)}"
    if kind.startswith(("dict_", "set", "generator", "map", "filter", "zip")):
        return "no_positions", f"{who}, and that has no positions to pick an item by."
    return "no_positions", (
        f"{who}, and square brackets after a value ask for one of its items. "
        f"{'`None`' if kind == 'NoneType' else 'Such a value'} has no items."
    )


def _not_iterable(scene: Scene, found: re.Match[str]) -> tuple[str, str]:
    kind = found.group(1)
    for loop in scene.nodes(ast.For):
        walked = ast.unparse(loop.iter)
        if kind == "int":
            return "loops_over_number", (
                f"`for ... in {walked}` walks over the items of something, but `{walked}` is a "
                "number, and a number has no items."
            )
        return "loops_over_nothing", (
            f"`for ... in {walked}` walks over the items of something, but `{walked}` is "
            f"{a_type(kind)} there."
        )
    return "not_items", f"It needs something with items, and got {a_type(kind)}. " + (
        scene.values_there()
    )


def _indices(scene: Scene, found: re.Match[str]) -> tuple[str, str]:
    kind = found.group(2)
    for node in scene.nodes(ast.Subscript):
        value = scene.value(node.slice)
        if value is UNKNOWN or type(value).__name__ != kind:
            continue
        index = ast.unparse(node.slice)
        text = (
            f"`{ast.unparse(node)}` asks for a position, and positions are whole numbers; "
            f"`{index}` is {code(repr(value), 30)} there, {a_type(kind)}."
        )
        loop = _loop_over_items(scene, index)
        if loop:
            text += f" The loop on line {loop} gives `{index}` the items themselves, not positions."
        elif kind == "float":
            text += (
                " `/` always gives a number with a decimal point, even where nothing is left over."
            )
        return "index_not_a_number", text
    return "index_not_a_number", (
        f"Positions are whole numbers; here it is {a_type(kind)}. {scene.values_there()}".strip()
    )


def _loop_over_items(scene: Scene, name: str) -> int | None:
    for node in body_nodes(scene.function) if scene.function else []:
        if (
            isinstance(node, ast.For)
            and ast.unparse(node.target) == name
            and not ast.unparse(node.iter).startswith("range(")
        ):
            return node.lineno
    return None


def _needs_whole(scene: Scene, _found: re.Match[str]) -> tuple[str, str]:
    return "needs_whole_number", (
        "It needs a whole number, and got one with a decimal point. `/` always gives a number with "
        f"a decimal point. {scene.values_there()}".strip()
    )


def _no_assignment(scene: Scene, found: re.Match[str]) -> tuple[str, str]:
    kind = found.group(1)
    what = {"tuple": "A tuple", "str": "A text", "range": "A `range`"}.get(kind, "This value")
    return "cannot_be_changed", (
        f"{what} cannot be changed in place: its items stay as they are. {scene.values_there()}"
    ).strip()


def _unhashable(_scene: Scene, found: re.Match[str]) -> tuple[str, str]:
    kind = found.group(1)
    return "unhashable", (
        f"{a_type(kind).capitalize()} cannot be a key of a dict or an item of a set, because it "
        "can change."
    )


def _no_length(scene: Scene, found: re.Match[str]) -> tuple[str, str]:
    return "no_length", (
        f"`len` counts the items of something, and got {a_type(found.group(1))}. "
        f"{scene.values_there()}".strip()
    )


def _argument_count(scene: Scene, found: re.Match[str]) -> tuple[str, str]:
    name = found.group(1).rpartition(".")[2]
    function = scene.evidence.functions.get(name)
    held = parameters(function) if function else []
    if function is not None and "." in found.group(1) and (not held or held[0] != "self"):
        return "self_missing", (
            f"`{name}` is called on an object, and Python hands that object over as the first "
            f"argument; the first parameter of `{name}` on line {function.lineno} is not `self`."
        )
    if function is None:
        return "argument_count", f"Python says: {code(scene.message, 120)}."
    return "argument_count", (
        f"`{name}` has {counted(len(held), 'parameter')} ({', '.join(f'`{p}`' for p in held)}), "
        f"and this call does not fit: {code(scene.message, 120)}."
    )


def _unexpected_keyword(scene: Scene, found: re.Match[str]) -> tuple[str, str]:
    return _no_such_keyword(scene, found.group(1).rpartition(".")[2], found.group(2))


def _foreign_keyword(scene: Scene, found: re.Match[str]) -> tuple[str, str]:
    return _no_such_keyword(scene, found.group(2), found.group(1))


def _no_such_keyword(scene: Scene, function: str, name: str) -> tuple[str, str]:
    known = {"sort": ("key", "reverse"), "print": ("sep", "end", "file", "flush")}
    near = difflib.get_close_matches(name, known.get(function, ()), 1, 0.6)
    called = next(
        (ast.unparse(c.func) for c in scene.nodes(ast.Call) if name in {k.arg for k in c.keywords}),
        function,
    )
    more = f" There is a `{near[0]}`, which looks similar." if near else ""
    return "argument_name", f"`{called}(...)` has no argument called `{name}`.{more}"


def _formatting(_scene: Scene, _found: re.Match[str]) -> tuple[str, str]:
    return "percent_on_text", (
        "The value on the left of `%` is a text. There, `%` fills values into the text; it does "
        "not give the rest of a division."
    )


_PATTERNS: tuple[tuple[str, Callable[[Scene, re.Match[str]], tuple[str, str]]], ...] = (
    (r"'(\w+)' object is not callable", _not_callable),
    (r"unsupported operand type\(s\) for (\S+?):? '(\w+)' and '(\w+)'", _two_kinds),
    (r"can only concatenate (\w+) \(not \"(\w+)\"\)", _concatenate),
    (r"'(\S+)' not supported between instances of '(\w+)' and '(\w+)'", _compared),
    (r"'(\w+)' object is not subscriptable", _not_subscriptable),
    (r"'(\w+)' object is not iterable", _not_iterable),
    (r"argument of type '(\w+)' is not (?:iterable|a container)", _not_iterable),
    (r"(\w+) indices must be integers(?: or slices)?, not '?(\w+)'?", _indices),
    (r"'float' object cannot be interpreted as an integer", _needs_whole),
    (r"'(\w+)' object does not support item (?:assignment|deletion)", _no_assignment),
    (r"unhashable type: '(\w+)'", _unhashable),
    (r"cannot use '(\w+)' as a (?:dict key|set element)", _unhashable),
    (r"object of type '(\w+)' has no len\(\)", _no_length),
    (r"([\w.<>]+)\(\) (?:takes|missing)", _argument_count),
    (r"'(\w+)' is an invalid keyword argument for (\w+)\(\)", _foreign_keyword),
    (r"([\w.<>]+)\(\) got an unexpected keyword argument '(\w+)'", _unexpected_keyword),
    (r"not all arguments converted during string formatting", _formatting),
)
