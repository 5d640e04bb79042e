"""Where the learner is among the steps of a lesson."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

DONE, HERE, AHEAD = "●", "◐", "○"


class StepTrail(Static):
    """`● ● ◐ ○ ○  3 of 5`: done, here, ahead; then the same in words."""

    def __init__(self) -> None:
        super().__init__("", id="trail", markup=False)

    def show(self, done: list[bool], here: int, words: str) -> None:
        """Draw one mark for each step; `here` is a position, one past the last at the end."""
        marks: list[Content | str] = []
        for position, is_done in enumerate(done):
            if position == here:
                marks.append(Content.styled(HERE, "$primary"))
            else:
                marks.append(Content.styled(DONE, "$success") if is_done else AHEAD)
        self.update(Content.assemble(Content(" ").join(marks), "  ", (words, "$muted")))
