"""How the kinds of exercise beyond write and fix are checked, one module a kind.

Each module has `async def check(exercise, source, checker) -> CheckReport`. What a kind looks at
beyond tests (a bug to catch, a defect to find, a limit) is a `TestResult` of its own, so that
every place that shows results shows these as well. Its `id` begins with `bug::`, `defect::`,
`limit::` or, for a project, with the milestone's folder.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any, Protocol

from course.checking.trials import Variant
from course.model import CheckReport, Exercise, ProgramReport, Verdict

KINDS = frozenset({"test", "review", "refactor", "project", "repo"})


class CheckerLike(Protocol):
    """The part of the checker a kind needs."""

    async def check(
        self, exercise: Exercise, source: str, *, independent: bool = ...
    ) -> CheckReport:
        """Run tests on a source."""
        ...

    async def verdict(self, exercise: Exercise, source: str, *, trusted: bool = ...) -> Verdict:
        """Run tests on a source for their verdict alone."""
        ...

    async def try_out(
        self, exercise: Exercise, variants: Sequence[Variant], seconds: float
    ) -> list[bool | None]:
        """Run tests on many sources in a process: whether they pass, None where that is unsure."""
        ...

    async def run(
        self,
        source: str,
        check: str | None = ...,
        stdin: str = ...,
        needs: tuple[str, ...] = ...,
        timeout: float = ...,
        files: dict[str, str] | None = ...,
    ) -> ProgramReport:
        """Run a program."""
        ...


async def check_kind(exercise: Exercise, source: str, checker: CheckerLike) -> CheckReport:
    """Check an exercise of one of `KINDS`; the kind's module is loaded when it is first needed."""
    module: Any = importlib.import_module(f"course.checking.kinds.{exercise.source.kind}")
    report: CheckReport = await module.check(exercise, source, checker)
    return report


async def verdict_of_kind(exercise: Exercise, source: str, checker: CheckerLike) -> Verdict:
    """Only the verdict on an author's answer, which a kind may come to sooner than to a report."""
    module: Any = importlib.import_module(f"course.checking.kinds.{exercise.source.kind}")
    if hasattr(module, "verdict"):
        verdict: Verdict = await module.verdict(exercise, source, checker)
        return verdict
    return (await check_kind(exercise, source, checker)).verdict
