"""A recording as a worker sends it: tables whose rows name each other, looked at once."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from course import shapes
from course.tracing.tasks import PackedLoop, TaskTimeline
from course.worker.limits import RECORDED_ITEMS, RECORDED_VARIABLES

Event = Literal["line", "call", "resume", "return", "pause", "leave", "exception"]
Ended = Literal["finished", "limit", "time"]
OUTSIDE = -1
"""The caller of what is called from outside, and the base of a snapshot that has none."""


class Node(Struct, frozen=True, array_like=True):
    """A place in a call stack, as it is sent."""

    function: str
    caller: int
    line: int
    file: int = 0


class PackedItem(Struct, frozen=True, array_like=True):
    """An item of an object: its label, its text, and the object it leads to, or 0; as sent."""

    label: int
    text: int
    identity: int


class PackedObject(Struct, frozen=True, array_like=True):
    """What is shown of an object, as it is sent."""

    kind: int
    items: tuple[PackedItem, ...]


class KeptObject(Struct, frozen=True, array_like=True):
    """An object that a function or a class keeps between calls, as it is sent."""

    owner: int
    name: int
    identity: int


class FrameSnapshot(Struct, frozen=True, array_like=True):
    """What has changed in a frame since an earlier snapshot, as it is sent."""

    frame: int
    base: int
    changed: dict[str, tuple[int, int]]
    gone: tuple[str, ...]


class PackedStep(Struct, frozen=True, array_like=True):
    """A step, as it is sent.

    `objects` are those that are not as before: identity, number in the table, how many items.
    """

    number: int
    event: Event
    line: int
    node: int
    snapshots: tuple[int, ...]
    printed: int
    value: int
    objects: tuple[tuple[int, int, int], ...] = ()
    kept: tuple[KeptObject, ...] = ()


class Call(Struct, frozen=True, array_like=True):
    """A call of the learner's code from outside: the number of its first step, and its source."""

    step: int
    text: str


class Recording(Struct, frozen=True):
    """The event `trace` of a worker."""

    texts: tuple[str, ...]
    nodes: tuple[Node, ...]
    snapshots: tuple[FrameSnapshot, ...]
    steps: tuple[PackedStep, ...]
    calls: tuple[Call, ...]
    printed: str
    total: int
    ended: Ended
    loop: PackedLoop | None = None
    objects: tuple[PackedObject, ...] = ()
    files: tuple[str, ...] = ()


def states_of(recording: Recording) -> list[dict[str, tuple[int, int]]]:
    """Every snapshot in full; ValueError where that is more than any recording has."""
    size = 0
    states: list[dict[str, tuple[int, int]]] = []
    for snapshot in recording.snapshots:
        state = dict(states[snapshot.base]) if snapshot.base >= 0 else {}
        state.update(snapshot.changed)
        for name in snapshot.gone:
            state.pop(name, None)
        size += len(state)
        _refuse_unless(size <= RECORDED_VARIABLES)
        states.append(state)
    return states


def recording_of(data: dict[str, object]) -> Recording:
    """The recording in a worker's event; ValueError or IndexError where it is none.

    Rows of the tables name other rows by their numbers. Those are looked at here, once, so that
    nothing that is read from a trace later can be missing or go round in a circle.
    """
    recording = shapes.convert(data, Recording)
    texts, nodes, snapshots = (
        len(table) for table in (recording.texts, recording.nodes, recording.snapshots)
    )
    for number, node in enumerate(recording.nodes):
        _refuse_unless(OUTSIDE <= node.caller < number)
        _refuse_unless(0 <= node.file < max(1, len(recording.files)))
    for number, snapshot in enumerate(recording.snapshots):
        _refuse_unless(OUTSIDE <= snapshot.base < number)
        _refuse_unless(all(0 <= text < texts for text, _ in snapshot.changed.values()))
    states_of(recording)  # refuses what would fill the memory
    for one in recording.objects:
        _refuse_unless(0 <= one.kind < texts and len(one.items) <= RECORDED_ITEMS)
        _refuse_unless(all(0 <= it.label < texts and 0 <= it.text < texts for it in one.items))
    last = 0
    for step in recording.steps:
        _refuse_unless(0 <= step.node < nodes and 0 <= step.value < texts)
        _refuse_unless(all(0 <= one < snapshots for one in step.snapshots))
        _refuse_unless(all(0 <= it < len(recording.objects) for _, it, _ in step.objects))
        _refuse_unless(all(0 <= it.owner < texts and 0 <= it.name < texts for it in step.kept))
        _refuse_unless(step.number > last and step.printed >= 0)
        last = step.number
    if recording.loop is not None:
        TaskTimeline(recording.loop, "", len(recording.steps))  # refuses by itself
    return recording


def _refuse_unless(holds: bool) -> None:
    if not holds:
        raise ValueError("a recording that refers to what is not in it")
