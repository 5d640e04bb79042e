"""Nothing acknowledged is lost: kills, two programs at once, a full disk."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pytest

from course.errors import CourseError
from course.learner.records import Note
from course.learner.session import Session
from course.learner.store import Store
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
