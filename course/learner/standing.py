"""How far a learner is in a lesson: which steps are done, which still ask for something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.learner.questions.table import KINDS
from course.model import QUESTION_KINDS

if TYPE_CHECKING:
    from course.learner.session import Session
    from course.model import Lesson


class Standing:
    """The steps of a lesson as they stand; `step` counts from 0.

    `answered` are the questions that were answered: whether rightly; `seen` the steps that were
    opened. Whoever has a question answered or opens a step adds it here, too.
    """

    def __init__(self, session: Session, lesson: Lesson) -> None:
        self._session = session
        self._lesson = lesson
        self.answered = session.answered(lesson.id)
        self.seen = set(session.seen(lesson.id))

    def visit(self, step: int) -> None:
        """A step is opened."""
        self._session.visit(self._lesson.id, step)
        self.seen.add(step)

    def is_done(self, step: int) -> bool:
        """Whether a step asks nothing more of the learner."""
        content = self._lesson.steps[step]
        if content.kind == "exercise":
            return self._session.is_passed(content.content)
        if content.kind in QUESTION_KINDS:
            return self.answered.get(step, False)
        return step in self.seen

    def done(self) -> list[bool]:
        """The same of every step."""
        return [self.is_done(step) for step in range(len(self._lesson.steps))]

    def open_steps(self) -> tuple[str, ...]:
        """Questions not answered and exercises not passed, in words."""
        return tuple(
            self.words(number)
            for number, step in enumerate(self._lesson.steps)
            if step.kind in (*QUESTION_KINDS, "exercise") and not self.is_done(number)
        )

    def words(self, step: int) -> str:
        """A question or exercise by its number and what it is."""
        content = self._lesson.steps[step]
        if content.kind == "exercise":
            title = self._session.catalogue.exercise_entry(content.content).title
            return f"Step {step + 1}, exercise: {title}"
        return f"Step {step + 1}: {KINDS[content.kind].heading}"
