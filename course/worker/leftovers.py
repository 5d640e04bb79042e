"""Deletes the folders of checks: best effort, a little at a time, and never an error.

What a submission leaves may be deeper than Python recurses and longer than a path may be, closed
to its own owner, or 100,000 files wide. So a folder is emptied without going down: what is a
folder inside it is moved up to the top, where every path is short, and emptied in its turn. That
needs no descriptors of folders and works the same on every system.

Stdlib only: the supervisor loads this file too.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
import tempfile
import time
from collections import deque
from collections.abc import Iterator

PREFIX = "course-check"
_ROOT = re.compile(rf"{PREFIX}-([1-9][0-9]{{0,9}})-\w+", re.ASCII)
_LONGEST = 60.0  # seconds for one folder: somebody may still be writing to it
_ROUNDS = 3  # a folder that changes while it is read may keep something back
_AT_MOST = 64  # dead checkers swept at one start; the next start goes on


def new_root() -> str:
    """A folder for all slots of this process."""
    return os.path.realpath(tempfile.mkdtemp(prefix=f"{PREFIX}-{os.getpid()}-"))


def of_the_dead(beside: str) -> list[str]:
    """Folders of this user's processes that ended without removing them, beside a living one."""
    folders: list[str] = []
    with contextlib.suppress(OSError), os.scandir(os.path.dirname(beside)) as entries:
        for entry in entries:
            match = _ROOT.fullmatch(entry.name)
            if match and _is_ours(entry) and not _is_running(int(match[1])):
                folders.append(entry.path)
                if len(folders) == _AT_MOST:
                    break
    return folders


def remove(path: str, seconds: float) -> bool:
    """Delete a folder, or what stands in its place; False where not all of it is gone."""
    Removals([path]).work(seconds)
    return not os.path.lexists(path)


class Removals:
    """Folders to delete; `work` does some of it, so that others are not kept waiting."""

    def __init__(self, paths: list[str] | tuple[str, ...] = ()) -> None:
        self._waiting = deque(paths)
        self._steps: Iterator[None] | None = None
        self._since = 0.0

    def __bool__(self) -> bool:
        """Whether there is something left to do."""
        return self._steps is not None or bool(self._waiting)

    def add(self, path: str) -> None:
        """Delete this one as well, after the others."""
        self._waiting.append(path)

    def work(self, seconds: float) -> None:
        """Delete for this long at most; returns earlier when everything is done."""
        until = time.monotonic() + seconds
        while self and time.monotonic() < until:
            if self._steps is None:
                self._steps = _emptying(self._waiting.popleft())
                self._since = 0.0
            began = time.monotonic()
            for _ in self._steps:
                if time.monotonic() >= until:
                    break
            else:
                self._steps = None
            self._since += time.monotonic() - began
            if self._since > _LONGEST:
                self._steps = None


def _emptying(root: str) -> Iterator[None]:
    """Delete `root`; gives control back after every entry."""
    for _ in range(_ROUNDS):
        if not _is_folder(root):
            _unlink(root)
            return
        waiting = [root]
        while waiting:
            folder = waiting.pop()
            for path in _paths(folder):
                yield
                if not _is_folder(path):
                    _unlink(path)
                elif folder == root:
                    waiting.append(path)
                elif (raised := _raise(path, root)) is not None:
                    waiting.append(raised)
            if folder != root:
                _remove_empty(folder)
        if _remove_empty(root):
            return


def _paths(folder: str) -> Iterator[str]:
    """What is in a folder, as far as it can be read."""
    _open_up(folder)
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            yield entry.path


def _raise(path: str, root: str) -> str | None:
    """Move a folder up to the top, where its own folders are moved up in their turn."""
    _open_up(path)  # moving a folder writes to it: its parent is another one
    raised = os.path.join(root, f"raised-{os.urandom(8).hex()}")
    with contextlib.suppress(OSError):
        os.rename(path, raised)
        return raised
    _remove_empty(path)
    return None


def _remove_empty(path: str) -> bool:
    with contextlib.suppress(OSError):
        os.rmdir(path)
        return True
    return False


def _unlink(path: str) -> bool:
    for _ in range(2):
        with contextlib.suppress(OSError):
            os.unlink(path)
            return True
        _open_up(path)  # Windows keeps files that are read-only
    return False


def _open_up(path: str) -> None:
    """Take away what keeps the owner out: modes, and the flags that macOS has."""
    if os.path.islink(path):
        return
    if hasattr(os, "lchflags"):
        with contextlib.suppress(OSError):
            os.lchflags(path, 0)
    with contextlib.suppress(OSError):
        os.chmod(path, stat.S_IRWXU)


def _is_folder(path: str) -> bool:
    """Whether it is a folder itself: no link, and on Windows no junction, to another place."""
    try:
        status = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and not getattr(status, "st_reparse_tag", 0)


def _is_ours(entry: os.DirEntry[str]) -> bool:
    try:
        return not hasattr(os, "getuid") or entry.stat(follow_symlinks=False).st_uid == os.getuid()
    except OSError:
        return False


def _is_running(process: int) -> bool:
    if os.name == "nt":
        return True  # there, asking is not harmless; its Job Object has ended the workers
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
