"""The playground's files: the program that is being written, and those that were run before.

`<workspace>/playground/playground.py` is the program; `earlier/` beside it holds the last
`MOST_KEPT` programs, one file each, named by when they were last run or put aside. A program that
was run twice is kept once. Every file is written whole or not at all.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from course.errors import CourseError
from course.learner.files import encode_text, explained, read_text
from course.learner.workspace import Workspace

MOST_KEPT = 50
START = """\
name = input("What is your name? ")
print(f"Hello, {name}!")
"""
"""What stands in a playground that was never used: it shows that a program may ask."""

_STAMP = "%Y%m%dT%H%M%S.%f"
_NAME = re.compile(r"\d{8}T\d{6}\.\d{6}Z-[0-9a-f]{12}\.py")


class EarlierProgram(Struct, frozen=True):
    """A program that was run or put aside, and when (UTC)."""

    source: str
    at: datetime


class Playground:
    """The text of the playground and its earlier programs. Methods raise `CourseError`."""

    def __init__(
        self, workspace: Workspace, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._workspace = workspace
        folder = workspace.folder / "playground"
        self.file = folder / "playground.py"
        self._earlier = folder / "earlier"
        self._clock = clock
        self.known: str | None = None
        """The program as it was last read or written here."""

    def load(self) -> str:
        """The program as it was left."""
        self.known = self._read()
        return START if self.known is None else self.known

    def save(self, text: str) -> None:
        """Keep the program as it is. What another window wrote meanwhile is put aside."""
        if text == self.known:
            return
        if (theirs := self._read()) not in (self.known, text, None):
            self.put_aside(theirs or "")
        if text != theirs:
            self._workspace.put(self.file, encode_text(text, self.file))
        self.known = text

    def put_aside(self, text: str) -> None:
        """Keep a program among the earlier ones, as the newest; the oldest make way."""
        if not text.strip() or text == START:
            return
        content = encode_text(text, self.file)
        digest = hashlib.sha256(content).hexdigest()[:12]
        older = self._files()
        at = self._clock()
        if older:  # whatever the clock does, it is the newest
            at = max(at, _time(older[0]) + timedelta(microseconds=1))
        self._workspace.put(self._earlier / f"{at:{_STAMP}}Z-{digest}.py", content)
        same = [file for file in older if file.stem.endswith(digest)]
        others = [file for file in older if file not in same]
        for file in (*same, *others[MOST_KEPT - 1 :]):
            with suppress(OSError):  # an earlier program too many does no harm
                file.unlink()

    def earlier(self) -> tuple[EarlierProgram, ...]:
        """The programs that were run or put aside, newest first."""
        programs = []
        for file in self._files():
            with suppress(OSError, CourseError):  # another window may have cleared it away
                programs.append(EarlierProgram(read_text(file), _time(file)))
        return tuple(programs)

    def _read(self) -> str | None:
        try:
            return read_text(self.file)
        except FileNotFoundError:
            return None
        except OSError as error:
            with explained(self.file):
                raise error from None

    def _files(self) -> list[Path]:
        """The earlier programs' files, newest first."""
        try:
            names = [file for file in self._earlier.iterdir() if _NAME.fullmatch(file.name)]
        except OSError:
            return []
        return sorted(names, key=lambda file: file.name, reverse=True)


def _time(file: Path) -> datetime:
    stamp = file.name.partition("Z-")[0]
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
