"""A text of a shift keeps what is typed and what somebody else has written."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.errors import CourseError
from course.learner.shift_text import ShiftText
from course.learner.workspace import Workspace


@pytest.fixture
def note(tmp_path: Path) -> ShiftText:
    """A note that was read."""
    folder = tmp_path / "workspace/shifts/tiny"
    folder.mkdir(parents=True)
    (folder / "note.md").write_text("Began:\n", encoding="utf-8")
    text = ShiftText(Workspace(tmp_path / "workspace"), folder / "note.md")
    assert text.load() == "Began:\n"
    return text


def test_what_is_typed_is_in_the_file(note: ShiftText) -> None:
    assert note.save("Began: 9\n") is None
    assert note.save("Began: 9:05\n") is None
    assert note.file.read_text("utf-8") == "Began: 9:05\n"
    assert [one.name for one in note.file.parent.iterdir()] == ["note.md"]


def test_a_foreign_change_is_kept_beside_it(note: ShiftText) -> None:
    note.file.write_text("Theirs\n", encoding="utf-8")
    assert note.changed_elsewhere() == "Theirs\n"
    kept = note.save("Mine\n")
    assert kept is not None
    assert kept.name == "note.before-edit-1.md"
    assert (note.file.read_text("utf-8"), kept.read_text("utf-8")) == ("Mine\n", "Theirs\n")
    assert note.save("Mine too\n") is None


def test_what_was_not_typed_in_writes_over_nothing(note: ShiftText) -> None:
    note.file.write_text("Theirs\n", encoding="utf-8")
    assert note.save("Began:\n") is None
    assert note.file.read_text("utf-8") == "Theirs\n"


def test_what_cannot_be_read_is_not_written_over(note: ShiftText) -> None:
    note.file.write_bytes("Zoë".encode("latin-1"))
    with pytest.raises(CourseError, match="not saved as UTF-8"):
        note.save("Mine\n")
    assert note.file.read_bytes() == "Zoë".encode("latin-1")


def test_nothing_is_written_through_a_link(note: ShiftText, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("Mine alone\n", encoding="utf-8")
    note.file.unlink()
    note.file.symlink_to(outside)
    note.load()
    with pytest.raises(CourseError, match="outside the folder"):
        note.save("Mine\n")
    assert outside.read_text("utf-8") == "Mine alone\n"


def test_a_file_that_is_gone_is_made_again(note: ShiftText) -> None:
    note.file.unlink()
    assert note.save("Mine\n") is None
    assert note.file.read_text("utf-8") == "Mine\n"
