"""An answer to a step of a lesson, marked by its kind; which question it was, and about what."""

from __future__ import annotations

import hashlib

import msgspec

from course.errors import WrongUse
from course.learner.feedback import Runner
from course.learner.questions.kind import Given, Marked
from course.learner.questions.table import KINDS, kind_of
from course.model import Concept, Lesson, Question, Step


def identity(step: Step) -> str:
    """A short hash of a step's content: the same question wherever it stands in its lesson.

    Its variants do not count, nor what an author notes about it (`shows`): it is still the question
    that was answered.
    """
    for note in ("variants", "shows"):
        if getattr(step.content, note, msgspec.UNSET) is not msgspec.UNSET:
            bare = msgspec.structs.replace(step.content, **{note: msgspec.UNSET})
            step = msgspec.structs.replace(step, **{step.kind: bare})
    return hashlib.sha256(msgspec.json.encode(step)).hexdigest()[:16]


def concepts_in(step: Step, lesson: Lesson, known: dict[str, Concept]) -> tuple[str, ...]:
    """Which of the concepts its lesson teaches a question is about.

    Those whose constructs its code uses; all of them where its code tells nothing.
    """
    content = step.content
    source = kind_of(content).solution(content) if isinstance(content, Question) else ""
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
    kind = KINDS.get(step.kind)
    if kind is None:
        raise WrongUse(f"This step is a `{step.kind}`, so there is nothing to answer.")
    if not isinstance(answer, kind.answers):
        raise WrongUse(f"A `{step.kind}` question cannot be answered with {answer!r}.")
    return await kind.mark(step.content, answer, run)
