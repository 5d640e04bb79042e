"""A source that Python cannot read, as it is told: the words of `unreadable` as a diagnosis."""

from __future__ import annotations

from course.explaining.unreadable.explain import explain
from course.model import Diagnosis


def syntax_problem(source: str) -> Diagnosis | None:
    """What keeps Python from reading the source; None when it can read it."""
    told = explain(source)
    return Diagnosis("cannot_start", told.text, name=told.name, line=told.line) if told else None
