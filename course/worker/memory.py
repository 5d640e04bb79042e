"""A module that is imported from memory: there is no file, and so no source, to look at."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Sequence


class _InMemory(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self, name: str, code: types.CodeType) -> None:
        self._name = name
        self._code = code

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 - as Python calls it
        target: types.ModuleType | None = None,  # noqa: ARG002
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._name:
            return None
        spec = importlib.machinery.ModuleSpec(fullname, self, origin=self._code.co_filename)
        spec.has_location = True
        return spec

    def exec_module(self, module: types.ModuleType) -> None:
        exec(self._code, module.__dict__)  # noqa: S102 - the exercise's own code


def import_from_memory(name: str, source: str, path: str) -> None:
    """Have `import name` run this source, as if it lay at `path`."""
    code = compile(source, path, "exec", dont_inherit=True)
    sys.meta_path.insert(0, _InMemory(name, code))
