"""What a program printed, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from course.ui.widgets.ending_words import printable
from course.verdict_words import program_ending

if TYPE_CHECKING:
    from course.model import ProgramReport


class ProgramOutput(Static):
    """The output of one run, as it came, under a line that says what it is."""

    DEFAULT_CLASSES = "output"

    def __init__(self, title: str = "Python prints") -> None:
        super().__init__("", markup=False)
        self.title = title
        self.display = False

    def show(self, report: ProgramReport, *, also_nothing: bool = True) -> None:
        """Show a run in place of the one before; one without a word only with `also_nothing`."""
        printed = printable(report.printed.rstrip("\n"))
        ending = "\n".join(program_ending(report))
        lines = [Content.styled(self.title, "$muted")]
        if printed:
            lines.append(Content(printed))
        if ending:
            lines.append(Content.styled(printable(ending), "$error"))
        if len(lines) == 1:
            lines.append(Content.styled("(nothing is printed)", "$muted"))
        self.update(Content("\n").join(lines))
        self.display = also_nothing or bool(printed or ending)
