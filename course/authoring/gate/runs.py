"""One checker for the whole gate: many checks of the same exercise side by side, and programs."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from course.checking.checker import Checker
from course.checking.trials import Variant
from course.explaining.explainer import Explainer
from course.model import CheckReport, Exercise, ProbeResult, ProgramReport, Verdict


class Runs:
    """Checks and programs through one checker, which runs as many at once as there are cores.

    `count` is how many were made: what the benchmark compares. `solution_seconds` is how long the
    solution took, as soon as it has passed.
    """

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._explainer = Explainer(checker, seconds=0)
        self.count = 0
        self.solution_seconds = 0.0

    async def check(
        self,
        exercise: Exercise,
        source: str,
        tests: Sequence[Path] | None = None,
        hash_seed: str | None = None,
    ) -> CheckReport:
        """Check one variant of an exercise's source, by its own tests or by `tests`.

        With a `hash_seed` it runs where Python orders sets by that.
        """
        if tests is not None:
            exercise = msgspec.structs.replace(exercise, test_files=tuple(tests))
        self.count += 1
        checker = self._checker if hash_seed is None else self._checker.hashing(hash_seed)
        return await checker.check(exercise, source, independent=True)

    async def explained(self, exercise: Exercise, source: str) -> CheckReport:
        """Check one source, and what a learner is told about it."""
        report = await self.check(exercise, source)
        return await self._explainer.explained(exercise, source, report)

    async def probe(
        self, exercise: Exercise, source: str, calls: tuple[str, ...], hash_seed: str | None = None
    ) -> tuple[ProbeResult, ...]:
        """How a source answers probes, in a process of its own."""
        self.count += 1
        checker = self._checker if hash_seed is None else self._checker.hashing(hash_seed)
        return await checker.probe(exercise, source, calls)

    async def passes(self, exercise: Exercise, source: str, timeout: float | None = None) -> bool:
        """Whether the tests pass, without a word about it: for cheats and mutants."""
        if timeout is not None:
            limited = msgspec.structs.replace(exercise.source, timeout=timeout)
            exercise = msgspec.structs.replace(exercise, source=limited)
        self.count += 1
        return await self._checker.verdict(exercise, source) is Verdict.PASSED

    async def which_pass(
        self,
        exercise: Exercise,
        sources: Sequence[str],
        timeout: float | None = None,
        by: Exercise | None = None,
    ) -> list[bool]:
        """Which of many sources the tests pass, of which hardly any should.

        They are tried many in a process; what does not fail there is checked alone. `by` is the
        exercise as plain tests, where its kind has more to it than tests.
        """
        plain = by or exercise
        seconds = timeout or plain.source.timeout
        variants = [Variant(source) for source in sources]
        self.count += len(variants)
        tried = await self._checker.try_out(plain, variants, seconds)
        alone = [number for number, passed in enumerate(tried) if passed is not False]
        passed = await asyncio.gather(
            *(self.passes(exercise, sources[number], timeout) for number in alone)
        )
        passing = {number for number, good in zip(alone, passed, strict=True) if good}
        return [number in passing for number in range(len(sources))]

    async def which_hold(self, exercise: Exercise, ways: Sequence[Variant]) -> list[bool]:
        """Which ways of running the author's own tests on the author's own program pass."""
        self.count += len(ways)
        tried = await self._checker.try_out(exercise, ways, exercise.source.timeout)
        return [passed is True for passed in tried]

    async def run(
        self,
        source: str,
        check: str | None = None,
        stdin: str = "",
        needs: tuple[str, ...] = (),
        files: Mapping[str, str | bytes] | None = None,
    ) -> ProgramReport:
        """Run a program of a lesson, with `files` beside it."""
        self.count += 1
        return await self._checker.run(source, check, stdin, needs, files=files)
