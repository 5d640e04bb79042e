"""Choose a learning path: offered once at the first start, later from Home."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from course.model import PathSource
from course.ui import keys
from course.ui.figures import counted
from course.ui.screens.base import CourseScreen
from course.ui.widgets.picker import Picker


class PathChoiceScreen(CourseScreen, inherit_bindings=False):
    """The paths and for whom they are; escape decides later."""

    CSS_PATH = "pages.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.CHOICE]
    AUTO_FOCUS = "Picker"

    def compose_place(self) -> ComposeResult:
        """A question and its answers."""
        with VerticalScroll(classes="page", can_focus=False):
            yield Static("Where do you start?", classes="page-title", markup=False)
            yield Static(
                "A path chooses the modules you see and their order. You can change it at any "
                "time; what you have done stays done.",
                classes="page-block",
                markup=False,
            )
            yield Picker(id="path-list", markup=False)

    def on_mount(self) -> None:
        """List the paths, the chosen one marked."""
        self.title = self.session.catalogue.title
        self.sub_title = "Learning path"
        chosen = self.session.path()
        choices = self.query_one(Picker)
        for path in self.session.catalogue.paths:
            if choices.option_count:
                choices.add_option(None)
            is_chosen = chosen is not None and path.id == chosen.id
            choices.add_option(Option(_answer(path, is_chosen), id=path.id))
        choices.highlighted = 0

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.course.choose_path(event.option_id)


def _answer(path: PathSource, is_chosen: bool) -> Content:
    chosen = ("   ✓ your path", "$success") if is_chosen else ""
    size = counted(len(path.modules), "module")
    return Content.assemble(
        (path.title, "bold"),
        chosen,
        "\n",
        " ".join(path.audience.split()),
        (f"\n{size}", "$muted"),
    )
