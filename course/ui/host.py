"""What a place may ask of the app that it is open in.

`app.py` does it. Places know only this, so that the app may import them and none of them imports
the app.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from course.ui import ending, patient_parser
from course.ui.mishap import RecoveringApp

if TYPE_CHECKING:
    from textual.driver import Driver

    from course.learner.session import Session
    from course.ui.settings import Settings


OpenedBy = Literal["", "hint", "search"]
"""What a lesson is opened by, where that is not the way through the course."""


class Host(RecoveringApp):
    """The app as its places see it. `notices` are told at Home, once."""

    session: Session
    settings: Settings
    notices: list[str]

    def get_driver_class(self) -> type[Driver]:
        """Textual's, which waits for what a slow line delays."""
        return patient_parser.use(super().get_driver_class())

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Lend the terminal to another program; where it is closed meanwhile, it is not taken."""
        ours = ending.terminals()
        with super().suspend():
            yield
            ending.leave_if_gone(ours)

    # ------------------------------------------------------------ the ways between places

    def open_lesson(self, lesson_id: str, step: int | None = None, by: OpenedBy = "") -> None:
        """Open a lesson above where the learner is; one that cannot be read is told in a dialog.

        One that is opened `by` a hint or a search is looked up: they continue where they were.
        """
        raise NotImplementedError

    def open_exercise(self, exercise_id: str) -> None:
        """Open an exercise above the lesson it was opened from."""
        raise NotImplementedError

    async def open_review(self, first: str) -> None:
        """Review what is due, beginning with the item `first`."""
        raise NotImplementedError

    def open_playground(self, source: str | None = None) -> None:
        """Open the playground, or come back to it; `source` takes the place of its program."""
        raise NotImplementedError

    def go_home(self) -> None:
        """Close everything above the home screen."""
        raise NotImplementedError

    @property
    def key_to_leave(self) -> str:
        """The key that leaves the course from everywhere, as it is written."""
        raise NotImplementedError

    def go_back(self) -> None:
        """Close the screen on top; the home screen stays."""
        raise NotImplementedError

    def show_module(self, module_id: str) -> None:
        """Go home and show a module there."""
        raise NotImplementedError

    def action_exam(self) -> None:
        """Begin an exam, or go on with it."""
        raise NotImplementedError

    def action_assess(self) -> None:
        """Begin the placement, or go on with it."""
        raise NotImplementedError

    # ------------------------------------------------------------ what it does

    def ready(self) -> None:
        """The first screen is drawn and takes keys: offer what a first start offers."""
        raise NotImplementedError

    def choose_path(self, path_id: str, modules: tuple[str, ...] | None = None) -> None:
        """Take a learning path and go home to it; one that begins with a placement offers that."""
        raise NotImplementedError

    def change_settings(self, **changes: Any) -> None:
        """Change some settings, use them at once and keep them."""
        raise NotImplementedError

    def save_typed(self) -> list[str]:
        """Save what is typed in every open screen; in words, what is not where it belongs.

        For whoever has to expect that the app ends at any moment. Asks nothing, raises nothing.
        """
        raise NotImplementedError

    def tell_later(self, words: str) -> None:
        """Tell something of a screen that is closing: in a dialog, at the end in the terminal."""
        raise NotImplementedError

    def show_error(self, error: Exception) -> None:
        """Tell an error in a dialog, in the error's own words."""
        raise NotImplementedError

    def action_preview(self, ident: str, step: int, place: str) -> None:
        """Open what an author is writing, and again whenever it is saved."""
        from course.ui.preview import follow

        work = follow(self, ident, step, Path(place))
        self.run_worker(work, group="follow", exclusive=True, exit_on_error=False)
