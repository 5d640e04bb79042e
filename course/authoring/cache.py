"""What was checked before and has not changed is not checked again."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import msgspec

from course.authoring.gate.findings import Findings
from course.checking.ground import ground

DAYS_KEPT = 30.0
_DEPENDS_ON = (
    "authoring",
    "checking",
    "explaining",
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
                said = f"{entry.path}\0{stat.st_mtime_ns} {stat.st_size}\n"
                digest.update(said.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


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
        digest = hashlib.sha256(ground(*_DEPENDS_ON))
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
            findings = msgspec.json.decode(file.read_bytes(), type=Findings)
            file.touch()
            return findings
        except (OSError, msgspec.DecodeError, msgspec.ValidationError):
            return None

    def put(self, key: str, findings: Findings) -> None:
        """Store findings. A cache that cannot be written is none."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".tmp")
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.json.encode(findings))
            Path(name).replace(self._folder / f"{key}.json")

    def prune(self, days: float = DAYS_KEPT) -> None:
        """Remove what was not used for that many days."""
        oldest = time.time() - days * 86400
        with contextlib.suppress(OSError):
            for file in self._folder.iterdir():
                if file.stat().st_mtime < oldest:
                    file.unlink()
