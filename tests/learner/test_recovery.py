"""A damaged, missing, old or new progress file; folders that may not be written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from course.errors import CourseError, ProgressError
from course.learner import database, recovery
from course.learner.files import sweep, write_file
from course.learner.records import Note, Visit
from course.learner.session import Session
from course.learner.store import Store
from course.locations import Locations
from tests.learner.filled_store import ROWS, backed_up, fill, notes_in


def _truncate_to_half(file: Path) -> None:
    size = file.stat().st_size
    with file.open("r+b") as stream:
        stream.truncate(size // 2)


def _truncate_within_a_page(file: Path) -> None:
    with file.open("r+b") as stream:
        stream.truncate(1000)


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _garbage(file: Path) -> None:
    file.write_bytes(b"this was never a database\n" * 4000)


def _garbage_header(file: Path) -> None:
    with file.open("r+b") as stream:
        stream.write(b"\xff" * 100)


def _garbage_pages(file: Path) -> None:
    pages = file.stat().st_size // 4096
    with file.open("r+b") as stream:
        for page in range(pages // 2, pages // 2 + 3):
            stream.seek(page * 4096)
            stream.write(b"\xa5" * 4096)


def _zero_schema(file: Path) -> None:
    with file.open("r+b") as stream:
        stream.seek(100)
        stream.write(b"\0" * 3996)


DAMAGES = [
    _truncate_to_half,
    _truncate_within_a_page,
    _empty,
    _garbage,
    _garbage_header,
    _garbage_pages,
    _zero_schema,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_put_aside_and_the_newest_backup_opened(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path, backups = tmp_path / "progress.sqlite3", tmp_path / "backups"
    texts = backed_up(path, backups)
    damage(path)
    damaged = path.read_bytes()
    with closing(Store(path, backups)) as store:
        assert notes_in(store) >= texts
        [notice] = store.notices
        [aside] = tmp_path.glob("progress.damaged-*.sqlite3")
        assert str(aside) in notice
        assert "backup" in notice or "could still be read" in notice
        assert aside.read_bytes() == damaged
        store.append(Note(**store.new_row(), lesson="a/b", note="new", text="new"))
    with closing(Store(path, backups)) as store:
        assert not store.notices
        assert "new" in notes_in(store)
    assert not list(tmp_path.glob("*rebuilding*"))


def test_a_new_file_takes_nothing_from_what_one_that_is_gone_has_left(tmp_path: Path) -> None:
    path, backups = tmp_path / "progress.sqlite3", tmp_path / "backups"
    for end in ("-journal", "-shm"):
        Path(f"{path}{end}").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * 2_000)
    with closing(Store(path, backups)) as store:
        assert not store.notices
        assert not Path(f"{path}-journal").exists()
        texts = fill(store)
    with closing(Store(path, backups)) as store:
        assert notes_in(store) == texts
    assert {it.name for it in tmp_path.iterdir()} <= {path.name, "backups", "progress.lock"}


def test_what_came_after_the_backup_is_read_out_of_the_damaged_file(tmp_path: Path) -> None:
    path, backups = tmp_path / "progress.sqlite3", tmp_path / "backups"
    backed_up(path, backups)
    with closing(sqlite3.connect(path)) as connection:
        root = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'visits_by_time'"
        )
        page = root.fetchone()[0] - 1
    with path.open("r+b") as stream:
        stream.seek(page * 4096)
        stream.write(b"\xa5" * 4096)
    with closing(Store(path, backups)) as store:
        assert "later" in notes_in(store)
        assert "could still be read" in store.notices[0]


def test_without_a_backup_the_rest_of_the_file_is_kept(tmp_path: Path) -> None:
    path, backups = tmp_path / "progress.sqlite3", tmp_path / "backups"
    texts = backed_up(path, backups)
    for backup in recovery.backups_in(backups):
        backup.unlink()
    _garbage_pages(path)
    with closing(Store(path, backups)) as store:
        found = notes_in(store)
        assert found <= texts | {"later"}
        assert len(found) > ROWS * 0.8
        assert "the backup of" not in store.notices[0]


def test_a_damaged_backup_is_passed_over_for_an_older_one(tmp_path: Path) -> None:
    path, backups = tmp_path / "progress.sqlite3", tmp_path / "backups"
    texts = backed_up(path, backups)
    later = backups / "progress-29990101T000000000000.sqlite3"
    later.write_bytes(b"no backup at all" * 1000)
    _garbage(path)
    with closing(Store(path, backups)) as store:
        assert notes_in(store) >= texts


def test_damage_that_shows_while_the_app_is_open_is_survived(tmp_path: Path) -> None:
    path, backups = tmp_path / "progress.sqlite3", tmp_path / "backups"
    with closing(Store(path, backups)) as store:
        texts = fill(store, 20_000)  # more than SQLite keeps in memory
    with closing(Store(path, backups)) as store:
        _garbage(path)
        assert notes_in(store) >= texts
        store.append(Note(**store.new_row(), lesson="a/b", note="new", text="new"))
        assert len(store.notices) == 1
    with closing(Store(path, backups)) as store:
        assert "new" in notes_in(store)


def test_two_apps_that_meet_damage_end_in_the_same_file(tmp_path: Path) -> None:
    path, backups = tmp_path / "progress.sqlite3", tmp_path / "backups"
    texts = backed_up(path, backups)
    with closing(Store(path, backups)) as first:
        first.append(Note(**first.new_row(), lesson="a/b", note="1", text="first"))
        _garbage_header(path)
        with closing(Store(path, backups)) as second:
            second.append(Note(**second.new_row(), lesson="a/b", note="2", text="second"))
            first.append(Note(**first.new_row(), lesson="a/b", note="3", text="third"))
            assert notes_in(second) == notes_in(first) >= texts | {"first", "second", "third"}


def test_a_file_removed_while_the_app_is_open_is_written_again(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with closing(Store(folder / "progress.sqlite3", folder / "backups")) as store:
        texts = fill(store)
        for file in sorted(folder.rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()
        folder.rmdir()
        store.append(Note(**store.new_row(), lesson="a/b", note="new", text="new"))
        assert notes_in(store) == texts | {"new"}
    with closing(Store(folder / "progress.sqlite3", folder / "backups")) as store:
        assert notes_in(store) == texts | {"new"}


def test_a_missing_file_comes_back_from_the_backup(tmp_path: Path) -> None:
    path, backups = tmp_path / "progress.sqlite3", tmp_path / "backups"
    texts = backed_up(path, backups)
    path.unlink()
    with closing(Store(path, backups)) as store:
        assert notes_in(store) >= texts
        assert "was gone" in store.notices[0]


def test_the_session_says_what_happened(small_course: Locations) -> None:
    session = Session.open(small_course)
    session.visit("basics/texts", 1)
    session.store.close()
    _garbage_header(small_course.database)
    session = Session.open(small_course)
    assert "damaged" in session.notices[0]
    assert session.here().lesson == "basics/texts"
    session.store.close()


# ---------------------------------------------------------------- backups


def test_backups_are_kept_few_and_spread_over_days(tmp_path: Path) -> None:
    now = datetime(2026, 3, 1, 8, tzinfo=UTC)
    with closing(Store(tmp_path / "p.sqlite3", tmp_path / "backups", lambda: now)) as store:
        for hour in range(0, 24 * 10, 6):
            now = datetime(2026, 3, 1, 8, tzinfo=UTC) + timedelta(hours=hour)
            store.append(Visit(**store.new_row(), lesson="a/b", step=hour))
    kept = recovery.backups_in(tmp_path / "backups")
    days = [recovery.backed_up_at(backup)[:10] for backup in kept]
    assert [day.removeprefix("2026-03-") for day in days] == ["07", "08", "09", "10", "11"]
    assert recovery.backed_up_at(kept[-1])[:13] == "2026-03-11T02"


def test_a_second_backup_of_one_moment_takes_the_place_of_the_first(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "p.sqlite3")) as connection:
        for at in ("2026-03-01T08:00:00.000000Z", "2026-03-01T08:00:00.000001Z") * 2:
            recovery.back_up(connection, tmp_path / "backups", at)
    kept = [recovery.backed_up_at(it) for it in recovery.backups_in(tmp_path / "backups")]
    assert kept == ["2026-03-01T08:00:00.000000Z", "2026-03-01T08:00:00.000001Z"]


def test_a_backup_that_fails_is_told_and_the_row_is_kept(tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file in the way")
    with closing(Store(tmp_path / "p.sqlite3", tmp_path / "backups")) as store:
        store.append(Visit(**store.new_row(), lesson="a/b", step=1))
        store.append(Visit(**store.new_row(), lesson="a/b", step=2))
        assert len(store.rows(Visit)) == 2
        [notice] = store.notices
        assert "could not be backed up" in notice


# ---------------------------------------------------------------- folders that refuse


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Callable[[Path], Path]]:
    """Makes folders nobody may write to, root neither."""
    mounted: list[Path] = []

    def make(folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        bind = ["mount", "--bind", str(folder), str(folder)]
        if subprocess.run(bind, capture_output=True, check=False).returncode == 0:
            mounted.append(folder)
            subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
        else:
            folder.chmod(0o500)
        try:
            (folder / "probe").write_text("")
        except OSError:
            return folder
        pytest.skip("this user can write everywhere and may not mount anything")

    yield make
    for folder in mounted:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_read_only_home_says_how_to_get_on(
    small_course: Locations, course_home: Path, read_only: Callable[[Path], Path]
) -> None:
    read_only(course_home)
    with pytest.raises(CourseError) as told:
        Session.open(small_course)
    assert str(small_course.data) in str(told.value)
    assert "COURSE_HOME" in str(told.value)


def test_progress_that_became_read_only_says_how_to_get_on(
    small_course: Locations, read_only: Callable[[Path], Path]
) -> None:
    session = Session.open(small_course)
    session.visit("basics/texts", 1)
    session.store.close()
    read_only(small_course.data)
    with pytest.raises(CourseError, match=r"Make that folder\s+writable, or set COURSE_HOME"):
        Session.open(small_course)


def test_a_file_where_the_folder_should_be_is_named(small_course: Locations) -> None:
    small_course.data.parent.mkdir(parents=True)
    small_course.data.write_text("in the way")
    with pytest.raises(CourseError, match=str(small_course.data)):
        Session.open(small_course)


def test_a_folder_where_the_file_should_be_is_named(small_course: Locations) -> None:
    small_course.database.mkdir(parents=True)
    with pytest.raises(CourseError, match=str(small_course.data)):
        Session.open(small_course)


# ---------------------------------------------------------------- reading where nothing is written


def _told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    from course import cli

    with pytest.raises(SystemExit) as ended:
        cli.build_command()(list(arguments), prog_name="course")
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


READING = [
    ("list",),
    ("next",),
    ("show", "basics/double"),
    ("hint", "basics/double"),
    ("progress",),
    ("progress", "--json"),
    ("progress", "export", "-"),
    ("report", "--output", "-"),
]


def _begun(locations: Locations) -> None:
    session = Session.open(locations)
    session.visit("basics/texts", 1)
    session.note("basics/texts", "a note")
    session.save(session.catalogue.exercise("basics/double"), "def double(n):\n    return n * 2\n")
    session.store.close()


def _reads(capsys: pytest.CaptureFixture[str], words: str) -> None:
    for arguments in READING:
        status, out, err = _told(capsys, *arguments)
        assert status == 0, (arguments, err)
        assert out.strip()
        assert words in err
        assert "nothing you do is kept" in err
    assert "basics/texts" in _told(capsys, "next")[1]
    assert "a note" in _told(capsys, "progress", "export", "-")[1]
    status, out, err = _told(capsys, "check", "basics/double")
    assert status == 0, err
    assert "tests pass" in out
    assert "nothing you do is kept" in err
    status, _, err = _told(capsys, "review")
    assert status == 1
    assert words in err


def test_commands_that_read_work_in_a_read_only_home(
    small_course: Locations,
    course_home: Path,
    read_only: Callable[[Path], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    _begun(small_course)
    read_only(course_home)
    _reads(capsys, "COURSE_HOME")


def test_commands_that_read_work_in_a_read_only_home_that_is_new(
    small_course: Locations,
    course_home: Path,
    read_only: Callable[[Path], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    read_only(course_home)
    for arguments in READING:
        status, _, err = _told(capsys, *arguments)
        assert status == 0, (arguments, err)
        assert "nothing you do is kept" in err
    _, out, err = _told(capsys, "show", "basics/double")
    assert "Your file:" not in out
    assert "def double(n):" in out
    assert "could not be written" in out
    assert "COURSE_HOME" in err


@pytest.mark.parametrize("in_the_way", ["a pipe", "a folder", "not UTF-8", "a link elsewhere"])
def test_a_brief_is_shown_whatever_lies_where_the_file_should_be(
    small_course: Locations, capsys: pytest.CaptureFixture[str], in_the_way: str
) -> None:
    file = small_course.workspace / "basics" / "double.py"
    file.parent.mkdir(parents=True)
    if in_the_way == "a pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("this system has no such pipes")
        os.mkfifo(file)
    elif in_the_way == "a folder":
        file.mkdir()
    elif in_the_way == "not UTF-8":
        file.write_bytes(b"x = '\xff'\n")
    else:
        file.symlink_to(small_course.data / "elsewhere.py")
    status, out, err = _told(capsys, "show", "basics/double")
    assert status == 0, err
    assert "It returns twice the number" in out
    assert "def double(n):" in out
    assert str(file) in err.replace("\n", "")


@pytest.fixture
def small_disk(course_home: Path) -> Iterator[Path]:
    """A home on a disk of one megabyte."""
    course_home.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(course_home)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False)
    except OSError:
        pytest.skip("there is no mount here")
    if done.returncode:
        pytest.skip("this user may not mount a small disk")
    yield course_home
    subprocess.run(["umount", "-l", str(course_home)], check=True)


def test_commands_that_read_work_on_a_full_disk(
    small_course: Locations, small_disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _begun(small_course)
    with (small_disk / "filler").open("wb", buffering=0) as filler, suppress(OSError):
        while filler.write(b"x" * 4_096):
            pass
    for arguments in READING:
        status, out, err = _told(capsys, *arguments)
        assert status == 0, (arguments, err)
        assert out.strip()
    assert "basics/texts" in _told(capsys, "next")[1]
    for arguments in (("hint", "basics/double"), ("check", "basics/double")):
        status, out, err = _told(capsys, *arguments)
        assert status == 0, (arguments, err)
        assert "is full" in err
        assert "nothing you do is kept" in err
    assert "tests pass" in out
    (small_disk / "filler").unlink()
    status, out, err = _told(capsys, "hint", "basics/double")
    assert (status, err) == (0, "")
    assert "Hint 1" in out


# ---------------------------------------------------------------- clocks


def test_a_clock_that_was_ahead_does_not_stop_backups(tmp_path: Path) -> None:
    now = datetime(2026, 3, 1, 8, tzinfo=UTC)
    path, backups = tmp_path / "p.sqlite3", tmp_path / "backups"
    with closing(Store(path, backups, lambda: now)) as store:
        store.append(Visit(**store.new_row(), lesson="a/b", step=0))
        now = datetime(2031, 1, 1, tzinfo=UTC)
        store.append(Visit(**store.new_row(), lesson="a/b", step=1))
    now = datetime(2026, 3, 2, 8, tzinfo=UTC)
    with closing(Store(path, backups, lambda: now)) as store:
        store.append(Visit(**store.new_row(), lesson="a/b", step=2))
    newest = recovery.newest_backup(backups)
    assert newest is not None
    assert recovery.backed_up_at(newest) == "2026-03-02T08:00:00.000000Z"
    assert len(recovery.backups_in(backups)) == 3
    _garbage(path)
    with closing(Store(path, backups, lambda: now)) as store:
        assert [visit.step for visit in store.rows(Visit, lesson="a/b")] == [0, 2, 1]


def _fixed(now: datetime) -> datetime:
    return now


def test_a_clock_out_of_all_bounds_writes_what_can_be_read(tmp_path: Path) -> None:
    for number, now in enumerate((datetime.min, datetime.max)):
        path = tmp_path / f"{number}.sqlite3"
        aware = now.replace(tzinfo=UTC)
        with closing(Store(path, tmp_path / f"b{number}", partial(_fixed, aware))) as store:
            store.append(Visit(**store.new_row(), lesson="a/b", step=1))
            store.append(Visit(**store.new_row(), lesson="a/b", step=2))
        with closing(Store(path, tmp_path / f"b{number}")) as store:
            assert [visit.step for visit in store.rows(Visit)] == [1, 2]
            assert not store.notices


def test_a_backup_is_called_by_its_moment(tmp_path: Path) -> None:
    name = recovery._name_of("2026-03-01T17:05:09.000123Z")
    assert name == "progress-20260301T170509000123.sqlite3"
    assert recovery.backed_up_at(tmp_path / name) == "2026-03-01T17:05:09.000123Z"
    for other in (name, "progress-x.sqlite3", "progress-20260301.sqlite3", "mine.sqlite3"):
        (tmp_path / other).touch()
    (tmp_path / "progress-20260228T170509000123.sqlite3").touch()
    assert [it.name for it in recovery.backups_in(tmp_path)] == [
        "progress-20260228T170509000123.sqlite3",
        name,
    ]
    assert recovery.newest_backup(tmp_path) == tmp_path / name
    assert recovery.newest_backup(tmp_path / "none") is None


@pytest.mark.parametrize(
    ("days", "surplus"),
    [
        ([1, 2, 3, 4, 5], []),
        ([1, 1, 1], [0]),
        ([1, 1, 2, 2, 2], [0, 2]),
        ([1, 2, 3, 4, 5, 6, 7], [0, 1]),
        ([1, 2, 3, 4, 5, 5, 5], [4]),
        ([1, 2, 3, 4, 5, 6, 6], [0]),
    ],
)
def test_the_newest_two_and_one_of_each_of_five_days_are_kept(
    tmp_path: Path, days: list[int], surplus: list[int]
) -> None:
    backups = [
        tmp_path / recovery._name_of(f"2026-03-{day:02}T10:{number:02}:00.000000Z")
        for number, day in enumerate(days)
    ]
    assert sorted(recovery._surplus(backups)) == [backups[at] for at in surplus]


def test_backups_of_a_time_to_come_are_called_by_the_moment_before(tmp_path: Path) -> None:
    now = "2026-03-01T10:00:00.000000Z"
    for at in (now, "2026-03-01T10:00:00.000001Z", "2026-04-01T10:00:00.000000Z"):
        (tmp_path / recovery._name_of(at)).write_text(at, encoding="utf-8")
    recovery._date_back(tmp_path, now)
    assert {it.name[9:-8]: it.read_text("utf-8") for it in recovery.backups_in(tmp_path)} == {
        "20260301T095959999998": "2026-03-01T10:00:00.000001Z",
        "20260301T095959999999": "2026-04-01T10:00:00.000000Z",
        "20260301T100000000000": now,
    }


@pytest.mark.parametrize(
    ("aside", "backup", "saved", "words"),
    [
        (
            "old.sqlite3",
            "progress-20260301T170509000123.sqlite3",
            3,
            "Your progress file was damaged. It is kept as old.sqlite3. You continue with the "
            "backup of 2026-03-01 17:05 UTC and 3 entries that could still be read.",
        ),
        (
            None,
            None,
            2,
            "Your progress file p.sqlite3 was gone. You continue with 2 entries that could still "
            "be read.",
        ),
        (
            "old.sqlite3",
            None,
            0,
            "Your progress file was damaged. It is kept as old.sqlite3. Nothing in it could be "
            "read and there is no backup, so you start anew.",
        ),
    ],
)
def test_what_was_done_about_a_damaged_file_is_told(
    aside: str | None, backup: str | None, saved: int, words: str
) -> None:
    kept, copy = (Path(it) if it else None for it in (aside, backup))
    assert recovery._rebuilt(Path("p.sqlite3"), kept, copy, saved) == words


def test_a_file_is_created_and_brought_up_to_date_and_a_newer_one_is_refused(
    tmp_path: Path,
) -> None:
    steps = database.MIGRATIONS
    path, backups = tmp_path / "p.sqlite3", tmp_path / "backups"
    now = "2026-03-01T17:05:09.000123Z"

    def version(*migrations: str) -> int:
        with closing(database.connect(path)) as connection:
            recovery.ProgressFolder(path, backups, now, migrations)._migrate(connection)
            return database.version(connection)

    beside = [Path(f"{path}{end}") for end in ("-wal", "-shm", "-journal")]
    for leftover in beside:
        leftover.touch()
    recovery.ProgressFolder(path, backups, now, ())._create()
    assert not any(leftover.exists() for leftover in beside)
    assert version(steps[0]) == 1
    assert recovery.backups_in(backups) == []  # there was nothing in it
    assert version(*steps) == version(*steps) == len(steps)
    assert [it.name for it in recovery.backups_in(backups)] == [recovery._name_of(now)]
    with pytest.raises(ProgressError, match="written by a newer version of this course"):
        version(*steps[:-1])


def test_what_lies_in_the_way_of_the_progress(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite3"
    assert recovery.in_the_way(path) == ""
    path.touch()
    (tmp_path / "p.sqlite3-wal").mkdir()
    (tmp_path / "p.lock").symlink_to("gone")
    folder = tmp_path / "p.sqlite3-wal"
    assert recovery.in_the_way(path) == (
        f"There is a folder where the file {folder} should be. Rename or move it."
    )
    folder.rmdir()
    assert recovery.in_the_way(path) == (
        f"{tmp_path / 'p.lock'} is a link that leads to no file: gone. Bring that file back, or "
        "remove the link."
    )

    (tmp_path / "p.lock").unlink()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "p.lock")
        assert recovery.in_the_way(path) == (
            f"There is something that is no file where the file {tmp_path / 'p.lock'} should be. "
            "Rename or move it."
        )


class Watched(sqlite3.Connection):
    """A connection that tells what lies in a folder while it is copied."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.folder = Path()
        self.there: list[str] = []

    def backup(self, target: sqlite3.Connection, **named: Any) -> None:
        """The same, and remember what is there."""
        super().backup(target, **named)
        self.there += [it.name for it in self.folder.iterdir()]


