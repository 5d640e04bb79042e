"""Symptoms of names: unknown ones, and ones that are used before they are set."""

from __future__ import annotations

import ast
import builtins
import difflib
import keyword
import re
import sys

from course.checking.words import a_name
from course.explaining.exception_scene import Reason, Scene, attributes_of
from course.explaining.imports import SHORT, WHERE, names_of_module
from course.explaining.on_scopes import gone, only_annotated
from course.explaining.on_unknown_names import (
    is_object,
    nothing_gives_it,
    other_parameter,
    owners_of,
    parameter_instead,
    short_truth,
    turned_letters,
)
from course.explaining.syntax_tree import BUILTINS, Function, body_nodes, names_in
from course.explaining.unreadable.pasted import plain_letters

_OTHER_LANGUAGES = {
    "true": "True",
    "false": "False",
    "none": "None",
    "null": "None",
    "nil": "None",
    "TRUE": "True",
    "FALSE": "False",
    "NULL": "None",
    "undefined": "None",
    "length": "len",
    "println": "print",
    "printf": "print",
    "echo": "print",
}
_METHODS: dict[str, str] = {
    name: f"a {kind.__name__}" if kind is not str else "a string"
    for kind in (set, dict, str, list)
    for name in dir(kind)
    if not name.startswith("_")
}


def unknown_name(scene: Scene) -> Reason | None:
    """A `NameError`: the name, and the one that is meant."""
    name = named(scene.message)
    if name is None:
        return None
    for find in (
        _global_for_nonlocal,
        _compared_for_set,
        key_without_quotes,
        _foreign,
        short_truth,
        _letters,
        _without_self,
        _module,
        _later,
        _called_from_library,
        _method,
        only_annotated,
        _near,
        parameter_instead,
        gone,
        _elsewhere,
        _from_library,
    ):
        if (reason := find(scene, name)) is not None:
            return reason
    return nothing_gives_it(scene, name)


def named(message: str) -> str | None:
    """The name in Python's words."""
    match = re.search(r"'(\w+)'", message)
    return match.group(1) if match else None


def _global_for_nonlocal(scene: Scene, name: str) -> Reason | None:
    """`global n` where `n` belongs to a function around this one."""
    for node in body_nodes(scene.function) if scene.function else ():
        if not isinstance(node, ast.Global) or name not in node.names:
            continue
        for outer in scene.outer_functions:
            if any(isinstance(n, ast.Name) and n.id == name for n in body_nodes(outer)):
                return Reason(
                    "global_for_nonlocal",
                    f"`global {name}` means a name outside all functions, and there is none. The "
                    f"`{name}` of `{outer.name}` is meant after `nonlocal`.",
                    node.lineno,
                )
    return None


def _compared_for_set(scene: Scene, name: str) -> Reason | None:
    """`total == 3` on a line of its own, where a value was to be given."""
    value = scene.statement.value if isinstance(scene.statement, ast.Expr) else None
    if not isinstance(value, ast.Compare) or not isinstance(value.ops[0], ast.Eq):
        return None
    if not isinstance(value.left, ast.Name) or value.left.id != name or name in BUILTINS:
        return None
    return Reason(
        "compares_for_assigning",
        f"`==` compares two values, and `{name}` has none yet. One `=` gives it one.",
    )


def _foreign(scene: Scene, name: str) -> Reason | None:
    if difflib.get_close_matches(name, ["length"], 1, 0.8) and not close(scene, name):
        return Reason("unknown_name", f"Python does not know `{name}`; it writes `len`.")
    if name not in _OTHER_LANGUAGES or name in scene.frame.variables:
        return None
    return Reason(
        "unknown_name", f"Python does not know `{name}`; it writes `{_OTHER_LANGUAGES[name]}`."
    )


def _letters(scene: Scene, name: str) -> Reason | None:
    plain = plain_letters(name)
    for other in sorted(_known(scene)):
        if (
            other != name
            and plain_letters(other) == plain
            and not other.isascii()
            and plain == name
        ):
            return Reason(
                "look_alike_letter",
                f"There is no `{name}`. There is {a_name(other)} that looks the same, with a "
                "letter of another alphabet in it. Type that name again.",
            )
    if plain == name or not plain.isascii():
        return None
    known = plain in _known(scene) or plain in BUILTINS
    return Reason(
        "look_alike_letter",
        f"`{name}` has a letter of another alphabet in it that only looks like a Latin one. Type "
        f"the name again" + (f": there is {a_name(plain)}." if known else "."),
    )


