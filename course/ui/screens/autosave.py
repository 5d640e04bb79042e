"""Saving while the learner types: nothing typed is further than a moment from the disk.

One second of typing is the most that a pulled plug may take. What cannot be put where it belongs
is kept with `learner.unsaved`, said once, and taken up when the place is opened again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from course.errors import CourseError, WorkspaceError
from course.learner.unsaved import Unsaved
from course.ui.screens.base import CourseScreen

if TYPE_CHECKING:
    from textual.timer import Timer

PAUSE = 0.5
"""Seconds from a key until what was typed is saved, and without a key until it is a pause."""


class SavingScreen(CourseScreen):
    """A place to type in. A subclass calls `typed` at every change and says what is to be saved."""

    def __init__(self) -> None:
        super().__init__()
        self.pause: Timer | None = None
        self._saving: Timer | None = None
        self._kept: Unsaved | None = None
        self._trouble = ""

    @property
    def is_kept_elsewhere(self) -> bool:
        """Whether what was typed is kept with the progress instead of where it belongs."""
        return self._kept is not None

    @property
    def is_typed_in(self) -> bool:
        """Whether something was typed here since it was opened."""
        return self.pause is not None

    # ------------------------------------------------------------ what a subclass says

    def draft(self) -> Unsaved:
        """The text as it is, with the place that it belongs to."""
        raise NotImplementedError

    def write_typed(self) -> None:
        """Put the text where it belongs; raises CourseError where that does not work."""
        raise NotImplementedError

    def paused(self) -> None:
        """The learner has stopped typing for a moment; override it."""

    # ------------------------------------------------------------ while the learner types

    def typed(self) -> None:
        """The text has changed: save it in a moment, however the typing goes on."""
        if self._saving is None:
            self._saving = self.set_timer(PAUSE, self._save_in_time)
        if self.pause is not None:
            self.pause.stop()
        self.pause = self.set_timer(PAUSE, self.paused)

    def _save_in_time(self) -> None:
        self._saving = None
        self.autosave()

    def autosave(self) -> None:
        """Save without being asked: what stands in the way is told once."""
        self.save(asked=False)

    def save(self, asked: bool = True) -> bool:
        """Put the text where it belongs; False where it is kept elsewhere, which is told."""
        try:
            self.write_typed()
        except CourseError as error:
            self.not_saved(error, asked)
            return False
        self.saved()
        return True

    def saved(self) -> None:
        """The text is where it belongs: nothing has to be kept elsewhere."""
        self._trouble = ""
        if self._kept is not None:
            self.session.unsaved.drop(self._kept.ident)
            self._kept = None

    def not_saved(self, error: CourseError, asked: bool) -> None:
        """Keep the text elsewhere, and tell what happened unless that was told already."""
        was_kept = self.is_kept_elsewhere
        words = self.keep_elsewhere(error)
        if asked or was_kept != self.is_kept_elsewhere:
            self._trouble = ""  # that it is kept is news
        self.tell_once(error, words)

    def tell_once(self, error: CourseError, words: str = "") -> None:
        """Tell what stands in the way, unless that was the last thing told."""
        if str(error) != self._trouble:
            self.course.show_error(WorkspaceError(words or str(error)))
        self._trouble = str(error)

    def keep_elsewhere(self, error: CourseError) -> str:
        """Keep the text beside the progress; what happened and where it is now, in words."""
        if also := self._put_aside(str(error)):
            return (
                f"{error}\n\nWhat you typed could not be kept elsewhere either: {also}\n\n"
                "Copy it before you close the course."
            )
        return (
            f"{error}\n\nWhat you typed is kept with your progress. It is back when you open "
            f"{self.draft().title} again, and offered when the course starts."
        )

    def keep_meanwhile(self, why: str) -> str:
        """Keep a text that goes where it belongs later; in words, where no folder takes it."""
        if also := self._put_aside(why):
            words = f"What you typed could not be kept: {also}"
            return f"{words}\n\nCopy it before you close the course."
        self._trouble = ""
        return ""

    def _put_aside(self, why: str) -> CourseError | None:
        """Keep the text beside the progress; what stood in the way, if anything did."""
        draft = msgspec.structs.replace(self.draft(), why=why)
        if self._kept is not None:
            draft = msgspec.structs.replace(draft, ident=self._kept.ident)
        try:
            if self._kept is None or self._kept.text != draft.text:
                self.session.unsaved.keep(draft)
        except CourseError as error:
            return error
        self._kept = draft
        return None

    def take_up(self, place: str) -> Unsaved | None:
        """What was typed in a place and could not be saved, which now goes on here; if any."""
        self._kept = self.session.unsaved.of(place)
        return self._kept

    def leave_kept(self) -> None:
        """What is kept of this place stays as it is, and what is typed here is another text."""
        self._kept = None

    # ------------------------------------------------------------ at the end

    def save_typed(self) -> str:
        """Save now, asking nothing; in words what could not be put where it belongs, or nothing.

        Called when the app may end at any moment. It raises nothing that can be foreseen.
        """
        try:
            self.write_typed()
        except CourseError as error:
            return self.keep_elsewhere(error)
        self.saved()
        return ""

    def save_last(self) -> str:
        """Save as the place is left; in words what could not be put where it belongs."""
        return self.save_typed()

    def on_unmount(self) -> None:
        """Leave nothing unsaved, however it ends."""
        if words := self.save_last():
            self.course.tell_later(words)
