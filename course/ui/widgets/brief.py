"""What an exercise asks for, and the hints taken so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from course.plural import counted
from course.ui.widgets.later import once_drawn
from course.ui.widgets.prose import Prose
from course.ui.widgets.steps.closing import difficulty
from course.verdict_words import EXERCISE_KINDS

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from course.model import Exercise


class BriefPanel(VerticalScroll):
    """The brief of an exercise; each hint that is taken is added below it."""

    def __init__(self, exercise: Exercise) -> None:
        super().__init__(id="brief")
        self.exercise = exercise

    def compose(self) -> ComposeResult:
        """The facts, the brief, room for hints."""
        source = self.exercise.source
        facts = (
            f"{EXERCISE_KINDS[source.kind]} · about {counted(source.minutes, 'minute')}\n"
            f"difficulty {difficulty(source.difficulty)}"
        )
        yield Static(facts, classes="exercise-facts", markup=False)
        yield Prose(source.brief)
        yield Vertical(id="hints")

    async def show_hints(self, taken: tuple[str, ...], *, newest: bool = False) -> None:
        """Show the hints taken, numbered; with `newest`, bring the last one into view."""
        total = len(self.exercise.source.hints)
        place = self.query_one("#hints", Vertical)
        async with self.batch():
            await place.remove_children()
            for number, hint in enumerate(taken, start=1):
                await place.mount(
                    Static(f"Hint {number} of {total}", classes="hint-number", markup=False),
                    Prose(hint),
                )
            if newest and len(taken) == total:
                last = "That was the last hint." if total else "This exercise has no hints."
                words = f"{last} F5 shows what your code does."
                await place.mount(Static(words, classes="hint-last", markup=False))
        if newest:
            once_drawn(self, self._show_newest)

    def _show_newest(self) -> None:
        """Bring the last hint into view, from its first line."""
        for number in list(self.query(".hint-number"))[-1:]:
            self.scroll_to_widget(number, top=True, animate=False)
