"""A text of a shift: a review, an answer, the note. What is typed is in its file at once."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static, TextArea

from course.learner.files import explained, read_text, write_file
from course.learner.unsaved import Unsaved
from course.ui import keys, styles
from course.ui.screens.autosave import SavingScreen


class ShiftTextScreen(SavingScreen):
    """Write in `file`; Escape goes back, and `send NAME` sends it."""

    CSS_PATH = styles.WORK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.NOTES]

    def __init__(self, file: Path, name: str) -> None:
        super().__init__()
        self.file = file
        self._sent_with = name

    def compose_place(self) -> ComposeResult:
        """The text, and what comes next."""
        kept = self.take_up(f"shift:{self.file}")
        self.known = read_text(self.file) if self.file.is_file() else ""
        self.page = TextArea(kept.text if kept else self.known, id="notes-page")
        self.page.cursor_blink = False
        yield self.page
        words = f"{self.file}. Kept as you type; `send {self._sent_with}` in the shift sends it."
        yield Static(words, id="notes-words", markup=False)

    def on_mount(self) -> None:
        """Begin at the beginning."""
        self.title = self.file.name
        self.page.focus()

    def draft(self) -> Unsaved:
        """The text as it is."""
        return Unsaved(
            place=f"shift:{self.file}", title=self.file.name, file=str(self.file),
            text=self.page.text, base=self.known, why="",
        )  # fmt: skip

    def write_typed(self) -> None:
        """Put the text into its file."""
        with explained(self.file):
            write_file(self.file, self.page.text.encode("utf-8", "replace"))
        self.known = self.page.text

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self.page.text != self.known:
            self.typed()

    def action_back(self) -> None:
        """Keep it and go back."""
        if self.save():
            super().action_back()

    def action_save(self) -> None:
        """Keep it and go on writing."""
        if self.save():
            self.notify("Kept", timeout=2)
