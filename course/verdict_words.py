"""What a verdict is called, with its sign, for the app and the command line alike."""

from __future__ import annotations

import re
from typing import NamedTuple

from course.model import CheckReport, Diagnosis, TestResult, Verdict
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


def failure_told(report: CheckReport, leading: Diagnosis | None) -> TestResult | None:
    """The test that the leading diagnosis is about, or the first that did not pass."""
    if leading is not None and leading.test:
        for test in report.tests:
            if test.id == leading.test:
                return test
    failing = [test for test in report.tests if test.outcome in ("failed", "error")]
    return failing[0] if failing else None


def call_as_written(call: str, exercise: str) -> str:
    """A call of a test as a learner would write it in their own file: without the module."""
    module = exercise.rpartition("/")[2]
    if not module:
        return call
    return re.sub(rf"(?<![\w.\"']){re.escape(module)}\.(?=\w)", "", call)


def value_expected(value: str) -> str:
    """What a test expects; of numbers that need not agree to the last digit it says so."""
    exact = _TOLERANCE.sub("", value)
    return value if exact == value else f"{exact} (approximately)"


_TOLERANCE = re.compile(r" ± \d[\d.e+-]*")


def verdict_line(report: CheckReport) -> str:
    """The verdict of a check in words, with its sign."""
    words = WORDS[report.verdict]
    passed = sum(test.outcome == "passed" for test in report.tests)
    if len(report.tests) == 1 and report.verdict in _OF_ONE_TEST:
        return f"{words.sign} {_OF_ONE_TEST[report.verdict]}"
    line = words.check.format(passed=passed, tests=counted(len(report.tests), "test"))
    return f"{words.sign} {line}"


_OF_ONE_TEST = {
    Verdict.PASSED: "The test passes",
    Verdict.FAILED: "Not yet: the test does not pass",
}
