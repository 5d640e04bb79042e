"""A question with two answers over the place it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from course.ui import keys, styles
from course.ui.screens.closes_once import ClosesOnce

if TYPE_CHECKING:
    from textual.app import ComposeResult


class ConfirmDialog(ClosesOnce, ModalScreen[bool]):
    """Asks before something is done; True is the first button, False the second, None is escape.

    Without `yes` there is nothing to decide: it tells something and is closed.
    """

    CSS_PATH = styles.PAGES
    BINDINGS: ClassVar[list[BindingType]] = [*keys.QUESTION]
    AUTO_FOCUS = "#no"

    def __init__(self, question: str, words: str, *, yes: str = "", no: str = "Cancel") -> None:
        super().__init__()
        self.question = question
        self.words = words
        self.yes = yes
        self.no = no

    def compose(self) -> ComposeResult:
        """The question, what will happen, the two answers."""
        with Vertical(classes="dialog"):
            yield Static(self.question, classes="dialog-title", markup=False)
            yield Static(self.words, classes="dialog-advice", markup=False)
            with Horizontal(classes="dialog-buttons"):
                if self.yes:
                    yield Button(self.yes, id="yes", compact=True)
                yield Button(self.no, id="no", compact=True)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_other(self) -> None:
        """Go to the other answer."""
        self.focus_next()

    def action_no(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)
