"""What a learner was given: the starter, the brief and the tests of an exercise as they were then.

A newer course replaces what nobody has touched since, and tells what is different where somebody
has. It is a help: where it cannot be kept, files are left as they are.
"""

from __future__ import annotations

import difflib
import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from course import shapes
from course.catalogue.documents import read_text as read_content
from course.catalogue.kinds import START
from course.errors import CourseError
from course.learner.files import write_file
from course.model import Exercise

BUILT = "."
"""Stands for all of a repository among the files that were given."""


class Given(Struct, frozen=True):
    """The texts as they were given, and the digests of the files that were put beside them.

    Of a repository, `starter` is the script that built it, and `files` has under `BUILT` the digest
    of what was found in it then.
    """

    starter: str = ""
    brief: str = ""
    files: dict[str, str] = {}

    def has(self, name: str, content: bytes) -> bool:
        """Whether a file with this content is one that was given."""
        return self.files.get(name) == digest(content)

    def is_task_of(self, exercise: Exercise) -> bool:
        """Whether an exercise still asks for the same, beginning with the same."""
        return (self.starter, self.brief) == (start_of(exercise), exercise.source.brief)


def start_of(exercise: Exercise) -> str:
    """What an exercise begins with: its starter, or the script that builds its repository."""
    if exercise.start is None:
        return exercise.starter
    return read_content(exercise.folder / START)


def digest(content: bytes) -> str:
    """What tells a file's content from another's."""
    return hashlib.sha256(content).hexdigest()


class GivenTexts:
    """What was given, a file for each exercise; without a folder nothing is remembered."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def of(self, exercise: str) -> Given | None:
        """What was given of an exercise, as far as that is known."""
        if self._folder is None:
            return None
        try:
            return shapes.decode(self._file(self._folder, exercise).read_bytes(), Given)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return None

    def remember(self, exercise: str, given: Given) -> None:
        """Keep it, unless that is how it is kept already."""
        if self._folder is None or given == self.of(exercise):
            return
        with suppress(OSError, CourseError):
            file = self._file(self._folder, exercise)
            file.parent.mkdir(parents=True, exist_ok=True)
            write_file(file, msgspec.json.encode(given))

    def bring(self, old: str, new: str) -> None:
        """An exercise has moved."""
        if (given := self.of(old)) is not None and self.of(new) is None:
            self.remember(new, given)

    @staticmethod
    def _file(folder: Path, exercise: str) -> Path:
        return folder / f"{exercise}.json"


def difference(before: Given, exercise: Exercise) -> str:
    """What is different about a task, as a diff: its brief, then its starter."""
    parts = []
    for name, old, new in (
        ("brief", before.brief, exercise.source.brief),
        ("starter", before.starter, start_of(exercise)),
    ):
        lines = difflib.unified_diff(
            old.splitlines(), new.splitlines(), f"{name} before", f"{name} now", lineterm="", n=1
        )
        parts += [line for line in lines if not line.startswith("@@")]
    return "\n".join(parts)
