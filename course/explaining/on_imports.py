"""Imports that fail: a module or a name that is not there, files that import each other."""

from __future__ import annotations

import difflib
import sys

from course.checking.words import a_name
from course.explaining.exception_scene import Reason, Scene
from course.explaining.imports import near_in_module, near_module


def may_be_elsewhere(message: str) -> bool:
    """Whether another Python may have the module that is missing: no part of a single module."""
    return "is not a package" not in message


def module_not_found(scene: Scene) -> Reason:
    """A `ModuleNotFoundError`: the module that is meant, or where none can be."""
    name = scene.message.partition("'")[2].partition("'")[0]
    if not may_be_elsewhere(scene.message) or is_name_in(name):
        return Reason("module_missing", no_module_in(name))
    near = near_module(name.partition(".")[0])
    more = (
        f" Python has a module `{near}`, which looks similar."
        if near
        else " It is none of Python's own, none that is installed, and no file beside yours."
    )
    return Reason("module_missing", f"There is no module `{name}` here.{more}")


def is_name_in(name: str) -> bool:
    """Whether what is asked for as a module is a name in the one before the dot."""
    package, _, part = name.rpartition(".")
    return bool(package) and hasattr(sys.modules.get(package), part)


def no_module_in(name: str) -> str:
    """That a single module has no module inside it, and what it has instead."""
    package, _, part = name.rpartition(".")
    loaded = sys.modules.get(package)
    text = f"`{package}` is a single module: there is no module `{part}` inside it."
    if hasattr(loaded, "__path__"):
        text = f"There is no module `{part}` inside `{package}`."
    if hasattr(loaded, part):
        return f"{text} It has a name `{part}`, and `from {package} import {part}` brings that."
    names = [name for name in dir(loaded) if not name.startswith("_")] if loaded else []
    near = difflib.get_close_matches(part, names, 1, 0.7)
    return f"{text} It has {a_name(near[0])}, which looks similar." if near else text


def import_error(scene: Scene) -> Reason | None:
    """An `ImportError`: the name that is meant, or a module that is not all there yet."""
    words = scene.message.split("'")
    if len(words) < 4:
        return None
    name, module = words[1], words[3]
    if half_there(scene.message):
        return half_imported(module)
    near = near_in_module(module, name)
    more = f"; it has {a_name(near)}, which looks similar." if near else "."
    return Reason("module_missing", f"The module `{module}` has nothing called `{name}`{more}")


def half_there(message: str) -> bool:
    """Whether a module was asked for something while it was still being read."""
    return "partially initialized" in message or "(consider renaming" in message


def half_imported(module: str) -> Reason:
    """A module is asked for something while it is still being read."""
    if module.partition(".")[0] in sys.stdlib_module_names:
        return Reason(
            "module_itself",
            f"The `{module}` that is imported is a file beside yours of the same name, not the one "
            "Python brings along.",
        )
    return Reason(
        "imports_in_a_circle",
        f"`{module}` was still being read when something of it was asked for: it imports a file "
        "that imports it in its turn, or itself.",
    )
