"""The learner's notes on a lesson: a page to write on, kept when it is left."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static, TextArea

from course.errors import CourseError
from course.learner.notebook import read_notes, write_notes
from course.ui import keys
from course.ui.screens.base import CourseScreen
from course.ui.widgets.words import count


class NotesScreen(CourseScreen):
    """The notes on the lesson `lesson_id`, one text; Escape keeps it and goes back."""

    CSS_PATH = "work.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.NOTES]

    def __init__(self, lesson_id: str) -> None:
        super().__init__()
        self.lesson_id = lesson_id

    def compose_place(self) -> ComposeResult:
        """The page, and where what is on it can be found."""
        self.page = TextArea(read_notes(self.session, self.lesson_id), id="notes-page")
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

    def keep(self) -> bool:
        """Keep what is written; False where that is not possible, and the learner is told."""
        try:
            write_notes(self.session, self.lesson_id, self.page.text)
        except CourseError as error:
            self.course.show_error(error)
            return False
        return True

    def on_unmount(self) -> None:
        """Leaving the course keeps it, too."""
        self.keep()

    def action_back(self) -> None:
        """Keep it and go back; what cannot be kept stays on the page."""
        if self.keep():
            super().action_back()

    def action_save(self) -> None:
        """Keep it and go on writing."""
        if self.keep():
            self.notify("Kept", timeout=2)


def notes_line(text: str) -> str:
    """The first line of the notes on a lesson, and how many there are; empty without any."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return ""
    more = f"  (+ {count(len(lines) - 1, 'line')})" if len(lines) > 1 else ""
    return f"✎ {lines[0]}{more}"
