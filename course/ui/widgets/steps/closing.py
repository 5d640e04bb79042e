"""The steps that lead on: an exercise to open, and the end of the lesson."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, Static

from course.plural import counted
from course.signs import RIGHT
from course.ui.messages import OpenExercise
from course.ui.widgets.prose import Prose
from course.ui.widgets.steps.base import StepView
from course.verdict_words import EXERCISE_KINDS

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from course.model import Exercise, Lesson, LessonEntry


def difficulty(level: int) -> str:
    """`●●○○○` for 2."""
    return "●" * level + "○" * (5 - level)


class ExerciseStep(StepView):
    """An exercise: what it is, whether it is passed, the way to it; `again` for a review.

    `words` are told in the place of its brief.
    """

    HEADING = "Exercise"
    VERB = "Open the exercise"

    def __init__(
        self, exercise: Exercise, *, done: bool, again: bool = False, words: str = ""
    ) -> None:
        super().__init__(exercise, done=done)
        self.words = words
        self.again = again

    def compose_step(self) -> ComposeResult:
        """Its title and facts, then the beginning of its brief."""
        source = self.content.source
        facts = f"{EXERCISE_KINDS[source.kind]} · about {counted(source.minutes, 'minute')} · "
        status = f"{RIGHT} Passed" if self.done else "Not passed yet"
        if self.again:
            status = "Passed before, due again"
        with Vertical(classes="exercise-card"):
            yield Label(self.content.title, classes="exercise-title", markup=False)
            yield Static(
                Content.assemble(
                    facts,
                    f"difficulty {difficulty(source.difficulty)} · ",
                    (status, "$success" if self.done else "$primary"),
                ),
                classes="exercise-facts",
            )
            yield Prose(self.words or beginning(source.brief))

    def hint(self) -> str:
        """Where Enter and n lead; code that was passed before counts again when it is checked."""
        if self.words:
            return "Enter opens it · F5 there counts"
        if self.again:
            return "Enter opens it · Ctrl+R there puts the starter back · F5 there counts"
        return "Enter opens it again · n goes on" if self.done else "Enter opens it"

    @property
    def runs(self) -> str:
        """Its brief says to press F5, so it leads to where F5 checks."""
        return "open_exercise"

    def act(self) -> None:
        """Open the exercise, however often."""
        self.post_message(OpenExercise(self.content.id))

    def run(self) -> None:
        """Open it, also where it is passed."""
        self.act()


class EndOfLesson(StepView):
    """After the last step: what you can do, what is open, a developer's note, what is next."""

    VERB = "Next lesson"

    def __init__(
        self, lesson: Lesson, open_steps: tuple[str, ...], following: LessonEntry | None
    ) -> None:
        super().__init__(lesson)
        self.open_steps = open_steps
        self.following = following

    def compose_step(self) -> ComposeResult:
        """The summary first, so that it is seen without scrolling."""
        source = self.content.source
        yield Label("What you can do", classes="step-heading")
        yield Prose(source.summary)
        if self.open_steps:
            yield Label("Still open in this lesson", classes="step-heading")
            yield Static("\n".join(f"○ {step}" for step in self.open_steps), markup=False)
        else:
            yield Static(f"{RIGHT} This lesson is done.", classes="lesson-done", markup=False)
        if source.mentor:
            with Vertical(classes="mentor"):
                yield Label("A developer's note", classes="mentor-name")
                yield Prose(source.mentor)
        if self.following is not None:
            line = Content.assemble(("Next  ", "$muted"), (self.following.title, "bold"))
            yield Static(line, classes="lesson-next")

    def hint(self) -> str:
        """Where Enter leads."""
        return "Enter opens it" if self.following else "This was the last lesson. Enter goes home."

    def on_mount(self) -> None:
        """At the end of the course there is no next lesson."""
        if self.following is None:
            self.finished = True


def beginning(brief: str, longest: int = 600) -> str:
    """The first paragraphs of a brief, at most about `longest` characters.

    A paragraph that does not fit is left out; where little would be left, it ends with a sentence.
    """
    kept: list[str] = []
    length = 0
    for paragraph in brief.strip().split("\n\n"):
        is_code = paragraph.lstrip().startswith("```")
        room = longest - length
        length += len(paragraph)
        if kept and length > longest:
            if room > longest / 2 and not is_code:
                kept.append(_whole_sentences(paragraph, room))
            break
        if is_code and not paragraph.rstrip().endswith("```"):
            break
        kept.append(paragraph)
    return "\n\n".join(kept)


def _whole_sentences(paragraph: str, room: int) -> str:
    """The sentences of a paragraph that fit, and a sign that it goes on."""
    ends = [match.end() for match in re.finditer(r"[.!?:](?=\s)", paragraph[:room])]
    return f"{paragraph[: ends[-1]]} …" if ends else ""
