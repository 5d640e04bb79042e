"""The tables: brought up to date, append-only, and what is no database of ours."""

from __future__ import annotations

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from course.errors import CourseError
from course.learner import database, recovery
from course.learner.records import RECORDS, Answer, Attempt, Note, Record, Visit
from course.learner.rows import columns_of
from course.learner.store import Store
from tests.learner.filled_store import backed_up, fill, notes_in

# ---------------------------------------------------------------- versions

VERSION_2 = """
    ALTER TABLE visits ADD COLUMN seconds REAL NOT NULL DEFAULT 0;
"""


def test_an_older_file_is_backed_up_and_brought_up_to_date(tmp_path: Path) -> None:
    path, backups = tmp_path / "progress.sqlite3", tmp_path / "backups"
    with closing(Store(path, backups)) as store:
        texts = fill(store)
    migrations = (*database.MIGRATIONS, VERSION_2)
    before = len(recovery.backups_in(backups))
    with closing(Store(path, backups, migrations=migrations)) as store:
        assert notes_in(store) == texts
        store.append(Visit(**store.new_row(), lesson="a/b", step=1))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT seconds FROM visits").fetchall() == [(0.0,)]
        assert database.version(connection) == len(migrations)
    assert len(recovery.backups_in(backups)) == before + 1
    with closing(sqlite3.connect(recovery.backups_in(backups)[-1])) as backup:
        assert database.version(backup) == len(database.MIGRATIONS)


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path, backups = tmp_path / "progress.sqlite3", tmp_path / "backups"
    with closing(Store(path, backups)) as store:
        texts = fill(store)
    broken = (*database.MIGRATIONS, VERSION_2 + "CREATE TABLE visits (again TEXT);")
    with pytest.raises(CourseError, match="already exists"):
        Store(path, backups, migrations=broken)
    with closing(Store(path, backups)) as store:
        assert notes_in(store) == texts
        assert not store.notices


def test_a_file_of_a_newer_course_is_left_alone(tmp_path: Path) -> None:
    path, backups = tmp_path / "progress.sqlite3", tmp_path / "backups"
    Store(path, backups, migrations=(*database.MIGRATIONS, VERSION_2)).close()
    before = path.read_bytes()
    with pytest.raises(CourseError, match=r"newer version .*pip install --upgrade"):
        Store(path, backups)
    assert path.read_bytes() == before


def test_rows_cannot_be_changed_or_removed(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite3"
    with closing(Store(path, tmp_path / "backups")) as store:
        fill(store, 1)
    with closing(sqlite3.connect(path)) as connection:
        with pytest.raises(sqlite3.IntegrityError, match=r"^notes is append-only$"):
            connection.execute("UPDATE notes SET text = ''")
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute("DELETE FROM notes")


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "p.sqlite3", tmp_path / "backups")) as store:
        attempt = Attempt(
            **store.new_row(),
            exercise="a/b",
            verdict="failed",
            hints=2,
            mistakes=("prints_instead",),
            seconds=0.25,
            tests={"test_one": "failed", "test_two": "passed"},
            source_hash="00",
            source="print('é\0')\r\n",
        )
        answers = [
            Answer(**store.new_row(), lesson="a/b", step=1, question="q", correct=False, answer=it)
            for it in ("text", [0, 2], 3, None, ["    return 1", "x"])
        ]
        store.append_all([attempt, *answers])
        assert store.rows(Attempt) == [attempt]
        assert store.rows(Answer) == answers


@pytest.mark.parametrize("version", [-5, -(2**31), 1, 2])
def test_a_version_that_is_not_that_of_the_tables_is_damage(tmp_path: Path, version: int) -> None:
    path, backups = tmp_path / "progress.sqlite3", tmp_path / "backups"
    texts = backed_up(path, backups)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    with closing(Store(path, backups)) as store:
        assert notes_in(store) >= {*texts, "later"}
        store.append(Note(**store.new_row(), lesson="a/b", note="new", text="new"))
    with closing(Store(path, backups)) as store:
        assert not store.notices
        assert "new" in notes_in(store)


def test_a_pipe_in_the_place_of_the_progress_is_not_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with a name here")
    path = tmp_path / "progress.sqlite3"
    os.mkfifo(path)
    with closing(Store(path, tmp_path / "backups", reading=True)) as store:
        assert str(path) in " ".join(store.notices)
        assert notes_in(store) == set()


