"""Exceptions of lookups: an index outside a list, a key that a dict does not have."""

from __future__ import annotations

import ast
import difflib
import re
from typing import Any

from course.checking.values import UNKNOWN, value_of
from course.checking.words import a_type, code
from course.explaining.exception_scene import Reason, Scene
from course.explaining.loop_shapes import changes_length
from course.explaining.syntax_tree import body_nodes, inside, loops, names_in, parameters
from course.plural import counted

_ADDING = (".append", ".add", ".extend", ".update", ".insert")


def index_error(scene: Scene) -> Reason | None:
    """An `IndexError`: what was asked for, and how much is there."""
    if "pop" in scene.message:
        return _popped(scene)
    if "no such group" in scene.message:
        return Reason("group_missing", "The pattern has no group of that number or name.")
    if "Replacement index" in scene.message:
        return Reason("format_values", "`.format()` gets fewer values than the string has braces.")
    for node in scene.nodes(ast.Subscript):
        asked = scene.value(node.slice)
        size = _size(scene, node.value)
        if size is None or type(asked) is not int or -size <= asked < size:
            continue
        if isinstance(node.ctx, ast.Store):
            return Reason(
                "index_to_set",
                f"`{ast.unparse(node)} = ...` replaces an item that is there, and "
                f"`{ast.unparse(node.value)}` has {counted(size, 'item')}. `.append()` adds one.",
            )
        return _outside(scene, node, size, asked)
    if scene.raised_here and not list(scene.nodes(ast.Subscript)):
        return None
    there = f"{scene.values_there()}{_drawn_index(scene)}"
    return Reason("index_out_of_range", f"It asks for an item that is not there. {there}".strip())


def _drawn_index(scene: Scene) -> str:
    """`names[random.randint(0, 3)]`: what the second number of `randint` means."""
    for node in scene.nodes(ast.Subscript):
        called = node.slice
        if isinstance(called, ast.Call) and ast.unparse(called.func).endswith("randint"):
            return f" {code(ast.unparse(called))} may also give the second of its two numbers."
    return ""


def _size(scene: Scene, node: ast.expr) -> int | None:
    container = scene.value(node)
    if isinstance(container, list | tuple | str | range):
        return len(container)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        text, parts = scene.value(node.func.value), [scene.value(it) for it in node.args]
        words = all(isinstance(it, str) and it for it in parts) and len(parts) < 2
        if node.func.attr == "split" and isinstance(text, str) and words and not node.keywords:
            return len(text.split(*parts))
    return scene.size_of(ast.unparse(node))


def _outside(scene: Scene, node: ast.Subscript, size: int, asked: int) -> Reason:
    whole, name, index = ast.unparse(node), ast.unparse(node.value), ast.unparse(node.slice)
    what = "character" if scene.kind_of(node.value) == "str" else "item"
    if not size:
        why = _emptied(scene, name) or _lets_through(scene, name, node.slice)
        return Reason(
            "index_in_empty",
            f"`{name}` is empty at that moment, so there is no `{whole}`.{why}",
        )
    which = f"`{whole}` asks for index {asked}"
    if not isinstance(node.slice, ast.Constant | ast.UnaryOp):
        which = f"`{index}` is {asked} there"
    last = f"the last index is {size - 1}" if size > 1 else "its only index is 0"
    names = [it.id for it in ast.walk(node.slice) if isinstance(it, ast.Name)]
    loop = next((at for name in names if (at := loop_over_items(scene, name)) is not None), None)
    item = next((it for it in names if loop_over_items(scene, it) is not None), index)
    more = " That is one past the end." if asked == size else ""
    if loop is not None:
        more = f" The loop on line {loop} gives `{item}` the items themselves, not their index."
    elif (shrinks := _shrinks(scene, name, names)) is not None:
        more = shrinks
    elif asked == size and (lets := _lets_through(scene, name, node.slice)):
        more = lets
    return Reason(
        "index_out_of_range",
        f"{which}, but `{name}` has {counted(size, what)}: {last}.{more}",
    )


