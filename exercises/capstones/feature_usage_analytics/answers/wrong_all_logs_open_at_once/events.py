"""From the lines of a log to events. Lines that make no sense are counted, and never fatal."""

import gzip
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

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


def parse_line(line):
    parts = line.rstrip("\r\n").split(",")
    if len(parts) != 4:
        raise BadLine(f"{len(parts)} parts, not 4")
    moment, user, kind, name = parts
    if "\ufffd" in line or any(0xDC80 <= ord(c) <= 0xDCFF for c in line):
        raise BadLine("bytes that are no UTF-8")
    if not user or not name:
        raise BadLine("empty user or name")
    if kind not in KINDS:
        raise BadLine(f"unknown kind {kind!r}")
    if not moment.endswith("Z"):
        raise BadLine("the time does not end in Z")
    try:
        when = datetime.fromisoformat(moment[:-1])
    except ValueError:
        raise BadLine("a time that cannot be read") from None
    if when.tzinfo is not None:
        raise BadLine("two time zones")
    return Event(when.replace(tzinfo=UTC), user, kind, name)


def read_events(lines, source, bad):
    for number, line in enumerate(lines, 1):
        try:
            event = parse_line(line)
        except BadLine as error:
            bad.add(source, number, str(error))
        else:
            yield event


@contextmanager
def open_log(name):
    if name == "-":
        sys.stdin.reconfigure(errors="surrogateescape") if hasattr(sys.stdin, "reconfigure") else None
        yield sys.stdin
        return
    opener = gzip.open if name.endswith(".gz") else open
    with opener(name, "rt", encoding="utf-8", errors="surrogateescape") as lines:
        yield lines


def all_events(names, bad):
    from contextlib import ExitStack
    with ExitStack() as stack:
        for name, lines in [(n, stack.enter_context(open_log(n))) for n in names]:
            yield from read_events(lines, name, bad)
