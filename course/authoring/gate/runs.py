"""One checker for the whole gate: many checks of the same exercise side by side, and programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from course.checking.checker import Checker
from course.model import CheckReport, Exercise, ProgramReport, Verdict


class Runs:
    """Checks and programs through one checker, which runs as many at once as there are cores.

    `count` is how many were made: what the benchmark compares.
    """

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self.count = 0

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

    async def passes(self, exercise: Exercise, source: str, timeout: float | None = None) -> bool:
        """Whether the tests pass, without a word about it: for cheats and mutants."""
        if timeout is not None:
            limited = msgspec.structs.replace(exercise.source, timeout=timeout)
            exercise = msgspec.structs.replace(exercise, source=limited)
        self.count += 1
        return await self._checker.verdict(exercise, source) is Verdict.PASSED

    async def run(
        self,
        source: str,
        check: str | None = None,
        stdin: str = "",
        needs: tuple[str, ...] = (),
        files: Mapping[str, str] | None = None,
    ) -> ProgramReport:
        """Run a program of a lesson, with `files` beside it."""
        self.count += 1
        return await self._checker.run(source, check, stdin, needs, files=files)
