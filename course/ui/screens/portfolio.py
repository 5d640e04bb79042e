"""The projects as a git repository, from the app: whose they are, where it is, what came of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from course.errors import CourseError
from course.learner import portfolio
from course.learner.portfolio import Owner, Portfolio
from course.plural import counted
from course.ui import keys
from course.ui.screens.closes_once import ClosesOnce
from course.ui.screens.confirm import ConfirmDialog
from course.ui.widgets.whole import LineField

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from course.ui.host import Host

_FIELDS = (
    ("name", "Your name", "for the README, the licence and the commits"),
    ("email", "Your email", "for the commits; may stay empty"),
    ("url", "Its address", "once it is on the web: your report links it"),
)


class PortfolioDialog(ClosesOnce, ModalScreen[Owner]):
    """Asks whose portfolio it is; Enter goes to the next field, from the last one it is written."""

    CSS_PATH = "portfolio.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.PORTFOLIO]
    AUTO_FOCUS = "#portfolio-name"

    def __init__(self, words: str, known: Owner) -> None:
        super().__init__()
        self._words = words
        self._known = known

    def compose(self) -> ComposeResult:
        """What is written where, a field for each of the words that go into it."""
        with Vertical(id="portfolio"):
            yield Static("Write a portfolio", id="portfolio-title")
            yield Static(self._words, id="portfolio-words", markup=False)
            for name, label, hint in _FIELDS:
                yield Static(label, classes="portfolio-label")
                value = getattr(self._known, name)
                yield LineField(value, placeholder=hint, id=f"portfolio-{name}")
            words = "[b $accent]Enter[/] Next, then write it   [b $accent]Esc[/] Not now"
            yield Static(Content.from_markup(words), id="portfolio-keys")

    @on(Input.Submitted)
    def _filled(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id != f"portfolio-{_FIELDS[-1][0]}":
            self.focus_next()
            return
        self.dismiss(Owner(*(field.value.strip() for field in self.query(LineField))))

    def action_close(self) -> None:
        """Write nothing."""
        self.dismiss(None)


def offer_portfolio(app: Host) -> None:
    """Ask whose it is, then write the repository into the learner's folder and say what it has."""
    folder = portfolio.usual_folder(app.session)
    try:
        built = portfolio.to_show(app.session)
    except CourseError as error:
        app.show_error(error)
        return

    async def written(owner: Owner) -> None:
        try:
            made = await asyncio.to_thread(
                portfolio.grow, folder, built, owner, app.session.today()
            )
            portfolio.remember(app.session, made.folder, owner)
        except CourseError as error:
            app.clear_notifications()
            app.show_error(error)
        else:
            app.clear_notifications()
            app.push_screen(ConfirmDialog("Your portfolio is written", _told(made), no="Close"))

    def answered(owner: Owner | None) -> None:
        if owner is not None:
            app.notify("Writing your projects and their history …", timeout=600)
            app.run_worker(written(owner), group="portfolio", exclusive=True, exit_on_error=False)

    words = (
        f"{counted(len(built), 'project')} as a git repository in {folder}: how each grew, its "
        "tests, a file for CI, a licence. Written again, it goes on from where it was."
    )
    app.push_screen(PortfolioDialog(words, portfolio.remembered(app.session, folder)), answered)


def _told(made: Portfolio) -> str:
    """Where it is, what is in it, what to do with it."""
    titles = "; ".join(made.projects)
    return (
        f"{made.folder}\n\n{titles}: {counted(made.commits, 'new commit')}.\n\n"
        "python -m pytest runs its tests in that folder. Push it where others can see it, then "
        "write it once more with its address. Your report links it."
    )
