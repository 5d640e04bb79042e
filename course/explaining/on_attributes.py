"""`AttributeError`: what the object is, and what its attribute or method is called."""

from __future__ import annotations

import ast
import difflib
import re
import sys

from course.checking.words import a_type
from course.explaining.exception_scene import Reason, Scene, attributes_of
from course.explaining.imports import near_in_module
from course.explaining.on_models import lacks_field
from course.explaining.syntax_tree import BUILTINS, Function, setter_of
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
        return Reason(
            "attribute_of_function",
            f"{who} is a function there, and nothing calls it: parentheses after it would. A "
            f"function has no `.{attribute}`.",
        )
    if scene.class_named(kind) is not None:
        return _of_own_class(scene, kind, attribute, who)
    start = f"{who} is {a_type(kind)} there, and that has no `.{attribute}`"
    if not name and not scene.line:
        start = f"{a_type(kind).capitalize()} has no `.{attribute}`"
    return Reason("attribute_missing", start + _instead(scene, kind, attribute))


def _instead(scene: Scene, kind: str, attribute: str) -> str:
    """The rest of the sentence: what there is instead."""
    near_length = difflib.get_close_matches(attribute, ["length"], 1, 0.8)
    if (attribute in _LENGTH or near_length) and kind in {"list", "str", "tuple", "dict", "set"}:
        return ". `len(...)` tells how many items something has."
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
    holder = _holder(scene, attribute)
    data = scene.value(holder) if holder is not None else None
    if kind == "dict" and isinstance(data, dict) and attribute in data:
        return f". What a dict holds is reached by its key: `[{attribute!r}]`."
    near = scene.near_attribute(kind, attribute)
    if near:
        return f"; there is a `.{near}`, which looks similar."
    if attribute in scene.frame.variables and isinstance(holder, ast.Name):
        return f"; but there is a name `{attribute}`. Is the dot meant to be a comma?"
    if (
        kind == "tuple"
        and isinstance(holder, ast.Name)
        and (line := _comma_at_end(scene, holder.id))
    ):
        return f". The comma at the end of line {line} makes a tuple of one value."
    if kind == "dict" and attribute == "add":
        return ". `{}` makes an empty dict; an empty set is `set()`."
    if attribute == "read" and "json.load(" in scene.code:
        return ". `json.load` reads an open file; `json.loads`, with an `s`, reads a string."
    if attribute in BUILTINS and kind in {"list", "str", "tuple", "dict", "set"}:
        return f". `{attribute}(...)` is a function: what it works on goes between its parentheses."
    return "."


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


def _of_own_class(scene: Scene, kind: str, attribute: str, who: str) -> Reason:
    own = scene.class_named(kind)
    assert own is not None  # noqa: S101 - the caller has looked
    start = f"{who} is {a_type(kind)}"
    for method in _misnamed_inits(own):
        if attribute in attributes_of(ast.ClassDef("", [], [], [method], [])):
            return misnamed_init(method)
    if (reason := _base_not_called(scene, own, attribute)) is not None:
        return reason
    if (local := _set_as_local(own, attribute)) is not None:
        return Reason(
            "self_missing_on_set",
            f"Line {local} sets `{attribute}`, a variable that is gone when the method ends. On "
            f"the object it would be `self.{attribute}`.",
            local,
        )
    if (slots := _slots(own)) is not None and attribute not in slots[1]:
        return Reason(
            "attribute_missing",
            f"{start}, and its `__slots__` on line {slots[0]} allow no `.{attribute}`.",
        )
    if setter := setter_of(own, attribute):
        by = f"`{setter.name}` on line {setter.lineno} gives it one, and has not done so before."
        return Reason("attribute_missing", f"{start}, and that has no `.{attribute}` yet. {by}")
    if near := scene.near_attribute(kind, attribute):
        return Reason(
            "attribute_missing",
            f"{start}, and that has no `.{attribute}`; there is a `.{near}`, which looks similar.",
        )
    if scene.calls_method(attribute):
        outside = scene.function_named(attribute)
        where = (
            f" The `def {attribute}` on line {outside.lineno} is not inside the class."
            if outside
            else ""
        )
        return Reason(
            "attribute_missing",
            f"{start}, and that class has no method `{attribute}`.{where}"
            + ("" if where else " A method is a `def` that is indented under the `class` line."),
        )
    if (field := lacks_field(scene, own, attribute, start)) is not None:
        return field
    return Reason(
        "attribute_missing",
        f"{start}, and no line that has run gives it a `.{attribute}`: that takes "
        f"`self.{attribute} = ...` in one of its methods.",
    )


