"""Look up a name of Python in the offline reference, above the place it was met."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from course.catalogue.reference import Reference, looked_up
from course.ui import keys
from course.ui.screens.base import CourseScreen
from course.ui.screens.closes_once import ClosesOnce
from course.ui.widgets.prose import Prose
from course.ui.widgets.whole import LineField

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from course.catalogue import Catalogue
    from course.ui.host import Host

_NAME = re.compile(r"[\w.@]+")
_AT_FIRST = "Type a name: `split`, `for`, `KeyError`, `closure`. **Enter** looks it up."


def word_at_cursor(widget: Widget | None) -> str:
    """The name that the cursor of an editor is on or behind, with its dots; else nothing."""
    if not isinstance(widget, TextArea):
        return ""
    if widget.selected_text:
        return _first_line(widget.selected_text)
    row, column = widget.cursor_location
    for match in _NAME.finditer(widget.document.get_line(row)):
        if match.start() <= column <= match.end():
            return match[0]
    return ""


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]


class LookupDialog(ClosesOnce, ModalScreen[None]):
    """Shows what `reference` says of `name`; another name can be typed."""

    CSS_PATH = "lookup.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.LOOKUP]
    AUTO_FOCUS = "#lookup-name"

    def __init__(self, reference: Reference, catalogue: Catalogue, name: str = "") -> None:
        super().__init__()
        self._reference = reference
        self._catalogue = catalogue
        self._name_asked = name

    @classmethod
    def over(cls, app: Host) -> LookupDialog:
        """The dialog for the name under the cursor or selected, else one that is spoken of."""
        reference, screen = Reference.open(app.locations), app.screen
        word = word_at_cursor(screen.focused) or _first_line(screen.get_selected_text() or "")
        met = screen.names_here() if isinstance(screen, CourseScreen) and not word else ()
        return cls(
            reference,
            app.session.catalogue,
            word or next((name for name in met if reference.find(name)), ""),
        )

    def compose(self) -> ComposeResult:
        """A line for the name, what is known of it below, and the keys."""
        with Vertical(id="lookup"):
            yield LineField(
                self._name_asked,
                placeholder="A name of Python",
                id="lookup-name",
                select_on_focus=True,
            )
            with VerticalScroll(id="lookup-text", can_focus=False):
                yield Prose(self._words(self._name_asked))
            words = "[b $accent]Enter[/] Look up   [b $accent]↑↓[/] Scroll   [b $accent]Esc[/] Back"
            yield Static(Content.from_markup(words), id="lookup-keys")

    def on_resize(self) -> None:
        """What does not fit into the window scrolls."""
        for text in self.query("#lookup-text"):
            text.styles.max_height = max(4, self.app.size.height - 8)

    @on(Input.Submitted)
    async def look_up(self, event: Input.Submitted) -> None:
        """Show what is known of the name that was typed."""
        event.stop()
        for prose in self.query(Prose):
            await prose.update(self._words(event.value))
        for text in self.query("#lookup-text"):
            text.scroll_home(animate=False)

    def _words(self, name: str) -> str:
        if not name.strip():
            return _AT_FIRST
        if text := looked_up(name, self._reference, self._catalogue):
            return text
        near = ", ".join(f"`{it}`" for it in self._reference.nearest(name))
        shown = name.strip().replace("`", "")
        words = f"The reference has nothing called `{shown}`."
        return f"{words} Near it: {near}." if near else words

    def action_scroll(self, lines: int) -> None:
        """Move what is shown up or down."""
        for text in self.query("#lookup-text"):
            text.scroll_relative(y=lines, animate=False)

    def action_close(self) -> None:
        """Back to where it was opened."""
        self.dismiss()
