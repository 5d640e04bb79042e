"""The learner's file under the editor: saved at every pause, followed when it changes elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import CourseError
from course.learner.workspace import read_text

if TYPE_CHECKING:
    from pathlib import Path

    from course.learner.session import Session
    from course.model import Exercise


class ExerciseFile:
    """What is known of the learner's file. `known` is its text as last read or written here.

    The file changed elsewhere when it differs from `known`. Methods raise `CourseError`.
    """

    def __init__(self, session: Session, exercise: Exercise) -> None:
        self.session = session
        self.exercise = exercise
        self.known = session.load(exercise)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.session.file(self.exercise)

    def changed_elsewhere(self) -> str | None:
        """The file's text where somebody else has changed it, else None."""
        try:
            text = read_text(self.path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise CourseError(f"{self.path} cannot be read: {error.strerror}.") from error
        return text if text != self.known else None

    def save(self, text: str) -> None:
        """Write the file, unless it says so already."""
        if text != self.known or not self.path.exists():
            self.session.save(self.exercise, text)
            self.known = text

    def keep_mine(self, mine: str) -> Path:
        """Write `mine`; the version from elsewhere is kept beside it, at the path returned."""
        theirs = self.changed_elsewhere()
        kept = self.session.workspace.keep(self.exercise, theirs or self.known, "edit")
        self.session.save(self.exercise, mine)
        self.known = mine
        return kept

    def take_theirs(self, mine: str) -> tuple[str, Path]:
        """The version from elsewhere; `mine` is kept beside it, at the path returned."""
        kept = self.session.workspace.keep(self.exercise, mine, "edit")
        self.known = self.session.load(self.exercise)
        return self.known, kept

    def reset(self) -> Path | None:
        """Put the starter back; where the version before is kept, if it differed."""
        kept = self.session.reset(self.exercise)
        self.known = self.session.load(self.exercise)
        return kept
