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


class Part(NamedTuple):
    """A line, or a text in Markdown."""

    text: str
    is_markdown: bool = False


def parts_of(report: CheckReport, exercise: Exercise | None = None) -> Iterator[Part]:
    """A report for people, line by line."""
    yield Part(verdict_line(report))
    others = [it for it in report.diagnosis[1:] if it.kind != "facts"]  # the lines below tell them
    for diagnosis in (*report.diagnosis[:1], *others[:_MOST_OTHERS]):
        yield Part("")
        yield Part(diagnosis.text, is_markdown=True)
        if diagnosis.diff:
            yield Part(diagnosis.diff.rstrip())
    failure = failure_told(report, report.diagnosis[0] if report.diagnosis else None)
    if failure is not None and (failure.call or failure.got is not None):
        yield Part("")
        if failure.call:
            yield Part(f"  call      {call_as_written(failure.call, report.exercise)}")
        for at, answer in enumerate(failure.typed):
            yield Part(f"  {'' if at else 'typed':<10}{answer}")
        if failure.compared is not None:
            yield Part(f"  compared  {failure.compared}")
        if failure.got is not None:
            yield Part(f"  got       {failure.got}")
        if failure.expected is not None:
            yield Part(f"  expected  {value_expected(failure.expected)}")
    if report.tests:
        yield Part("")
    for stage in stages(report, exercise):
        if stage.heading:
            yield Part(f"  {STAGES[stage.state]} {stage.heading}")
        for test in stage.tests:
            yield Part(f"  {OUTCOMES[test.outcome]} {test.name}")
    if report.printed.strip() and not report.passed:
        yield Part("\nYour code printed:")
        printed = report.printed.splitlines()[:_LINES_PRINTED]
        yield Part("\n".join(f"  {line}" for line in printed))
