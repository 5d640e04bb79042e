"""The progress file as SQLite sees it: schema, connections, rows in and out, what can be read.

With `store`, the only place that holds SQL.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from course.learner.records import RECORDS, Record
from course.learner.rows import columns_of, decoded, encode

R = TypeVar("R", bound=Record)

BUSY_SECONDS = 15.0
LARGEST_VALUE = 64_000_000
"""Bytes of one value; what a damaged or foreign file works out may not take the machine along."""


_VERBS = ("UPDATE", "DELETE")
TRIGGERS = {
    f"{kind.table}_{verb}": f"CREATE TRIGGER {kind.table}_{verb} BEFORE {verb} ON {kind.table} "
    f"BEGIN SELECT RAISE(ABORT, '{kind.table} is append-only'); END"
    for kind in RECORDS
    for verb in _VERBS
}
"""What keeps a row as it was added. Files that are there hold these words: they never change."""


def _append_only(*tables: str) -> str:
    return "".join(f"{TRIGGERS[f'{table}_{verb}']};\n" for table in tables for verb in _VERBS)


MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE visits (
        uuid TEXT PRIMARY KEY NOT NULL, at TEXT NOT NULL,
        lesson TEXT NOT NULL, step INTEGER NOT NULL);
    CREATE TABLE answers (
        uuid TEXT PRIMARY KEY NOT NULL, at TEXT NOT NULL,
        lesson TEXT NOT NULL, step INTEGER NOT NULL, question TEXT NOT NULL,
        correct INTEGER NOT NULL, concepts TEXT NOT NULL, answer TEXT NOT NULL);
    CREATE TABLE attempts (
        uuid TEXT PRIMARY KEY NOT NULL, at TEXT NOT NULL,
        exercise TEXT NOT NULL, verdict TEXT NOT NULL, hints INTEGER NOT NULL,
        mistakes TEXT NOT NULL, seconds REAL NOT NULL, tests TEXT NOT NULL,
        source_hash TEXT NOT NULL, source TEXT NOT NULL);
    CREATE TABLE hints (
        uuid TEXT PRIMARY KEY NOT NULL, at TEXT NOT NULL,
        exercise TEXT NOT NULL, number INTEGER NOT NULL);
    CREATE TABLE reviews (
        uuid TEXT PRIMARY KEY NOT NULL, at TEXT NOT NULL,
        card TEXT NOT NULL, rating INTEGER NOT NULL, item TEXT NOT NULL, seconds REAL NOT NULL);
    CREATE TABLE notes (
        uuid TEXT PRIMARY KEY NOT NULL, at TEXT NOT NULL,
        lesson TEXT NOT NULL, note TEXT NOT NULL, text TEXT NOT NULL);
    CREATE TABLE decisions (
        uuid TEXT PRIMARY KEY NOT NULL, at TEXT NOT NULL,
        name TEXT NOT NULL, value TEXT NOT NULL);
    CREATE INDEX visits_by_time ON visits (at, lesson, step);
    CREATE INDEX visits_by_lesson ON visits (lesson, at, step);
    CREATE INDEX answers_by_lesson ON answers (lesson, correct, question, step);
    CREATE INDEX attempts_by_exercise ON attempts (exercise, verdict, at);
    CREATE INDEX hints_by_exercise ON hints (exercise, number);
    """
    + _append_only("visits", "answers", "attempts", "hints", "reviews", "notes", "decisions"),
    """
    CREATE TABLE placements (
        uuid TEXT PRIMARY KEY NOT NULL, at TEXT NOT NULL,
        round TEXT NOT NULL, module TEXT NOT NULL, lesson TEXT NOT NULL, step INTEGER NOT NULL,
        question TEXT NOT NULL, outcome TEXT NOT NULL);
    """
    + _append_only("placements"),
    """
    CREATE TABLE helps (
        uuid TEXT PRIMARY KEY NOT NULL, at TEXT NOT NULL, exercise TEXT NOT NULL,
        rung TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL);
    """
    + _append_only("helps"),
)


