"""What is told of one thing that counts in a shift."""

from __future__ import annotations

from msgspec import Struct


class Mark(Struct, frozen=True):
    """One thing that counts: whether it holds, and the words that say by what it is seen."""

    title: str
    holds: bool
    words: str
