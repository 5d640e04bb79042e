"""What the shifts of a learner have shown; the report reads this and loads no more."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from course import shapes
from course.learner.decisions import decided
from course.shift.mark import Mark

if TYPE_CHECKING:
    from course.learner.store import Store

DONE = "shift done"


class ShiftRun(Struct, frozen=True):
    """One shift: its name, the scenario's id and title, and the date it was begun."""

    run: str
    scenario: str
    title: str
    day: str
    calm: bool = False


class Outcome(Struct, frozen=True):
    """A shift that is over, and what it has shown."""

    run: ShiftRun
    marks: tuple[Mark, ...]

    @property
    def held(self) -> int:
        """How many of the things that count hold."""
        return sum(mark.holds for mark in self.marks)


def outcomes(store: Store) -> tuple[Outcome, ...]:
    """The shifts that are over, the oldest first."""
    rows = []
    for _, text in decided(store, DONE, str):
        with suppress(msgspec.MsgspecError):  # kept by another version of the course
            rows.append(shapes.decode(text, Outcome))
    return tuple(rows)
