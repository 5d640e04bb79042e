"""What lies where a learner's file should be: read within bounds, never written through."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from course.errors import CourseError, WorkspaceError
from course.learner.files import (
    NotASubmission,
    _expect_regular,
    encode_text,
    expect_inside,
    explained,
    free_name,
    read_project,
    read_submission,
    read_text,
    sweep,
    write_file,
    write_output,
)
from course.learner.session import Session
from course.locations import Locations
from course.model import Exercise
from course.worker.limits import FILE_BYTES

posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes and links are POSIX")
KINDS = ("pipe", "device", "socket", "link to a device", "huge", "link to nothing outside")


@pytest.fixture
def session(small_course: Locations) -> Iterator[Session]:
    opened = Session.open(small_course)
    with closing(opened.store):
        yield opened


@pytest.fixture
def exercise(session: Session) -> Exercise:
    return session.catalogue.exercise("basics/double")


def make(kind: str, file: Path) -> None:
    """Put something that is no submission in a file's place."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "device":
        try:
            os.mknod(file, 0o666 | 0o020000, os.makedev(1, 5))
        except PermissionError:
            pytest.skip("this user may not make a device")
    elif kind == "socket":
        here = Path.cwd()
        os.chdir(file.parent)  # the address of a socket is short
        with closing(socket.socket(socket.AF_UNIX)) as one:
            one.bind(file.name)
        os.chdir(here)
    elif kind == "link to a device":
        file.symlink_to("/dev/zero")
    elif kind == "huge":
        with file.open("wb") as stream:
            stream.truncate(20_000_000_000)
    else:
        file.symlink_to(file.parents[3] / "nothing.py")


@posix
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_submission_is_named_and_reset_puts_it_aside(
    session: Session, exercise: Exercise, kind: str
) -> None:
    file = session.file(exercise)
    make(kind, file)
    inode = file.lstat().st_ino
    with pytest.raises(CourseError, match=f"^{file} "):
        session.load(exercise)
    with pytest.raises(CourseError, match=f"^{file} "):
        session.save(exercise, "x = 1\n")
    kept = session.reset(exercise)
    assert kept is not None
    assert kept.lstat().st_ino == inode
    assert session.load(exercise) == exercise.starter
    assert not file.is_symlink()


