"""Steps as they are kept while recording, and packed into tables to be sent.

One event `trace` goes to the parent, with tables for what repeats:

    texts      every text once; steps and snapshots hold its number
    nodes      [function, caller's node or -1, caller's line, file], a place in a call stack
    snapshots  [frame, number of the snapshot before it or -1, {name: [text, identity]}, [gone]]
    objects    [kind, [[label, text, identity], ...]], what is shown of an object
    steps      [number, event, line, node, [snapshot, ...] innermost first, printed, value,
                [[identity, object, length], ...] new since the step before,
                [[owner, name, identity], ...] kept between calls]
    calls      [step, text], the calls of the test from outside
    files      the names of the files
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from inspect import CO_OPTIMIZED

from ..value_text import Namespace
from .heap import Drawn

# A variable as it is shown: its text, and what tells objects apart (0: nothing to share).
Shown = tuple[str, int]
# Objects kept between calls: the owner, the name, the identity.
Kept = tuple[tuple[str, str, int], ...]


class OpenFrame:
    """A frame of the learner's file while it is on the stack, and its last snapshot."""

    __slots__ = (
        *("caller", "file", "frame", "function", "is_closed", "line"),
        *("may_change", "number", "values", "variables"),
    )

    def __init__(
        self, number: int, frame: types.FrameType, caller: OpenFrame | None, file: str
    ) -> None:
        self.number = number
        self.file = file
        self.frame = frame
        self.caller = caller
        code = frame.f_code
        is_body = not code.co_flags & CO_OPTIMIZED and code.co_name != "<module>"
        self.function = f"class {code.co_name}" if is_body else code.co_name
        self.line = caller.frame.f_lineno if caller is not None else 0
        self.variables: dict[str, Shown] = {}
        self.values: Namespace = {}
        self.is_closed = False
        self.may_change = True


class KeptStep:
    """One step, as it is kept until the recording is sent."""

    __slots__ = (
        *("event", "kept", "line", "moment", "number", "objects"),
        *("place", "printed", "snapshots", "value"),
    )

    def __init__(
        self,
        number: int,
        event: str,
        line: int,
        place: OpenFrame,
        snapshots: tuple[tuple[OpenFrame, dict[str, Shown]], ...],
        printed: int,
        value: str,
        moment: tuple[int, int] | None,
        objects: dict[int, Drawn],
        kept: Kept,
    ) -> None:
        self.number = number
        self.event = event
        self.line = line
        self.place = place
        self.snapshots = snapshots
        self.printed = printed
        self.value = value
        self.moment = moment
        self.objects = objects
        self.kept = kept


class Packed:
    """Steps as the tables of the module's docstring; `characters` is about their size."""

    def __init__(self, steps: list[KeptStep]) -> None:
        self.characters = 0
        self._numbers: dict[str, int] = {}
        self._nodes: dict[int, int] = {}
        self.nodes: list[tuple[str, int, int, int]] = []
        self._files: dict[str, int] = {}
        self._objects: dict[tuple[object, ...], int] = {}
        self.objects: list[tuple[int, list[tuple[int, int, int]]]] = []
        self._drawn: dict[int, Drawn] = {}
        self._newest_objects: dict[int, Drawn] = {}
        self._snapshots: dict[int, int] = {}
        self.snapshots: list[tuple[int, int, dict[str, tuple[int, int]], list[str]]] = []
        self._newest: dict[int, tuple[int, dict[str, Shown]]] = {}
        self._identities: dict[int, int] = {0: 0}
        self.steps = [
            (
                step.number,
                step.event,
                step.line,
                self._node(step.place),
                [self._snapshot(place, variables) for place, variables in step.snapshots],
                step.printed,
                self._text(step.value),
                list(self._news(step.objects)),
                [
                    (self._text(owner), self._text(name), self._identity(identity))
                    for owner, name, identity in step.kept
                ],
            )
            for step in steps
        ]
        self.moments = [step.moment for step in steps]
        self.characters += 40 * len(self.steps)
        self.texts = list(self._numbers)
        self.files = list(self._files)

    def _news(self, objects: dict[int, Drawn]) -> Iterator[tuple[int, int, int]]:
        """The objects that are not as at the step before, and what is in them."""
        if objects is self._newest_objects:
            return
        self._newest_objects = objects
        for identity, drawn in objects.items():
            if self._drawn.get(identity) is drawn:
                continue
            self._drawn[identity] = drawn
            self.characters += 12
            yield self._identity(identity), self._object(drawn), drawn.length

    def _object(self, drawn: Drawn) -> int:
        shown = (drawn.kind, drawn.items)
        number = self._objects.get(shown)
        if number is None:
            number = self._objects[shown] = len(self.objects)
            items = [
                (self._text(label), self._text(text), self._identity(identity))
                for label, text, identity in drawn.items
            ]
            self.objects.append((self._text(drawn.kind), items))
            self.characters += 12 + 16 * len(items)
        return number

    def _text(self, text: str) -> int:
        number = self._numbers.setdefault(text, len(self._numbers))
        if number == len(self._numbers) - 1:
            self.characters += len(text)
        return number

    def _node(self, place: OpenFrame) -> int:
        number = self._nodes.get(id(place))
        if number is None:
            chain: list[OpenFrame] = []
            one: OpenFrame | None = place
            while one is not None and id(one) not in self._nodes:
                chain.append(one)
                one = one.caller
            for link in reversed(chain):
                above = -1 if link.caller is None else self._nodes[id(link.caller)]
                self._nodes[id(link)] = len(self.nodes)
                file = self._files.setdefault(link.file, len(self._files))
                self.nodes.append((link.function, above, link.line, file))
            number = self._nodes[id(place)]
        return number

    def _snapshot(self, place: OpenFrame, variables: dict[str, Shown]) -> int:
        number = self._snapshots.get(id(variables)) if variables else None
        if number is not None:
            return number
        base, before = self._newest.get(place.number, (-1, {}))
        if base >= 0 and not variables and not before:
            return base
        changed = {
            name: (self._text(text), self._identity(identity))
            for name, (text, identity) in variables.items()
            if before.get(name) != (text, identity)
        }
        gone = [name for name in before if name not in variables]
        number = len(self.snapshots)
        self.snapshots.append((place.number, base, changed, gone))
        self._newest[place.number] = (number, variables)
        if variables:
            self._snapshots[id(variables)] = number
        self.characters += 20 + 24 * len(changed)
        return number

    def _identity(self, identity: int) -> int:
        return self._identities.setdefault(identity, len(self._identities))
