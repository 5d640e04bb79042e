"""Helpers of the checking tests: one checker for a whole test process, and its door."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Coroutine
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from course.catalogue import read_exercise
from course.checking import Checker
from course.explaining.explainer import Explainer
from course.model import CheckReport, Exercise, ProgramReport

EXERCISES = Path(__file__).parent / "exercises"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
T = TypeVar("T")


@cache
def exercise_named(name: str) -> Exercise:
    """An exercise of `tests/checking/exercises`."""
    return read_exercise(EXERCISES / name)


class Door:
    """A checker and the event loop it lives in."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        self.checker = Checker(rehearse=False)
        self.explainer = Explainer(self.checker, seconds=4)  # a slow machine finds the same
        self.at_once = Explainer(self.checker, seconds=0)
        self.run_async(self.checker.__aenter__())

    def run_async(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Wait for a coroutine in the checker's loop."""
        return self._runner.run(coroutine)

    def check(
        self, exercise: Exercise | str, source: str | bytes, searches: bool = False
    ) -> CheckReport:
        """Check and explain a submission; the report is proven safe to show.

        An explanation that `searches` for mends takes seconds; without, it tells what it saw.
        """
        if isinstance(exercise, str):
            exercise = exercise_named(exercise)
        explainer = self.explainer if searches else self.at_once
        report = self.run_async(self._explained(exercise, source, explainer))
        assert_safe(report)
        return report

    async def _explained(
        self, exercise: Exercise, source: str | bytes, explainer: Explainer
    ) -> CheckReport:
        report = await self.checker.check(exercise, source)
        return await explainer.explained(exercise, source, report)

    def run(self, source: str | bytes, **options: Any) -> ProgramReport:
        """Run a program; the report is proven safe to show."""
        report = self.run_async(self.checker.run(source, **options))
        assert_safe(report)
        return report

    def close(self) -> None:
        """End the workers."""
        for explainer in (self.explainer, self.at_once):
            self.run_async(explainer.aclose())
        self.run_async(self.checker.aclose())
        self._runner.close()


def assert_safe(report: CheckReport | ProgramReport) -> None:
    """No text of a report can move a cursor, and all of it is JSON."""
    for text in _texts(json.loads(msgspec.json.encode(report))):
        assert not _CONTROL.search(text), repr(text)


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in _texts(part)]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return []
