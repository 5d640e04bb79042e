"""The tasks of a recording's only event loop."""

from __future__ import annotations

from course.tracing.tasks import LoopTask, LoopView
from course.tracing.trace import Trace


def view_of(trace: Trace, number: int = 0) -> LoopView:
    """The tasks of one event loop."""
    assert trace.tasks is not None
    return trace.tasks.views[number]


def task(trace: Trace, name: str) -> LoopTask:
    """The task with a name."""
    return next(one for one in view_of(trace).tasks if one.name == name)


def waits(trace: Trace, name: str) -> list[tuple[str, int]]:
    """What a task waits for, one after the other, and on which line."""
    return [(it.what, it.line) for it in task(trace, name).stretches if it.doing == "waiting"]
