"""From the lines of a log to events. Lines that make no sense are counted, and never fatal."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime

KINDS = ("feature", "email", "click")
MOST_EXAMPLES = 5


@dataclass(frozen=True)
class Event:
    """One line of the log: who did what. `when` is in UTC, `kind` is one of KINDS."""

    when: datetime
    user: str
    kind: str
    name: str


class BadLine(ValueError):
    """A line that is no event. Its text says why."""


@dataclass
class BadLines:
    """How many bad lines there were, and where the first few are: "big.log:17: ..."."""

    count: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, source: str, number: int, reason: str) -> None:
        """Count a bad line, and name it when it is one of the first MOST_EXAMPLES."""


def parse_line(line: str) -> Event:
    """Return the event of a line; raises BadLine."""


def read_events(lines: Iterable[str], source: str, bad: BadLines) -> Iterator[Event]:
    """Yield the event of each good line, one by one; tell `bad` of the others."""


def open_log(name: str) -> AbstractContextManager[Iterable[str]]:
    """Open a log for a `with`: a file, a compressed file (.gz), or what comes in on stdin ("-")."""


def all_events(names: Iterable[str], bad: BadLines) -> Iterator[Event]:
    """Yield the events of several logs, one after the other, each open only while it is read."""
