"""A lesson's programs are read: they can be checked, and use only what was taught by then."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from course.authoring.gate.content import Content
from course.authoring.gate.findings import Finding, at
from course.authoring.gate.pythons import unsupported
from course.authoring.gate.rule import rule
from course.authoring.gate.taught import homes, later_than
from course.catalogue.beside import beside
from course.catalogue.constructs import constructs
from course.learner.questions import KINDS
from course.model import Example, Lesson, Question


def programs(lesson: Lesson) -> Iterator[tuple[int, str, str, str]]:
    """Each program of a lesson that runs: the step's number, its kind, the part, the code."""
    for number, step in enumerate(lesson.steps):
        content = step.content
        if isinstance(content, Example):
            yield number, step.kind, "code", content.code
        elif isinstance(content, Question) and (code := KINDS[step.kind].solution(content)):
            yield number, step.kind, "lines" if hasattr(content, "lines") else "code", code


@rule("question")
def checks_are_python(content: Content, lesson: Lesson) -> Iterator[Finding]:
    """A `check` is one Python expression."""
    for number, step in enumerate(lesson.steps):
        check = getattr(step.content, "check", None)
        if check is None:
            continue
        try:
            tree = ast.parse(check.strip(), mode="eval")
        except (SyntaxError, ValueError) as error:
            message = getattr(error, "msg", str(error))
            text = f"the `check` is not a Python expression ({message}); correct it"
        else:
            if not isinstance(tree.body, ast.Constant):
                continue
            text = "the `check` does not look at the program; write what is true when it is right"
        line = content.line(lesson.path, "steps", number, step.kind, "check")
        yield at(lesson.path, line, f"step {number + 1} ({step.kind}): {text}")


@rule("lesson")
def ahead_is_ahead(content: Content, lesson: Lesson) -> Iterator[Finding]:
    """`ahead` names concepts that the lesson's code uses and a later lesson teaches."""
    claimed = homes(content)
    used = {
        name
        for *_, code in programs(lesson)
        for construct in _constructs(code)
        for name in claimed.get(construct, ())
    }
    before = content.taught_before(lesson.id)
    for number, name in enumerate(lesson.source.ahead):
        if name in before:
            text = f"{name} is taught by then; take it out of `ahead`"
        elif name not in used:
            text = f"no program of this lesson uses {name}; take it out of `ahead`"
        else:
            continue
        yield at(lesson.path, content.line(lesson.path, "ahead", number), text)


@rule("question", "A program of a lesson runs on every Python of the course.")
def programs_use_what_is_taught(content: Content, lesson: Lesson) -> Iterator[Finding]:
    """Examples and questions use only what is taught in or before their lesson."""
    for number, kind, part, code in programs(lesson):
        try:
            used = constructs(code)
        except (SyntaxError, ValueError):
            continue  # an example may be about just that
        place = partial(content.line, lesson.path, "steps", number, kind, part)
        given = {name for text in beside(code, lesson.files).values() for name in _constructs(text)}
        for construct, line in used.items():
            later = later_than(content, lesson.id, construct, lesson.source.ahead)
            if later and construct not in given:
                yield at(
                    lesson.path,
                    _below(place(), line),
                    f"step {number + 1} ({kind}): it uses {later}; write it with what is known by "
                    "then, or name it under `ahead` and explain it here",
                )
        for line, words in unsupported(code):
            yield at(lesson.path, _below(place(), line), f"step {number + 1} ({kind}): {words}")


def _below(first: int | None, line: int) -> int | None:
    """A line of a program by the line of its part of the file; None where that is not known."""
    return first and first + line


def _constructs(text: str) -> set[str]:
    try:
        return set(constructs(text))
    except (SyntaxError, ValueError):
        return set()
