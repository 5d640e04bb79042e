"""What happened in a shift, event by event; every figure is worked out from these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from course import shapes

QUIET = 3
"""So many minutes without trouble in a row, and customers are being served again."""


class Happened(Struct, frozen=True):
    """One event: the minute, its kind, and what belongs to it.

    Kinds: `start`, `minute` (what customers met), `message`, `deploy`, `flag`, `read`,
    `sent`, `end`.
    """

    at: Annotated[int, Meta(ge=0, le=10_000)]
    kind: str
    data: dict[str, Any]


def encode(event: Happened) -> str:
    """An event as it is kept; the same event is the same to the byte."""
    return msgspec.json.encode(event).decode()


def decode(text: str) -> Happened:
    """An event as it was kept; ValueError where it has not all that an event of its kind has."""
    event = shapes.decode(text, Happened)
    if event.kind not in _DATA:
        raise ValueError(f"no event is of the kind {event.kind}")
    shapes.convert(event.data, _DATA[event.kind])
    return event


class _Commit(Struct, frozen=True):
    commit: str
    subject: str
    files: dict[str, str]


class _Start(Struct, frozen=True):
    calm: bool
    commits: tuple[str, ...]
    refs: dict[str, _Commit]


class _Minute(Struct, frozen=True):
    requests: int
    failed: tuple[str, ...]
    errors: int
    orders: int
    ms: float
    slowest: float
    log: tuple[str, ...]


class _Message(Struct, frozen=True):
    sender: str
    subject: str
    text: str
    id: str = ""


class _Deploy(_Commit, frozen=True):
    who: str
    up: bool
    log: tuple[str, ...]
    id: str = ""
    instead_of: str = ""
    met: tuple[str, ...] = ()


class _Flag(Struct, frozen=True):
    name: str
    value: str


class _Read(Struct, frozen=True):
    number: int


class _Sent(Struct, frozen=True):
    what: str
    text: str


class _End(Struct, frozen=True):
    pass


_DATA: dict[str, type[Struct]] = {
    "start": _Start, "minute": _Minute, "message": _Message, "deploy": _Deploy, "flag": _Flag,
    "read": _Read, "sent": _Sent, "end": _End,
}  # fmt: skip
"""What belongs to an event of each kind."""


class Incident(Struct, frozen=True):
    """Minutes in which customers failed: from `began` until before `over`, None while it lasts."""

    began: int
    over: int | None
    failed: int
    customers: tuple[str, ...]
    ends: int
    """The minute until which it lasted, as far as is known."""

    @property
    def minutes(self) -> int:
        """How long customers were not served."""
        return self.ends - self.began


def of_kind(events: Iterable[Happened], *kinds: str) -> list[Happened]:
    """The events of these kinds."""
    return [event for event in events if event.kind in kinds]


def minute_of(events: Iterable[Happened]) -> int:
    """The minute that comes next after these."""
    return max((event.at + (event.kind == "minute") for event in events), default=0)


def incidents(events: Sequence[Happened], threshold: int) -> list[Incident]:
    """The incidents of a day: a minute with so many failures begins one, quiet minutes end it."""
    minutes = of_kind(events, "minute")
    ended = any(event.kind == "end" for event in events)
    bad = [len(event.data["failed"]) >= threshold for event in minutes]
    times_of_trouble: list[Incident] = []
    number = 0
    while number < len(minutes):
        if not bad[number]:
            number += 1
            continue
        last = number
        while any(bad[last + 1 : last + 1 + QUIET]):
            last += 1
        while not bad[last]:
            last -= 1
        is_over = last + QUIET < len(minutes) or (ended and last + 1 < len(minutes))
        inside = minutes[number : last + 1]
        names = [name for event in inside for name in event.data["failed"]]
        times_of_trouble.append(
            Incident(
                began=minutes[number].at,
                over=minutes[last].at + 1 if is_over else None,
                failed=len(names),
                customers=tuple(dict.fromkeys(names)),
                ends=minutes[last].at + 1,
            )
        )
        number = last + 1 if is_over else len(minutes)
    return times_of_trouble
