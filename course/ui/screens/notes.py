"""The learner's notes on a lesson: a page to write on, kept when it is left."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static, TextArea

from course.errors import WorkspaceError
from course.learner.notebook import read_notes, write_notes
from course.learner.unsaved import Unsaved
from course.plural import counted
from course.ui import keys, styles
from course.ui.screens.autosave import SavingScreen
from course.ui.widgets.whole import PageField


class NotesScreen(SavingScreen):
    """The notes on the lesson `lesson_id`, one text; Escape keeps it and goes back.

    Every version of a note stays in the progress, so a page that is being written is kept beside
    it, and goes in once, when it is left.
    """

    CSS_PATH = styles.WORK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.NOTES]

    def __init__(self, lesson_id: str) -> None:
        super().__init__()
        self.lesson_id = lesson_id

    @property
    def place_name(self) -> str:
        """Its lesson."""
        return f"notes:{self.lesson_id}"

    def compose_place(self) -> ComposeResult:
        """The page, and where what is on it can be found."""
        self.known = read_notes(self.session, self.lesson_id)
        kept = self.take_up(self.place_name)
        text = kept.text if kept else self.known
        if kept and kept.base != self.known:  # notes were written elsewhere meanwhile
            text = f"{self.known}\n\n{kept.text}"
        self.page = PageField(text, id="notes-page")
        self.page.cursor_blink = False
        yield self.page
        yield Static(
            "Kept when you leave. Search finds it, and it is part of your exported progress.",
            id="notes-words",
            markup=False,
        )

    def on_mount(self) -> None:
        """Write on at the end."""
        self.title = self.session.catalogue.lesson_entry(self.lesson_id).title
        self.sub_title = "Your notes"
        self.page.move_cursor(self.page.document.end)
        self.page.focus()

    def draft(self) -> Unsaved:
        """The page as it is."""
        return Unsaved(
            place=self.place_name,
            title=f"your notes on “{self.title}”",
            file="",
            text=self.page.text,
            base=self.known,
            why="",
        )

    def write_typed(self) -> None:
        """Put the page into the progress."""
        write_notes(self.session, self.lesson_id, self.page.text)
        self.known = self.page.text

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self.page.text != self.known:
            self.typed()

    def autosave(self) -> None:
        """Keep what is on the page beside the progress."""
        if words := self.keep_meanwhile("The course ended while you wrote."):
            self.tell_once(WorkspaceError(words))

    def action_back(self) -> None:
        """Keep it and go back; what cannot be kept stays on the page."""
        if self.save():
            super().action_back()

    def action_save(self) -> None:
        """Keep it and go on writing."""
        if self.save():
            self.notify("Kept", timeout=2)


def notes_line(text: str) -> str:
    """The first line of the notes on a lesson, and how many there are; empty without any."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return ""
    more = f"  (+ {counted(len(lines) - 1, 'line')})" if len(lines) > 1 else ""
    return f"✎ {lines[0]}{more}"
