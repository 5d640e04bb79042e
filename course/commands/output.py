"""How commands print: Markdown on a terminal, plain text in a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from course.model import CheckReport, Exercise
from course.plain.results import report_lines
from course.terminal import echo, show_only

if TYPE_CHECKING:
    from course.learner.session import Session


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
    for part in report_lines(report, exercise):
        (show_markdown if part.is_markdown else echo)(part.text)


def tell_task_news(session: Session, exercise: Exercise) -> None:
    """Say what a newer course has changed about a task that was begun, where it did."""
    if news := session.task_news(exercise):
        echo(f"course: the task {exercise.id} has changed since you began it.", err=True)
        echo(f"{news}", err=True)
        words = f"Your file stays as it is; `course reset {exercise.id}` puts the new starter there"
        echo(f"{words} and keeps yours.\n", err=True)


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
                **({"compared": test.compared} if test.compared else {}),
                "got": test.got,
                "expected": test.expected,
                **({"typed": test.typed} if test.typed else {}),
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
