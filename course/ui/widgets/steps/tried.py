"""A question whose answer is a program: what it printed is shown before what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.ui.widgets.program_output import ProgramOutput
from course.ui.widgets.steps.base import QuestionView

if TYPE_CHECKING:
    from course.learner.questions import Marked


class TriedView(QuestionView):
    """It has a `ProgramOutput` among its widgets."""

    async def show_marked(self, marked: Marked) -> None:
        """Show what the learner's program printed, then what is said about it."""
        if marked.program is not None:
            says_it = self.content.output is not None
            for output in self.query(ProgramOutput):
                output.show(marked.program, also_nothing=says_it)
        await super().show_marked(marked)
