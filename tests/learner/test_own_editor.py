"""The learner's own editor as a program: which one it is, and what it is given."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from course.errors import WrongUse
from course.learner.own_editor import edit, editor_command

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
