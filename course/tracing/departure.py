"""Where the learner's run first departs from the reference's on the same test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from course.tracing.trace import Trace, TraceStep

# A function, what it was called with, and how many calls like that came before.
CallKey = tuple[str, tuple[tuple[str, str], ...], int]


class Departure(Struct, frozen=True):
    """The index of the step, and what the reference gives back there; None where it prints."""

    index: int
    expected: str | None


def departure(trace: Trace, reference: Trace) -> Departure | None:
    """The first result or output that is not as the reference's; None where there is none.

    A call is compared with the same call of the same function; helper functions that the
    reference does not have are left alone.
    """
    wanted = {key: value for _, key, value in _results(reference)}
    differing = (
        Departure(index, wanted[key])
        for index, key, value in _results(trace)
        if key in wanted and wanted[key] != value
    )
    departures = [one for one in (next(differing, None), _printed(trace, reference)) if one]
    return min(departures, key=lambda one: one.index, default=None)


def _results(trace: Trace) -> Iterator[tuple[int, CallKey, str]]:
    """Every value given back: the index of the step, the call, the value."""
    seen: Counter[tuple[str, tuple[tuple[str, str], ...]]] = Counter()
    open_calls: list[tuple[int, CallKey]] = []
    for index in range(len(trace)):
        step = trace[index]
        depth = len(step.frames)
        if step.event == "call":
            call = (step.function, _arguments(step))
            open_calls = [one for one in open_calls if one[0] < depth]
            open_calls.append((depth, (*call, seen[call])))
            seen[call] += 1
        elif step.event == "return" and open_calls and open_calls[-1][0] == depth:
            yield index, open_calls.pop()[1], step.value


def _arguments(step: TraceStep) -> tuple[tuple[str, str], ...]:
    """The arguments of a call; an object's own attributes may have any names."""
    return tuple(
        (one.name, one.value) for one in step.frames[0].variables or () if one.name != "self"
    )


def _printed(trace: Trace, reference: Trace) -> Departure | None:
    """The first step after which something else is printed than the reference prints."""
    if not reference.printed or reference.printed.startswith(trace.printed):
        return None
    same = 0
    for mine, theirs in zip(trace.printed, reference.printed, strict=False):
        if mine != theirs:
            break
        same += 1
    for index in range(len(trace)):
        if len(trace[index].printed) > same:
            return Departure(index, None)
    return None
