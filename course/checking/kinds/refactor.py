"""The kind *refactor*: the tests stay green while a measured flaw goes away."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable

import msgspec

from course.checking.kinds import CheckerLike, measures
from course.model import CheckReport, Diagnosis, Exercise, Limits, TestResult, Verdict

_WORDS: dict[str, tuple[str, Callable[[str], measures.Measure]]] = {
    "complexity": ("ways through the most complicated function", measures.complexity),
    "function_lines": ("lines in the longest function", measures.function_lines),
    "duplicate_blocks": ("blocks of code that are there twice", measures.duplicate_blocks),
}

_WORKLOAD = """\
import json, time, tracemalloc
def load(source, name):
    names = {{"__name__": name}}
    exec(compile(source, name, "exec"), names)
    return names
work = compile({workload!r}, "workload", "exec")
before, after = load({starter!r}, "starter"), load({source!r}, {module!r})
def seconds(names):
    started = time.perf_counter()
    exec(work, dict(names))
    return time.perf_counter() - started
times = [(seconds(before), seconds(after)) for _ in range(5)]
tracemalloc.start()
exec(work, dict(after))
peak = tracemalloc.get_traced_memory()[1]
tracemalloc.stop()
print()
print({mark!r} + json.dumps({{"before": min(a for a, _ in times), "after": min(b for _, b in times),
                            "peak": peak}}))
"""


async def check(exercise: Exercise, source: str, checker: CheckerLike) -> CheckReport:
    """Run the tests, then measure. Each limit is a test result; limits wait for green tests."""
    plain = msgspec.structs.replace(
        exercise,
        id=f"{exercise.id}#tests",
        source=msgspec.structs.replace(exercise.source, kind="write"),
    )
    report = await checker.check(plain, source, independent=True)
    report = msgspec.structs.replace(report, exercise=exercise.id)
    if not report.passed:
        return report
    results = await measured(exercise, source, checker)
    over = [one for one in results if one.outcome != "passed"]
    told = tuple(
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
        diagnosis=told,
    )


async def measured(exercise: Exercise, source: str, checker: CheckerLike) -> list[TestResult]:
    """One result per limit of the exercise: what was measured, and what is allowed."""
    limits = exercise.source.rules.limits or Limits()
    results = []
    for name, (words, measure) in _WORDS.items():
        allowed = getattr(limits, name)
        if allowed is None:
            continue
        found = measure(source)
        where = f"`{found.where}` has {found.value}" if found.where else f"there are {found.value}"
        results.append(
            _result(name, f"at most {allowed} {words}", found.value, allowed, where, found.line)
        )
    if limits.workload and (limits.time_ratio is not None or limits.allocations is not None):
        results += await _worked(exercise, source, limits, checker)
    return results


async def _worked(
    exercise: Exercise, source: str, limits: Limits, checker: CheckerLike
) -> list[TestResult]:
    """Run the workload on the starter and on the submission, in turns, in one process."""
    mark = secrets.token_hex(8)
    program = _WORKLOAD.format(
        workload=limits.workload,
        starter=exercise.starter,
        source=source,
        module=exercise.module_name,
        mark=mark,
    )
    files = {
        one.relative_to(exercise.folder).as_posix(): one.read_text("utf-8")
        for one in exercise.data_files
    }
    report = await checker.run(
        program, needs=exercise.source.needs, timeout=exercise.source.timeout, files=files
    )
    line = next((one for one in report.printed.splitlines() if one.startswith(mark)), None)
    if line is None:
        said = report.exception.type if report.exception else report.verdict
        return [
            _result("workload", "the measured calls end well", 1, 0, f"they end with {said}", None)
        ]
    numbers = json.loads(line.removeprefix(mark))
    results = []
    if limits.time_ratio is not None:
        ratio = round(numbers["after"] / max(numbers["before"], 1e-9), 3)
        words = f"at most {limits.time_ratio:g} of the time the starter takes"
        said = f"it takes {ratio:g} of the starter's time"
        results.append(_result("time_ratio", words, ratio, limits.time_ratio, said, None))
    if limits.allocations is not None:
        words = f"at most {limits.allocations} bytes at once"
        said = f"it holds {numbers['peak']} bytes at once"
        results.append(
            _result("allocations", words, numbers["peak"], limits.allocations, said, None)
        )
    return results


def _result(
    name: str, words: str, value: float, allowed: float, said: str, line: int | None
) -> TestResult:
    return TestResult(
        name=words,
        id=f"limit::{name}",
        outcome="passed" if value <= allowed else "failed",
        got=f"{value:g}",
        expected=f"at most {allowed:g}",
        message=said,
        line=line,
    )
