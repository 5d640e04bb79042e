"""What every place of the course has in common: a title line, a footer, help, a way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.cells import cell_len
from textual.app import ComposeResult, RenderResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from course.ui import keys, tab
from course.ui.widgets.ending_words import fitted
from course.ui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from course.learner.session import Session
    from course.ui.host import Host

WIDE = 100
"""From this many columns a screen has the class `-wide`, below it `-narrow`."""


PART = "  ·  "
"""Between the parts of a `sub_title`."""

_LEAST_PLACE = 12


def _fitting(words: str, room: int) -> str:
    """As many whole words as fit; of parts between dots, as many whole parts."""
    while PART in words and cell_len(words) > room:
        words = words.rpartition(PART)[0]
    return fitted(words, room) if cell_len(words) <= room or room >= _LEAST_PLACE else ""


class TitleLine(Widget):
    """The first line: the screen's `title` at the left, its `sub_title` at the right."""

    ALLOW_SELECT = False

    def on_mount(self) -> None:
        """Follow the screen's words."""
        self.watch(self.screen, "title", self._changed, init=False)
        self.watch(self.screen, "sub_title", self._changed, init=False)

    def _changed(self) -> None:
        self.refresh()

    def render(self) -> RenderResult:
        """Both texts on one line; where there is not room for both, the title is whole."""
        width = self.content_size.width
        title = Content(fitted(self.screen.title or "", width))
        room = width - title.cell_length - 2
        place = Content(_fitting(self.screen.sub_title or "", room))
        gap = max(1, width - title.cell_length - place.cell_length)
        return Content.assemble(title.stylize("bold $accent"), " " * gap, place.stylize("$muted"))


class CourseScreen(Screen[None]):
    """A place in the course.

    A subclass yields its body from `compose_place` and sets `title` (what is open) and
    `sub_title` (where that is). It has the class `-wide` or `-narrow`; nothing else about the
    size of the window needs watching. `screen.session` and `screen.course` are the session and
    the app with their types.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual's own attribute
    BINDINGS: ClassVar[list[BindingType]] = [*keys.PLACE]
    makes_way: ClassVar[bool] = False
    """Whether a lesson that is opened here takes this place, and is not left for it again."""

    @property
    def course(self) -> Host:
        """The app, with its type."""
        return cast("Host", self.app)

    @property
    def session(self) -> Session:
        """The one door to content, progress and checks."""
        return self.course.session

    def compose(self) -> ComposeResult:
        """The title line, what the subclass shows, the keys."""
        # Textual sets these after the first layout; set before it, nothing is laid out twice.
        is_wide = self.app.size.width >= WIDE
        self.set_class(is_wide, "-wide")
        self.set_class(not is_wide, "-narrow")
        yield TitleLine()
        yield from self.compose_place()
        yield KeyLine(self.offers)

    def compose_place(self) -> ComposeResult:
        """What this place shows; override it."""
        yield from ()

    def names_here(self) -> Sequence[str]:
        """Names that the words of this place are about, for the reference; override it."""
        return ()

    @property
    def place_name(self) -> str:
        """What this is, in the names of `places`; empty where it is not opened by itself."""
        return ""

    async def on_screen_resume(self) -> None:
        """This is what is open now."""
        self.note_place()

    def note_place(self) -> None:
        """Keep what is open, for a reload of the browser's page."""
        screens = [it for it in self.app.screen_stack if isinstance(it, CourseScreen)]
        tab.note([it.place_name for it in screens if it.place_name])

    async def progress_changed_elsewhere(self) -> None:
        """Another app or the command line has done something; override it."""

    def offers(self, action: str) -> bool:  # noqa: ARG002 - for subclasses
        """Whether the line of keys names an action; one it does not name may say why, if asked."""
        return True

    def say_why(self, words: str) -> None:
        """A key that the last line names and that has nothing to do here says so."""
        self.app.clear_notifications()  # said again, it stands there once
        self.notify(words, timeout=3, markup=False)

    def action_back(self) -> None:
        """Leave this place for the one before it."""
        self.course.go_back()


def is_dialog(screen: Screen[Any]) -> bool:
    """Whether a screen asks or tells something above a place, and is no place itself."""
    return isinstance(screen, ModalScreen)


def makes_way(screen: Screen[Any]) -> bool:
    """Whether a lesson that is opened takes the place of this one."""
    return isinstance(screen, CourseScreen) and screen.makes_way
