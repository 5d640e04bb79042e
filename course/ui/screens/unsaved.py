"""What was typed and could not be saved: to be put back, left for later, or discarded."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from course.ui import keys, styles
from course.ui.screens.closes_once import ClosesOnce
from course.ui.screens.places import open_again
from course.ui.widgets.code import highlighted
from course.ui.widgets.ending_words import printable
from course.ui.widgets.picker import Picker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from course.learner.unsaved import Unsaved
    from course.ui.host import Host


class UnsavedDialog(ClosesOnce, ModalScreen["Unsaved | None"]):
    """Choose one of `texts` (newest first) to be put back; None leaves all of them for later.

    `discard` is called with a text that nobody wants.
    """

    CSS_PATH = styles.WORK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.UNSAVED]
    AUTO_FOCUS = "Picker"

    def __init__(self, texts: Sequence[Unsaved], discard: Callable[[Unsaved], None]) -> None:
        super().__init__()
        self.texts = list(texts)
        self._discard = discard

    def compose(self) -> ComposeResult:
        """Where each was typed and when, why it was not saved, the marked one below them."""
        with Vertical(id="earlier"):
            yield Static("This could not be saved", id="earlier-title", markup=False)
            yield Picker(*(Option(_named(it)) for it in self.texts), id="earlier-list")
            why, source = _shown(self.texts[0])  # from the start: this decides how high they are
            yield Static(why, id="unsaved-why")
            with VerticalScroll(id="earlier-code", can_focus=False):
                yield Static(source, id="earlier-source")
            yield Static(
                Content.from_markup(
                    "[b $accent]Enter[/] Put it back   [b $accent]d[/] Discard it   "
                    "[b $accent]Esc[/] Later"
                ),
                id="earlier-keys",
            )

    @on(OptionList.OptionHighlighted)
    def _show(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        why, source = _shown(self.texts[event.option_index])
        self.query_one("#unsaved-why", Static).update(why)
        self.query_one("#earlier-source", Static).update(source)
        self.query_one("#earlier-code").scroll_home(animate=False)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self.texts[event.option_index])

    def action_discard(self) -> None:
        """The marked text is not wanted."""
        picker = self.query_one(Picker)
        position = picker.highlighted
        if position is None:
            return
        self._discard(self.texts.pop(position))
        picker.remove_option_at_index(position)
        if not self.texts:
            self.dismiss(None)

    def action_close(self) -> None:
        """Leave them for later."""
        self.dismiss(None)


def _shown(text: Unsaved) -> tuple[Content, Content]:
    """Why it was not saved, and the text itself."""
    return Content(printable(text.why, 4)), highlighted(text.text.rstrip("\n"))


def _named(text: Unsaved) -> Content:
    """When it was typed, and where."""
    return Content.assemble((f"{text.at.astimezone():%d %b %H:%M}  ", "$muted"), text.heading)


def offer(app: Host, texts: Sequence[Unsaved]) -> None:
    """Offer what could not be saved before; what is chosen is opened where it was typed."""
    unsaved = app.session.unsaved

    def chosen(text: Unsaved | None) -> None:
        if text is not None:
            unsaved.chosen = text.ident
            app.run_worker(open_again(app, [text.place]))

    app.push_screen(UnsavedDialog(texts, lambda text: unsaved.drop(text.ident)), chosen)
