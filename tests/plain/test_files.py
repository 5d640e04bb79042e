"""Code as it is typed in plain lines, without an editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.locations import Locations
from course.plain.desk import Desk
from course.plain.files import type_file
from tests.plain.talking import at_a_place
from tests.plain.test_exercise import work


def test_code_can_be_typed_without_any_editor(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = ("w", "def double(n):", "    return n * 2", ".")
    assert at_a_place(small_course, monkeypatch, work, "w", ".", *typed, "n") == ""
    said = capsys.readouterr().out
    assert "Nothing was typed, so nothing has changed." in said
    assert "✓ All" in said
    file = small_course.workspace / "basics" / "double.py"
    assert file.read_text("utf-8") == "def double(n):\n    return n * 2\n"


def test_a_file_that_cannot_be_written_is_told(
    small_course: Locations,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    async def typing(desk: Desk) -> str:
        return str(await type_file(desk, tmp_path))

    assert at_a_place(small_course, monkeypatch, typing, "x = 1", ".") == "False"
    assert "folder" in capsys.readouterr().out
