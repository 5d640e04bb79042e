"""Whatever happens while words are found for a report, the learner gets the verdict and a fact."""

from __future__ import annotations

import logging
from asyncio import run
from pathlib import Path

import pytest

from course.catalogue import read_exercise
from course.explaining.diagnose import diagnose
from course.explaining.evidence import Evidence
from course.explaining.facts import facts
from course.model import CheckReport, ExceptionInfo, Frame, Mistake, TestResult, Verdict

DOUBLE = read_exercise(Path(__file__).parents[1] / "content" / "exercises" / "basics" / "double")


def report(verdict: Verdict, *tests: TestResult) -> CheckReport:
    return CheckReport(DOUBLE.id, verdict, tests=tests)


def test_a_surprise_is_logged_and_the_facts_are_told(caplog: pytest.LogCaptureFixture) -> None:
    failed = TestResult(
        "doubles", "test_doubles", "failed", call="double(4)", got="9", expected="8"
    )
    with caplog.at_level(logging.ERROR):
        told = run(diagnose(report(Verdict.FAILED, failed), DOUBLE, None))  # type: ignore[arg-type]

    assert "no diagnosis of basics/double" in caplog.text
    assert [it.kind for it in told] == ["facts"]
    assert told[0].text == "`double(4)` gave back `9`. The test expects `8`."


@pytest.mark.parametrize(
    ("outcome", "words"),
    [("skipped", "was skipped, so it proves nothing"), ("not_run", "could not begin")],
)
def test_a_report_with_nothing_in_it_still_says_something(outcome: str, words: str) -> None:
    verdict = Verdict.FAILED if outcome == "skipped" else Verdict.ERROR
    test = TestResult("doubles", "test_doubles", outcome)  # type: ignore[arg-type]

    (told,) = run(diagnose(report(verdict, test), DOUBLE, "def double(n):\n    return n * 2\n"))

    assert words in told.text


def test_a_known_mistake_leads_and_nothing_else_is_looked_for() -> None:
    failed = TestResult("x", "test_x", "failed", call="double(4)", got="5", expected="8",
                        got_type="int", expected_type="int")  # fmt: skip
    source = "def double(n):\n    return n + 1\n"
    path = next(iter(DOUBLE.mistakes)).path
    mistake = Mistake("adds_one", path, "One is added, and nothing is doubled.")
    told = run(diagnose(report(Verdict.FAILED, failed), DOUBLE, source, mistake))
    assert [(it.kind, it.name or "") for it in told] == [("mistake", "adds_one"), ("facts", "")]
    assert (told[0].text, told[0].proof) == ("One is added, and nothing is doubled.", "observed")


def test_a_pass_is_told_nothing() -> None:
    passed = TestResult("doubles", "test_doubles", "passed")
    assert (
        run(diagnose(report(Verdict.PASSED, passed), DOUBLE, "def double(n): return 2 * n")) == ()
    )


@pytest.mark.parametrize(
    ("function", "who"), [("double", "`double(4)`"), ("other", "The test `x`")]
)
def test_an_exception_is_said_of_the_call_only_where_it_came_out_of_it(
    function: str, who: str
) -> None:
    """`ask(client, double(4))`: what stops while the client asks is no end of `double`."""
    source = "def double(n):\n    return n * 2\n\ndef other(n):\n    return {}[n]\n"
    stopped = ExceptionInfo("KeyError", "8", (Frame("double.py", 5, function, "return {}[n]"),))
    test = TestResult("x", "test_x", "failed", call="double(4)", exception=stopped)
    evidence = Evidence(report(Verdict.FAILED, test), DOUBLE, source)
    told = facts(evidence, "")
    assert told is not None
    assert told.text.startswith(f"{who} stopped with `KeyError`"), told.text
