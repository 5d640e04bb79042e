"""What is in a module of the standard library. Nothing of the learner's is ever imported."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import inspect
import sys
import sysconfig
import warnings
from functools import lru_cache

_NOT_HARMLESS = ("antigravity", "idlelib", "test", "this", "tkinter", "turtle", "turtledemo")
_MOST = 90


@lru_cache(maxsize=1)
def module_names() -> tuple[str, ...]:
    """The modules of the standard library that somebody may want to import."""
    return tuple(sorted(it for it in sys.stdlib_module_names if not it.startswith("_")))


@lru_cache(maxsize=64)
def public_names(module: str) -> dict[str, str]:
    """The public names of a module with how they are called; nothing of others than Python's."""
    if not is_of_python(module):
        return {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            loaded = importlib.import_module(module)
    except ImportError:
        return {}
    names = getattr(loaded, "__all__", None) or [it for it in vars(loaded) if it[0] != "_"]
    members = {}
    for name in names:
        value = getattr(loaded, name, None)
        if inspect.ismodule(value) and not hasattr(loaded, "__all__"):
            continue
        members[name] = how_called(name, value)
    return members


def is_of_python(module: str) -> bool:
    """Whether that is a module of the standard library, and importing it does no harm.

    A file of the learner's may have the same name: where it lies is what counts.
    """
    top = module.partition(".")[0]
    if top not in sys.stdlib_module_names or top in _NOT_HARMLESS:
        return False
    try:
        spec = importlib.util.find_spec(top)
    except (ImportError, ValueError):
        return False
    if spec is None or spec.origin in (None, "built-in", "frozen"):
        return spec is not None
    folders = {sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}
    return spec.origin.startswith(tuple(folders)) and "site-packages" not in spec.origin


def how_called(name: str, value: object) -> str:
    """A call with its arguments; nothing for what is not called, or does not say how."""
    if not callable(value):
        return ""
    with contextlib.suppress(ValueError, TypeError):
        words = f"{name}{inspect.signature(value)}"
        return words if len(words) <= _MOST else f"{words[:_MOST]}…"
    return ""
