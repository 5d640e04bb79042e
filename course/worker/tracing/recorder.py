"""Records what the learner's files do, step by step, inside a worker.

A step is what `sys.settrace` tells of a frame of these files: a line is about to run, a
function is called, gives a value back, pauses at a `yield` or `await`, or an exception comes by.
Of the innermost `FRAMES` frames each step keeps the variables as bounded texts, and the objects
that they lead to (`heap`); none of the learner's code runs to make them.

The first and the last half of `RECORDED_STEPS` are kept; the recording ends after
`RECORDED_EVENTS`, and the process with it. What is sent is described in `packed`.
"""

from __future__ import annotations

import collections
import contextlib
import dis
import os
import sys
import threading
import types
from collections.abc import Callable
from inspect import CO_COROUTINE, CO_OPTIMIZED
from typing import Any, Literal, NoReturn

from ..channel import Channel
from ..limits import RECORDED_CHARACTERS, RECORDED_EVENTS, RECORDED_OUTPUT, RECORDED_STEPS
from ..protocol import End, Recorded
from .heap import PLAIN, UNSHARED, Heap
from .packed import Kept, KeptStep, OpenFrame, Packed, Shown
from .recorded_texts import Texts, exception_text, text_of
from .tasks import TOLD_BY_NAME, Tasks

FRAMES = 4
_VARIABLES = 40
_CALLS_WRITTEN = 200
_QUIET = (types.FunctionType, types.BuiltinFunctionType, types.ModuleType, type)
_RETURNS = frozenset(
    dis.opmap[name]
    for name in ("RETURN_VALUE", "RETURN_CONST", "RETURN_GENERATOR")
    if name in dis.opmap
)
# From 3.13 on, a frame that pauses is at the instruction it goes on with.
_PAUSES = frozenset(dis.opmap[name] for name in ("YIELD_VALUE", "RESUME"))
_ENDS_LOOP = (StopIteration, StopAsyncIteration, GeneratorExit)


