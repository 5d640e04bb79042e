"""The steps of a recording in short."""

from __future__ import annotations

from course.tracing.trace import Trace


def happened(trace: Trace) -> list[tuple[str, int]]:
    """The event and line of every step."""
    return [(step.event, step.line) for step in steps(trace)]


def steps(trace: Trace) -> list:  # type: ignore[type-arg]
    """Every step."""
    return [trace[index] for index in range(len(trace))]
