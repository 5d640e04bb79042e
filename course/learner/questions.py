"""Marking answers: code questions are right by what the program does, not by the author's text."""

from __future__ import annotations

import hashlib
from typing import Protocol

import msgspec
from msgspec import Struct

from course.errors import CourseError
from course.model import (
    QUESTION_KINDS,
    Blank,
    Choose,
    Concept,
    Lesson,
    Order,
    Predict,
    ProgramReport,
    Spot,
    Step,
    Verdict,
)

GAP = "___"
AN_ERROR = "an error"
Given = str | int | tuple[int, ...] | tuple[str, ...]
"""An answer: the text (predict), indexes (choose), lines (order), words (blank), a line (spot)."""


class Marked(Struct, frozen=True):
    """What we say about an answer. `expected` is a right one; `printed` what the program printed.

    `program` is what running it did, where the question has something to run.
    """

    correct: bool
    because: str = ""
    expected: str = ""
    printed: str = ""
    program: ProgramReport | None = None


class Runner(Protocol):
    """Runs a program: `session.run` with the check of a question."""

    async def __call__(
        self, source: str, *, stdin: str = "", needs: tuple[str, ...] = (), check: str | None = None
    ) -> ProgramReport: ...


def identity(step: Step) -> str:
    """A short hash of a step's content: the same question wherever it stands in its lesson."""
    return hashlib.sha256(msgspec.json.encode(step)).hexdigest()[:16]


def concepts_in(step: Step, lesson: Lesson, known: dict[str, Concept]) -> tuple[str, ...]:
    """Which of the concepts its lesson teaches a question is about.

    Those whose constructs its code uses; all of them where its code tells nothing.
    """
    content = step.content
    source = str(getattr(content, "code", None) or getattr(content, "lines", ""))
    if isinstance(content, Blank):
        source = fill(content.code, tuple(map(str, content.answers)))
    taught = lesson.source.teaches
    from course.catalogue.constructs import constructs

    try:
        used = constructs(source)
    except SyntaxError:
        return taught
    about = tuple(
        ident
        for ident in taught
        if ident in known and any(it in used for it in known[ident].constructs)
    )
    return about or taught


async def mark(step: Step, answer: Given, run: Runner) -> Marked:
    """Mark an answer to a question step; raises CourseError where the step asks nothing."""
    match step.content, answer:
        case Predict() as question, str():
            return await _predict(question, answer, run)
        case Choose() as question, tuple():
            return _choose(question, {int(index) for index in answer})
        case Order() as question, tuple():
            return await _order(question, tuple(map(str, answer)), run)
        case Blank() as question, tuple():
            return await _blank(question, tuple(map(str, answer)), run)
        case Spot() as question, int():
            right = answer == question.line
            return Marked(right, question.because, expected=f"line {question.line}")
    if step.kind in QUESTION_KINDS:
        raise CourseError(f"A `{step.kind}` question cannot be answered with {answer!r}.")
    raise CourseError(f"This step is a `{step.kind}`, so there is nothing to answer.")


async def _predict(question: Predict, answer: str, run: Runner) -> Marked:
    program = await run(question.code, stdin=question.stdin, needs=question.needs)
    printed = _plain(program.printed)
    if program.exception is not None:
        expected = f"{AN_ERROR} ({program.exception.type})"
        accepted = {AN_ERROR, "error", program.exception.type.casefold()}
        given = answer.strip().casefold()
        right = given in accepted or given.partition(":")[0] == program.exception.type.casefold()
    elif program.verdict is not Verdict.PASSED:
        raise CourseError(
            "The code of this question could not be run to its end"
            f"{f' ({program.limit})' if program.limit else ''}, so your answer was not marked. "
            "Answer it again; if that does not help, `course doctor` tells what is missing."
        )
    else:
        expected = printed
        right = _plain(answer) == printed
    return Marked(right, question.because, expected, printed, program)


def _choose(question: Choose, chosen: set[int]) -> Marked:
    correct = {index for index, choice in enumerate(question.choices) if choice.correct}
    right = question.advise or chosen == correct
    told = sorted(chosen if right else chosen - correct)
    reasons = [question.choices[it].because for it in told if it in range(len(question.choices))]
    because = "\n\n".join(reason for reason in reasons if reason) or question.because or ""
    expected = "\n".join(question.choices[index].text for index in sorted(correct))
    return Marked(right, because, expected)


async def _order(question: Order, lines: tuple[str, ...], run: Runner) -> Marked:
    source = "\n".join(lines) + "\n"
    return await _by_running(question, source, question.lines, run)


async def _blank(question: Blank, words: tuple[str, ...], run: Runner) -> Marked:
    expected = fill(question.code, tuple(map(str, question.answers)))
    if len(words) != question.code.count(GAP):
        return Marked(False, question.because or "", expected)
    return await _by_running(question, fill(question.code, words), expected, run)


async def _by_running(question: Order | Blank, source: str, expected: str, run: Runner) -> Marked:
    """Right when the program does what it should; without a check, when it is the author's."""
    because = question.because or ""
    if question.check is None and question.output is None:
        return Marked(_plain(source) == _plain(expected), because, expected)
    program = await run(source, check=question.check, needs=question.needs)
    printed = _plain(program.printed)
    right = program.verdict is Verdict.PASSED
    if question.check is not None:
        right = right and program.checked is True
    if question.output is not None:
        right = right and printed == _plain(question.output)
    return Marked(right, because, expected, printed, program)


def fill(code: str, words: tuple[str, ...]) -> str:
    """The code with each gap filled, in order; gaps without a word stay."""
    pieces = code.split(GAP)
    filled = pieces[0]
    for number, piece in enumerate(pieces[1:]):
        filled += (words[number] if number < len(words) else GAP) + piece
    return filled


def _plain(text: str) -> str:
    """A text without the blanks that nobody sees: at the ends of lines, above and below."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")
