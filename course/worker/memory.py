"""A module that is imported from memory: there is no file, and so no source, to look at."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Sequence

_run = exec  # the exercise's own code


class _InMemory(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds and loads one module. A program can find this object, too: it holds the code in a
    function, as whoever asks a function for its code is heard (`integrity`).
    """

    def __init__(self, name: str, code: types.CodeType) -> None:
        self._name = name
        self._path = code.co_filename
        self._body = types.FunctionType(code, {})

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 - as Python calls it
        target: types.ModuleType | None = None,  # noqa: ARG002
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._name:
            return None
        spec = importlib.machinery.ModuleSpec(fullname, self, origin=self._path)
        spec.has_location = True
        return spec

    def exec_module(self, module: types.ModuleType) -> None:
        _run(self._body.__code__, module.__dict__)


def import_from_memory(name: str, source: str, path: str) -> None:
    """Have `import name` run this source, as if it lay at `path`."""
    code = compile(source, path, "exec", dont_inherit=True)
    sys.meta_path.insert(0, _InMemory(name, code))
