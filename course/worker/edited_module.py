"""A package in memory, one file of which is tried in many forms: each is imported afresh."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import os
import sys
import types
from collections.abc import Iterable, Sequence
from pathlib import Path

from .protocol import Job

_run = exec  # the exercise's own code


class EditedModule(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """One file of a package: `put` has whatever imports the package get it in another form.

    The other files are compiled once. What was given beside the package is imported afresh as
    well, as it may hold on to classes of the package.
    """

    def __init__(self, package: str, file: str, work: str, given: Iterable[str]) -> None:
        folder = Path(work, package)
        self.path = str(folder / file)
        self._roots = {package, *(_dotted(name) for name in given if name.endswith(".py"))}
        self._edited = f"{package}.{_dotted(file)}"
        self._folders: dict[str, str] = {}
        self._code: dict[str, types.CodeType] = {}
        for path in folder.rglob("*.py"):
            name = f"{package}.{_dotted(path.relative_to(folder).as_posix())}"
            if path.name == "__init__.py":
                name = name.removesuffix(".__init__")
                self._folders[name] = str(path.parent)
            text = path.read_text(encoding="utf-8")
            self._code[name] = compile(text, str(path), "exec", dont_inherit=True)

    @classmethod
    def of(cls, job: Job, work: str) -> EditedModule | None:
        """The one that a job names; None where the learner's code is one file."""
        file = job.get("file", "")
        return cls(job["module"], file, work, job.get("given", ())) if file else None

    def put(self, code: types.CodeType) -> None:
        """Forget what was imported, and have the next import run this code."""
        if self not in sys.meta_path:
            sys.meta_path.insert(0, self)
        self._code[self._edited] = code
        for name in list(sys.modules):
            if name in self._roots or any(name.startswith(f"{root}.") for root in self._roots):
                del sys.modules[name]

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname not in self._code:
            return None
        folder = self._folders.get(fullname)
        path = os.path.join(folder, "__init__.py") if folder else self._code[fullname].co_filename
        spec = importlib.machinery.ModuleSpec(
            fullname, self, origin=path, is_package=folder is not None
        )
        spec.has_location = True
        if folder is not None:
            spec.submodule_search_locations = [folder]
        return spec

    def exec_module(self, module: types.ModuleType) -> None:
        _run(self._code[module.__name__], module.__dict__)


def _dotted(file: str) -> str:
    return file.removesuffix(".py").replace("/", ".")
