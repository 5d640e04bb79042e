"""A recording, unpacked: what the learner's code did, step by step, and where it went wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from course.model import TestResult
from course.plural import counted
from course.text import clean
from course.tracing.printed import wrong_line
from course.tracing.recording import (
    OUTSIDE,
    Event,
    FrameSnapshot,
    Node,
    PackedStep,
    Recording,
    states_of,
)
from course.tracing.tasks import TaskTimeline

# Where a worker has its files: it differs from run to run and means nothing to a learner.
_SLOT = re.compile(r"/[^\s'\"]*course-check-\d+-[^/]+/\d+/tmp/(pytest-of-[^/]+/pytest-\d+/)?")


class Variable(Struct, frozen=True):
    """A variable at a step. `before` is its value at the step before, None if it is new.

    `shared` are the other names, in any frame shown, of the object; `identity` is what tells the
    object from others, 0 for a plain value.
    """

    name: str
    value: str
    changed: bool = False
    before: str | None = None
    shared: tuple[str, ...] = ()
    identity: int = 0


class TraceFrame(Struct, frozen=True):
    """A function on the call stack. `line` is where it is, `variables` None if not recorded.

    `file` is the name of its file where there are several, else empty; `number` tells it from
    other calls, 0 where its variables are not recorded.
    """

    function: str
    line: int
    variables: tuple[Variable, ...] | None
    file: str = ""
    number: int = 0


class TraceStep(Struct, frozen=True):
    """One step. `number` counts from 1 over the whole run; `frames` are innermost first.

    At a `line` the line is about to run, and what has changed was changed by the one before.
    `value` is what is given back, or the exception. `task` is the task of an event loop that it
    happens in, or empty.
    """

    number: int
    event: Event
    line: int
    frames: tuple[TraceFrame, ...]
    printed: str
    value: str = ""
    task: str = ""

    @property
    def function(self) -> str:
        """The function it happens in; empty for the program itself."""
        return self.frames[0].function

    @property
    def file(self) -> str:
        """The file it happens in, where there are several."""
        return self.frames[0].file

    @property
    def changed(self) -> bool:
        """Whether a variable has another value than at the step before."""
        return any(variable.changed for frame in self.frames for variable in frame.variables or ())


class Trace:
    """A recording of `source`: `len(trace)` steps, `trace[3]` is the fourth that was kept.

    `source` is the text of a file, or the texts of several by their names. `start` is the index of
    the step to begin at, `failure` of the one where it goes wrong, None where nothing does. `note`
    says what is left out, in whole sentences, or is empty.
    """

    def __init__(
        self,
        source: str | Mapping[str, str],
        recording: Recording,
        failed: bool = False,
        test: TestResult | None = None,
    ) -> None:
        self._sources = {"": source} if isinstance(source, str) else dict(source)
        self.source = next(iter(self._sources.values()), "")
        self.call = test.call if test else None
        self.total = recording.total
        self.ended = recording.ended
        self.printed = clean(recording.printed, 64_000)
        self._failed = failed
        self.wrong_line = wrong_line(recording.printed, test) if failed else None
        self.recording = recording
        self.texts = tuple(clean(_SLOT.sub("", text), 700) for text in recording.texts)
        self._states = states_of(recording)
        loop, steps = recording.loop, len(recording.steps)
        tasks = TaskTimeline(loop, self.source, steps) if loop is not None else None
        self.tasks = None if tasks is None or tasks.is_empty else tasks

    def __len__(self) -> int:
        return len(self.recording.steps)

    def __getitem__(self, index: int) -> TraceStep:
        recording = self.recording
        step = recording.steps[index]
        return TraceStep(
            number=step.number,
            event=step.event,
            line=step.line,
            frames=self._frames(index, step),
            printed=clean(recording.printed[: step.printed], 64_000),
            value="" if self._ends_generator(step) else self.texts[step.value],
            task=self.tasks.name_at(index) if self.tasks is not None else "",
        )

    @property
    def has_files(self) -> bool:
        """Whether its files are named."""
        return "" not in self._sources

    def source_at(self, step: TraceStep) -> str:
        """The text of the file that a step happens in."""
        return self._sources.get(step.file, self.source)

    # ------------------------------------------------------------ places to go to

    @cached_property
    def start(self) -> int:
        """The first step of the failing call; the first of all where nothing failed."""
        if self.failure is None or not self.recording.calls:
            return 0
        last = self.recording.steps[self.failure].number
        begun = [call for call in self.recording.calls if call.step <= last]
        begun = begun or list(self.recording.calls[-1:])
        named = [call for call in begun if call.text == self.call]
        wanted = (named or begun)[-1]
        # The same line of the test may call more than once: `Cart().total()`.
        for call in reversed(begun[: begun.index(wanted)]):
            if call.text != wanted.text:
                break
            wanted = call
        return self.index_of(wanted.step)

    @cached_property
    def failure(self) -> int | None:
        """Where the exception happened, the wrong line was printed or the call gave its value."""
        steps = self.recording.steps
        if not steps:
            return None
        if self.ended != "finished":
            return len(steps) - 1
        if not self._failed:
            return None
        if steps[-1].event in ("leave", "exception"):
            return self._origin()
        if self.wrong_line is not None:
            return self._printing(self.wrong_line.begins)
        return len(steps) - 1

    def number_of(self, index: int) -> int:
        """The number of a step: its place in the whole run, from 1."""
        return self.recording.steps[index].number

    def index_of(self, number: int) -> int:
        """The index of the step with this number, or of the one kept after it."""
        steps = self.recording.steps
        return next((at for at, step in enumerate(steps) if step.number >= number), len(steps) - 1)

    def changing(self, index: int, by: int) -> int | None:
        """The index of the next step (`by` 1) or the one before (-1) at which a value changes."""
        index += by
        while 0 <= index < len(self):
            if self.news(index):
                return index
            index += by
        return None

    def call_at(self, index: int) -> str:
        """The call from outside that the step is part of, as the test writes it; may be empty."""
        number = self.recording.steps[index].number
        begun = [call.text for call in self.recording.calls if call.step <= number]
        return clean(begun[-1], 1_000) if begun else ""

    def yielded_at(self, index: int) -> tuple[str, tuple[str, ...]]:
        """The generator that paused last up to a step, and all that it has yielded until then."""
        pauses = [
            (self.recording.nodes[step.node].function, self.texts[step.value])
            for step in self.recording.steps[: index + 1]
            if step.event == "pause" and self.texts[step.value]
        ]
        if not pauses:
            return "", ()
        generator = pauses[-1][0]
        values = tuple(value for function, value in pauses if function == generator)
        return clean(_shown(generator), 100), values

    @property
    def note(self) -> str:
        """What was not recorded, in whole sentences."""
        sentences = []
        numbers = [step.number for step in self.recording.steps]
        for before, after in pairwise(numbers):
            if after > before + 1:
                sentences.append(f"Steps {before + 1:,} to {after - 1:,} are left out.")
        steps = counted(self.total, "step")
        if self.ended == "limit":
            sentences.append(f"Recording stopped after {steps}; the code was still running.")
        elif self.ended == "time":
            sentences.append(f"Time ran out after {steps}; the code was still running.")
        if self.tasks is not None and not self.tasks.is_all:
            sentences.append("Not all tasks are drawn; there are too many.")
        return " ".join(sentences)

    # ------------------------------------------------------------ inside

    @cached_property
    def _generators(self) -> frozenset[str]:
        """The functions that have yielded something."""
        steps = self.recording.steps
        paused = [it for it in steps if it.event == "pause" and self.texts[it.value]]
        return frozenset(self.recording.nodes[it.node].function for it in paused)

    def _ends_generator(self, step: PackedStep) -> bool:
        """Whether a generator ends here without a value of its own: it gives nothing back."""
        is_end = step.event == "return" and self.texts[step.value] == "None"
        return is_end and self.recording.nodes[step.node].function in self._generators

    def _printing(self, begins: int) -> int:
        """The step whose line printed the first character from `begins` on."""
        steps = self.recording.steps
        before = [at for at, step in enumerate(steps) if step.printed <= begins]
        return before[-1] if before else len(steps) - 1

    def _origin(self) -> int:
        """Where the exception that ends the recording was first seen."""
        steps = self.recording.steps
        seen = [at for at, step in enumerate(steps) if step.event == "exception"]
        if not seen:
            return len(steps) - 1
        origin = seen[-1]
        # It comes by in every function that it leaves.
        for at in reversed(seen[:-1]):
            between = {step.event for step in steps[at + 1 : origin]}
            if steps[at].value != steps[origin].value or not between <= {"leave"}:
                break
            origin = at
        return origin

    def news(self, index: int) -> dict[int, FrameSnapshot]:
        """The snapshots that this step is the first to show, by frame."""
        steps = self.recording.steps
        before = set(steps[index - 1].snapshots) if index else set()
        return {
            snapshot.frame: snapshot
            for number in steps[index].snapshots
            if number not in before
            and (snapshot := self.recording.snapshots[number]).changed
            and self._first_shown[number] == index
        }

    @cached_property
    def _first_shown(self) -> dict[int, int]:
        first: dict[int, int] = {}
        for index, step in enumerate(self.recording.steps):
            for number in step.snapshots:
                first.setdefault(number, index)
        return first

    def _frames(self, index: int, step: PackedStep) -> tuple[TraceFrame, ...]:
        news = self.news(index)
        stack: list[tuple[str, int, str]] = []
        node, line = step.node, step.line
        while node != OUTSIDE:
            place = self.recording.nodes[node]
            stack.append((place.function, line, self._file_of(place)))
            node, line = place.caller, place.line
        states = [self._states[number] for number in step.snapshots]
        functions = [_shown(function, file) for function, _, file in stack]
        owners = self._owners(functions, states)
        frames = []
        for depth, (_, at, file) in enumerate(stack):
            variables, number = None, 0
            if depth < len(states):
                number = self.recording.snapshots[step.snapshots[depth]].frame
                new = news.get(number)
                variables = self._variables(states[depth], new, depth, functions, owners)
            frames.append(TraceFrame(clean(functions[depth], 100), at, variables, file, number))
        return tuple(frames)

    def _file_of(self, place: Node) -> str:
        """The name of a place's file, where there are several."""
        if not self.has_files or place.file >= len(self.recording.files):
            return ""
        return clean(self.recording.files[place.file], 200)

    def _owners(
        self, functions: list[str], states: list[dict[str, tuple[int, int]]]
    ) -> dict[int, list[tuple[int, str, str]]]:
        """For each object with more than one name: its names with their frames."""
        counted = Counter(
            identity
            for state in states
            for text, identity in state.values()
            if identity and not self.texts[text].startswith("(")
        )
        names: dict[int, list[tuple[int, str, str]]] = {}
        for depth, state in enumerate(states):
            for name, (_, identity) in state.items():
                if counted[identity] > 1:
                    names.setdefault(identity, []).append((depth, name, functions[depth]))
        return names

    def _variables(
        self,
        state: dict[str, tuple[int, int]],
        new: FrameSnapshot | None,
        depth: int,
        functions: list[str],
        owners: dict[int, list[tuple[int, str, str]]],
    ) -> tuple[Variable, ...]:
        base = self._states[new.base] if new is not None and new.base >= 0 else {}
        changed = new.changed if new is not None else {}
        here = functions[depth]
        return tuple(
            Variable(
                name=clean(name, 100),
                value=self.texts[text],
                changed=name in changed,
                before=self.texts[base[name][0]] if name in changed and name in base else None,
                shared=tuple(
                    clean(_named(other, function, at - depth, here), 200)
                    for at, other, function in owners.get(identity, ())
                    if (at, other) != (depth, name)
                ),
                identity=identity,
            )
            for name, (text, identity) in state.items()
        )


def _named(other: str, function: str, further: int, here: str) -> str:
    """Another name of an object; `further` counts the calls from its function to `here`."""
    if further == 0:
        return other
    if function != here:
        return f"{other} in {function or 'the program'}"
    if abs(further) == 1:
        return f"{other} in the {function} {'that called it' if further > 0 else 'it called'}"
    return f"{other} in another {function}"


_NAMES = {
    "<module>": "",
    "<lambda>": "lambda",
    "<listcomp>": "list comprehension",
    "<dictcomp>": "dict comprehension",
    "<setcomp>": "set comprehension",
    "<genexpr>": "generator expression",
}


def _shown(function: str, file: str = "") -> str:
    """A function as it is named; the code of a file outside of any function has its name."""
    return file if file and function == "<module>" else _NAMES.get(function, function)
