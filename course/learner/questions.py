"""Marking answers: code questions are right by what the program does, not by the author's text."""

from __future__ import annotations

import hashlib

import msgspec
from msgspec import Struct

from course.errors import CourseError
from course.learner import feedback
from course.learner.feedback import Runner, plain
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

    `program` is what running it did, where the question has something to run; `told` says in
    Markdown what the learner's own program does, and which of several blanks are right.
    `because` is the author's reason: of code questions it gives a right answer away.
    """

    correct: bool
    because: str = ""
    expected: str = ""
    printed: str = ""
    program: ProgramReport | None = None
    told: str = ""


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
            return await _spot(question, answer, run)
    if step.kind in QUESTION_KINDS:
        raise CourseError(f"A `{step.kind}` question cannot be answered with {answer!r}.")
    raise CourseError(f"This step is a `{step.kind}`, so there is nothing to answer.")


async def _predict(question: Predict, answer: str, run: Runner) -> Marked:
    program = await run(question.code, stdin=question.stdin, needs=question.needs)
    printed = plain(program.printed)
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
        right = plain(answer) == printed
    return Marked(right, question.because, expected, printed, program)


def _choose(question: Choose, chosen: set[int]) -> Marked:
    correct = {index for index, choice in enumerate(question.choices) if choice.correct}
    right = question.advise or chosen == correct
    told = sorted(chosen if right else chosen - correct)
    reasons = [question.choices[it].because for it in told if it in range(len(question.choices))]
    because = "\n\n".join(reason for reason in reasons if reason) or question.because or ""
    expected = "\n".join(question.choices[index].text for index in sorted(correct))
    return Marked(right, because, expected)


async def _spot(question: Spot, line: int, run: Runner) -> Marked:
    right, expected = line == question.line, f"line {question.line}"
    if right or (question.check is None and question.output is None):
        return Marked(right, question.because, expected)
    program = await run(question.code, check=question.check, needs=question.needs)
    told = await feedback.what_it_does(question, question.code, program, run)
    return Marked(right, question.because, expected, plain(program.printed), program, told)


async def _order(question: Order, lines: tuple[str, ...], run: Runner) -> Marked:
    source = "\n".join(lines) + "\n"
    return await _by_running(question, source, question.lines, run)


async def _blank(question: Blank, words: tuple[str, ...], run: Runner) -> Marked:
    expected = fill(question.code, tuple(map(str, question.answers)))
    if len(words) != question.code.count(GAP):
        return Marked(False, question.because or "", expected)
    source = fill(question.code, words)
    marked = await _by_running(question, source, expected, run)
    if marked.correct and (lacking := feedback.must_use(question, source)):
        told = f"That does what it should. But the question asks for {' and '.join(lacking)}."
        return msgspec.structs.replace(marked, correct=False, told=told)
    if marked.correct or len(words) == 1:
        return marked
    told = f"{await _each_blank(question, words, run)}\n\n{marked.told}"
    return msgspec.structs.replace(marked, told=told.strip())


async def _each_blank(question: Blank, words: tuple[str, ...], run: Runner) -> str:
    """Which blanks are right: those that hold with the author's words in all the others."""
    right: list[str] = []
    wrong: list[str] = []
    expected = fill(question.code, tuple(map(str, question.answers)))
    for number, word in enumerate(words):
        answers = [*map(str, question.answers)]
        answers[number] = word
        marked = await _run(question, fill(question.code, tuple(answers)), expected, run)
        (right if marked.correct else wrong).append(str(number + 1))
    if not wrong:
        return "Each blank could be right by itself, but not together with the others."
    told = f"Right: {_blanks(right)}. " if right else ""
    return f"{told}Not yet: {_blanks(wrong)}."


def _blanks(numbers: list[str]) -> str:
    if len(numbers) == 1:
        return f"blank {numbers[0]}"
    return f"blanks {', '.join(numbers[:-1])} and {numbers[-1]}"


async def _by_running(question: Order | Blank, source: str, expected: str, run: Runner) -> Marked:
    """Marked by what the program does, and told what that is."""
    marked = await _run(question, source, expected, run)
    if marked.correct:
        told = feedback.what_holds(question)
    elif marked.program is not None:
        told = await feedback.what_it_does(question, source, marked.program, run)
    else:
        told = ""
    return msgspec.structs.replace(marked, told=told)


async def _run(question: Order | Blank, source: str, expected: str, run: Runner) -> Marked:
    """Right when the program does what it should; without a check, when it is the author's."""
    program = await run(source, check=question.check, needs=question.needs)
    printed = plain(program.printed)
    if question.check is None and question.output is None:
        right = plain(source) == plain(expected)
    else:
        right = program.verdict is Verdict.PASSED
    if question.check is not None:
        right = right and program.checked is True
    if question.output is not None:
        right = right and printed == plain(question.output)
    return Marked(right, question.because or "", expected, printed, program)


def fill(code: str, words: tuple[str, ...]) -> str:
    """The code with each gap filled, in order; gaps without a word stay."""
    pieces = code.split(GAP)
    filled = pieces[0]
    for number, piece in enumerate(pieces[1:]):
        filled += (words[number] if number < len(words) else GAP) + piece
    return filled
