"""Cards: what is about to be forgotten, and when it is due again.

A card stands for a concept (`concept:for_loop`) or a mistake that was made
(`mistake:prints_instead`). Cards are not stored: they are worked out from what happened, one
FSRS review for each day on which there was something to see of them, so that the cards of two
machines' merged rows are the same on both. What they are asked with is in `review`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo

import msgspec
from msgspec import Struct

from course.learner.ladder.helped import COMES_BACK
from course.learner.mixed_up import CARD
from course.learner.progress import local_date
from course.learner.records import moment
from course.learner.skills import History, evidence

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


def cards(
    history: History, now: datetime, zone: tzinfo | None, known: Mapping[str, str] | None = None
) -> list[Card]:
    """Every card, the one most likely forgotten first.

    `known` holds concepts that count as known from a time on although nothing was seen of them.
    """
    by_card, concepts = _seen_of_concepts(history), defaultdict[str, tuple[str, ...]](tuple)
    for concept, at in (known or {}).items():
        if f"concept:{concept}" not in by_card:
            by_card[f"concept:{concept}"] = [Seen(at, 1.0, "")]
    for card, things in _seen_of_mistakes(history, concepts).items():
        by_card[card] += things
    for one in history.mixups.in_answers(history.answers):
        by_card[f"{CARD}{one.misconception}"].append(Seen(one.at, 0.0, one.item))
    for card in by_card:
        own = (card.removeprefix("concept:"),)
        concepts[card] = concepts[card] or history.mixups.telling(card) or own
    scheduled = [
        _scheduled(card, concepts[card], sorted(things, key=lambda one: one.at), now, zone)
        for card, things in by_card.items()
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
    by_card: dict[str, list[Seen]] = defaultdict(list)
    for piece in evidence(msgspec.structs.replace(history, reviews=[])):
        by_card[f"concept:{piece.concept}"].append(
            Seen(piece.at, piece.score, piece.item, helped=piece.helped)
        )
    for review in history.reviews:
        kind, _, name = review.card.partition(":")
        if kind in ("exercise", "bug"):
            continue  # only a pass of its own settles it
        card = history.mixups.card_of("", name) if kind == "mistake" else review.card
        by_card[card].append(Seen(review.at, 0.0, review.item, review.rating))
    return by_card


def _seen_of_mistakes(
    history: History, concepts: dict[str, tuple[str, ...]]
) -> dict[str, list[Seen]]:
    """Each mistake made, and each later pass over its concepts; fills in those concepts."""
    by_card: dict[str, list[Seen]] = defaultdict(list)
    for attempt in history.tries:
        practised = history.practises(attempt.exercise)
        for name in attempt.mistakes:
            card = history.mixups.card_of(attempt.exercise, name)
            telling = history.mixups.telling(card)
            concepts[card] = tuple(dict.fromkeys((*concepts[card], *telling, *practised)))
            by_card[card].append(Seen(attempt.at, 0.0, attempt.exercise))
        if attempt.passed and attempt.uuid not in history.helped:
            for card, things in by_card.items():
                if set(concepts[card]) & set(practised):
                    things.append(Seen(attempt.at, 1.0, attempt.exercise))
    return by_card


def _scheduled(
    card: str, concepts: tuple[str, ...], things: list[Seen], now: datetime, zone: tzinfo | None
) -> Card:
    """Replay the days on which something was seen of a card."""
    import fsrs

    scheduler = fsrs.Scheduler(
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=_LONGEST_DAYS,
        enable_fuzzing=False,
    )
    state = fsrs.Card(card_id=1, due=moment(things[0].at))
    days = list(_by_day(things, zone))
    for day in days:
        state, _ = scheduler.review_card(state, fsrs.Rating(_rating(day)), moment(day[-1].at))
    helped = (moment(one.at) + COMES_BACK for one in days[-1] if one.helped)
    due = min([state.due, *helped])
    return Card(
        id=card,
        concepts=concepts,
        due=due,
        recall=scheduler.get_card_retrievability(state, max(now, moment(things[-1].at))),
        stability=state.stability or 0.0,
        last_item=things[-1].item,
    )


def _by_day(things: list[Seen], zone: tzinfo | None) -> Iterator[list[Seen]]:
    days: dict[object, list[Seen]] = defaultdict(list)
    for one in things:
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
