"""A question in plain text: its lines, how it is answered, and the answer out of a line."""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from course.terminal import echo

if TYPE_CHECKING:
    from course.model import Choose, Question

GAP = "___"


def ask(
    question: Question,
    seed: str,
    commands: Mapping[str, str],
    err: bool = False,
    files: Mapping[str, str] | None = None,
) -> Any:
    """Show a question and read its answer, again after a line that cannot be one.

    Those of its lesson's `files` that its code uses are shown before it. One of the `commands`
    is given back as it is; None means that there is no further line.
    """
    from course.catalogue.beside import beside, program_of

    lines, how = shown(question, seed)
    for name, text in beside(program_of(question), files or {}).items():
        lines = [f"The file {name}:", "", *_indented(text), "", *lines]
    for line in lines:
        echo(line, err=err)
    known = ", ".join(f"{word} = {meaning}" for word, meaning in commands.items())
    while True:
        echo(f"{how} ({known})", err=err)
        given = sys.stdin.readline()
        if not given or given.strip() in commands:
            return given.strip() or None
        answer = read(question, given.rstrip("\r\n"), seed)
        if answer is not None:
            return answer
        if given.strip():
            echo(f"`{given.strip()}` cannot be an answer here.", err=err)


def shown(question: Question, seed: str) -> tuple[list[str], str]:
    """The lines of a question and how it is answered."""
    from course.model import Blank, Choose, Order, Predict, Spot

    asked = getattr(question, "question", None)
    code = str(getattr(question, "code", "")).rstrip("\n").split("\n")
    indented = _indented("\n".join(code))
    match question:
        case Predict():
            lines = [asked or "What does this print?", "", *indented, ""]
            if not question.choices:
                return lines, r"Type what it prints; \n begins another line"
            return lines + _numbered(map(str, question.choices)), "Type the number of the answer"
        case Blank():
            gaps = question.code.count(GAP)
            how = "Type what belongs into the gap"
            if gaps > 1:
                how = f"Type what belongs into the {gaps} gaps, with | between"
            return [asked or "Fill in the blanks.", "", *indented, ""], how
        case Spot():
            lines = [asked or "Which line is wrong?", "", *_numbered(code), ""]
            return lines, "Type the number of the line"
        case Order():
            lines = [question.goal, "", *_numbered(_pool(question, seed)), ""]
            return lines, "Type the numbers of the lines in order (not all may be needed)"
        case Choose():
            texts = [question.choices[it].text for it in _choices(question, seed)]
            lines = [question.question, "", *(indented if question.code else []), ""]
            correct = sum(choice.correct for choice in question.choices)
            how = "Type the number of the answer"
            if correct > 1 or question.advise:
                how = "Type the numbers of the answers"
            return lines + _numbered(texts), how
        case _:
            return [], "Type the answer"


def read(question: Question, given: str, seed: str) -> Any:
    """The answer as the session takes it, or None where the line cannot be one."""
    from course.model import Blank, Choose, Order, Predict, Spot

    words = given.replace(",", " ").split()
    numbers = [int(word) for word in words if word.isdecimal()]
    match question:
        case Predict() if not question.choices:
            return given.replace("\\n", "\n") if given.strip() else None
        case Predict():
            if len(numbers) == 1 and 1 <= numbers[0] <= len(question.choices):
                return str(question.choices[numbers[0] - 1])
        case Choose():
            order = _choices(question, seed)
            if (
                numbers
                and len(numbers) == len(words)
                and set(numbers) <= set(range(1, len(order) + 1))
            ):
                return tuple(sorted({order[it - 1] for it in numbers}))
        case Blank():
            parts = given.split("|") if question.code.count(GAP) > 1 else [given]
            if given.strip() and len(parts) == question.code.count(GAP):
                return tuple(part.strip() for part in parts)
        case Spot():
            if len(numbers) == 1 and 1 <= numbers[0] <= len(question.code.splitlines()):
                return numbers[0]
        case Order():
            pool = _pool(question, seed)
            if (
                numbers
                and len(numbers) == len(words)
                and all(1 <= it <= len(pool) for it in numbers)
            ):
                return tuple(pool[number - 1] for number in numbers)
    return None


def _choices(question: Choose, seed: str) -> list[int]:
    """The order in which the choices are shown."""
    order = list(range(len(question.choices)))
    random.Random(seed).shuffle(order)  # noqa: S311 - an order to look at, no secret
    return order


def _pool(question: Any, seed: str) -> list[str]:
    lines = [*question.lines.rstrip("\n").split("\n"), *question.distractors]
    random.Random(seed).shuffle(lines)  # noqa: S311 - an order to look at, no secret
    return lines


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.rstrip("\n").split("\n")]


def _numbered(lines: Any) -> list[str]:
    return [f"{number:>3}  {line}" for number, line in enumerate(lines, 1)]
