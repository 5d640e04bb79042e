"""An exercise as plain lines: checked, hinted, stepped through, edited, passed, compared, reset."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from course.learner.records import Attempt, Hint
from course.learner.session import Session
from course.locations import Locations
from course.plain.desk import Desk
from course.plain.exercise import ExercisePlace
from tests.plain.talking import at_a_place

IDENT = "basics/double"


async def work(desk: Desk) -> str:
    return await ExercisePlace(desk, IDENT).work_at()


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor that writes the right solution and goes."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib\n"
        "pathlib.Path(sys.argv[1]).write_text('def double(n):\\n    return n + n\\n')\n",
        encoding="utf-8",
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{script}"')


@pytest.mark.usefixtures("editor")
def test_from_a_wrong_check_to_a_pass(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session.open(small_course)
    exercise = session.catalogue.exercise(IDENT)
    session.save(exercise, "def double(n):\n    return n\n")
    lines = ("F5", "h", "h", "t", "f", "x", "e", "c", "r", "y", "n")
    assert at_a_place(small_course, monkeypatch, work, *lines) == ""
    said = capsys.readouterr().out
    assert "Write code, about 3 minutes, difficulty 1 of 5, not passed yet." in said
    assert f"Your file:\n    {session.file(exercise)}\n\nWhat is in it:\n  1  def" in said
    assert "✗ Not yet" in said
    assert "In your code:\nLine 2: `return n`" in said
    assert "Hint 1 of 3:\nWhat is twice four?" in said
    assert "✗ The test expects" in said
    assert "✓ All" in said
    assert "You handed a value back to the caller." in said
    assert "Your solution:\n\n    def double(n):\n        return n + n\n" in said
    assert "The reference:\n\n    def double(n):\n" in said
    assert "The starter is back.\nYour version is kept in" in said
    assert [it.verdict for it in session.store.rows(Attempt)] == ["failed", "passed"]
    assert len(session.store.rows(Hint)) == 1
    assert session.load(exercise) == exercise.starter
    session.store.close()


def test_without_an_editor_the_file_is_named_and_enter_goes_on(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    assert at_a_place(small_course, monkeypatch, work, "e", "", "h", "h", "h", "h") == "left"
    said = capsys.readouterr().out
    file = small_course.workspace / "basics" / "double.py"
    assert f"Change this file and save it:\n    {file}\n" in said
    assert "Hint 3 of 3:" in said
    assert "That was the last hint." in said
    assert "Go on to the solution?" in said
