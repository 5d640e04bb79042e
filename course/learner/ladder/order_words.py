"""Lines to be put in order, in plain text: shown, answered, and what is said of an order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from course.errors import WrongUse
from course.learner.ladder.puzzle import Puzzle, Wrong
from course.plural import counted

DEEPEST = 8
"""Levels of indentation that can be chosen."""
_PLACED = re.compile(r"(\d+)(?::(\d+))?")


def numbered(pool: Sequence[str]) -> Iterator[str]:
    """The lines of a puzzle with their numbers, from 1."""
    for number, line in enumerate(pool, 1):
        first, *more = line.split("\n")
        yield f"{number:>3}  {first}"
        yield from (f"     {it}" for it in more)


def how_to_answer(made: Puzzle) -> str:
    """How an order is typed."""
    false = len(made.distractors)
    kept = f"{counted(false, 'line does', 'lines do')} not belong. " if false else ""
    return (
        f"{kept}Type the numbers in order. A number after a colon indents the line by so many "
        "levels; without it the line is as far in as the one before: 2 1:1 3"
    )


def placed(made: Puzzle, answer: str) -> list[str]:
    """The lines that an answer names, indented; WrongUse where it is none."""
    lines, level = [], 0
    for word in answer.replace(",", " ").split():
        match = _PLACED.fullmatch(word)
        number = int(match[1]) if match else 0
        if match is None or not 1 <= number <= len(made.pool):
            raise WrongUse(
                f"`{word}` is no line. Give numbers from 1 to {len(made.pool)}, each with its "
                "indentation after a colon where that changes: 2 1:1 3"
            )
        level = min(int(match[2]), DEEPEST) if match[2] else level
        lines.append(made.at(made.pool[number - 1], level))
    return lines


def about_order(wrong: Wrong, lines: Sequence[str]) -> str:
    """Which line is the first that is not right, counted from 1, and in what way."""
    number = wrong.place + 1
    if wrong.why == "is_more":
        if not wrong.place:
            return "No line is in order yet."
        return f"Up to line {wrong.place} it is right. Something has to follow."
    line = lines[wrong.place].strip().split("\n")[0]
    right = "\nThe lines before it are right." if wrong.place else ""
    if wrong.why == "no_more":
        return f"Line {number} is one too many: {line}{right}"
    if wrong.why == "indentation":
        return f"Line {number} is the right line, but not at that indentation: {line}{right}"
    return f"Line {number} is the first one that does not belong there: {line}{right}"
