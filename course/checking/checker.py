"""The door to checking: `Checker.check` for exercises, `Checker.run` for whole programs.

It is longer than other files, as every door is in it and each is short.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import msgspec

from course.catalogue.package import read_package
from course.checking.answering import answers_of
from course.checking.calls_in_tests import probes_of
from course.checking.conversation import Conversation, converse
from course.checking.dialogue import Dialogue, converse_live
from course.checking.expected import ExpectedTests
from course.checking.extras import refuse_lacking
from course.checking.kinds import KINDS, check_kind, verdict_of_kind
from course.checking.launch import Needs, Worker
from course.checking.missing import names_missing_files
from course.checking.pool import Pool
from course.checking.probed import completed, probes, were_late
from course.checking.program import program_report, stopped_report
from course.checking.programs import Program, run_together
from course.checking.refusal import Refused, as_exception, decode, refuse_files, refuse_name
from course.checking.rules import broken_rules
from course.checking.slot import fill, fill_program, sources_of_tests
from course.checking.trials import Variant, try_out
from course.checking.verdict import judge
from course.errors import CourseError, SandboxError, WorkspaceError
from course.model import (
    ENDED_BY_A_LIMIT,
    CheckReport,
    Diagnosis,
    Exercise,
    ProbeResult,
    ProgramReport,
    TestResult,
    Verdict,
)
from course.worker.limits import DEFAULT_TIMEOUT, LIVE_SECONDS
from course.worker.protocol import CompiledCode, Job, Task, TestBegun

if TYPE_CHECKING:
    from course.checking.mending import Found
    from course.checking.prompt import Prompt, PromptCode
    from course.tracing.departure import Departure
    from course.tracing.trace import Trace

_TRIES_IN_TIME = 3
"""How often probes run that the machine was too busy for."""


class Checker:
    """Checks submissions in sandboxed worker processes that it starts ahead of need.

    Use it as `async with Checker() as checker`. `size` is how many checks run at once
    (the number of cores). A new check of an exercise cancels the one before it, whose caller
    sees `asyncio.CancelledError`, unless the checks are `independent`. With `one_check` nothing is
    started ahead: there will be no second one. `expect` raises where code may not have its needs.
    To `rehearse` makes a verdict come sooner, and costs more than the check itself: where nobody
    waits for one verdict, but for many, it is left out. `first` are the needs of what is checked
    first: workers for them are started at once.
    """

    def __init__(
        self,
        size: int | None = None,
        hash_seed: str = "0",
        one_check: bool = False,
        expect: Callable[[Iterable[str]], None] = lambda _: None,
        rehearse: bool = True,
        first: Iterable[str] = (),
    ) -> None:
        self._size = size
        self._first = first
        self._one_check = one_check
        self._expect = expect
        self._hash_seed = hash_seed
        self._rehearse = rehearse
        self._others: dict[str, Checker] = {}
        self._pool: Pool | None = None
        self._expected = ExpectedTests(self._collect)
        self._running: dict[str, asyncio.Task[CheckReport]] = {}

    async def __aenter__(self) -> Self:
        if not self._one_check:
            self.warm(self._first)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Cancel what runs, end every process, remove every file."""
        for task in list(self._running.values()):
            task.cancel()
        await asyncio.gather(*self._running.values(), return_exceptions=True)
        await self._expected.aclose()
        for other in self._others.values():
            await other.aclose()
        self._others.clear()
        if self._pool is not None:
            await self._pool.close()
            self._pool = None

    def warm(self, needs: Iterable[str] = ()) -> None:
        """Start a worker for these needs in the background; returns at once."""
        self._workers().warm(_ordered(needs))

    def hashing(self, seed: str) -> Checker:
        """A checker whose workers order sets in another way; it ends with this one."""
        if seed not in self._others:
            self._others[seed] = Checker(1, seed, rehearse=self._rehearse)
        return self._others[seed]

    @property
    def size(self) -> int:
        """How many checks run at once."""
        return self._workers().size

    async def check(
        self, exercise: Exercise, source: str | bytes, *, independent: bool = False
    ) -> CheckReport:
        """Run the exercise's tests on a submission and say what happened.

        Why it happened says `course.explaining`: the report's `diagnosis` has only broken rules,
        what was refused, and what a kind of exercise asks for beyond tests.
        `independent` checks of the same exercise run side by side instead of replacing
        each other.
        """
        if independent:
            return await self._check(exercise, source)
        before = self._running.get(exercise.id)
        task = asyncio.create_task(self._check(exercise, source))
        self._running[exercise.id] = task
        if before is not None:
            before.cancel()
        try:
            return await task
        finally:
            if self._running.get(exercise.id) is task:
                del self._running[exercise.id]

    async def verdict(self, exercise: Exercise, source: str, *, trusted: bool = False) -> Verdict:
        """Only whether the tests pass: no probes, nothing said; side by side with other checks.

        The first test that fails decides, and the tests after it are not run; a learner's tests
        all run, unless they are `trusted` as an author's own are.
        """
        if exercise.source.kind in KINDS:
            return await verdict_of_kind(exercise, source, self)
        # Tests that are judged themselves must not see in what run they are.
        more: Job = {"first_failure": True} if trusted or not exercise.by_learner else {}
        try:
            report = await self._judged(exercise, decode(source), (), more)
        except Refused:
            return Verdict.ERROR
        if report.passed and broken_rules(exercise, source):
            return Verdict.BROKE_RULES
        return report.verdict

    async def try_out(
        self, exercise: Exercise, variants: Sequence[Variant], seconds: float
    ) -> list[bool | None]:
        """Whether the tests pass on each variant, many in a process; None where that is unsure.

        A pass is not proven as that of a check is.
        """
        expected = await self._expected.of(exercise)
        return await try_out(exercise, variants, seconds, expected, self._tests)

    async def rests_on(self, exercise: Exercise) -> str:
        """The digest of all that a check of this exercise rests on, but the source."""
        return await self._expected.rests_on(exercise)

    async def mends(
        self,
        exercise: Exercise,
        source: str,
        report: CheckReport,
        first: Sequence[str] = (),
        seconds: float = 1.0,
        file: str = "",
    ) -> Found:
        """Small edits after which failing tests of `report` pass; see `checking/mending.py`."""
        from course.checking.mending import search

        expected = await self._expected.of(exercise)
        run = self._tests
        return await search(exercise, source, report, first, seconds, expected, run, file)

    async def run(
        self,
        source: str | bytes,
        check: str | None = None,
        stdin: str = "",
        needs: Iterable[str] = (),
        timeout: float = DEFAULT_TIMEOUT,
        files: Mapping[str, str | bytes] | None = None,
    ) -> ProgramReport:
        """Run a whole program as `__main__`; then evaluate `check` in its namespace."""
        try:
            text = decode(source)
        except Refused as refused:
            return ProgramReport(Verdict.ERROR, exception=as_exception(refused, "main"))
        job: Job = {**_program(stdin), "check": check}
        talk, worker = await self._converse(
            needs, lambda slot: fill_program(slot, text, files or {}), job, timeout
        )
        if talk is None:
            return ProgramReport(Verdict.ERROR, limit=worker.cannot)
        return program_report(talk, worker.slot, text, timeout, check is not None)

    async def run_together(
        self, programs: Sequence[Program], needs: Iterable[str] = ()
    ) -> list[ProgramReport | None]:
        """Run whole programs, many in a process; None where one has to run alone."""

        async def converse(job: Job, seconds: float) -> tuple[Conversation | None, Worker]:
            return await self._converse(needs, lambda _slot: None, job, seconds)

        return await run_together(programs, converse)

    async def run_live(
        self, source: str, dialogue: Dialogue, seconds: float = LIVE_SECONDS
    ) -> ProgramReport:
        """Run a whole program that shows what it prints and asks through `dialogue`.

        Where the learner stopped it, the verdict is `timeout` and `stuck` says where it was.
        """
        try:
            text = decode(source)
        except Refused as refused:
            return ProgramReport(Verdict.ERROR, exception=as_exception(refused, "main"))
        worker = await self._workers().take(())
        try:
            fill_program(worker.slot, text, {})
            talk = await converse_live(worker, _program(""), seconds, dialogue)
            report = program_report(talk, worker.slot, text, seconds, has_check=False)
            return stopped_report(report) if dialogue.stopped else report
        finally:
            self._workers().release(worker)

    async def prompt(self, code: PromptCode, prompt: Prompt) -> str:
        """Serve a `>>>` prompt with some code in it; why it ended, in words, or nothing."""
        from course.checking.prompt import run_prompt

        self._expect(code.needs)
        return await run_prompt(self._workers(), code, prompt)

    @names_missing_files
    async def trace(self, exercise: Exercise, source: str, test: TestResult) -> Trace:
        """Record the submission while one of the exercise's tests runs.

        `CourseError` where nothing can be recorded.
        """
        from course.checking.tracer import full_id, recorded_exercise, sources_of, trace_of

        exercise, identity = recorded_exercise(exercise, test)
        text = _text_to_trace(source)
        expected = await self._expected.of(exercise)
        more: Job = {"trace": full_id(identity, expected.ids)}
        talk, worker = await self._tests(exercise, text, (), expected.compiled, more=more)
        if talk is None:
            raise SandboxError(worker.cannot)
        return trace_of(talk, sources_of(exercise, text), test)

    async def departure(
        self, exercise: Exercise, trace: Trace, test: TestResult
    ) -> Departure | None:
        """Where a trace of `test` departs from the reference's; None where that is not known."""
        from course.tracing.departure import departure

        path = exercise.solution_path
        if not path.exists():
            return None
        solution = read_package(path) if exercise.package else path.read_text(encoding="utf-8")
        try:
            reference = await self.trace(exercise, solution, test)
        except CourseError:
            return None
        return departure(trace, reference) if reference.failure is None else None

    async def trace_program(
        self,
        source: str,
        stdin: str = "",
        needs: Iterable[str] = (),
        files: Mapping[str, str | bytes] | None = None,
        arguments: Sequence[str] = (),
    ) -> Trace:
        """Record a whole program; `CourseError` where nothing can be recorded.

        `arguments` are its `sys.argv` where that matters, its name the first.
        """
        from course.checking.tracer import sources_of_program, trace_of

        text = _text_to_trace(source)
        job: Job = {**_program(stdin), "trace": "program", "arguments": list(arguments)}
        talk, worker = await self._converse(
            needs, lambda slot: fill_program(slot, text, files or {}), job, DEFAULT_TIMEOUT
        )
        if talk is None:
            raise SandboxError(worker.cannot)
        return trace_of(talk, sources_of_program(text, files or {}, arguments))

    @names_missing_files
    async def probe(
        self, exercise: Exercise, source: str | bytes, calls: Iterable[str]
    ) -> tuple[ProbeResult, ...]:
        """The results of probe calls on a source, without its tests deciding anything."""
        try:
            text = decode(source)
        except Refused:
            return ()
        compiled = (await self._expected.of(exercise)).compiled
        results: tuple[ProbeResult, ...] = ()
        for _ in range(_TRIES_IN_TIME):
            talk, _worker = await self._tests(exercise, text, tuple(calls), compiled, "probes")
            if talk is None:
                break
            results = completed(results, probes(talk))
            if not were_late(talk):
                break
        return results

    @names_missing_files
    async def probe_all(
        self, exercise: Exercise, sources: Sequence[str], calls: Sequence[str]
    ) -> list[tuple[ProbeResult, ...]]:
        """The results of probe calls on several sources, in one process as far as that goes."""
        expected = await self._expected.of(exercise)
        together = await answers_of(exercise, sources, calls, expected, self._tests)
        return [
            await self.probe(exercise, source, calls) if results is None else results
            for source, results in zip(sources, together, strict=True)
        ]

    # ------------------------------------------------------------ inside

    def _workers(self) -> Pool:
        if self._pool is None:
            self._pool = Pool(self._size, self._hash_seed, self._one_check, self._rehearse)
        return self._pool

    @names_missing_files
    async def _check(self, exercise: Exercise, source: str | bytes) -> CheckReport:
        try:
            text = decode(source)
            refuse_lacking(exercise.source.needs)
            if exercise.source.kind in KINDS:
                return await check_kind(exercise, text, self)
            refuse_name(exercise.module_name)
            if exercise.package:
                refuse_files(text)
        except Refused as refused:
            return self._refused(exercise, refused)
        self.warm(exercise.source.needs)
        report = await self._judged(exercise, text, probes_of(exercise))
        if report.verdict is Verdict.PASSED and (broken := broken_rules(exercise, text)):
            return msgspec.structs.replace(report, verdict=Verdict.BROKE_RULES, diagnosis=broken)
        return report

    async def _judged(
        self,
        exercise: Exercise,
        text: str,
        calls: tuple[str, ...],
        more: Job | None = None,
    ) -> CheckReport:
        """The report without its rules."""
        expected = await self._expected.of(exercise)
        talk, worker = await self._tests(exercise, text, calls, expected.compiled, more=more)
        if talk is None:
            return CheckReport(exercise.id, Verdict.ERROR, limit=worker.cannot)
        report = judge(exercise, text, expected.ids, talk, worker.slot)
        # What is not even imported by then is not by the next time.
        began = talk.last(TestBegun) is not None
        lost = began and not report.probes and report.verdict in ENDED_BY_A_LIMIT
        if calls and (lost or were_late(talk)):
            results = completed(report.probes, await self.probe(exercise, text, calls))
            report = msgspec.structs.replace(report, probes=results)
        return report

    def _refused(self, exercise: Exercise, refused: Refused) -> CheckReport:
        exception = as_exception(refused, exercise.module_name)
        diagnosis = (Diagnosis("cannot_start", str(refused), name="refused"),)
        return CheckReport(
            exercise.id, Verdict.ERROR, diagnosis=diagnosis, exception=exception, limit=str(refused)
        )

    async def _tests(
        self,
        exercise: Exercise,
        text: str,
        calls: tuple[str, ...],
        compiled: dict[str, CompiledCode],
        task: Task = "tests",
        more: Job | None = None,
    ) -> tuple[Conversation | None, Worker]:
        """Run one job on the exercise's tests; no conversation where the worker cannot do it."""
        job: Job = {
            "task": task,
            "module": exercise.module_name,
            "tests": sources_of_tests(exercise),
            "probes": list(calls),
            "compiled": compiled,
            "may_peek": self._expected.may_peek(exercise) and not exercise.by_learner,
            "code": text if exercise.by_learner else None,
            "written_out": exercise.source.rules.limits is not None,
            "about": list(self._expected.about(exercise)),
            "given": [exercise.place_of(path) for path in exercise.data_files],
            "look_for_equality": self._expected.suspects_equality(text),
        }
        job.update(more or {})
        seconds = exercise.source.timeout
        if "trace" in job:
            seconds = max(seconds, DEFAULT_TIMEOUT)  # recorded code is slower
        return await self._converse(
            exercise.source.needs, lambda slot: fill(slot, exercise, text), job, seconds
        )

    async def _converse(
        self,
        needs: Iterable[str],
        prepare: Callable[[Path], None],
        job: Job,
        seconds: float,
    ) -> tuple[Conversation | None, Worker]:
        """Give a job to a worker in a prepared folder; no conversation where it cannot do it.

        A worker whose supervisor was lost says nothing about the submission: another one is tried.
        """
        self._expect(needs)
        for is_last in (False, True):
            worker = await self._workers().take(_ordered(needs))
            try:
                if worker.cannot:
                    return None, worker
                _prepared(worker.slot, prepare)
                talk = await converse(worker, job, seconds)
            finally:
                self._workers().release(worker)
            if is_last or not talk.lost:
                break
        return talk, worker

    async def _collect(self, exercise: Exercise, source: str) -> Conversation | None:
        """What pytest collects from the exercise with a trusted source in the learner's place."""
        talk, _ = await self._tests(exercise, source, (), {}, "collect")
        return talk


def _ordered(needs: Iterable[str]) -> Needs:
    return tuple(sorted(set(needs)))


def _prepared(slot: Path, prepare: Callable[[Path], None]) -> None:
    try:
        prepare(slot)
    except OSError as error:
        if not Path(str(error.filename)).is_relative_to(slot):
            raise
        raise SandboxError(
            f"The files of this check cannot be written to {slot.parent}: "
            f"{error.strerror or error}. Start the course again; it makes a new folder for checks."
        ) from error


def _program(stdin: str) -> Job:
    """The job of a whole program."""
    return {"task": "program", "module": "__main__", "tests": {}, "stdin": stdin}


def _text_to_trace(source: str) -> str:
    try:
        return decode(source)
    except Refused as refused:
        raise WorkspaceError(str(refused)) from refused
