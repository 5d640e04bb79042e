"""Where a cause is put to the test: a mend is applied, and the tests run again."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

import msgspec

from course.catalogue.package import joined, split
from course.checking.checker import Checker
from course.checking.mending import can_search
from course.debug import debug
from course.model import CheckReport, Exercise, Rules
from course.worker.protocol import Mended

_SEARCH = 0.7
"""The share of the time that the search may take; the rest is for the proofs."""


class Bench:
    """Runs variants of one submission through a checker, for so many `seconds`.

    Of a package it changes one `file`. One proof is always made, however long the search has taken
    where others hold the cores.
    """

    def __init__(
        self,
        checker: Checker,
        exercise: Exercise,
        source: str,
        report: CheckReport,
        seconds: float,
        file: str = "",
    ) -> None:
        self._checker = checker
        self._seconds = seconds
        self._until = time.monotonic() + seconds
        self._source = source
        self._file = file
        self._report = report
        plain = msgspec.structs.replace(exercise.source, kind="write", rules=Rules(), probes=())
        self._exercise = msgspec.structs.replace(exercise, source=plain, mistakes=())
        self._proven: dict[str, bool] = {}
        self.walked: Mapping[str, frozenset[int]] = {}

    async def search(self, first: Sequence[str], share: float = 1.0) -> tuple[Mended, ...]:
        """Edits after which failing tests pass; those that mend all of a function come first."""
        if not can_search(self._exercise, self._report):
            return ()
        mends, self.walked = await self._checker.mends(
            self._exercise,
            self._source,
            self._report,
            first,
            share * _SEARCH * self._seconds,
            self._file,
        )
        for mend in mends:
            much = f"all {mend.tests} tests" if mend.whole else "a test"
            debug("explanation", f"mend {_place(mend)}: makes {much} of {mend.function} pass")
        return tuple(sorted(mends, key=lambda mend: (not mend.whole, mend.second > 0)))

    async def proves(self, mend: Mended) -> bool:
        """Whether a check confirms that a failing test passes, and that none that passed fails."""
        if mend.source not in self._proven:
            if self._proven and time.monotonic() > self._until:
                debug("explanation", f"mend {_place(mend)}: no time left to prove it")
                return False
            self._proven[mend.source] = await self._holds(mend.source)
            so = "confirmed" if self._proven[mend.source] else "refuted"
            debug("explanation", f"mend {_place(mend)}: {so} by a check")
        return self._proven[mend.source]

    async def _holds(self, source: str) -> bool:
        if self._file:
            source = joined({**split(self._source), self._file: source})
        report = await self._checker.check(self._exercise, source, independent=True)
        before = {test.id: test.outcome == "passed" for test in self._report.tests}
        after = {test.id: test.outcome == "passed" for test in report.tests}
        better = any(after.get(name) for name, passed in before.items() if not passed)
        worse = any(passed and not after.get(name) for name, passed in before.items())
        return better and not worse


def _place(mend: Mended) -> str:
    both = f" with another on line {mend.second}" if mend.second else ""
    return f"{mend.kind} on line {mend.line}{both}"
