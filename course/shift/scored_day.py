"""What the marks of a day are taken from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from course.checking import Checker
from course.shift.history import Happened, of_kind
from course.shift.scenario import Scenario
from course.shift.world import World


@dataclass(frozen=True)
class ScoredDay:
    """What marks are taken from."""

    world: World
    repository: Path
    checker: Checker
    commits: frozenset[str]
    """Those that were there in the morning."""

    @property
    def scenario(self) -> Scenario:
        """The scenario of the day."""
        return self.world.scenario

    @property
    def events(self) -> list[Happened]:
        """All that happened."""
        return self.world.events

    def sent(self, what: str) -> str | None:
        """The newest text that was sent under a name."""
        return newest(self.events, what)


def newest(events: Sequence[Happened], what: str) -> str | None:
    """The newest text that was sent under a name."""
    texts = [it.data["text"] for it in of_kind(events, "sent") if it.data["what"] == what]
    return texts[-1] if texts else None
