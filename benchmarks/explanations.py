"""What is told of wrong programs whose fault is known: mutants of the course's own solutions.

Run it as `python -m benchmarks.explanations [SHARE [EXERCISE ...]]`. A share of 0.1 takes every
tenth mutant of the one-file solutions of the kinds *write* and *fix*. Of each that the tests notice
it asks: is the line that is named the one that was changed; is a cause told although the tests say
otherwise after its mend (that has to be none); and how long does it take until the explanation
stands. Beside it stands what is told without a search, at once. Targets: DESIGN.md, section 12.
"""

from __future__ import annotations

import ast
import asyncio
import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from benchmarks.machine import machine
from course.authoring.mutation import Mutant, mutants
from course.catalogue import read_exercise
from course.checking import Checker
from course.explaining.explainer import Explainer
from course.model import CheckReport, Exercise

ROOT = Path(__file__).resolve().parent.parent
TARGETS = {"share": 0.8, "p50": 0.3, "p95": 1.0}
VERBOSE = "-v"


class Told(NamedTuple):
    """What was told of one mutant: which cause led, and whether the changed line was named."""

    exercise: str
    mutant: Mutant
    lead: str
    proof: str
    named: bool
    line: int | None
    seconds: float
    at_once: bool


def solutions(chosen: list[str]) -> list[Exercise]:
    """The exercises of one file whose solution is the learner's to write."""
    folders = sorted(file.parent for file in (ROOT / "exercises").glob("*/*/exercise.yaml"))
    found = [read_exercise(folder) for folder in folders]
    return [
        one
        for one in found
        if one.source.kind in ("write", "fix")
        and not one.package
        and (not chosen or any(name in one.id for name in chosen))
    ]


def line_named(report: CheckReport) -> int | None:
    """The first line that is named of what is told."""
    return next((told.line for told in report.diagnosis if told.line is not None), None)


def is_named(report: CheckReport, mutant: Mutant) -> bool:
    """Whether one of the lines that are told is the one; the facts name none.

    Where a statement was taken out, the line before or after the gap is the one.
    """
    named = {told.line for told in report.diagnosis if told.kind != "facts"}
    near = {mutant.line} if mutant.after else {mutant.line - 1, mutant.line}
    return bool(named & near)


async def told_of(
    checker: Checker, explainer: Explainer, at_once: Explainer, exercise: Exercise, mutant: Mutant
) -> Told | None:
    """What is told of a mutant; None where no test notices it."""
    report = await checker.check(exercise, mutant.source)
    if report.passed:
        return None
    began = time.perf_counter()
    found = await explainer.explained(exercise, mutant.source, report)
    seconds = time.perf_counter() - began
    before = await at_once.explained(exercise, mutant.source, report)
    lead = found.diagnosis[0]
    return Told(
        exercise.id,
        mutant,
        lead.name or lead.kind,
        lead.proof,
        is_named(found, mutant),
        line_named(found),
        seconds,
        is_named(before, mutant),
    )


async def measure(share: float, chosen: list[str]) -> list[Told]:
    """What is told of the mutants, one after the other."""
    told: list[Told] = []
    step = max(1, round(1 / share))
    number = 0
    async with Checker() as checker:
        explainer, at_once = Explainer(checker), Explainer(checker, seconds=0)
        for exercise in solutions(chosen):
            solution = exercise.solution_path.read_text(encoding="utf-8")
            for mutant in mutants(ast.unparse(ast.parse(solution))):  # with the lines of mutants
                number += 1
                if number % step:
                    continue
                one = await told_of(checker, explainer, at_once, exercise, mutant)
                if one is not None:
                    told.append(one)
        await explainer.aclose()
        await at_once.aclose()
    return told


def show(told: list[Told]) -> None:
    """Print the figures, and what leads where the line is another one."""
    seconds = sorted(one.seconds for one in told)
    share = sum(one.named for one in told) / len(told)
    before = sum(one.at_once for one in told) / len(told)
    print(machine())
    print(f"{len(told)} mutants that tests notice")
    print(f"the line that was changed is named: {share:.0%} (at least {TARGETS['share']:.0%})")
    print(f"  without the search, at once:      {before:.0%}")
    median, late = statistics.median(seconds), seconds[int(0.95 * len(seconds))]
    print(f"until the explanation stands: p50 {median:.2f} s (at most {TARGETS['p50']} s)")
    print(f"                              p95 {late:.2f} s (at most {TARGETS['p95']} s)")
    proofs = Counter(one.proof for one in told)
    print(f"proofs of what leads: {dict(proofs)}")
    away = Counter(one.lead for one in told if not one.named)
    print(f"what leads where another line is named, or none: {dict(away.most_common(15))}")
    for one in told if VERBOSE in sys.argv else ():
        if not one.named:
            place = f"{one.exercise}:{one.mutant.line} {one.mutant.change}"
            print(f"  {place}: {one.lead}, line {one.line}, {one.seconds:.2f} s")


def main() -> None:
    """Measure and print."""
    words = [word for word in sys.argv[1:] if word != VERBOSE]
    share = float(words[0]) if words else 1.0
    show(asyncio.run(measure(share, words[1:])))


if __name__ == "__main__":
    main()
