"""A lesson proves itself: every example prints what it says, every answer holds when run."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import msgspec

from course.authoring.gate.belongings import lessons_need_what_is_known, links_lead_somewhere
from course.authoring.gate.beside import check_files
from course.authoring.gate.content import Content
from course.authoring.gate.findings import Finding, Findings, at
from course.authoring.gate.lengths import lessons_are_narrow
from course.authoring.gate.lesson_programs import (
    ahead_is_ahead,
    checks_are_python,
    programs_use_what_is_taught,
)
from course.authoring.gate.open_marks import marks_are_closed
from course.authoring.gate.reading import check_lengths
from course.authoring.gate.rule import rule
from course.authoring.gate.runs import Runs
from course.authoring.gate.spelling import lessons_are_spelt
from course.authoring.gate.variants import variant_faults
from course.learner.questions import KINDS
from course.learner.questions.tried import in_short, raised, same
from course.model import (
    ENDED_BY_A_LIMIT,
    QUESTION_KINDS,
    Example,
    Lesson,
    ProgramReport,
    Question,
    Verdict,
)

FEWEST_STEPS = 4
MOST_STEPS = 9


@dataclass(frozen=True, slots=True)
class StepPlace:
    """A step of a lesson: where its problems are said to be."""

    content: Content
    lesson: Lesson
    number: int
    kind: str
    runs: Runs
    alone: bool = False

    def problem(self, text: str, *part: str | int) -> Finding:
        """Something wrong in this step, or in a part of it."""
        steps = ("steps", self.number, self.kind, *part)
        line = self.content.line(self.lesson.path, *steps)
        return at(self.lesson.path, line, f"step {self.number + 1} ({self.kind}): {text}")

    async def run(
        self,
        source: str,
        check: str | None = None,
        stdin: str = "",
        needs: tuple[str, ...] = (),
    ) -> ProgramReport:
        """Run a program of this step beside the lesson's files."""
        run = self.runs.run if self.alone else self.runs.run_beside_others
        return await run(source, check, stdin, needs, self.lesson.files)


@rule(
    "lesson",
    "A lesson with code has an example, and two kinds of questions.",
)
def shape_of_a_lesson(content: Content, lesson: Lesson) -> Iterator[Finding]:
    """A lesson has four to nine steps.

    A lesson without any code (what the job is, how to ask) needs neither example nor kinds.
    """

    def problem(text: str) -> Finding:
        return at(lesson.path, content.line(lesson.path, "steps"), text)

    kinds = [step.kind for step in lesson.steps]
    if len(kinds) < FEWEST_STEPS:
        yield problem(f"it has {len(kinds)} steps; a lesson has at least {FEWEST_STEPS}")
    if len(kinds) > MOST_STEPS:
        yield problem(
            f"it has {len(kinds)} steps; a lesson has at most {MOST_STEPS}: merge, cut, or make "
            "two lessons of it"
        )
    asked = (step.content for step in lesson.steps if step.kind != "text")
    if all(isinstance(it, Question) and not it.program for it in asked):
        return
    if "example" not in kinds:
        yield problem("there is nothing to run; add an `example`")
    if len(set(kinds) & set(QUESTION_KINDS)) < 2:
        yield problem(
            f"it asks fewer than two kinds of questions; use two of {', '.join(QUESTION_KINDS)}"
        )


@rule("lesson")
def steps_differ(content: Content, lesson: Lesson) -> Iterator[Finding]:
    """No two steps of a lesson are the same."""
    seen: dict[str, int] = {}
    for number, step in enumerate(lesson.steps):
        first = seen.setdefault(repr(step.content), number)
        if first != number:
            line = content.line(lesson.path, "steps", number)
            yield at(lesson.path, line, f"step {number + 1} is step {first + 1} again; keep one")


READ: tuple[Callable[[Content, Lesson], Iterable[Finding]], ...] = (
    shape_of_a_lesson,
    steps_differ,
    check_files,
    check_lengths,
    lessons_are_narrow,
    lessons_are_spelt,
    marks_are_closed,
    links_lead_somewhere,
    lessons_need_what_is_known,
    checks_are_python,
    programs_use_what_is_taught,
    ahead_is_ahead,
)
"""Rules that only read a lesson."""