def _base_not_called(scene: Scene, own: ast.ClassDef, attribute: str) -> Reason | None:
    """The `__init__` that sets an attribute is that of a base, and nothing calls it."""
    mine = next((n for n in own.body if isinstance(n, Function) and n.name == "__init__"), None)
    if mine is None or "super()" in ast.unparse(mine):
        return None
    for base in own.bases:
        base_class = scene.class_named(ast.unparse(base))
        for node in base_class.body if base_class else ():
            is_init = isinstance(node, Function) and node.name == "__init__"
            if base_class and is_init and f"self.{attribute} =" in ast.unparse(node):
                return Reason(
                    "base_not_called",
                    f"`{attribute}` is set by the `__init__` of `{base_class.name}`, and the "
                    f"`__init__` of `{own.name}` on line {mine.lineno} takes its place without "
                    "calling it through `super()`.",
                    mine.lineno,
                )
    return None


def _slots(own: ast.ClassDef) -> tuple[int, list[str]] | None:
    """The line of `__slots__` in a class, and its names; None where it has none."""
    for node in own.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__slots__":
            names = [str(n.value) for n in ast.walk(node.value) if isinstance(n, ast.Constant)]
            return node.lineno, names
    return None


def _misnamed_inits(own: ast.ClassDef) -> list[Function]:
    """Methods whose name is nearly `__init__`, in a class that has none."""
    methods = [node for node in own.body if isinstance(node, Function)]
    if any(method.name == "__init__" for method in methods):
        return []
    return [
        method
        for method in methods
        if method.name.strip("_") in {"init", "int", "inti", "initialize", "constructor", "Init"}
        and len(method.args.args) > 0
    ]


def misnamed_init(method: Function) -> Reason:
    """A method that is meant to be `__init__` and is called something else."""
    return Reason(
        "misnamed_init",
        f"`{method.name}` on line {method.lineno} is a method like any other. Python only calls "
        "`__init__` by itself, with two underscores on each side.",
        method.lineno,
    )


def init_problem(scene: Scene, kind: str) -> Reason | None:
    """Why a class of the learner's takes no arguments."""
    own = scene.class_named(kind)
    if own is None:
        return None
    for method in _misnamed_inits(own):
        return misnamed_init(method)
    if any(isinstance(node, Function) and node.name == "__init__" for node in own.body):
        return None
    fields = [node for node in own.body if isinstance(node, ast.AnnAssign)]
    marks = " ".join(ast.unparse(mark) for mark in own.decorator_list)
    if fields and "dataclass" not in marks and not own.bases:
        return Reason(
            "dataclass_missing",
            f"`{kind}` on line {own.lineno} lists its fields with types, but is an ordinary class: "
            "without `@dataclass` above it, nobody writes its `__init__`.",
            own.lineno,
        )
    if not own.bases and "dataclass" not in marks:
        return Reason(
            "init_missing",
            f"`{kind}` on line {own.lineno} has no `__init__`, so it takes no arguments.",
            own.lineno,
        )
    return None


def _set_as_local(own: ast.ClassDef, attribute: str) -> int | None:
    for method in own.body:
        if not isinstance(method, Function) or method.name not in {"__init__", "__post_init__"}:
            continue
        for node in ast.walk(method):
            stores = isinstance(node, ast.Assign | ast.AnnAssign)
            targets = (
                node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            )
            if stores and any(isinstance(t, ast.Name) and t.id == attribute for t in targets):
                return node.lineno if isinstance(node, ast.stmt) else None
    return None


def _of_type(scene: Scene, kind: str, attribute: str) -> Reason:
    own = scene.class_named(kind)
    if own is None:
        near = scene.near_attribute(kind, attribute)
        more = f"; there is a `{kind}.{near}`, which looks similar." if near else "."
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
            f"`{kind}` has no `{attribute}`; there is a `{near_names[0]}`, which looks similar.",
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
    if "partially initialized" in scene.message or "circular" in scene.message:
        return Reason(
            "module_itself",
            f"The `{module}` that is imported is a file beside yours of the same name, not the one "
            "Python brings along.",
        )
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
    more = f"; it has a `{near}`, which looks similar." if near else "."
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
    (r"type object '(\w+)' has no attribute '(\w+)'", _of_type),
    (r"(?:partially initialized )?module '([\w.]+)' has no attribute '(\w+)'", _of_module),
)
