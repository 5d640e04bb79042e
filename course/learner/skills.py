"""How well each concept is held, from evidence: what was answered, passed and reviewed, and how.

Pure functions over rows. A concept nobody has seen the learner use has no skill at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec import Struct

from course.learner.mixed_up import MixUps
from course.learner.records import Answer, Review, Try

T = TypeVar("T")

ANSWER_WEIGHT = 0.5
PASS_WEIGHT = 1.0
REVIEW_WEIGHT = 0.5
HELPED_WEIGHT = 0.3
HELPED_SCORE = 0.2
"""What a pass with the reference's help says of a concept: little."""
PRIOR_WEIGHT = 0.5
FADING = 0.9
"""Each newer piece of evidence on a concept takes a tenth off the weight of those before it."""
_FAILURE_COST = 0.15
_HINT_COST = 0.15
_RATING_SCORES = {1: 0.0, 2: 0.5, 3: 1.0, 4: 1.0}


class ConceptEvidence(Struct, frozen=True):
    """One thing that was seen of a concept: `score` from 0 (not held) to 1 (first try, alone).

    `item` is what it was seen in: an exercise's id, or `lesson#question`.
    """

    at: str
    concept: str
    score: float
    weight: float
    item: str
    helped: bool = False


class History(Struct, frozen=True):
    """The rows that skills and cards come from, and which concepts an exercise practises."""

    tries: list[Try]
    answers: list[Answer]
    reviews: list[Review]
    practises: Callable[[str], tuple[str, ...]]
    helped: frozenset[str] = frozenset()
    """The `uuid` of each attempt that passed with the reference's help."""
    mixups: MixUps = MixUps()
    """What says which misconception a mistake or a wrong choice shows."""

    def last_seen(self) -> dict[str, str]:
        """When each exercise and question was last worked at."""
        rows = [(row.exercise, row.at) for row in self.tries]
        rows += [(question_id(row), row.at) for row in self.answers]
        rows += [(row.item, row.at) for row in self.reviews]
        return dict(sorted(rows, key=lambda pair: pair[1]))


def question_id(answer: Answer) -> str:
    """What an answered question is called among items: `lesson#question`."""
    return f"{answer.lesson}#{answer.question}"


class Skill(Struct, frozen=True):
    """How well a concept is held, 0 to 1, from how many pieces of evidence, the last one when."""

    concept: str
    mastery: float
    evidence: int
    last: str


def evidence(history: History) -> list[ConceptEvidence]:
    """Everything that was seen, oldest first."""
    pieces = [
        ConceptEvidence(at, concept, score, weight, exercise, weight == HELPED_WEIGHT)
        for exercise, attempts in _grouped(history.tries, lambda one: one.exercise).items()
        for at, score, weight in _rounds(attempts, history.helped)
        for concept in history.practises(exercise)
    ]
    for item, given in _grouped(history.answers, question_id).items():
        pieces += [
            ConceptEvidence(at, concept, score, ANSWER_WEIGHT, item)
            for at, score, concepts in _answer_rounds(given)
            for concept in concepts
        ]
    pieces += [
        ConceptEvidence(
            review.at,
            review.card.removeprefix("concept:"),
            _RATING_SCORES[review.rating],
            REVIEW_WEIGHT,
            review.item,
        )
        for review in history.reviews
        if review.card.startswith("concept:")
    ]
    return sorted(pieces, key=lambda one: one.at)


def skills(evidence: Iterable[ConceptEvidence]) -> dict[str, Skill]:
    """The skill in each concept there is evidence for."""
    return {
        concept: Skill(concept, _mastery(pieces), len(pieces), pieces[-1].at)
        for concept, pieces in _grouped(evidence, lambda one: one.concept).items()
    }


def _mastery(pieces: list[ConceptEvidence]) -> float:
    """The mean score, newer evidence weighing more, little evidence proving little."""
    total, scored, fading = PRIOR_WEIGHT, 0.0, 1.0
    for piece in reversed(pieces):
        total += piece.weight * fading
        scored += piece.weight * fading * piece.score
        fading *= FADING
    return round(scored / total, 4)


def _rounds(attempts: list[Try], helped: frozenset[str]) -> Iterable[tuple[str, float, float]]:
    """Each way from a first attempt to a pass as a score and its weight.

    Hints count in the first round.
    """
    failures, hints_before = 0, 0
    for attempt in attempts:
        if not attempt.passed:
            failures += 1
            continue
        hints = max(0, attempt.hints - hints_before)
        if attempt.uuid in helped:
            yield attempt.at, HELPED_SCORE, HELPED_WEIGHT
        else:
            score = max(0.3, 1 - _FAILURE_COST * failures - _HINT_COST * hints)
            yield attempt.at, score, PASS_WEIGHT
        failures, hints_before = 0, attempt.hints
    if failures:
        yield attempts[-1].at, 0.1, PASS_WEIGHT


def _answer_rounds(given: list[Answer]) -> Iterable[tuple[str, float, tuple[str, ...]]]:
    """Each way from a first answer to a right one as one score."""
    wrong = 0
    for answer in given:
        if answer.correct:
            yield answer.at, 1.0 if not wrong else 0.4, answer.concepts
            wrong = 0
        else:
            wrong += 1
    if wrong:
        yield given[-1].at, 0.0, given[-1].concepts


def _grouped(things: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for thing in things:
        groups[key(thing)].append(thing)
    return groups
