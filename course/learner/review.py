"""Review: what is about to be forgotten, and a fresh question or exercise for it.

A card stands for a concept (`concept:for_loop`) or a mistake that was made
(`mistake:prints_instead`). Cards are not stored: they are worked out from what happened, one
FSRS review for each day on which there was something to see of them, so that the cards of two
machines' merged rows are the same on both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import msgspec
from msgspec import Struct

from course.catalogue import Catalogue
from course.catalogue.concepts import concept_name
from course.errors import ContentError
from course.learner import questions
from course.learner.ladder.helped import COMES_BACK
from course.learner.mixed_up import CARD
from course.learner.progress import local_date
from course.learner.records import moment, stamp
from course.learner.skills import History, evidence
from course.model import QUESTION_KINDS, ExerciseEntry, LessonEntry

BUDGET_MINUTES = 10
QUESTION_MINUTES = 1
FRESH_AGAIN = timedelta(days=180)
"""How long a review does not ask the identical item again."""
_AGAIN, _HARD, _GOOD = 1, 2, 3
_FORGOTTEN = 0.4
_HELD = 0.8
_LONGEST_DAYS = 365


class Seen(Struct, frozen=True):
    """One thing that was seen of a card: a score from 0 to 1, or the rating of a review."""

    at: str
    score: float
    item: str
    rating: int | None = None
    helped: bool = False


class Card(Struct, frozen=True):
    """A card as it stands: `recall` is how likely it is still known (0 to 1) at the time asked.

    `concepts` are those to ask about, `last_item` what it was last seen in.
    """

    id: str
    concepts: tuple[str, ...]
    due: datetime
    recall: float
    stability: float
    last_item: str


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


def cards(
    history: History, now: datetime, zone: tzinfo | None, known: Mapping[str, str] | None = None
) -> list[Card]:
    """Every card, the one most likely forgotten first.

    `known` holds concepts that count as known from a time on although nothing was seen of them.
    """
    seen, concepts = _seen_of_concepts(history), defaultdict[str, tuple[str, ...]](tuple)
    for concept, at in (known or {}).items():
        if f"concept:{concept}" not in seen:
            seen[f"concept:{concept}"] = [Seen(at, 1.0, "")]
    for card, things in _seen_of_mistakes(history, concepts).items():
        seen[card] += things
    for one in history.mixups.in_answers(history.answers):
        seen[f"{CARD}{one.misconception}"].append(Seen(one.at, 0.0, one.item))
    for card in seen:
        own = (card.removeprefix("concept:"),)
        concepts[card] = concepts[card] or history.mixups.telling(card) or own
    scheduled = [
        _scheduled(card, concepts[card], sorted(things, key=lambda one: one.at), now, zone)
        for card, things in seen.items()
    ]
    scheduled += _to_do_alone(history)
    return sorted(scheduled, key=lambda card: (card.recall, card.id))


def _to_do_alone(history: History) -> Iterator[Card]:
    """A card for each exercise whose newest pass came with the reference's help."""
    newest = {one.exercise: one for one in history.tries if one.passed}
    for exercise, one in newest.items():
        if one.uuid in history.helped:
            concepts = history.practises(exercise)
            due = moment(one.at) + COMES_BACK
            yield Card(
                f"exercise:{exercise}", concepts, due, recall=0.0, stability=0.0, last_item=""
            )


def _seen_of_concepts(history: History) -> dict[str, list[Seen]]:
    seen: dict[str, list[Seen]] = defaultdict(list)
    for piece in evidence(msgspec.structs.replace(history, reviews=[])):
        seen[f"concept:{piece.concept}"].append(
            Seen(piece.at, piece.score, piece.item, helped=piece.helped)
        )
    for review in history.reviews:
        kind, _, name = review.card.partition(":")
        if kind in ("exercise", "bug"):
            continue  # only a pass of its own settles it
        card = history.mixups.card_of("", name) if kind == "mistake" else review.card
        seen[card].append(Seen(review.at, 0.0, review.item, review.rating))
    return seen


def _seen_of_mistakes(
    history: History, concepts: dict[str, tuple[str, ...]]
) -> dict[str, list[Seen]]:
    """Each mistake made, and each later pass over its concepts; fills in those concepts."""
    seen: dict[str, list[Seen]] = defaultdict(list)
    for attempt in history.tries:
        practised = history.practises(attempt.exercise)
        for name in attempt.mistakes:
            card = history.mixups.card_of(attempt.exercise, name)
            telling = history.mixups.telling(card)
            concepts[card] = tuple(dict.fromkeys((*concepts[card], *telling, *practised)))
            seen[card].append(Seen(attempt.at, 0.0, attempt.exercise))
        if attempt.passed and attempt.uuid not in history.helped:
            for card, things in seen.items():
                if set(concepts[card]) & set(practised):
                    things.append(Seen(attempt.at, 1.0, attempt.exercise))
    return seen


def _scheduled(
    card: str, concepts: tuple[str, ...], seen: list[Seen], now: datetime, zone: tzinfo | None
) -> Card:
    """Replay the days on which something was seen of a card."""
    import fsrs

    scheduler = fsrs.Scheduler(
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=_LONGEST_DAYS,
        enable_fuzzing=False,
    )
    state = fsrs.Card(card_id=1, due=moment(seen[0].at))
    days = list(_by_day(seen, zone))
    for day in days:
        state, _ = scheduler.review_card(state, fsrs.Rating(_rating(day)), moment(day[-1].at))
    helped = (moment(one.at) + COMES_BACK for one in days[-1] if one.helped)
    due = min([state.due, *helped])
    return Card(
        id=card,
        concepts=concepts,
        due=due,
        recall=scheduler.get_card_retrievability(state, max(now, moment(seen[-1].at))),
        stability=state.stability or 0.0,
        last_item=seen[-1].item,
    )


def _by_day(seen: list[Seen], zone: tzinfo | None) -> Iterator[list[Seen]]:
    days: dict[object, list[Seen]] = defaultdict(list)
    for one in seen:
        days[local_date(one.at, zone)].append(one)
    yield from days.values()


def _rating(day: list[Seen]) -> int:
    """FSRS's rating of a day: the last review's own, else from how the day went and ended."""
    ratings = [one.rating for one in day if one.rating is not None]
    if ratings:
        return ratings[-1]
    if day[-1].score < _FORGOTTEN:
        return _AGAIN
    return _GOOD if sum(one.score for one in day) / len(day) >= _HELD else _HARD


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
        places = dict(zip(lesson.exercises, steps, strict=False))
        return self._furthest.get(lesson.id, -1) >= places.get(exercise.id, 0)

    def _invites(self, item: ReviewItem, mistake: str) -> bool:
        """Whether an exercise is known to invite that mistake."""
        if item.exercise is None:
            return False
        folder = self._content / self._catalogue.exercises[item.exercise].folder
        return (folder / "mistakes" / f"{mistake}.py").is_file()

    def _name(self, concept: str) -> str:
        return concept_name(concept, self._catalogue.concepts)
