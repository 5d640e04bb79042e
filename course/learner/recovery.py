"""Keeping the progress file alive: backups, migrations under their cover, damaged files.

Everything here works on files and asks `database` for the SQL.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from course.errors import ProgressError
from course.learner import database
from course.learner.files import sync_folder
from course.learner.records import moment

_PREFIX = "progress-"
_SUFFIX = ".sqlite3"
KEEP_NEWEST = 2
KEEP_DAYS = 5


def identity(path: Path) -> tuple[int, int] | None:
    """Which file a path names, so that a moved or replaced one is noticed."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


def is_full(folder: Path) -> bool:
    """Whether the disk of a folder has less than a quarter of a megabyte left."""
    import shutil

    with suppress(OSError):
        return shutil.disk_usage(folder).free < 250_000
    return False


# ---------------------------------------------------------------- backups


def backed_up_at(backup: Path) -> str:
    """The stamp in a backup's name."""
    digits = backup.name.removeprefix(_PREFIX).removesuffix(_SUFFIX)
    date, _, time = digits.partition("T")
    return f"{date[:4]}-{date[4:6]}-{date[6:8]}T{time[:2]}:{time[2:4]}:{time[4:6]}.{time[6:12]}Z"


def backups_in(folder: Path) -> list[Path]:
    """The backups, oldest first."""
    return sorted(folder.glob(f"{_PREFIX}[0-9]*T[0-9]*{_SUFFIX}"))


def newest_backup(folder: Path) -> Path | None:
    """The newest backup, good or not."""
    return next(reversed(backups_in(folder)), None)