def _lets_through(scene: Scene, name: str, index: ast.expr) -> str:
    """The `while` around the line that lets an index be as large as the number of items."""
    number = ast.unparse(index)
    too_far = {f"{number} <= len({name})", f"{number} < len({name}) + 1"}
    for loop in loops(scene.function) if scene.function is not None else ():
        around = loop.lineno < scene.line <= (loop.end_lineno or loop.lineno)
        if around and isinstance(loop, ast.While) and ast.unparse(loop.test) in too_far:
            line = f"Line {loop.lineno}, {code(scene.evidence.code(loop.lineno), 40)}"
            return f" {line}, lets `{number}` be `len({name})`, which is one past the end."
    return ""


def _shrinks(scene: Scene, name: str, numbers: list[str]) -> str | None:
    """Where a loop goes over the indexes that a list had before items were taken out of it."""
    for loop in loops(scene.function) if scene.function is not None else ():
        counts = isinstance(loop, ast.For) and ast.unparse(loop.iter).startswith("range(")
        if not (counts and set(numbers) & set(names_in(loop.target))):  # type: ignore[union-attr]
            continue
        for node in inside(loop.body):
            if _cuts(node, name) or (changes_length(node, name) and not _lengthens(node)):
                line = node.lineno  # type: ignore[attr-defined]
                return (
                    f" Line {line} takes items out of `{name}` while the loop on line "
                    f"{loop.lineno} counts on."
                )
    return None


def _cuts(node: ast.AST, name: str) -> bool:
    """`items = items[:i] + items[i + 1:]`, a list without one of its items."""
    if not (isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp)):
        return False
    sides = (node.value.left, node.value.right)
    return ast.unparse(node.targets[0]) == name and all(
        isinstance(it, ast.Subscript)
        and isinstance(it.slice, ast.Slice)
        and ast.unparse(it.value) == name
        for it in sides
    )


def _emptied(scene: Scene, name: str) -> str:
    """Which line takes the items out of a list that had some."""
    function, arguments = scene.function, scene.case.arguments
    if function is None:
        return ""
    names = [it for it in parameters(function) if it not in ("self", "cls")]
    if name in names:
        given = arguments[names.index(name)] if len(arguments or ()) == len(names) else None  # type: ignore[index]
        if not isinstance(given, list) or not given or scene.case.function != function.name:
            return ""
    taken = [it for it in body_nodes(function) if changes_length(it, name) and not _lengthens(it)]
    lines = sorted({it.lineno for it in taken})  # type: ignore[attr-defined]
    return f" Line {lines[0]} takes items out of it." if len(lines) == 1 else ""


def _lengthens(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func).endswith(_ADDING)


def loop_over_items(scene: Scene, name: str) -> int | None:
    """The line of the loop that gives a name the items of something, one after another."""
    for node in body_nodes(scene.function) if scene.function else []:
        if (
            isinstance(node, ast.For)
            and ast.unparse(node.target) == name
            and not ast.unparse(node.iter).startswith("range(")
        ):
            return node.lineno
    return None


def _popped(scene: Scene) -> Reason:
    calls = [it for it in scene.nodes(ast.Call) if _pops(it) and not _has_items(it, scene)]
    if "empty" in scene.message:
        if len({ast.unparse(it.func) for it in calls}) == 1:
            owner, method = ast.unparse(calls[0].func).rsplit(".", 1)
            what = f"`{owner}` has no items left for `.{method}()` to take out."
            return Reason("pop_from_empty", what)
        passed = scene.called_variables if not calls else []
        if passed:
            return Reason(
                "pop_from_empty", f"It came from inside `{passed[0]}(...)`, not from this line."
            )
        kind = "a deque" if "deque" in scene.message else "a list"
        return Reason("pop_from_empty", f"It takes an item out of {kind} that has no items left.")
    with_index = [it for it in calls if it.args]
    if len(with_index) == 1:
        return _index_popped(scene, with_index[0])
    return Reason(
        "index_out_of_range", f"`.pop()` got an index that is not there. {scene.values_there()}"
    )


