"""Whatever has become of the progress file, it is said what and what to do, and nothing is lost.

What can be mended is mended, with a notice; the old file is kept beside the new one. What cannot
is named, with the fix, by every command and by the app.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from course.errors import CourseError
from course.learner.database import MIGRATIONS
from course.learner.records import Note
from course.learner.session import Session
from course.learner.store import Store
from course.learner.transfer import import_progress
from course.locations import Locations
from tests.learner.test_recovery import _told

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")

ENDLESS = """
    CREATE VIEW notes AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)
    SELECT 'u' AS uuid, 'a' AS at, 'l' AS lesson, x AS note, 't' AS text FROM c"""
HUGE = """
    CREATE TABLE notes (uuid TEXT, at TEXT, lesson TEXT, note TEXT,
        text TEXT GENERATED ALWAYS AS (hex(zeroblob(70000000))));
    INSERT INTO notes (uuid, at, lesson, note) VALUES ('u', 'a', 'l', 'n')"""


def _run(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def _header(path: Path, place: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(content)


def _pages(path: Path, size: int) -> None:
    _run(path, f"PRAGMA journal_mode = DELETE; PRAGMA page_size = {size}; VACUUM;")


def _utf16(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        script = "\n".join(connection.iterdump())
    path.unlink()
    version = f"PRAGMA user_version = {len(MIGRATIONS)}"
    _run(path, f"PRAGMA encoding = 'UTF-16'; {script}; {version};")


MENDED: dict[str, Callable[[Path], None]] = {
    "a view without an end": lambda path: _run(path, f"DROP TABLE notes; {ENDLESS}"),
    "a column without an end": lambda path: _run(path, f"DROP TABLE notes; {HUGE}"),
    "a table of another kind": lambda path: _run(
        path, "DROP TABLE hints; CREATE VIRTUAL TABLE hints USING fts5(uuid, at, exercise, number)"
    ),
    "a trigger that refuses": lambda path: _run(
        path,
        "CREATE TRIGGER no BEFORE INSERT ON notes BEGIN SELECT RAISE(ABORT, 'no'); END;",
    ),
    "a trigger that swallows": lambda path: _run(
        path,
        "CREATE TRIGGER visits_UPDATE2 BEFORE INSERT ON notes BEGIN SELECT RAISE(IGNORE); END;",
    ),
    "a trigger of another's name": lambda path: _run(
        path,
        "DROP TRIGGER notes_UPDATE; CREATE TRIGGER notes_UPDATE AFTER INSERT ON notes "
        "BEGIN INSERT INTO visits VALUES (new.uuid, new.at, 'x', 0); END;",
    ),
    "a condition": lambda path: _run(
        path,
        "CREATE TABLE other (uuid TEXT PRIMARY KEY NOT NULL, at TEXT NOT NULL, lesson TEXT NOT "
        "NULL, note TEXT NOT NULL, text TEXT NOT NULL CHECK (length(text) > 99));"
        "DROP TABLE notes; ALTER TABLE other RENAME TO notes;",
    ),
    "no table": lambda path: _run(path, "DROP TABLE notes;"),
    "a version below": lambda path: _run(path, "PRAGMA user_version = 1;"),
    "pages of another size": lambda path: _header(path, 16, b"\x03\x00"),
    "a format to come": lambda path: _header(path, 44, b"\x00\x00\x00\x09"),
    "nobody may write": lambda path: _header(path, 18, b"\x07"),
    "nobody may read": lambda path: _header(path, 18, b"\x07\x07"),
    "another encoding": _utf16,
    "text that is no database": lambda path: path.write_text("my notes\n" * 500, "utf-8") and None,
}
KEPT: dict[str, Callable[[Path], None]] = {
    "small pages": lambda path: _pages(path, 512),
    "large pages": lambda path: _pages(path, 65_536),
    "a log that is garbage": lambda path: Path(f"{path}-wal").write_bytes(b"x" * 9_000) and None,
    "a journal that is garbage": lambda path: (
        Path(f"{path}-journal").write_bytes(b"x" * 9_000) and None
    ),
    "a lock that is garbage": lambda path: (
        path.with_suffix(".lock").write_bytes(b"x" * 9_000) and None
    ),
    "a table of the learner's": lambda path: _run(
        path, "CREATE TABLE mine (x); CREATE VIEW v AS SELECT 1"
    ),
    "no index": lambda path: _run(path, "DROP INDEX visits_by_time"),
}


def _progress(folder: Path) -> Path:
    """A progress file that was closed, with its backup."""
    path = folder / "progress.sqlite3"
    with closing(Store(path, folder / "backups")) as store:
        store.append(Note(**store.new_row(), lesson="a/b", note="1", text="the first"))
        store.append(Note(**store.new_row(), lesson="a/b", note="2", text="the second"))
    return path


def _texts(store: Store) -> set[str]:
    return {note.text for note in store.rows(Note)}


@pytest.mark.parametrize("damage", MENDED.values(), ids=MENDED)
def test_what_can_be_mended_is_and_the_old_file_is_kept(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path = _progress(tmp_path)
    damage(path)
    with closing(Store(path, tmp_path / "backups")) as store:
        (notice,) = store.notices
        (aside,) = tmp_path.glob("progress.damaged-*.sqlite3")
        assert str(aside) in notice
        assert "the first" in _texts(store)
        store.append(Note(**store.new_row(), lesson="a/b", note="3", text="after"))
    with closing(Store(path, tmp_path / "backups")) as store:
        assert not store.notices
        assert {"the first", "after"} <= _texts(store)


@pytest.mark.parametrize("change", KEPT.values(), ids=KEPT)
def test_what_does_no_harm_is_used_as_it_is(tmp_path: Path, change: Callable[[Path], None]) -> None:
    path = _progress(tmp_path)
    change(path)
    with closing(Store(path, tmp_path / "backups")) as store:
        assert not store.notices
        assert _texts(store) == {"the first", "the second"}
        store.append(Note(**store.new_row(), lesson="a/b", note="3", text="after"))
    with closing(Store(path, tmp_path / "backups")) as store:
        assert "after" in _texts(store)


@pytest.mark.parametrize("script", [f"DROP TABLE notes; {ENDLESS}", f"DROP TABLE notes; {HUGE}"])
@pytest.mark.parametrize("version", [1, 2])
def test_an_import_of_a_file_that_never_ends_is_refused(
    tmp_path: Path, script: str, version: int
) -> None:
    (tmp_path / "theirs").mkdir()
    theirs = _progress(tmp_path / "theirs")
    _run(theirs, f"{script}; DROP TABLE placements; PRAGMA user_version = {version};")
    with closing(Store(tmp_path / "progress.sqlite3", tmp_path / "backups")) as store:
        with pytest.raises(CourseError, match=f"{theirs} cannot be merged"):
            import_progress(store, theirs)
        store.append(Note(**store.new_row(), lesson="a/b", note="3", text="after"))


def test_a_log_of_a_file_that_is_gone_never_meets_another_file(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite3"
    with closing(Store(path, tmp_path / "backups")) as store:
        store.append(Note(**store.new_row(), lesson="a/b", note="1", text="the first"))
        store.append(Note(**store.new_row(), lesson="a/b", note="2", text="the second"))
        shutil.copy(f"{path}-wal", tmp_path / "log")
    for gone in (b"", None):
        path.unlink() if gone is None else path.write_bytes(gone)
        shutil.copy(tmp_path / "log", f"{path}-wal")
        with closing(Store(path, tmp_path / "backups")) as store:
            assert len(store.notices) == 1
            assert "the first" in _texts(store)
        asides = list(tmp_path.glob("progress.damaged-*-wal"))
        assert any(aside.read_bytes() == (tmp_path / "log").read_bytes() for aside in asides)
        for aside in asides:
            aside.unlink()


IN_THE_WAY: dict[str, Callable[[Path], object]] = {
    "a folder": lambda file: file.mkdir(),
    "a pipe": lambda file: os.mkfifo(file),
    "a link to nothing": lambda file: file.symlink_to("nothing"),
    "a link to itself": lambda file: file.symlink_to(file.name),
    "a device": lambda file: file.symlink_to("/dev/zero"),
}
COMMANDS = [("next",), ("hint", "basics/double"), ("review",)]


@pytest.mark.parametrize("name", ["", "-wal", "-shm", "-journal", ".lock"])
@pytest.mark.parametrize("put", IN_THE_WAY.values(), ids=IN_THE_WAY)
def test_what_lies_in_the_way_is_named_with_the_fix(
    tmp_path: Path, name: str, put: Callable[[Path], object]
) -> None:
    path = _progress(tmp_path)
    before = path.read_bytes()
    if not name:
        path.rename(tmp_path / "mine.sqlite3")
    file = path.with_suffix(name) if name == ".lock" else Path(f"{path}{name}")
    file.unlink(missing_ok=True)
    put(file)
    with pytest.raises(CourseError) as told:
        Store(path, tmp_path / "backups")
    assert f"{file} " in str(told.value)
    assert any(fix in str(told.value) for fix in ("Rename or move it", "remove the link"))
    with closing(Store(path, tmp_path / "backups", reading=True)) as store:
        assert str(file) in store.notices[0]
        assert not name or _texts(store) == {"the first", "the second"}
    kept = path if name else tmp_path / "mine.sqlite3"
    assert kept.read_bytes() == before


@pytest.mark.parametrize("name", ["progress.sqlite3", "progress.sqlite3-wal", "progress.lock"])
def test_every_command_says_so(
    small_course: Locations, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    session = Session.open(small_course)
    session.visit("basics/texts", 1)
    session.store.close()
    file = small_course.data / name
    file.unlink(missing_ok=True)
    file.mkdir()
    for arguments in COMMANDS:
        status, _, err = _told(capsys, *arguments)
        assert status == (1 if arguments == ("review",) else 0), err
        words = " ".join(err.split())
        assert f"There is a folder where the file {file} should be." in words
        assert "Rename or move it" in words
    with pytest.raises(CourseError, match="Rename or move it"):
        Session.open(small_course)


def test_a_link_to_the_progress_is_followed(tmp_path: Path) -> None:
    path = _progress(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    real = path.rename(tmp_path / "elsewhere" / "mine.sqlite3")
    path.symlink_to(real)
    with closing(Store(path, tmp_path / "backups")) as store:
        assert not store.notices
        store.append(Note(**store.new_row(), lesson="a/b", note="3", text="after"))
    assert path.is_symlink()
    with closing(Store(real, tmp_path / "other")) as store:
        assert _texts(store) == {"the first", "the second", "after"}
