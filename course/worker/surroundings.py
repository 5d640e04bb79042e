"""What a program leaves behind in its process and its folders, put back for the next one."""

from __future__ import annotations

import linecache
import logging
import os
import shutil
import signal
import sys
import threading
import time
import types
import warnings
from collections.abc import Iterator
from pathlib import Path

from .django_reset import DjangoReset

_TO_END = 0.5
"""Seconds in which threads end that a program has left, before its process does."""


class Surroundings:
    """What a program may have changed, as it was before the first one."""

    def __init__(self, work: str, tests: str, temporary: str) -> None:
        self._own = (os.path.join(work, ""), os.path.join(tests, ""))
        self._folders = (work, temporary)
        self._modules = frozenset(sys.modules)
        self._loggers = frozenset(logging.getLogger().manager.loggerDict)
        self._finders = list(sys.meta_path)
        self._threads = frozenset(threading.enumerate())
        self._files = {file: _content(file) for folder in self._folders for file in _files(folder)}
        self._stamps = {file: _stamp(file) for file in self._files}
        self._environment = dict(os.environ)
        self._django = DjangoReset()
        self._state = _state()

    def write(self, file: str, text: str) -> None:
        """A file of the variant, where it is not there as it is to be."""
        content = text.encode("utf-8", "surrogatepass")
        if self._files.get(file) == content and _stamp(file) == self._stamps[file]:
            return
        os.makedirs(os.path.dirname(file), exist_ok=True)
        Path(file).write_bytes(content)

    def restore(self, module: str) -> bool:
        """Put back files and modules; False where something else is not as it was."""
        for name in [name for name in sys.modules if name not in self._modules]:
            if name.partition(".")[0] == module or self._is_own(sys.modules[name]):
                del sys.modules[name]
        sys.meta_path[:] = self._finders
        if dict(os.environ) != self._environment:
            os.environ.clear()
            os.environ |= self._environment
        try:
            self._django.put_back()
        except Exception:  # settings that Django cannot use
            return False
        for path in list(sys.path_importer_cache):
            if os.path.join(path, "").startswith(self._own):
                del sys.path_importer_cache[path]
        loggers = logging.getLogger().manager.loggerDict
        for name in [name for name in loggers if name not in self._loggers]:
            del loggers[name]
        linecache.clearcache()
        try:
            self._restore_files()
        except OSError:
            return False
        self._let_threads_end()
        return _state() == self._state

    def _let_threads_end(self) -> None:
        """A thread whose work is done, as of a pool that was told to stop, may not have run yet."""
        until = time.monotonic() + _TO_END
        for thread in threading.enumerate():
            if thread not in self._threads:
                thread.join(max(0.0, until - time.monotonic()))

    def _is_own(self, module: types.ModuleType) -> bool:
        try:  # a folder without `__init__.py` has no file
            places = [getattr(module, "__file__", None) or "", *getattr(module, "__path__", ())]
        except Exception:  # a module of the learner's that answers for itself
            return True
        return any(
            isinstance(it, str) and os.path.join(it, "").startswith(self._own) for it in places
        )

    def _restore_files(self) -> None:
        for folder in self._folders:
            for entry in os.scandir(folder):
                if not entry.is_dir(follow_symlinks=False) or self._holds(entry.path):
                    continue
                if entry.name.startswith("pytest-of-"):  # the folder of `tmp_path`
                    for made in Path(entry.path).glob("pytest-*/*"):
                        if made.is_symlink():  # to the newest of a test's folders
                            made.unlink()
                        elif made.is_dir():
                            shutil.rmtree(made)
                else:
                    shutil.rmtree(entry.path)
            for file in _files(folder):
                if file not in self._files and "pytest-of-" not in file:
                    os.unlink(file)
        for file, content in self._files.items():
            if _stamp(file) != self._stamps[file]:
                Path(file).parent.mkdir(parents=True, exist_ok=True)
                Path(file).write_bytes(content)
                self._stamps[file] = _stamp(file)

    def _holds(self, folder: str) -> bool:
        inside = os.path.join(folder, "")
        return any(file.startswith(inside) for file in self._files)


def _files(folder: str) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        for name in names:
            yield os.path.join(place, name)


def _content(file: str) -> bytes:
    with open(file, "rb") as opened:
        return opened.read()


def _stamp(file: str) -> tuple[int, int] | None:
    try:
        stat = os.lstat(file)
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size


def _state() -> tuple[object, ...]:
    """What of the process a program can change and the next one would notice."""
    root = logging.getLogger()
    return (
        threading.active_count(),
        dict(os.environ),
        os.getcwd(),
        list(sys.path),
        sys.stdout,
        sys.stderr,
        sys.getrecursionlimit(),
        sys.gettrace(),
        sys.getprofile(),
        len(sys.warnoptions),
        len(warnings.filters),
        list(root.handlers),
        root.level,
        root.manager.disable,
        [
            name
            for name, one in root.manager.loggerDict.items()
            if isinstance(one, logging.Logger)
            and (one.level or one.handlers or one.disabled or not one.propagate)
        ],
        signal.getsignal(signal.SIGINT),
    )
