"""Symptoms of names: unknown ones, and ones that are used before they are set."""

from __future__ import annotations

import ast
import builtins
import difflib
import keyword
import re
import sys

from course.checking.words import listed
from course.explaining.scene import Scene
from course.explaining.shape import BUILTINS, Loop, body_nodes, inside, names_in

_OTHER_LANGUAGES = {
    "true": "True",
    "false": "False",
    "none": "None",
    "null": "None",
    "nil": "None",
    "TRUE": "True",
    "FALSE": "False",
    "NULL": "None",
    "this": "self",
    "undefined": "None",
    "length": "len",
}
_LIKELY_MODULES = frozenset(
    [
        "math",
        "random",
        "re",
        "string",
        "collections",
        "itertools",
        "functools",
        "datetime",
        "json",
        "os",
        "sys",
        "time",
        "operator",
        "copy",
        "statistics",
        "bisect",
        "heapq",
        "pathlib",
        "csv",
        "decimal",
        "fractions",
        "asyncio",
        "typing",
        "textwrap",
    ]
)


def unknown_name(scene: Scene) -> tuple[str, str] | None:
    """A `NameError`: the name, and the one that looks like it."""
    name = _named(scene.message)
    if name is None:
        return None
    if "free variable" in scene.message:
        return name_not_set(scene)
    if name in _OTHER_LANGUAGES:
        return (
            "unknown_name",
            f"Python does not know `{name}`; it writes `{_OTHER_LANGUAGES[name]}`.",
        )
    if name in _LIKELY_MODULES and name in sys.stdlib_module_names:
        return "not_imported", (
            f"Python does not know `{name}` here: your file uses the module `{name}` but has no "
            f"`import {name}`."
        )
    near = _near(scene, name)
    if near:
        return "unknown_name", (
            f"There is no `{name}`. There is a `{near}`, which looks similar: capital letters and "
            "every single letter count."
        )
    elsewhere = _set_elsewhere(scene, name)
    if elsewhere:
        return "name_of_another_function", (
            f"`{name}` exists only inside `{elsewhere}`, where it is set; other functions do not "
            "see it."
        )
    return "unknown_name", f"Nothing in your file gives `{name}` a value before this line runs."


def _named(message: str) -> str | None:
    found = re.search(r"'(\w+)'", message)
    return found.group(1) if found else None


def _near(scene: Scene, name: str) -> str | None:
    tree = scene.evidence.tree
    local = set(scene.frame.variables)
    if tree is not None:
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                local.add(node.name)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                local.update(alias.asname or alias.name for alias in node.names)
            elif isinstance(node, ast.Assign):
                local.update(n for target in node.targets for n in names_in(target))
    candidates = [*local, *BUILTINS, *keyword.kwlist]
    candidates = [each for each in candidates if each != name]
    for each in candidates:
        if each.lower() == name.lower():
            return each
    near = difflib.get_close_matches(name, [*local], 1, 0.7)
    if not near and len(name) > 2:
        lower = [each for each in dir(builtins) if each.islower()]
        near = difflib.get_close_matches(name, lower, 1, 0.8)
    return near[0] if near else None


def _set_elsewhere(scene: Scene, name: str) -> str | None:
    for other in scene.evidence.functions.values():
        if other.name == scene.frame.function:
            continue
        sets = any(
            isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)
            for node in body_nodes(other)
        )
        if sets or name in {argument.arg for argument in other.args.args}:
            return other.name
    return None


def name_not_set(scene: Scene) -> tuple[str, str] | None:
    """An `UnboundLocalError`: where the name is set, and why this call did not pass there."""
    name, function = _named(scene.message), scene.function
    if name is None or function is None:
        return None
    setters = [
        node
        for node in body_nodes(function)
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)
    ]
    start = f"`{name}` has no value yet when this line uses it."
    outside = _module_sets(scene, name)
    if outside is not None:
        return "used_before_set", (
            f"{start} Line {outside} sets a `{name}` outside the function, but because the "
            f"function sets `{name}` itself (line {setters[0].lineno if setters else scene.line}), "
            "Python takes it for a name of the function's own."
        )
    lines = sorted({node.lineno for node in setters})
    elsewhere = [line for line in lines if line != scene.line]
    if not elsewhere:
        return "used_before_set", f"{start} Nothing in `{function.name}` sets it before that."
    line = elsewhere[0]
    if line > scene.line:
        return "used_before_set", f"{start} It is set on line {line}, further down."
    where = f"line {line}" if len(elsewhere) == 1 else f"lines {listed(map(str, elsewhere))}"
    return "used_before_set", (
        f"{start} It is set on {where}, {_around(scene, line)}and this call did not pass there."
    )


def _around(scene: Scene, line: int) -> str:
    """Inside which block a line stands that the line of the exception is not in."""
    function = scene.function
    for node in body_nodes(function) if function else []:
        if isinstance(node, ast.If | Loop) and node.lineno != line:
            lines = {getattr(inner, "lineno", 0) for inner in inside([*node.body, *node.orelse])}
            if line in lines and scene.line not in lines:
                word = "the `if`" if isinstance(node, ast.If) else "the loop"
                return f"inside {word} that starts on line {node.lineno}, "
    return ""


def _module_sets(scene: Scene, name: str) -> int | None:
    for node in scene.evidence.tree.body if scene.evidence.tree else ():
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.FunctionDef):
            if isinstance(node, ast.FunctionDef):
                if node.name == name:
                    return node.lineno
            elif name in names_in(node):
                return node.lineno
    return None