@posix
@pytest.mark.parametrize("kind", ["pipe", "link to a device", "huge"])
def test_a_check_of_what_is_no_submission_ends_with_words(
    small_course: Locations, exercise: Exercise, tmp_path: Path, kind: str
) -> None:
    file = small_course.workspace / "basics" / "double.py"
    make(kind, file)
    folder = ["--exercise", str(exercise.folder), str(file)]
    for arguments in (["basics/double"], folder):
        ended = subprocess.run(
            [sys.executable, "-m", "course", "check", *arguments],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert ended.returncode == 1, ended.stderr
        assert f"course: {file} is " in ended.stderr
        assert "Traceback" not in ended.stderr


@posix
def test_nothing_is_written_through_a_link_that_leads_outside(
    session: Session, exercise: Exercise, tmp_path: Path
) -> None:
    outside = tmp_path / "precious.py"
    outside.write_text("precious = 1\n", encoding="utf-8")
    file = session.file(exercise)
    file.parent.mkdir(parents=True)
    file.symlink_to(outside)
    assert session.load(exercise) == "precious = 1\n"
    with pytest.raises(CourseError, match="outside the folder of your exercises"):
        session.save(exercise, "x = 1\n")
    kept = session.reset(exercise)
    assert kept is not None
    assert kept.is_symlink()
    assert session.load(exercise) == exercise.starter
    assert outside.read_text(encoding="utf-8") == "precious = 1\n"


@posix
def test_nothing_is_written_into_a_folder_outside(
    session: Session, exercise: Exercise, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    session.workspace.folder.mkdir(parents=True)
    session.file(exercise).parent.symlink_to(outside)
    for work in (session.load, session.reset):
        with pytest.raises(CourseError, match="outside the folder of your exercises"):
            work(exercise)
    assert list(outside.iterdir()) == []


@posix
def test_a_link_within_the_workspace_and_a_linked_workspace_are_the_learners_choice(
    session: Session, exercise: Exercise, tmp_path: Path
) -> None:
    (tmp_path / "real").mkdir()
    session.workspace.folder.parent.mkdir(parents=True, exist_ok=True)
    session.workspace.folder.symlink_to(tmp_path / "real")
    file = session.file(exercise)
    file.parent.mkdir()
    (file.parent / "mine.py").write_text("old = 1\n", encoding="utf-8")
    file.symlink_to("mine.py")
    session.save(exercise, "new = 1\n")
    assert file.is_symlink()
    assert (tmp_path / "real" / "basics" / "mine.py").read_text("utf-8") == "new = 1\n"


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_line_ends_and_a_byte_order_mark_stay(
    session: Session, exercise: Exercise, bom: bytes, end: bytes
) -> None:
    file = session.file(exercise)
    file.parent.mkdir(parents=True)
    file.write_bytes(bom + end.join([b"a = 1", b"b = 2", b""]))
    assert session.load(exercise) == "a = 1\nb = 2\n"
    session.save(exercise, "a = 1\nb = 3\n")
    assert file.read_bytes() == bom + end.join([b"a = 1", b"b = 3", b""])
    kept = session.workspace.keep(exercise, "c = 1\n", "edit")
    assert kept.read_bytes() == bom + b"c = 1" + end


def test_leftovers_of_writing_go_once_they_are_old(tmp_path: Path) -> None:
    old, new, foreign = (
        tmp_path / name
        for name in ("a/.double.py.123-4.part", "a/.label.py.123.part", "a/.video.mp4.part")
    )
    old.parent.mkdir()
    for file in (old, new, foreign):
        file.write_text("half", encoding="utf-8")
    for file in (old, foreign):
        os.utime(file, (time.time() - 3600,) * 2)
    sweep([tmp_path])
    assert sorted(tmp_path.rglob("*.part")) == sorted([new, foreign])


@posix
def test_an_export_replaces_no_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(CourseError, match="is a pipe"):
        write_file(pipe, b"{}")
    assert pipe.is_fifo()


def test_an_exercise_whose_folder_goes_while_it_is_open_is_named(own_course: Locations) -> None:
    async def submit(counted: bool) -> None:
        async with Session.open(own_course) as session:
            exercise = session.catalogue.exercise("basics/double")
            shutil.move(exercise.folder, own_course.content / "away")
            try:
                with pytest.raises(CourseError, match="belongs to the exercise `basics/double`"):
                    await session.submit(exercise, "x = 1\n", counted=counted)
            finally:
                shutil.move(own_course.content / "away", exercise.folder)

    for counted in (True, False):
        asyncio.run(submit(counted))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (stat.S_IFIFO, "is a pipe, not a file with your code."),
        (stat.S_IFSOCK, "is a socket, not a file with your code."),
        (stat.S_IFCHR, "is a device, not a file with your code."),
        (stat.S_IFBLK, "is a device, not a file with your code."),
        (stat.S_IFLNK, "is no file with text in it, not a file with your code."),
    ],
)
def test_what_lies_there_is_named(kind: int, words: str) -> None:
    status = os.stat_result((kind, *[0] * 9))
    with pytest.raises(NotASubmission) as told:
        _expect_regular(Path("it.py"), status)
    assert str(told.value) == (
        f"it.py {words} Move it away, or put the starter back with `course reset`; what is there "
        "is then kept beside it."
    )


