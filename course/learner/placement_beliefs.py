"""What somebody's answers say about which modules they hold: a small model that can be explained.

A module is held, known in part, or new. An answer is not proof: who holds a module does not know
everything in it and slips now and then; who does not may guess, or happen to know that one thing.

Two things differ from learner to learner, and are learnt from the answers as well. Some have
worked through things in order, so that a module speaks for its neighbours; others have learnt
what they needed, here and there, and then each module speaks for itself. And some are more careful
than others. So the answers are weighed under each of these (`ORDERS` times `CARES`), and each
counts for as much as it has foretold the answers.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

Outcome = Literal["right", "wrong", "unknown"]

HELD, PART, NEW = 0.92, 0.35, 0.06
"""How much is known of a module that is held, known in part, new."""
IN_PART = 0.7
"""How many of the modules that are not held are known in part."""
SAYS_SO = 0.5
"""How often somebody who does not know says so instead of guessing."""
CARES = (0.3, 0.7, 1.3)
"""How often somebody slips, against what is usual with such a question."""
_MOST_SLIPS = 0.5


class PlacementItem(Struct, frozen=True):
    """A question that may be asked: `step` of `lesson` (from 0), `question` its identity.

    `guess` is how likely a blind guess is right, `slip` how likely somebody who knows it answers
    wrongly all the same.
    """

    module: str
    lesson: str
    step: int
    question: str
    kind: str
    guess: float
    slip: float


class ModuleOrder(Struct, frozen=True):
    """How modules hang together for somebody: how likely the first is held; one after one that is
    held; one after one that is not."""

    first: float
    stays: float
    returns: float


ORDERS = (ModuleOrder(0.9, 0.9, 0.15), ModuleOrder(0.6, 0.6, 0.5))
"""Who has worked in order, and who has learnt here and there; neither is more likely."""

Evidence = tuple[float, float]
"""How likely what was answered is for who holds a module, and for who does not."""


class Beliefs:
    """What is believed by now: `likely` is, by module, how likely it is held."""

    def __init__(self, modules: Sequence[str]) -> None:
        self._modules = tuple(modules)
        self._evidence = {module: [(1.0, 1.0, 1.0)] * len(CARES) for module in modules}
        self._care = sum(CARES) / len(CARES)
        self.likely: dict[str, float] = {}
        self._believe()

    def give(self, item: PlacementItem, outcome: Outcome) -> None:
        """Take an answer into account."""
        if item.module not in self._evidence:
            return  # a question of a module that is not asked about any more
        self._evidence[item.module] = [
            (
                held * chances(item, HELD, care)[outcome],
                part * chances(item, PART, care)[outcome],
                new * chances(item, NEW, care)[outcome],
            )
            for (held, part, new), care in zip(self._evidence[item.module], CARES, strict=True)
        ]
        self._believe()

    def information(self, item: PlacementItem) -> float:
        """How many bits an answer to the item is expected to tell about its module."""
        likely, part = self.likely[item.module], self._in_part(item.module)
        if_held = chances(item, HELD, self._care)
        if_part = chances(item, PART, self._care)
        if_new = chances(item, NEW, self._care)
        bits = _entropy(likely)
        for outcome, if_so in if_held.items():
            after = likely * if_so
            not_held = (1 - likely) * (part * if_part[outcome] + (1 - part) * if_new[outcome])
            if after + not_held > 0:
                bits -= (after + not_held) * _entropy(after / (after + not_held))
        return max(0.0, bits)

    def _believe(self) -> None:
        if not self._modules:
            return
        total, care_weighed = 0.0, 0.0
        beliefs = [0.0] * len(self._modules)
        for number, care in enumerate(CARES):
            evidence = [_held_or_not(self._evidence[it][number]) for it in self._modules]
            for order in ORDERS:
                weight, held = chained(evidence, order)
                total += weight
                care_weighed += weight * care
                beliefs = [sum_ + weight * one for sum_, one in zip(beliefs, held, strict=True)]
        self._care = care_weighed / total
        weighed = (belief / total for belief in beliefs)
        self.likely = dict(zip(self._modules, weighed, strict=True))

    def _in_part(self, module: str) -> float:
        """How likely a module is known in part, if it is not held."""
        part = sum(it[1] for it in self._evidence[module]) * IN_PART
        return part / (part + sum(it[2] for it in self._evidence[module]) * (1 - IN_PART))


def chances(item: PlacementItem, knows: float, care: float) -> dict[Outcome, float]:
    """How likely each outcome is for somebody who knows so much of the module."""
    slip = min(_MOST_SLIPS, item.slip * care)
    right = knows * (1 - slip) + (1 - knows) * (1 - SAYS_SO) * item.guess
    unknown = (1 - knows) * SAYS_SO
    return {"right": right, "unknown": unknown, "wrong": 1 - right - unknown}


def chained(evidence: Iterable[Evidence], order: ModuleOrder) -> tuple[float, list[float]]:
    """How well that order foretells all the evidence, and how likely each module is held by it."""
    evidence = list(evidence)
    forward: list[Evidence] = []
    foretold, held, not_held = 1.0, order.first, 1 - order.first
    for if_held, if_not in evidence:
        if forward:
            held, not_held = _next(order, *forward[-1])
        held, not_held = held * if_held, not_held * if_not
        foretold *= held + not_held
        forward.append(_shares(held, not_held))
    beliefs, later = [], (1.0, 1.0)
    for (held, not_held), (if_held, if_not) in zip(
        reversed(forward), reversed(evidence), strict=True
    ):
        beliefs.append(_shares(held * later[0], not_held * later[1])[0])
        on, off = if_held * later[0], if_not * later[1]
        later = _shares(
            order.stays * on + (1 - order.stays) * off,
            order.returns * on + (1 - order.returns) * off,
        )
    return foretold, beliefs[::-1]


def _next(order: ModuleOrder, held: float, not_held: float) -> Evidence:
    following = held * order.stays + not_held * order.returns
    return following, 1 - following


def _held_or_not(evidence: tuple[float, float, float]) -> Evidence:
    held, part, new = evidence
    return held, IN_PART * part + (1 - IN_PART) * new


def _shares(one: float, other: float) -> Evidence:
    return one / (one + other), other / (one + other)


def _entropy(chance: float) -> float:
    if chance <= 0 or chance >= 1:
        return 0.0
    return -chance * math.log2(chance) - (1 - chance) * math.log2(1 - chance)
