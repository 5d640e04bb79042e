"""The watchdog: when time runs out it says where the code is and which variables do not move."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import sys
import threading
import time
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from .channel import Channel
from .limits import (
    C_CODE_NAMED_AFTER,
    GRACE,
    INTERRUPT_AGAIN,
    INTERRUPTS,
    LATE_BY,
    MEMORY,
    PROBES_END_WITHIN,
)
from .own_time import OwnTime
from .protocol import Late, OutOfMemory, ProbeStuck, StuckSaid, TaskSaid, VariableSaid
from .sandbox import memory_used
from .value_text import OwnFolder, safe_repr

_SAMPLES = 25
_PAUSE = 0.004


class Unfinished(BaseException):
    """Raised inside a probe that has used its time."""


class Watchdog(threading.Thread):
    """Samples the main thread at the deadline and reports `stuck`; ends the process after it.

    The thread starts before there is a job and sleeps until `arm`. Every deadline is one of the
    process's own time. Where others hold the cores, the parent is told that it takes longer.

    `describe_call` turns the stack into the call in the test file that is being made.
    `on_stuck` runs before the report (it flushes what was printed).
    """

    def __init__(self, own_time: OwnTime) -> None:
        # Named, so that the learner's first thread is `Thread-1`.
        super().__init__(name="watchdog", daemon=True)
        self._channel: Channel
        self._home: OwnFolder
        self._describe_call: Callable[[types.FrameType], str | None]
        self._on_stuck: Callable[[], None]
        self._events_descriptor: int
        self._main = threading.main_thread().ident or 0
        self._frames = sys._current_frames
        self._clock = own_time
        self._wall = time.monotonic
        self._own = time.thread_time
        self._awake = 0.0, 0.0  # when it woke up last, and the time of its own it had had
        self._expected = 0.0  # when the parent thinks that time is up
        self._exit = os._exit
        self._changed = threading.Event()
        self._deadline: float | None = None
        self._is_asked_to_stop = False
        self._polls_memory = False
        self._probing = False
        self._probe_deadline: float | None = None
        self._attempts = 0
        self.test: str | None = None

    def arm(
        self,
        channel: Channel,
        seconds: float,
        home: OwnFolder,
        events_descriptor: int,
        describe_call: Callable[[types.FrameType], str | None],
        on_stuck: Callable[[], None],
    ) -> None:
        """The job begins: it has `seconds`. See the class for the callables."""
        self._channel = channel
        self._home = home
        self._describe_call = describe_call
        self._on_stuck = on_stuck
        self._events_descriptor = events_descriptor
        self._set_alarm(seconds)
        self._polls_memory = memory_used() is not None
        self._expected = self._wall() + seconds
        self._deadline = self._clock() + seconds
        self._changed.set()

    @property
    def clock(self) -> OwnTime:
        """The time of its own that this process has had."""
        return self._clock

    def run(self) -> None:
        """Wait for a deadline; the process ends with this thread, also when nobody listens."""
        try:
            while True:
                try:
                    return self._watch()
                except MemoryError:  # the program holds all of it: its own error tells of that
                    time.sleep(0.05)
        finally:
            self._exit(124)

    def _watch(self) -> None:
        self._awake = self._wall(), self._own()
        while True:
            now, deadline = self._clock(), self._deadline  # `unhurried` takes it away at any time
            if self._is_asked_to_stop or (deadline is not None and deadline <= now):
                self._report_stuck()
                time.sleep(GRACE)
                return
            if self._probe_deadline is not None and self._probe_deadline <= now:
                self._interrupt_probe()
            if self._polls_memory and (memory_used() or 0) > MEMORY:
                self._channel.send(OutOfMemory())
                return
            if deadline is not None:
                self._ask_for_time(deadline - now)
            if self._probing:
                self._sleep(0.01)
            elif deadline is not None:
                self._sleep(max(min(deadline - now, 0.1), 0.0))
            else:
                self._sleep(None)
            self._changed.clear()

    def _sleep(self, seconds: float | None) -> None:
        """Until something has changed; what it takes longer is no time of this process.

        Nor is what this thread took since it woke up and had no core for: the others waited for it.
        """
        began = self._wall()
        self._clock.held((began - self._awake[0]) - (self._own() - self._awake[1]))
        if not self._changed.wait(seconds) and seconds is not None:
            self._clock.overslept(self._wall() - began - seconds - LATE_BY)
        self._awake = self._wall(), self._own()

    def _ask_for_time(self, left: float) -> None:
        """Where more of its own time is left than the parent thinks: say how much longer."""
        expected = self._expected - self._wall()
        if expected < 2 * LATE_BY and left > expected + LATE_BY:
            self._set_alarm(left)
            self._expected = self._wall() + left
            self._channel.send(Late(left - expected))

    def _set_alarm(self, seconds: float) -> None:
        # A C thread that needs no interpreter lock: it still knows the line when C code holds it.
        late = seconds + C_CODE_NAMED_AFTER
        faulthandler.dump_traceback_later(late, exit=False, file=self._events_descriptor)

    def stand_down(self) -> None:
        """The tests have ended: no deadline any more, only those of `interrupting`."""
        deadline, self._deadline = self._deadline, None
        # Cancelling waits for a thread; it is left alone where the process ends well before.
        if deadline is not None and deadline - self._clock() < PROBES_END_WITHIN:
            faulthandler.cancel_dump_traceback_later()

    def rest(self) -> None:
        """Nothing runs that has a deadline, until `arm`."""
        self._deadline = None
        faulthandler.cancel_dump_traceback_later()

    @contextmanager
    def unhurried(self) -> Iterator[None]:
        """The time this block takes does not count: it waits for the learner to type."""
        left = (self._deadline or 0.0) - self._clock()
        self.rest()
        yield
        left = max(left, 0.0)
        self._expected = self._wall() + left
        self._set_alarm(left)
        self._deadline = self._clock() + left
        self._changed.set()

    def stop(self) -> None:
        """The learner has seen enough: say where the code is and end the process."""
        self._is_asked_to_stop = True
        self._changed.set()

    @contextmanager
    def interrupting(self, seconds: float) -> Iterator[None]:
        """Raise `Unfinished` in the main thread when the block takes longer than `seconds`."""
        self._attempts = 0
        self._probe_deadline = self._clock() + seconds
        if not self._probing:
            self._probing = True
            self._changed.set()
        try:
            yield
        finally:
            self._probe_deadline = None

    def _interrupt_probe(self) -> None:
        if self._probe_deadline is None:
            return
        self._attempts += 1
        if self._attempts > INTERRUPTS:  # swallowed, or in C code
            self._channel.send(ProbeStuck())
            self._exit(124)
        self._probe_deadline = self._clock() + INTERRUPT_AGAIN
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(self._main), ctypes.py_object(Unfinished)
        )

    def _learner_frame(self) -> tuple[types.FrameType | None, types.FrameType | None]:
        """The innermost frame of the learner's code in the main thread, and of any code."""
        top = self._frames().get(self._main)
        frame = top
        while frame is not None and not self._home.owns(frame.f_code):
            frame = frame.f_back
        return frame, top

    def _report_stuck(self) -> None:
        faulthandler.cancel_dump_traceback_later()
        self._on_stuck()
        interval = sys.getswitchinterval()
        sys.setswitchinterval(0.0005)
        lines: dict[int, int] = {}
        history: dict[str, list[str]] = {}
        function = ""
        for sample in range(_SAMPLES):
            frame, top = self._learner_frame()
            # A frame between two lines, such as one about to yield, has no line number.
            if frame is not None and (line := frame.f_lineno) is not None:
                lines[line] = lines.get(line, 0) + 1
                for name, value in list(frame.f_locals.items())[:24]:
                    if not name.startswith("__") and type(value) not in _UNINTERESTING:
                        history.setdefault(name, []).append(safe_repr(value))
                function = frame.f_code.co_name
            if sample == 0:
                # Sent at once, in case the process is stopped before the samples are complete.
                self._channel.send(self._stuck(lines, history, function, top, early=True))
            time.sleep(_PAUSE)
        sys.setswitchinterval(interval)
        self._channel.send(self._stuck(lines, history, function, top, early=False))

    def _stuck(
        self,
        lines: dict[int, int],
        history: dict[str, list[str]],
        function: str,
        top: types.FrameType | None,
        early: bool,
    ) -> StuckSaid:
        call = None
        frame = top
        while frame is not None and call is None:
            call = self._describe_call(frame)
            frame = frame.f_back
        variables = tuple(
            VariableSaid(name, texts[-1], len(set(texts)) > 1) for name, texts in history.items()
        )
        return StuckSaid(lines, function, early, self.test, call, variables, self._tasks())

    def _tasks(self) -> tuple[TaskSaid, ...]:
        """Every unfinished asyncio task and the innermost line of the learner it waits at."""
        tasks = []
        for task in _all_tasks():
            try:
                if task.done():
                    continue
                line, function = None, ""
                for code, number in _awaiting(task):
                    if self._home.owns(code):
                        line, function = number, code.co_name
                tasks.append(TaskSaid(task.get_name(), function, line))
            except (AttributeError, RuntimeError):
                continue
        return tuple(sorted(tasks, key=lambda task: str(task.name))[:20])


_UNINTERESTING = (types.ModuleType, types.FunctionType, type)


def _all_tasks() -> list[Any]:
    module = sys.modules.get("asyncio.tasks")
    for name in ("_all_tasks", "_scheduled_tasks"):  # 3.11; 3.12 and newer
        if (tasks := getattr(module, name, None)) is not None:
            try:
                eager = getattr(module, "_eager_tasks", ())
                return [*tasks, *eager]
            except RuntimeError:  # the set changes while it is copied
                return []
    return []


def _awaiting(task: Any) -> Iterator[tuple[types.CodeType, int]]:
    """The chain of coroutines a task is in, outermost first, each with its line."""
    coroutine = task.get_coro()
    for _ in range(50):
        frame = getattr(coroutine, "cr_frame", None) or getattr(coroutine, "gi_frame", None)
        if frame is None:
            return
        yield frame.f_code, frame.f_lineno
        coroutine = getattr(coroutine, "cr_await", None) or getattr(coroutine, "gi_yieldfrom", None)
        if coroutine is None:
            return
