"""The parent's judgement: what a worker said becomes a report, and a pass only if it is proven.

A pass needs: the worker's own end, or its word that a probe after the tests cannot be stopped;
every event numbered and with the nonce; every expected test begun once and passed once, nothing
else begun but the two canaries, first and last, which failed; nothing skipped, missing or tampered
with; pytest's own status saying that something (the canaries) failed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from course.checking.conversation import Conversation
from course.checking.doubt import what_was_changed, why_doubted
from course.checking.plain_names import plain_names
from course.checking.probed import probes
from course.checking.stuck import shown_id, where_stuck
from course.model import (
    CheckReport,
    Diagnosis,
    ExceptionInfo,
    Exercise,
    Frame,
    Stuck,
    TestResult,
    Verdict,
)
from course.plural import counted
from course.text import cut
from course.worker.limits import (
    MEMORY,
    PRINTED_CHARACTERS,
    PRINTED_LINES,
    PROCESSES,
    STORED_BYTES,
    STORED_FILES,
    THREADS,
)
from course.worker.protocol import (
    Aborted,
    Collected,
    CollectFailed,
    ExceptionSaid,
    Finished,
    ImportFailed,
    Missing,
    OutOfMemory,
    ProbeStuck,
    StuckSaid,
    SubtestEnded,
    TestBegun,
    TestEnded,
)

_LOST = (
    "Something ended the process that runs the checks, twice. Check again; if it happens again, "
    "`course doctor` says what is wrong on this machine."
)
_MOST_FRAMES = 12
_MOST_NAMES = 20
_PRINT = (ImportFailed, CollectFailed, Collected, TestEnded)
_TESTS_FAILED = 1  # pytest's exit status
_SIGNALS = {
    -4: "an illegal instruction",
    -6: "an abort (SIGABRT)",
    -7: "a bus error",
    -8: "a floating point fault",
    -11: "a memory fault (SIGSEGV)",
}


def judge(
    exercise: Exercise, source: str, expected: Sequence[str], talk: Conversation, slot: Path
) -> CheckReport:
    """The report of a check; of what is to be told, only why a pass is doubted."""
    seconds = exercise.source.timeout
    tests = _results(plain_names(exercise, expected), talk)
    stuck = None
    diagnosis: tuple[Diagnosis, ...] = ()
    exception = _first_exception(talk)
    verdict, limit = _verdict(expected, tests, talk)
    if verdict is Verdict.BROKE_RULES and (doubt := why_doubted(talk)) is not None:
        diagnosis = (Diagnosis("rule", doubt.words, doubt.name, proof="observed"),)
    if verdict is Verdict.TIMEOUT:
        stuck = where_stuck(talk, slot, "" if exercise.package else source, seconds, exercise)
        limit = say_timeout(seconds, stuck)
    if limit is not None:
        ended = {shown_id(one.id) for one in talk.of(TestEnded) if _limit_of(one) == "output"}
        tests = [
            msgspec.structs.replace(one, message=limit) if one.id in ended else one
            for one in _mark_unfinished(tests, talk, stuck, limit)
        ]
    return CheckReport(
        exercise=exercise.id,
        verdict=verdict,
        tests=tuple(tests),
        diagnosis=diagnosis,
        stuck=stuck,
        printed=_printed(talk),
        seconds=round(talk.seconds, 4),
        probes=probes(talk),
        exception=exception,
        limit=limit,
    )


def exception_info(message: ExceptionSaid | None) -> ExceptionInfo | None:
    """An exception a worker described; None for the one that ends what prints too much."""
    if message is None or message.limit == "output":
        return None
    return ExceptionInfo(
        type=cut(message.type, 200).strip() or "(no name)",
        message=cut(message.message, 2_000),
        frames=tuple(
            Frame(
                file=cut(frame.file, 300),
                line=frame.line,
                function=cut(frame.function, 200),
                code=cut(frame.code, 300),
                variables={
                    cut(name, 100): cut(value, 300) for name, value in frame.variables.items()
                },
            )
            for frame in message.frames[:_MOST_FRAMES]
        ),
    )


def _results(names: Mapping[str, str], talk: Conversation) -> list[TestResult]:
    """One result for every expected test, in order, its subtests before it."""
    ends: dict[str, TestEnded] = {}
    inner: dict[str, list[SubtestEnded]] = {}
    for event in talk.of(TestEnded):
        before = ends.get(event.id)
        if before is None or before.outcome == "passed":
            ends[event.id] = event
    for case in talk.of(SubtestEnded):
        inner.setdefault(case.id, []).append(case)
    results = []
    for identity, name in names.items():
        cases = [_subtest(identity, name, event) for event in inner.get(identity, ())]
        result = _result(identity, name, ends.get(identity))
        wrong = sum(case.outcome != "passed" for case in cases)
        if wrong and result.message is None:
            words = f"{wrong} of its {counted(len(cases), 'case')} did not pass."
            result = msgspec.structs.replace(result, outcome="failed", message=words)
        results += [*cases, result]
    return results


def _result(identity: str, name: str, event: TestEnded | None) -> TestResult:
    if event is None:
        return TestResult(name, shown_id(identity), "not_run")
    return _filled(name, shown_id(identity), event)


def _subtest(identity: str, name: str, event: SubtestEnded) -> TestResult:
    label = cut(event.label, 200)
    name = f"{name}: {label}" if label else name
    return _filled(name, f"{shown_id(identity)} ({label})", event)


def _filled(name: str, identity: str, event: TestEnded) -> TestResult:
    def short(text: str | None) -> str | None:
        return None if text is None else cut(text, 4_200)

    return TestResult(
        name=cut(name, 500),
        id=cut(identity, 500),
        outcome=event.outcome,
        call=short(event.call),
        compared=short(event.compared),
        got=short(event.got),
        expected=short(event.expected),
        got_type=short(event.got_type),
        expected_type=short(event.expected_type),
        message=short(event.message),
        exception=exception_info(event.exception),
        printed=cut(event.printed),
        line=event.line,
        seconds=event.seconds,
        typed=tuple(cut(answer, 200) for answer in event.typed or ()),
    )


def _first_exception(talk: Conversation) -> ExceptionInfo | None:
    """What stopped the check as a whole: an import that raised, a name that is not there."""
    for event in (talk.last(ImportFailed), talk.last(CollectFailed), talk.last(Aborted)):
        if event is not None and event.exception is not None:
            return exception_info(event.exception)
    if (missing := talk.last(Missing)) is not None:
        names = ", ".join(f"`{cut(name, 100)}`" for name in missing.names[:_MOST_NAMES])
        return ExceptionInfo("ImportError", f"cannot import name {names}")
    return None


def _verdict(
    expected: Sequence[str], tests: list[TestResult], talk: Conversation
) -> tuple[Verdict, str | None]:
    stop = stopped(talk)
    if stop is not None:
        return stop
    if talk.last(ImportFailed) is not None or talk.last(CollectFailed) is not None:
        return Verdict.ERROR, None
    if (aborted := talk.last(Aborted)) is not None:
        by = cut(aborted.exception.type, 200)
        return Verdict.CRASHED, f"The program stopped the tests before they were all done ({by})."
    if (missing := talk.last(Missing)) is not None and not any(
        test.outcome == "passed" for test in tests
    ):
        return Verdict.ERROR, None
    doubt = why_doubted(talk)
    if all(test.outcome == "passed" for test in tests) and tests and missing is None:
        if doubt is not None:
            return Verdict.BROKE_RULES, doubt.words
        if _proven(expected, talk):
            return Verdict.PASSED, None
        return Verdict.CRASHED, (
            "The tests did not run the way they are written: something in this file changed "
            f"how tests run{what_was_changed(talk)}, so their result cannot be believed."
        )
    return Verdict.FAILED, None


def stopped(talk: Conversation) -> tuple[Verdict, str | None] | None:
    """The verdict where a limit was hit or the process ended by itself; None otherwise."""
    if talk.lost:
        return Verdict.CRASHED, _LOST
    limits = {_limit_of(event) for event in talk.events}
    if talk.stopped == "output" or "output" in limits:
        return Verdict.TOO_MUCH_OUTPUT, (
            f"The program printed more than {PRINTED_LINES:,} lines or {PRINTED_CHARACTERS >> 20} "
            "million characters. Is there a `print` in a loop that never ends?"
        )
    if talk.stopped == "files":
        return Verdict.TOO_MANY_FILES, (
            f"The program stored more than {STORED_BYTES >> 20} MB, or more than "
            f"{STORED_FILES:,} files. Is there a loop that never stops writing?"
        )
    if talk.stopped == "processes":
        return Verdict.TOO_MANY_PROCESSES, (
            f"The program had more than {PROCESSES:,} processes, or more than {THREADS:,} "
            "threads, at once. Does a loop start them without waiting for any?"
        )
    if talk.stopped == "unreadable":
        return Verdict.CRASHED, (
            "What came back from the check cannot be read: something in this file changed how "
            "its results are sent, so they cannot be believed."
        )
    if talk.stopped == "events":
        return Verdict.CRASHED, "The program flooded the channel the results come through."
    memory = talk.stopped == "memory" or talk.last(OutOfMemory) is not None
    if memory or "memory" in limits:
        return Verdict.OUT_OF_MEMORY, (
            f"The program needed more than {MEMORY >> 30} GB of memory. Does a list or a text "
            "grow in a loop that never ends?"
        )
    finished = talk.last(Finished) is not None
    timed_out = talk.last(StuckSaid) is not None or bool(talk.fault)
    if not finished and (talk.stopped == "timeout" or (not talk.ended and timed_out)):
        return Verdict.TIMEOUT, None
    if not talk.ended and not finished:
        what = _SIGNALS.get(talk.status or 0)
        if what:
            return Verdict.CRASHED, f"Python itself stopped with {what} while your code ran."
        return Verdict.CRASHED, (
            "The program ended the whole Python process before it was done. "
            "Look for `os._exit` or a kill."
        )
    return None


def _proven(expected: Sequence[str], talk: Conversation) -> bool:
    """Whether a pass is proven; see the module's text."""
    canaries = [f"{expected[0].split('::')[0]}::{name}" for name in talk.canaries]
    order = [canaries[0], *expected, canaries[1]]
    begun = [event.id for event in talk.of(TestBegun)]
    ended = [event.id for event in talk.of(TestEnded)]
    outcomes = {event.id: event.outcome for event in talk.of(TestEnded)}
    collected = talk.last(Collected)
    finished = talk.last(Finished)
    return (
        (talk.ended or type(talk.events[-1]) is ProbeStuck)
        and talk.stopped is None
        and collected is not None
        and sorted(collected.ids) == sorted(expected)
        and sorted(begun) == sorted(order)
        and sorted(ended) == sorted(order)
        and (begun[0], begun[-1]) == (canaries[0], canaries[1])
        and all(outcomes[name] == "failed" for name in canaries)
        and all(outcomes[name] == "passed" for name in expected)
        and all(event.outcome == "passed" for event in talk.of(SubtestEnded))
        and not what_was_changed(talk)
        and why_doubted(talk) is None
        and finished is not None
        and finished.status == _TESTS_FAILED
    )


