"""`TypeError` of items: of what has none, by what is no index, of what cannot be changed."""

from __future__ import annotations

import ast

from course.checking.values import UNKNOWN
from course.checking.words import a_type, code
from course.explaining.exception_scene import Reason, Scene
from course.explaining.on_conversions import reads_number
from course.explaining.on_lookups import loop_over_items
from course.explaining.syntax_tree import IN_PLACE, parameters, parse
from course.explaining.unusual import FUNCTIONS, of_kind, unusual, walked
from course.plural import counted


def not_subscriptable(scene: Scene, kind: str) -> Reason:
    """Brackets after something that has no items."""
    nodes = [node.value for node in scene.nodes(ast.Subscript)]
    is_method = any(isinstance(n, ast.Attribute) and n.attr not in IN_PLACE for n in nodes)
    if (kind not in FUNCTIONS or is_method) and (reason := unusual(scene, (kind,))) is not None:
        return reason
    if kind in FUNCTIONS:
        name = next(
            (ast.unparse(n) for n in nodes if isinstance(n, ast.Name | ast.Attribute)), "it"
        )
        return Reason(
            "brackets_after_function",
            f"`{name}` is {a_type(kind)}, and a function is called with parentheses, not brackets.",
        )
    node = of_kind(scene, kind, iter(nodes))
    if node is None and len(nodes) == 1 and scene.kind_of(nodes[0]) is None:
        node = nodes[0]
    who = f"`{ast.unparse(node)}` is {a_type(kind)} there" if node else f"It is {a_type(kind)}"
    if kind.startswith(("dict_", "set", "generator", "map", "filter", "zip")):
        text = f"{who}, and that has no index to pick an item by."
        if not kind.startswith("set"):
            text += " `list(...)` makes a list of its items."
        return Reason("no_positions", text)
    what = "`None`" if kind == "NoneType" else "Such a value"
    return Reason(
        "no_positions",
        f"{who}, and brackets after a value ask for one of its items. {what} has none.",
    )


def not_iterable(scene: Scene, kind: str) -> Reason | None:
    """A loop, or a call, over something that has no items."""
    if (reason := unusual(scene, (kind,))) is not None:
        return reason
    if kind == "async_generator":
        return Reason(
            "async_for_missing",
            "An `async def` with `yield` is gone through with `async for`, not with `for`.",
        )
    for node in walked(scene):
        if scene.kind_of(node) != kind and not (
            kind == "type" and ast.unparse(node) in {"list", "dict", "set", "str", "tuple"}
        ):
            continue
        name = ast.unparse(node)
        if kind == "type":
            return Reason(
                "type_for_value", f"`{name}` is Python's own type, not one of your values."
            )
        if (star := _star_missing(scene, name, kind)) is not None:
            return star
        what = (
            "a number has no items" if kind in {"int", "float"} else f"{a_type(kind)} has no items"
        )
        more = (
            " `range(...)` counts."
            if kind == "int" and isinstance(scene.statement, ast.For)
            else ""
        )
        return Reason(
            "loops_over_number" if kind == "int" else "loops_over_nothing",
            f"The line goes through the items of `{name}`, but `{name}` is {a_type(kind)} there, "
            f"and {what}.{more}",
        )
    return Reason(
        "not_items",
        f"It needs something with items, and gets {a_type(kind)}. {scene.values_there()}".strip(),
    )


def _star_missing(scene: Scene, name: str, kind: str) -> Reason | None:
    """The last parameter gets one value, and other calls pass several arguments there."""
    names = parameters(scene.function) if scene.function is not None else []
    if scene.function is None or name not in names or scene.function.args.vararg is not None:
        return None
    for case in scene.evidence.cases:
        call = parse(case.call)
        node = call.body[0].value if call and isinstance(call.body[0], ast.Expr) else None
        passed = len(node.args) if isinstance(node, ast.Call) else 0
        if case.function == scene.function.name and passed > len(names):
            return Reason(
                "star_missing",
                f"`{name}` takes one argument, which is {a_type(kind)} there, and the tests pass "
                f"several, as in {code(case.call, 60)}. A parameter with `*` before it takes them "
                "all, as a tuple.",
            )
    return None


def unpacked(scene: Scene, kind: str) -> Reason | None:
    """Several names for something that is one value."""
    assigned = scene.statement.value if isinstance(scene.statement, ast.Assign) else None
    if isinstance(assigned, ast.Constant) and assigned.value is None:
        return Reason("operates_on_none", "`None` holds no items that several names could get.")
    if (reason := unusual(scene, (kind,))) is not None:
        return reason
    if start := loop_takes_apart(scene, None):
        return Reason("unpacking", f"{start} an item is {a_type(kind)} there.")
    if not scene.line:  # in a test: its own names say nothing to the learner
        return Reason("unpacking", f"The test expects several values there, not {a_type(kind)}.")
    return Reason(
        "unpacking",
        f"The names on the left want several values, and there is {a_type(kind)}. "
        f"{scene.values_there()}".strip(),
    )


