"""Numbers with their nouns."""

from __future__ import annotations


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 call`, `3 calls`, `1,200 calls`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
