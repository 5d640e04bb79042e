"""`AttributeError`: what the object is, and what its attribute or method is called."""

from __future__ import annotations

import ast
import builtins
import difflib
import re
import sys

from course.checking.words import a_name, a_type, code
from course.explaining.exception_scene import Reason, Scene, attributes_of
from course.explaining.imports import near_in_module
from course.explaining.on_imports import half_imported, half_there
from course.explaining.on_own_classes import of_own_class, read_only
from course.explaining.syntax_tree import BUILTINS
from course.explaining.why_none import why_none

_LENGTH = {"length", "size", "len", "count", "Length"}
_OTHER_NAMES: dict[str, dict[str, str]] = {
    "list": {"add": "append", "push": "append", "delete": "remove", "addAll": "extend"},
    "set": {"append": "add", "push": "add", "insert": "add", "delete": "discard"},
    "dict": {"append": "update", "remove": "pop", "delete": "pop"},
    "str": {
        "trim": "strip",
        "toUpperCase": "upper",
        "toLowerCase": "lower",
        "uppercase": "upper",
        "lowercase": "lower",
        "to_upper": "upper",
        "to_lower": "lower",
        "substring": "",
        "indexOf": "find",
        "contains": "",
        "includes": "",
    },
}
_FIXED = {"append", "remove", "sort", "reverse", "insert", "extend", "pop", "clear", "add"}
_CALLABLES = {"function", "method", "builtin_function_or_method", "method_descriptor"}


def attribute_error(scene: Scene) -> Reason | None:
    """The first explanation whose pattern fits Python's words."""
    if re.fullmatch(r"[A-Za-z_]\w*", scene.message):  # an Enum, before Python 3.12
        holder = _holder(scene, scene.message)
        if holder is not None and scene.class_named(ast.unparse(holder)):
            return _of_type(scene, ast.unparse(holder), scene.message)
    for pattern, explain in _PATTERNS:
        if match := re.match(pattern, scene.message):
            return explain(scene, *match.groups())
    return None


def _holder(scene: Scene, attribute: str, kind: str = "") -> ast.expr | None:
    """What the attribute is asked of; of several, the one whose value is of that type."""
    holders = [node.value for node in scene.nodes(ast.Attribute) if node.attr == attribute]
    fits = (
        [node for node in holders if scene.kind_of(node) == kind] if len(holders) > 1 else holders
    )
    return fits[0] if fits else None


def _of_object(scene: Scene, kind: str, attribute: str) -> Reason:
    holder = _holder(scene, attribute, kind)
    name = ast.unparse(holder) if holder is not None else ""
    who = f"`{name}`" if name else "The value"
    if kind == "NoneType":
        return _of_none(scene, holder, attribute)
    if kind == "coroutine":
        return not_awaited(scene, holder)
    if kind in _CALLABLES:
        if isinstance(holder, ast.Name) and attribute in scene.frame.variables:
            return Reason(
                "attribute_of_function",
                f"{who} is a function there, and `{attribute}` is a value of yours. What a "
                f"function works on goes between its parentheses: `{name}({attribute})`.",
            )
        return Reason(
            "attribute_of_function",
            f"{who} is a function there, and nothing calls it: parentheses after it would. A "
            f"function has no `.{attribute}`.",
        )
    if scene.class_named(kind) is not None:
        return of_own_class(scene, kind, attribute, who)
    start = f"{who} is {a_type(kind)} there, and that has no `.{attribute}`"
    if not name and not scene.line:
        start = f"{a_type(kind).capitalize()} has no `.{attribute}`"
    return Reason("attribute_missing", start + _instead(scene, kind, attribute))


