"""Placement: which modules does somebody hold already? What is asked next, and what comes of it.

What answers say is weighed in `placement_beliefs`. What is asked next is the question whose answer
is expected to tell most about where the first gap is, then about the rest; it ends when every
module is clear.

Pure functions of what was answered: no I/O, no clock. `benchmarks/placement.py` measures it.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from course.learner.placement_beliefs import Beliefs, Outcome, PlacementItem

FEWEST, MOST = 15, 50
"""How many questions a placement has; fewer only where the course has no more, or on request."""
SURE, NOT_HELD, FIRST_GAP = 0.97, 0.25, 0.05
"""A module is clear when it is held with that probability at least, or at most with the second;
the first gap, where the path begins, has to be surer."""
HELD = 0.93
"""From here on a module that was asked about enough is skipped; one after a gap only if it is sure:
there no module before it speaks for it."""
PROOF = 2
"""A module is held only on so many right answers of its own: never on the word of its neighbours,
and never on one answer."""
ENOUGH, ENOUGH_AFTER_GAP = 11, 6
"""Of a module that is not clear after so many questions no more are asked; fewer where a module
before it is clearly not held, as the path begins before it anyway."""
PROVING = 0.5
"""What a question counts, in bits, on a module that is held by all that is known but not proven."""
LEAST_WEIGHT = 0.1
"""What a module counts, at least, that comes after a gap: the first gap is looked for first."""
_NEARLY = 0.9
"""A question that tells this much of what the best one tells is as good: it brings variety."""


class GivenAnswer(Struct, frozen=True):
    """How an item went."""

    item: PlacementItem
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
        self,
        modules: Sequence[str],
        items: Iterable[PlacementItem],
        seed: str = "",
        most: int = MOST,
    ) -> None:
        self.items: dict[str, list[PlacementItem]] = {module: [] for module in modules}
        for item in items:
            self.items[item.module].append(item)
        self.modules = tuple(module for module in modules if self.items[module])
        self.given: list[GivenAnswer] = []
        self.seed = seed
        self.most = most
        self._beliefs = Beliefs(self.modules)
        self._taken: set[str] = set()
        self._lessons: dict[str, int] = {}
        self._counts: Counter[tuple[str, str]] = Counter()

    def give(self, item: PlacementItem, outcome: Outcome) -> None:
        """Take an answer into account."""
        self.given.append(GivenAnswer(item, outcome))
        self._taken.add(item.question)
        self._lessons[item.lesson] = self._lessons.get(item.lesson, 0) + 1
        self._counts.update(((item.module, ""), (item.module, outcome)))
        self._beliefs.give(item, outcome)

    def drop(self, item: PlacementItem) -> None:
        """Never ask this one."""
        self._taken.add(item.question)

    @property
    def likely(self) -> dict[str, float]:
        """How likely each module is held, by all that was answered."""
        return self._beliefs.likely

    # ------------------------------------------------------------ what to ask

    @property
    def is_over(self) -> bool:
        """Whether every module is clear (after enough questions), or there is no more to ask."""
        count = len(self.given)
        if count >= self.most or not self._open_items(self.modules):
            return True
        return count >= FEWEST and not self._open_items(self._unclear())

    def next_item(self) -> PlacementItem | None:
        """The question whose answer is expected to tell most; None when it is over."""
        if self.is_over:
            return None
        open_items = self._open_items(self._unclear()) or self._open_items(self.modules)
        weights = self._weights()
        bits_of: dict[tuple[str, float, float], float] = {}
        for item in open_items:
            alike = item.module, item.guess, item.slip
            if alike not in bits_of:
                bits = self._beliefs.information(item)
                if self.likely[item.module] >= SURE:  # what is missing is the proof
                    bits = max(bits, PROVING)
                bits_of[alike] = bits * weights[item.module]
        worth = [(bits_of[item.module, item.guess, item.slip], item) for item in open_items]
        best = max(value for value, _ in worth)
        good = [item for value, item in worth if value >= best * _NEARLY]
        fewest = min(self._lessons.get(item.lesson, 0) for item in good)
        fresh = [item for item in good if self._lessons.get(item.lesson, 0) == fewest]
        chance = random.Random(f"{self.seed}/{len(self.given)}")  # noqa: S311 - no secret
        return chance.choice(fresh)

    def _open_items(self, modules: Iterable[str]) -> list[PlacementItem]:
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
        return self._counts[module, "right"]

    def _asked(self, module: str) -> int:
        return self._counts[module, ""]

    def _unclear(self) -> list[str]:
        """The modules of which too little is known."""
        return [module for module in self.modules if not self._is_clear(module)]

    def _is_clear(self, module: str) -> bool:
        is_after_gap = self._is_after_gap(module)
        if self._asked(module) >= (ENOUGH_AFTER_GAP if is_after_gap else ENOUGH):
            return True
        if self.likely[module] >= SURE:
            return self._right(module) >= PROOF
        least = NOT_HELD if is_after_gap else FIRST_GAP
        return self.likely[module] <= least and self._asked(module) > 0

    def _is_after_gap(self, module: str) -> bool:
        """Whether a module before it is clearly not held."""
        before = self.modules[: self.modules.index(module)]
        return any(self._asked(it) and self.likely[it] <= FIRST_GAP for it in before)

    def _is_held(self, module: str) -> bool:
        least = SURE if self._is_after_gap(module) else HELD
        return self.likely[module] >= least and self._right(module) >= PROOF

    # ------------------------------------------------------------ what was found

    def findings(self) -> tuple[ModuleFinding, ...]:
        """What is known of each module by now."""
        findings = []
        for module in self.modules:
            asked, right = self._asked(module), self._right(module)
            likely = self.likely[module]
            findings.append(ModuleFinding(module, likely, right, asked, self._is_held(module)))
        return tuple(findings)
