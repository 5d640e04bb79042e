"""Progress from machine to machine: export to JSON, import by union.

A row is known by its `uuid`, so putting two machines' progress together, in any order and any
number of times, keeps every row once.
"""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from course import __version__, shapes
from course.errors import CourseError, WrongUse
from course.learner import database
from course.learner.files import write_output
from course.learner.records import (
    Answer,
    Attempt,
    Decision,
    Help,
    Hint,
    Name,
    Note,
    Placed,
    Record,
    Review,
    Visit,
)
from course.learner.session import Session
from course.learner.store import Store
from course.text import clean_json
from course.worker.limits import FILE_BYTES

FORMAT = 1
MOST_BYTES = 256_000_000
_SQLITE = b"SQLite format 3\0"


class Export(Struct, frozen=True):
    """Everything a learner did, as it is written to a file; `format` counts its versions."""

    format: Annotated[int, Meta(ge=1)]
    course: Name = ""
    attempts: tuple[Attempt, ...] = ()
    answers: tuple[Answer, ...] = ()
    reviews: tuple[Review, ...] = ()
    notes: tuple[Note, ...] = ()
    visits: tuple[Visit, ...] = ()
    hints: tuple[Hint, ...] = ()
    helps: tuple[Help, ...] = ()
    decisions: tuple[Decision, ...] = ()
    placements: tuple[Placed, ...] = ()

    def rows(self) -> tuple[Record, ...]:
        """Every row."""
        return (
            *self.attempts,
            *self.answers,
            *self.reviews,
            *self.notes,
            *self.visits,
            *self.hints,
            *self.helps,
            *self.decisions,
            *self.placements,
        )


def export_progress(store: Store) -> bytes:
    """Everything in the store as indented JSON."""
    tables: dict[str, Any] = {
        kind.table: tuple(store.rows(kind))
        for kind in (Attempt, Answer, Review, Note, Visit, Hint, Help, Decision, Placed)
    }
    content = Export(format=FORMAT, course=__version__, **tables)
    document = msgspec.json.format(msgspec.json.encode(content), indent=1).decode()
    return clean_json(document).encode()


def write_export(store: Store, folder: Path, today: date) -> Path:
    """Write everything to a file in a folder, named after the day; which file. CourseError."""
    file = folder / f"progress-{today.isoformat()}.json"
    write_output(file, export_progress(store))
    return file


def import_progress(store: Store, file: Path) -> int:
    """Add what an export, or another machine's progress file, holds; how many rows were new.

    All of it or none: raises CourseError where the file cannot be used.
    """
    try:
        if store.path.exists() and file.samefile(store.path):
            return 0  # opening it here would let go of SQLite's locks on it
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise WrongUse(f"{file} is not a file. Name a file of yours.")
        if status.st_size > MOST_BYTES:
            raise WrongUse(f"{file} is larger than {MOST_BYTES // 1_000_000} MB: no export is.")
        with file.open("rb") as stream:
            is_database = stream.read(len(_SQLITE)) == _SQLITE
        content = b"" if is_database else file.read_bytes()
    except (OSError, ValueError) as error:
        words = getattr(error, "strerror", None) or error
        raise WrongUse(f"{file} cannot be read: {words}. Name a file of yours.") from error
    rows = _rows_of_database(file) if is_database else _rows_of_export(file, content)
    return store.append_all(rows)


def bring_back_files(session: Session) -> int:
    """Write the newest source of each exercise that has no file here; how many were written."""
    written = 0
    for ident in session.catalogue.exercises:
        newest = session.store.newest(Attempt, exercise=ident)
        if newest is None or not newest.source:
            continue
        exercise = session.catalogue.exercise(ident)
        if session.file(exercise).exists():
            continue
        if len(newest.source.encode()) > FILE_BYTES:
            continue  # nothing could read the file
        with suppress(CourseError, ValueError):  # it was no source of that exercise
            session.save(exercise, newest.source)
            written += 1
    return written


def _rows_of_export(file: Path, content: bytes) -> tuple[Record, ...]:
    try:
        export = shapes.decode(content, Export)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        if _format_of(content) > FORMAT:
            raise WrongUse(_newer(file)) from error
        raise WrongUse(
            f"{file} is not an export of this course: {error}. "
            "Write one with `course progress export FILE` on the other machine."
        ) from error
    if export.format > FORMAT:
        raise WrongUse(_newer(file))
    return export.rows()


class _Head(Struct, frozen=True):
    format: int


def _format_of(content: bytes) -> int:
    try:
        return shapes.decode(content, _Head).format
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return 0


def _newer(file: Path) -> str:
    return (
        f"{file} was written by a newer version of this course. Update with "
        "`pip install --upgrade python-developer-course`, then import it again."
    )


def _rows_of_database(file: Path) -> tuple[Record, ...]:
    """The rows of a progress file, of an older version too; the file itself is not changed."""
    try:
        with closing(database.in_memory()) as copy:
            with closing(database.connect(file)) as connection:
                connection.backup(copy)
            if database.version(copy) > len(database.MIGRATIONS):
                raise WrongUse(_newer(file))
            if not database.version(copy) or not database.is_whole(copy):
                raise database.DamagedError("it is damaged or not a progress file")
            database.migrate(copy)
            return tuple(database.readable(copy))
    except sqlite3.Error as error:
        raise WrongUse(
            f"{file} cannot be merged: {error}. Open the course on that machine, which repairs "
            "what it can, and write `course progress export FILE` there."
        ) from error
