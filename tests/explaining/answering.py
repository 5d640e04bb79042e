"""What is told of a program that answers wrongly: called here, with what a worker would report."""

from __future__ import annotations

import asyncio
import contextlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from course.explaining.diagnose import diagnose
from course.explaining.evidence import Evidence, Saying
from course.explaining.symptoms import SURPRISES, SYMPTOMS
from course.model import CheckReport, Diagnosis, Exercise, ExerciseSource, TestResult, Verdict
from course.worker.value_text import describe, type_name

Symptom = Callable[[Evidence], Saying | None]


def all_said(report: CheckReport, exercise: Exercise, source: str, known: str) -> list[str]:
    """What each symptom says, also those that do not lead, and what is told; but for what is known.

    Where a symptom cannot tell of a value, that is among it.
    """
    evidence = Evidence(report, exercise, source)
    said = []
    for name, symptom in SYMPTOMS.items():
        try:
            it = symptom(evidence)
        except SURPRISES as error:
            said.append(f"{name} cannot tell: {type(error).__name__}")
            continue
        if it and it.text != known:
            said.append(f"{name}, line {it.line}, {len(it.cases)} calls: {it.text}")
    told = asyncio.run(diagnose(report, exercise, source))
    told_beside = [it for it in told if it.text != known]
    return [*said, *(f"told {it.name or it.kind}, line {it.line}: {it.text}" for it in told_beside)]


def told_of_answers(source: str, calls: dict[str, str], module: str = "own") -> Diagnosis:
    """What leads where the calls should give these values, which are written as source."""
    report, exercise = reported(source, calls, module)
    return asyncio.run(diagnose(report, exercise, source))[0]


def reported(
    source: str, calls: dict[str, str], module: str = "own", one_process: bool = False
) -> tuple[CheckReport, Exercise]:
    """The report of a program whose calls should give these values, and its exercise.

    In `one_process` each call meets what those before it have left.
    """
    space = _loaded(source)
    tests = tuple(
        _result(number, call, expected, space if one_process else _loaded(source))
        for number, (call, expected) in enumerate(calls.items())
    )
    exercise = Exercise(
        f"{module}/lesson", Path(), ExerciseSource("Own", "write", "-"), "lesson", "", ()
    )
    report = CheckReport(exercise.id, Verdict.FAILED, tests=tests)
    return report, exercise


def said_by(symptom: Symptom, source: str, calls: dict[str, str], one_process: bool = False) -> str:
    """What one symptom says of a program whose calls should give these values; "" for nothing."""
    report, exercise = reported(source, calls, one_process=one_process)
    saying = symptom(Evidence(report, exercise, source))
    return saying.text if saying else ""


def said_of_answers(symptom: Symptom, *pairs: tuple[object, object]) -> str:
    """The same of calls that give the first of each pair, and should give the second."""
    return said_by(symptom, *giving(*pairs))


def evidence_of(source: str, *tests: TestResult) -> Evidence:
    """What is known of a program by these results of tests."""
    report = CheckReport("own/lesson", Verdict.FAILED, tests=tests)
    exercise = Exercise("own/lesson", Path(), ExerciseSource("Own", "write", "-"), "lesson", "", ())
    return Evidence(report, exercise, source)


def giving(*pairs: tuple[object, object]) -> tuple[str, dict[str, str]]:
    """A program whose calls `f(0)`, `f(1)` ... give the first of each pair, not the second."""
    source = f"def f(n):\n    return {[got for got, _ in pairs]!r}[n]\n"
    return source, {f"f({at})": repr(expected) for at, (_, expected) in enumerate(pairs)}


def _loaded(source: str) -> dict[str, Any]:
    space: dict[str, Any] = {"__name__": "lesson"}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(source, "lesson.py", "exec", dont_inherit=True), space)
    return space


def _result(number: int, call: str, expected: str, space: dict[str, Any]) -> TestResult:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        got = eval(call, space)  # noqa: S307 - our own programs
    wanted = eval(expected)  # noqa: S307 - as above
    return TestResult(
        "It works",
        f"test_it[{number}]",
        "passed" if got == wanted else "failed",
        call=call,
        got=describe(got),
        expected=describe(wanted),
        got_type=type_name(got),
        expected_type=type_name(wanted),
        printed=printed.getvalue(),
    )
