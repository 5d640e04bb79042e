"""What was typed and could not be put where it belongs: kept until the learner has decided.

A text that its file does not take (a full disk, a folder that cannot be written, a file that
somebody else saved meanwhile) is kept beside the progress, one JSON file a text in
`<data>/unsaved/`; where that folder takes nothing either, in one of the system's temporary folder.
Every file is written whole or not at all.

A full disk would take nothing there either, so some of it is held in reserve.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import tempfile
import uuid
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from course import shapes
from course.errors import CourseError
from course.learner.files import write_file

_RESERVE = 256 * 1024
_LARGEST = 16 * 1024 * 1024
"""No text of a file of at most a megabyte is larger, escaped and kept twice."""
_FULL = (errno.ENOSPC, errno.EDQUOT)


class Unsaved(Struct, frozen=True, kw_only=True):
    """A text that is not where it belongs.

    `place` is what it was typed in (`exercise:basics/double`, `playground`), `title` that place in
    words, `file` where the text belongs, `base` what was there when the typing began, `why` the
    reason in words.
    """

    ident: str = msgspec.field(default_factory=lambda: uuid.uuid4().hex)
    place: str
    title: str
    file: str
    text: str
    base: str
    why: str
    at: datetime = msgspec.field(default_factory=lambda: datetime.now(UTC))

    @property
    def heading(self) -> str:
        """Where it was typed, as it stands in a list; from a file that anybody may have written."""
        name = self.title[:1].upper() + self.title[1:]
        return "".join(sign if sign.isprintable() else "?" for sign in name[:200])


class UnsavedTexts:
    """The texts that are kept. Nothing is created before there is one, but for the reserve."""

    def __init__(self, data: Path) -> None:
        self.folder = data / "unsaved"
        digest = hashlib.sha256(os.fsencode(data)).hexdigest()[:16]
        self._elsewhere = Path(tempfile.gettempdir()) / f"course-unsaved-{digest}"
        self._reserve = self.folder / "reserve"
        self.chosen = ""
        """The `ident` of the text that the learner wants to go on with, if they have said so."""

    def prepare(self) -> None:
        """Hold some of the disk in reserve, for a day on which it is full."""
        with suppress(OSError, CourseError):
            if not self._reserve.exists():
                write_file(self._reserve, os.urandom(_RESERVE))  # nothing that can be compressed

    def keep(self, text: Unsaved) -> Path:
        """Keep a text, in the place of what is kept by its `ident`; where it now is.

        Raises CourseError where no folder takes it.
        """
        content = json.dumps(msgspec.to_builtins(text)).encode("ascii")  # takes any character
        try:
            return self._write(self.folder, text.ident, content)
        except CourseError as error:
            if getattr(error.__cause__, "errno", None) in _FULL:
                with suppress(OSError, CourseError):
                    self._reserve.unlink()
                    return self._write(self.folder, text.ident, content)
            with suppress(OSError, CourseError):
                self._elsewhere.mkdir(mode=0o700, exist_ok=True)
                if _is_own(self._elsewhere):
                    return self._write(self._elsewhere, text.ident, content)
            raise

    def _write(self, folder: Path, ident: str, content: bytes) -> Path:
        file = folder / f"{ident}.json"
        write_file(file, content)
        return file

    def drop(self, ident: str) -> None:
        """The text is where it belongs, or nobody wants it."""
        for folder in (self.folder, self._elsewhere):
            with suppress(OSError):
                (folder / f"{ident}.json").unlink(missing_ok=True)

    def all(self) -> tuple[Unsaved, ...]:
        """The texts that are kept, newest first. A file that holds none is passed over.

        A text may be in both folders, once the first takes nothing any more: the newer one counts.
        """
        folders = [self.folder, *([self._elsewhere] if _is_own(self._elsewhere) else [])]
        texts: dict[str, Unsaved] = {}
        for file in (file for folder in folders for file in folder.glob("*.json")):
            with suppress(OSError, ValueError, RecursionError):
                if file.is_file() and file.stat().st_size <= _LARGEST:
                    text = shapes.convert(json.loads(file.read_bytes()), Unsaved)
                    if text.ident == file.stem and text.at.tzinfo is not None:
                        texts[text.ident] = max(texts.get(text.ident, text), text, key=_at)
        return tuple(sorted(texts.values(), key=_at, reverse=True))

    def of(self, place: str) -> Unsaved | None:
        """The text that is kept of a place: the chosen one, else the newest."""
        texts = [text for text in self.all() if text.place == place]
        texts.sort(key=lambda text: text.ident != self.chosen)  # stable: the others stay in order
        return texts[0] if texts else None


def _at(text: Unsaved) -> datetime:
    return text.at


def _is_own(folder: Path) -> bool:
    """Whether a folder of the temporary one, where anybody can write, is this user's own."""
    try:
        stat = folder.lstat()
    except OSError:
        return False
    is_mine = not hasattr(os, "getuid") or stat.st_uid == os.getuid()
    return folder.is_dir() and not folder.is_symlink() and is_mine