def loop_takes_apart(scene: Scene, wanted: str | None) -> str:
    """`for a, b` takes each item of `pairs` apart into 2 names, and ...: the sentence's start.

    Where the line takes apart at several places, which of them failed is not known. Empty where
    no loop does.
    """
    loops: list[ast.For | ast.comprehension] = [*scene.nodes(ast.For)]
    loops += scene.nodes(ast.comprehension)
    taking = [(it.target, it.iter) for it in loops if isinstance(it.target, ast.Tuple | ast.List)]
    if not taking:
        return ""
    into = f" into {wanted}" if wanted else ""
    if len(taking) > 1:
        return f"A loop on that line takes items apart{into}, and"
    target, walked = taking[0]
    names = ast.unparse(target)
    if isinstance(target, ast.Tuple):
        names = ", ".join(map(ast.unparse, target.elts)) + "," * (len(target.elts) == 1)
    start = f"`for {names}` takes each item of `{ast.unparse(walked)}` apart"
    if nested(target):
        there = f" there are {wanted}, and" if wanted else ""
        return f"{start}, and items of these items as well. At one of these steps{there}"
    return f"{start} into {wanted or counted(len(target.elts), 'name')}, and"


def nested(target: ast.expr) -> bool:
    """Whether what is taken apart has parts that are taken apart once more: `a, (b, c)`."""
    kinds = (ast.Tuple, ast.List)
    return isinstance(target, kinds) and any(isinstance(it, kinds) for it in target.elts)


def indices(scene: Scene, sort: str, kind: str) -> Reason:
    """An index that is no whole number."""
    sort = "str" if sort == "string" else sort
    for node in scene.nodes(ast.Subscript):
        if kind == "tuple" and isinstance(node.value, ast.List | ast.Tuple):
            line = node.value.end_lineno or node.lineno
            return Reason(
                "comma_missing_between",
                f"On line {line} there is no comma after {code(ast.unparse(node.value), 30)}, so "
                "Python takes the brackets that follow for an index.",
                line,
            )
        if kind == "tuple" and isinstance(node.slice, ast.Tuple):
            return Reason(
                "index_not_a_number",
                f"`{ast.unparse(node)}` has a comma between its brackets, and one index is one "
                "number. A part has a colon there, `items[1:3]`; an item of an item has two pairs "
                "of brackets, `rows[1][2]`.",
            )
        value = scene.value(node.slice)
        if value is UNKNOWN or type(value).__name__ != kind:
            continue
        if scene.kind_of(node.value) not in (None, sort, f"{sort}s"):
            continue  # the index that is refused is another one on that line
        index, name = ast.unparse(node.slice), ast.unparse(node.value)
        is_there = f"`{index}` is {code(repr(value), 30)} there"
        if isinstance(node.slice, ast.Constant):
            is_there = f"`{index}` is {a_type(kind)}" if value is not None else "`None` is none"
        elif value is not None:
            is_there += f", {a_type(kind)}"
        text = f"`{name}` is {a_type(sort)}, and its index is a whole number; {is_there}."
        loop = loop_over_items(scene, index)
        holder = loop_over_items(scene, name)
        if loop:
            text += (
                f" The loop on line {loop} gives `{index}` the items themselves, not their index."
            )
        elif holder and sort == "str":
            text += f" The loop on line {holder} gives `{name}` one string after another."
        elif isinstance(value, str) and reads_number(value) == "int":
            text += " `int(...)` makes a number of it."
        elif kind == "float" and isinstance(node.slice, ast.Constant):
            text += " `int(...)` makes a whole number of it."
        elif kind == "float":
            text += " `/` always gives a number with a decimal point."
        return Reason("index_not_a_number", text)
    return Reason(
        "index_not_a_number",
        f"An index is a whole number; here it is {a_type(kind)}. {scene.values_there()}".strip(),
    )


def slices(scene: Scene, _what: str) -> Reason:
    """A slice with a number that is no whole one."""
    return Reason(
        "index_not_a_number",
        f"The numbers of a slice, before and after its colon, are whole numbers. "
        f"{scene.values_there()}".strip(),
    )


def needs_whole(scene: Scene, kind: str) -> Reason:
    """`range([1, 2])`, `range("3")`."""
    calls = [it for it in scene.nodes(ast.Call) if ast.unparse(it.func) not in scene.definitions]
    for call in calls:
        for argument in call.args:
            if scene.kind_of(argument) != kind:
                continue
            name, given = ast.unparse(call.func), ast.unparse(argument)
            what = "number" if name.endswith("sleep") else "whole number"
            text = f"`{name}` needs a {what}, and `{given}` is {a_type(kind)}."
            is_display = isinstance(argument, ast.List | ast.Tuple | ast.Dict | ast.Set)
            if kind in {"list", "tuple", "dict", "set"} and not is_display:
                text += f" `len({given})` is how many items it has."
            elif kind == "float" and isinstance(argument, ast.Constant):
                text += " `int(...)` makes one of it."
            elif kind == "float":
                text += " `/` always gives a number with a decimal point; `//` gives a whole one."
            elif kind == "str" and name.rpartition(".")[2] in {"date", "datetime"}:
                text += f" `{name}.fromisoformat(...)` reads a date from a string."
            elif kind == "str" and str(scene.value(argument)).strip().isdecimal():
                text += " `int(...)` makes a number of it."
            return Reason("needs_whole_number", text)
    return Reason(
        "needs_whole_number",
        f"It needs a whole number, and gets {a_type(kind)}. {scene.values_there()}".strip(),
    )


