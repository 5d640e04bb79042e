"""Plots in plain text: they keep their meaning without colour, in a log and when read aloud."""

from __future__ import annotations

from collections.abc import Sequence

FILLED, EMPTY = "━", "─"
_EIGHTHS = " ▁▂▃▄▅▆▇█"


def filled_cells(fraction: float, width: int) -> int:
    """How many of `width` cells are filled: none only at 0, all only at 1."""
    if fraction <= 0 or width <= 0:
        return 0
    if fraction >= 1:
        return width
    return min(max(1, round(fraction * width)), max(1, width - 1))


def bar(fraction: float, width: int) -> tuple[str, str]:
    """The two parts of a bar of `width` cells: what is filled and what is not."""
    filled = filled_cells(fraction, width)
    return FILLED * filled, EMPTY * (width - filled)


def columns(values: Sequence[int], height: int, most: int | None = None) -> list[str]:
    """A column for each value, one text a line from the top; anything above 0 can be seen."""
    top = max(most or max(values, default=0), 1)
    eighths = [0 if value <= 0 else max(1, round(value / top * height * 8)) for value in values]
    return [
        "".join(_EIGHTHS[min(8, max(0, cells - 8 * row))] for cells in eighths)
        for row in reversed(range(height))
    ]


def spark(values: Sequence[int]) -> str:
    """The values as one line of columns; a day with nothing is a dot."""
    return "".join(
        "·" if value <= 0 else column
        for value, column in zip(values, columns(values, 1)[0], strict=True)
    )