def back_up(connection: sqlite3.Connection, folder: Path, now: str) -> Path:
    """A whole copy of an open database in `folder`; a copy that is not whole is not kept.

    Raises `OSError` or `sqlite3.Error` where that fails, `database.DamagedError` where the copy
    is not whole, because then the original is not either.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _date_back(folder, now)
    backup = folder / _name_of(now)
    _put(connection, backup)
    for surplus in _surplus(backups_in(folder)):
        surplus.unlink(missing_ok=True)
    return backup


def _name_of(at: str) -> str:
    return f"{_PREFIX}{at.translate(str.maketrans('', '', '-:.Z'))}{_SUFFIX}"


def _date_back(folder: Path, now: str) -> None:
    """Give backups of a time to come a name before `now`: what is made from here on is newer."""
    ahead = [backup for backup in backups_in(folder) if backed_up_at(backup) > now]
    for number, backup in enumerate(reversed(ahead), 1):
        at = moment(now) - timedelta(microseconds=number)
        backup.replace(folder / _name_of(at.isoformat(timespec="microseconds")[:26]))


def _put(connection: sqlite3.Connection, place: Path) -> None:
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        _copy(connection, part)
        os.replace(part, place)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(place.parent)


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    with closing(database.connect(target)) as copy:
        copy.execute("PRAGMA synchronous = OFF")  # the disk is waited for once, at the end
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        if not database.is_whole(copy):
            raise database.DamagedError("the progress file is damaged")
    with target.open("r+b") as file:
        os.fsync(file.fileno())


def _surplus(backups: list[Path]) -> Iterator[Path]:
    """All but the newest few and the newest of each of the last few days, given oldest first."""
    days: set[str] = set()
    for age, backup in enumerate(reversed(backups)):
        day = backed_up_at(backup)[:10]
        keep = age < KEEP_NEWEST or (day not in days and len(days) < KEEP_DAYS)
        days.add(day)
        if not keep:
            yield backup


# ---------------------------------------------------------------- making the file usable


@dataclass(frozen=True, slots=True)
class ProgressFolder:
    """The progress file and its backups while nobody else may prepare them."""

    path: Path
    backups: Path
    now: str
    migrations: tuple[str, ...]

    def prepare(self, damaged: tuple[int, int] | None) -> list[str]:
        """Create, migrate or rebuild the file; notices for the learner.

        `damaged` is the identity of a file that was found to be damaged while in use.
        """
        there = self.path.exists() and self.path.stat().st_size > 0
        if not there:
            log = _with_companions(self.path)[1]
            has_log = log.exists() and log.stat().st_size > 0
            if newest_backup(self.backups) is None and not has_log:
                self._create()
                return []
            return [self._rebuild()]
        if damaged is not None and damaged == identity(self.path):
            return [self._rebuild()]
        try:
            with closing(database.connect(self.path)) as connection:
                nothing = not database.version(connection) and newest_backup(self.backups)
                is_known = database.is_of_this_format(self.path)
                whole = not nothing and is_known and database.is_whole(connection)
                if whole:
                    self._migrate(connection)
        except sqlite3.DatabaseError as error:
            if not database.is_damage(error):
                raise
            whole = False
        return [] if whole else [self._rebuild()]

    def _create(self) -> None:
        """Make it whole before it has its name: the disk is waited for once and not eight times."""
        with closing(database.in_memory()) as made:
            database.migrate(made, self.migrations)
            for leftover in _with_companions(self.path)[1:]:  # of a file that is gone
                leftover.unlink(missing_ok=True)
            _put(made, self.path)

    def _migrate(self, connection: sqlite3.Connection) -> None:
        version = database.version(connection)
        if version > len(self.migrations):
            raise ProgressError(
                f"Your progress at {self.path} was written by a newer version of this course. "
                "Update with `pip install --upgrade python-developer-course`, then start again."
            )
        if 0 < version < len(self.migrations):
            back_up(connection, self.backups, self.now)
        database.migrate(connection, self.migrations)

    def _rebuild(self) -> str:
        """Put the damaged file aside; in its place the newest good backup and what can be read."""
        fresh = self.path.with_name(f"{self.path.stem}.rebuilding{self.path.suffix}")
        for leftover in _with_companions(fresh):
            leftover.unlink(missing_ok=True)
        backup = self._restore(fresh)
        with closing(database.connect(fresh)) as connection:
            database.migrate(connection, self.migrations)
            saved = self._salvage(connection)
        aside = self._put_aside()
        os.replace(fresh, self.path)
        sync_folder(self.path.parent)
        return _rebuilt(self.path, aside, backup, saved)

    def _restore(self, fresh: Path) -> Path | None:
        """The newest whole backup, copied to `fresh`."""
        for backup in reversed(backups_in(self.backups)):
            try:
                with closing(database.connect(backup)) as connection:
                    if database.is_whole(connection) and 0 < database.version(connection) <= len(
                        self.migrations
                    ):
                        _copy(connection, fresh)
                        with closing(database.connect(fresh)) as copy:
                            database.migrate(copy, self.migrations)
                        return backup
            except sqlite3.DatabaseError:
                fresh.unlink(missing_ok=True)
        return None

    def _salvage(self, into: sqlite3.Connection) -> int:
        """Add every row that can be read from the damaged file; how many those were."""
        if not self.path.exists() or not self.path.stat().st_size:
            return 0  # SQLite would remove the log of an empty file
        try:
            with closing(database.connect(self.path)) as connection:
                return database.insert(into, database.readable(connection))
        except sqlite3.DatabaseError as error:
            if database.is_damage(error):
                return 0
            raise

    def _put_aside(self) -> Path | None:
        """Rename the file and its companions; the log first, so that it never meets a new file.

        A log that is left of a file that is gone holds rows, and no program could tell whose.
        """
        if not any(os.path.lexists(one) for one in _with_companions(self.path)):
            return None
        name = f"{self.path.stem}.damaged-{self.now.translate(str.maketrans('', '', '-:.Z'))}"
        aside = self.path.with_name(name + self.path.suffix)
        pairs = zip(_with_companions(self.path), _with_companions(aside), strict=True)
        for source, target in reversed(list(pairs)):
            with suppress(FileNotFoundError):
                os.replace(source, target)
        return aside


def _with_companions(path: Path) -> tuple[Path, ...]:
    return path, *(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))


def in_the_way(path: Path) -> str:
    """In words, what lies where the progress, or a file that SQLite keeps beside it, belongs.

    Nothing where these are files, or are not there yet.
    """
    for file in (*_with_companions(path), path.with_suffix(".lock")):
        if file.is_file() or not os.path.lexists(file):
            continue
        if file.is_symlink() and not file.exists():
            return (
                f"{file} is a link that leads to no file: {os.readlink(file)}. Bring that file "
                "back, or remove the link."
            )
        kind = "a folder" if file.is_dir() else "something that is no file"
        return f"There is {kind} where the file {file} should be. Rename or move it."
    return ""


def _rebuilt(path: Path, aside: Path | None, backup: Path | None, saved: int) -> str:
    happened = (
        f"Your progress file was damaged. It is kept as {aside}."
        if aside is not None
        else f"Your progress file {path} was gone."
    )
    sources = []
    if backup is not None:
        sources.append(f"the backup of {backed_up_at(backup)[:16].replace('T', ' ')} UTC")
    if saved:
        sources.append(f"{saved} entries that could still be read")
    if not sources:
        return f"{happened} Nothing in it could be read and there is no backup, so you start anew."
    return f"{happened} You continue with {' and '.join(sources)}."
