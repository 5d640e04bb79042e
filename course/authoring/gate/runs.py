"""One checker for the whole gate: many checks of the same exercise side by side, and programs."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Container, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from course.authoring.cache import Kept
from course.checking.checker import Checker
from course.checking.kinds import KINDS
from course.checking.programs import Program
from course.checking.rules import broken_rules
from course.checking.trials import Variant
from course.errors import CourseError
from course.explaining.explainer import Explainer
from course.explaining.known_by_answers import REFERENCE
from course.model import (
    ENDED_BY_A_LIMIT,
    CheckReport,
    Exercise,
    ProbeResult,
    ProgramReport,
    Verdict,
)

_NOT_TOGETHER = frozenset({"localhost", "processes"})
"""Needs of programs that leave their process."""
_TURNS = 20
"""Of the event loop, in which what is asked of one exercise comes together."""
_Waiting = tuple[Program, asyncio.Future[ProgramReport | None]]


def loops_for_ever(seconds: float) -> float:
    """After how many seconds a variant takes for ever, when the solution takes `seconds`."""
    return max(1.0, min(20 * seconds, 3 + 4 * seconds))


class _ToTry(NamedTuple):
    """Variants of an exercise, with so many seconds for each, and what comes of them."""

    asked: tuple[Exercise, float]
    variants: list[Variant]
    tried: asyncio.Future[list[bool | None]]

    def by(self) -> tuple[Exercise, list[Variant]]:
        """What is tried."""
        return self.asked[0], self.variants


class Runs:
    """Checks and programs through one checker, which runs as many at once as there are cores.

    `count` is how many were made: what the benchmark compares. `solution_seconds` is how long the
    solution took, as soon as it has passed.
    """

    def __init__(self, checker: Checker, kept: Kept | None = None) -> None:
        self._checker = checker
        self._kept = kept
        self._explainer = Explainer(checker, seconds=0)
        self._waiting: dict[tuple[str, ...], list[_Waiting]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._to_try: list[_ToTry] = []
        self.count = 0
        self.solution_seconds = 0.0

    def limit(self, exercise: Exercise) -> float:
        """How many seconds a variant has, by what the solution took where that is known."""
        most = exercise.source.timeout
        return min(most, loops_for_ever(self.solution_seconds)) if self.solution_seconds else most

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
        if self._kept is None or exercise.source.kind in KINDS:
            return await checker.check(exercise, source, independent=True)
        key = await self._key(exercise, source, hash_seed or "check")
        report = self._kept.get(key, CheckReport)
        if report is None:
            report = await checker.check(exercise, source, independent=True)
            unknown = any(one.outcome == "unfinished" for one in report.probes)
            if report.verdict not in ENDED_BY_A_LIMIT and not unknown:
                self._kept.put(key, report)
        return report

    async def _key(self, exercise: Exercise, *asked: str) -> str:
        """All that the result of a run rests on, as one text."""
        ground = await self._checker.rests_on(exercise)
        return hashlib.sha256("\0".join((ground, *asked)).encode("utf-8", "replace")).hexdigest()

    async def _try_out(
        self, exercise: Exercise, variants: Sequence[Variant], seconds: float
    ) -> list[bool | None]:
        """What comes of variants: as it is kept, or tried."""
        self.count += len(variants)
        if self._kept is None:
            return await self._try_together(exercise, variants, seconds)
        parts = [msgspec.json.encode(one).decode() for one in variants]
        keys = [await self._key(exercise, "tried", part) for part in parts]
        verdicts = [self._kept.get(key, bool) for key in keys]
        left = [number for number, known in enumerate(verdicts) if known is None]
        untried = [variants[it] for it in left]
        tried = await self._try_together(exercise, untried, seconds) if left else []
        for number, passed in zip(left, tried, strict=True):
            verdicts[number] = passed
            if passed is not None:
                self._kept.put(keys[number], passed)
        return verdicts

    async def _try_together(
        self, exercise: Exercise, variants: Sequence[Variant], seconds: float
    ) -> list[bool | None]:
        """What comes of variants that are tried with those that others ask about at this time.

        Each process that tries some has to load the program and its tests, and to try them
        unchanged.
        """
        asked = (exercise, seconds)
        one = next((it for it in self._to_try if it.asked == asked), None)
        if one is None:
            one = _ToTry(asked, [], asyncio.get_running_loop().create_future())
            self._to_try.append(one)
            task = asyncio.create_task(self._try_all(one))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        begin = len(one.variants)
        one.variants.extend(variants)
        end = len(one.variants)
        return (await asyncio.shield(one.tried))[begin:end]

    async def _try_all(self, one: _ToTry) -> None:
        for _ in range(_TURNS):
            await asyncio.sleep(0)
        self._to_try.remove(one)
        try:
            one.tried.set_result(await self._checker.try_out(*one.by(), one.asked[1]))
        except Exception as error:  # whoever asked meets it
            one.tried.set_exception(error)

    async def explained(self, exercise: Exercise, source: str) -> CheckReport:
        """Check one source, and what a learner is told about it."""
        report = await self.check(exercise, source)
        return await self._explainer.explained(exercise, source, report)

    async def reference_answers(self, exercise: Exercise) -> tuple[ProbeResult, ...]:
        """How the reference answers the probes in the process that asks the mistakes as well."""
        answers = await self._explainer.known_answers(exercise)
        return answers[REFERENCE].probes if REFERENCE in answers else ()

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
        if self._kept is None or exercise.source.kind in KINDS:
            return await self._checker.verdict(exercise, source) is Verdict.PASSED
        key = await self._key(exercise, "verdict", source)
        verdict = self._kept.get(key, Verdict)
        if verdict is None:
            verdict = await self._checker.verdict(exercise, source)
            if verdict not in ENDED_BY_A_LIMIT:
                self._kept.put(key, verdict)
        return verdict is Verdict.PASSED

    async def which_pass(
        self,
        exercise: Exercise,
        sources: Sequence[str],
        timeout: float | None = None,
        by: Exercise | None = None,
        believed: Container[int] = (),
    ) -> list[bool]:
        """Which of many sources the tests pass, of which hardly any should.

        They are tried many in a process; what does not fail there is checked alone, but for those
        that are `believed` by their number when they pass. `by` is the exercise as plain tests,
        where its kind has more to it than tests.
        """
        plain = by or exercise
        seconds = timeout or self.limit(plain)
        variants = [Variant(source) for source in sources]
        tried = await self._try_out(plain, variants, seconds)
        passing = {number for number, good in enumerate(tried) if good and number in believed}
        alone = [
            number
            for number, good in enumerate(tried)
            if good is not False and number not in passing
        ]
        passed = await asyncio.gather(
            *(self.passes(exercise, sources[number], timeout) for number in alone)
        )
        passing.update(number for number, good in zip(alone, passed, strict=True) if good)
        return [number in passing for number in range(len(sources))]

    async def failing(
        self, exercise: Exercise, sources: Sequence[str], by: Exercise
    ) -> list[CheckReport | None]:
        """The reports of those of the author's own programs that do not pass; else None.

        All of them should pass: they are tried in one process, and believed. `by` is the exercise
        as plain tests; where its kind has more to it than tests, only the verdict is asked first.
        """
        if exercise.source.kind in KINDS:
            passed = await asyncio.gather(*(self.passes(exercise, one) for one in sources))
        else:
            passed = await self.which_hold(by, [Variant(source) for source in sources])

        async def report(source: str, holds: bool) -> CheckReport | None:
            if holds and not broken_rules(exercise, source):
                return None
            alone = await self.check(exercise, source)
            return None if alone.passed else alone

        return list(await asyncio.gather(*map(report, sources, passed)))

    async def which_hold(self, exercise: Exercise, ways: Sequence[Variant]) -> list[bool]:
        """Which ways of running the author's own tests on the author's own program pass."""
        tried = await self._try_out(exercise, ways, self.limit(exercise))
        return [passed is True for passed in tried]

    async def run(
        self,
        source: str,
        check: str | None = None,
        stdin: str = "",
        needs: tuple[str, ...] = (),
        files: Mapping[str, str | bytes] | None = None,
    ) -> ProgramReport:
        """Run a program of a lesson alone, with `files` beside it."""
        self.count += 1
        return await self._checker.run(source, check, stdin, needs, files=files)

    async def run_beside_others(
        self,
        source: str,
        check: str | None = None,
        stdin: str = "",
        needs: tuple[str, ...] = (),
        files: Mapping[str, str] | None = None,
    ) -> ProgramReport:
        """Run a program in a process with others that are asked for at the same time.

        What it did there is so, unless it is a fault: then it is to be seen alone.
        """
        if _NOT_TOGETHER.intersection(needs):
            return await self.run(source, check, stdin, needs, files)
        self.count += 1
        waiting = self._waiting.setdefault(needs, [])
        if not waiting:
            asyncio.get_running_loop().call_soon(self._start, needs)
        done: asyncio.Future[ProgramReport | None] = asyncio.get_running_loop().create_future()
        waiting.append((Program(source, check, stdin, files or {}), done))
        return await done or await self._checker.run(source, check, stdin, needs, files=files)

    def _start(self, needs: tuple[str, ...]) -> None:
        """Run together what waits, which is all that was asked for at once."""
        waiting = self._waiting.pop(needs)

        async def work() -> None:
            programs = [program for program, _ in waiting]
            reports: list[ProgramReport | None] = [None] * len(waiting)
            with suppress(CourseError):  # who waits runs alone then, and meets the same
                reports = await self._checker.run_together(programs, needs)
            for (_, done), report in zip(waiting, reports, strict=True):
                if not done.done():
                    done.set_result(report)

        task = asyncio.create_task(work())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