class _Tee:
    """`sys.stdout` while code is recorded: what it passes on is also kept.

    No `io` class, which would close what is behind it when it is collected.
    """

    def __init__(self, target: Any, recorder: Recorder) -> None:
        self._target = target
        self._recorder = recorder

    def write(self, text: str) -> Any:
        """Pass it on; what cannot be written there is not kept."""
        written = self._target.write(text)
        self._recorder.printed(text)
        return written

    def writelines(self, lines: Any) -> None:
        """Each as if written by itself."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._target, name)


class Recorder:
    """Records between `start` and `stop`; `send` gives what there is to the channel.

    `name_of` names a file of the learner's by its path, and is None for all others. `call_in`
    turns a frame of a test file into the call it makes, as in a check.
    """

    def __init__(
        self,
        name_of: Callable[[str], str | None],
        channel: Channel,
        call_in: Callable[[types.FrameType], str | None],
        most_steps: int = RECORDED_STEPS,
    ) -> None:
        self._name_of = name_of
        self._files: dict[str, str | None] = {}
        self._channel = channel
        self._call_in = call_in
        self._half = most_steps // 2
        self._lock = threading.RLock()
        self._sent = False
        self._exit = os._exit
        self.forget()

    def forget(self) -> None:
        """Begin again with nothing recorded."""
        self._first: list[KeptStep] = []
        self._last: collections.deque[KeptStep] = collections.deque(maxlen=self._half)
        self._places: dict[types.FrameType, OpenFrame] = {}
        self._calls: list[tuple[int, str]] = []
        self._texts = Texts()
        self._heap = Heap()
        self._roots: list[Any] = []
        self._is_continued = False
        self._class_is_made = False
        self._tasks = Tasks(self._is_own)
        self._called_at: tuple[int, int] | None = None
        self._total = 0
        self._made = 0
        self._printed: list[str] = []
        self._printed_characters = 0

    # ------------------------------------------------------------ recording

    def start(self) -> None:
        """Record from here on, in this thread and in those that start later."""
        self._watch_output()
        threading.settrace(self._enter)
        sys.settrace(self._enter)

    def stop(self) -> None:
        """Record no more."""
        sys.settrace(None)
        threading.settrace(None)
        for name in ("stdout", "stderr"):
            stream = getattr(sys, name)
            if type(stream) is _Tee:
                setattr(sys, name, stream._target)

    def printed(self, text: str) -> None:
        """Keep what the program prints."""
        if self._printed_characters < RECORDED_OUTPUT:
            self._printed.append(text)
            self._printed_characters += len(text)

    def _watch_output(self) -> None:
        for name in ("stdout", "stderr"):
            stream = getattr(sys, name)
            if type(stream) is not _Tee:
                setattr(sys, name, _Tee(stream, self))

    def _enter(self, frame: types.FrameType, _event: str, _argument: Any) -> Any:
        code = frame.f_code
        if not self._is_own(code):
            if code.co_name in TOLD_BY_NAME:
                with self._lock:
                    self._tasks.entered(frame)
            return None
        try:
            self._entered(frame)
        except RecursionError as error:
            self._too_deep(frame, error)
            raise  # in the learner's code, where it would have been raised a few calls later
        return self._within

    def _is_own(self, code: types.CodeType) -> bool:
        """Whether code is of one of the learner's files."""
        path = code.co_filename
        if path not in self._files:
            self._files[path] = self._name_of(path)
        return self._files[path] is not None

    def _entered(self, frame: types.FrameType) -> None:
        with self._lock:
            if self._tasks.is_watching:
                self._tasks.stop_clock()
            caller = self._caller(frame)
            place = self._places.get(frame)
            event = "call" if place is None else "resume"
            if place is None:
                self._made += 1
                place = self._places[frame] = self._open(self._made, frame, caller)
                self._heap.find_owners(frame.f_globals, self._is_own)
            elif place.caller is not caller:  # a generator that somebody else goes on with
                values, variables = place.values, place.variables
                place = self._places[frame] = self._open(place.number, frame, caller)
                place.values, place.variables = values, variables
            if caller is None:
                self._watch_output()
                self._is_continued = False
                if event == "call":
                    self._note_call(frame)
            self._keep(event, place, "")
            self._tasks.start_clock()

    def _open(self, number: int, frame: types.FrameType, caller: OpenFrame | None) -> OpenFrame:
        return OpenFrame(number, frame, caller, self._files[frame.f_code.co_filename] or "")

    def _too_deep(self, frame: types.FrameType, error: RecursionError) -> None:
        """The last step there is: Python traces no more after an exception in here."""
        sys.setrecursionlimit(sys.getrecursionlimit() + 200)
        caller = self._caller(frame)
        if caller is not None:
            self._keep("exception", caller, exception_text(error, RecursionError))

    def _within(self, frame: types.FrameType, event: str, argument: Any) -> Any:
        with self._lock:
            if self._tasks.is_watching:
                self._tasks.stop_clock()
            place = self._places.get(frame)
            if place is None or self._sent:
                return None
            if event == "line":
                self._keep("line", place, "")
            elif event == "return":
                self._leave(frame, place, argument)
            elif issubclass(argument[0], _ENDS_LOOP):
                place.is_closed = True
            else:
                place.is_closed = False
                self._keep("exception", place, exception_text(argument[1], argument[0]))
            if self._tasks.is_watching:
                self._tasks.start_clock()
        return self._within

    def _leave(self, frame: types.FrameType, place: OpenFrame, value: Any) -> None:
        """Out of a frame: for good with a value or an exception, or until it goes on."""
        code = frame.f_code
        instruction = code.co_code[frame.f_lasti]
        if instruction in _PAUSES or (value is not None and instruction not in _RETURNS):
            awaits = code.co_flags & CO_COROUTINE
            self._keep("pause", place, "" if awaits else text_of(value))
            return
        if instruction in _RETURNS:
            self._keep("return", place, text_of(value))
        elif not place.is_closed:
            self._keep("leave", place, "")
        self._forget(frame)

    def _forget(self, frame: types.FrameType) -> None:
        """The frame has ended; holding it would keep all its objects alive."""
        self._class_is_made = not frame.f_code.co_flags & CO_OPTIMIZED
        del self._places[frame].frame
        del self._places[frame]

    def _caller(self, frame: types.FrameType) -> OpenFrame | None:
        """The nearest frame of the learner's file that this one was called from."""
        back = frame.f_back
        while back is not None:
            place = self._places.get(back)
            if place is not None:
                return place
            back = back.f_back
        return None

    def _note_call(self, frame: types.FrameType) -> None:
        """Note the call a test makes; a task that starts inside of it is no other call."""
        text, place = None, None
        back = frame.f_back
        while back is not None and text is None and len(self._calls) < _CALLS_WRITTEN:
            with contextlib.suppress(Exception):  # a call that cannot be written out
                text = self._call_in(back)
            place = (id(back), back.f_lasti)
            back = back.f_back
        if text is not None and place == self._called_at and len(self._places) > 1:
            return
        self._called_at = place
        self._calls.append((self._total + 1, (text or "")[:1_000]))
        if len(self._calls) > 2 * _CALLS_WRITTEN:
            del self._calls[_CALLS_WRITTEN : _CALLS_WRITTEN + 100]

    def _keep(self, event: str, place: OpenFrame, value: str) -> None:
        self._total += 1
        self._heap.begin(self._is_continued)
        if self._class_is_made:
            self._class_is_made = False
            self._heap.find_owners(place.frame.f_globals, self._is_own, is_new=True)
        self._roots = []
        snapshots: list[tuple[OpenFrame, dict[str, Shown]]] = []
        texts: dict[int, str] = {}
        self._look(place, texts)
        snapshots.append((place, place.variables))
        one = place.caller
        while one is not None and len(snapshots) < FRAMES:
            if one.may_change:
                self._look(one, texts)
            snapshots.append((one, one.variables))
            one = one.caller
        kept = self._look_at_objects()
        self._is_continued = len(snapshots) == len(self._places)
        line = place.frame.f_lineno or place.frame.f_code.co_firstlineno
        step = KeptStep(
            self._total,
            event,
            line,
            place,
            tuple(snapshots),
            min(self._printed_characters, RECORDED_OUTPUT),
            value,
            self._tasks.moment(line) if self._tasks.is_watching else None,
            self._heap.now,
            kept,
        )
        if len(self._first) < self._half:
            self._first.append(step)
        else:
            self._last.append(step)
        if self._total >= RECORDED_EVENTS:
            self._give_up()

    def _look_at_objects(self) -> Kept:
        """Look into the objects of this step; returns those kept between calls."""
        values = list(self._heap.kept())
        self._heap.look([*self._roots, *(value for _, _, value in values)])
        self._roots = []  # which would keep them alive
        return tuple([(owner, name, self._heap.number(value)) for owner, name, value in values])

    def _look(self, place: OpenFrame, texts: dict[int, str]) -> None:
        """Make `place.variables` a new mapping if a variable of the frame has changed."""
        before, values = place.variables, place.values
        variables: dict[str, Shown] = {}
        same = True
        at_top = place.function == "<module>"
        place.may_change = at_top or bool(place.frame.f_code.co_cellvars)
        # While a comprehension of the module runs, `f_locals` has only its names from 3.13 on.
        frame = place.frame
        for name, value in (frame.f_globals if at_top else frame.f_locals).items():
            kind = type(value)
            if kind in PLAIN and name in values and values[name] is value:
                variables[name] = before[name]
                continue
            if name.startswith(("__", ".")) or len(variables) == _VARIABLES:
                continue
            if kind in PLAIN:
                shown = (text_of(value), 0)
                values[name] = value
            else:
                if at_top and kind in _QUIET:
                    continue
                values.pop(name, None)
                address = id(value)
                text = texts.get(address)
                if text is None:
                    text = texts[address] = self._texts.of(value)
                leads_on = self._heap.leads_on(value, kind)
                shown = (text, self._heap.number(value) if leads_on else 0)
                if leads_on:
                    self._roots.append(value)
                place.may_change = place.may_change or kind not in UNSHARED
            if before.get(name) != shown:
                same = False
            variables[name] = shown
        if not same or len(variables) != len(before):
            place.variables = variables

    # ------------------------------------------------------------ sending

    def _give_up(self) -> NoReturn:
        """Far too many steps: the process has nothing more to do."""
        sys.settrace(None)
        self.send("limit")
        self._channel.send(End())
        self._exit(0)

    def send(self, ended: Literal["finished", "limit", "time"]) -> None:
        """Send the recording, once. `ended` is `finished`, `limit` or `time`."""
        with self._lock:
            if self._sent:
                return
            self._sent = True
            steps = [*self._first, *self._last]
            kept = len(steps)
            packed = Packed(steps)
            while packed.characters > RECORDED_CHARACTERS and kept > 20:
                kept //= 2
                packed = Packed(steps[: kept // 2] + steps[-kept // 2 :])
            self._channel.send(
                Recorded(
                    packed.texts,
                    packed.nodes,
                    packed.snapshots,
                    packed.steps,
                    self._calls,
                    "".join(self._printed)[:RECORDED_OUTPUT],
                    self._total,
                    ended,
                    self._tasks.packed(packed.moments, ended == "finished"),
                    packed.objects,
                    packed.files,
                )
            )
