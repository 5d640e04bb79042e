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

    def __init__(self, session: Session, lesson: Lesson, looking_up: bool = False) -> None:
        """A lesson that is opened for `looking_up` is not where the learner goes on, as yet."""
        self._session = session
        self._lesson = lesson
        self.answered = session.answered(lesson.id)
        self.seen = set(session.seen(lesson.id))
        self._looked_up: list[int] | None = [] if looking_up else None

    def visit(self, step: int) -> None:
        """A step is opened."""
        self.seen.add(step)
        if self._looked_up is None:
            self._session.visit(self._lesson.id, step)
        else:
            self._looked_up.append(step)

    def work(self) -> None:
        """The lesson is worked through, not looked up: what was seen meanwhile counts as well."""
        steps, self._looked_up = self._looked_up or (), None
        for step in steps:
            self._session.visit(self._lesson.id, step)

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
