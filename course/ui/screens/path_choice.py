"""Choose a learning path: offered once at the first start, later from Home."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from course.model import PathSource
from course.plural import counted
from course.signs import DONE
from course.ui import keys, styles
from course.ui.screens.base import CourseScreen
from course.ui.widgets.picker import Picker


class PathChoiceScreen(CourseScreen, inherit_bindings=False):
    """The paths and for whom they are; escape decides later."""

    CSS_PATH = styles.PAGES
    BINDINGS: ClassVar[list[BindingType]] = [*keys.CHOICE]
    AUTO_FOCUS = "Picker"

    def compose_place(self) -> ComposeResult:
        """A question and its answers."""
        with Vertical(classes="page"):
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
        path = next((it for it in self.session.catalogue.paths if it.id == event.option_id), None)
        if path and path.one_of:
            self.app.push_screen(OneOfScreen(path))
        elif path:
            self.course.choose_path(path.id)


class OneOfScreen(CourseScreen, inherit_bindings=False):
    """Which of the modules that stand for each other: one of them, or all."""

    CSS_PATH = styles.PAGES
    BINDINGS: ClassVar[list[BindingType]] = [*keys.CHOICE]
    AUTO_FOCUS = "Picker"

    def __init__(self, path: PathSource) -> None:
        super().__init__()
        self.path = path
        self.answers = [*((ident,) for ident in path.one_of), path.one_of]

    def compose_place(self) -> ComposeResult:
        """A question and its answers."""
        with Vertical(classes="page"):
            yield Static("Which of these?", classes="page-title", markup=False)
            yield Static(
                "One is enough for this path. You can choose again at any time.",
                classes="page-block",
                markup=False,
            )
            yield Picker(id="path-list", markup=False)

    def on_mount(self) -> None:
        """List them, then all of them together."""
        self.title = self.path.title
        self.sub_title = "Learning path"
        choices = self.query_one(Picker)
        *single, every = self.answers
        for answer in single:
            module = self.session.catalogue.module_entry(answer[0])
            words = Content.assemble((module.title, "bold"), f"\n{' '.join(module.can_do.split())}")
            choices.add_options([Option(words), None])
        choices.add_option(Option(Content.styled("Both" if len(every) == 2 else "All", "bold")))
        choices.highlighted = 0

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.course.choose_path(self.path.id, self.answers[event.option_index])


def _answer(path: PathSource, is_chosen: bool) -> Content:
    chosen = (f"   {DONE} your path", "$success") if is_chosen else ""
    size = counted(len(path.modules), "module")
    return Content.assemble(
        (path.title, "bold"),
        chosen,
        "\n",
        " ".join(path.audience.split()),
        (f"\n{size}", "$muted"),
    )
