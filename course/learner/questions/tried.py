"""Questions whose answer is a program: filled, run, and right by what it does."""

from __future__ import annotations

import ast

import msgspec

from course.learner import feedback
from course.learner.feedback import Runner, plain
from course.learner.questions.kind import Marked
from course.model import ENDED_BY_A_LIMIT, Blank, Order, ProgramReport, Spot, Verdict

GAP = "___"


def fill(code: str, words: tuple[str, ...]) -> str:
    """The code with each gap filled, in order; gaps without a word stay."""
    pieces = code.split(GAP)
    filled = pieces[0]
    for number, piece in enumerate(pieces[1:]):
        filled += (words[number] if number < len(words) else GAP) + piece
    return filled


# ---------------------------------------------------------------- a learner's program


async def by_running(question: Order | Blank, source: str, expected: str, run: Runner) -> Marked:
    """Marked by what the program does, and told what that is."""
    marked = await run_once(question, source, expected, run)
    if marked.correct:
        words = feedback.what_holds(question)
    elif marked.program is not None:
        words = await feedback.what_it_does(question, source, marked.program, run)
    else:
        words = ""
    return msgspec.structs.replace(marked, told=words)


async def run_once(question: Order | Blank, source: str, expected: str, run: Runner) -> Marked:
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


# ---------------------------------------------------------------- an author's program


def same(one: str, other: str) -> bool:
    """Whether two outputs are alike: spaces at line ends and empty last lines do not count."""
    return [line.rstrip() for line in one.rstrip().splitlines()] == [
        line.rstrip() for line in other.rstrip().splitlines()
    ]


def raised(report: ProgramReport) -> str:
    """`ValueError: no such SKU`, or what stopped it, or nothing."""
    if report.exception:
        message = report.exception.message
        return report.exception.type + (f": {message}" if message else "")
    if report.verdict in ENDED_BY_A_LIMIT and report.limit:
        return report.limit[0].lower() + report.limit[1:].rstrip(".")
    ended = report.verdict in (Verdict.PASSED, Verdict.FAILED)  # failed: its check is not true
    return "" if ended else str(report.verdict)


def in_short(text: str) -> str:
    """A text in one line of a message."""
    words = " / ".join(text.strip().splitlines()) or "nothing"
    return words if len(words) <= 120 else words[:117] + "..."


def is_python(program: str) -> bool:
    """Whether Python can read a program; one that it cannot is right in no question."""
    try:
        ast.parse(program)
    except (SyntaxError, ValueError):
        return False
    return True


async def holds(
    question: Order | Blank | Spot, program: str, run: Runner
) -> tuple[bool, ProgramReport]:
    """Whether the program satisfies the question's `check` and `output`."""
    report = await run(program, check=question.check, needs=question.needs)
    ended = report.verdict is Verdict.PASSED and report.exception is None
    good = ended and (question.check is None or report.checked is True)
    if question.output is not None:
        good = good and same(question.output, report.printed)
    return good, report


def in_check(report: ProgramReport) -> bool:
    """Whether the program ended, and asking what it did came to an exception."""
    return report.exception is not None and report.checked is not None


def why_not(question: Order | Blank | Spot, report: ProgramReport) -> str:
    """Why it does not."""
    if error := raised(report):
        if report.verdict in ENDED_BY_A_LIMIT:
            return error
        return f"{'the `check`' if in_check(report) else 'it'} ends with {error}"
    if question.check is not None and not report.checked:
        return f"`{in_short(question.check)}` is not true"
    return f"it prints {in_short(report.printed)}, not {in_short(question.output or '')}"