def _pops(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in ("pop", "popleft")


def _has_items(call: ast.Call, scene: Scene) -> bool:
    """Whether what a call takes from is known to have items, so that it is not what stopped."""
    assert isinstance(call.func, ast.Attribute)  # noqa: S101 - the caller has looked
    size = _size(scene, call.func.value)
    index = scene.value(call.args[0]) if call.args else -1
    return size is not None and type(index) is int and -size <= index < size


def _index_popped(scene: Scene, call: ast.Call) -> Reason:
    assert isinstance(call.func, ast.Attribute)  # noqa: S101 - the caller has looked
    name, index = ast.unparse(call.func.value), ast.unparse(call.args[0])
    if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, int):
        text = f"`.pop({index})` takes out the item at index {index}, and `{name}` has none there."
        return Reason("index_out_of_range", text)
    value = scene.value(call.args[0])
    is_there = f" (`{value}` there)" if value is not UNKNOWN and index != str(value) else ""
    return Reason(
        "pop_by_value",
        f"`.pop()` takes an index, and `{index}`{is_there} is not one that `{name}` has. "
        "`.remove()` takes out an item by its value.",
    )


def key_error(scene: Scene) -> Reason | None:
    """A `KeyError`: the key, and the nearest one that is there."""
    if "dictionary is empty" in scene.message:
        return Reason("pop_from_empty", "The dict is empty: `.popitem()` has nothing to take out.")
    if "pop from an empty set" in scene.message:
        return Reason("pop_from_empty", "The set is empty: `.pop()` has nothing to take out.")
    key = scene.message
    if (chained := _chain_map(scene, key)) is not None:
        return chained
    container, name, asked = _looked_up(scene, key)
    if not isinstance(container, dict) and (removed := _removed(scene)) is not None:
        return removed
    if ".format(" in scene.code and not list(scene.nodes(ast.Subscript)):
        return Reason(
            "format_values",
            f"`.format()` gets no value for {code(key.strip(chr(39)))}, which the string names.",
        )
    if key.startswith(("<bound method", "<function", "<built-in method")):
        for node in scene.nodes(ast.Subscript):
            if isinstance(node.slice, ast.Attribute | ast.Name):
                return Reason(
                    "not_called",
                    f"`{ast.unparse(node.slice)}` has no parentheses after it, so the key is the "
                    "function itself, not what it returns.",
                )
    if not name and scene.raised_here:
        return None  # nothing on the line looks anything up
    if not name:
        return Reason(
            "key_missing",
            f"{code(key)} is asked for and is not there: no key of a dict, or no item of a set.",
        )
    if (changed := _changed_before_set(scene, name, f"{name} has no key {code(key)}")) is not None:
        return changed
    if container == {}:
        return Reason("key_missing", f"{name} is empty there, so it has no key {code(key)}.")
    near = _near_key(container, asked) if isinstance(container, dict) else None
    if isinstance(container, dict) and near is None and _small(container, name):
        near = f"{name} is {code(repr(container), 40)} there."
    return Reason("key_missing", f"{name} has no key {code(key)}. {near or ''}".strip())


def _small(container: dict[Any, Any], name: str) -> bool:
    """Whether a dict is named, not written on the line, and its text is not long."""
    return re.fullmatch(r"`[^\W\d]\w*`", name) is not None and len(repr(container)) <= 40


def _chain_map(scene: Scene, message: str) -> Reason | None:
    """What a `ChainMap` does not take out: it looks in its first dict alone."""
    if "No keys found in the first mapping" in message:
        text = "The first dict of the `ChainMap` is empty: `.popitem()` has nothing to take out."
        return Reason("pop_from_empty", text)
    _, found, key = str(value_of(message)).partition("in the first mapping: ")
    if not found:
        return None
    text = f"The first dict of the `ChainMap` has no key {code(key)}, and only that one is changed."
    held = next((it for it in scene.frame.variables.values() if it.startswith("ChainMap(")), "")
    asked = value_of(key)
    first = value_of(held.removeprefix("ChainMap"))
    first = first[0] if isinstance(first, tuple) else first
    near = _near_key(first, asked) if isinstance(first, dict) else None
    return Reason("key_missing", f"{text} {near or ''}".strip())