def test_a_copy_to_read_has_every_row_and_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite3"
    with closing(Store(path, tmp_path / "backups")) as store:
        texts = fill(store, 3)
    before = path.read_bytes()
    with closing(database.copy_to_read(path)) as copy:
        assert {note.text for note in database.readable(copy) if isinstance(note, Note)} == texts
    assert path.read_bytes() == before
    with closing(database.copy_to_read(tmp_path / "nothing.sqlite3")) as copy:
        assert list(database.readable(copy)) == []


def test_of_a_table_that_cannot_be_read_at_once_each_row_is_tried(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "p.sqlite3", tmp_path / "backups")) as store:
        fill(store, 3)
        select = "SELECT text FROM notes"
        rows = store._opened.execute(select).fetchall()
        assert list(database._row_by_row(store._opened, Note, select)) == rows


def test_rows_are_added_all_or_none(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "p.sqlite3", tmp_path / "backups")) as store:
        good = Note(**store.new_row(), lesson="a/b", note="n", text="t")
        bad = msgspec.structs.replace(good, uuid="other", text=10**30)
        with pytest.raises(OverflowError):
            database.insert(store._opened, [good, bad])
        assert not store._opened.in_transaction
        assert store.rows(Note) == []
        assert database.insert(store._opened, [good, good]) == 1


# ---------------------------------------------------------------- what a sound row holds

NOON = "2026-03-01T12:00:00.000000Z"
GOOD: dict[str, object] = {
    "uuid": "u",
    "at": NOON,
    "outcome": "right",
    "correct": 1,
    "rating": 3,
    "seconds": 0.5,
    "concepts": "[]",
    "mistakes": '["one"]',
    "tests": "{}",
    "answer": "null",
    "value": "1",
    **dict.fromkeys(("step", "hints", "number"), 0),
}
"""What is in a column of a row; text in the others."""

FITS: dict[str, list[object]] = {
    "uuid": ["x" * 256],
    "at": ["1970-01-01T00:00:00.000000Z", "2999-12-30T23:59:59.999999Z"],
    "lesson": ["", "é\0"],
    "outcome": ["wrong", "unknown"],
    "step": [2**40],
    "correct": [0],
    "rating": [1, 4],
    "seconds": [0, 1e9],
    "value": ["{}", '"text"'],
}
ODD: dict[str, list[object]] = {
    "uuid": ["", "x" * 257, b"u"],
    "at": [
        b"2026-03-01T12:00:00.000000Z",
        *("2026-03-01T12:00:00.00000Z", "2026-03-01T12:00:00.0000000Z", "2026-03-01 12:00:00"),
        *("2026-13-01T12:00:00.000000Z", "2026-02-30T12:00:00.000000Z"),
        *("2026-03-01T25:00:00.000000Z", "2026-03-01T12:00:00.00000xZ"),
        *("2026-03-01T12:00:00.x00000Z", "2026-03-01T12:00:00,000000Z"),
        *("1969-12-31T23:59:59.999999Z", "3000-01-01T00:00:00.000000Z"),
        *("0026-03-01T12:00:00.000000Z", "2x26-03-01T12:00:00.000000Z"),
    ],
    **{
        name: [b"x"]
        for name in (
            *("lesson", "question", "exercise", "verdict", "source_hash", "source", "card"),
            *("item", "note", "text", "name", "round", "module", "rung"),
        )
    },
    "outcome": ["perhaps", "", b"right"],
    **{name: [-1, 1.5, "many"] for name in ("step", "hints", "number")},
    "correct": [2, -1, "yes", 0.5],
    "rating": [0, 5, 2.5, "good"],
    "seconds": [-0.1, 1e9 + 1, "long"],
    **{name: ["{}", "[", "1", ""] for name in ("concepts", "mistakes")},
    "tests": ["[]", "{", "null"],
    **{name: ["[", "", "text"] for name in ("answer", "value")},
}


