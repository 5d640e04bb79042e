"""Decisions with the shape that they should have.

Any row may come from another machine or another version of the course. Its value is what it says
only if it has the shape that the reader asks for; one that has not is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from course import shapes
from course.learner.records import Decision

if TYPE_CHECKING:
    from course.learner.store import Store

T = TypeVar("T")


def shaped(value: Any, kind: type[T]) -> T | None:
    """The value as one of that kind; None where it is none."""
    try:
        return shapes.convert(value, kind)
    except (msgspec.ValidationError, ValueError, TypeError, OverflowError):
        return None


def decided(store: Store, name: str, kind: type[T]) -> Iterator[tuple[Decision, T]]:
    """The decisions of a name that are of a kind, the oldest first."""
    for row in store.rows(Decision, name=name):
        value = shaped(row.value, kind)
        if value is not None:
            yield row, value


def newest(store: Store, name: str, kind: type[T]) -> T | None:
    """The newest of them."""
    row = store.newest(Decision, name=name)
    value = None if row is None else shaped(row.value, kind)
    if row is None or value is not None:
        return value
    return next((value for _, value in reversed([*decided(store, name, kind)])), None)
