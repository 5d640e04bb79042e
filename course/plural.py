"""Numbers with their nouns."""

from __future__ import annotations


def counted(number: float, one: str, many: str | None = None) -> str:
    """`1 call`, `3 calls`, `1,200 calls`, `2.5 seconds`."""
    figure = f"{number:,}" if isinstance(number, int) else f"{number:g}"
    return f"{figure} {plural(number, one, many)}"


def plural(number: float, one: str, many: str | None = None) -> str:
    """The noun alone: `call`, `calls`."""
    return one if number == 1 else many or one + "s"


def that_hold(held: int, total: int) -> str:
    """`9 of the 13 things that count hold`, `1 of the 2 things that count holds`."""
    if total == 1:
        return f"the one thing that counts {'holds' if held else 'does not hold'}"
    return f"{held} of the {total} things that count {'holds' if held == 1 else 'hold'}"