def test_a_file_has_a_megabyte_at_most() -> None:
    _expect_regular(Path("it.py"), os.stat_result((stat.S_IFREG, *[0] * 5, 1_000_000, 0, 0, 0)))
    with pytest.raises(NotASubmission, match=r"it.py is too large: .* at most 1 MB"):
        _expect_regular(Path("it.py"), os.stat_result((stat.S_IFREG, *[0] * 5, 1_000_001, 0, 0, 0)))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        *((name, "was not saved, because the disk is full") for name in ("ENOSPC", "EFBIG")),
        ("EDQUOT", "was not saved, because the disk is full"),
        *((name, "yours and writable, or set COURSE_HOME") for name in ("EACCES", "EPERM")),
        ("EROFS", "yours and writable, or set COURSE_HOME"),
        ("EISDIR", "There is a folder where the file {file} should be."),
        ("ELOOP", "{file} is a link that leads back to itself."),
        ("EIO", "{file} cannot be read or written: "),
        ("EIO", "Check the folder {file.parent}."),
    ],
)
def test_an_error_of_the_system_is_told_with_what_to_do(
    tmp_path: Path, name: str, words: str
) -> None:
    file = tmp_path / "own.py"
    if not hasattr(errno, name):
        pytest.skip("no error of this system")
    number = getattr(errno, name)
    with pytest.raises(WorkspaceError) as told, explained(file):
        raise OSError(number, os.strerror(number))
    assert words.format(file=file) in str(told.value)


def test_what_is_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "basics").write_text("", encoding="utf-8")
    for number in (errno.ENOTDIR, errno.EACCES):
        with pytest.raises(WorkspaceError) as told, explained(tmp_path / "basics" / "own.py"):
            raise OSError(number, "no")
        assert str(told.value).startswith(f"{tmp_path / 'basics'} is a file, but a folder")
    part = str(tmp_path / "shop" / "cart.py")
    for more, named in (((), part), ((None, "elsewhere"), str(tmp_path / "shop"))):
        with pytest.raises(WorkspaceError) as told, explained(tmp_path / "shop"):
            raise OSError(errno.EISDIR, "is a folder", part, *more)
        assert f"where the file {named} should be" in str(told.value)
    with pytest.raises(WorkspaceError) as told, explained(tmp_path / "own.py"):
        raise OSError("no words of the system")
    assert "no words of the system" in str(told.value)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a\r\nb\r\nc\n", b"x\r\ny\r\n"),
        (b"a\r\nb\r\nc\nd\ne\n", b"x\ny\n"),
        (b"a\r\nb\n", b"x\ny\n"),
        (b"\xef\xbb\xbfa\n", b"\xef\xbb\xbfx\ny\n"),
    ],
)
def test_line_ends_are_those_of_most_lines(tmp_path: Path, before: bytes, after: bytes) -> None:
    (tmp_path / "a.py").write_bytes(before)
    assert encode_text("x\ny\n", tmp_path / "a.py") == after


@posix
def test_a_file_that_says_it_is_empty_is_read_within_bounds() -> None:
    file = Path("/proc/kallsyms")
    if not file.is_file() or len(file.read_bytes()) <= FILE_BYTES:
        pytest.skip("no such file in this system")
    with pytest.raises(NotASubmission, match="is too large"):
        read_submission(file)


def test_a_file_and_a_project_have_a_megabyte_at_most(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"#" * FILE_BYTES)
    assert len(read_submission(tmp_path / "a.py")) == FILE_BYTES
    assert len(read_project(tmp_path)) > FILE_BYTES - 1
    (tmp_path / "b.py").write_bytes(b"#")
    with pytest.raises(NotASubmission, match=f"{tmp_path} is too large"):
        read_project(tmp_path)


def test_a_file_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    for content, line in ((b"\xff", 1), (b"a\nb\n\xff", 3)):
        file.write_bytes(content)
        with pytest.raises(WorkspaceError) as told:
            read_text(file)
        assert str(told.value) == (
            f"{file} is not saved as UTF-8 (line {line}). Save it as UTF-8 in your editor, or put "
            "the starter back with `course reset`; your version is then kept beside it."
        )
    with pytest.raises(WorkspaceError) as told:
        encode_text("a\nb\n\ud800", file)
    assert str(told.value) == (
        f"{file} was not saved: line 3 holds a character that no file can hold. Delete that "
        "character and save again."
    )
    file.write_bytes(b"a\rb\r\nc\n")
    assert read_text(file) == "a\nb\nc\n"


