"""What dead checkers and submissions leave is deleted whatever it is, and never stops a check."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from course.model import Verdict
from course.worker import leftovers, sandbox
from tests.checking.door import Door
from tests.checking.processes import GOOD, wait_until_gone

pytestmark = pytest.mark.skipif(sandbox.WINDOWS, reason="makes what only POSIX systems have")
NOBODY = 65_534


def make_deep(folder: Path, levels: int = 2_000) -> None:
    """Folders in folders, further down than a path may be long."""
    here = os.open(folder, os.O_RDONLY)
    for _ in range(levels):
        os.mkdir("down", dir_fd=here)
        below = os.open("down", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(os.open("file", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    os.close(here)


def make_closed(folder: Path) -> None:
    """Folders and files that shut their owner out."""
    inner = folder / "closed" / "also closed"
    inner.mkdir(parents=True)
    (inner / "file").write_text("closed")
    (inner / "file").chmod(0)
    for each in (inner, folder / "closed", folder):
        each.chmod(0)


def make_wide(folder: Path) -> None:
    """Some thousand files in one folder."""
    (folder / "wide").mkdir()
    for number in range(4_000):
        os.close(os.open(folder / "wide" / str(number), os.O_CREAT | os.O_WRONLY))


def make_odd(folder: Path) -> None:
    """What is neither a file nor a folder, and names that are no text."""
    os.mkfifo(folder / "pipe")
    here = os.open(".", os.O_RDONLY)
    os.chdir(folder)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
    os.fchdir(here)
    os.close(here)
    (folder / "link to nothing").symlink_to("nothing")
    (folder / "link to itself").symlink_to("link to itself")
    (folder / ("n" * 255)).mkdir()
    (folder / "line\nbreak \u202e\x1b[2J").mkdir()
    with open(os.fsencode(folder) + b"/\xff\xfe", "wb"):
        pass
    os.mkdir(os.fsencode(folder) + b"/\xfe")


KINDS: tuple[Callable[[Path], None], ...] = (make_deep, make_closed, make_wide, make_odd)


@pytest.mark.parametrize("make", KINDS)
def test_everything_goes(make: Callable[[Path], None], tmp_path: Path) -> None:
    folder = tmp_path / "left"
    folder.mkdir()
    make(folder)
    assert leftovers.remove(str(folder), 60)
    assert not folder.exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="becomes another user")
@pytest.mark.parametrize("make", KINDS)
def test_everything_goes_for_a_plain_user(make: Callable[[Path], None]) -> None:
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o777)  # noqa: S103 - the other user's as well
        child = os.fork()
        if child == 0:
            try:
                os.chdir(name)  # a folder above may be closed to others
                os.setgroups([])
                os.setuid(NOBODY)
                folder = Path("left")
                folder.mkdir()
                make(folder)
                os._exit(0 if leftovers.remove(str(folder), 60) else 1)
            finally:
                os._exit(2)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_text("kept")
    outside.chmod(0o750)
    for name in ("a", "b"):
        (tmp_path / "left" / name).mkdir(parents=True)
    (tmp_path / "left" / "a" / "link").symlink_to(outside)
    (tmp_path / "left" / "link").symlink_to(outside)
    (tmp_path / "left link").symlink_to(outside)
    assert leftovers.remove(str(tmp_path / "left"), 10)
    assert leftovers.remove(str(tmp_path / "left link"), 10)
    assert [path.name for path in tmp_path.iterdir()] == ["outside"]
    assert (outside / "kept").read_text() == "kept"
    assert outside.stat().st_mode & 0o777 == 0o750


def test_what_cannot_be_deleted_ends_and_raises_nothing(tmp_path: Path) -> None:
    assert not leftovers.remove("/proc/self", 10)
    assert not leftovers.remove("/", 0)
    assert leftovers.remove(str(tmp_path / "nothing"), 10)


def test_clearing_up_comes_in_slices(tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / "left" / str(number)).mkdir(parents=True)
    removals = leftovers.Removals()
    removals.add(str(tmp_path / "left"))
    removals.add(str(tmp_path / "nothing"))
    assert removals
    removals.work(0)
    assert (tmp_path / "left").exists()
    while removals:
        removals.work(0.0001)
    assert not (tmp_path / "left").exists()


# ------------------------------------------------------------------ of dead checkers


@pytest.fixture
def dead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A temporary folder of its own with the name of a dead process's folder in it, not made."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    yield folder / f"course-check-{ended.pid}-leftover"
    leftovers.remove(str(folder), 60)


@pytest.mark.parametrize("workers", ["forked", "once"])
def test_nothing_left_stops_a_check(
    dead: Path, workers: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_WORKERS", workers)
    for number, make in enumerate((lambda folder: make_deep(folder, 1_100), make_closed, make_odd)):
        folder = dead.with_name(f"{dead.name}_{number}")
        folder.mkdir()
        make(folder)
    dead.with_name(f"{dead.name}_a_file").touch()
    dead.with_name(f"{dead.name}_a_link").symlink_to("/")
    until = time.monotonic() + 60
    while dead_folders := list(dead.parent.glob(f"{dead.name}*")):
        assert time.monotonic() < until, dead_folders
        door = Door()
        assert door.check("clamp", GOOD).passed
        door.close()


NOT_OURS = (
    "course-check",
    "course-check-",
    "course-check--x",
    "course-check-x-y",
    "course-check-²-x",
    "course-check-٣٤٥-x",
    "course-check-0-x",
    "course-check-99999999999999999999999-x",
    "course-check-notes-of-mine",
)


def test_names_of_others_are_left_alone(dead: Path) -> None:
    for name in NOT_OURS:
        (dead.parent / name).mkdir()
    (dead.parent / f"course-check-{os.getpid()}-mine").mkdir()
    assert leftovers.of_the_dead(str(dead)) == []
    door = Door()
    assert door.check("clamp", GOOD).passed
    door.close()
    assert {path.name for path in dead.parent.iterdir()} >= set(NOT_OURS)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="gives a folder away")
def test_folders_of_other_people_are_left_alone(dead: Path) -> None:
    dead.mkdir()
    os.chown(dead, NOBODY, NOBODY)
    assert leftovers.of_the_dead(str(dead)) == []


def test_a_temporary_folder_that_cannot_be_listed() -> None:
    assert leftovers.of_the_dead("/nothing/here/x") == []


# ------------------------------------------------------------------ of submissions

LEAVERS = {
    "deep": "for _ in range(1_100):\n    os.mkdir('down'); os.chdir('down')\n",
    "deep in tmp": "os.chdir(os.environ['TMPDIR'])\n"
    "for _ in range(1_100):\n    os.mkdir('down'); os.chdir('down')\n",
    "wide": "for number in range(2_000):\n    open(str(number), 'w').close()\n",
    "closed": "os.makedirs('closed/inside')\nos.chmod('closed/inside', 0)\nos.chmod('closed', 0)\n"
    "os.chmod('.', 0)\n",
    "odd": "os.mkfifo('pipe')\nos.symlink('/', 'link')\nopen(b'\\xff', 'w').close()\n",
}


@pytest.mark.parametrize("workers", ["forked", "once"])
@pytest.mark.parametrize("killed", [False, True])
def test_a_submission_leaves_nothing(
    workers: str, killed: bool, dead: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_WORKERS", workers)
    door = Door()
    for name, source in LEAVERS.items():
        end = "os._exit(0)\n" if killed else GOOD
        assert door.check("clamp", f"import os\n{source}{end}").verdict is not Verdict.FAILED
        assert door.check("clamp", GOOD).passed, name
    door.close()
    wait_until_gone(set(), dead.parent)
