"""Content as it was read before: what has not changed since is not parsed again.

A lesson is believed while its file has the same time and size, an exercise while every file of its
folder has. One file in the cache folder for each course; what cannot be used of it is read again.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from course.atomic_write import write_whole
from course.authoring.cache import stamp_of
from course.authoring.gate.jargon import LessonFacts, facts_of
from course.checking.fingerprint import fingerprint
from course.model import Exercise, Lesson

_READERS = ("model.py", "catalogue", "authoring/gate/jargon.py", "authoring/gate/texts.py")


class _KeptLesson(msgspec.Struct, frozen=True, array_like=True):
    stamp: str
    lesson: Lesson
    facts: LessonFacts


class _KeptExercise(msgspec.Struct, frozen=True, array_like=True):
    stamp: str
    exercise: Exercise


class _Kept(msgspec.Struct, array_like=True):
    ground: bytes
    lessons: dict[str, _KeptLesson]
    exercises: dict[str, _KeptExercise]


class Snapshot:
    """Gives lessons and exercises, out of what was kept where that is still so."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._fingerprint = fingerprint(*_READERS)
        self._before = self._load()
        self._kept = _Kept(self._fingerprint, {}, {})

    def lesson(self, path: Path, read: Callable[[Path], Lesson]) -> tuple[Lesson, LessonFacts]:
        """The lesson of a file; `read` is called where nothing is known of it, and may raise."""
        key, stamp = str(path), stamp_of(path)
        entry = self._before.lessons.get(key)
        if entry is None or entry.stamp != stamp:
            lesson = read(path)
            entry = _KeptLesson(stamp, lesson, facts_of(lesson))
        self._kept.lessons[key] = entry
        return entry.lesson, entry.facts

    def exercise(self, folder: Path, read: Callable[[Path], Exercise]) -> Exercise:
        """The exercise of a folder; `read` as for a lesson."""
        key, stamp = str(folder), stamp_of(folder)
        entry = self._before.exercises.get(key)
        if entry is None or entry.stamp != stamp:
            entry = _KeptExercise(stamp, read(folder))
        self._kept.exercises[key] = entry
        return entry.exercise

    def keep(self) -> None:
        """Store what was given, if any of it is not stored already."""
        if self._file is None or self._is_the_same():
            return
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, msgspec.msgpack.encode(self._kept, enc_hook=_as_text))

    def _is_the_same(self) -> bool:
        old, new = self._before, self._kept
        return (
            old.lessons.keys() == new.lessons.keys()
            and old.exercises.keys() == new.exercises.keys()
            and all(new.lessons[key] is one for key, one in old.lessons.items())
            and all(new.exercises[key] is one for key, one in old.exercises.items())
        )

    def _load(self) -> _Kept:
        if self._file is not None:
            try:
                content = self._file.read_bytes()
                kept = msgspec.msgpack.decode(content, type=_Kept, dec_hook=_as_path)
            except (OSError, msgspec.MsgspecError):
                pass
            else:
                if kept.ground == self._fingerprint:
                    return kept
        return _Kept(b"", {}, {})


def _as_text(value: Any) -> str:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(type(value))


def _as_path(kind: type, value: Any) -> Any:
    return kind(value)
