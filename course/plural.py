"""Numbers with their nouns."""

from __future__ import annotations


def counted(number: float, one: str, many: str | None = None) -> str:
    """`1 call`, `3 calls`, `1,200 calls`, `2.5 seconds`."""
    figure = f"{number:,}" if isinstance(number, int) else f"{number:g}"
    return f"{figure} {one if number == 1 else many or one + 's'}"
