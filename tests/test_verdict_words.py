"""What a check is called and how its facts are written."""

from __future__ import annotations

import pytest

from course.model import CheckReport, Diagnosis, TestResult, Verdict
from course.verdict_words import call_as_written, failure_told, value_expected, verdict_line


@pytest.mark.parametrize(
    ("call", "written"),
    [
        ("clamp.clamp(5, 1, 9)", "clamp(5, 1, 9)"),
        ("clamp.clamp(clamp.LOW, 1)", "clamp(LOW, 1)"),
        ("reclamp.clamp(1)", "reclamp.clamp(1)"),
        ("tools.clamp.clamp(1)", "tools.clamp.clamp(1)"),
        ("read('clamp.txt')", "read('clamp.txt')"),
        ("clamp(1)", "clamp(1)"),
    ],
)
def test_a_call_is_written_as_in_the_learners_own_file(call: str, written: str) -> None:
    assert call_as_written(call, "basics/clamp") == written
    assert call_as_written(call, "") == call


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("77 ± 7.7e-05", "77 (approximately)"),
        ("[0.1 ± 1.0e-07, 2 ± 0.5]", "[0.1, 2] (approximately)"),
        ("'5 ± or so'", "'5 ± or so'"),
        ("77", "77"),
        ("< 380", "less than 380"),
        (">= 'a b'", "at least 'a b'"),
    ],
)
def test_what_is_expected_is_said_in_words(value: str, told: str) -> None:
    assert value_expected(value) == told


def test_the_facts_are_those_of_the_test_that_the_words_are_about() -> None:
    tests = tuple(TestResult(id=it, name=it, outcome="failed") for it in ("first", "second"))
    report = CheckReport("basics/clamp", Verdict.FAILED, tests)
    leading = Diagnosis("symptom", "words", test="second")
    assert failure_told(report, None) is tests[0]
    assert failure_told(report, leading) is tests[1]


def test_a_check_that_could_not_begin_is_not_the_codes_fault() -> None:
    report = CheckReport("basics/clamp", Verdict.ERROR, limit="It needs Git, which is not here.")
    assert verdict_line(report).endswith("The check could not begin")
