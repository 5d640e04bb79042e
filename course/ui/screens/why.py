"""Why a value is what it is: choose a value of the step, then a step that had a part in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from course.tracing.why import Asked, Cause, asked_words, read_words, why
from course.ui import keys, styles
from course.ui.screens.closes_once import ClosesOnce
from course.ui.widgets.code import highlighted
from course.ui.widgets.ending_words import printable
from course.ui.widgets.picker import Picker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from course.tracing.trace import Trace

_INDENT = 2


class WhyDialog(ClosesOnce, ModalScreen["int | None"]):
    """Choose among the values at a step; gives the index of the step to go to, or None."""

    CSS_PATH = styles.WORK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.WHY]
    AUTO_FOCUS = "Picker"

    def __init__(self, trace: Trace, index: int, values: Sequence[Asked]) -> None:
        super().__init__()
        self.trace = trace
        self.index = index
        self.values = values
        self.causes: tuple[Cause, ...] = ()

    def compose(self) -> ComposeResult:
        """A list of values, then in its place the list of steps."""
        with Vertical(id="why"):
            yield Static("Why does it have this value?", id="why-title", markup=False)
            yield Picker(*(Option(_value(it)) for it in self.values), id="why-list")
            yield Static("", id="why-note", markup=False)
            yield Static(_keys("Choose"), id="why-keys")

    def on_mount(self) -> None:
        """Begin with the value that has changed."""
        changed = (at for at, it in enumerate(self.values) if it.changed)
        self.query_one(Picker).highlighted = next(changed, 0)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.causes:
            self.dismiss(self.causes[event.option_index].index)
        else:
            self.show_causes(self.values[event.option_index])

    def show_causes(self, asked: Asked) -> None:
        """The steps that made the value, what they read further in."""
        self.causes = why(self.trace, self.index, asked)
        title = printable(f"Why {asked_words(asked)}?", 1)
        self.query_one("#why-title", Static).update(Content(title))
        if not self.causes:
            words = "None of the steps that were recorded made it: it comes from outside."
            self.query_one("#why-note", Static).update(words)
            return
        picker = self.query_one(Picker)
        picker.clear_options()
        picker.add_options([Option(self._cause(it)) for it in self.causes])
        picker.highlighted = 0
        self.query_one("#why-keys", Static).update(_keys("Go to this step"))

    def _cause(self, cause: Cause) -> Content:
        number = f"step {self.trace.number_of(cause.index):,}"
        indent = " " * (_INDENT * cause.depth)
        room = len(f"step {self.trace.total:,}") + 2
        parts: list[Content | str | tuple[str, str]] = [
            (f"{number:<{room}}{indent}", "$muted"),
            Content(printable(cause.words, 1)),
        ]
        read = printable(read_words(cause), 1)
        if cause.code or read:
            parts += ["\n", " " * (room + len(indent) + 2), highlighted(printable(cause.code, 1))]
            parts.append((f"   {read}", "$muted"))
        return Content.assemble(*parts)

    def action_close(self) -> None:
        """Stay at the step."""
        self.dismiss(None)


def _value(asked: Asked) -> Content:
    where = f"  in {asked.function}" if asked.function else ""
    sign = ("● ", "bold $accent") if asked.changed else ("  ", "")
    return Content.assemble(sign, Content(printable(asked_words(asked), 1)), (where, "$muted"))


def _keys(choose: str) -> Content:
    return Content.from_markup(f"[b $accent]Enter[/] {choose}   [b $accent]Esc[/] Close")
