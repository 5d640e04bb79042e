"""What an event loop does beside the steps: its tasks, when each ran and what it waited for.

When the recorder sees `create_task` called on a loop, a task factory puts the coroutine of each
task into a `Watched`. All that asyncio does with it is public: it sends, throws and closes, and
what comes out is the future that the task waits for.

The clock stands still while the recorder is at work, and the loop reads the same clock, so that
recording makes no wait shorter and no timeout come early. Sent, with times in microseconds:

    loops   [[begin, end]]
    tasks   [[name, call, creator or -1, loop, created, ended or -1, state, is of a library]]
    runs    [[task, begin, end, waits for, of what, line waited on,
             slowest line, its time, the processor's part of it]]
    moments [[time, task or -1]], one for each step
"""

from __future__ import annotations

import os
import re
import threading
import time
import types
import weakref
from collections.abc import Callable, Coroutine
from typing import Any

from ..limits import RECORDED_RUNS, RECORDED_TASKS
from ..protocol import LoopSaid
from .recorded_texts import text_of

# With any task factory, Python 3.13.0 names a task without a name "None".
_UNNAMED = re.compile(r"Task-\d+|None")
_PLAIN = (int, float, bool, str, bytes, type(None))
_LONGEST_CALL = 60

# The modules of asyncio whose coroutines say by their names what is waited for.
_QUEUES, _LOCKS, _GROUPS = "queues.py", "locks.py", "taskgroups.py"
TOLD_BY_NAME = frozenset(
    ("create_task", "sleep", "get", "put", "join", "acquire", "wait", "to_thread")
)
"""The functions of asyncio whose calls the recorder has to tell of."""
_LIBRARIES = (os.path.dirname(os.__file__), "site-packages", "dist-packages")


class TaskRun:
    """A task between two waits.

    `lines` is how long each line of the learner's file took, and how long the processor did.
    """

    __slots__ = ("begin", "cpu", "line", "lines", "since", "task")

    def __init__(self, task: int, now: int) -> None:
        self.task = task
        self.begin = self.since = now
        self.cpu = time.thread_time_ns()
        self.line = 0
        self.lines: dict[int, tuple[int, int]] = {}

    def at(self, line: int, now: int) -> None:
        """The line that runs from here on."""
        cpu = time.thread_time_ns()
        took, worked = self.lines.get(self.line, (0, 0))
        self.lines[self.line] = took + now - self.since, worked + cpu - self.cpu
        self.line, self.since, self.cpu = line, now, cpu


class Watched(Coroutine[Any, Any, Any]):
    """A coroutine that tells when it runs; everything else is as the one inside."""

    def __init__(self, inside: Any, number: int, tasks: Tasks) -> None:
        self._inside = inside
        self._number = number
        self._tasks = tasks

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inside, name)

    def __await__(self) -> Any:
        return self._inside.__await__()

    def send(self, value: Any) -> Any:
        """Let it run up to where it waits."""
        return self._step(self._inside.send, value)

    def throw(self, *error: Any) -> Any:
        """Let an exception come out where it waits."""
        return self._step(self._inside.throw, *error)

    def close(self) -> None:
        """End it."""
        self._inside.close()

    def _step(self, go_on: Any, *given: Any) -> Any:
        tasks, number = self._tasks, self._number
        tasks.begins(number)
        try:
            waited_for = go_on(*given)
        except StopIteration:
            tasks.ends(number, "done")
            raise
        except BaseException as error:
            is_cancelled = type(error).__name__ == "CancelledError"
            tasks.ends(number, "cancelled" if is_cancelled else "failed")
            raise
        tasks.waits(number, self._inside, waited_for)
        return waited_for


