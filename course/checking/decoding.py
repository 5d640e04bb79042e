"""The parent's side of the protocol: lines become bounded messages, or nothing at all.

Whatever sends the lines may have been taken over by a submission, so this is the one border for
what it says: every text is cleaned (it is shown, never obeyed), every number is finite and small
enough for any reader, nothing is nested deeper than the classes are.
"""

from __future__ import annotations

import json
import math
from typing import Any, TypeVar

from course import shapes
from course.text import clean
from course.worker.protocol import EVENTS, NEWS, PROTOCOL, Exited, Gone, Lost, Ready, Started

T = TypeVar("T")
_MOST_TEXT = 1 << 20
_MOST_NUMBER = 1 << 53


class Unreadable(Exception):  # noqa: N818 - it is an answer
    """A line that claims to be a message and is none."""


def line_of(data: bytes) -> dict[str, object] | None:
    """The JSON object in a line; None where there is something else."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def event_of(line: dict[str, object]) -> object:
    """The event in a line that carries the nonce; `Unreadable` where it is of no known shape."""
    kind = line.get("t")
    if line.get("v") != PROTOCOL or not isinstance(kind, str):
        raise Unreadable
    if kind == "trace":
        from course.tracing.recording import recording_of

        printed = line.pop("printed", "")  # its length counts, and it is cleaned when it is shown
        try:
            return recording_of({**_bounded(line), "printed": printed})
        except (ValueError, LookupError, RecursionError) as error:
            raise Unreadable from error
    if kind not in EVENTS:
        raise Unreadable
    return _converted(line, EVENTS[kind])


def news_of(data: bytes) -> Started | Exited | Gone | Lost | None:
    """What the supervisor says in a line; None where that is nothing known."""
    line = line_of(data)
    kind = NEWS.get(str(line.get("op"))) if line is not None else None
    if line is None or kind is None:
        return None
    try:
        return _converted(line, kind)
    except Unreadable:
        return None


def ready_of(data: bytes) -> Ready | None:
    """The first words of a worker; None where it says something else."""
    line = line_of(data)
    try:
        return _converted(line, Ready) if line is not None and line.get("v") == PROTOCOL else None
    except Unreadable:
        return None


def _converted(line: dict[str, object], kind: type[T]) -> T:
    try:
        return shapes.convert(_bounded(line), kind, str_keys=True)
    except (ValueError, RecursionError) as error:  # msgspec's errors are ValueErrors
        raise Unreadable from error


def _bounded(value: Any) -> Any:
    """The same with clean texts; ValueError for a number that is too large."""
    if isinstance(value, str):
        return clean(value, _MOST_TEXT)
    if isinstance(value, dict):
        return {clean(key, _MOST_TEXT): _bounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_bounded(item) for item in value]
    if isinstance(value, int | float) and not (
        math.isfinite(value) and -_MOST_NUMBER <= value <= _MOST_NUMBER
    ):
        raise ValueError("a number nobody needs")
    return value
