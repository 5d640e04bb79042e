"""The programs that were run in the playground before, to be looked at and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from course.plural import counted
from course.ui import keys, styles
from course.ui.screens.closes_once import ClosesOnce
from course.ui.widgets.code import highlighted
from course.ui.widgets.ending_words import printable
from course.ui.widgets.picker import Picker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from course.learner.playground import EarlierProgram


class EarlierDialog(ClosesOnce, ModalScreen[str | None]):
    """Choose one of `programs` (newest first); its source, or None to leave all as it is."""

    CSS_PATH = styles.WORK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.EARLIER]
    AUTO_FOCUS = "Picker"

    def __init__(self, programs: Sequence[EarlierProgram]) -> None:
        super().__init__()
        self.programs = programs

    def compose(self) -> ComposeResult:
        """The programs by their first lines, the marked one below them."""
        with Vertical(id="earlier"):
            yield Static("Earlier programs", id="earlier-title", markup=False)
            yield Picker(*(Option(_named(it)) for it in self.programs), id="earlier-list")
            with VerticalScroll(id="earlier-code", can_focus=False):
                source = self._shown(0)  # from the start: this decides how high it is
                yield Static(source, id="earlier-source")
            yield Static(
                Content.from_markup(
                    "[b $accent]Enter[/] Bring it back; yours is kept   [b $accent]Esc[/] Close"
                ),
                id="earlier-keys",
            )

    @on(OptionList.OptionHighlighted)
    def _show(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.query_one("#earlier-source", Static).update(self._shown(event.option_index))
        self.query_one("#earlier-code").scroll_home(animate=False)

    def _shown(self, number: int) -> Content:
        return highlighted(self.programs[number].source.rstrip("\n"))

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self.programs[event.option_index].source)

    def action_close(self) -> None:
        """Leave the program as it is."""
        self.dismiss(None)


def _named(program: EarlierProgram) -> Content:
    """When it was run, how long it is, its first line that says something."""
    lines = program.source.strip().split("\n")
    first = next((line for line in lines if _tells(line)), lines[0])
    at = program.at.astimezone()
    return Content.assemble(
        (f"{at:%d %b %H:%M}  {counted(len(lines), 'line'):>9}  ", "$muted"),
        printable(first.strip(), 1),
    )


def _tells(line: str) -> bool:
    """Whether a line says what a program is about."""
    return bool(line.strip()) and not line.startswith(("import ", "from ", '"""'))
