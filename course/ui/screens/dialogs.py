"""Short questions and messages over the place they belong to."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from course.errors import ContentError, CourseError
from course.text import clean
from course.ui import keys, styles
from course.ui.crash import happened, written_in
from course.ui.screens.closes_once import ClosesOnce


class ErrorDialog(ClosesOnce, ModalScreen[None]):
    """What went wrong, where, and what to do about it. Enter or escape closes it."""

    CSS_PATH = styles.PAGES
    BINDINGS: ClassVar[list[BindingType]] = [*keys.DIALOG]

    def __init__(self, heading: str, text: Content, advice: str = "") -> None:
        super().__init__()
        self._heading = heading
        self._text = text
        self._advice = advice

    @classmethod
    def of(cls, error: Exception) -> ErrorDialog:
        """The dialog that tells `error`; content errors are listed file by file."""
        if isinstance(error, ContentError) and error.problems:
            problems = [_problem(it.file.name, str(it)) for it in error.problems]
            return cls(error.heading, Content("\n\n").join(problems), error.advice)
        if isinstance(error, CourseError):
            return cls(error.heading, Content(str(error)), error.advice)
        return cls("That did not work", Content(f"{type(error).__name__}: {error}"))

    def compose(self) -> ComposeResult:
        """A heading, the words (they scroll when they are many), how to go on."""
        with Vertical(classes="dialog"):
            yield Static(f"! {self._heading}", classes="dialog-title", markup=False)
            with VerticalScroll(classes="dialog-body"):
                yield Static(self._text)
            if self._advice:
                yield Static(self._advice, classes="dialog-advice", markup=False)
            yield Static(Content.from_markup("[b $accent]Enter[/]  Close"), classes="dialog-keys")

    def action_close(self) -> None:
        """Back to where it came from."""
        self.dismiss()


class MishapDialog(ErrorDialog):
    """What happened that nobody expected, where the learner's work is, where it is written."""

    @classmethod
    def of_mishap(cls, error: Exception, kept: str, log: Path | None) -> MishapDialog:
        """The dialog that tells `error`; `kept` says what became of what was typed."""
        kept = kept or "Your files and your progress are kept."
        parts = [happened(error), "You are back at Home.", clean(kept), written_in(log)]
        return cls("Something went wrong", Content("\n\n".join(parts)))


def _problem(file: str, text: str) -> Content:
    """A problem with the part after its place on a line of its own."""
    place, colon, words = text.partition(": ")
    if not colon or file not in place:
        return Content(text)
    return Content.assemble((place, "bold"), "\n", words)
