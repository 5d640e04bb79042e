"""Imports pytest without what a worker has no use for: that would be a fifth of its start.

pytest colours what it writes to a terminal with pygments, and looks for plugins among the installed
packages with `importlib.metadata`, for which `email`, `csv` and `zipfile` are loaded. A worker's
pytest writes to nobody and looks for nothing. So empty modules stand in for pygments while pytest
is imported, and the other one is loaded with the first use of one of its names. Whoever imports
either later gets the real one. Standard library and pytest only.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

_LATER = "importlib.metadata"
_COLOURS = "pygments"


def import_pytest() -> None:
    """Import it, lean."""
    _put_off(_LATER)
    colours = _Colours()
    sys.meta_path.insert(0, colours)
    try:
        importlib.import_module("pytest")
    finally:
        sys.meta_path.remove(colours)
        for name in [name for name in sys.modules if _is_of_colours(name)]:
            del sys.modules[name]


def _put_off(name: str) -> None:
    spec = importlib.util.find_spec(name)
    if name in sys.modules or spec is None:
        return
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    module.__class__ = _Later
    parent, _, last = name.rpartition(".")
    setattr(importlib.import_module(parent), last, module)


class _Later(ModuleType):
    """A module that is loaded when one of its names is asked for.

    `importlib.util.LazyLoader` would load it for the next `import` already.
    """

    def __getattr__(self, name: str) -> object:
        self.__class__ = ModuleType  # type: ignore[assignment]
        spec = self.__spec__
        if spec is not None and spec.loader is not None:
            spec.loader.exec_module(self)
        return getattr(self, name)


def _is_of_colours(name: str) -> bool:
    return name.partition(".")[0] == _COLOURS


class _Colours(MetaPathFinder, Loader):
    """Finds an empty module for everything of pygments."""

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None,  # noqa: ARG002 - as Python calls it
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        return ModuleSpec(name, self, is_package=True) if _is_of_colours(name) else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Empty(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing in it."""


class _Empty(ModuleType):
    """A module in which every name is that of a class without anything."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})
