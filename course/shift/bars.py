"""The figures of a day as lines of text: bars of one character a few minutes, and their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from course.shift.history import Happened, of_kind

_BARS = " ▁▂▃▄▅▆▇█"
_SHOWN = (
    ("requests", "requests a minute"),
    ("errors", "errors (5xx) a minute"),
    ("failed", "requests that failed, a minute"),
    ("ms", "usual answer, ms"),
    ("slowest", "slowest answer, ms"),
    ("orders", "orders a minute"),
)


def series(events: Sequence[Happened], name: str, last: int) -> list[int]:
    """The values of a figure in the last minutes."""
    minutes = of_kind(events, "minute")[-last:]
    values = [event.data[name] for event in minutes]
    return [len(it) if isinstance(it, list) else int(it) for it in values]


def bars(values: Sequence[int]) -> str:
    """Values as bars between nothing and the highest of them."""
    top = max(values, default=0) or 1
    return "".join(_BARS[-(-8 * value // top)] for value in values)


def lines(events: Sequence[Happened], width: int) -> list[str]:
    """Each figure over the last minutes: its name, bars, and now, highest and sum or mean."""
    count = max(10, min(width - 2, 60))
    rows = []
    for name, title in _SHOWN:
        values = series(events, name, count)
        if not values:
            return ["No minute has passed yet."]
        rows.append(f"{title}: now {values[-1]}, highest {max(values)} in {len(values)} min")
        rows.append(f"  {bars(values)}")
    return rows
