"""What the learner's work shows, against what a junior job asks for, as lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from course.learner.readiness import STATES, overview
from course.learner.report_words import evidence_of, figures, shift_words
from course.signs import AREAS

if TYPE_CHECKING:
    from course.learner.session import Session


def lines_of_skills(session: Session) -> Iterator[str]:
    """The figures, then areas of a job, then modules; a heading has no space before it."""
    skills = overview(session)
    yield figures(skills)
    if skills.areas:
        yield "\nWhat a junior job asks for:"
    for area in skills.areas:
        counted_of = f", {area.passed} of {area.needed} exercises" if area.passed else ""
        yield f"  {AREAS[area.state]} {area.title}: {STATES[area.state]}{counted_of}. {area.asks}"
        entry = session.catalogue.exercises.get(area.next or "")
        if entry is not None and area.state != "shown":
            yield f"    Next: {entry.title} ({entry.id})"
    if skills.shifts:
        yield "\nWorking days:"
    for day in skills.shifts:
        yield f"  {day.run.title}: {shift_words(day)}"
    rows = [(it, words) for it in skills.modules if (words := ", ".join(evidence_of(it)))]
    if rows:
        yield "\nModules:"
    for module, words in rows:
        yield f"  {module.title}: {module.mastery:.0%}; {words}"
