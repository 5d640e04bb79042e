"""What is told of wrong programs whose fault is known: mutants of the course's own solutions.

Run it as `python -m benchmarks.explanations [-v] [HOW_MANY [EXERCISE ...]]`. 300 takes a sample of
300 mutants of the one-file solutions of the kinds *write* and *fix*, always the same one (`-s 2`
takes another), as far as `-m` minutes allow; without a number it takes all. Of each that the tests
notice it asks: is the line that is named the one that was changed; is a known mistake told although
the change is elsewhere (that has to be none); and how long does it take until the explanation is
ready. Beside it: what is told without a search, at once. With `-v`, what leads is printed of each,
as it comes. Targets: DESIGN.md, section 12.
"""

from __future__ import annotations

import argparse
import ast
import asyncio
import random
import statistics
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from benchmarks.machine import machine
from course.authoring.mutation import Mutant, mutants
from course.catalogue import read_exercise
from course.checking import Checker
from course.explaining.explainer import Explainer
from course.model import CheckReport, Diagnosis, Exercise

ROOT = Path(__file__).resolve().parent.parent
TARGETS = {"share": 0.8, "p50": 0.3, "p95": 1.0}


class Told(NamedTuple):
    """What was told of one mutant: what leads, and whether the changed line was named."""

    exercise: str
    mutant: Mutant
    lead: Diagnosis
    named: bool
    refuted: bool
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
    await explainer.known_answers(exercise)  # once an exercise, and kept
    began = time.perf_counter()
    found = await explainer.explained(exercise, mutant.source, report)
    seconds = time.perf_counter() - began
    before = await at_once.explained(exercise, mutant.source, report)
    lead, named = found.diagnosis[0], is_named(found, mutant)
    refuted = lead.kind == "mistake" and lead.line is not None and not named
    return Told(exercise.id, mutant, lead, named, refuted, seconds, is_named(before, mutant))


def sample(chosen: list[str], most: int | None, seed: int) -> list[tuple[Exercise, Mutant]]:
    """Mutants of all chosen exercises, or so many of them.

    Those of one exercise are together, and the exercises in no order, so that a part tells as well.
    """
    found = [
        (exercise, mutant)
        for exercise in solutions(chosen)
        for mutant in mutants(  # with the lines of mutants
            ast.unparse(ast.parse(exercise.solution_path.read_text(encoding="utf-8")))
        )
    ]
    chance = random.Random(seed)  # noqa: S311 - a sample
    if most is not None and most < len(found):
        found = chance.sample(found, most)
    place = {exercise.id: chance.random() for exercise, _ in found}
    return sorted(found, key=lambda pair: place[pair[0].id])


async def measure(
    chosen: list[tuple[Exercise, Mutant]], minutes: float, verbose: bool
) -> list[Told]:
    """What is told of the mutants, one after the other, as far as the time allows."""
    told: list[Told] = []
    until = time.monotonic() + 60 * minutes
    async with Checker() as checker:
        explainer, at_once = Explainer(checker), Explainer(checker, seconds=0)
        for exercise, mutant in chosen:
            if time.monotonic() > until:
                break
            one = await told_of(checker, explainer, at_once, exercise, mutant)
            if one is not None:
                told.append(one)
                if verbose:
                    print(in_words(one), flush=True)
        await explainer.aclose()
        await at_once.aclose()
    return told


def in_words(one: Told) -> str:
    """A mutant, and what is told of it."""
    sign = "refuted" if one.refuted else "named" if one.named else "AWAY"
    lead = f"{one.lead.name or one.lead.kind}, line {one.lead.line}, {one.lead.proof}"
    return (
        f"{sign} {one.exercise}:{one.mutant.line} {one.mutant.change}\n"
        f"  {lead}, {one.seconds:.2f} s: {one.lead.text}"
    )


def show(told: list[Told]) -> None:
    """Print the figures, and what leads where the line is another one."""
    seconds = sorted(one.seconds for one in told)
    share = sum(one.named for one in told) / len(told)
    before = sum(one.at_once for one in told) / len(told)
    print(machine())
    print(f"{len(told)} mutants that tests notice")
    print(f"the line that was changed is named: {share:.0%} (at least {TARGETS['share']:.0%})")
    print(f"  without the search, at once:      {before:.0%}")
    print(f"known mistakes told of another line: {sum(one.refuted for one in told)} (none)")
    median, late = statistics.median(seconds), seconds[int(0.95 * len(seconds))]
    print(f"until the explanation is ready: p50 {median:.2f} s (at most {TARGETS['p50']} s)")
    print(f"                                p95 {late:.2f} s (at most {TARGETS['p95']} s)")
    proofs = Counter(one.lead.proof for one in told)
    print(f"proofs of what leads: {dict(proofs)}")
    away = Counter(one.lead.name or one.lead.kind for one in told if not one.named)
    print(f"what leads where another line is named, or none: {dict(away.most_common(15))}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("many", nargs="?", type=int, help="so many mutants; without it, all")
    parser.add_argument("exercise", nargs="*", help="a part of an exercise's id")
    parser.add_argument("-s", "--seed", type=int, default=1)
    parser.add_argument("-m", "--minutes", type=float, default=60.0, help="at most so long")
    parser.add_argument("-v", "--verbose", action="store_true")
    asked = parser.parse_args()
    chosen = sample(asked.exercise, asked.many, asked.seed)
    show(asyncio.run(measure(chosen, asked.minutes, asked.verbose)))


if __name__ == "__main__":
    main()