def _instead(scene: Scene, kind: str, attribute: str) -> str:
    """The rest of the sentence: what there is instead."""
    holder = _holder(scene, attribute)
    data = scene.value(holder) if holder is not None else None
    if kind == "dict" and isinstance(data, dict) and attribute in data:
        return f". What a dict holds is reached by its key: `[{attribute!r}]`."
    near_length = difflib.get_close_matches(attribute, ["length"], 1, 0.8)
    if (attribute in _LENGTH or near_length) and kind in {"list", "str", "tuple", "dict", "set"}:
        return ". `len(...)` tells how many items something has."
    if kind in {"int", "float", "bool"} and (attribute in _LENGTH or near_length):
        return "."
    if attribute in {"message", "msg", "mesage", "text"} and _is_exception(kind):
        return f". `str({name})` is its message." if (name := _name_of(scene, attribute)) else "."
    if attribute in {"contains", "includes", "has_key"}:
        return ". `in` tells whether something is in it."
    other = _OTHER_NAMES.get(kind, {}).get(attribute)
    if other:
        return f". The method for that is `.{other}()`."
    if kind == "list" and attribute == "join":
        return '. `.join()` belongs to the string that goes between the items: `", ".join(...)`.'
    if kind in {"str", "tuple"} and attribute in _FIXED:
        what = "A string" if kind == "str" else "A tuple"
        return f". {what} cannot be changed; only a new one can be made."
    if (
        kind == "tuple"
        and isinstance(holder, ast.Name)
        and (line := _comma_at_end(scene, holder.id))
    ):
        return f". The comma at the end of line {line} makes a tuple of one value."
    if items := _items_have(data, attribute):
        return items
    works_on = attribute in BUILTINS and kind in {"list", "str", "tuple", "dict", "set"}
    near = scene.near_attribute(kind, attribute) if not works_on else None
    if near:
        return f"; there is a `.{near}`, which looks similar."
    if attribute in scene.frame.variables and isinstance(holder, ast.Name):
        return f"; but there is a name `{attribute}`. Is the dot meant to be a comma?"
    if kind == "dict" and attribute == "add":
        return ". `{}` makes an empty dict; an empty set is `set()`."
    if attribute == "read" and "json.load(" in scene.code:
        return ". `json.load` reads an open file; `json.loads`, with an `s`, reads a string."
    if works_on:
        return f". `{attribute}(...)` is a function: what it works on goes between its parentheses."
    return "."


def _is_exception(kind: str) -> bool:
    made = getattr(builtins, kind, None)
    return isinstance(made, type) and issubclass(made, BaseException)


def _name_of(scene: Scene, attribute: str) -> str:
    holder = _holder(scene, attribute)
    return holder.id if isinstance(holder, ast.Name) else ""


def _items_have(data: object, attribute: str) -> str:
    """Where it is the items that have the attribute, not what holds them."""
    if not isinstance(data, list | tuple | set) or not data:
        return ""
    kinds = {type(item).__name__ for item in data}
    if len(kinds) > 1 or not all(hasattr(item, attribute) for item in data):
        return ""
    if isinstance(data, tuple) and len(data) == 1:
        only = code(repr(data[0]), 30)
        return f"; its only item, {only}, has it. Is a comma after that value one too many?"
    return f"; each of its items is {a_type(kinds.pop())}, which has it."


def _comma_at_end(scene: Scene, name: str) -> int | None:
    for node in ast.walk(scene.evidence.tree) if scene.evidence.tree else ():
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            line = scene.evidence.code(node.lineno)
            if isinstance(node.value, ast.Tuple) and re.search(r"[^(,],\s*(#.*)?$", line):
                return node.lineno
    return None


def _of_none(scene: Scene, holder: ast.expr | None, attribute: str) -> Reason:
    name = ast.unparse(holder) if holder is not None else ""
    if isinstance(holder, ast.Constant):
        return Reason("attribute_of_none", f"`None` has no `.{attribute}`.")
    if holder is not None and (why := why_none(scene, holder)) is not None:
        more = f" `None` has no `.{attribute}`." if why.line is None else ""
        return Reason(why.name, why.text + more, why.line)
    who = f"`{name}` is `None` at that moment" if name else "The value is `None`"
    return Reason(
        "attribute_of_none",
        f"{who}, and `None` has no `.{attribute}`. Where does it get its value?",
    )


