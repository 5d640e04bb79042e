"""The files that lie beside the code of a step, to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from course.ui import keys, styles
from course.ui.screens.closes_once import ClosesOnce
from course.ui.widgets.code import highlighted
from course.ui.widgets.prose import CodeLines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult


class FilesDialog(ClosesOnce, ModalScreen[None]):
    """Shows `files`, text by name, one below the other."""

    CSS_PATH = styles.WORK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.FILES]
    AUTO_FOCUS = "#files-text"

    def __init__(self, files: Mapping[str, str]) -> None:
        super().__init__()
        self.files = files

    def compose(self) -> ComposeResult:
        """Each file with its name above it."""
        with Vertical(id="files"):
            with VerticalScroll(id="files-text"):
                for name, text in self.files.items():
                    yield Static(name, classes="files-name", markup=False)
                    language = "python" if name.endswith(".py") else "text"
                    yield CodeLines(highlighted(text.rstrip("\n"), language))
            words = "[b $accent]↑↓[/] Scroll   [b $accent]Esc[/] Back to the code"
            yield Static(Content.from_markup(words), id="files-keys")

    def on_resize(self) -> None:
        """What does not fit into the window scrolls; an automatic height takes cells only."""
        self.query_one("#files-text").styles.max_height = max(4, self.app.size.height - 6)

    def action_close(self) -> None:
        """Back to the step."""
        self.dismiss()
