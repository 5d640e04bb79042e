"""The course's own compiled code, where Python is told to keep none beside the source.

With `PYTHONDONTWRITEBYTECODE` set, and in an installation without compiled files, Python compiles
all of the course at every start, which takes longer than a check. Here it is kept in the cache
folder of the course, valid for as long as Python's own would be: for a source of that size and
time.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import MAGIC_NUMBER
from types import CodeType, ModuleType

from .atomic_write import write_whole

_folder = ""


def keep(package: str, folder: str) -> None:
    """From here on, what is compiled of `package` is kept in `folder`."""
    global _folder
    _folder = folder
    sys.meta_path.insert(0, _Finder(f"{package}."))


def folder() -> str:
    """Where it is kept; empty where Python keeps it itself."""
    return _folder


class _Finder:
    """Finds what Python finds, and has it loaded by `_Keeping`."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        if not name.startswith(self._prefix):
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and type(spec.loader) is SourceFileLoader:
            spec.loader = _Keeping(spec.loader.name, spec.loader.path)
        return spec


class _Keeping(SourceFileLoader):
    """Reads compiled code from the folder, else from beside the source, and writes it there."""

    def get_data(self, path: str) -> bytes:
        if path.endswith(".pyc"):
            with suppress(OSError):
                return super().get_data(_kept(self.path))
        return super().get_data(path)

    def source_to_code(self, data, path, *arguments, **options):  # type: ignore[no-untyped-def, override]
        """Compile, and keep the result: best effort."""
        code = super().source_to_code(data, path, *arguments, **options)
        with suppress(OSError):
            _write(_kept(self.path), code, os.stat(self.path))
        return code


def _kept(source: str) -> str:
    place = os.path.splitdrive(source)[1].lstrip(os.sep)
    return os.path.join(_folder, f"{place}.{sys.implementation.cache_tag}")


def _write(path: str, code: CodeType, source: os.stat_result) -> None:
    """In the format of Python's own files (PEP 552), whole or not at all."""
    numbers = (0, int(source.st_mtime), source.st_size)
    head = b"".join((number & 0xFFFFFFFF).to_bytes(4, "little") for number in numbers)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    write_whole(path, MAGIC_NUMBER + head + marshal.dumps(code))
