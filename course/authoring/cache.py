"""What was checked before and has not changed is not checked again."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from course import shapes
from course.atomic_write import write_whole
from course.authoring.gate.findings import Findings
from course.checking.fingerprint import fingerprint

T = TypeVar("T")
DAYS_KEPT = 30.0
RUNS_KEPT = 1_000
"""Of each exercise, with those of its earlier versions."""
_DEPENDS_ON = (
    "authoring",
    "checking",
    "explaining",
    "shift",
    "worker",
    "catalogue",
    "learner/questions",
    "learner/feedback.py",
    "model.py",
)


def _python_files(places: Iterable[Path]) -> list[Path]:
    return sorted(
        file
        for place in places
        for file in ([place] if place.is_file() else place.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    )


def stamp_of(place: Path) -> str:
    """The times and sizes of a file, or of every file and folder in a folder."""
    try:
        if not place.is_dir():
            stat = os.lstat(place)
            return f"{stat.st_mtime_ns} {stat.st_size}"
    except OSError:
        return ""
    digest = hashlib.blake2b(digest_size=12)
    waiting = [str(place)]
    while waiting:
        folder = waiting.pop()
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                if entry.name == "__pycache__":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                    digest.update(entry.path.encode("utf-8", "surrogateescape"))
                    continue
                stat = entry.stat(follow_symlinks=False)
                state = f"{entry.path}\0{stat.st_mtime_ns} {stat.st_size}\n"
                digest.update(state.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


class Kept:
    """Results of single runs of one exercise, each by all that it rests on, in one file.

    So after a change only the runs are made that it concerns. Those not asked for of late go.
    """

    def __init__(self, file: Path, believe: bool) -> None:
        self._file = file
        self._before: dict[str, msgspec.Raw] = {}
        self._now: dict[str, msgspec.Raw] = {}
        if believe:
            with contextlib.suppress(OSError, msgspec.DecodeError):
                shape = dict[str, msgspec.Raw]
                self._before = shapes.decode(file.read_bytes(), shape)

    def get(self, key: str, shape: type[T]) -> T | None:
        """The result kept under that key; None where there is none of that shape."""
        raw = self._before.get(key)
        if raw is None:
            return None
        try:
            findings = shapes.decode(raw, shape)
        except msgspec.DecodeError:
            return None
        self._now[key] = raw
        return findings

    def put(self, key: str, result: object) -> None:
        """Keep a result."""
        self._now[key] = msgspec.Raw(msgspec.json.encode(result))

    def save(self) -> None:
        """Write what there is, if any of it is new. What cannot be written is lost."""
        if self._now.keys() <= self._before.keys():
            return
        older = [one for one in self._before.items() if one[0] not in self._now]
        kept = dict([*older, *self._now.items()][-RUNS_KEPT:])
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, msgspec.json.encode(kept))


class Cache:
    """Findings by the hash of everything they depend on, one small file each.

    That is the content's files, their place on disk (problems name it), the checker and the gate
    themselves, Python, and the libraries that are installed. With `believe=False` nothing stored
    is used, and what is found is stored.
    """

    def __init__(self, folder: Path, believe: bool = True) -> None:
        self._folder = folder
        self._believe = believe

    def key(self, places: Iterable[Path], context: str = "") -> str:
        """The hash of files and folders, and of what else the result depends on."""
        digest = hashlib.sha256(fingerprint(*_DEPENDS_ON))
        digest.update(context.encode())
        for file in _python_files(places):
            content = file.read_bytes()
            digest.update(f"{file}\0{len(content)}\0".encode())
            digest.update(content)
        return digest.hexdigest()

    def get(self, key: str) -> Findings | None:
        """The findings stored under that key, None where there are none that can be read."""
        if not self._believe:
            return None
        file = self._folder / f"{key}.json"
        try:
            findings = shapes.decode(file.read_bytes(), Findings)
            file.touch()
            return findings
        except (OSError, msgspec.DecodeError, msgspec.ValidationError):
            return None

    def put(self, key: str, findings: Findings) -> None:
        """Store findings. A cache that cannot be written is none."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._folder / f"{key}.json", msgspec.json.encode(findings))

    def kept(self, name: str) -> Kept:
        """The runs of the exercise of that name."""
        return Kept(self._folder / "runs" / f"{name.replace('/', '.')}.json", self._believe)

    def prune(self, days: float = DAYS_KEPT) -> None:
        """Remove what was not used for that many days."""
        oldest = time.time() - days * 86400
        with contextlib.suppress(OSError):
            for file in self._folder.rglob("*.json"):
                if file.stat().st_mtime < oldest:
                    file.unlink()
