"""A question asked in plain text, again until a line can be its answer."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from course.terminal import echo

if TYPE_CHECKING:
    from course.model import Question


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
    from course.catalogue.beside import beside
    from course.learner.questions.kind import indented
    from course.learner.questions.table import kind_of

    kind = kind_of(question)
    lines, how = kind.shown(question, seed)
    for name, text in beside(question.program, files or {}).items():
        lines = [f"The file {name}:", "", *indented(text), "", *lines]
    for line in lines:
        echo(line, err=err)
    known = ", ".join(f"{word} = {meaning}" for word, meaning in commands.items())
    while True:
        echo(f"{how} ({known})", err=err)
        given = sys.stdin.readline()
        if not given or given.strip() in commands:
            return given.strip() or None
        answer = kind.read(question, given.rstrip("\r\n"), seed)
        if answer is not None:
            return answer
        if given.strip():
            echo(f"`{given.strip()}` cannot be an answer here.", err=err)
