"""A comment on a line of a review: of what kind, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from course.ui import keys
from course.ui.screens.closes_once import ClosesOnce
from course.ui.widgets.ending_words import fitted, printable
from course.ui.widgets.picker import Picker
from course.ui.widgets.whole import LineField

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

KINDS = ("bug", "security", "error handling", "speed", "readability", "tests")
"""What reviewers sort comments by. None of them says what is wrong."""
_LINE = 74


class RemarkDialog(ClosesOnce, ModalScreen[None]):
    """Asks for a comment on `line`; `typed` is told it as `kind: words` whenever it has changed.

    So it is where it belongs, and saved there, from its first word on. After Esc there is none.
    """

    CSS_PATH = "remark.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.REMARK]
    AUTO_FOCUS = "#remark-kind"

    def __init__(self, line: str, typed: Callable[[str], None]) -> None:
        super().__init__()
        self._line = line
        self._tell = typed

    def compose(self) -> ComposeResult:
        """The line, the kinds, a field for the words."""
        with Vertical(id="remark"):
            yield Static(fitted(printable(self._line, 1), _LINE), id="remark-line", markup=False)
            yield Picker(*KINDS, id="remark-kind", markup=False)
            yield LineField(placeholder="What happens because of it?", id="remark-words")
            words = "[b $accent]Enter[/] Choose, then write it   [b $accent]Esc[/] No comment"
            yield Static(Content.from_markup(words), id="remark-keys")

    @on(Picker.OptionSelected)
    def _chosen(self, event: Picker.OptionSelected) -> None:
        event.stop()
        self.query_one(Input).focus()

    @on(Picker.OptionHighlighted)
    @on(Input.Changed)
    def _changed(self) -> None:
        words = self.query_one(Input).value.strip()
        kind = KINDS[self.query_one(Picker).highlighted or 0]
        self._tell(f"{kind}: {words}" if words else "")

    @on(Input.Submitted)
    def _written(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self.dismiss()

    def action_close(self) -> None:
        """Say nothing about this line."""
        self._tell("")
        self.dismiss()
