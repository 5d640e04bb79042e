"""A short look at a passing solution: what a reviewer would say, in words of what was taught."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from msgspec import Struct

from course.catalogue.concepts import taught_before
from course.catalogue.exercises import reference
from course.checking.style import StyleFinding, findings

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.model import Exercise

MOST = 3


class Remark(Struct, frozen=True):
    """One thing about a line of the solution; `line` counts from 1."""

    line: int
    code: str
    words: str


async def remarks(
    exercise: Exercise, source: str, catalogue: Catalogue
) -> tuple[Remark, ...] | None:
    """At most three remarks, most useful first, each about another rule.

    Left out is what the starter had already, what the reference does itself, and what is made of
    concepts that are taught later. None where the solution could not be looked at.
    """
    if exercise.source.kind in ("review", "repo") or exercise.package:
        return None
    own, given, done_there = await asyncio.gather(
        findings(source), findings(exercise.starter), findings(reference(exercise))
    )
    if own is None or given is None or done_there is None:
        return None
    concepts = known_at(exercise.id, catalogue)
    of_the_starter = {(one.rule.code, one.text) for one in given}
    of_the_reference = {one.rule.code for one in done_there}
    chosen: dict[str, StyleFinding] = {}
    for one in own:
        code = one.rule.code
        if code in of_the_reference or (code, one.text) in of_the_starter:
            continue
        if concepts is None or concepts.issuperset(one.rule.needs):
            chosen.setdefault(code, one)
    return tuple(Remark(one.line, one.text, one.words) for one in list(chosen.values())[:MOST])


def known_at(exercise: str, catalogue: Catalogue) -> frozenset[str] | None:
    """The concepts taught up to an exercise's lesson; None where it belongs to no lesson."""
    home = catalogue.lesson_of(exercise)
    if home is None:
        return None
    return taught_before(home.id, ((it.id, it.teaches) for it in catalogue.lessons.values()))
