"""What an answer in code really does, in words, beside what the question wants of it.

The author's reason tells the right answer; this tells what happened with the learner's own.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Sequence
from typing import Protocol

from course.model import Blank, Order, ProgramReport, Spot, Verdict

_LONGEST = 80
_LINES = 12
_MARK = "⟦value⟧"
"""Stands before what is printed only to be read here."""

CodeQuestion = Order | Blank | Spot


class Runner(Protocol):
    """Runs a program: `session.run` with the check of a question."""

    async def __call__(
        self,
        source: str,
        *,
        stdin: str = ...,
        needs: tuple[str, ...] = ...,
        check: str | None = ...,
    ) -> ProgramReport: ...


async def what_it_does(
    question: CodeQuestion, source: str, program: ProgramReport, run: Runner
) -> str:
    """Why `program`, the run of `source`, is not what the question wants. Markdown."""
    if program.exception is not None or program.verdict not in (Verdict.PASSED, Verdict.FAILED):
        return _ending(question, source, program)
    sentences = []
    if question.check is not None and not program.checked:
        sentences.append(await _value(question, question.check, source, run))
    if question.output is not None and plain(program.printed) != plain(question.output):
        sentences.append(f"It should print:\n\n{_block(question.output)}")
    return "\n\n".join(sentences)


def what_holds(question: CodeQuestion) -> str:
    """What a right answer does: the call of its check and the value."""
    sides = _sides(question.check) if question.check is not None else None
    if sides is None:
        return ""
    try:
        ast.literal_eval(sides[1])
    except (ValueError, SyntaxError):
        return ""
    return f"{code(sides[0])} gives {code(sides[1])}."


def must_use(question: Blank, source: str) -> tuple[str, ...]:
    """What the question asks the answer to use and `source` does not, in words."""
    if not question.must_use:
        return ()
    from course.catalogue.constructs import constructs
    from course.checking.rules import in_words

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            used = constructs(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    return tuple(in_words(name) for name in question.must_use if name not in used)


def _ending(question: CodeQuestion, source: str, program: ProgramReport) -> str:
    """The error that a program ended with, in plain words."""
    from course.explaining.programs import explain_program

    words = explain_program(program, source) or ""
    exception = program.exception
    if exception is None:
        return words
    line = f"{exception.type}: {exception.message}" if exception.message else exception.type
    if not exception.frames and question.check is not None and not _is_broken(source):
        tried = f"Then {code(question.check)} is tried, and it stops with {code(line)}."
        return "\n\n".join(filter(None, (tried, words)))
    return words or f"It stops with {code(line)}."


def _is_broken(source: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "main.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return True
    return False


async def _value(question: CodeQuestion, check: str, source: str, run: Runner) -> str:
    """What the check's call gives and what it should; of several conditions the first untrue."""
    condition = check
    for condition in _conditions(check):
        if not (await run(source, check=condition, needs=question.needs)).checked:
            break
    sides = _sides(condition)
    if sides is not None:
        program = f"{source}\nprint({_MARK!r} + repr({sides[0]}))\n"
        report = await run(program, needs=question.needs)
        _, mark, value = report.printed.rpartition(_MARK)
        if mark and report.exception is None:
            return f"{code(sides[0])} gives {code(value)}. It should give {code(sides[1])}."
    return f"{code(condition)} should be true, and it is not."


def _conditions(check: str) -> list[str]:
    """The conditions that `and` joins."""
    try:
        tree = ast.parse(check.strip(), mode="eval").body
    except SyntaxError:
        return [check]
    if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And):
        return [ast.unparse(value) for value in tree.values]
    return [check.strip()]


def _sides(condition: str) -> tuple[str, str] | None:
    """What is worked out and what it should be, where the condition is `one == other`."""
    try:
        tree = ast.parse(condition.strip(), mode="eval").body
    except SyntaxError:
        return None
    if not (isinstance(tree, ast.Compare) and [type(it) for it in tree.ops] == [ast.Eq]):
        return None
    left, right = tree.left, tree.comparators[0]
    if isinstance(left, ast.Constant):
        left, right = right, left
    return ast.unparse(left), ast.unparse(right)


def code(text: str) -> str:
    """A piece of code or a value in a sentence of Markdown: on one line, not too long."""
    line = " ".join(text.split("\n")).strip()
    if len(line) > _LONGEST:
        line = f"{line[: _LONGEST - 1]}…"
    ticks = "``" if "`" in line else "`"
    pad = " " if "`" in line else ""
    return f"{ticks}{pad}{line or ' '}{pad}{ticks}"


def _block(text: str) -> str:
    lines = text.rstrip("\n").split("\n")
    if len(lines) > _LINES:
        lines = [*lines[:_LINES], "…"]
    return "\n".join(["~~~text", *lines, "~~~"])


def which_are_right(part: str, right: Sequence[int], wrong: Sequence[int]) -> str:
    """Which parts of an answer are right, by their numbers: `Right: blank 1. Not yet: blank 2.`"""
    both = (("Right", right), ("Not yet", wrong))
    return " ".join(f"{words}: {_numbers(part, them)}." for words, them in both if them)


def _numbers(part: str, numbers: Sequence[int]) -> str:
    *first, last = map(str, numbers)
    return f"{part}s {', '.join(first)} and {last}" if first else f"{part} {last}"


def plain(text: str) -> str:
    """A text without the blanks that nobody sees: at the ends of lines, above and below."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")