def _without_self(scene: Scene, name: str) -> Reason | None:
    """`self` without the parameter, and a method or attribute without `self.` before it."""
    own, function = scene.own_class, scene.function
    if name in {"self", "this"} and function is not None:
        if own is None:
            return None
        first = function.args.args[0].arg if function.args.args else ""
        if name == "this" and first:
            return Reason("unknown_name", f"Python does not know `this`; here it is `{first}`.")
        return Reason(
            "self_missing",
            f"`self` is not among the names between the parentheses of `def {function.name}` on "
            f"line {function.lineno}. In a method it is the first of them.",
            function.lineno,
        )
    if own is None:
        return None
    members = [*attributes_of(own), *class_names(own)]
    near = [] if name in members else difflib.get_close_matches(name, members, 1, 0.8)
    if near and close(scene, name) is None:
        return Reason(
            "self_missing_before",
            f"There is no `{name}`. Your class `{own.name}` has `{near[0]}`, and inside the "
            f"class that is `self.{near[0]}`.",
        )
    if name not in members:
        return None
    is_method = any(isinstance(node, Function) and node.name == name for node in own.body)
    what = "a method" if is_method else "an attribute"
    return Reason(
        "self_missing_before",
        f"`{name}` is {what} of your class `{own.name}`. Inside the class it is reached through "
        f"the object: `self.{name}`.",
    )


def class_names(own: ast.ClassDef) -> list[str]:
    """The names that a class gives a value outside its methods."""
    return [
        n.id
        for s in own.body
        if isinstance(s, ast.Assign)
        for n in s.targets
        if isinstance(n, ast.Name)
    ]


def key_without_quotes(scene: Scene, name: str) -> Reason | None:
    """`parcel[country]` where `"country"` is a key of the dictionary."""
    for node in scene.nodes(ast.Subscript):
        if isinstance(node.slice, ast.Name) and node.slice.id == name:
            held = scene.value(node.value)
            if isinstance(held, dict) and name in held:
                return Reason(
                    "key_without_quotes",
                    f"`{ast.unparse(node.value)}` has the key `{name!r}`, and a key that is text "
                    "goes between quotes.",
                )
    return None


def _module(scene: Scene, name: str) -> Reason | None:
    imported = scene.imported()
    dotted = any(
        isinstance(node.value, ast.Name) and node.value.id == name
        for node in scene.nodes(ast.Attribute)
    )
    if name in sys.stdlib_module_names and dotted:
        return Reason(
            "not_imported",
            f"Python does not know `{name}` here: your file uses the module `{name}`, but has no "
            f"`import {name}`.",
        )
    lower = name.lower()
    if dotted and lower in sys.stdlib_module_names and lower != name:
        return Reason(
            "not_imported",
            f"Python does not know `{name}`. There is a module `{lower}`, in lowercase"
            + ("." if lower in imported else ", which your file does not import."),
        )
    for module in dict.fromkeys(imported.values()):
        loaded = sys.modules.get(module)
        if loaded is not None and hasattr(loaded, name) and not hasattr(builtins, name):
            reached = next((n for n, m in imported.items() if m == module and n == module), None)
            how = (
                f"here it is `{reached}.{name}`"
                if reached
                else f"line {_line_of(scene, module)} does not import it"
            )
            return Reason("not_imported", f"`{name}` belongs to the module `{module}`; {how}.")
    return None


def _from_library(_scene: Scene, name: str) -> Reason | None:
    """A name that usually comes from a module, or is the usual short name of one."""
    if (module := SHORT.get(name)) is not None:
        text = f"`{name}` is the usual short name of the module `{module}`, and your file has no"
        return Reason("not_imported", f"{text} `import {module} as {name}`.")
    if name not in WHERE:
        return None
    return Reason(
        "not_imported",
        f"`{name}` comes from the module `{WHERE[name]}`, and your file does not import it.",
    )


def _called_from_library(scene: Scene, name: str) -> Reason | None:
    """The same, where it is called or stands after `@` or in a `class` line."""
    if name in scene.definitions or _elsewhere(scene, name) is not None:
        return None
    called = any(isinstance(c.func, ast.Name) and c.func.id == name for c in scene.nodes(ast.Call))
    marks = isinstance(scene.statement, ast.ClassDef) or scene.code.startswith("@")
    return _from_library(scene, name) if called or marks else None


def _line_of(scene: Scene, module: str) -> int:
    for node in ast.walk(scene.evidence.tree) if scene.evidence.tree else ():
        if isinstance(node, ast.ImportFrom) and node.module == module:
            return node.lineno
    return scene.line


