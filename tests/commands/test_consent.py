"""An exercise from elsewhere is asked for what it may do, once."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from course.locations import Locations
from tests.checking.door import EXERCISES
from tests.commands.course_command import course

GOOD = "def clamp(value, low, high):\n    return max(low, min(value, high))\n"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is POSIX")


@pytest.fixture
def foreign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an exercise that wants to start programs, and a solution beside it."""
    monkeypatch.setenv("COURSE_HOME", str(tmp_path / "home"))
    folder = tmp_path / "clamp"
    shutil.copytree(EXERCISES / "clamp", folder)
    with (folder / "exercise.yaml").open("a", encoding="utf-8") as file:
        file.write("needs: [processes]\n")
    (tmp_path / "clamp.py").write_text(GOOD, encoding="utf-8")
    return folder


def at_a_terminal(folder: Path, typed: bytes, *what: str) -> tuple[int, str]:
    """The exit status and what was shown when somebody types an answer."""
    what = what or ("--exercise", str(folder), str(folder.parent / "clamp.py"))
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "course", "check", *what],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    os.write(ours, typed)
    shown = b""
    while True:
        try:
            block = os.read(ours, 4096)
        except OSError:  # the other side has been closed
            break
        if not block:
            break
        shown += block
    os.close(ours)
    return process.wait(), shown.decode()


def test_without_a_terminal_it_is_refused_in_words(foreign: Path) -> None:
    done = course("check", "--exercise", foreign, foreign.parent / "clamp.py")
    assert done.returncode == 2
    assert "start other programs" in done.stderr
    assert "--allow processes" in done.stderr


@pytest.mark.parametrize("words", ["processes", "localhost,processes", "processes, localhost"])
def test_it_can_be_allowed_in_the_command(foreign: Path, words: str) -> None:
    done = course("check", "--allow", words, "--exercise", foreign, foreign.parent / "clamp.py")
    assert done.returncode == 0, done.stdout + done.stderr


def test_another_allowance_is_not_enough(foreign: Path) -> None:
    file = foreign.parent / "clamp.py"
    assert course("check", "--allow", "localhost", "--exercise", foreign, file).returncode == 2
    done = course("check", "--allow", "everything", "--exercise", foreign, file)
    assert done.returncode == 2
    assert "`everything` is none of localhost, processes" in done.stderr


def test_the_answer_at_a_terminal_is_remembered(foreign: Path) -> None:
    status, shown = at_a_terminal(foreign, b"n\n")
    assert (status, "asks to start other programs" in shown) == (2, True)
    status, shown = at_a_terminal(foreign, b"y\n")
    assert (status, "asks to start other programs" in shown) == (0, True)
    status, shown = at_a_terminal(foreign, b"")
    assert (status, "asks" in shown) == (0, False)
    yaml = foreign / "exercise.yaml"
    text = yaml.read_text(encoding="utf-8")
    yaml.write_text(text.replace("[processes]", "[processes, localhost]"), encoding="utf-8")
    status, shown = at_a_terminal(foreign, b"n\n")
    assert (status, "network connections inside this machine" in shown) == (2, True)


def test_an_exercise_without_such_needs_is_asked_nothing(foreign: Path) -> None:
    yaml = foreign / "exercise.yaml"
    text = yaml.read_text(encoding="utf-8")
    yaml.write_text(text.replace("[processes]", "[asyncio]"), encoding="utf-8")
    done = course("check", "--exercise", foreign, foreign.parent / "clamp.py")
    assert done.returncode == 0


# ------------------------------------------------------------------ a whole course from elsewhere


@pytest.fixture
def pack(own_course: Locations) -> Locations:
    """A course from elsewhere, two exercises of which want to start programs."""
    for name, code in (("double", "return n * 2"), ("label", "return ''")):
        folder = own_course.exercises / "basics" / name
        with (folder / "exercise.yaml").open("a", encoding="utf-8") as file:
            file.write("needs: [processes]\n")
        file = own_course.workspace / "basics" / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"def {name}(n=None):\n    {code}\n", encoding="utf-8")
    return own_course


def test_a_course_from_elsewhere_is_asked_once_for_all_of_it(pack: Locations) -> None:
    done = course("check", "basics/double")
    assert done.returncode == 2
    assert "came not with this program" in done.stderr
    assert "--allow processes" in done.stderr
    assert course("check", "--allow", "processes", "basics/double").returncode == 0
    assert at_a_terminal(pack.content, b"n\n", "basics/double")[0] == 2
    status, shown = at_a_terminal(pack.content, b"y\n", "basics/double")
    assert (status, "asks to open network connections" in shown) == (0, True)
    done = course("check", "basics/label", "basics/double")
    assert (done.returncode, done.stderr) == (1, "")
