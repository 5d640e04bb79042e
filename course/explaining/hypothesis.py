"""What may be told: a cause with its place and its words, and how it is proven."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from course.explaining.call_cases import Case
from course.model import Diagnosis, DiagnosisKind, Proof
from course.worker.protocol import Mended

_BY_ACCIDENT = frozenset({"branch_order"})
"""Edits that make a call right by accident: they prove a cause only where they mend all calls."""


class Hypothesis(Struct, frozen=True):
    """A cause, `name` among the causes, and what is said of it.

    What is `observed` needs no mend: an exception, a value that came back. Any other cause is told
    only if a mend of one of the kinds in `mends` is proven, on its `line` where it has one.
    """

    kind: DiagnosisKind
    name: str
    text: str
    line: int | None = None
    function: str = ""
    cases: tuple[Case, ...] = ()
    observed: bool = False
    mends: frozenset[str] = frozenset()

    def told(self, proof: Proof) -> Diagnosis:
        """As the learner is told it."""
        test = self.cases[0].test if self.cases else None
        return Diagnosis(self.kind, self.text, self.name, self.line, test, proof=proof)

    def fits(self, mend: Mended) -> bool:
        """Whether a mend follows from this cause."""
        if mend.kind not in self.mends or (mend.kind in _BY_ACCIDENT and not mend.whole):
            return False
        return self.line is None or mend.line == self.line or self.function in ("", mend.function)


class Laboratory(Protocol):
    """Where a cause is put to the test."""

    async def search(self, first: Sequence[str], share: float = 1.0) -> tuple[Mended, ...]:
        """Edits after which failing tests pass, as far as one process can tell; best first.

        It takes no more than that share of the time that there is for it.
        """
        ...

    @property
    def walked(self) -> Mapping[str, frozenset[int]]:
        """The lines that each failing test has run, as far as a search has seen it."""
        ...

    async def proves(self, mend: Mended) -> bool:
        """Whether a check of the program with that edit confirms it."""
        ...