async def check_lesson(content: Content, lesson: Lesson, runs: Runs) -> Findings:
    """Run every example and every question of a lesson."""
    steps = [
        _check_step(StepPlace(content, lesson, number, step.kind, runs), step.content)
        for number, step in enumerate(lesson.steps)
    ]
    problems = [found for look in READ for found in look(content, lesson)]
    varied, *of_steps = await asyncio.gather(_variants(content, lesson, runs), *steps)
    problems += [one for found in (*of_steps, varied) for one in found]
    kinds = [step.kind for step in lesson.steps]
    return Findings(
        lessons=1,
        examples=kinds.count("example"),
        questions=sum(kind in QUESTION_KINDS for kind in kinds),
        problems=tuple(problems),
        checks=runs.count,
    )


async def _variants(content: Content, lesson: Lesson, runs: Runs) -> list[Finding]:
    """What is wrong with the variants of its questions."""

    async def run(source: str, needs: tuple[str, ...]) -> ProgramReport:
        return await runs.run_beside_others(source, None, "", needs, lesson.files)

    return [
        StepPlace(content, lesson, number, lesson.steps[number].kind, runs).problem(
            fault.text, *fault.part
        )
        for number, fault in await variant_faults(lesson, run)
    ]


async def _check_step(place: StepPlace, step: object) -> list[Finding]:
    """What is wrong with a step: what still is when its programs run alone."""
    if not await _faults(place, step):
        return []
    return await _faults(replace(place, alone=True), step)


async def _faults(place: StepPlace, step: object) -> list[Finding]:
    if isinstance(step, Example):
        return await _example(place, step)
    if isinstance(step, Question):
        faults = await KINDS[place.kind].faults(step, place.run)
        return [place.problem(fault.text, *fault.part) for fault in faults]
    return []


@rule(
    "question",
    "An example ends by itself; an error on purpose is the last line of its output.",
    "An example prints the same each time.",
)
async def _example(place: StepPlace, example: Example) -> list[Finding]:
    """An example prints exactly what its `output` says."""
    report = await place.run(example.code, stdin=example.stdin, needs=example.needs)
    fault = example_fault(example, report)
    if fault and place.alone and report.verdict is Verdict.PASSED:
        again = await place.run(example.code, stdin=example.stdin, needs=example.needs)
        if again.printed != report.printed:
            both = f"{in_short(report.printed)}, then {in_short(again.printed)}"
            fault = ExampleFault(
                f"it prints something else each time ({both}); let it print what stays the same"
            )
    if fault is None:
        return []
    problem = place.problem(fault.text, fault.part)
    if problem.line and fault.below:
        problem = msgspec.structs.replace(problem, line=problem.line + fault.below)
    return [problem]


class ExampleFault(NamedTuple):
    """What an example says and Python does not, the part of it, the line below that part."""

    text: str
    part: str = "code"
    below: int = 0


_ERROR = re.compile(r"^[A-Z]\w*(?:Error|Exception|Exit|Interrupt|Iteration|Warning)\b")


def example_fault(example: Example, report: ProgramReport) -> ExampleFault | None:
    """What is wrong with an example by what came of running it."""
    if report.verdict in ENDED_BY_A_LIMIT:
        return ExampleFault(f"the code is stopped: {raised(report)}; make it shorter")
    error, shown = raised(report), example.output
    if shown is None:
        return _stops(example, report, error) if error else None
    printed = report.printed
    if error:
        printed = printed + ("" if not printed or printed.endswith("\n") else "\n") + error
    before = _without_error(shown, error) if error and report.exception else None
    if before is not None and same(
        before.split("Traceback (most recent call last):")[0], report.printed
    ):
        return None
    if same(shown, printed):
        return None
    if error and not _ERROR.match(shown.rstrip().rpartition("\n")[2]):
        return _stops(example, report, error)
    words = f"Python prints {in_short(printed)}, not {in_short(shown)}; "
    return ExampleFault(f"{words}change the code or the `output`", "output")


def _stops(example: Example, report: ProgramReport, error: str) -> ExampleFault:
    """That an example ends with an error that its output does not have, and on which line."""
    frames = report.exception.frames if report.exception else ()
    line = next((one.line for one in reversed(frames) if one.file == "main.py"), 0)
    where = f" on its line {line}" if line else ""
    if error.startswith("EOFError") and not example.stdin:
        words = f"the code asks for input{where} and gets none; give `stdin:` with what is typed"
    else:
        words = (
            f"the code ends{where} with {error}; put it right, or, where the error is the point, "
            "let that be the last line of `output:`"
        )
    return ExampleFault(words, "code", line)


def _without_error(output: str, error: str) -> str | None:
    """What an output shows before the error in its last line; None where that is another one.

    Of a RecursionError only the name counts: where Python gives up is not the program's doing.
    """
    before, _, last = output.rstrip().rpartition("\n")
    same = last.startswith("RecursionError:") and error.startswith("RecursionError:")
    return before if same or last == error else None
