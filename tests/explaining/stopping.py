"""What is told of a program that stops: run here, with the frames a worker would report."""

from __future__ import annotations

import asyncio
import inspect
import linecache
from pathlib import Path
from typing import Any

from course.checking.verdict import exception_info
from course.explaining.diagnose import diagnose
from course.model import (
    CheckReport,
    Diagnosis,
    ExceptionInfo,
    Exercise,
    ExerciseSource,
    TestResult,
    Verdict,
)
from course.worker.value_text import OwnFolder


def told_of(source: str, call: str | None, folder: Path, module: str = "own") -> Diagnosis:
    """What leads of what is told when a call, or the loading of the file, stops."""
    report, exercise = reported_stop(source, call, folder, module)
    return asyncio.run(diagnose(report, exercise, source))[0]


def reported_stop(
    source: str, call: str | None, folder: Path, module: str = "own"
) -> tuple[CheckReport, Exercise]:
    """The report of a call, or of the loading of a file, that stops, and its exercise."""
    exception = stopped(source, call, folder)
    name = f"{module}/lesson"
    exercise = Exercise(name, folder, ExerciseSource("Own", "write", "-"), "lesson", "", ())
    report = CheckReport(name, Verdict.ERROR, exception=exception)
    if call is not None:
        test = TestResult("It works", "test_it", "failed", call=call, exception=exception)
        report = CheckReport(name, Verdict.FAILED, tests=(test,))
    return report, exercise


def stopped(source: str, call: str | None, folder: Path) -> ExceptionInfo:
    """What a call of a program, or the loading of its file, stops with."""
    file = folder / "lesson.py"
    file.write_text(source, encoding="utf-8")
    linecache.clearcache()
    space: dict[str, Any] = {"__name__": "lesson"}
    try:
        exec(compile(source, str(file), "exec", dont_inherit=True), space)
        if call is not None:
            value = eval(call, space)  # noqa: S307 - our own programs
            if inspect.iscoroutine(value):
                asyncio.run(value)
    except BaseException as error:
        found = exception_info(OwnFolder(str(folder)).exception(error))
        assert found is not None
        return found
    raise AssertionError(f"it does not stop:\n{source}")