def not_awaited(scene: Scene, node: ast.expr | None) -> Reason:
    """A coroutine where its result is wanted."""
    call = node if isinstance(node, ast.Call) else None
    for waits in scene.nodes(ast.Call):
        calls = [isinstance(one, ast.Call) for one in waits.args]
        if ast.unparse(waits.func).endswith("wait_for") and calls == [False, True]:
            text = "`wait_for` takes what it waits for first, and then how many seconds."
            return Reason("wait_for_turned", text)
    if isinstance(node, ast.Name):
        for each in ast.walk(scene.function) if scene.function else ():
            if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == node.id:
                call = each.value if isinstance(each.value, ast.Call) else call
    if call is None:
        call = next(
            (
                each
                for each in scene.nodes(ast.Call)
                if isinstance(
                    scene.function_named(ast.unparse(each.func).rpartition(".")[2]),
                    ast.AsyncFunctionDef,
                )
            ),
            None,
        )
    if call is None:
        return Reason(
            "not_awaited", "It uses a coroutine where its result is wanted: an `await` is missing."
        )
    called = f"`{ast.unparse(call.func)}(...)`"
    text = (
        f"{called} by itself is a coroutine that has not run. `await` runs it and gives its result."
    )
    if call.lineno != scene.line:
        return Reason("not_awaited", f"On line {call.lineno}, {text}", call.lineno)
    return Reason("not_awaited", text)


def _of_type(scene: Scene, kind: str, attribute: str) -> Reason:
    own = scene.class_named(kind)
    if own is None and attribute == kind:
        text = f"`{kind}` is the class itself there, so the second `{kind}` is one too many."
        return Reason("attribute_missing", text)
    if own is None:
        near = scene.near_attribute(kind, attribute)
        more = f"; there is {a_name(f'{kind}.{near}')}, which looks similar." if near else "."
        return Reason("attribute_missing", f"The type `{kind}` has no `{attribute}`{more}")
    members = [
        t.id
        for n in own.body
        if isinstance(n, ast.Assign)
        for t in n.targets
        if isinstance(t, ast.Name)
    ]
    near_names = difflib.get_close_matches(attribute, [*members, *attributes_of(own)], 1, 0.6)
    if near_names and near_names[0] != attribute:
        return Reason(
            "attribute_missing",
            f"`{kind}` has no `{attribute}`; there is {a_name(near_names[0])}, which looks "
            "similar.",
        )
    only_there = attribute not in [*members, *attributes_of(own)]
    if only_there or any("Enum" in ast.unparse(base) for base in own.bases):
        return Reason("attribute_missing", f"`{kind}` has no `{attribute}`.")
    return Reason(
        "class_for_object",
        f"`{kind}` is the class itself there, not an object of it. Parentheses make one: "
        f"`{kind}(...)`. Only an object has `.{attribute}`.",
    )


def _of_module(scene: Scene, module: str, attribute: str) -> Reason:
    if half_there(scene.message):
        return half_imported(module)
    module = "os.path" if module in {"posixpath", "ntpath"} else module
    loaded = sys.modules.get(module)
    inner = getattr(loaded, module, None)
    if inner is not None and hasattr(inner, attribute):
        return Reason(
            "module_for_class",
            f"`{module}` is the module there. `{attribute}` belongs to the class of the same name "
            f"in it: `{module}.{module}.{attribute}`.",
        )
    others = [m for m in scene.imported().values() if hasattr(sys.modules.get(m), attribute)]
    if others:
        return Reason(
            "module_attribute",
            f"The module `{module}` has nothing called `{attribute}`; the module `{others[0]}` "
            "has.",
        )
    near = near_in_module(module, attribute)
    more = f"; it has {a_name(near)}, which looks similar." if near else "."
    return Reason(
        "module_attribute", f"The module `{module}` has nothing called `{attribute}`{more}"
    )


def _of_method(scene: Scene, attribute: str) -> Reason | None:
    """`new_list.append.item`: the method is not called."""
    holder = _holder(scene, attribute)
    if isinstance(holder, ast.Attribute):
        return Reason(
            "attribute_of_function",
            f"`{ast.unparse(holder)}` is a method, and a method is called with parentheses, "
            f"not with a dot: `{attribute}` goes between them.",
        )
    return _of_object(scene, "function", attribute)


_PATTERNS = (
    (r"'(?:builtin_function_or_method|method)' object has no attribute '(\w+)'", _of_method),
    (r"'([\w.]+)' object has no attribute '(\w+)'", _of_object),
    (r"'(\w+)' object attribute '(\w+)' is read-only", read_only),
    (r"type object '(?:\w+\.)*(\w+)' has no attribute '(\w+)'", _of_type),
    (r"(?:partially initialized )?module '([\w.]+)' has no attribute '(\w+)'", _of_module),
)
