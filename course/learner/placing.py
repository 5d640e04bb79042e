"""A placement as the learner lives it: asked, kept answer by answer, taken up again, concluded.

Every answer is kept as it is given; what it comes to is in `placement_outcome`.
"""

from __future__ import annotations

import uuid
from collections.abc import Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from course.errors import ContentError, WrongUse
from course.learner.placement import Placement
from course.learner.placement_bank import FEWEST_ITEMS, as_asked, bank, modules_asked
from course.learner.placement_beliefs import Outcome, PlacementItem
from course.learner.placement_outcome import DECISION, Conclusion, conclusion
from course.learner.questions import kind_of
from course.learner.records import Answer, Placed

if TYPE_CHECKING:
    from course.learner.questions import Given, Marked
    from course.learner.session import Session
    from course.model import Lesson, Question


class Placing:
    """One round of a placement. `current` is the question that waits; None when it is over."""

    def __init__(self, session: Session, round_: str, placement: Placement) -> None:
        self._session = session
        self.round = round_
        self.placement = placement
        self.current = placement.next_item()

    @classmethod
    def open(cls, session: Session, unanswered: str = "") -> Placing:
        """The round that was begun and not concluded, else a new one. Opens many lessons.

        `unanswered` is a round in which nothing was answered yet: it asks the same first question.

        Without a path, the one that begins with a placement is taken.
        Raises CourseError where the path has no module to ask about.
        """
        catalogue, store = session.catalogue, session.store
        for offered in catalogue.paths:
            if session.path() is None and offered.starts_with == "placement":
                session.choose_path(offered.id)
        path = session.path()
        modules = modules_asked(catalogue, path)
        rows = store.rows(Placed)
        if any(row.round == unanswered for row in rows):
            unanswered = ""  # it was answered all the same
        ident = _open_round(rows, conclusion(store)) or unanswered or str(uuid.uuid4())
        mine = [row for row in rows if row.round == ident]
        items = bank(catalogue, modules)
        seen = {row.question for row in store.rows(Answer)} | {row.question for row in rows}
        seen -= {row.question for row in mine}
        placement = Placement(modules, _fresh(items, seen), seed=ident)
        if not placement.modules:
            raise ContentError(
                "There is nothing to place you in: the modules of your path have too few "
                "questions. Choose another path, or begin with its first lesson."
            )
        by_question = {item.question: item for item in items}
        for row in mine:
            if row.question in by_question:
                placement.give(by_question[row.question], row.outcome)
        return cls(session, ident, placement)

    @property
    def answered(self) -> int:
        """How many questions were answered."""
        return len(self.placement.given)

    @property
    def lesson(self) -> Lesson:
        """The lesson that the waiting question is taken from."""
        return self._session.catalogue.lesson(self._waiting.lesson)

    @property
    def question(self) -> Question:
        """The waiting question as it is asked here."""
        return as_asked(self.lesson.steps[self._waiting.step])

    @property
    def _waiting(self) -> PlacementItem:
        if self.current is None:
            raise WrongUse("The placement is over; nothing is asked any more.")
        return self.current

    async def answer(self, given: Given) -> Marked:
        """Mark the answer to the waiting question, keep it, and choose the next one."""
        item = self._waiting
        marked = await self._session.answer(item.lesson, item.step, given)
        self._keep(item, "right" if marked.correct else "wrong")
        return marked

    def right_answer(self) -> Coroutine[Any, Any, Marked]:
        """A right answer to the question that waits as this is called."""
        question, lesson = self.question, self.lesson
        run = partial(self._session.run, files=lesson.files)
        return kind_of(question).right_answer(question, run)

    def unknown(self) -> None:
        """The learner does not know: no guess, and the next question."""
        self._keep(self._waiting, "unknown")

    def leave_out(self) -> None:
        """A question that cannot be marked on this machine is not asked again in this round."""
        self.placement.drop(self._waiting)
        self.current = self.placement.next_item()

    def _keep(self, item: PlacementItem, outcome: Outcome) -> None:
        store = self._session.store
        store.append(
            Placed(
                **store.new_row(),
                round=self.round,
                module=item.module,
                lesson=item.lesson,
                step=item.step,
                question=item.question,
                outcome=outcome,
            )
        )
        self.placement.give(item, outcome)
        self.current = self.placement.next_item()

    def conclude(self) -> Conclusion:
        """End it, early or not: from here on what is held is skipped.

        One that is ended early says nothing of the modules it did not ask about: of those, what
        an earlier placement found goes on counting.
        """
        before = conclusion(self._session.store)
        is_early = self.current is not None or not self.answered
        earlier = {one.module: one for one in before.findings} if before and is_early else {}
        findings = tuple(
            one if one.asked else earlier.get(one.module, one) for one in self.placement.findings()
        )
        result = Conclusion(self.round, findings)
        value = msgspec.to_builtins(result)
        del value["at"]
        self._session.decide(DECISION, value)
        kept = conclusion(self._session.store)
        return kept or result


def _open_round(rows: list[Placed], last: Conclusion | None) -> str | None:
    if not rows or (last is not None and last.at > rows[-1].at):
        return None
    return rows[-1].round


def _fresh(items: list[PlacementItem], asked: set[str]) -> list[PlacementItem]:
    """The questions never seen, where a module has enough of them; else all of the module's."""
    unseen = [item for item in items if item.question not in asked]
    counts: dict[str, int] = {}
    for item in unseen:
        counts[item.module] = counts.get(item.module, 0) + 1
    enough = {module for module, count in counts.items() if count >= FEWEST_ITEMS}
    return [item for item in items if item.module not in enough or item.question not in asked]
