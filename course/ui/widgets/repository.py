"""What is in the learner's repository: not committed files, and the commits as a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widgets import Static

from course.checking.repository.facts import drawn
from course.text import clean

if TYPE_CHECKING:
    from textual.app import ComposeResult


class RepositoryPanel(VerticalScroll):
    """The facts of a repository, as JSON in `text`, and drawn. Nothing is typed here."""

    def __init__(self, text: str) -> None:
        super().__init__(id="code")
        self.text = text

    def compose(self) -> ComposeResult:
        """The repository as it is now."""
        yield Static(clean(drawn(self.text)), markup=False)

    def replace_text(self, text: str) -> None:
        """Show other facts."""
        self.text = text
        self.query_one(Static).update(clean(drawn(text)))
