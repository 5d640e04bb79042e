"""What code that did not come with the program may do is asked for once, before it does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import CourseError
from course.learner.consent import in_words
from course.ui.screens.confirm import ConfirmDialog

if TYPE_CHECKING:
    from course.ui.host import Host


def ask(app: Host) -> None:
    """Ask what the course at hand may do; the learner then does again what needed it."""
    consent = app.session.consent

    def answered(wanted: bool | None) -> None:
        if not wanted:
            return
        try:
            consent.allow()
        except CourseError as error:  # then it is allowed until the course is closed
            app.show_error(error)
        app.notify("It is allowed. Do it again: it runs now.", markup=False)

    words = (
        f"This course did not come with the program; it is in {consent.folder}. Its code, and "
        f"yours while it is checked, asks to {in_words(consent.needs)}. Your files and the "
        "internet stay closed to it."
    )
    dialog = ConfirmDialog("May this course do that?", words, yes="Allow it", no="Not now")
    app.push_screen(dialog, answered)
