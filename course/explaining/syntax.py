"""A source that Python cannot read, as it is told: the words of `unreadable` as a diagnosis."""

from __future__ import annotations

from course.explaining.unreadable.explain import explain
from course.model import Diagnosis


def syntax_problem(source: str) -> Diagnosis | None:
    """What keeps Python from reading the source; None when it can read it."""
    explanation = explain(source)
    return (
        Diagnosis("cannot_start", explanation.text, name=explanation.name, line=explanation.line)
        if explanation
        else None
    )