class Tasks:
    """The tasks of every loop the code runs; `is_watching` from the first of them on."""

    def __init__(self, is_own: Callable[[types.CodeType], bool]) -> None:
        self._is_own = is_own
        self._loops: dict[int, int] = {}
        self._spans: list[list[int]] = []
        self._tasks: list[list[Any]] = []
        self._runs: list[list[Any]] = []
        self._known: dict[int, tuple[Any, int]] = {}
        self._running: dict[int, list[TaskRun]] = {}
        self._last_wait: tuple[str, str] | None = None
        self._lost = 0
        self._stopped = 0
        self.is_watching = False

    def now(self) -> int:
        """Nanoseconds, without those that recording took."""
        return (self._stopped or time.monotonic_ns()) - self._lost

    def stop_clock(self) -> None:
        """The recorder is at work from here on."""
        self._stopped = time.monotonic_ns()

    def start_clock(self) -> None:
        """The code goes on."""
        if self._stopped:
            self._lost += time.monotonic_ns() - self._stopped
            self._stopped = 0

    def entered(self, frame: types.FrameType) -> None:
        """One of the functions `TOLD_BY_NAME`, asyncio's or another's, is being called."""
        if frame.f_code.co_name == "create_task":
            self._watch(frame)
        elif self.is_watching:
            self._last_wait = _known_wait(frame) or self._last_wait

    def _watch(self, frame: types.FrameType) -> None:
        """See to it that the loop on which `create_task` is being called tells of its tasks."""
        loop = frame.f_locals.get("self")
        get_factory = getattr(loop, "get_task_factory", None)
        if loop is None or get_factory is None:
            return
        before = get_factory()
        if type(before) is _Factory:
            return
        number = self._loops.get(id(loop))
        if number is None or before is None:
            number = self._loops[id(loop)] = len(self._spans)
            self._spans.append([self.now(), self.now()])
            loop.time = lambda: self.now() / 1e9
        loop.set_task_factory(_Factory(self, number, before))
        self.is_watching = True

    def created(self, coroutine: Any, loop: int) -> int | None:
        """The number of a task that is about to be made; None for asyncio's own and too many."""
        frame = _inner(coroutine)[0]
        is_own = frame is not None and _module(frame) == "base_events.py"
        if is_own or len(self._tasks) >= RECORDED_TASKS:
            return None
        creator = self.current()
        is_of_library = frame is None or any(
            part in frame.f_code.co_filename for part in _LIBRARIES
        )
        row = ["", _call(coroutine), creator, loop, self.now(), -1, "pending", is_of_library]
        self._tasks.append(row)
        return len(self._tasks) - 1

    def made(self, number: int, task: Any) -> None:
        """The task there is for a number; its name may be set a little later."""
        self._known[id(task)] = (weakref.ref(task), number)
        self._tasks[number][0] = _name(task)

    def current(self) -> int:
        """The task that runs in this thread, or -1."""
        running = self._running.get(threading.get_ident())
        return running[-1].task if running else -1

    def moment(self, line: int) -> tuple[int, int]:
        """The time and the task of a step that is at `line`."""
        now = self.now()
        running = self._running.get(threading.get_ident())
        if not running:
            return now, -1
        running[-1].at(line, now)
        return now, running[-1].task

    # ------------------------------------------------------------ runs

    def begins(self, number: int) -> None:
        """A task runs. One that runs already, in this thread, made it and stands aside."""
        running = self._running.setdefault(threading.get_ident(), [])
        if running:
            self._close(running[-1], "aside", str(number), 0)
        self._last_wait = None
        running.append(TaskRun(number, self.now()))

    def waits(self, number: int, coroutine: Any, future: Any) -> None:
        """A task waits for a future, or, where it is None, for its next turn."""
        import asyncio

        task = asyncio.current_task()
        if task is not None:
            self._tasks[number][0] = _name(task)
        self._stops(*self._waiting(coroutine, future))

    def ends(self, number: int, state: str) -> None:
        """A task is done, cancelled or failed."""
        row = self._tasks[number]
        row[5], row[6] = self.now(), state
        self._stops("", "", 0)

    def _stops(self, kind: str, what: str, line: int) -> None:
        running = self._running[threading.get_ident()]
        self._close(running.pop(), kind, what, line)
        if running:
            running[-1] = TaskRun(running[-1].task, self.now())

    def _close(self, run: TaskRun, kind: str, what: str, line: int) -> None:
        now = self.now()
        run.at(0, now)
        run.lines.pop(0, None)
        slowest = max(run.lines, key=lambda one: run.lines[one][0], default=0)
        took, worked = run.lines.get(slowest, (0, 0))
        self._spans[self._tasks[run.task][3]][1] = now
        if len(self._runs) < RECORDED_RUNS:
            slow = [slowest, took // 1_000, worked // 1_000]
            self._runs.append([run.task, run.begin, now, kind, what[:100], line, *slow])

    def _waiting(self, coroutine: Any, future: Any) -> tuple[str, str, int]:
        """What is waited for: its kind, more about it, the learner's line."""
        line = 0
        inside: list[types.FrameType] = []
        while coroutine is not None:
            frame, following = _inner(coroutine)
            if frame is None:
                # Inside of an async generator: it does not say what it waits for.
                is_hidden = type(coroutine).__name__.startswith("async_generator_")
                if is_hidden and future is not None and self._last_wait is not None:
                    return (*self._last_wait, line)
                break
            if self._is_own(frame.f_code):
                line, inside = frame.f_lineno or 0, []
            else:
                inside.append(frame)
            coroutine = following
        if future is None:
            return "turn", "", line
        for frame in inside:
            wait = _known_wait(frame)
            if wait is not None:
                return (*wait, line)
        task = self._known.get(id(future))
        if task is not None and task[0]() is future:
            return "task", str(task[1]), line
        return ("several" if type(future).__name__ == "_GatheringFuture" else "future"), "", line

    # ------------------------------------------------------------ sending

    def packed(self, moments: list[tuple[int, int] | None], is_over: bool) -> LoopSaid | None:
        """All of it as it is sent, from the beginning of the first loop; None without tasks.

        Unless the code `is_over`, what waits goes on waiting up to the present.
        """
        if not self._tasks:
            return None
        for running in self._running.values():
            for run in running:
                self._close(run, "running", "", 0)
        for row in () if is_over else self._tasks:
            if row[6] == "pending":
                self._spans[row[3]][1] = self.now()
        zero = self._spans[0][0]

        def micro(at: int) -> int:
            return max(0, (at - zero) // 1_000)

        return LoopSaid(
            loops=[[micro(begin), micro(end)] for begin, end in self._spans],
            tasks=[
                [*row[:4], micro(row[4]), -1 if row[5] < 0 else micro(row[5]), *row[6:]]
                for row in self._tasks
            ],
            runs=[[row[0], micro(row[1]), micro(row[2]), *row[3:]] for row in self._runs],
            moments=[[0, -1] if it is None else [micro(it[0]), it[1]] for it in moments],
            is_all=len(self._tasks) < RECORDED_TASKS and len(self._runs) < RECORDED_RUNS,
        )


class _Factory:
    """The task factory of a loop: the one before it, or asyncio's own, with a `Watched`."""

    def __init__(self, tasks: Tasks, loop: int, before: Any) -> None:
        self._tasks = tasks
        self._loop = loop
        self._before = before

    def __call__(self, loop: Any, coroutine: Any, **more: Any) -> Any:
        import asyncio

        number = self._tasks.created(coroutine, self._loop)
        watched = coroutine if number is None else Watched(coroutine, number, self._tasks)
        if self._before is None:
            task = asyncio.Task(watched, loop=loop, **more)
        else:
            task = self._before(loop, watched, **more)
        if number is not None:
            self._tasks.made(number, task)
        return task


def _name(task: Any) -> str:
    """The name somebody gave to a task."""
    name = task.get_name() if hasattr(task, "get_name") else ""
    return "" if _UNNAMED.fullmatch(name) else str(name)[:_LONGEST_CALL]


def _call(coroutine: Any) -> str:
    """The call that made a coroutine: its function with the arguments that are plain."""
    name = getattr(coroutine, "__name__", None) or type(coroutine).__name__
    frame = _inner(coroutine)[0]
    if frame is None:
        return str(name)[:_LONGEST_CALL]
    code = frame.f_code
    variables = frame.f_locals
    given, is_left_out = [], False
    for argument in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]:
        if isinstance(value := variables.get(argument, ...), _PLAIN):
            given.append(text_of(value)[:30])
        else:
            is_left_out = is_left_out or argument != "self"
    shown = ", ".join(given + ["…"] * (is_left_out and bool(given)))
    return f"{name}({shown})"[:_LONGEST_CALL]


def _inner(coroutine: Any) -> tuple[types.FrameType | None, Any]:
    """The frame of a coroutine that waits or has not begun, and what it waits for itself."""
    kind = type(coroutine)
    if kind is types.CoroutineType:
        return coroutine.cr_frame, coroutine.cr_await
    if kind is types.GeneratorType:
        return coroutine.gi_frame, coroutine.gi_yieldfrom
    if kind is types.AsyncGeneratorType:
        return coroutine.ag_frame, coroutine.ag_await
    return None, None


def _known_wait(frame: types.FrameType) -> tuple[str, str] | None:
    """What a coroutine of asyncio waits for; None where its name does not say it."""
    file, name = _module(frame), frame.f_code.co_name
    if not file:
        return None
    if name == "sleep":
        delay = frame.f_locals.get("delay")
        return "sleep", f"{delay:.4g}" if type(delay) is float else text_of(delay)
    if file == _QUEUES:
        return "queue", name
    if file == _LOCKS:
        return "lock", type(frame.f_locals.get("self")).__name__
    if file == _GROUPS:
        return "group", ""
    if name == "to_thread":
        return "thread", ""
    if name in ("wait", "_wait"):
        return "several", ""
    if file in ("streams.py", "base_events.py", "selector_events.py"):
        return "network", ""
    return None


def _module(frame: types.FrameType) -> str:
    """The file of asyncio that a frame is in; empty for any other code."""
    folder, _, file = frame.f_code.co_filename.replace("\\", "/").rpartition("/")
    return file if folder.endswith("/asyncio") else ""
