"""A module that is imported from memory: there is no file, and so no source, to look at."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Sequence

_run = exec  # the exercise's own code


class InMemory(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds and loads one module, as soon as it holds code. A program can find this object, too: it
    holds the code in a function, as whoever asks a function for its code is heard (`integrity`).
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._body: types.FunctionType | None = None

    def hold(self, code: types.CodeType) -> None:
        """Have `import name` run this code from now on, as if it lay in its file."""
        self._body = types.FunctionType(code, {})

    def find_spec(
        self,
        fullname: str,
        _path: Sequence[str] | None,
        _target: types.ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._name or self._body is None:
            return None
        path = self._body.__code__.co_filename
        spec = importlib.machinery.ModuleSpec(fullname, self, origin=path)
        spec.has_location = True
        return spec

    def exec_module(self, module: types.ModuleType) -> None:
        if self._body is not None:
            _run(self._body.__code__, module.__dict__)


def import_from_memory(name: str, source: str, path: str) -> None:
    """Have `import name` run this source, as if it lay at `path`."""
    code = compile(source, path, "exec", dont_inherit=True)
    module = InMemory(name)
    module.hold(code)
    sys.meta_path.insert(0, module)
