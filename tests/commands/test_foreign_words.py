"""What authors, learners, files and arguments say is shown on the terminal and never obeyed."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from course import cli
from course.locations import Locations
from tests.hostile_words import HOSTILE, assert_shown, make_hostile

NAME = HOSTILE.replace("\0", "").replace("/", "")


class _Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(params=[_Terminal, io.StringIO], ids=["terminal", "pipe"])
def out(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Where all output goes: a terminal, and a pipe."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    stream: io.StringIO = request.param()
    return stream


def course(out: io.StringIO, *arguments: str) -> None:
    with redirect_stdout(out), redirect_stderr(out), pytest.raises(SystemExit):
        cli.build_command()(list(arguments), prog_name="course")


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("next",),
        ("show", "basics/functions"),
        ("show", "basics/double"),
        ("hint", "basics/double"),
        ("progress",),
        ("review",),
        ("author", "stats"),
        ("assess", "--plain"),
        ("check", "basics/double"),
    ],
    ids=" ".join,
)
def test_what_authors_write_is_shown(
    own_course: Locations, out: io.StringIO, arguments: tuple[str, ...]
) -> None:
    make_hostile(own_course.content)
    course(out, *arguments)
    told = out.getvalue()
    assert_shown(told)
    assert told.strip()


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", NAME),
        ("check", f"{NAME}.py"),
        ("check", "--exercise", NAME, "x.py"),
        ("check", NAME),
        ("hint", NAME),
        ("reset", NAME),
        (NAME,),
        ("--" + NAME,),
        ("list", NAME),
        ("serve", "--port", NAME),
        ("progress", "import", NAME),
        ("progress", "export", f"{__file__}/{NAME}"),
        ("report", "--code", NAME),
        ("author", "check", NAME),
        ("author", "new", "exercise", NAME),
        ("author", "schema", NAME),
        ("show", "name\udcff"),
        ("check", "name\udcff.py"),
    ],
    ids=lambda arguments: " ".join(it for it in arguments if it.isascii() and it.isprintable()),
)
def test_arguments_named_in_an_error_are_shown(
    small_course: Locations, out: io.StringIO, arguments: tuple[str, ...]
) -> None:
    course(out, *arguments)
    told = out.getvalue()
    assert told.strip()
    assert_shown(told)


def test_what_is_wrong_in_content_is_shown(own_course: Locations, out: io.StringIO) -> None:
    folder = own_course.exercises / "basics" / f"odd{NAME}"
    folder.mkdir()
    (folder / "exercise.yaml").write_text(f'"{NAME}": 1\ntitle: ["\\e[2J\\u202e"]\n', "utf-8")
    course(out, "list")
    course(out, "doctor")
    course(out, "author", "check", "basics")
    assert_shown(out.getvalue())


def test_the_name_of_a_checked_file_is_shown(
    small_course: Locations, out: io.StringIO, tmp_path: Path
) -> None:
    file = tmp_path / f"a{NAME}.py"
    file.write_text(f"# {NAME}\ndef double(n):\n    return '{NAME}'\n", encoding="utf-8")
    folder = str(small_course.exercises / "basics" / "double")
    course(out, "check", "--exercise", folder, str(file))
    course(out, "check", "--exercise", folder, str(file), str(file))
    assert_shown(out.getvalue())


def test_json_says_the_same_in_escapes(own_course: Locations, out: io.StringIO) -> None:
    make_hostile(own_course.content)
    course(out, "list", "--json")
    told = out.getvalue()
    assert_shown(told)
    assert HOSTILE in json.loads(told)["modules"][0]["title"]


def test_a_name_of_no_utf8_is_told_in_json(
    small_course: Locations, out: io.StringIO, tmp_path: Path
) -> None:
    file = tmp_path / "a\udcff.py"
    try:
        file.write_text("def double(n):\n    return n * 2\n", encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    folder = str(small_course.exercises / "basics" / "double")
    course(out, "check", "--exercise", folder, "--json", str(file))
    assert json.loads(out.getvalue())["file"] == str(file)


def test_notes_and_exports_are_shown(own_course: Locations, out: io.StringIO) -> None:
    from course.learner.session import Session

    session = Session.open(own_course)
    session.note("basics/functions", HOSTILE)
    session.store.close()
    course(out, "progress", "export", "-")
    told = out.getvalue()
    assert_shown(told)
    assert json.loads(told)["notes"][0]["text"] == HOSTILE.strip()