def say_timeout(seconds: float, stuck: Stuck | None) -> str:
    """How long it took and where it was."""
    sentence = f"The program was not done after {counted(seconds, 'second')}"
    if stuck is None or stuck.line is None:
        return f"{sentence}."
    inside = f" in `{stuck.function}`" if stuck.function else ""
    return f"{sentence}; it was on line {stuck.line}{inside}."


def _limit_of(event: object) -> str | None:
    """The limit that an event's exception comes from."""
    message = getattr(event, "exception", None)
    return message.limit if isinstance(message, ExceptionSaid) else None


def _mark_unfinished(
    tests: list[TestResult], talk: Conversation, stuck: Stuck | None, limit: str
) -> list[TestResult]:
    """The test that ran when a limit was hit is a failure of its own."""
    begun = talk.last(TestBegun)
    if begun is None:
        return tests
    identity = shown_id(begun.id)
    call = stuck.call if stuck is not None else None
    return [
        msgspec.structs.replace(test, outcome="failed", call=call, message=limit)
        if test.id == identity and test.outcome == "not_run"
        else test
        for test in tests
    ]


def _printed(talk: Conversation) -> str:
    if not talk.ended:
        return cut(talk.printed)
    return cut("".join(event.printed for event in talk.events if isinstance(event, _PRINT)))
