"""Why a whole program ended as it did, in plain words, for the playground."""

from __future__ import annotations

from pathlib import Path

from course.checking.words import a_name, code
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence
from course.explaining.on_exceptions import explain_exception, is_own_raise
from course.explaining.on_limits import ended_by_limit
from course.explaining.syntax import syntax_problem
from course.model import (
    CheckReport,
    ExceptionInfo,
    Exercise,
    ExerciseSource,
    ProgramReport,
    Verdict,
)

_PROGRAM = Exercise(
    "playground", Path(), ExerciseSource("Playground", "write", "A program"), "main", "", ()
)
_ONLY_ITSELF = (
    "A program runs by itself here: it cannot start other programs, use the network, or open "
    "files outside its own folder. That keeps your files safe from a mistake."
)
_FOR_OWN = {
    "EOFError": (
        "It asks for one more line of input, and the input had ended. A program can catch "
        "`EOFError` where that may happen."
    ),
}
_ENDS_BY_ITSELF = ("KeyboardInterrupt", "SystemExit")
"""What nobody calls a fault: what is said of them holds for a `raise` of one's own, too."""
_MOST_VALUES = 8
_WHEN_STOPPED = "When it was stopped"
_FOR_A_PROGRAM: dict[str, str] = {
    "EOFError": (
        "It asks for one more line of input, and the input had ended. A program can catch "
        "`EOFError` where that may happen."
    ),
    "SystemExit": "That line ends the program.",
    "KeyboardInterrupt": "That line interrupts the program, as Ctrl+C does in a terminal.",
}


def explain_program(report: ProgramReport, source: str) -> str | None:
    """What the learner is told about an ending that was not a good one; None for nothing more."""
    if problem := syntax_problem(source):
        return problem.text
    checked = CheckReport(
        "playground", report.verdict, exception=report.exception, stuck=report.stuck
    )
    evidence = Evidence(checked, _PROGRAM, source)
    if report.verdict is Verdict.TIMEOUT:
        diagnosis = ended_by_limit(evidence)
        return diagnosis[1].text if diagnosis else report.limit
    if report.limit:
        return report.limit
    if report.exception is None:
        return None
    return _about(report.exception, evidence) or None


def explain_own(exception: ExceptionInfo, source: str, broken: str = "") -> str:
    """What ended a program that ran outside the sandbox; `source` is the file it stopped in.

    Two paragraphs of Markdown: where and why, and the values there; "" where there is no line of
    the learner's own. `broken` is the name of a file that Python cannot read: then it is that one.
    """
    if broken and (problem := syntax_problem(source)):
        return f"In {code(broken)}: {problem.text}"
    if exception.type in _ENDS_BY_ITSELF or not exception.frames:
        return ""
    frame = exception.frames[-1]
    evidence = Evidence(
        CheckReport("program", Verdict.ERROR, exception=exception), _PROGRAM, source
    )
    case = Case(call="", function="", arguments=None, passed=False, exception=exception)
    words = None if is_own_raise(case, evidence) else _FOR_OWN.get(exception.type)
    if words is None:
        words = explain_exception(case, evidence)
    inside = f", in {code(f'{frame.function}()')}" if frame.function else ""
    line = f" {code(frame.code.strip())}," if frame.code.strip() else ""
    where = (
        f"It stopped on line {frame.line} of {code(frame.file)}{inside}:{line} with "
        f"{a_name(exception.type)}."
    )
    variables = list(frame.variables.items())[:_MOST_VALUES]
    values = ", ".join(f"{code(f'{name} = {value}', 60)}" for name, value in variables)
    why = f"{where} {words[:1].upper()}{words[1:]}".rstrip()
    return f"{why}\n\nThe values there: {values}" if values else why


def explain_stop(report: ProgramReport, source: str) -> str | None:
    """Why a program that the learner stopped had not come to its end, where a loop tells."""
    checked = CheckReport("playground", report.verdict, stuck=report.stuck)
    diagnosis = ended_by_limit(Evidence(checked, _PROGRAM, source))
    if diagnosis is None or diagnosis[0] != "endless_loop":
        return None
    _, begins, words = diagnosis[1].text.partition(_WHEN_STOPPED)
    return begins + words or None


def _about(exception: ExceptionInfo, evidence: Evidence) -> str:
    case = Case(call="", function="", arguments=None, passed=False, exception=exception)
    words = _FOR_A_PROGRAM.get(exception.type)
    if exception.type in _ENDS_BY_ITSELF or not is_own_raise(case, evidence):
        if _is_refusal(exception):
            return _ONLY_ITSELF
        if words:
            return words
    return explain_exception(case, evidence)


def _is_refusal(exception: ExceptionInfo) -> bool:
    """Whether the sandbox said no."""
    words = ("Operation not permitted", "Permission denied", "name resolution")
    return any(it in exception.message for it in words)
