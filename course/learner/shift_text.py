"""A text of a shift (the note, a review, an answer): its file, which others may write as well."""

from __future__ import annotations

from pathlib import Path

from course.learner.files import encode_text, explained, read_submission, read_text
from course.learner.workspace import Workspace


class ShiftText:
    """The text in `file`. Methods raise `CourseError`; nothing is written outside the workspace."""

    def __init__(self, workspace: Workspace, file: Path) -> None:
        self._workspace = workspace
        self.file = file
        self.known = ""
        """The text as it was last read or written here; empty where there is no file."""

    def load(self) -> str:
        """The text as it is in the file."""
        self.known = self._read()
        return self.known

    def changed_elsewhere(self) -> str | None:
        """The text of the file, where it is not the one that is known."""
        theirs = self._read()
        return None if theirs == self.known else theirs

    def save(self, text: str) -> Path | None:
        """Put a text into the file. What somebody else wrote there is kept beside it: where."""
        if text == self.known:
            return None
        theirs, kept = self.changed_elsewhere(), None
        if theirs is not None and theirs not in ("", text):
            with explained(self.file):
                before = read_submission(self.file)
            kept = self._workspace.keep_file(self.file, before, "edit")
        self._workspace.put(self.file, encode_text(text, self.file))
        self.known = text
        return kept

    def _read(self) -> str:
        with explained(self.file):
            try:
                return read_text(self.file)
            except FileNotFoundError:
                return ""
