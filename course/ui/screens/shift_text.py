"""A text of a shift: a review, an answer, the note. What is typed is in its file at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static, TextArea

from course.errors import CourseError
from course.learner.shift_text import ShiftText
from course.learner.unsaved import Unsaved
from course.ui import keys, styles
from course.ui.screens.autosave import SavingScreen
from course.ui.widgets.whole import PageField

if TYPE_CHECKING:
    from pathlib import Path

    from course.ui.host import Host


def write_in(app: Host, file: Path) -> None:
    """Open a text of a shift; one that cannot be read is told."""
    text = ShiftText(app.session.workspace, file)
    try:
        text.load()
    except CourseError as error:
        app.show_error(error)
        return
    app.push_screen(ShiftTextScreen(text))


class ShiftTextScreen(SavingScreen):
    """Write in a text that was loaded; Escape goes back, and `send NAME` sends it."""

    CSS_PATH = styles.WORK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.NOTES]

    def __init__(self, text: ShiftText) -> None:
        super().__init__()
        self.file = text

    @property
    def place_name(self) -> str:
        """Its file."""
        return f"shift:{self.file.file}"

    def compose_place(self) -> ComposeResult:
        """The text, and what comes next."""
        text, where = self.file.known, self.file.file
        if kept := self.take_up(self.place_name):
            text, self.file.known = kept.text, kept.base
        self.page = PageField(text, id="notes-page")
        self.page.cursor_blink = False
        yield self.page
        name = where.name.partition(".")[0]
        words = f"{where}. Kept as you type; `send {name}` in the shift sends it."
        yield Static(words, id="notes-words", markup=False)

    def on_mount(self) -> None:
        """Begin at the beginning."""
        self.title = self.file.file.name
        self.page.focus()
        if self.is_kept_elsewhere:
            self.save()

    def draft(self) -> Unsaved:
        """The text as it is."""
        where = self.file.file
        return Unsaved(
            place=self.place_name, title=where.name, file=str(where),
            text=self.page.text, base=self.file.known, why="",
        )  # fmt: skip

    def write_typed(self) -> None:
        """Put the text into its file; what somebody else has written is kept beside it."""
        mine = self.page.text
        if mine == self.file.known:
            theirs = self.file.changed_elsewhere()
            if theirs is not None and self.is_running:
                self.file.known = theirs
                self.page.load_text(theirs)
                self.notify("Your file was changed outside the course; this is how it is now.")
        elif kept := self.file.save(mine):
            where = self.file.file.name
            words = f"{where} was changed outside the course; that version is kept as {kept.name}."
            self.notify(words, timeout=10, markup=False)

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self.page.text != self.file.known:
            self.typed()

    def action_back(self) -> None:
        """Keep it and go back."""
        if self.save():
            super().action_back()

    def action_save(self) -> None:
        """Keep it and go on writing."""
        if self.save():
            self.notify("Kept", timeout=2)
