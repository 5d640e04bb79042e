"""Nothing acknowledged is lost: kills, two programs at once, a full disk."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from course.errors import CourseError
from course.learner.records import Answer, Attempt, Note, Record, Review, Visit
from course.learner.session import Session
from course.learner.store import BACKUP_EVERY, Store
from course.learner.unsaved import Unsaved, UnsavedTexts
from course.locations import Locations

ACKNOWLEDGER = Path(__file__).with_name("acknowledger.py")
KILLS = 12


def _working(name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(ACKNOWLEDGER), name], stdout=subprocess.PIPE, text=True
    )


def _killed(worker: subprocess.Popen[str], after: int) -> list[str]:
    """Read `after` acknowledgements, kill -9, and return all that were printed until then."""
    assert worker.stdout is not None
    with worker:
        lines = [worker.stdout.readline() for _ in range(after)]
        worker.kill()
        lines += worker.stdout.readlines()
    return [line.strip() for line in lines if line.endswith("\n")]


def test_a_killed_program_has_lost_nothing_it_acknowledged(small_course: Locations) -> None:
    acknowledged: list[str] = []
    for kill in range(KILLS):
        now = _killed(_working(f"run{kill}"), after=1 + kill)
        acknowledged += now
        with closing(Store(small_course.database, small_course.backups)) as store:
            assert not store.notices
            assert {note.text for note in store.rows(Note)} >= set(acknowledged)
        file = small_course.workspace / "basics" / "double.py"
        lines = file.read_text().splitlines()
        assert len(lines) == 500
        assert len(set(lines)) == 1
        name, _, number = lines[0].removeprefix("# ").partition("-")
        assert (name, int(number)) >= (f"run{kill}", int(now[-1].partition("-")[2]))
    assert len(acknowledged) >= sum(range(1, KILLS + 1))


def test_two_programs_at_once_lose_nothing_of_each_other(small_course: Locations) -> None:
    workers = [_working(name) for name in ("one", "two", "three")]
    acknowledged = [text for worker in workers for text in _killed(worker, after=25)]
    with closing(Store(small_course.database, small_course.backups)) as store:
        texts = [note.text for note in store.rows(Note)]
        assert set(texts) >= set(acknowledged)
        assert len(set(texts)) == len(texts)
        assert len({row.uuid for row in store.everything()}) == len(store.everything())


def test_a_session_sees_what_another_one_adds(small_course: Locations) -> None:
    first, second = Session.open(small_course), Session.open(small_course)
    assert first.progress().days == ()
    second.note("basics/functions", "from the other window")
    second.visit("basics/texts", 1)
    assert [note.text for note in first.notes()] == ["from the other window"]
    assert first.here().lesson == "basics/texts"
    first.store.close()
    second.store.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"this user may not mount a small disk: {mounted.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _fill(folder: Path) -> Path:
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as stream:
        for size in (65_536, 4096):
            with suppress(OSError):
                while True:
                    stream.write(b"x" * size)
    assert shutil.disk_usage(folder).free < 4096
    return filler


def _append_until_it_fails(store: Store, text: str) -> tuple[list[str], CourseError]:
    """Keep notes of that text and a number: those acknowledged, and what was said then."""
    kept: list[str] = []
    try:
        for number in range(100_000):
            row = store.new_row()
            store.append(Note(**row, lesson="a/b", note=row["uuid"], text=f"{number} {text}"))
            kept.append(f"{number} {text}")
    except CourseError as error:
        return kept, error
    raise AssertionError("the disk was never full")


def test_a_full_disk_is_told_and_loses_nothing_before_it(small_disk: Path) -> None:
    database, backups = small_disk / "progress.sqlite3", small_disk / "backups"
    with closing(Store(database, backups)) as store:
        kept, told = _append_until_it_fails(store, "x" * 100)
        assert f"The disk that holds {database} is full" in str(told)
        assert "Free some space" in str(told)
        assert len(kept) > 50
        assert [note.text for note in store.rows(Note)] == kept
    with closing(Store(database, backups)) as store:
        assert [note.text for note in store.rows(Note)] == kept
        assert not store.notices


def test_work_goes_on_once_there_is_space_again(small_disk: Path) -> None:
    with closing(Store(small_disk / "progress.sqlite3", small_disk / "backups")) as store:
        store.append(Note(**store.new_row(), lesson="a/b", note="1", text="before"))
        filler = _fill(small_disk)
        kept, _ = _append_until_it_fails(store, "x" * 5000)
        filler.unlink()
        store.append(Note(**store.new_row(), lesson="a/b", note="3", text="after"))
        assert [note.text for note in store.rows(Note)] == ["before", *kept, "after"]


def test_a_disk_that_is_full_from_the_start_is_told(small_disk: Path) -> None:
    _fill(small_disk)
    with pytest.raises(CourseError, match=r"is full"):
        Store(small_disk / "data" / "progress.sqlite3", small_disk / "backups")


def test_a_file_is_left_as_it_was_when_the_disk_is_full(
    small_course: Locations, small_disk: Path
) -> None:
    with ExitStack() as stack:
        session = Session.open(small_course)
        stack.callback(session.store.close)
        session.workspace.folder = small_disk / "workspace"
        exercise = session.catalogue.exercise("basics/double")
        session.save(exercise, "before = 1\n")
        _fill(small_disk)
        with pytest.raises(
            CourseError, match=r"double\.py was not saved, because the disk is full"
        ):
            session.save(exercise, "x = 1\n" * 10_000)
        assert session.load(exercise) == "before = 1\n"
        assert [path.name for path in session.file(exercise).parent.glob(".*")] == []


def test_a_file_too_large_for_a_limit_is_told_and_left_as_it_was(small_course: Locations) -> None:
    resource = pytest.importorskip("resource", reason="this system has no such limit")
    session = Session.open(small_course)
    exercise = session.catalogue.exercise("basics/double")
    session.save(exercise, "before = 1\n")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(CourseError, match="was not saved"):
            session.save(exercise, "x = 1\n" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert session.load(exercise) == "before = 1\n"
    session.store.close()


def test_a_full_disk_still_takes_what_was_typed(small_disk: Path) -> None:
    kept = UnsavedTexts(small_disk)
    kept.prepare()
    _fill(small_disk)
    typed = "x = 1\n" * 5_000
    kept.keep(Unsaved(place="playground", title="it", file="", text=typed, base="", why="full"))
    assert [one.text for one in UnsavedTexts(small_disk).all()] == [typed]
    assert [file.suffix for file in kept.folder.iterdir()] == [".json"]


# ---------------------------------------------------------------- what is asked of it


class Kept:
    """A store whose clock the test moves, and rows for it."""

    def __init__(self, folder: Path) -> None:
        self.now = datetime(2026, 3, 1, 12, tzinfo=UTC)
        self.backups = folder / "backups"
        self.store = Store(folder / "p.sqlite3", self.backups, clock=lambda: self.now)

    def add(self, kind: type[Record], **fields: Any) -> Record:
        row = kind(**self.store.new_row(), **fields)
        self.store.append(row)
        return row

    def attempt(self, exercise: str, verdict: str) -> Record:
        return self.add(Attempt, exercise=exercise, verdict=verdict, source_hash="", source="")

    def answer(self, step: int, question: str, correct: bool) -> Record:
        return self.add(Answer, lesson="m/l", step=step, question=question, correct=correct)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    opened = Kept(tmp_path)
    yield opened
    opened.store.close()


def test_times_never_run_backwards(kept: Kept) -> None:
    first = kept.add(Visit, lesson="m/l", step=1)
    kept.now -= timedelta(hours=1)
    second = kept.add(Visit, lesson="m/l", step=2)
    assert second.at > first.at
    assert kept.store.newest(Visit) == second
    assert kept.store.rows(Visit, lesson="m/l") == [first, second]
    assert kept.store.rows(Visit, lesson="m/l", step=2) == [second]
    assert kept.store.newest(Visit, lesson="other") is None
    assert kept.store.everything() == [first, second]


def test_a_row_that_is_there_is_not_added_again(kept: Kept) -> None:
    row = kept.add(Visit, lesson="m/l", step=1)
    other = Visit(**kept.store.new_row(), lesson="m/l", step=2)
    assert kept.store.append_all([row, other]) == 1
    assert kept.store.append_all([]) == 0


def test_what_the_first_screen_needs(kept: Kept) -> None:
    kept.attempt("m/a", "failed")
    kept.attempt("m/b", "failed")
    kept.attempt("m/b", "passed")
    assert kept.store.passed() == {"m/b"}
    kept.answer(1, "q1", correct=True)
    kept.answer(1, "q1", correct=True)
    kept.answer(1, "q1 edited", correct=True)
    kept.answer(2, "q2", correct=False)
    assert kept.store.answered() == {"m/l": 2}
    for lesson, step in (("m/l", 5), ("m/k", 1), ("m/l", 2)):
        kept.add(Visit, lesson=lesson, step=step)
    assert kept.store.last_steps() == {"m/l": 5, "m/k": 1}
    assert list(kept.store.recent_lessons()) == [("m/l", 2), ("m/k", 1)]
    kept.add(Review, card="c", rating=1, item="i")
    kept.add(Review, card="c", rating=2, item="i")
    assert [(what, right) for _, what, right in kept.store.activity()] == [
        ("attempt", False),
        ("attempt", False),
        ("attempt", True),
        ("answer", True),
        ("answer", True),
        ("answer", True),
        ("answer", False),
        ("review", False),
        ("review", True),
    ]


def test_the_revision_differs_once_anything_was_added_by_anybody(
    kept: Kept, tmp_path: Path
) -> None:
    before = kept.store.revision()
    assert kept.store.revision() == before
    kept.add(Visit, lesson="m/l", step=1)
    after = kept.store.revision()
    assert after != before
    other = Store(tmp_path / "p.sqlite3", tmp_path / "backups")
    other.append(Visit(**other.new_row(), lesson="m/l", step=2))
    other.close()
    assert kept.store.revision() != after


def test_a_backup_is_made_when_the_last_one_is_old_enough(kept: Kept) -> None:
    def backups() -> int:
        return len(list(kept.backups.glob("*")))

    kept.add(Visit, lesson="m/l", step=1)
    assert backups() == 1
    kept.now += BACKUP_EVERY - timedelta(seconds=1)
    kept.add(Visit, lesson="m/l", step=2)
    assert backups() == 1
    kept.now += timedelta(seconds=2)
    kept.add(Visit, lesson="m/l", step=3)
    assert backups() == 2
    kept.now += BACKUP_EVERY * 2
    kept.store.append_all([])
    assert backups() == 2
    assert kept.store.notices == []


def test_a_file_that_another_program_keeps_locked_is_told(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.add(Visit, lesson="m/l", step=1)
    with closing(sqlite3.connect(tmp_path / "p.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        kept.store._opened.execute("PRAGMA busy_timeout = 1")
        with pytest.raises(CourseError, match=r"Another program has kept .* locked"):
            kept.add(Visit, lesson="m/l", step=2)
        other.execute("ROLLBACK")
    kept.add(Visit, lesson="m/l", step=2)


@pytest.mark.parametrize(
    ("code", "error", "words"),
    [
        (
            sqlite3.SQLITE_FULL,
            sqlite3.OperationalError("full"),
            "The disk that holds {file} is full: the last step was not saved, everything before it "
            "is. Free some space and do it again.",
        ),
        (
            sqlite3.SQLITE_CANTOPEN,
            OSError(errno.ENOSPC, "no space"),
            "The disk that holds {file} is full: the last step was not saved, everything before it "
            "is. Free some space and do it again.",
        ),
        (
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.OperationalError("unable to open"),
            "Your progress cannot be saved in {folder}: unable to open. Make that folder writable, "
            "or set COURSE_HOME to a folder you may write to, and start again.",
        ),
        (
            sqlite3.SQLITE_MISUSE,
            sqlite3.OperationalError("odd"),
            "Your progress at {file} cannot be used: odd. Check the disk, or set COURSE_HOME to "
            "another folder, and start again.",
        ),
        (
            sqlite3.SQLITE_BUSY,
            sqlite3.OperationalError("locked"),
            "Another program has kept {file} locked: the last step was not saved. Close the other "
            "program and do it again.",
        ),
    ],
)
def test_why_nothing_can_be_saved_is_told_with_what_to_do(
    kept: Kept, tmp_path: Path, code: int, error: Exception, words: str
) -> None:
    file = tmp_path / "p.sqlite3"
    assert kept.store._words(error, code) == words.format(file=file, folder=tmp_path)


def test_a_store_that_let_go_of_its_file_opens_it_again(kept: Kept) -> None:
    row = kept.add(Visit, lesson="m/l", step=1)
    kept.store.close()
    kept.store.close()
    assert kept.store.rows(Visit) == [row]


def test_rows_are_read_under_the_ids_of_today_whoever_added_them(tmp_path: Path) -> None:
    path, backups = tmp_path / "p.sqlite3", tmp_path / "backups"
    with (
        closing(Store(path, backups, moved=lambda: {"old/a": "new/a"})) as store,
        closing(Store(path, backups)) as other,
    ):
        assert store.last_steps() == {}
        store.append(Visit(**store.new_row(), lesson="old/a", step=1))
        assert store.last_steps() == {"new/a": 1}
        other.append(Visit(**other.new_row(), lesson="old/a", step=2))
        assert store.last_steps() == {"new/a": 2}
        assert other.last_steps() == {"old/a": 2}
        assert [it.lesson for it in store.rows(Visit)] == ["new/a", "new/a"]


def test_others_are_told_from_ourselves(kept: Kept, tmp_path: Path) -> None:
    before = kept.store.others()
    kept.add(Visit, lesson="m/l", step=1)
    assert kept.store.others() == before
    with closing(Store(tmp_path / "p.sqlite3", tmp_path / "backups")) as other:
        other.append(Visit(**other.new_row(), lesson="m/l", step=2))
    assert kept.store.others() != before


def test_rows_of_one_moment_have_an_order(kept: Kept) -> None:
    at = "2026-03-01T12:00:00.000000Z"
    for uuid in ("b", "a", "c"):
        kept.store.append(Visit(uuid=uuid, at=at, lesson="m/l", step=1))
    assert [it.uuid for it in kept.store.rows(Visit)] == ["a", "b", "c"]
    newest = kept.store.newest(Visit)
    assert newest is not None
    assert newest.uuid == "c"
    row = kept.store.new_row()
    assert (row["at"], len(row["uuid"])) == (at, 36)
    assert kept.store.new_row()["at"] == "2026-03-01T12:00:00.000001Z"


def test_a_backup_of_a_time_to_come_says_nothing_and_one_that_fails_is_told_once(
    kept: Kept,
) -> None:
    kept.add(Visit, lesson="m/l", step=1)
    kept.now -= timedelta(days=1)
    kept.add(Visit, lesson="m/l", step=2)
    assert len(list(kept.backups.glob("*"))) == 2
    kept.now += BACKUP_EVERY
    kept.add(Visit, lesson="m/l", step=3)
    names = [it.name for it in kept.backups.iterdir()]
    assert "progress-20260228T121500000000.sqlite3" in names, "a quarter of an hour is enough"
    shutil.rmtree(kept.backups)
    kept.backups.write_text("in the way", encoding="utf-8")
    for step in (4, 5):
        kept.now += timedelta(days=1)
        kept.add(Visit, lesson="m/l", step=step)
    [notice] = kept.store.notices
    assert notice.startswith("Your progress is saved, but it could not be backed up: [Errno ")
    assert notice.endswith(".")


def test_with_reading_alone_what_is_added_lasts_as_long_as_the_store(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite3"
    with closing(Store(path, tmp_path / "backups")) as store:
        store.append(Visit(**store.new_row(), lesson="m/l", step=1))
    Path(f"{path}-wal").unlink(missing_ok=True)
    Path(f"{path}-wal").mkdir()
    with pytest.raises(CourseError, match="folder where the file"):
        Store(path, tmp_path / "backups")
    with closing(Store(path, tmp_path / "backups", reading=True)) as store:
        [notice] = store.notices
        assert notice.endswith(" Until then nothing you do is kept.")
        assert store.append_all([Visit(**store.new_row(), lesson="m/l", step=2)]) == 1
        assert [it.step for it in store.rows(Visit)] == [1, 2]
        assert len(list((tmp_path / "backups").glob("*"))) == 1, "nothing to back up"
    Path(f"{path}-wal").rmdir()
    with closing(Store(path, tmp_path / "backups")) as store:
        assert [it.step for it in store.rows(Visit)] == [1]


def test_a_file_that_may_not_be_written_is_told_and_not_its_folder(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "p.sqlite3"
    monkeypatch.setattr("os.access", lambda path, _: path != file)  # root may write everywhere
    error = sqlite3.OperationalError("readonly")
    assert kept.store._words(error, sqlite3.SQLITE_READONLY) == (
        f"Your progress {file} may not be written: readonly. Make that file writable, or set "
        "COURSE_HOME to a folder you may write to, and start again."
    )
    monkeypatch.setattr("os.access", lambda *_: False)
    assert kept.store._words(error, sqlite3.SQLITE_READONLY).startswith(
        f"Your progress cannot be saved in {tmp_path}: readonly."
    )
