"""The tests notice small changes of the solution; the ones they miss are listed or waived."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import NamedTuple

import msgspec

from course.authoring.gate.findings import Finding, Findings, Mutants, Survivor, at
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import PlainTests, Subject, python_files
from course.authoring.mutation import Mutant, mutants
from course.catalogue.documents import decode, read_document, read_text
from course.catalogue.package import replaced, split
from course.errors import ContentError
from course.model import ENDED_BY_A_LIMIT

KILLED_SHARE = 0.95
_WAITS = re.compile(r"\b(?:await\b|async\b|timeout\b|(?:sleep|wait|wait_for|join|acquire)\()")
"""What a line has whose time, or whose turn among others, the machine decides."""
WAIVERS = "mutants.yaml"
MOST_OF_A_PACKAGE = 75
"""A project of several files has more mutants than anybody waits for; these are enough to judge."""


class Waiver(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A survivor that may survive: the line's code as it stands, the change, and why.

    `code` finds the line again after edits; `change` is how the gate lists it.
    """

    code: str
    change: str
    why: str


class Waivers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A `mutants.yaml`."""

    waivers: tuple[Waiver, ...]


def read_waivers(folder: Path) -> tuple[Waiver, ...]:
    """The waivers of an exercise; ContentError where the file cannot be used."""
    file = folder / WAIVERS
    return decode(read_document(file), Waivers).waivers if file.is_file() else ()


@rule("tests", "A waiver in mutants.yaml is about a change that no test notices.")
async def check_mutants(subject: Subject, plain: PlainTests) -> Findings:
    """Tests notice 95 of 100 small changes of the solution, or a waiver says why not.

    Try every mutant of what the exercise proves: the solution, or the code under test.

    For the kind *test* the right code is changed and the solution's tests must notice. What a
    waiver is about and did not pass among others is tried alone, with all the time there is: on a
    busy machine a change can seem to be noticed that only took long. Where it passes among others,
    that is what its waiver says.
    """
    try:
        waivers = read_waivers(subject.folder)
    except ContentError as error:
        unreadable = tuple(at(one.file, one.line, one.text) for one in error.problems)
        return Findings(problems=unreadable)
    exercise, runs = plain.exercise, subject.runs
    tried, left_out = _tried(plain)
    sources = [one.source for one in tried]
    waived = {number for number, one in enumerate(tried) if _waiver_of(one, waivers)}
    alive = await runs.which_pass(exercise, sources, runs.limit(exercise), believed=waived)
    for number in waived:
        if not alive[number]:
            report = await runs.check(exercise, sources[number])
            alive[number] = report.passed or report.verdict in ENDED_BY_A_LIMIT
    survivors, unused = _judged(tried, alive, waivers)
    untried = {(_code(one.file, one.mutant.line), one.mutant.change) for one in left_out}
    unused = {one for one in unused if (one.code.strip(), one.change) not in untried}
    excused = sum(one.waived is not None for one in survivors)
    counted = Mutants(len(tried), len(tried) - len(survivors), excused)
    problems = [*_too_many(counted, survivors), *_unused(subject, waivers, unused)]
    return Findings(mutants=counted, survivors=tuple(survivors), problems=tuple(problems))


class Tried(NamedTuple):
    """A mutant of a file, and the whole submission with it."""

    file: Path
    mutant: Mutant
    source: str


def _tried(plain: PlainTests) -> tuple[list[Tried], list[Tried]]:
    """The mutants to try, and those left out: none of a file; of a package, some are tried, evenly.

    In a package these are the files that the learner writes: not those that are in the starter
    as they are, and not their tests, which are judged by what they notice.
    """
    place, right = plain.place, plain.source
    if not place.is_dir():
        return [Tried(place, one, one.source) for one in mutants(right)], []
    given = split(plain.exercise.starter)
    tried = [
        Tried(file, one, replaced(right, {name: one.source}))
        for file in python_files(place)
        if (name := file.relative_to(place).as_posix()) and not _is_test(file)
        if given.get(name) != (text := read_text(file))
        for one in mutants(text)
    ]
    step = math.ceil(len(tried) / MOST_OF_A_PACKAGE) or 1
    return tried[::step], [one for number, one in enumerate(tried) if number % step]


def _is_test(file: Path) -> bool:
    return file.name == "tests.py" or file.name.startswith("test_")


def _judged(
    tried: list[Tried], alive: list[bool], waivers: tuple[Waiver, ...]
) -> tuple[list[Survivor], set[Waiver]]:
    """The survivors, each with its waiver's reason; and the waivers that no survivor needs.

    Where a line waits, whether a change is noticed depends on the machine, which decides how long
    it takes and who goes first: such a waiver is kept as long as the change is one of those tried.
    """
    changes = {(_code(one.file, one.mutant.line), one.mutant.change) for one in tried}
    unused = {
        one
        for one in waivers
        if not (_WAITS.search(one.code) and (one.code.strip(), one.change) in changes)
    }
    survivors = []
    for alone in (one for one, survived in zip(tried, alive, strict=True) if survived):
        waiver = _waiver_of(alone, waivers)
        if waiver:
            unused.discard(waiver)
        why = waiver.why if waiver else None
        survivors.append(Survivor(str(alone.file), alone.mutant.line, alone.mutant.change, why))
    return survivors, unused


def _waiver_of(tried: Tried, waivers: tuple[Waiver, ...]) -> Waiver | None:
    """What says why a change need not be noticed."""
    changed = (_code(tried.file, tried.mutant.line), tried.mutant.change)
    return next((one for one in waivers if (one.code.strip(), one.change) == changed), None)


def _too_many(counted: Mutants, survivors: list[Survivor]) -> list[Finding]:
    """Every survivor without a reason, where more than one in twenty survives."""
    needed = counted.total - counted.waived
    if not needed or counted.killed / needed >= KILLED_SHARE:
        return []
    share = f"{counted.killed} of {needed}"
    return [
        at(
            Path(one.file),
            one.line,
            f"no test notices when {one.change} ({share} changes are noticed); add a test, or say "
            f"why it does not matter in {WAIVERS} with `code: {_code(Path(one.file), one.line)}`",
        )
        for one in survivors
        if one.waived is None
    ]


def _code(file: Path, line: int) -> str:
    """A line of the solution as it stands there."""
    return read_text(file).splitlines()[line - 1].strip()


def _unused(subject: Subject, waivers: tuple[Waiver, ...], unused: set[Waiver]) -> list[Finding]:
    file = subject.folder / WAIVERS
    return [
        at(
            file,
            subject.content.line(file, "waivers", number),
            f"no survivor is {one.change} at `{one.code}`; take this waiver away or correct it",
        )
        for number, one in enumerate(waivers)
        if one in unused
    ]
