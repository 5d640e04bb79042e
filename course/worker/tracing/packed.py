"""Steps as they are kept while recording, and packed into tables to be sent.

One event `trace` goes to the parent, with tables for what repeats:

    texts      every text once; steps and snapshots hold its number
    nodes      [function, caller's node or -1, caller's line], a place in a call stack
    snapshots  [frame, number of the snapshot before it or -1, {name: [text, identity]}, [gone]]
    steps      [number, event, line, node, [snapshot, ...] innermost first, printed, value]
    calls      [step, text], the calls of the test from outside
"""

from __future__ import annotations

import types

from ..value_text import Namespace

# A variable as it is shown: its text, and what tells objects apart (0: nothing to share).
Shown = tuple[str, int]


class OpenFrame:
    """A frame of the learner's file while it is on the stack, and its last snapshot."""

    __slots__ = (
        *("caller", "frame", "function", "is_closed", "line"),
        *("may_change", "number", "values", "variables"),
    )

    def __init__(self, number: int, frame: types.FrameType, caller: OpenFrame | None) -> None:
        self.number = number
        self.frame = frame
        self.caller = caller
        self.function = frame.f_code.co_name
        self.line = caller.frame.f_lineno if caller is not None else 0
        self.variables: dict[str, Shown] = {}
        self.values: Namespace = {}
        self.is_closed = False
        self.may_change = True


class KeptStep:
    """One step, as it is kept until the recording is sent."""

    __slots__ = ("event", "line", "moment", "number", "place", "printed", "snapshots", "value")

    def __init__(
        self,
        number: int,
        event: str,
        line: int,
        place: OpenFrame,
        snapshots: tuple[tuple[OpenFrame, dict[str, Shown]], ...],
        printed: int,
        value: str,
        moment: tuple[int, int] | None = None,
    ) -> None:
        self.number = number
        self.event = event
        self.line = line
        self.place = place
        self.snapshots = snapshots
        self.printed = printed
        self.value = value
        self.moment = moment


class Packed:
    """Steps as the tables of the module's docstring; `characters` is about their size."""

    def __init__(self, steps: list[KeptStep]) -> None:
        self.characters = 0
        self._numbers: dict[str, int] = {}
        self._nodes: dict[int, int] = {}
        self.nodes: list[tuple[str, int, int]] = []
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
            )
            for step in steps
        ]
        self.moments = [step.moment for step in steps]
        self.characters += 40 * len(self.steps)
        self.texts = list(self._numbers)

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
                self.nodes.append((link.function, above, link.line))
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
