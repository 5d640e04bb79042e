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

    from course.learner.ladder.rungs import Rung
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

    async def show_hints(self, taken: tuple[Rung, ...], *, newest: str = "") -> None:
        """Show what was taken of the ladder; with `newest`, bring the last of that kind into view.

        Each hint names the step that taught what it is about.
        """
        total = len(self.exercise.source.hints)
        hints = [rung for rung in taken if rung.kind == "hint"]
        place = self.query_one("#hints", Vertical)
        async with self.batch():
            await place.remove_children()
            for rung in taken:
                name = Static(rung.title, classes=f"hint-number -{rung.kind}", markup=False)
                await place.mount(name, Prose(rung.text))
                if rung.see is not None:
                    where = f"{rung.see.words}{' · l opens it' if rung is hints[-1] else ''}"
                    await place.mount(Static(where, classes="hint-see", markup=False))
            if newest == "hint" and len(hints) == total:
                words = "That was the last hint. F2 leads on to the solution, if you want it."
                await place.mount(Static(words, classes="hint-last", markup=False))
        if newest:
            once_drawn(self, self._show_newest, newest)

    def _show_newest(self, kind: str) -> None:
        """Bring the last rung of a kind into view, from its first line."""
        for number in list(self.query(f".hint-number.-{kind}"))[-1:]:
            self.scroll_to_widget(number, top=True, animate=False)
