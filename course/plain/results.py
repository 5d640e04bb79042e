"""A report as lines: the verdict, what there is to say, the call, the tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from course.checking.report_order import stages
from course.model import CheckReport, Exercise
from course.signs import OUTCOMES, STAGES
from course.verdict_words import call_as_written, failure_told, value_expected, verdict_line

_LINES_PRINTED = 20
_MOST_OTHERS = 2


class ReportLine(NamedTuple):
    """A line, or a text in Markdown."""

    text: str
    is_markdown: bool = False


def report_lines(report: CheckReport, exercise: Exercise | None = None) -> Iterator[ReportLine]:
    """A report for people, line by line."""
    yield ReportLine(verdict_line(report))
    others = [it for it in report.diagnosis[1:] if it.kind != "facts"]  # the lines below tell them
    for diagnosis in (*report.diagnosis[:1], *others[:_MOST_OTHERS]):
        yield ReportLine("")
        yield ReportLine(diagnosis.text, is_markdown=True)
        if diagnosis.diff:
            yield ReportLine(diagnosis.diff.rstrip())
    failure = failure_told(report, report.diagnosis[0] if report.diagnosis else None)
    if failure is not None and (failure.call or failure.got is not None):
        yield ReportLine("")
        if failure.call:
            yield ReportLine(f"  call      {call_as_written(failure.call, report.exercise)}")
        for at, answer in enumerate(failure.typed):
            yield ReportLine(f"  {'' if at else 'typed':<10}{answer}")
        if failure.compared is not None:
            yield ReportLine(f"  compared  {failure.compared}")
        if failure.got is not None:
            yield ReportLine(f"  got       {failure.got}")
        if failure.expected is not None:
            yield ReportLine(f"  expected  {value_expected(failure.expected)}")
    if report.tests:
        yield ReportLine("")
    for stage in stages(report, exercise):
        if stage.heading:
            yield ReportLine(f"  {STAGES[stage.state]} {stage.heading}")
        for test in stage.tests:
            yield ReportLine(f"  {OUTCOMES[test.outcome]} {test.name}")
    if report.printed.strip() and not report.passed:
        yield ReportLine("\nYour code printed:")
        printed = report.printed.splitlines()[:_LINES_PRINTED]
        yield ReportLine("\n".join(f"  {line}" for line in printed))
