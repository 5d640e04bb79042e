"""Placement: which modules does somebody hold already? A small model that can be explained.

Each module is held or not. Somebody who holds a module probably holds the one before it as well,
so the modules form a chain (`STAYS`, `RETURNS`), and every answer moves the belief in its own
module and, through the chain, in its neighbours. An answer is not proof: who holds a module slips
now and then, who does not may guess or happen to know that one thing. What is asked next is the
question whose answer is expected to tell most about where the first gap is, then about the rest;
it ends when every module is clear.

Pure functions of what was answered: no I/O, no clock. `benchmarks/placement.py` measures it.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

FEWEST, MOST = 15, 40
"""How many questions a placement has; fewer only where the course has no more, or on request."""
SURE, NOT_HELD, FIRST_GAP = 0.95, 0.15, 0.05
"""A module is clear when it is held with that probability at least, or at most with the second;
the first gap, where the path begins, has to be surer."""
HELD = 0.85
"""From here on a module that was asked about enough is skipped."""
PROOF = 2
"""A module is held only on so many right answers of its own: never on the word of its neighbours,
and never on one answer."""
FIRST, STAYS, RETURNS = 0.7, 0.75, 0.25
"""How likely the first module is held; a module after one that is held; after one that is not."""
GAP = 0.1
"""How often somebody who holds a module does not know what a question is about."""
LUCK = 0.2
"""How often somebody who does not hold a module knows what a question is about all the same."""
ENOUGH = 7
"""Of a module that is not clear after so many questions no more are asked."""
PROVING = 0.5
"""What a question counts, in bits, on a module that is held by all that is known but not proven."""
LEAST_WEIGHT = 0.1
"""What a module counts, at least, that comes after a gap: the first gap is looked for first."""
_NEARLY = 0.9
"""A question that tells this much of what the best one tells is as good: it brings variety."""

Outcome = Literal["right", "wrong", "unknown"]


class Item(Struct, frozen=True):
    """A question that may be asked: `step` of `lesson` (from 0), `question` its identity.

    `guess` is how likely a blind guess is right, `slip` how likely somebody who holds the module
    answers wrongly.
    """

    module: str
    lesson: str
    step: int
    question: str
    kind: str
    guess: float
    slip: float


class Given(Struct, frozen=True):
    """How an item went."""

    item: Item
    outcome: Outcome


class ModuleFinding(Struct, frozen=True):
    """What is found of one module: how likely it is held, from how many right answers of how many.

    `skipped` is the verdict: clear enough, and seen in enough right answers of its own.
    """

    module: str
    likely: float
    right: int
    asked: int
    skipped: bool


class Placement:
    """A placement over `modules`, in the order in which they build on each other.

    It is a function of what was given: the same answers always lead to the same belief and, with
    the same `seed`, to the same next question.
    """

    def __init__(
        self, modules: Sequence[str], items: Iterable[Item], seed: str = "", most: int = MOST
    ) -> None:
        self.items: dict[str, list[Item]] = {module: [] for module in modules}
        for item in items:
            self.items[item.module].append(item)
        self.modules = tuple(module for module in modules if self.items[module])
        self.given: list[Given] = []
        self.seed = seed
        self.most = most
        self._evidence = dict.fromkeys(self.modules, (1.0, 1.0))
        self._taken: set[str] = set()
        self._lessons: dict[str, int] = {}
        self.likely: dict[str, float] = {}
        self._believe()

    def give(self, item: Item, outcome: Outcome) -> None:
        """Take an answer into account."""
        self.given.append(Given(item, outcome))
        self._taken.add(item.question)
        self._lessons[item.lesson] = self._lessons.get(item.lesson, 0) + 1
        if item.module not in self._evidence:
            return  # a question of a module that is not asked about any more
        for_it, not_held = self._evidence[item.module]
        if_held, if_not = likelihoods(item, outcome)
        self._evidence[item.module] = (for_it * if_held, not_held * if_not)
        self._believe()

    def drop(self, item: Item) -> None:
        """Never ask this one."""
        self._taken.add(item.question)

    def _believe(self) -> None:
        self.likely = chained([self._evidence[it] for it in self.modules], self.modules)

    # ------------------------------------------------------------ what to ask

    @property
    def is_over(self) -> bool:
        """Whether every module is clear (after enough questions), or there is no more to ask."""
        count = len(self.given)
        if count >= self.most or not self._open_items(self.modules):
            return True
        return count >= FEWEST and not self._open_items(self._unclear())

    def next_item(self) -> Item | None:
        """The question whose answer is expected to tell most; None when it is over."""
        if self.is_over:
            return None
        open_items = self._open_items(self._unclear()) or self._open_items(self.modules)
        weights = self._weights()
        told: dict[tuple[str, float, float], float] = {}
        for item in open_items:
            alike = item.module, item.guess, item.slip
            if alike not in told:
                bits = information(self.likely[item.module], item)
                if self.likely[item.module] >= SURE:  # what is missing is the proof
                    bits = max(bits, PROVING)
                told[alike] = bits * weights[item.module]
        worth = [(told[item.module, item.guess, item.slip], item) for item in open_items]
        best = max(value for value, _ in worth)
        good = [item for value, item in worth if value >= best * _NEARLY]
        fewest = min(self._lessons.get(item.lesson, 0) for item in good)
        fresh = [item for item in good if self._lessons.get(item.lesson, 0) == fewest]
        chance = random.Random(f"{self.seed}/{len(self.given)}")  # noqa: S311 - no secret
        return chance.choice(fresh)

    def _open_items(self, modules: Iterable[str]) -> list[Item]:
        return [
            item
            for module in modules
            for item in self.items[module]
            if item.question not in self._taken
        ]

    def _weights(self) -> dict[str, float]:
        """How likely it is that everything before a module is held, so that it may be the gap."""
        weights, before = {}, 1.0
        for module in self.modules:
            weights[module] = max(LEAST_WEIGHT, before)
            before *= self.likely[module]
        return weights

    def _right(self, module: str) -> int:
        return sum(it.item.module == module and it.outcome == "right" for it in self.given)

    def _asked(self, module: str) -> int:
        return sum(it.item.module == module for it in self.given)

    def _unclear(self) -> list[str]:
        """The modules of which too little is known."""
        return [module for module in self.modules if not self._is_clear(module)]

    def _is_clear(self, module: str) -> bool:
        if self._asked(module) >= ENOUGH:
            return True
        if self.likely[module] >= SURE:
            return self._right(module) >= PROOF
        least = NOT_HELD if self._is_after_gap(module) else FIRST_GAP
        return self.likely[module] <= least and self._asked(module) > 0

    def _is_after_gap(self, module: str) -> bool:
        """Whether a module before it is clearly not held."""
        before = self.modules[: self.modules.index(module)]
        return any(self._asked(it) and self.likely[it] <= FIRST_GAP for it in before)

    def _is_held(self, module: str) -> bool:
        return self.likely[module] >= HELD and self._right(module) >= PROOF

    # ------------------------------------------------------------ what was found

    def findings(self) -> tuple[ModuleFinding, ...]:
        """What is known of each module by now."""
        findings = []
        for module in self.modules:
            asked, right = self._asked(module), self._right(module)
            likely = self.likely[module]
            findings.append(ModuleFinding(module, likely, right, asked, self._is_held(module)))
        return tuple(findings)


def likelihoods(item: Item, outcome: Outcome) -> tuple[float, float]:
    """How likely that outcome is for somebody who holds the module, and for one who does not.

    "I do not know" is a wrong answer that was not guessed.
    """
    right = (1 - GAP) * (1 - item.slip) + GAP * item.guess
    right_anyway = LUCK + (1 - LUCK) * item.guess
    if outcome == "right":
        return right, right_anyway
    if outcome == "unknown":
        return GAP, 1 - LUCK
    return 1 - right, 1 - right_anyway


def chained(evidence: Sequence[tuple[float, float]], modules: Sequence[str]) -> dict[str, float]:
    """How likely each module is held: the evidence on all of them, forwards and backwards."""
    if not modules:
        return {}
    forward: list[tuple[float, float]] = []
    likely, not_held = FIRST, 1 - FIRST
    for if_held, if_not in evidence:
        if forward:
            before, before_not = forward[-1]
            likely = before * STAYS + before_not * RETURNS
            not_held = before * (1 - STAYS) + before_not * (1 - RETURNS)
        likely, not_held = likely * if_held, not_held * if_not
        total = likely + not_held
        forward.append((likely / total, not_held / total))
    backward = [(1.0, 1.0)] * len(evidence)
    for place in range(len(evidence) - 2, -1, -1):
        later, later_not = backward[place + 1]
        if_held, if_not = evidence[place + 1]
        from_held = STAYS * if_held * later + (1 - STAYS) * if_not * later_not
        from_not = RETURNS * if_held * later + (1 - RETURNS) * if_not * later_not
        total = from_held + from_not
        backward[place] = (from_held / total, from_not / total)
    beliefs = {}
    for module, (likely, not_held), (later, later_not) in zip(
        modules, forward, backward, strict=True
    ):
        beliefs[module] = likely * later / (likely * later + not_held * later_not)
    return beliefs


def information(likely: float, item: Item) -> float:
    """How many bits an answer to the item is expected to tell about its module."""
    if_held, if_not = likelihoods(item, "right")
    right = likely * if_held + (1 - likely) * if_not
    bits = _entropy(likely)
    for chance, is_held in (
        (right, likely * if_held),
        (1 - right, likely * (1 - if_held)),
    ):
        if chance > 0:
            bits -= chance * _entropy(is_held / chance)
    return max(0.0, bits)


def _entropy(chance: float) -> float:
    if chance <= 0 or chance >= 1:
        return 0.0
    return -chance * math.log2(chance) - (1 - chance) * math.log2(1 - chance)
