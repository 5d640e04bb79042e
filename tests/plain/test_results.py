"""A report as lines."""

from __future__ import annotations

from course.model import CheckReport, Diagnosis, TestResult, Verdict
from course.plain.results import report_lines

TEST = TestResult(id="test_a", name="A", outcome="failed", call="work.a(1)", got="1", expected="2")


def lines(report: CheckReport) -> list[str]:
    return [part.text for part in report_lines(report)]


def test_the_verdict_leads_then_why_then_the_facts_and_the_tests() -> None:
    told = Diagnosis("mistake", "It gave `1`.", diff="-1\n+2\n")
    report = CheckReport("shop/work", Verdict.FAILED, tests=(TEST,), diagnosis=(told,), printed="x")
    said = lines(report)
    assert said[0] == "✗ Not yet: the test does not pass"
    assert said[1:4] == ["", "It gave `1`.", "-1\n+2"]
    assert "  call      a(1)" in said
    assert said.index("  got       1") < said.index("  expected  2") < said.index("  ✗ A")
    assert said[-2:] == ["\nYour code printed:", "  x"]


def test_a_pass_is_short() -> None:
    passed = TestResult(id="test_a", name="A", outcome="passed")
    report = CheckReport("shop/work", Verdict.PASSED, tests=(passed,), printed="x")
    assert lines(report) == ["✓ The test passes", "", "  ✓ A"]
