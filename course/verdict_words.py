"""What a verdict is called, with its sign, for the app and the command line alike."""

from __future__ import annotations

import re
from typing import NamedTuple

from course.model import (
    CheckReport,
    Diagnosis,
    ExceptionInfo,
    Frame,
    ProgramReport,
    Stuck,
    TestResult,
    Verdict,
)
from course.plural import counted
from course.signs import RIGHT, STOPPED, WRONG


class VerdictWords(NamedTuple):
    """What is said of a check, and of a program that was run, each without its full stop."""

    sign: str
    check: str
    program: str


WORDS = {
    Verdict.PASSED: VerdictWords(RIGHT, "All {tests} pass", "It came to its end"),
    Verdict.FAILED: VerdictWords(
        WRONG, "Not yet: {passed} of {tests} pass", "Its check is not true"
    ),
    Verdict.ERROR: VerdictWords(WRONG, "Python could not use the code", "It ended with an error"),
    Verdict.TIMEOUT: VerdictWords(
        STOPPED, "The code did not end in time", "It did not end in time and was stopped"
    ),
    Verdict.OUT_OF_MEMORY: VerdictWords(
        STOPPED, "The code used too much memory", "It used too much memory and was stopped"
    ),
    Verdict.TOO_MUCH_OUTPUT: VerdictWords(
        STOPPED, "The code printed too much", "It printed too much and was stopped"
    ),
    Verdict.TOO_MANY_FILES: VerdictWords(
        STOPPED, "The code stored too much in files", "It stored too much in files and was stopped"
    ),
    Verdict.TOO_MANY_PROCESSES: VerdictWords(
        STOPPED,
        "The code started too many processes",
        "It started too many processes and was stopped",
    ),
    Verdict.CRASHED: VerdictWords(STOPPED, "Python itself stopped", "Python itself stopped"),
    Verdict.BROKE_RULES: VerdictWords(
        WRONG,
        "Not yet: a rule of this exercise",
        "It tried something that is not allowed here",
    ),
}


EXERCISE_KINDS = {
    "write": "Write code",
    "fix": "Find and fix a bug",
    "test": "Write tests",
    "review": "Review a change",
    "refactor": "Improve code that works",
    "project": "Build something",
    "repo": "Work in a real repository",
}
"""What a learner does in an exercise, by its kind."""


def failure_told(report: CheckReport, leading: Diagnosis | None) -> TestResult | None:
    """The test that the leading diagnosis is about, or the first that did not pass."""
    if leading is not None and leading.test:
        for test in report.tests:
            if test.id == leading.test:
                return test
    failing = [test for test in report.tests if test.outcome in ("failed", "error")]
    return failing[0] if failing else None


def test_told(report: CheckReport) -> TestResult | None:
    """The test that a report is about: the one that is explained, after a pass the first."""
    if report.passed:
        return next(iter(report.tests), None)
    leading = report.diagnosis[0] if report.diagnosis else None
    stuck = report.stuck.test if report.stuck else None
    unfinished = (test for test in report.tests if test.id == stuck)
    return next(unfinished, None) or failure_told(report, leading)


def call_as_written(call: str, exercise: str) -> str:
    """A call of a test as a learner would write it in their own file: without the module."""
    module = exercise.rpartition("/")[2]
    if not module:
        return call
    return re.sub(rf"(?<![\w.\"']){re.escape(module)}\.(?=\w)", "", call)


def value_expected(value: str) -> str:
    """What a test expects; of numbers that need not agree to the last digit it says so."""
    exact = _TOLERANCE.sub("", value)
    if exact != value:
        return f"{exact} (approximately)"
    bound = expected_bound(value)
    return " ".join(bound) if bound else value


def expected_bound(value: str) -> tuple[str, str] | None:
    """`less than` and `380` for `< 380`; None where a test expects no bound."""
    sign, _, limit = value.partition(" ")
    return (_BOUNDS[sign], limit) if sign in _BOUNDS and limit else None


_BOUNDS = {
    "<": "less than",
    ">": "more than",
    "<=": "at most",
    ">=": "at least",
    "!=": "anything but",
}
_TOLERANCE = re.compile(r" ± \d[\d.e+-]*")


def verdict_line(report: CheckReport) -> str:
    """The verdict of a check in words, with its sign."""
    words = WORDS[report.verdict]
    if report.verdict is Verdict.ERROR and report.limit is not None and not report.tests:
        return f"{words.sign} The check could not begin"
    passed = sum(test.outcome == "passed" for test in report.tests)
    if len(report.tests) == 1 and report.verdict in _OF_ONE_TEST:
        return f"{words.sign} {_OF_ONE_TEST[report.verdict]}"
    line = words.check.format(passed=passed, tests=counted(len(report.tests), "test"))
    return f"{words.sign} {line}"


_OF_ONE_TEST = {
    Verdict.PASSED: "The test passes",
    Verdict.FAILED: "Not yet: the test does not pass",
}


# ---------------------------------------------------------------- programs and exceptions

_FRAMES = 12
"""Frames of a traceback that are shown, half of them from each end."""


def exception_line(exception: ExceptionInfo) -> str:
    """The last line of a traceback: `ValueError: not a number`."""
    if exception.message:
        return f"{exception.type}: {exception.message}"
    return exception.type


def exception_place(exception: ExceptionInfo) -> str:
    """The learner's line that it came from, or nothing."""
    if not exception.frames:
        return ""
    frame = exception.frames[-1]
    place = f"line {frame.line}" + _elsewhere(frame, exception)
    return f"{place}: {frame.code.strip()}" if frame.code else place


def _elsewhere(frame: Frame, exception: ExceptionInfo) -> str:
    """The frame's file, where that is another one than the exception began in."""
    return f" of {frame.file}" if frame.file != exception.frames[0].file else ""


def stuck_line(stuck: Stuck) -> str:
    """Where code was when its time ran out."""
    if stuck.line is None:
        return ""
    code = f": {stuck.code.strip()}" if stuck.code else ""
    return f"It was on line {stuck.line}{code}"


def program_ending(report: ProgramReport) -> list[str]:
    """How a program ended where it did not end by itself: a symbol and words, then the place."""
    if report.exception is not None:
        place = exception_place(report.exception)
        return [f"{WRONG} {exception_line(report.exception)}", *([f"  {place}"] if place else [])]
    if report.verdict not in (Verdict.PASSED, Verdict.FAILED, Verdict.ERROR):
        where = stuck_line(report.stuck) if report.stuck else ""
        words = f"{STOPPED} {WORDS[report.verdict].program}."
        return [words, *([f"  {where}"] if where else [])]
    return []


def traceback_lines(exception: ExceptionInfo) -> list[str]:
    """The learner's own frames, the innermost last, as Python shows them; without the end."""
    frames = exception.frames
    lines = ["Traceback (most recent call last):"] if frames else []
    for number, frame in enumerate(frames):
        if len(frames) > _FRAMES and number == _FRAMES // 2:
            lines.append(f"  … {counted(len(frames) - _FRAMES, 'more call')} …")
        if _FRAMES // 2 <= number < len(frames) - _FRAMES // 2:
            continue
        function = f", in {frame.function}" if frame.function else ""
        lines.append(f"  line {frame.line}{_elsewhere(frame, exception)}{function}")
        if frame.code:
            lines.append(f"    {frame.code.strip()}")
    return lines
