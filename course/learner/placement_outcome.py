"""What a placement came to, and what follows from it.

The conclusion is a decision of the name `placement`. What is skipped is derived from the newest
conclusion and what was reviewed since: a re-check that failed opens its module again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from course.learner.placement import ModuleFinding
from course.learner.records import Decision, Review, moment, stamp

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.learner.store import Store
    from course.model import PathSource

DECISION = "placement"
RECHECKS_A_DAY = 6
"""What was skipped is asked again bit by bit, from a few days later on."""


class Conclusion(Struct, frozen=True):
    """What a placement found, as it is kept: its round, and the finding of each module."""

    round: str
    findings: tuple[ModuleFinding, ...]
    at: str = ""

    @property
    def skipped(self) -> tuple[str, ...]:
        """The modules that need not be worked through."""
        return tuple(finding.module for finding in self.findings if finding.skipped)


def conclusion(store: Store) -> Conclusion | None:
    """What the newest placement found, if there was one."""
    newest = store.newest(Decision, name=DECISION)
    if newest is None or not newest.value:
        return None
    try:
        return msgspec.convert({**newest.value, "at": newest.at}, Conclusion)
    except (msgspec.ValidationError, TypeError):
        return None  # kept by another version of the course


def skipped(store: Store, catalogue: Catalogue, path: PathSource | None) -> frozenset[str]:
    """The modules the learner need not work through: found held, and no re-check failed since."""
    newest = conclusion(store)
    if newest is None:
        return frozenset()
    forgotten = {
        row.card.removeprefix("concept:")
        for row in store.rows(Review)
        if row.rating == 1 and row.at > newest.at
    }
    return frozenset(
        module.id
        for module in catalogue.modules
        if module.id in newest.skipped
        and not (path and module.id in path.keep)
        and not any(forgotten & set(lesson.teaches) for lesson in module.lessons)
    )


def rechecks(store: Store, catalogue: Catalogue, modules: Iterable[str]) -> dict[str, str]:
    """A concept of each skipped lesson, and the time from which it counts as known.

    A few more each day, so that what was skipped comes up again bit by bit.
    """
    newest = conclusion(store)
    if newest is None:
        return {}
    wanted = set(modules)
    concepts = [
        lesson.teaches[0]
        for module in catalogue.modules
        if module.id in wanted
        for lesson in module.lessons
        if lesson.teaches
    ]
    start = moment(newest.at)
    return {
        concept: stamp(start + timedelta(days=place // RECHECKS_A_DAY))
        for place, concept in enumerate(dict.fromkeys(concepts))
    }