def is_sound_with(made: sqlite3.Connection, kind: type[Record], **other: object) -> bool:
    """Whether a table is sound with one row in it that has some columns changed."""
    columns = columns_of(kind)
    row = [other.get(name, GOOD.get(name, "text")) for name in columns]
    made.execute("BEGIN")
    places = ", ".join("?" * len(columns))
    made.execute(f"INSERT INTO {kind.table} VALUES ({places})", row)  # noqa: S608 - our own names
    sound = database._is_sound(made, kind, thorough=False)
    made.execute("ROLLBACK")
    return sound


def test_which_rows_the_course_could_have_written() -> None:
    assert set(ODD) == set(database.SOUND)
    with closing(database.in_memory()) as made:
        database.migrate(made)
        assert all(is_sound_with(made, kind) for kind in RECORDS)
        wrong = [
            (kind.table, column, value)
            for values, sound in ((FITS, True), (ODD, False))
            for kind in RECORDS
            for column in columns_of(kind)
            for value in values.get(column, ())
            if is_sound_with(made, kind, **{column: value}) is not sound
        ]
    assert wrong == []


def test_a_text_that_is_no_text_shows_when_everything_is_looked_at() -> None:
    with closing(database.in_memory()) as made:
        database.migrate(made)
        made.execute("INSERT INTO visits VALUES ('u', ?, CAST(x'ff' AS TEXT), 1)", (NOON,))
        assert database.is_whole(made, thorough=False)
        assert not database.is_whole(made)


@pytest.mark.parametrize(
    ("words", "is_damage"),
    [
        ("Could not decode to UTF-8 column 'text'", True),
        ("no such column: text", True),
        ("no such table: notes", True),
        ("unsupported file format", True),
        ("string or blob too big", True),
        ("database is locked", False),
    ],
)
def test_what_says_that_the_file_itself_is_damaged(words: str, is_damage: bool) -> None:
    error = sqlite3.OperationalError(words)
    assert (database.is_damage(error), database.primary_code(error)) == (is_damage, 0)


@pytest.mark.parametrize(
    ("header", "is_ours"),
    [
        (b"", True),
        (b"SQLite format 3\0\x10\x00\x09", True),
        (b"SQLite format 3\0\x10\x00\x01\x01", True),
        (b"SQLite format 3\0\x10\x00\x02\x02", True),
        (b"SQLite format 3\0\x10\x00\x01\x02", True),
        (b"SQLite format 3\0\x10\x00\x03\x01", False),
        (b"SQLite format 3\0\x10\x00\x01\x03", False),
        (b"SQLite format 3\0\x10\x00\x01\x01\x40", True),
        (b"SQLite format 3\0\x10\x40\x01\x01", True),
    ],
)
def test_the_header_tells_who_may_read_and_write(
    tmp_path: Path, header: bytes, is_ours: bool
) -> None:
    file = tmp_path / "p.sqlite3"
    file.write_bytes(header)
    assert database.is_of_this_format(file) is is_ours


def test_a_step_that_fails_leaves_those_before_it_and_no_transaction() -> None:
    with closing(database.in_memory()) as made:
        steps = ("CREATE TABLE a (x);", "CREATE TABLE b (y); CREATE TABLE a (x);")
        with pytest.raises(database.DamagedError) as told:
            database.migrate(made, steps)
        assert database.primary_code(told.value) == sqlite3.SQLITE_CORRUPT
        assert not made.in_transaction
        assert (database.version(made), database._tables(made)) == (1, {"a"})
        made.execute("PRAGMA user_version = -1")
        with pytest.raises(database.DamagedError):
            database.version(made)


def test_a_value_that_is_too_large_for_the_machine_is_not_worked_out(tmp_path: Path) -> None:
    for made in (database.in_memory(), database.connect(tmp_path / "p.sqlite3")):
        with closing(made):
            assert made.execute("SELECT length(zeroblob(64000000))").fetchone() == (64_000_000,)
            with pytest.raises(sqlite3.Error, match="too big"):
                made.execute("SELECT zeroblob(64000001)").fetchone()


