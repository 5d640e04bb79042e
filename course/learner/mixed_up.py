"""What a learner has mixed up: each misconception, from exercises and questions, and how often.

It is worked out from what the progress keeps: the causes and known mistakes of failed attempts,
and wrong choices. The same thing in the same exercise or question counts once a day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from course.causes import cause_now
from course.errors import ContentError
from course.learner.records import Answer, Try
from course.model import CheckReport, Choose, Misconception, Step

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.learner.store import Store

CARD = "misconception:"
_TIMES = ("once", "twice")


class Shown(Struct, frozen=True):
    """A misconception was seen in an exercise, or in a question (`lesson#question`)."""

    at: str
    misconception: str
    item: str


class MixedUp(Struct, frozen=True):
    """What a learner mixed up, how often, when last, and the question that tells it apart.

    `question` is a step of `lesson`, from 0.
    """

    id: str
    name: str
    words: str
    apart: str
    times: int
    last: str
    lesson: str
    question: int

    @property
    def told(self) -> str:
        """As it is said to the learner."""
        times = _TIMES[self.times - 1] if self.times <= len(_TIMES) else f"{self.times} times"
        return f"{self.words} You have mixed these up {times}."


class MixUps:
    """Which misconception a cause, a known mistake or a wrong choice shows."""

    def __init__(self, catalogue: Catalogue | None = None) -> None:
        self.all: Mapping[str, Misconception] = catalogue.misconceptions if catalogue else {}
        self._catalogue = catalogue
        self._of: dict[str, str] = {}
        self._choices: dict[str, dict[int, dict[str, str]]] = defaultdict(dict)
        for ident, one in self.all.items():
            self._of |= dict.fromkeys((*one.causes, *one.mistakes), ident)
            for place, texts in one.choices.items():
                lesson, step = _place(place)
                mine = self._choices[lesson].setdefault(step, {})
                mine |= {str(text): ident for text in texts}

    def of(self, exercise: str, name: str) -> str | None:
        """What a cause or a known mistake of an exercise shows; None where it is none of them."""
        cause = cause_now(name)
        return self._of.get(f"{exercise}/{name}") or self._of.get(cause)

    def in_report(self, exercise: str, report: CheckReport) -> str:
        """What a check's report shows, the first thing told that shows one; "" where none does."""
        names = [
            it.name for it in report.diagnosis if it.kind in ("mistake", "symptom") and it.name
        ]
        return next((ident for name in names if (ident := self.of(exercise, name))), "")

    def card_of(self, exercise: str, name: str) -> str:
        """The card of a cause or a mistake: that of what is mixed up there, where it is known."""
        mixed = self.of(exercise, name)
        return f"{CARD}{mixed}" if mixed else f"mistake:{cause_now(name)}"

    def telling(self, card: str) -> tuple[str, ...]:
        """The concepts of the lesson that tells apart what a card is about."""
        one = self.all.get(card.removeprefix(CARD)) if card.startswith(CARD) else None
        if one is None or self._catalogue is None:
            return ()
        entry = self._catalogue.lessons.get(_place(one.question)[0])
        return entry.teaches if entry else ()

    def shown(self, tries: Iterable[Try], answers: Iterable[Answer]) -> list[Shown]:
        """Every time that one was seen, oldest first; in one item once a day."""
        seen = [
            Shown(row.at, ident, row.exercise)
            for row in tries
            if not row.passed
            for name in row.mistakes
            if (ident := self.of(row.exercise, name))
        ]
        seen += self.in_answers(answers)
        days = {(one.misconception, one.item, one.at[:10]): one for one in seen}
        return sorted(days.values(), key=lambda one: one.at)

    def in_answers(self, answers: Iterable[Answer]) -> list[Shown]:
        """What wrong choices show."""
        seen = []
        for row in answers:
            if not row.correct and row.lesson in self._choices:
                for ident in self._chosen(row):
                    seen.append(Shown(row.at, ident, f"{row.lesson}#{row.question}"))
        return seen

    def _chosen(self, row: Answer) -> set[str]:
        from course.learner import questions

        try:
            steps = self._catalogue.lesson(row.lesson).steps if self._catalogue else ()
        except ContentError:
            return set()
        for number, shows in self._choices[row.lesson].items():
            if number < len(steps) and questions.identity(steps[number]) == row.question:
                return {shows[text] for text in _texts(steps[number], row.answer) if text in shows}
        return set()


def mixed_up(store: Store, catalogue: Catalogue) -> tuple[MixedUp, ...]:
    """What a learner has mixed up, most often first, then latest."""
    mixups = MixUps(catalogue)
    times: dict[str, list[Shown]] = defaultdict(list)
    for one in mixups.shown(store.rows(Try), store.rows(Answer)):
        times[one.misconception].append(one)
    shown = []
    for ident, seen in times.items():
        about = mixups.all[ident]
        lesson, step = _place(about.question)
        words = (about.name, about.words, about.apart)
        shown.append(MixedUp(ident, *words, len(seen), seen[-1].at, lesson, step))
    return tuple(sorted(shown, key=lambda one: (one.times, one.last), reverse=True))


def _place(question: str) -> tuple[str, int]:
    """The lesson and the step, from 0, that `lesson#number` names."""
    lesson, _, number = question.partition("#")
    return lesson, int(number) - 1


def _texts(step: Step, answer: object) -> list[str]:
    """The choices that an answer took, as they are written: also those of a variant."""
    if isinstance(step.content, Choose):
        positions = answer if isinstance(answer, list | tuple) else ()
        choices = step.content.choices
        return [choices[it].text for it in positions if isinstance(it, int) and it < len(choices)]
    from course.learner.questions.variants import in_variant, variants_of

    written = tuple(map(str, getattr(step.content, "choices", ())))
    for number in range(variants_of(step.content) + 1):
        shown = in_variant(step.content, number, written)
        if str(answer) in shown:
            return [written[shown.index(str(answer))]]
    return [str(answer)]
