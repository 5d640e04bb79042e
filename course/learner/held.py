"""Which modules need not be worked through, since when, and what says so.

A placement found a module held; or one short exercise of it was solved alone; or the learner says
so. Each can be taken back with a word. The newest of these counts, and a review of one of the
module's concepts that went wrong since opens it again. All of it is derived from what happened.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from course.learner.placement_outcome import conclusion
from course.learner.records import Decision, Help, Review, Try, moment, stamp

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.learner.store import Store
    from course.model import PathSource

How = Literal["placement", "code", "word"]
HOW = {"placement": "by placement", "code": "tested out by code", "word": "on your word"}
"""What says that a module is held, in words."""
RECHECKS_A_DAY = 6
"""What was skipped is asked again bit by bit, from a few days later on."""
STANDING = "standing of "
"""What a decision about a module is called, before its id; what it says is one of these."""
KNOWN, BACK, TEST = "known", "back", "test "


class Held(Struct, frozen=True):
    """A module that need not be worked through, since when, and what says so."""

    module: str
    at: str
    how: How


def held(store: Store, catalogue: Catalogue, path: PathSource | None) -> dict[str, Held]:
    """The modules that need not be worked through, by id."""
    found, standing = conclusion(store), dict[str, Held]()
    by_placement = {it: Held(it, found.at, "placement") for it in found.skipped} if found else {}
    for row in store.rows(Decision):
        if found is not None and row.at == found.at:
            standing |= by_placement
        if not row.name.startswith(STANDING):
            continue
        module, word = row.name.removeprefix(STANDING), str(row.value)
        if word == KNOWN:
            standing[module] = Held(module, row.at, "word")
        elif word == BACK:
            standing.pop(module, None)
        elif word.startswith(TEST) and (at := _solved(store, word.removeprefix(TEST), row.at)):
            standing[module] = Held(module, at, "code")
    if not standing:
        return {}
    keep = path.keep if path else ()
    missed = {
        row.card.removeprefix("concept:"): row.at for row in store.rows(Review) if row.rating == 1
    }
    return {
        module.id: standing[module.id]
        for module in catalogue.modules
        if module.id in standing
        and module.id not in keep
        and all(missed.get(it, "") <= standing[module.id].at for it in module.teaches)
    }


def _solved(store: Store, exercise: str, since: str) -> str | None:
    """When an exercise was passed since then, without a hint and without the reference."""
    helped = {row.text for row in store.rows(Help, exercise=exercise) if row.rung == "passed"}
    for row in store.rows(Try, exercise=exercise):
        if row.passed and row.at > since and not row.hints and row.uuid not in helped:
            return row.at
    return None


def rechecks(standing: Iterable[Held], catalogue: Catalogue) -> dict[str, str]:
    """A concept of each lesson of those modules, and the time from which it counts as known.

    A few more each day, so that what was skipped comes up again bit by bit.
    """
    since = {one.module: one.at for one in standing}
    concepts = {
        lesson.teaches[0]: since[module.id]
        for module in catalogue.modules
        if module.id in since
        for lesson in module.lessons
        if lesson.teaches
    }
    return {
        concept: stamp(moment(at) + timedelta(days=place // RECHECKS_A_DAY))
        for place, (concept, at) in enumerate(concepts.items())
    }
