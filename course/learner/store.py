"""The learner's progress in SQLite: append-only tables, added to and never changed.

A row that `append` returned for is on the disk (WAL, `synchronous=FULL`). Two programs may have
the same store open. A damaged file is put aside and replaced by the newest good backup together
with every row that can still be read (`recovery`); `notices` says so in words for the learner.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from course.errors import CourseError, ProgressError
from course.learner import database, recovery
from course.learner.moved import Moved, show_ids_of_today
from course.learner.records import RECORDS, Record, just_after, moment, stamp
from course.learner.rows import columns_of, decoded

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Clock = Callable[[], datetime]

BACKUP_EVERY = timedelta(minutes=15)
QUICK_CHECK_BYTES = 8_000_000
"""A larger file is checked when it is backed up, not when it is opened: 1 ms a megabyte."""


_REFUSED = {*database.NOT_WRITABLE, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}


class NotWritableError(ProgressError):
    """Progress cannot be written there: the disk is full, or the folder refuses."""


def utc_now() -> datetime:
    """The time; tests give another clock."""
    return datetime.now(UTC)


class Store:
    """One learner's progress. Rows are added and read, never changed.

    Every method raises `CourseError` where the disk is full or not writable. Safe to use from
    several threads.
    """

    def __init__(
        self,
        path: Path,
        backups: Path,
        clock: Clock = utc_now,
        migrations: tuple[str, ...] = database.MIGRATIONS,
        reading: bool = False,
        moved: Callable[[], Moved] = dict,
    ) -> None:
        """`reading`: where nothing can be written, what is there is read all the same.

        Rows that are added then last as long as the store; `notices` says so. `moved` tells the
        ids of today by old ones; it is asked when rows are first read.
        """
        self.path = path
        self._reading = reading
        self._in_memory = False
        self.notices: list[str] = []
        self._backups = backups
        self._clock = clock
        self._migrations = migrations
        self._lock = threading.RLock()
        self._last_stamp = ""
        self._moved = moved
        self._added = 0
        self._shown: tuple[int, int, int] | None = None
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        try:
            with self._explained():
                self._open()
        except CourseError as error:
            self._read_only(error)

    # ------------------------------------------------------------ rows

    def new_row(self) -> dict[str, str]:
        """The `uuid` and `at` of a row that is about to be added; times never run backwards."""
        import uuid

        with self._lock:
            at = stamp(self._clock())
            if at <= self._last_stamp:
                at = just_after(self._last_stamp)
            self._last_stamp = at
        return {"uuid": str(uuid.uuid4()), "at": at}

    def append(self, record: Record) -> None:
        """Add a row. When this returns, the row survives a pulled plug."""
        self.append_all([record])

    def append_all(self, records: Iterable[Record]) -> int:
        """Add the rows that are not there yet, all or none; how many were added."""
        whole = list(records)
        try:
            added = self._do(lambda connection: database.insert(connection, whole))
        except CourseError as error:
            self._read_only(error)
            return self._do(lambda connection: database.insert(connection, whole))
        self._added += added
        if added and not self._in_memory:
            self._back_up_when_due()
        return added

    def rows(self, kind: type[R], **where: object) -> list[R]:
        """The rows whose columns equal `where`, oldest first."""
        return self._select(kind, where, "ORDER BY at, uuid")

    def newest(self, kind: type[R], **where: object) -> R | None:
        """The newest of those rows."""
        rows = self._select(kind, where, "ORDER BY at DESC, uuid DESC LIMIT 1")
        return rows[0] if rows else None

    def everything(self) -> list[Record]:
        """Every row of every table."""
        return [row for kind in RECORDS for row in self.rows(kind)]

    def _select(self, kind: type[R], where: dict[str, object], order: str) -> list[R]:
        condition = " AND ".join(f"{column} = ?" for column in where) or "1"
        columns = ", ".join(columns_of(kind))
        select = f"SELECT {columns} FROM {kind.table} WHERE {condition} {order}"  # noqa: S608
        rows = self._do(
            lambda connection: self._today(connection).execute(select, [*where.values()]).fetchall()
        )
        return list(decoded(kind, rows))

    # ------------------------------------------------------------ what the first screen needs

    def passed(self) -> frozenset[str]:
        """The exercises that were passed at least once."""
        query = "SELECT DISTINCT exercise FROM attempts WHERE verdict = 'passed'"
        return frozenset(row[0] for row in self._all(query))

    def answered(self) -> dict[str, int]:
        """For each lesson, how many of its questions were answered correctly at least once."""
        query = """
            SELECT lesson, max(count(DISTINCT question), count(DISTINCT step))
            FROM answers WHERE correct GROUP BY lesson"""
        return dict(self._all(query))

    def last_steps(self) -> dict[str, int]:
        """For each lesson that was opened, the furthest step that was seen."""
        return dict(self._all("SELECT lesson, max(step) FROM visits GROUP BY lesson"))

    def recent_lessons(self) -> Iterator[tuple[str, int]]:
        """Lessons and the step last seen in them, the lesson last seen first."""
        query = "SELECT lesson, step, max(at) FROM visits GROUP BY lesson ORDER BY max(at) DESC"
        return ((lesson, step) for lesson, step, _ in self._all(query))

    def activity(self) -> list[tuple[str, str, bool]]:
        """What was done when: (`at`, `attempt`, `answer` or `review`, whether it was right)."""
        query = """
            SELECT at, 'attempt', verdict = 'passed' FROM attempts
            UNION ALL SELECT at, 'answer', correct FROM answers
            UNION ALL SELECT at, 'review', rating > 1 FROM reviews
            ORDER BY 1"""
        return [(at, what, bool(right)) for at, what, right in self._all(query)]

    def revision(self) -> object:
        """A value that differs once anything was added, by this program or another."""

        def counted(connection: sqlite3.Connection) -> tuple[object, ...]:
            version = connection.execute("PRAGMA data_version").fetchone()[0]
            return version, connection.total_changes, self._identity

        return self._do(counted)

    def others(self) -> object:
        """A value that differs once another program has added anything."""

        def counted(connection: sqlite3.Connection) -> tuple[object, ...]:
            return connection.execute("PRAGMA data_version").fetchone()[0], self._identity

        return self._do(counted)

    def _all(self, query: str) -> list[tuple[Any, ...]]:
        return self._do(lambda connection: self._today(connection).execute(query).fetchall())

    def _today(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        """The connection, with what is read from it under the ids of today."""
        version = id(connection), connection.execute("PRAGMA data_version").fetchone()[0]
        if self._shown != (*version, self._added):
            show_ids_of_today(connection, self._moved())
            self._shown = (*version, self._added)
        return connection

    # ------------------------------------------------------------ the file

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                with suppress(sqlite3.Error):
                    self._connection.close()
                self._connection = None

    def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with self._lock, self._explained():
            if self._in_memory:
                return work(self._opened)
            if self._connection is None:
                self._open()
            elif recovery.identity(self.path) != self._identity:
                self._follow()
            try:
                return work(self._opened)
            except sqlite3.DatabaseError as error:
                if database.is_damage(error):
                    self._open(damaged=self._identity)
                elif database.primary_code(error) == sqlite3.SQLITE_FULL:
                    database.shrink_log(self._opened)
                else:
                    raise
            return work(self._opened)

    @property
    def _opened(self) -> sqlite3.Connection:
        assert self._connection is not None  # noqa: S101 - `_open` either sets it or raises
        return self._connection

    def _read_only(self, error: CourseError) -> None:
        """Go on with a copy in memory where that was asked for and only writing is refused."""
        if not self._reading or self._in_memory or not isinstance(error, NotWritableError):
            raise error
        with self._lock:
            self.close()
            self._connection = database.copy_to_read(
                self.path, self._migrations, alone=bool(recovery.in_the_way(self.path))
            )
            self._in_memory = True
        self.notices.append(f"{error} Until then nothing you do is kept.")

    def _follow(self) -> None:
        """The file was moved or removed under us: take what we can read to the one now there."""
        before = self._opened
        self._connection = None
        try:
            self._open()
        except BaseException:
            self._connection = before
            raise
        database.insert(self._opened, database.readable(before))
        with suppress(sqlite3.Error):
            before.close()

    def _open(self, damaged: tuple[int, int] | None = None) -> None:
        """Open, creating, migrating or rebuilding first. `damaged`: do not trust that file."""
        self.close()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if words := recovery.in_the_way(self.path):
            raise NotWritableError(words)
        if damaged is None and self._try():
            return
        with database.exclusive(self.path.with_suffix(".lock")):
            home = recovery.ProgressFolder(
                self.path, self._backups, stamp(self._clock()), self._migrations
            )
            self.notices += home.prepare(damaged)
        if not self._try():
            raise ProgressError(
                f"Your progress at {self.path} cannot be opened. Move the file away and start "
                f"again; the copies in {self._backups} stay."
            )

    def _try(self) -> bool:
        """Open the file if it is there, whole and of this version."""
        if not self.path.exists() or not self.path.stat().st_size:
            return False
        connection = None
        try:
            if not database.is_of_this_format(self.path):
                return False
            connection = database.connect(self.path)
            if self._is_usable(connection):
                self._identity = recovery.identity(self.path)
                self._connection = connection
        except sqlite3.DatabaseError as error:
            if not database.is_damage(error):
                raise
        finally:
            if connection is not None and self._connection is not connection:
                connection.close()
        return self._connection is not None

    def _is_usable(self, connection: sqlite3.Connection) -> bool:
        small = self.path.stat().st_size <= QUICK_CHECK_BYTES
        if not database.is_whole(connection, small):
            return False
        if database.version(connection) != len(self._migrations):
            return False
        database.prepare_to_write(connection)
        return True

    def _back_up_when_due(self) -> None:
        now = moment(stamp(self._clock()))
        made = (recovery.backed_up_at(backup) for backup in recovery.backups_in(self._backups))
        # One of a time to come was made by a clock that was ahead; it says nothing.
        if any(stamp(now - BACKUP_EVERY) < at <= stamp(now) for at in made):
            return
        try:
            with self._lock:
                recovery.back_up(self._opened, self._backups, stamp(self._clock()))
        except database.DamagedError:
            with self._lock, self._explained():
                self._open(damaged=self._identity)
        except (OSError, sqlite3.Error) as error:
            words = f"Your progress is saved, but it could not be backed up: {error}."
            if words not in self.notices:
                self.notices.append(words)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            code = database.primary_code(error)
            kind = NotWritableError if code in _REFUSED else ProgressError
            raise kind(self._words(error, code)) from error
        except OSError as error:
            raise NotWritableError(self._words(error, sqlite3.SQLITE_CANTOPEN)) from error

    def _words(self, error: Exception, code: int) -> str:
        full = code == sqlite3.SQLITE_FULL or getattr(error, "errno", None) == errno.ENOSPC
        if full or recovery.is_full(self.path.parent):
            return (
                f"The disk that holds {self.path} is full: the last step was not saved, everything "
                "before it is. Free some space and do it again."
            )
        may_write = os.access(self.path.parent, os.W_OK)
        if may_write and self.path.is_file() and not os.access(self.path, os.W_OK):
            return (
                f"Your progress {self.path} may not be written: {error}. Make that file writable, "
                "or set COURSE_HOME to a folder you may write to, and start again."
            )
        if code in database.NOT_WRITABLE:
            return (
                f"Your progress cannot be saved in {self.path.parent}: {error}. Make that folder "
                "writable, or set COURSE_HOME to a folder you may write to, and start again."
            )
        if code == sqlite3.SQLITE_BUSY:
            return (
                f"Another program has kept {self.path} locked: the last step was not saved. Close "
                "the other program and do it again."
            )
        return (
            f"Your progress at {self.path} cannot be used: {error}. Check the disk, or set "
            "COURSE_HOME to another folder, and start again."
        )
