"""From the lines of a log to events. Lines that make no sense are counted, and never fatal."""

import gzip
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
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
        self.count += 1
        if len(self.examples) < MOST_EXAMPLES:
            self.examples.append(f"{source}:{number}: {reason}")


def parse_line(line: str) -> Event:
    """Return the event of a line; raises BadLine."""
    parts = line.strip().split(",", 3)
    if len(parts) != 4:
        raise BadLine(f"{len(parts)} parts, not 4")
    when, user, kind, name = parts
    if kind not in KINDS:
        raise BadLine(f"unknown kind {kind!r}")
    if not user or not name:
        raise BadLine("an empty part")
    if "\N{REPLACEMENT CHARACTER}" in line:
        raise BadLine("not UTF-8")
    return Event(parse_time(when), user, kind, name)


def parse_time(text: str) -> datetime:
    """Return a time of the log, "2026-03-02T09:15:00Z"; raises BadLine."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadLine(f"{text!r} is not a time") from error
    if not text.endswith("Z"):
        raise BadLine(f"{text!r} is not in UTC")
    return when


def read_events(lines: Iterable[str], source: str, bad: BadLines) -> Iterator[Event]:
    """Yield the event of each good line, one by one; tell `bad` of the others."""
    for number, line in enumerate(lines, start=1):
        try:
            event = parse_line(line)
        except BadLine as error:
            bad.add(source, number, str(error))
        else:
            yield event


@contextmanager
def open_log(name: str) -> Iterator[Iterable[str]]:
    """Open a log for a `with`: a file, a compressed file (.gz), or what comes in on stdin ("-")."""
    if name == "-":
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
        yield sys.stdin
        return
    opened = gzip.open if name.endswith(".gz") else open
    with opened(name, "rt", encoding="utf-8", errors="replace") as file:
        yield file


def all_events(names: Iterable[str], bad: BadLines) -> Iterator[Event]:
    """Yield the events of several logs, one after the other, each open only while it is read."""
    for name in names:
        with open_log(name) as lines:
            yield from read_events(lines, name, bad)
