"""What a placement came to. What follows from it is in `held`.

The conclusion is a decision of the name `placement`; the newest one counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from course import shapes
from course.learner.placement import ModuleFinding
from course.learner.records import Decision

if TYPE_CHECKING:
    from course.learner.store import Store

DECISION = "placement"


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
        return shapes.convert({**newest.value, "at": newest.at}, Conclusion)
    except (msgspec.ValidationError, TypeError):
        return None  # kept by another version of the course