@posix
def test_an_output_goes_through_no_link_and_over_no_folder(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("elsewhere")
    with pytest.raises(WorkspaceError) as told:
        write_output(tmp_path / "link", b"x")
    assert str(told.value) == (
        f"{tmp_path / 'link'} is a link to elsewhere, and nothing is written through it. Name the "
        "file itself, or remove the link."
    )
    assert not (tmp_path / "elsewhere").exists()
    write_output(tmp_path / "new" / "a.md", b"x")
    assert (tmp_path / "new" / "a.md").read_bytes() == b"x"
    with pytest.raises(WorkspaceError, match=f"where the file {tmp_path / 'new'} should be"):
        write_output(tmp_path / "new", b"x")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WorkspaceError) as told:
        write_output(tmp_path / "pipe", b"x")
    assert str(told.value) == (
        f"{tmp_path / 'pipe'} is a pipe; nothing is written there. Move it away."
    )


def test_leftovers_are_ours_and_ten_minutes_old(tmp_path: Path) -> None:
    now = time.time()
    names = {
        ".a.py.12.part": 610, ".b.py.12.part": 580, ".c.py.12-3.part": 610, ".d.part": 9_999,
        "e.py.12.part": 9_999, ".f.py.12.parts": 9_999, ".g.py.12-x.part": 9_999,
    }  # fmt: skip
    for name, age in names.items():
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (now - age, now - age))
    (tmp_path / ".h.py.12.part").mkdir()
    os.utime(tmp_path / ".h.py.12.part", (0, 0))
    sweep([tmp_path / "none", tmp_path])
    assert set(names) - {it.name for it in tmp_path.iterdir()} == {
        *(".a.py.12.part", ".c.py.12-3.part"),
    }


def test_a_version_is_kept_under_the_first_name_that_is_free(tmp_path: Path) -> None:
    (tmp_path / "a.before-reset-1.py").touch()
    (tmp_path / "a.before-reset-2.py").symlink_to("nothing")
    assert free_name(tmp_path / "a.py", "reset").name == "a.before-reset-3.py"
    assert free_name(tmp_path / "a.py", "edit").name == "a.before-edit-1.py"
    assert free_name(tmp_path / "test_a.py", "edit").name == "test_a.before-edit-1.txt"
    assert free_name(tmp_path / "shop", "edit").name == "shop.before-edit-1"


@posix
def test_a_link_out_of_the_workspace_is_told_with_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "a.py"
    expect_inside(tmp_path / "in", file)
    file.symlink_to(tmp_path / "b.py")
    with pytest.raises(NotASubmission) as told:
        expect_inside(tmp_path / "in", file)
    assert str(told.value) == (
        f"{file} leads to {tmp_path / 'b.py'}, outside the folder of your exercises, and the "
        "course writes nothing there. Put the file itself in the place of the link."
    )


def test_the_words_for_what_the_system_refuses_in_full(tmp_path: Path) -> None:
    file = tmp_path / "own.py"

    def told(number: int) -> str:
        with pytest.raises(WorkspaceError) as error, explained(file):
            raise OSError(number, "no")
        return str(error.value)

    assert told(errno.ENOSPC) == (
        f"{file} was not saved, because the disk is full. The version before is untouched. Free "
        "some space and save again."
    )
    assert told(errno.EISDIR) == (
        f"There is a folder where the file {file} should be. Rename or move that folder."
    )
    assert told(errno.EACCES) == (
        f"{file} cannot be read or written: no. Make the folder {tmp_path} yours and writable, or "
        "set COURSE_HOME to a folder you may write to."
    )
    assert told(errno.ELOOP) == f"{file} is a link that leads back to itself. Remove it."
    assert told(errno.EIO) == f"{file} cannot be read or written: no. Check the folder {tmp_path}."
    (tmp_path / "basics").touch()
    with pytest.raises(WorkspaceError) as error, explained(tmp_path / "basics" / "own.py"):
        raise OSError(errno.ENOTDIR, "no")
    assert str(error.value) == (
        f"{tmp_path / 'basics'} is a file, but a folder has to be there. Rename or move that file."
    )
