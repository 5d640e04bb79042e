"""An exercise in a real repository: the brief, what is in the folder, a terminal, the results."""

from __future__ import annotations

from typing import ClassVar

from textual.app import SuspendNotSupported
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from course.errors import WorkspaceError
from course.learner import own_editor
from course.ui import keys
from course.ui.screens.confirm import ConfirmDialog
from course.ui.screens.exercise import ExerciseScreen
from course.ui.screens.exercise_file import short
from course.ui.widgets.repository import RepositoryPanel

_KEPT_KEYS = [it for it in keys.EXERCISE if it.action not in ("own_editor", "save", "trace")]
"""The keys of an exercise that make sense where a folder stands in the place of a file."""


class RepositoryScreen(ExerciseScreen, inherit_bindings=False):
    """The exercise of a folder: what the learner does in it appears here and is checked quietly."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.PLACE, *_KEPT_KEYS, *keys.TERMINAL]

    WORK: ClassVar[str] = "Folder"
    KEPT: ClassVar[str] = "The folder as it is now is kept beside"

    def make_editor(self, text: str) -> RepositoryPanel:
        """What is in the folder, in the editor's place."""
        return RepositoryPanel(text)

    def take_over(self, theirs: str) -> None:
        """Show what the learner has done in the folder, and check it quietly."""
        self.file.known = theirs
        self.editor.replace_text(theirs)
        self.check_quietly()

    def show_file_line(self, news: str = "") -> None:
        """Where the folder is; what is in it was not typed here, so nothing is left to save."""
        place = self.session.workspace.place(self.exercise)
        for shown in self.query("#file-line").results(Static):
            shown.update(Content.styled(news or short(place), "$accent" if news else "$muted"))

    def action_terminal(self) -> None:
        """Open a terminal in the folder; what has changed is shown and checked afterwards."""
        place = self.session.workspace.place(self.exercise)
        try:
            with self.app.suspend():
                trouble = own_editor.shell(place)
        except SuspendNotSupported:
            words = f"Open a terminal and go there:\n\ncd {place}\n\nWhat you do appears here."
            self.app.push_screen(ConfirmDialog("The folder of this exercise", words, no="Close"))
            return
        if trouble:
            self.course.show_error(WorkspaceError(trouble))
        self.changed_elsewhere()