# What the columns of a sound row hold: at least what `records` asks of an imported one.
_TEXT, _NUMBER = "typeof({0}) = 'text'", "typeof({0}) = 'integer' AND {0} >= 0"
_TIME = "????-??-??T??:??:??.??????Z"
SOUND: dict[str, str] = {
    "uuid": _TEXT + " AND length(CAST({0} AS BLOB)) BETWEEN 1 AND 256",
    "at": (
        _TEXT + " AND length(CAST({0} AS BLOB)) = 27 AND {0} GLOB '" + _TIME + "'"
        " AND {0} GLOB '[12][0-9]*' AND substr({0}, 21, 6) NOT GLOB '*[^0-9]*'"
        " AND {0} BETWEEN '1970' AND '3000'"
        " AND strftime('%Y-%m-%dT%H:%M:%S', substr({0}, 1, 19), '+0 days') IS substr({0}, 1, 19)"
    ),
    **dict.fromkeys(("lesson", "question", "exercise", "verdict", "source_hash", "source"), _TEXT),
    **dict.fromkeys(("card", "item", "note", "text", "name", "round", "module", "rung"), _TEXT),
    "outcome": "{0} IN ('right', 'wrong', 'unknown')",
    **dict.fromkeys(("step", "hints", "number"), _NUMBER),
    "correct": "typeof({0}) = 'integer' AND {0} IN (0, 1)",
    "rating": "typeof({0}) = 'integer' AND {0} BETWEEN 1 AND 4",
    "seconds": "typeof({0}) IN ('real', 'integer') AND {0} BETWEEN 0 AND 1e9",
    **dict.fromkeys(("concepts", "mistakes"), "json_valid({0}) AND json_type({0}) = 'array'"),
    "tests": "json_valid({0}) AND json_type({0}) = 'object'",
    **dict.fromkeys(("answer", "value"), "json_valid({0})"),
}


_CONDITION = re.compile(r"\b(CHECK|GENERATED|AS|REFERENCES)\b", re.IGNORECASE)
"""What no table of ours has: conditions that refuse a row, columns that are worked out."""


