"""What the gate says: a progress bar on a terminal, plain lines in a pipe, JSON where asked."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from course.authoring.gate.findings import Finding, Findings
from course.plural import counted
from course.terminal import show_only


def place(file: str) -> str:
    """A file as it is said: from the current folder where it lies under it."""
    try:
        return str(Path(file).relative_to(Path.cwd()))
    except ValueError:
        return file


def said(problem: Finding) -> str:
    """A problem in one line, with its place."""
    line = f":{problem.line}" if problem.line else ""
    return f"{place(problem.file)}{line}: {problem.text}"


def as_json(findings: Findings) -> str:
    """The report for programs, as DESIGN section 11 lays it down."""
    mutants = findings.mutants
    return json.dumps(
        {
            "lessons": findings.lessons,
            "exercises": findings.exercises,
            "examples": findings.examples,
            "questions": findings.questions,
            "mistakes": findings.mistakes,
            "mutants": {
                "total": mutants.total,
                "killed": mutants.killed,
                "waived": mutants.waived,
            },
            "problems": [
                {"file": place(one.file), "line": one.line, "text": one.text}
                for one in findings.problems
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def installed_copy() -> str:
    """What to know where content is that of an installed course and not of a checkout."""
    from course.locations import content_root

    root = content_root()
    if root.name != "_content":
        return ""
    return (
        f"note: this is the installed copy in {root}, and the next one takes its place. In a "
        "checkout, run `pip install -e .`; for another course, set COURSE_CONTENT to its folder."
    )


def as_lines(findings: Findings, notes: bool = False) -> list[str]:
    """The report for people: problems and the counts; with `notes` survivors that are none."""
    places = {(one.file, one.line) for one in findings.problems}
    lines = list(map(said, findings.problems))
    for one in findings.survivors if notes else ():
        if one.waived:
            lines.append(f"note: {place(one.file)}:{one.line}: {one.change}: waived: {one.waived}")
        elif (one.file, one.line) not in places:
            lines.append(f"note: {place(one.file)}:{one.line}: no test notices when {one.change}")
    mutants = findings.mutants
    counts = [
        counted(findings.lessons, "lesson"),
        counted(findings.exercises, "exercise"),
        counted(findings.examples, "example"),
        counted(findings.questions, "question"),
        counted(findings.mistakes, "mistake"),
    ]
    lines.append(", ".join(counts) + ".")
    if mutants.total:
        needed = mutants.total - mutants.waived
        share = 100 * mutants.killed / needed if needed else 100
        waived = f", {mutants.waived} waived" if mutants.waived else ""
        lines.append(
            f"Tests notice {mutants.killed} of {mutants.total} small changes"
            f"{waived} ({share:.0f} %)."
        )
    problems = len(findings.problems)
    lines.append("No problems." if not problems else f"{counted(problems, 'problem')}.")
    return lines


@contextlib.contextmanager
def progress(total: int, shown: bool) -> Iterator[Callable[[str], None]]:
    """A bar that moves with each name given to the function; nothing where `shown` is false."""
    if not shown or total == 0:
        yield lambda _name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True, no_color="NO_COLOR" in os.environ)
    show_only(console)
    columns = (
        TextColumn("Checking", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=total, name="")

        def done(name: str) -> None:
            bar.update(task, advance=1, name=name)

        yield done
