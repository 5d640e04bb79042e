"""The command line: what is wrong is said with its place, and how it ends."""

from __future__ import annotations

import subprocess
import sys

import pytest

from course.locations import Locations
from tests.commands.course_command import DOUBLE, GOOD, PRINTS, course, write


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "basics/doubel"], "Did you mean `basics/double`?"),
        (["show", "nothing/there"], "There is no"),
        (["check", "--exercise", "/no/such/folder", "x.py"], "no such exercise folder"),
        (["check", "--exercise", str(DOUBLE), "/no/file.py"], "/no/file.py cannot be read"),
        (["check", "--exercise", str(DOUBLE)], "Name the files"),
        (["check", "/no/file.py"], "There is no file /no/file.py"),
        (["lst"], "No such command"),
        (["hint"], "Missing argument"),
        (["progress", "import", "/no/export.json"], "/no/export.json"),
        (["check", "a" * 5_000], "aaa... is too long for the name of a file"),
    ],
)
def test_wrong_use_ends_with_2_and_names_the_thing(
    small_course: Locations, arguments: list[str], words: str
) -> None:
    done = course(*arguments)

    assert done.returncode == 2, done.stdout + done.stderr
    assert words in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_broken_content_is_told_with_its_line(own_course: Locations) -> None:
    broken = own_course.exercises / "basics" / "double" / "exercise.yaml"
    write(broken, "title: t\nkind: sing\n")

    done = course("check", "basics/double")

    assert done.returncode == 1
    assert f"{broken}:2:" in done.stderr


def test_a_course_without_lessons_says_what_to_do(own_course: Locations) -> None:
    own_course.lessons.rename(own_course.content / "gone")

    done = course("list")

    assert done.returncode == 1
    assert "install the course again" in done.stderr


def test_the_app_needs_a_terminal_and_says_so(small_course: Locations) -> None:
    done = course()

    assert done.returncode == 2
    assert "needs a terminal" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "program", "status"),
    [
        (["check", "basics/double"], GOOD, 0),
        (["check", "basics/double"], PRINTS, 1),
        (["list"], "", 0),
    ],
)
def test_a_reader_who_has_read_enough_changes_nothing(
    small_course: Locations, arguments: list[str], program: str, status: int
) -> None:
    write(small_course.workspace / "basics" / "double.py", program)
    command = [sys.executable, "-m", "course", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == status
