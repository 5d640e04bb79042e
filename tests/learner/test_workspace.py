"""The learner's files: made from the starter, never overwritten, watched."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import msgspec
import pytest

from course.errors import CourseError
from course.learner import workspace
from course.learner.files import write_file
from course.learner.session import Session
from course.learner.workspace import Workspace
from course.locations import Locations
from course.model import Exercise

GOOD = "def double(n):\n    return n * 2\n"


@pytest.fixture
def exercise(session: Session) -> Exercise:
    """The exercise `basics/double`."""
    return session.catalogue.exercise("basics/double")


def test_a_file_is_made_from_the_starter_and_then_left_alone(
    session: Session, exercise: Exercise, small_course: Locations
) -> None:
    file = session.file(exercise)
    assert file == small_course.workspace / "basics" / "double.py"
    assert not file.exists()
    assert session.load(exercise) == exercise.starter
    session.save(exercise, GOOD)
    assert session.load(exercise) == GOOD


def test_no_starter_comes_over_a_file_that_an_editor_is_just_saving(
    session: Session, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_file_of(session, exercise, "")

    def goes_on_saving(_seconds: float) -> None:
        file.write_text(GOOD, encoding="utf-8")

    monkeypatch.setattr(workspace.time, "sleep", goes_on_saving)
    assert session.load(exercise) == GOOD
    assert file.read_text(encoding="utf-8") == GOOD


def test_a_file_that_stays_empty_gets_the_starter(session: Session, exercise: Exercise) -> None:
    write_file_of(session, exercise, "\n")
    assert session.load(exercise) == exercise.starter


def write_file_of(session: Session, exercise: Exercise, text: str) -> Path:
    file = session.file(exercise)
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_plain_pytest_works_beside_the_file(session: Session, exercise: Exercise) -> None:
    session.load(exercise)
    session.save(exercise, GOOD)
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=session.file(exercise).parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "3 passed" in ran.stdout


def test_changed_tests_of_the_course_make_way_but_are_kept(
    session: Session, exercise: Exercise
) -> None:
    session.load(exercise)
    copy = session.file(exercise).with_name("test_double.py")
    copy.write_text("# my own test\n", encoding="utf-8")
    session.load(exercise)
    assert copy.read_bytes() == exercise.test_files[0].read_bytes()
    kept = copy.with_name("test_double.before-update-1.txt")
    assert kept.read_text(encoding="utf-8") == "# my own test\n"
    session.load(exercise)
    assert not copy.with_name("test_double.before-update-2.txt").exists()


def test_a_newer_course_leaves_the_learners_work_alone(own_course: Locations) -> None:
    session = Session.open(own_course)
    exercise = session.catalogue.exercise("basics/double")
    session.load(exercise)
    session.save(exercise, GOOD)
    starter = own_course.exercises / "basics" / "double" / "starter.py"
    starter.write_text("def double(number):\n    ...\n", encoding="utf-8")
    session.store.close()
    session = Session.open(own_course)
    exercise = session.catalogue.exercise("basics/double")
    assert exercise.starter.startswith("def double(number)")
    assert session.load(exercise) == GOOD
    session.store.close()


def test_reset_keeps_every_old_version(session: Session, exercise: Exercise) -> None:
    assert session.reset(exercise) is None
    session.save(exercise, "first = 1\n")
    first = session.reset(exercise)
    session.save(exercise, "second = 2\n")
    second = session.reset(exercise)
    assert first == session.file(exercise).with_name("double.before-reset-1.py")
    assert second == session.file(exercise).with_name("double.before-reset-2.py")
    assert first.read_text(encoding="utf-8") == "first = 1\n"
    assert second.read_text(encoding="utf-8") == "second = 2\n"
    assert session.load(exercise) == exercise.starter
    assert session.reset(exercise) is None


def test_a_file_that_is_not_utf8_is_named_with_its_line_and_can_be_reset(
    session: Session, exercise: Exercise
) -> None:
    session.load(exercise)
    file = session.file(exercise)
    file.write_bytes(b"# a comment\nname = '\xe9t\xe9'\n")
    with pytest.raises(CourseError) as told:
        session.load(exercise)
    assert str(file) in str(told.value)
    assert "line 2" in str(told.value)
    assert "course reset" in str(told.value)
    kept = session.reset(exercise)
    assert kept is not None
    assert kept.read_bytes() == b"# a comment\nname = '\xe9t\xe9'\n"
    assert session.load(exercise) == exercise.starter


def test_a_byte_order_mark_and_other_line_ends_are_read(
    session: Session, exercise: Exercise
) -> None:
    session.load(exercise)
    session.file(exercise).write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert session.load(exercise) == GOOD


def test_text_that_no_file_can_hold_is_refused_and_the_old_kept(
    session: Session, exercise: Exercise
) -> None:
    session.save(exercise, GOOD)
    with pytest.raises(CourseError, match="line 2 holds a character"):
        session.save(exercise, "x = 1\ny = '\ud800'\n")
    assert session.load(exercise) == GOOD


def test_a_folder_in_the_way_is_named(session: Session, exercise: Exercise) -> None:
    file = session.file(exercise)
    file.mkdir(parents=True)
    for work in (
        lambda: session.load(exercise),
        lambda: session.save(exercise, GOOD),
        lambda: session.reset(exercise),
    ):
        with pytest.raises(CourseError, match=f"folder where the file {file} should be"):
            work()
    assert list(file.iterdir()) == []


def test_a_file_where_the_module_folder_should_be_is_named(
    session: Session, exercise: Exercise
) -> None:
    folder = session.file(exercise).parent
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way", encoding="utf-8")
    with pytest.raises(CourseError, match=f"{folder} is a file, but a folder has to be there"):
        session.load(exercise)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system that refuses root")
def test_a_workspace_that_may_not_be_written_is_told(session: Session) -> None:
    session.workspace.folder = Path("/proc/course-workspace")
    exercise = session.catalogue.exercise("basics/double")
    with pytest.raises(CourseError, match=r"/proc/course-workspace/basics/double\.py"):
        session.load(exercise)


def test_a_link_stays_a_link_and_the_mode_is_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "real.py", tmp_path / "link.py"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    write_file(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.py", "real.py"]


def test_a_version_can_be_kept_beside(session: Session, exercise: Exercise) -> None:
    kept = session.workspace.keep(exercise, "mine = 1\n", "edit")
    assert kept.name == "double.before-edit-1.py"
    assert kept.read_text(encoding="utf-8") == "mine = 1\n"


def test_changes_from_another_editor_arrive(session: Session, exercise: Exercise) -> None:
    file = session.file(exercise)

    async def work() -> list[str]:
        seen: list[str] = []
        session.load(exercise)
        changes = session.changes(exercise)
        arrival = asyncio.ensure_future(anext(changes))
        for attempt in range(1, 1000):  # the watcher says nothing when it has begun to watch
            other = file.with_name("elsewhere.swp")
            other.write_text(f"n = {attempt}\n", encoding="utf-8")
            os.replace(other, file)
            done, _ = await asyncio.wait([arrival], timeout=0.7)
            if done:
                break
        seen.append(await arrival)
        arrival = asyncio.ensure_future(anext(changes))
        file.write_text("last = 1\n", encoding="utf-8")
        seen.append(await arrival)
        return seen

    first, second = asyncio.run(asyncio.wait_for(work(), 30))
    assert first.startswith("n = ")
    assert second == "last = 1\n" or second.startswith("n = ")


def test_watching_ends_with_a_reason_when_the_file_cannot_be_read(
    session: Session, exercise: Exercise
) -> None:
    file = session.file(exercise)

    async def work() -> None:
        session.load(exercise)
        arrival = asyncio.ensure_future(anext(session.changes(exercise)))
        for number in range(1000):
            file.write_bytes(b"\xff\xfe" + str(number).encode())
            done, _ = await asyncio.wait([arrival], timeout=0.7)
            if done:
                break
        await arrival

    with pytest.raises(CourseError, match="not saved as UTF-8"):
        asyncio.run(asyncio.wait_for(work(), 30))


def test_nothing_else_of_the_course_is_in_the_workspace(
    session: Session, exercise: Exercise
) -> None:
    session.load(exercise)
    names = sorted(path.name for path in session.file(exercise).parent.iterdir())
    assert names == ["double.py", "test_double.py"]
    assert workspace.read_text(session.file(exercise)) == exercise.starter


# ---------------------------------------------------------------- looks at a file that others write

Looks = Callable[..., AsyncIterator[set[object]]]


def looks_at(file: Path, *texts: str | None) -> Looks:
    """A watcher that has looked whenever one of those is in the file; None is no file."""

    async def watch(*_: object, **__: object) -> AsyncIterator[set[object]]:
        for text in texts:
            file.unlink(missing_ok=True) if text is None else file.write_text(text, "utf-8")
            yield set()

    return watch


@pytest.mark.parametrize(
    ("texts", "seen"),
    [
        (["a", "a", "b"], ["a", "b"]),
        ([GOOD], []),
        (["", "a"], ["a"]),
        ([" \n", "a"], ["a"]),
        ([None, "a"], ["a"]),
        (["", ""], [""]),
        (["a", "", "b", "", "c"], ["a", "b", "c"]),
        (["", None, "a"], ["gone"]),
        ([None, None], ["gone"]),
        (["", "", ""], [""]),
        (["", "", None], ["", "gone"]),
    ],
)
def test_a_file_that_is_empty_or_gone_for_a_moment_is_just_being_saved(
    session: Session,
    exercise: Exercise,
    monkeypatch: pytest.MonkeyPatch,
    texts: list[str | None],
    seen: list[str],
) -> None:
    session.save(exercise, GOOD)
    file = session.file(exercise)
    monkeypatch.setattr("watchfiles.awatch", looks_at(file, *texts))

    async def work() -> list[str]:
        found: list[str] = []
        try:
            async for text in session.changes(exercise):
                found.append(text)
        except CourseError as error:
            gone = f"{file} is gone. It is there again when it is saved."
            found.append("gone" if str(error) == gone else str(error))
        return found

    assert asyncio.run(work()) == seen


def test_what_has_been_moved_away_is_not_watched(session: Session, exercise: Exercise) -> None:
    async def work() -> str:
        return await anext(session.changes(exercise, before=GOOD))

    with pytest.raises(CourseError, match="is gone"):
        asyncio.run(work())


# ---------------------------------------------------------------- what lies beside it


def test_data_and_the_code_under_test_lie_beside_the_file(
    own_course: Locations, tmp_path: Path
) -> None:
    session = Session.open(own_course)
    exercise = session.catalogue.exercise("basics/double")
    (exercise.folder / "shop.py").write_text("PRICE = 3\n", encoding="utf-8")
    data = exercise.folder / "prices.csv"
    data.write_text("tea,3\n", encoding="utf-8")
    source = msgspec.structs.replace(exercise.source, under_test="shop")
    exercise = msgspec.structs.replace(exercise, source=source, data_files=(data,))
    session.load(exercise)
    folder = session.file(exercise).parent
    place = folder / exercise.place_of(data)
    assert place.read_text("utf-8") == "tea,3\n"
    assert (folder / "shop.py").read_text("utf-8") == "PRICE = 3\n"
    place.write_text("tea,4\n", encoding="utf-8")
    data.write_text("tea,5\n", encoding="utf-8")
    (exercise.folder / "shop.py").write_text("PRICE = 4\n", encoding="utf-8")
    session.load(exercise)
    assert place.read_text("utf-8") == "tea,4\n", "it may be the program's own work"
    assert (folder / "shop.py").read_text("utf-8") == "PRICE = 4\n", "nobody has touched it"
    assert list(folder.glob("*.before-*")) == []
    session.store.close()


def test_a_workspace_begins_with_the_first_of_the_old_places(
    session: Session, exercise: Exercise
) -> None:
    old = {"old/a": exercise.id, "old/b": exercise.id, "old/c": "other/exercise"}
    moved = Workspace(session.workspace.folder, lambda: old)
    folder = moved.folder / "old"
    folder.mkdir(parents=True)
    for name in ("a", "b", "c"):
        (folder / f"{name}.py").write_text(f"{name} = 1\n", encoding="utf-8")
    (folder / "a.before-reset-1.py").write_text("older = 1\n", encoding="utf-8")
    (folder / "ab.before-reset-1.py").write_text("another's = 1\n", encoding="utf-8")
    assert moved.load(exercise) == "a = 1\n"
    assert {it.name for it in folder.iterdir()} == {"b.py", "c.py", "ab.before-reset-1.py"}
    assert (moved.file(exercise).parent / "a.before-reset-1.py").is_file()
    (folder / "a.py").symlink_to(folder / "b.py")
    moved.file(exercise).unlink()
    assert moved.load(exercise) == "b = 1\n", "a link is not taken along"


def test_the_newest_version_that_was_kept_is_the_one_that_counts(
    session: Session, exercise: Exercise
) -> None:
    first = session.workspace.keep(exercise, "a = 1\n", "recovered")
    second = session.workspace.keep(exercise, "b = 1\n", "recovered")
    os.utime(first, (2_000_000_000, 2_000_000_000))
    assert session.workspace.kept_as(exercise, "a = 1\n", "recovered") == first
    assert session.workspace.kept_as(exercise, "b = 1\n", "recovered") is None
    first.write_bytes(b"\xff")
    os.utime(first, (2_000_000_000, 2_000_000_000))
    assert session.workspace.kept_as(exercise, "b = 1\n", "recovered") is None
    first.unlink()
    assert session.workspace.kept_as(exercise, "b = 1\n", "recovered") == second


def test_a_reset_of_what_is_not_there_puts_the_starter_there(
    session: Session, exercise: Exercise
) -> None:
    assert session.reset(exercise) is None
    assert session.file(exercise).read_text("utf-8") == exercise.starter
    assert session.workspace.is_given(exercise, exercise.starter)
    assert not session.workspace.is_given(exercise, GOOD)
    assert session.workspace.place(exercise) == session.file(exercise)
    session.file(exercise).unlink()
    with pytest.raises(FileNotFoundError):
        session.workspace.read(exercise)
