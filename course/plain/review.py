"""Review: the cards that are due, one question or exercise after another, ten minutes at most."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from course.errors import CourseError
from course.learner.bug_back import put_back_bug
from course.learner.own_bug import is_own_bug
from course.learner.questions import varied_step
from course.plain.asking import LATER, LEAVE, MENU, STOP, PlainCommand
from course.plain.exercise import ExercisePlace
from course.plain.question import say_marked
from course.plain.talk import Left
from course.plural import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.learner.review import ReviewItem
    from course.plain.desk import Desk

_COMMANDS = {LATER: "leave it out", STOP: "end the review", LEAVE: "leave"}


class ReviewPlace:
    """Asks what is due. The first answer to a question is what counts for its card.

    An exercise counts when it has been passed: as known when the first check passed. What is left
    out stays due.
    """

    def __init__(self, desk: Desk, due: Sequence[ReviewItem]) -> None:
        self._desk = desk
        self._due = due
        self._results: list[tuple[str, bool]] = []

    async def hold(self) -> None:
        """Ask one after the other, then say how it went."""
        talk = self._desk.talk
        minutes = counted(sum(item.minutes for item in self._due), "minute")
        talk.say(f"{counted(len(self._due), 'card is', 'cards are')} due, about {minutes}.")
        skipped = self._desk.session.skipped()
        try:
            for number, item in enumerate(self._due, 1):
                talk.heading(f"{number} of {len(self._due)}  {item.about}")
                if not await self._ask(item):
                    break
        except Left:
            self._tell(skipped)
            raise
        self._tell(skipped)

    async def _ask(self, item: ReviewItem) -> bool:
        """Ask for a card and keep how it went; whether there is to be another."""
        try:
            command = await (self._exercise(item) if item.exercise else self._question(item))
        except CourseError as error:  # what cannot be opened is told and left out
            self._desk.talk.say(str(error))
            return True
        return command not in (STOP, MENU)

    def _keep(self, item: ReviewItem, is_right: bool, began: float) -> None:
        self._desk.session.reviewed(item, is_right, seconds=time.monotonic() - began)
        self._results.append((item.about, is_right))

    async def _question(self, item: ReviewItem) -> str | None:
        """Ask a question; the command in the place of an answer."""
        began = time.monotonic()
        session, talk = self._desk.session, self._desk.talk
        ident, position = str(item.lesson), int(item.step or 0)
        lesson = session.catalogue.lesson(ident)
        question = varied_step(lesson.steps[position], item.variant).content
        seed = f"{item.id}/{session.today()}"
        marked = None
        while marked is None:
            answer = await self._desk.asking.answer(question, seed, _COMMANDS, lesson.files)
            if isinstance(answer, PlainCommand):
                return str(answer)
            marking = partial(session.answer, ident, position, answer, item.variant)
            marked = await self._desk.doing(marking)
        self._keep(item, marked.correct, began)
        words = "Right" if marked.correct else "Not this time"
        explanation = "\n\n".join(filter(None, (marked.told, marked.because)))
        say_marked(self._desk, question, marked, words, "" if not marked.correct else explanation)
        if not marked.correct:
            talk.say("The answer:")
            talk.exactly(marked.expected)
            talk.say()
            talk.prose(explanation)
        return None

    async def _exercise(self, item: ReviewItem) -> str:
        """Have an exercise solved; it is known where the first check from here on passed."""
        session, ident, began = self._desk.session, str(item.exercise), time.monotonic()
        before = len(session.attempts(ident))
        if is_own_bug(item):
            self._desk.talk.say(put_back_bug(session, session.catalogue.exercise(ident)))
        try:
            return await ExercisePlace(self._desk, ident, again=True).work_at()
        finally:
            attempts = session.attempts(ident)[before:]
            if any(attempt.verdict == "passed" for attempt in attempts):
                self._keep(item, attempts[0].verdict == "passed", began)

    def _tell(self, skipped: frozenset[str]) -> None:
        """How it went, what will be asked again soon, what is back on the path."""
        talk, session = self._desk.talk, self._desk.session
        talk.say()
        if not self._results:
            talk.say("Nothing was answered. What is due stays due.")
            return
        known = sum(is_right for _, is_right in self._results)
        talk.say(f"{known} of {counted(len(self._results), 'card')} went well the first time.")
        missed = dict.fromkeys(about for about, is_right in self._results if not is_right)
        if missed:
            talk.say(f"You will be asked again soon about {', '.join(missed)}.")
        if reopened := skipped - session.skipped():
            titles = (session.catalogue.module_entry(it).title for it in sorted(reopened))
            talk.say(f"Back on your path: {', '.join(titles)}.")
