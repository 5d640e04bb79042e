"""How commands print: Markdown on a terminal, plain text in a pipe."""

from __future__ import annotations

import sys
from typing import Any

from course.checking.stages import stages
from course.model import CheckReport, Exercise, Verdict
from course.terminal import echo, show_only

HEADLINES = {
    Verdict.PASSED: "✓ Passed: every test passes.",
    Verdict.FAILED: "✗ Not yet: {failed} of {total} tests do not pass.",
    Verdict.ERROR: "✗ Your code did not get as far as the tests.",
    Verdict.TIMEOUT: "✗ Out of time: your code did not finish.",
    Verdict.OUT_OF_MEMORY: "✗ Out of memory: your code asked for more than it may have.",
    Verdict.TOO_MUCH_OUTPUT: "✗ Too much output: your code printed more than it may.",
    Verdict.TOO_MANY_FILES: "✗ Too many files: your code stored more than it may.",
    Verdict.TOO_MANY_PROCESSES: "✗ Too many processes: your code started more than it may.",
    Verdict.CRASHED: "✗ Your code ended Python before the tests were done.",
    Verdict.BROKE_RULES: "✗ The tests pass, but a rule of this exercise does not hold.",
}
SYMBOLS = {"passed": "✓", "failed": "✗", "error": "✗", "skipped": "✗", "not_run": "·"}


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


STAGES = {"finished": "✓", "open": "▸", "later": "·"}


def headline(report: CheckReport) -> str:
    """The verdict in one line."""
    failed = sum(test.outcome != "passed" for test in report.tests)
    return HEADLINES[report.verdict].format(failed=failed, total=len(report.tests))


def show_report(report: CheckReport, exercise: Exercise | None = None) -> None:
    """A report for people: the verdict, what we have to say, the call, the tests."""
    echo(headline(report))
    for diagnosis in report.diagnosis:
        echo()
        show_markdown(diagnosis.text)
        if diagnosis.diff:
            echo(diagnosis.diff.rstrip())
    failure = report.first_failure
    if failure is not None and failure.call:
        echo()
        echo(f"  call      {failure.call}")
        if failure.got is not None:
            echo(f"  got       {failure.got}")
        if failure.expected is not None:
            echo(f"  expected  {failure.expected}")
    if report.tests:
        echo()
    for stage in stages(report, exercise):
        if stage.heading:
            echo(f"  {STAGES[stage.state]} {stage.heading}")
        for test in stage.tests:
            echo(f"  {SYMBOLS[test.outcome]} {test.name}")
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
            {"kind": it.kind, "text": it.text, "name": it.name, "line": it.line}
            for it in report.diagnosis
        ],
        "stuck": report.stuck,
        "limit": report.limit,
        "printed": report.printed,
        "seconds": round(report.seconds, 4),
    }