def no_assignment(scene: Scene, kind: str) -> Reason | None:
    """An item of a string or tuple is set."""
    if (reason := unusual(scene, (kind,) if kind == "NoneType" else ())) is not None:
        return reason
    what = {"tuple": "A tuple", "str": "A string", "range": "A `range`"}.get(kind)
    node = of_kind(scene, kind, (n.value for n in scene.nodes(ast.Subscript)))
    who = f"`{ast.unparse(node)}` is {a_type(kind)} there. " if node else ""
    sentence = (
        f"{what} cannot be changed in place{', as a list can' if kind == 'tuple' else ''}; only a "
        f"new one can be made.{' `list(...)` makes a list of it.' if kind == 'range' else ''}"
        if what
        else f"No item of {a_type(kind)} can be set."
    )
    return Reason("cannot_be_changed", f"{who}{sentence}")


def unhashable(scene: Scene, kind: str) -> Reason:
    """A list as a key, or a list where coroutines are taken one by one."""
    for call in scene.nodes(ast.Call):
        if (
            ast.unparse(call.func).endswith("gather")
            and call.args
            and not isinstance(call.args[0], ast.Starred)
        ):
            name = ast.unparse(call.func)
            given = code(ast.unparse(call.args[0]), 40)
            return Reason(
                "star_missing",
                f"`{name}` takes the coroutines one by one, and gets one list, {given}. A `*` "
                "before the list passes its items.",
            )
    if scene.class_named(kind) is not None:
        return Reason(
            "unhashable",
            f"A key of a dict and an item of a set need a `__hash__`. `{kind}` has none: a class "
            "that defines `__eq__` loses it, unless it defines `__hash__` too.",
        )
    fixed = {"list": "A tuple can. ", "set": "A `frozenset` can. "}.get(kind, "")
    return Reason(
        "unhashable",
        f"{a_type(kind).capitalize()} cannot be a key of a dict or an item of a set, because it "
        f"can change. {fixed}{scene.values_there()}".strip(),
    )


def no_length(scene: Scene, kind: str) -> Reason | None:
    """`len` of something without items."""
    if (reason := unusual(scene, (kind,))) is not None:
        return reason
    if scene.class_named(kind) is not None:
        return Reason(
            "no_length",
            f"`len` asks an object of a class for its `__len__`, and `{kind}` has no such method.",
        )
    if kind in {"generator", "map", "filter", "zip", "enumerate", "list_iterator"}:
        return Reason(
            "no_length",
            f"`len` counts items that are there, and {a_type(kind)} makes one after another. "
            "`list(...)` collects them.",
        )
    return Reason(
        "no_length",
        f"`len` counts the items of something, and gets {a_type(kind)}. "
        f"{scene.values_there()}".strip(),
    )


def joined(_scene: Scene, index: str, kind: str) -> Reason:
    """`.join()` of something other than strings."""
    return Reason(
        "joins_no_texts",
        f"`.join()` joins strings only; item {index} of what it gets is {a_type(kind)}.",
    )


def no_pairs(scene: Scene, number: str) -> Reason:
    """`dict([1, 2])`: items that are no pairs of a key and a value."""
    keys_only = " `dict.fromkeys(...)` takes keys alone." if "dict(" in scene.code else ""
    return Reason(
        "dict_of_no_pairs",
        f"A dict is made of pairs, a key and a value, and item {number} of what it gets is not a "
        f"pair.{keys_only} {scene.values_there()}".strip(),
    )


def type_for_list(scene: Scene) -> Reason | None:
    """`prices = list[3, 4]`, which is a type, used where the values are wanted."""
    used = {node.id for node in scene.nodes(ast.Name)}
    body = scene.evidence.tree
    for node in ast.walk(body) if body is not None else ():
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Subscript):
            continue
        word = ast.unparse(node.value.value)
        names = used & {ast.unparse(target) for target in node.targets}
        aliases = [it for it in names if "Alias" in scene.frame.variables.get(it, "")]
        if word in {"list", "tuple", "set", "dict"} and aliases:
            return Reason(
                "type_for_value",
                f"Line {node.lineno} gives `{aliases[0]}` a type: `{word}` with brackets after it "
                "only names one. Values are written between brackets without a word before them.",
                node.lineno,
            )
    return None


def looked_for_in_text(scene: Scene, kind: str) -> Reason | None:
    """`3 in "345"`."""
    if (reason := unusual(scene, (kind,))) is not None:
        return reason
    more = " `str(...)` makes a string of it." if kind in {"int", "float"} else ""
    return Reason(
        "looked_for_in_text",
        f"`in` looks for a string in a string, and has {a_type(kind)} on its left. "
        f"{scene.values_there()}".rstrip()
        + more,
    )
