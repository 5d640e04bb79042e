"""An exercise in a real repository: the brief, what is in the folder, a terminal, the results."""

from __future__ import annotations

from typing import ClassVar

from textual.app import SuspendNotSupported
from textual.binding import BindingType

from course.errors import WorkspaceError
from course.ui import keys, own_editor
from course.ui.screens.confirm import ConfirmDialog
from course.ui.screens.exercise import ExerciseScreen
from course.ui.widgets.repository import RepositoryPanel


class RepositoryScreen(ExerciseScreen, inherit_bindings=False):
    """The exercise of a folder: what the learner does in it appears here and is checked quietly."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.REPOSITORY, *keys.LEAVE_CODE, *keys.PLACE]

    def make_editor(self, text: str) -> RepositoryPanel:
        """What is in the folder, in the editor's place."""
        return RepositoryPanel(text)

    @property
    def place(self) -> str:
        """The folder the learner works in."""
        start = self.exercise.start
        return str(self.file.path / start.folder if start else self.file.path)

    def action_terminal(self) -> None:
        """Open a terminal in the folder; what has changed is shown and checked afterwards."""
        try:
            with self.app.suspend():
                trouble = own_editor.shell(self.place)
        except SuspendNotSupported:
            words = f"Open a terminal and go there:\n\ncd {self.place}\n\nWhat you do appears here."
            self.app.push_screen(ConfirmDialog("The folder of this exercise", words, no="Close"))
            return
        if trouble:
            self.course.show_error(WorkspaceError(trouble))
        self.changed_elsewhere()
