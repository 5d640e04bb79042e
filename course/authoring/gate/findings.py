"""What the gate finds: counts, mutants and problems of a lesson, an exercise or many of them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from course.errors import Problem


class Finding(Struct, frozen=True):
    """One problem. `file` is an absolute path; `line` counts from 1."""

    file: str
    line: int | None
    text: str


class Survivor(Struct, frozen=True):
    """A mutant that no test noticed. `waived` is the author's reason where there is one."""

    file: str
    line: int
    change: str
    waived: str | None = None


class Mutants(Struct, frozen=True):
    """How many small changes of solutions were tried, noticed by a test, and waived."""

    total: int = 0
    killed: int = 0
    waived: int = 0


class Findings(Struct, frozen=True):
    """What was checked and what is wrong with it.

    `unsure` where a check could not be made, be it for the content or for the machine: such
    findings are told and never kept.
    """

    lessons: int = 0
    exercises: int = 0
    examples: int = 0
    questions: int = 0
    mistakes: int = 0
    checks: int = 0
    mutants: Mutants = Mutants()
    problems: tuple[Finding, ...] = ()
    survivors: tuple[Survivor, ...] = ()
    unsure: bool = False


def found(problem: Problem) -> Finding:
    """A problem of the catalogue as the gate stores it."""
    return Finding(str(problem.file), problem.line, problem.text)


def at(file: Path, line: int | None, text: str) -> Finding:
    """A problem at that place."""
    return Finding(str(file), line, text)


def meant(name: str, names: Iterable[str], otherwise: str = "") -> str:
    """What to do about a name that is not known: the likeliest one, or else what there is."""
    there = sorted(names)
    near = difflib.get_close_matches(name, there, n=1)
    return f"did you mean `{near[0]}`?" if near else otherwise or f"use {', '.join(there)}"


def merged(parts: Iterable[Findings]) -> Findings:
    """The sum of several findings; a problem named twice is kept once, in order of place."""
    parts = list(parts)
    problems = dict.fromkeys(problem for part in parts for problem in part.problems)
    return Findings(
        lessons=sum(part.lessons for part in parts),
        exercises=sum(part.exercises for part in parts),
        examples=sum(part.examples for part in parts),
        questions=sum(part.questions for part in parts),
        mistakes=sum(part.mistakes for part in parts),
        checks=sum(part.checks for part in parts),
        mutants=Mutants(
            sum(part.mutants.total for part in parts),
            sum(part.mutants.killed for part in parts),
            sum(part.mutants.waived for part in parts),
        ),
        problems=tuple(sorted(problems, key=lambda one: (one.file, one.line or 0))),
        survivors=tuple(one for part in parts for one in part.survivors),
        unsure=any(part.unsure for part in parts),
    )
