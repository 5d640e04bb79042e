"""The kind *refactor*: the tests stay green while a measured flaw goes away."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from course.checking.kinds import CheckerLike, measures
from course.checking.kinds.workload import OTHER_RESULTS, measuring_test
from course.model import (
    CheckReport,
    Diagnosis,
    Exercise,
    RefactorLimits,
    Rules,
    TestResult,
    Verdict,
)

MEASURES: dict[str, tuple[str, Callable[[str], measures.Measure]]] = {
    "complexity": ("ways through the most complicated function", measures.complexity),
    "function_lines": ("lines in the longest function", measures.function_lines),
    "flag_arguments": ("parameters that choose what a function does", measures.flag_arguments),
    "duplicate_blocks": ("blocks of code that are there twice", measures.duplicate_blocks),
}
"""What is measured on the code as it is written: by the limit's name, in words, and how."""

_WORKED = ("time_ratio", "allocations")


async def check(exercise: Exercise, source: str, checker: CheckerLike) -> CheckReport:
    """Run the tests, then measure. Each limit is a test result; limits wait for green tests."""
    rules = exercise.source.rules
    if measures.hidden_code(exercise.starter) is not None:  # then it is nothing to be told about
        rules = msgspec.structs.replace(rules, limits=None)
    plain = msgspec.structs.replace(
        exercise,
        id=f"{exercise.id}#tests",
        source=msgspec.structs.replace(exercise.source, kind="write", rules=rules),
    )
    report = await checker.check(plain, source, independent=True)
    report = msgspec.structs.replace(report, exercise=exercise.id)
    if not report.passed:
        return report
    results = await measured(exercise, source, checker)
    over = [one for one in results if one.outcome != "passed"]
    diagnosis = tuple(
        Diagnosis(
            kind="facts",
            text=f"The tests are green. What is left: {one.name}: {one.message or one.got}.",
            name=one.id.removeprefix("limit::"),
            line=one.line,
            test=one.id,
        )
        for one in over
    )
    return msgspec.structs.replace(
        report,
        verdict=Verdict.FAILED if over else Verdict.PASSED,
        tests=(*report.tests, *results),
        diagnosis=diagnosis,
    )


async def measured(exercise: Exercise, source: str, checker: CheckerLike) -> list[TestResult]:
    """One result per limit of the exercise: what was measured, and what is allowed."""
    limits = exercise.source.rules.limits or RefactorLimits()
    results = []
    hidden = measures.hidden_code(source)
    if hidden is not None and measures.hidden_code(exercise.starter) is None:
        words = "all code is there to be measured"
        text = f"line {hidden.line} uses `{hidden.where}`, which runs code that is not written out"
        results.append(_result("hidden_code", words, 1, 0, text, hidden.line))
    for name, (words, measure) in MEASURES.items():
        allowed = getattr(limits, name)
        if allowed is None:
            continue
        reading = measure(source)
        where = (
            f"`{reading.where}` has {reading.value}"
            if reading.where
            else f"there are {reading.value}"
        )
        results.append(
            _result(name, f"at most {allowed} {words}", reading.value, allowed, where, reading.line)
        )
    if limits.workload and (limits.time_ratio is not None or limits.allocations is not None):
        results += await _worked(exercise, source, limits, checker)
    return results


async def _worked(
    exercise: Exercise, source: str, limits: RefactorLimits, checker: CheckerLike
) -> list[TestResult]:
    """Run the workload on the starter and on the submission, in turns, in one process."""
    names = [name for name in _WORKED if getattr(limits, name) is not None]
    most = {name: getattr(limits, name) for name in names}
    with tempfile.TemporaryDirectory(prefix="course-limits-") as folder:
        file = Path(folder, "test_limits.py")
        file.write_text(measuring_test(exercise, source, limits), encoding="utf-8")
        plain = msgspec.structs.replace(exercise.source, kind="write", probes=(), rules=Rules())
        measuring = msgspec.structs.replace(
            exercise, id=f"{exercise.id}#limits", source=plain, test_files=(file,), mistakes=()
        )
        report = await checker.check(measuring, source, independent=True)
    by_name = {one.id.removeprefix("test_"): one for one in report.tests}
    tests = [by_name[name] for name in names if name in by_name]
    if (
        len(tests) < len(names)
        or not all(_has_number(one) for one in tests)
        or not (report.passed or report.verdict is Verdict.FAILED)
    ):
        return [_ended_badly(report)]
    results = []
    for name, one in zip(names, tests, strict=True):
        value = _number(one)
        if name == "time_ratio":
            words = f"at most {most[name]:g} of the time the starter takes"
            text = f"it takes {value:g} of the starter's time"
        else:
            words = f"at most {most[name]} bytes at once"
            text = f"it holds {value:g} bytes at once"
        outcome = value if one.outcome == "passed" else max(value, most[name] + 1e-3)
        results.append(_result(name, words, outcome, most[name], text, None))
    return results


def _has_number(test: TestResult) -> bool:
    return test.outcome == "passed" or (
        test.exception is None and _MEASURED_LINE.search(test.printed) is not None
    )


def _number(test: TestResult) -> float:
    """What the measuring printed last; shown, and never what decides."""
    numbers = _MEASURED_LINE.findall(test.printed)
    return float(numbers[-1]) if numbers else 0.0


def _ended_badly(report: CheckReport) -> TestResult:
    failing = report.first_failure
    exception = report.exception or (failing.exception if failing else None)
    words = report.limit or (
        f"they end with {exception.type}: {exception.message}" if exception else ""
    )
    if failing is not None and (failing.message or "").startswith(OTHER_RESULTS):
        words = "with the larger input it gives other results than the starter"
    if not words and failing is not None:
        words = failing.message or "what they rely on was changed"
    return _result("workload", "the measured calls end well", 1, 0, words, None)


_MEASURED_LINE = re.compile(r"^measured ([0-9.e+-]+)$", re.MULTILINE)


def _result(
    name: str, words: str, value: float, allowed: float, text: str, line: int | None
) -> TestResult:
    return TestResult(
        name=words,
        id=f"limit::{name}",
        outcome="passed" if value <= allowed else "failed",
        got=f"{value:g}",
        expected=f"at most {allowed:g}",
        message=text,
        line=line,
    )