def _looked_up(scene: Scene, key: str) -> tuple[Any, str, Any]:
    """The dict that has no such key, its name and the key; what is only set cannot lack one."""
    targets = [it.target for it in scene.nodes(ast.AugAssign)]
    read = [it for it in targets if isinstance(it, ast.Subscript)]
    read += [it for it in scene.nodes(ast.Subscript) if not isinstance(it.ctx, ast.Store)]
    for node in read:
        container, asked = scene.value(node.value), scene.value(node.slice)
        is_key = asked is not UNKNOWN and repr(asked) == key
        if isinstance(container, dict) and is_key and asked not in container:
            return container, f"`{ast.unparse(node.value)}`", asked
    for node in read:
        if isinstance(scene.value(node.value), dict) or _is_there(node, scene):
            continue  # it has the key, or another one is looked up there
        if repr(scene.value(node.slice)) == key and scene.kind_of(node.value) in {"dict", None}:
            return UNKNOWN, f"`{ast.unparse(node.value)}`", scene.value(node.slice)
    for call in scene.nodes(ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr == "pop" and call.args:
            if scene.kind_of(call.func.value) not in {"dict", None}:
                continue
            container = scene.value(call.func.value)
            return container, f"`{ast.unparse(call.func.value)}`", scene.value(call.args[0])
    # What is looked up there under a key that cannot be told from the line; else nothing is.
    lookups = [
        it
        for it in read
        if scene.kind_of(it.value) not in {"list", "tuple", "str"} and not _is_there(it, scene)
    ]
    return UNKNOWN, "The dict" if lookups else "", UNKNOWN


def _is_there(node: ast.Subscript, scene: Scene) -> bool:
    """Whether a dict is known to have the key: `raise errors[key]` raises what it found."""
    asked = scene.value(node.slice)
    name = ast.unparse(node.value)
    keys = [
        key
        for statement in (ast.walk(scene.evidence.tree) if scene.evidence.tree else ())
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Dict)
        if name in [ast.unparse(it) for it in statement.targets]
        for key in statement.value.keys
    ]
    written = [key.value for key in keys if isinstance(key, ast.Constant)]
    return asked is not UNKNOWN and asked in written


def _removed(scene: Scene) -> Reason | None:
    for call in scene.nodes(ast.Call):
        is_remove = isinstance(call.func, ast.Attribute) and call.func.attr == "remove"
        if is_remove and isinstance(call.func, ast.Attribute):
            if scene.kind_of(call.func.value) not in {"set", None}:
                continue
            name = ast.unparse(call.func.value)
            return Reason(
                "not_in_set",
                f"`.remove()` takes an item out of `{name}`, and {code(scene.message)} is not in "
                "it. `.discard()` does nothing then.",
            )
    return None


def _changed_before_set(scene: Scene, name: str, where: str) -> Reason | None:
    """What is changed or used under a key before there is one, in the dict of that name."""
    more = "and the first time a key comes up, nothing is stored under it yet."
    for statement in scene.nodes(ast.AugAssign):
        if _is_of(statement.target, name):
            return Reason("key_not_set", f"{where}. The line changes what is stored there, {more}")
    whole = scene.statement
    if (
        isinstance(whole, ast.Assign)
        and _is_of(target := whole.targets[0], name)
        and ast.unparse(target) in ast.unparse(whole.value)
    ):
        return Reason("key_not_set", f"{where}. The line uses what is stored there, {more}")
    for call in scene.nodes(ast.Call):
        receiver = call.func.value if isinstance(call.func, ast.Attribute) else None
        if receiver is not None and _is_of(receiver, name) and _adds(call):
            return Reason("key_not_set", f"{where}. The line adds to what is stored there, {more}")
    return None


def _is_of(node: ast.expr, name: str) -> bool:
    """Whether it is an entry of the dict that lacks the key, or may be one."""
    if not isinstance(node, ast.Subscript):
        return False
    return name in ("The dict", f"`{ast.unparse(node.value)}`")


def _adds(call: ast.Call) -> bool:
    return ast.unparse(call.func).endswith(_ADDING)


def _near_key(container: dict[Any, Any], asked: Any) -> str | None:
    """The key that the one asked for is meant to be, as a sentence."""
    for key in container:
        if type(key) is not type(asked) and str(key) == str(asked):
            return (
                f"It has {code(repr(key))}: {a_type(type(key).__name__)}, not "
                f"{a_type(type(asked).__name__)}."
            )
    if not isinstance(asked, str):
        return None
    names = [key for key in container if isinstance(key, str)]
    for key in names:
        if key.strip().lower() == asked.strip().lower():
            return f"It has {code(repr(key))}: every letter and space counts."
    near = difflib.get_close_matches(asked, names, 1, 0.6)
    return f"It has {code(repr(near[0]))}, which looks similar." if near else None
