"""The learner's own editor as a program: which one it is, and what it is given."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from course.errors import WrongUse
from course.learner import own_editor
from course.learner.own_editor import edit, editor_command

if os.name != "nt":
    import fcntl
    import termios

READS = "import sys; open(sys.argv[1], 'w').write(repr(sys.stdin.read()))"


@pytest.mark.skipif(os.name == "nt", reason="EDITOR is read as a shell of POSIX reads it")
def test_visual_comes_before_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "there-is-none")
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" -I')
    assert editor_command() == [sys.executable, "-I"]
    monkeypatch.setenv("VISUAL", "")
    with pytest.raises(WrongUse, match="EDITOR is `there-is-none`"):
        editor_command()
    monkeypatch.delenv("EDITOR")
    assert editor_command() == []


def test_without_a_terminal_it_takes_no_line_that_is_meant_for_the_course(tmp_path: Path) -> None:
    file = tmp_path / "code.py"
    assert edit([sys.executable, "-c", READS], file, has_terminal=False) == ""
    assert file.read_text("utf-8") == "''"
    assert "could not be started" in edit([str(tmp_path / "none")], file)


STUBBORN = """\
import signal, sys
from pathlib import Path
from course.learner import own_editor
own_editor._LOOK = 0.05
signal.signal(signal.SIGHUP, lambda *_: Path(sys.argv[1], "told").touch())
own_editor.edit(["sh", "-c", sys.argv[2] + 'echo $$ >"$0"; while :; do sleep 1; done'],
                Path(sys.argv[1], "pid"))
Path(sys.argv[1], "ended").touch()
"""


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("ignores", ["", "trap '' HUP; ", "trap '' HUP TERM; "])
def test_a_terminal_that_is_closed_ends_a_program_that_reads_nothing_and_this_one(
    tmp_path: Path, ignores: str
) -> None:
    main, other = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", STUBBORN, str(tmp_path), ignores],
        stdin=other,
        stdout=other,
        stderr=other,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    ) as course:
        os.close(other)
        while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text("utf-8").strip():
            assert course.poll() is None
            time.sleep(0.01)
        os.close(main)
        assert course.wait() == 0
    assert (tmp_path / "ended").exists()
    assert (tmp_path / "told").exists(), "what ends the course is heard once the editor has ended"
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text("utf-8")), 0)


@pytest.mark.skipif(os.name == "nt", reason="the shell is a script")
@pytest.mark.parametrize(
    ("writes", "status", "words"), [(False, 3, True), (True, 3, False), (False, 0, False)]
)
def test_an_editor_that_fails_and_changes_nothing_is_told(
    tmp_path: Path, writes: bool, status: int, words: bool
) -> None:
    file = tmp_path / "own.py"
    file.write_text("", encoding="utf-8")
    os.utime(file, (0, 0))
    code = (
        f"import sys; {'open(sys.argv[1], chr(119)).close(); ' if writes else ''}sys.exit({status})"
    )
    told = own_editor.edit([sys.executable, "-c", code], file, has_terminal=False)
    assert ("ended with the status 3 and has changed nothing" in told) == words, told


def test_a_shell_has_the_python_of_the_course_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "shell"
    script.write_text('#!/bin/sh\necho "path: $PATH"\n', encoding="utf-8")
    script.chmod(0o700)
    monkeypatch.setenv("SHELL", str(script))
    assert own_editor.shell(tmp_path) == ""
    said = capfd.readouterr().out
    assert f"path: {Path(sys.executable).parent}:{os.environ['PATH']}\n" in said
    assert f"The course's Python, with pytest: {sys.executable}\n" in said


ADVICE = (
    "Set it to the command of a program that is there; a path with a space in it belongs in "
    "quotes. Or open the file yourself: this editor shows what is saved there."
)


@pytest.mark.skipif(os.name == "nt", reason="EDITOR is read as a shell of POSIX reads it")
def test_the_words_for_an_editor_that_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    for chosen, words in (
        ("'vi", "EDITOR is `'vi`: No closing quotation."),
        ("gone -x", "EDITOR is `gone -x`, but there is no program `gone` that can be started."),
    ):
        monkeypatch.setenv("EDITOR", chosen)
        with pytest.raises(WrongUse) as told:
            editor_command()
        assert str(told.value) == f"{words} {ADVICE}"
    none = str(tmp_path / "none")
    assert edit([none], tmp_path / "a") == (
        f"Your editor `{none}` could not be started: [Errno 2] No such file or directory: "
        f"'{none}'. {ADVICE}"
    )
    fails = [sys.executable, "-c", "exit(3)"]
    assert edit(fails, tmp_path / "gone", has_terminal=False) == (
        f"Your editor `{' '.join(fails)}` ended with the status 3 and has changed nothing. {ADVICE}"
    )
    monkeypatch.setenv("SHELL", none)
    assert own_editor.shell(tmp_path) == (
        f"Your shell `{none}` could not be started in {tmp_path}: [Errno 2] No such file or "
        f"directory: '{none}'."
    )


SIGNALLED = """\
import sys
from pathlib import Path
from course.learner import own_editor
told = own_editor.edit(["sh", "-c", sys.argv[2]], Path(sys.argv[1], "begun"))
Path(sys.argv[1], "went-on").write_text(told)
"""


TRAPS = 'trap "touch \\"$0-heard\\"; exit" {}; touch "$0"; while :; do sleep 0.1; done'


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("name", "editor", "status", "heard"),
    [
        ("SIGINT", 'touch "$0"; sleep 0.5', 0, False),
        ("SIGQUIT", 'touch "$0"; sleep 0.5', 0, False),
        ("SIGTERM", TRAPS.format("TERM"), -signal.SIGTERM, True),
        ("SIGHUP", TRAPS.format("HUP"), -signal.SIGHUP, True),
    ],
)
def test_a_signal_is_for_the_editor_and_what_ends_the_course_ends_the_editor_first(
    tmp_path: Path, name: str, editor: str, status: int, heard: bool
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SIGNALLED, str(tmp_path), editor], start_new_session=True
    ) as course:
        while not (tmp_path / "begun").exists():
            assert course.poll() is None
            time.sleep(0.01)
        course.send_signal(getattr(signal, name))
        assert course.wait() == status
    assert (tmp_path / "begun-heard").exists() is heard
    assert (tmp_path / "went-on").exists() is not heard


def test_what_a_learner_reads_above_their_shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SHELL", "true")
    assert own_editor.shell(tmp_path) == ""
    assert capfd.readouterr().out == (
        f"\nThis is a terminal in {tmp_path}\nThe course's Python, with pytest: {sys.executable}\n"
        "`exit` brings you back to the course.\n\n"
    )