def test_what_is_copied_of_a_file_that_is_not_whole_is(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite3"
    with closing(Store(path, tmp_path / "backups")) as store:
        texts = fill(store, 2)
    with closing(sqlite3.connect(path)) as odd:
        odd.executescript(
            "CREATE TRIGGER no BEFORE INSERT ON notes BEGIN SELECT RAISE(ABORT, 'no'); END;"
        )
    for alone in (False, True):
        with closing(database.copy_to_read(path, alone=alone)) as copy:
            assert {it.text for it in database.readable(copy) if isinstance(it, Note)} == texts
            assert database.is_whole(copy)
            assert database.version(copy) == len(database.MIGRATIONS)


def test_another_kind_of_lock_is_put_aside(tmp_path: Path) -> None:
    lock = tmp_path / "p.lock"
    lock.write_bytes(b"mine")
    with (
        database.exclusive(lock),
        closing(sqlite3.connect(lock, timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN EXCLUSIVE")
    assert (tmp_path / "p.lock.before").read_bytes() == b"mine"
    with database.exclusive(lock):
        pass
    assert [it.name for it in tmp_path.iterdir() if it.suffix == ".before"] == ["p.lock.before"]


# ---------------------------------------------------------------- what is whole

ADDED_TO = {
    "another table": "CREATE TABLE other (a CHECK (a > 1))",
    "a view of another name": "CREATE VIEW other AS SELECT * FROM notes",
    "an index": "CREATE INDEX other ON notes (text)",
    "a trigger of another table": (
        "CREATE TABLE other (a); CREATE TRIGGER mine BEFORE INSERT ON other BEGIN SELECT 1; END"
    ),
    "a trigger less": "DROP TRIGGER notes_UPDATE",
}
BROKEN = {
    "a column less": "ALTER TABLE notes DROP COLUMN text",
    "a table less": "DROP TABLE placements",
    "another version": "PRAGMA user_version = 0",
    "a trigger of ours": "CREATE TRIGGER mine BEFORE INSERT ON notes BEGIN SELECT 1; END",
    "other words of a trigger": (
        "DROP TRIGGER notes_UPDATE; "
        "CREATE TRIGGER notes_UPDATE BEFORE UPDATE ON notes BEGIN SELECT 1; END"
    ),
    "a condition": "ALTER TABLE notes ADD COLUMN more CHECK (more > 1)",
    "a column that is worked out": "ALTER TABLE notes ADD COLUMN more AS (text || 1)",
    "a view of rows": "DROP TABLE hints; CREATE VIEW hints AS SELECT * FROM notes",
}


@pytest.mark.parametrize("thorough", [True, False])
@pytest.mark.parametrize(
    ("script", "is_whole"),
    [*((it, True) for it in ADDED_TO.values()), *((it, False) for it in BROKEN.values())],
    ids=[*ADDED_TO, *BROKEN],
)
def test_what_else_is_in_the_file_does_no_harm_unless_it_meets_our_rows(
    script: str, is_whole: bool, thorough: bool
) -> None:
    with closing(database.in_memory()) as made:
        assert database.is_whole(made, thorough), "nothing in it yet"
        database.migrate(made)
        assert database.is_whole(made, thorough)
        made.executescript(f"{script};")
        assert database.is_whole(made, thorough) is is_whole


def test_a_file_of_an_older_course_is_whole_whatever_its_rows_hold() -> None:
    with closing(database.in_memory()) as made:
        database.migrate(made, database.MIGRATIONS[:1])
        made.execute("INSERT INTO visits VALUES ('u', 'yesterday', 'a/b', -1)")
        assert database.is_whole(made)
        database.migrate(made)
        assert not database.is_whole(made)


def test_of_a_table_with_a_text_that_is_none_the_other_rows_are_read() -> None:
    with closing(database.in_memory()) as made:
        database.migrate(made)
        for number, text in enumerate(("'a'", "CAST(x'ff' AS TEXT)", "'b'", "'c'"), 1):
            row = f"('{number}', ?, 'l', 'n', {text})"
            made.execute(f"INSERT INTO notes VALUES {row}", (NOON,))  # noqa: S608 - the test's own
        made.execute("DROP TRIGGER notes_DELETE")
        made.execute("DELETE FROM notes WHERE uuid = '3'")
        made.execute("INSERT INTO visits VALUES ('v', ?, 'l', 1)", (NOON,))
        made.execute("DROP TABLE hints")
        found = list(database.readable(made))
        assert [it.text for it in found if isinstance(it, Note)] == ["a", "c"]
        assert [it.uuid for it in found if isinstance(it, Visit)] == ["v"]


def test_the_kinds_of_damage() -> None:
    def error(code: int) -> sqlite3.Error:
        made = sqlite3.DatabaseError("no words")
        made.sqlite_errorcode = code
        return made

    assert database.primary_code(error(sqlite3.SQLITE_CORRUPT | (1 << 8))) == sqlite3.SQLITE_CORRUPT
    assert database.is_damage(error(sqlite3.SQLITE_CORRUPT | (1 << 8)))
    assert database.is_damage(error(sqlite3.SQLITE_NOTADB))
    for code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY):
        assert not database.is_damage(error(code))
    assert database.is_damage(database.DamagedError("ours"))
    assert database.primary_code(sqlite3.ProgrammingError("closed")) == 0


# ---------------------------------------------------------------- connections


def used_elsewhere(made: sqlite3.Connection) -> list[object]:
    """What another thread reads with a connection."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: made.execute("SELECT a FROM t").fetchone()).result()


def test_a_connection_commits_each_statement_waits_for_the_disk_and_serves_any_thread(
    tmp_path: Path,
) -> None:
    for made in (database.connect(tmp_path / "p.sqlite3"), database.in_memory()):
        with closing(made):
            made.execute("CREATE TABLE t (a)")
            made.execute("INSERT INTO t VALUES (1)")
            assert not made.in_transaction
            assert used_elsewhere(made) == (1,)
    with closing(database.connect(tmp_path / "p.sqlite3")) as made:
        assert made.execute("PRAGMA synchronous").fetchone() == (2,)
        assert made.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert made.execute("PRAGMA busy_timeout").fetchone() == (15_000,)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="Linux tells what is open")
def test_a_file_that_cannot_be_read_is_let_go_of(tmp_path: Path) -> None:
    file = tmp_path / "p.sqlite3"
    file.write_bytes(b"this was never a database\n" * 4000)

    def is_open() -> bool:
        return any(Path(os.path.realpath(it)) == file for it in Path("/proc/self/fd").iterdir())

    with pytest.raises(sqlite3.DatabaseError):
        database._read_only(file, "mode=ro")
    assert not is_open()
    with closing(database.copy_to_read(file)) as copy:
        assert database.is_whole(copy)
    assert not is_open()


def test_whether_a_file_may_be_written_shows_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite3"
    with closing(database.connect(path)) as made:
        database.migrate(made)
        database.prepare_to_write(made)
        assert not made.in_transaction
        assert made.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        log = Path(f"{path}-wal")
        made.execute("CREATE TABLE t (a)")
        assert log.stat().st_size > 0
        database.shrink_log(made)
        assert log.stat().st_size == 0
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
            made.execute("BEGIN IMMEDIATE")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                database.prepare_to_write(other)
            made.execute("ROLLBACK")
            made.close()
            other.execute("PRAGMA journal_mode = DELETE")
    reading = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
    with closing(reading), pytest.raises(sqlite3.OperationalError, match="readonly"):
        database.prepare_to_write(reading)


def test_what_is_read_of_a_file_is_only_read(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite3"
    with closing(database.connect(path)) as made:
        database.migrate(made)
    with closing(database._read_only(path, "mode=ro")) as source:
        assert not source.in_transaction
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            source.execute("INSERT INTO visits VALUES ('u', 'a', 'l', 1)")
    with pytest.raises(sqlite3.OperationalError):
        database._read_only(tmp_path / "none.sqlite3", "mode=ro")
    assert not (tmp_path / "none.sqlite3").exists()
    path.with_name("folder.sqlite3").mkdir()
    with closing(database.copy_to_read(tmp_path / "folder.sqlite3")) as copy:
        assert list(database.readable(copy)) == []


def test_an_error_within_a_step_is_that_of_the_disk_or_of_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite3"
    with closing(database.connect(path)) as made:
        database.migrate(made, database.MIGRATIONS[:1])
        database.prepare_to_write(made)
    with (
        closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as reading,
        pytest.raises(sqlite3.OperationalError, match="readonly") as told,
    ):
        database.migrate(reading)
    assert not isinstance(told.value, database.DamagedError)


def test_what_is_no_damage_is_raised_where_a_file_is_looked_at() -> None:
    made = database.in_memory()
    made.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        database.is_whole(made)
