"""Review: a fresh question or exercise for each card that is due, in ten minutes at most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from msgspec import Struct

from course.catalogue import Catalogue
from course.catalogue.concepts import concept_name
from course.errors import ContentError
from course.learner import questions
from course.learner.cards import Card, cards
from course.learner.mixed_up import CARD
from course.learner.records import stamp
from course.learner.skills import History
from course.model import QUESTION_KINDS, ExerciseEntry, LessonEntry

BUDGET_MINUTES = 10
QUESTION_MINUTES = 1
FRESH_AGAIN = timedelta(days=180)
"""How long a review does not ask the identical item again."""


class ReviewItem(Struct, frozen=True):
    """What to ask for a card: a question (`lesson` and `step`) or an `exercise`.

    `id` names the item in the rows of reviews, with its variant (`lesson#question~3`); `about` is
    its concept in the words of the course, `covers` every concept it asks for.
    """

    id: str
    card: str
    concept: str
    about: str
    covers: tuple[str, ...]
    minutes: int
    lesson: str | None = None
    step: int | None = None
    exercise: str | None = None
    variant: int = 0


def plan(
    catalogue: Catalogue,
    content: Path,
    history: History,
    furthest: dict[str, int],
    now: datetime,
    zone: tzinfo | None = None,
    minutes: int = BUDGET_MINUTES,
    known: Mapping[str, str] | None = None,
) -> tuple[ReviewItem, ...]:
    """What to review now, first what was mixed up, then the most urgent, in `minutes` at most.

    Every item is another one than the card was last seen in, over nothing that the learner has
    not met, and none that a review asked in the last half year; a card with nothing fresh waits.
    An item that covers two cards is asked once. One exercise that was passed with the
    reference's help comes last, however long it is. `content` is the folder of lessons and
    exercises, `furthest` the furthest step seen of each lesson, `known` as for `cards`.
    """
    everything = cards(history, now, zone, known)
    choice = _Choice(catalogue, content, history, furthest, everything, stamp(now - FRESH_AGAIN))
    planned: list[ReviewItem] = []
    covered: set[str] = set()
    left = minutes
    alone = [choice.alone(card) for card in everything if _is_exercise(card) and card.due <= now]
    for card in sorted(everything, key=lambda one: not one.id.startswith(CARD)):
        if _is_exercise(card):
            continue
        if card.due > now or covered & {card.id, *card.concepts}:
            continue
        taken = {item.id for item in planned}
        for item in choice.items(card):
            if item.minutes <= left and item.id not in taken:
                planned.append(item)
                covered |= {card.id, *item.covers}
                left -= item.minutes
                break
    return (*planned, *(it for it in alone[:1] if it is not None))


def _is_exercise(card: Card) -> bool:
    """Whether a card asks for one exercise again, and not for a concept."""
    return card.id.startswith("exercise:")


def question_named(catalogue: Catalogue, ident: str) -> ReviewItem | None:
    """The question of an item's `id`, due or not; None where the course does not ask it any more.

    Raises ContentError where its lesson cannot be read.
    """
    entry = catalogue.lessons.get(ident.partition("#")[0])
    if entry is None:
        return None
    lesson = catalogue.lesson(entry.id)
    asked, _, variant = ident.partition("~")
    for number, step in enumerate(lesson.steps):
        if step.kind in QUESTION_KINDS and asked == f"{lesson.id}#{questions.identity(step)}":
            about = questions.concepts_in(step, lesson, catalogue.concepts)
            return ReviewItem(
                id=ident,
                card="",
                concept=about[0],
                about=concept_name(about[0], catalogue.concepts),
                covers=about,
                minutes=QUESTION_MINUTES,
                lesson=lesson.id,
                step=number,
                variant=int(variant) if variant.isdecimal() else 0,
            )
    return None


class _Choice:
    """The items a card may be asked with, the freshest first."""

    def __init__(
        self,
        catalogue: Catalogue,
        content: Path,
        history: History,
        furthest: dict[str, int],
        known: Iterable[Card],
        since: str,
    ) -> None:
        self._catalogue = catalogue
        self._content = content
        self._furthest = furthest
        self._last_seen = history.last_seen()
        self._telling = {it: one.question for it, one in history.mixups.all.items()}
        self._stale = {review.item for review in history.reviews if review.at > since}
        self._known = {concept for card in known for concept in card.concepts}
        self._questions: dict[str, list[tuple[int, str, tuple[str, ...], int]]] = {}

    def alone(self, card: Card) -> ReviewItem | None:
        """The exercise of a card, to be written without help this time."""
        exercise = self._catalogue.exercises.get(card.id.partition(":")[2])
        if exercise is None:
            return None
        return ReviewItem(
            id=exercise.id,
            card=card.id,
            concept=(*exercise.practises, "")[0],
            about=f"{exercise.title}, on your own",
            covers=exercise.practises,
            minutes=exercise.minutes,
            exercise=exercise.id,
        )

    def items(self, card: Card) -> list[ReviewItem]:
        """Never seen before seen, then the one seen longest ago; questions before exercises."""
        mistake = card.id.removeprefix("mistake:") if card.id.startswith("mistake:") else None
        telling = self._telling.get(card.id.removeprefix(CARD), "")
        candidates = [
            item
            for concept in card.concepts
            for item in (*self._asked(card, concept), *self._solved(card, concept))
            if item.id != card.last_item and item.id not in self._stale
        ]
        return sorted(
            candidates,
            key=lambda item: (
                f"{item.lesson}#{(item.step or 0) + 1}" != telling,
                mistake is not None and not self._invites(item, mistake),
                self._last_seen.get(item.id, ""),
                item.minutes,
            ),
        )

    def _asked(self, card: Card, concept: str) -> Iterator[ReviewItem]:
        for lesson in self._catalogue.lessons.values():
            if concept not in lesson.teaches or lesson.id not in self._furthest:
                continue
            for step, identity, about, variants in self._questions_of(lesson):
                if concept in about:
                    ident, variant = self._freshest(f"{lesson.id}#{identity}", variants)
                    yield ReviewItem(
                        id=ident,
                        card=card.id,
                        concept=concept,
                        about=self._name(concept),
                        covers=about,
                        minutes=QUESTION_MINUTES,
                        lesson=lesson.id,
                        step=step,
                        variant=variant,
                    )

    def _freshest(self, question: str, variants: int) -> tuple[str, int]:
        """The variant of a question that was never seen, or not for the longest time."""
        names = [(f"{question}~{it}" if it else question, it) for it in range(variants + 1)]
        return min(names, key=lambda one: self._last_seen.get(one[0], ""))

    def _questions_of(self, entry: LessonEntry) -> list[tuple[int, str, tuple[str, ...], int]]:
        """The questions the learner has reached: step, identity, concepts, variants."""
        if entry.id not in self._questions:
            try:
                lesson = self._catalogue.lesson(entry.id)
            except ContentError:
                return []
            concepts = self._catalogue.concepts
            self._questions[entry.id] = [
                (number, questions.identity(step), about, questions.variants_of(step.content))
                for number, step in enumerate(lesson.steps[: self._furthest[entry.id] + 1])
                if step.kind in QUESTION_KINDS
                for about in [questions.concepts_in(step, lesson, concepts)]
            ]
        return self._questions[entry.id]

    def _solved(self, card: Card, concept: str) -> Iterator[ReviewItem]:
        for exercise in self._catalogue.exercises.values():
            if concept in exercise.practises and self._is_within_reach(exercise):
                yield ReviewItem(
                    id=exercise.id,
                    card=card.id,
                    concept=concept,
                    about=self._name(concept),
                    covers=exercise.practises,
                    minutes=exercise.minutes,
                    exercise=exercise.id,
                )

    def _is_within_reach(self, exercise: ExerciseEntry) -> bool:
        """Whether the learner has come to its step, or, in no lesson, knows all it needs."""
        if exercise.kind == "project" or not set(exercise.practises) <= self._known:
            return False
        lesson = self._catalogue.lesson_of(exercise.id)
        if lesson is None:
            return True
        steps = [number for number, kind in enumerate(lesson.steps) if kind == "exercise"]
        place = dict(zip(lesson.exercises, steps, strict=False))[exercise.id]
        return lesson.id in self._furthest and self._furthest[lesson.id] >= place

    def _invites(self, item: ReviewItem, mistake: str) -> bool:
        """Whether an exercise is known to invite that mistake."""
        if item.exercise is None:
            return False
        folder = self._content / self._catalogue.exercises[item.exercise].folder
        return (folder / "mistakes" / f"{mistake}.py").is_file()

    def _name(self, concept: str) -> str:
        return concept_name(concept, self._catalogue.concepts)
