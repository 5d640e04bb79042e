"""The log of a shift's service as lines, all of it or what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from course.shift.history import Happened, of_kind
from course.shift.world import GAVE_UP


def lines(
    events: Iterable[Happened], clock: Callable[[int], str], errors: bool = False
) -> list[str]:
    """The whole log, the oldest first; with `errors`, requests that went wrong."""
    rows: list[str] = []
    for event in of_kind(events, "minute") if errors else events:
        data, time = event.data, clock(event.at)
        if event.kind == "minute":
            rows += _troubled(data["log"]) if errors else data["log"]
        elif event.kind == "flag":
            rows.append(f"{time}:00 flag {data['name']} is {data['value']}")
        elif event.kind == "deploy":
            who = f"deployed by {data['who']}"
            rows.append(f"{time}:00 {data['commit'][:7]} {data['subject']}, {who}")
            if met := data.get("met"):
                whose = f"{data['who']} and you changed the same lines"
                rows.append(f"    {whose} of {', '.join(met)}: those of {data['who']} serve now")
            rows += [f"    {line}" for line in data["log"]]
    return rows


def _troubled(of_a_minute: Sequence[str]) -> list[str]:
    """Requests that were not answered with success, and what the service said of them."""
    rows: list[str] = []
    keeps = False
    for line in of_a_minute:
        if not line.startswith("    "):
            keeps = line.split(" ")[1][:1] in ("4", "5") or line.endswith(GAVE_UP)
        if keeps:
            rows.append(line)
    return rows
