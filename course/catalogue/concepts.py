"""Concepts: what one is called, and which of them were taught by a lesson."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from course.model import Concept


def concept_name(ident: str, concepts: Mapping[str, Concept]) -> str:
    """What a concept is called; one that the course no longer has is called by its id."""
    known = concepts.get(ident)
    return known.name if known else ident.replace("_", " ")


def taught_before(lesson: str, in_order: Iterable[tuple[str, Iterable[str]]]) -> frozenset[str]:
    """The concepts taught in that lesson or before it, of lessons in order with what they teach."""
    taught: set[str] = set()
    for ident, concepts in in_order:
        taught.update(concepts)
        if ident == lesson:
            break
    return frozenset(taught)