def test_a_backup_has_its_name_once_it_is_whole_and_what_a_killed_one_leaves_is_swept(
    tmp_path: Path,
) -> None:
    with closing(sqlite3.connect(tmp_path / "p.sqlite3", factory=Watched)) as connection:
        database.migrate(connection)
        connection.folder = tmp_path / "backups"
        backup = recovery.back_up(connection, tmp_path / "backups", "2026-03-01T08:00:00.000000Z")
    leftovers = [it for it in connection.there if not it.endswith(("-journal", "-wal", "-shm"))]
    assert len(leftovers) == 1
    [left] = [backup.with_name(it) for it in leftovers]
    assert [it.name for it in backup.parent.iterdir()] == [backup.name], "and nothing beside it"
    assert backup.read_bytes()[18:20] == bytes([1, 1]), "no log belongs to it"
    left.touch()
    os.utime(left, (0, 0))
    sweep([backup.parent])
    assert not left.exists()


def test_a_copy_that_is_not_whole_is_not_kept(tmp_path: Path) -> None:
    with closing(database.in_memory()) as made:
        database.migrate(made)
        made.execute("INSERT INTO visits VALUES ('u', 'yesterday', 'a/b', 1)")
        with pytest.raises(database.DamagedError, match="damaged"):
            recovery.back_up(made, tmp_path / "new" / "backups", "2026-03-01T08:00:00.000000Z")
    assert list((tmp_path / "new" / "backups").iterdir()) == []


