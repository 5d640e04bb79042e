"""`AttributeError` of an object of the learner's own class, and a class that takes no arguments."""

from __future__ import annotations

import ast
import difflib

from course.checking.words import a_type
from course.explaining.exception_scene import Reason, Scene, attributes_of
from course.explaining.on_models import lacks_field
from course.explaining.syntax_tree import Function, setter_of


def of_own_class(scene: Scene, kind: str, attribute: str, who: str) -> Reason:
    own = scene.class_lacking(kind, attribute)
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


def not_overridden(scene: Scene) -> Reason | None:
    """The method of a base that only says that a subclass has to write it."""
    method = scene.function
    if scene.type != "NotImplementedError" or method is None or not method.args.args:
        return None
    kind = scene.kind_of(ast.Name(method.args.args[0].arg))
    own = scene.class_named(kind) if kind else None
    if own is None or method in own.body:
        return None
    text = f"`{own.name}` has no method `{method.name}` of its own, so that of its base ran."
    lines = {node.name: node.lineno for node in own.body if isinstance(node, Function)}
    if near := difflib.get_close_matches(method.name, lines, n=1):
        line = lines[near[0]]
        return Reason(
            "not_overridden", f"{text} Line {line} defines `{near[0]}`, which looks similar.", line
        )
    return Reason("not_overridden", text)


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


def read_only(scene: Scene, kind: str, attribute: str) -> Reason | None:
    """A name of the class that its `__slots__` do not list is set on an object."""
    own = scene.class_named(kind)
    slots = _slots(own) if own is not None else None
    if slots is None:
        return None
    return Reason(
        "attribute_missing",
        f"`{attribute}` belongs to the class `{kind}`, and the `__slots__` on line {slots[0]} do "
        "not list it, so no object can have one of its own.",
    )


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
