"""How commands print: Markdown on a terminal, plain text in a pipe."""

from __future__ import annotations

import sys
from typing import Any

from course.checking.report_order import stages
from course.model import CheckReport, Exercise
from course.signs import OUTCOMES, STAGES
from course.terminal import echo, show_only
from course.verdict_words import call_as_written, failure_told, value_expected, verdict_line


def show_markdown(text: str) -> None:
    """Rendered on a terminal, as it is in a pipe."""
    if not sys.stdout.isatty():
        echo(text.rstrip())
        return
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console(markup=False)
    show_only(console)
    console.print(Markdown(text), width=min(84, console.width))


def show_report(report: CheckReport, exercise: Exercise | None = None) -> None:
    """A report for people: the verdict, what we have to say, the call, the tests."""
    echo(verdict_line(report))
    for diagnosis in report.diagnosis:
        echo()
        show_markdown(diagnosis.text)
        if diagnosis.diff:
            echo(diagnosis.diff.rstrip())
    failure = failure_told(report, report.diagnosis[0] if report.diagnosis else None)
    if failure is not None and failure.call:
        echo()
        echo(f"  call      {call_as_written(failure.call, report.exercise)}")
        if failure.got is not None:
            echo(f"  got       {failure.got}")
        if failure.expected is not None:
            echo(f"  expected  {value_expected(failure.expected)}")
    if report.tests:
        echo()
    for stage in stages(report, exercise):
        if stage.heading:
            echo(f"  {STAGES[stage.state]} {stage.heading}")
        for test in stage.tests:
            echo(f"  {OUTCOMES[test.outcome]} {test.name}")
    if report.printed.strip() and not report.passed:
        echo("\nYour code printed:")
        echo("\n".join(f"  {line}" for line in report.printed.splitlines()[:20]))


def report_json(file: str, report: CheckReport) -> dict[str, Any]:
    """A report in the shape that `course check --json` promises."""
    return {
        "version": 1,
        "file": file,
        "exercise": report.exercise,
        "verdict": report.verdict.value,
        "tests": [
            {
                "name": test.name,
                "outcome": test.outcome,
                "call": test.call,
                "got": test.got,
                "expected": test.expected,
            }
            for test in report.tests
        ],
        "diagnosis": [
            {"kind": it.kind, "text": it.text, "name": it.name, "line": it.line, "proof": it.proof}
            for it in report.diagnosis
        ],
        "stuck": report.stuck,
        "limit": report.limit,
        "printed": report.printed,
        "seconds": round(report.seconds, 4),
    }
