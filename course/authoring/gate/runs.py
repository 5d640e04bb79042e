"""One checker for the whole gate: many checks of the same exercise side by side, and programs."""

from __future__ import annotations

import asyncio
import itertools
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from course.model import CheckReport, Exercise, ProgramReport


class CheckerLike(Protocol):
    """The part of `course.checking.Checker` that the gate uses."""

    async def check(self, exercise: Exercise, source: str) -> CheckReport:
        """Run the exercise's tests on the source."""
        ...

    async def run(
        self,
        source: str,
        check: str | None = None,
        stdin: str = "",
        needs: tuple[str, ...] = (),
        timeout: float = 5.0,
    ) -> ProgramReport:
        """Run a program and evaluate `check` after it."""
        ...


class Runs:
    """Checks and programs through one checker, no more at once than the machine has cores for.

    `count` is how many checks were made: what the benchmark compares.
    """

    def __init__(self, checker: CheckerLike, cores: int | None = None) -> None:
        self._checker = checker
        self._free = asyncio.Semaphore((cores or os.cpu_count() or 2) * 2)
        self._numbers = itertools.count(1)
        self.count = 0

    async def check(
        self,
        exercise: Exercise,
        source: str,
        tests: Sequence[Path] | None = None,
        timeout: float | None = None,
    ) -> CheckReport:
        """Check one variant of an exercise's source, by its own tests or by `tests`.

        Each check runs under an id of its own, because a checker cancels the check before of the
        same exercise.
        """
        variant = msgspec.structs.replace(exercise, id=f"{exercise.id}@{next(self._numbers)}")
        if tests is not None:
            variant = msgspec.structs.replace(variant, test_files=tuple(tests))
        if timeout is not None:
            limited = msgspec.structs.replace(exercise.source, timeout=timeout)
            variant = msgspec.structs.replace(variant, source=limited)
        async with self._free:
            self.count += 1
            return await self._checker.check(variant, source)

    async def run(
        self,
        source: str,
        check: str | None = None,
        stdin: str = "",
        needs: tuple[str, ...] = (),
    ) -> ProgramReport:
        """Run a program of a lesson."""
        async with self._free:
            self.count += 1
            return await self._checker.run(source, check=check, stdin=stdin, needs=needs)
