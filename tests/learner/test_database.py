"""The tables: brought up to date, append-only, and what is no database of ours."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from course.errors import CourseError
from course.learner import database, recovery
from course.learner.records import Answer, Attempt, Note, Visit
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
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
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