def _known(scene: Scene) -> set[str]:
    """The names that can be meant: of this call, of the functions around it, of the file."""
    known = set(scene.frame.variables)
    for function in (each for each in scene.around if isinstance(each, Function)):
        known.update(
            argument.arg for argument in ast.walk(function.args) if isinstance(argument, ast.arg)
        )
        for node in body_nodes(function):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                known.add(node.id)
            elif isinstance(node, Function | ast.ClassDef):
                known.add(node.name)
    for node in scene.evidence.tree.body if scene.evidence.tree else ():
        if isinstance(node, Function | ast.ClassDef):
            known.add(node.name)
        elif isinstance(node, ast.Assign):
            known.update(n for target in node.targets for n in names_in(target))
    return known | set(scene.imported()) | _by_star(scene)


def _by_star(scene: Scene) -> set[str]:
    """What `from module import *` brings from a module of Python's own."""
    names: set[str] = set()
    for node in scene.evidence.tree.body if scene.evidence.tree else ():
        if isinstance(node, ast.ImportFrom) and node.module and node.names[0].name == "*":
            names.update(names_of_module(node.module))
    return names


def close(scene: Scene, name: str) -> str | None:
    """The known name that is nearest to another one."""
    known = _known(scene) - {name} - owners_of(scene, name)
    if is_object(scene, name):  # a list or the like, and no function
        known -= {one.name for one in scene.definitions.values() if isinstance(one, Function)}
    if name[:1].isupper() and hasattr(builtins, f"{name}Error"):
        return f"{name}Error"
    candidates = [*sorted(known), *BUILTINS, *keyword.kwlist]
    for each in candidates:
        if each != name and each.lower() == name.lower():
            return each
    near = difflib.get_close_matches(name, sorted(known), 1, 0.7)
    near = near or turned_letters(name, candidates) or _longer(name, known)
    lower = [each for each in dir(builtins) if each.islower()]
    if near and len(name) > 3:  # `lists`, beside a `lst`, is `list`
        near = difflib.get_close_matches(name, [*near, *lower], 1, 0.88) or near
    if not near and len(name) > 2 and not is_object(scene, name):
        near = difflib.get_close_matches(name, lower, 1, 0.8)
        near = near or difflib.get_close_matches(name, dir(builtins), 1, 0.85)
        near = near or difflib.get_close_matches(name, keyword.kwlist, 1, 0.85)
    if not near:
        plain = name.replace("_", "").lower()
        near = [
            each
            for each in sorted(known)
            if len(each) > 2
            and plain in {each.replace("_", "").lower(), f"{each}s", each.rstrip("s")}
        ]
    return near[0] if near else None


def _longer(name: str, known: set[str]) -> list[str]:
    """The only name that begins so: `element` for `ele`, `rows` for `row`, but not `xs` for `x`."""
    longer = [
        each
        for each in sorted(known)
        if each.startswith(name) and (len(name) > 2 or (len(name) > 1 and each[:-1] == name))
    ]
    return longer if len(longer) == 1 else []


def _near(scene: Scene, name: str) -> Reason | None:
    near = close(scene, name)
    if near is None or other_parameter(scene, near):
        return None
    why = "Capital letters count" if near.lower() == name.lower() else "Every letter counts"
    there = f"there is {a_name(near)}"
    return Reason("unknown_name", f"There is no `{name}`; {there}. {why}.")


def _method(scene: Scene, name: str) -> Reason | None:
    """`append(x)` without the list it belongs to."""
    called = any(isinstance(c.func, ast.Name) and c.func.id == name for c in scene.nodes(ast.Call))
    if not called or name not in _METHODS:
        return None
    if difflib.get_close_matches(name, sorted(_known(scene) - {name}), 1, 0.7):
        return None
    return Reason(
        "method_without_object",
        f"`{name}` is a method of {_METHODS[name]}: it is called on one, with a dot between them, "
        f"as in `something.{name}(...)`.",
    )


def _later(scene: Scene, name: str) -> Reason | None:
    definition = scene.definitions.get(name)
    at_top = (
        definition is not None and scene.evidence.tree and definition in scene.evidence.tree.body
    )
    if definition is None or not at_top or not scene.frames:
        return None
    if definition.lineno <= scene.frames[0].line:
        return None
    word = "class" if isinstance(definition, ast.ClassDef) else "def"
    return Reason(
        "used_before_set",
        f"`{name}` comes from the `{word}` on line {definition.lineno}, which Python has not "
        f"reached yet when line {scene.frames[0].line} runs.",
    )


def _elsewhere(scene: Scene, name: str) -> Reason | None:
    around = set(map(id, scene.around))
    for other in scene.definitions.values():
        if not isinstance(other, Function) or id(other) in around:
            continue
        sets = any(
            isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)
            for node in body_nodes(other)
        )
        if sets or name in {argument.arg for argument in other.args.args}:
            others = "other functions do" if scene.function else "the lines outside it do"
            return Reason(
                "name_of_another_function",
                f"`{name}` exists only inside `{other.name}`; {others} not see it.",
            )
    return None