def test_what_is_kept_lasts_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order of what is asked of the system: a loss of power cannot be tried here."""
    asked: list[str] = []
    sync, replace = os.fsync, os.replace

    def fsync(descriptor: int) -> None:
        asked.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        sync(descriptor)

    def renamed(source: Any, target: Any) -> None:
        asked.append("name")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", renamed)
    with closing(database.in_memory()) as made:
        database.migrate(made)
        recovery._put(made, tmp_path / "kept.sqlite3")
    assert asked == ["file", "name", "folder"]
    asked.clear()
    write_file(tmp_path / "a.py", b"x")
    assert asked == ["file", "name", "folder"]


@pytest.mark.parametrize(("free", "is_full"), [(249_999, True), (250_000, False)])
def test_a_disk_with_less_than_a_quarter_of_a_megabyte_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, is_full: bool
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert recovery.is_full(tmp_path) is is_full
    monkeypatch.undo()
    assert recovery.is_full(tmp_path / "none") is False


def test_an_older_backup_is_brought_up_to_date_and_one_of_a_newer_course_passed_over(
    tmp_path: Path,
) -> None:
    path, backups = tmp_path / "progress.sqlite3", tmp_path / "backups"
    steps = database.MIGRATIONS
    for day, migrations in ((1, steps[:1]), (2, (*steps, "CREATE TABLE later (a);"))):
        with closing(database.in_memory()) as made:
            database.migrate(made, migrations)
            text = f"of day {day}"
            made.execute(
                "INSERT INTO notes VALUES (?, '2026-03-01T12:00:00.000000Z', 'a/b', 'n', ?)",
                (str(day), text),
            )
            recovery.back_up(made, backups, f"2026-03-0{day}T08:00:00.000000Z")
    with closing(Store(path, backups)) as store:
        assert notes_in(store) == {"of day 1"}
        assert "the backup of 2026-03-01 08:00 UTC" in store.notices[0]
        store.append(Note(**store.new_row(), lesson="a/b", note="new", text="new"))


def test_a_file_that_is_put_aside_takes_its_log_along(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite3"
    home = recovery.ProgressFolder(
        path, tmp_path / "backups", "2026-03-01T17:05:09.000123Z", database.MIGRATIONS
    )
    assert home._put_aside() is None
    for end in ("", "-wal", "-journal"):
        Path(f"{path}{end}").write_text(end, encoding="utf-8")
    aside = home._put_aside()
    assert aside == tmp_path / "progress.damaged-20260301T170509000123.sqlite3"
    assert {it.name: it.read_text("utf-8") for it in tmp_path.iterdir()} == {
        f"{aside.name}{end}": end for end in ("", "-wal", "-journal")
    }
    Path(f"{path}-wal").touch()
    assert home._put_aside() == aside, "a log alone is put aside as well"