class DamagedError(sqlite3.DatabaseError):
    """The file is not as SQLite left it."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
NOT_WRITABLE = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
}


def connect(path: Path) -> sqlite3.Connection:
    """A connection that commits statement by statement and waits for others' locks."""
    connection = sqlite3.connect(
        path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def in_memory() -> sqlite3.Connection:
    """An empty database that lasts as long as its connection."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    return connection


def copy_to_read(
    path: Path, migrations: tuple[str, ...] = MIGRATIONS, alone: bool = False
) -> sqlite3.Connection:
    """What a file that may not be written holds, in memory; nothing where it is no file.

    `alone`: nothing beside it is opened, since what lies there is no file of SQLite's.
    """
    memory = in_memory()
    # A log that nobody may open is left out: the file is what was last put into it.
    ways = ("mode=ro", "mode=ro&immutable=1")[alone:]
    for how in ways if path.is_file() else ():
        with suppress(sqlite3.Error), closing(_read_only(path, how)) as source:
            if version(source) and is_whole(source):
                source.backup(memory)
                break
            migrate(memory, migrations)
            insert(memory, readable(source))
            break
    migrate(memory, migrations)
    return memory


def _read_only(path: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.as_uri()}?{how}", uri=True, isolation_level=None)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
        version(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def exclusive(lock: Path) -> Iterator[None]:
    """Hold `lock` against every other program; released by the system if this one is killed."""
    if lock.exists() and lock.stat().st_size:  # somebody else's file: a lock is empty
        os.replace(lock, lock.with_name(f"{lock.name}.before"))
    connection = sqlite3.connect(lock, timeout=2 * BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        connection.close()


def version(connection: sqlite3.Connection) -> int:
    """How many migrations the database has had; 0 for one that was only created."""
    number = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if number < 0:
        raise DamagedError("its version is below nothing")
    return number


def migrate(connection: sqlite3.Connection, migrations: tuple[str, ...] = MIGRATIONS) -> None:
    """Bring a database to the last version, each step whole or not at all.

    `DamagedError` where a step does not fit what is there: the version is not what it was.
    """
    for number in range(version(connection), len(migrations)):
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE; {migrations[number]};PRAGMA user_version = {number + 1}; COMMIT;"
            )
        except sqlite3.Error as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if primary_code(error) == sqlite3.SQLITE_ERROR:
                raise DamagedError(str(error)) from error
            raise


def prepare_to_write(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on; raises where the file may not be written."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")


def shrink_log(connection: sqlite3.Connection) -> None:
    """Give the disk back what the write-ahead log holds of rows that are in the file by now."""
    with suppress(sqlite3.Error):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def is_of_this_format(path: Path) -> bool:
    """Whether the header lets any SQLite read and write the file; a file that is short has none."""
    with path.open("rb") as file:
        header = file.read(20)
    return len(header) < 20 or set(header[18:20]) <= {1, 2}


def is_whole(connection: sqlite3.Connection, thorough: bool = True) -> bool:
    """Whether SQLite finds nothing wrong and every row is one that the course could have written.

    Without `thorough` only the schema is read, and the rows' columns but not their texts.
    """
    try:
        tables = _tables(connection)
        if not _obeys_only_us(connection):
            return False
        made = "".join(MIGRATIONS[: version(connection)])
        if not tables.issuperset(re.findall(r"CREATE TABLE (\w+)", made)):
            return False
        if version(connection) == 0 and tables:
            return False
        kinds = [kind for kind in RECORDS if kind.table in tables]
        if not all(_is_sound(connection, kind, thorough) for kind in kinds):
            return False
        return not thorough or connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return False
        raise


def _tables(connection: sqlite3.Connection) -> set[str]:
    """The tables that hold what is in them: no view works their rows out, no module."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    return {row[0] for row in rows}


def _obeys_only_us(connection: sqlite3.Connection) -> bool:
    """Whether a row that is added to a table of ours goes there as it is, and stays."""
    ours = {kind.table for kind in RECORDS}
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    for kind, name, table, sql in rows:
        words = " ".join(str(sql).split())
        if kind == "trigger" and table in ours and words != TRIGGERS.get(name):
            return False
        if kind == "table" and name in ours and _CONDITION.search(words):
            return False
    return True


def _is_sound(connection: sqlite3.Connection, kind: type[Record], thorough: bool) -> bool:
    """Whether a table has its columns and holds nothing that makes no sense in them."""
    there = {row[1] for row in connection.execute(f"PRAGMA table_info({kind.table})")}
    columns = columns_of(kind)
    if not there.issuperset(columns):
        return False
    if version(connection) < len(MIGRATIONS):
        return True  # an older program's: its rows are looked at once it is brought up to date
    odd = " OR ".join(f"NOT ({SOUND[column].format(column)})" for column in columns)
    if connection.execute(f"SELECT 1 FROM {kind.table} WHERE {odd} LIMIT 1").fetchone():  # noqa: S608
        return False
    if thorough:  # a text that is not UTF-8 shows when it is read
        for _ in connection.execute(f"SELECT {', '.join(columns)} FROM {kind.table}"):  # noqa: S608
            pass
    return True


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the error says that the file itself is not as the course left it."""
    words = (
        *("Could not decode to UTF-8", "no such column", "no such table"),
        *("unsupported file format", "string or blob too big"),
    )
    return primary_code(error) in DAMAGED or any(one in str(error) for one in words)


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its extension; 0 where Python itself refused a value."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def readable(connection: sqlite3.Connection) -> Iterator[Record]:
    """Every row that can be read and makes sense, out of a whole or a damaged database."""
    try:
        tables = _tables(connection)
    except sqlite3.Error:
        return
    for kind in RECORDS:
        if kind.table not in tables:
            continue
        columns = ", ".join(columns_of(kind))
        select = f"SELECT {columns} FROM {kind.table}"  # noqa: S608 - our own names
        try:
            rows = connection.execute(select).fetchall()
        except sqlite3.Error:
            rows = list(_row_by_row(connection, kind, select))
        yield from decoded(kind, rows)


def _row_by_row(
    connection: sqlite3.Connection, kind: type[Record], select: str
) -> Iterator[tuple[Any, ...]]:
    try:
        last = connection.execute(f"SELECT max(rowid) FROM {kind.table}").fetchone()[0] or 0  # noqa: S608
    except sqlite3.Error:
        return
    for rowid in range(1, last + 1):
        with suppress(sqlite3.Error):
            yield from connection.execute(f"{select} WHERE rowid = ?", (rowid,)).fetchall()


def insert(connection: sqlite3.Connection, records: Iterable[Record]) -> int:
    """Add the records whose `uuid` is not there yet, all or none; how many were added."""
    added = 0
    connection.execute("BEGIN IMMEDIATE")
    try:
        for record in records:
            columns = columns_of(type(record))
            places = ", ".join("?" * len(columns))
            added += connection.execute(
                f"INSERT INTO main.{record.table} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608
                " ON CONFLICT (uuid) DO NOTHING",
                encode(record),
            ).rowcount
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return added
