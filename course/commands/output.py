"""How commands print: Markdown on a terminal, plain text in a pipe."""

from __future__ import annotations

import sys
from typing import Any

from course.model import CheckReport, Exercise
from course.plain.report import parts_of
from course.terminal import echo, show_only


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
    for part in parts_of(report, exercise):
        (show_markdown if part.is_markdown else echo)(part.text)


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
