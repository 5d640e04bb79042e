"""The tasks of a recording: when each ran, what it waited for, what kept the loop from going on.

Times are microseconds from the beginning of the first event loop.
"""

from __future__ import annotations

import ast
import builtins
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from msgspec import Struct

from course.text import clean

State = Literal["pending", "done", "cancelled", "failed"]
Doing = Literal["starting", "running", "blocking", "waiting"]

BLOCKS_FROM = 20_000
"""A line that computes for this long and gives nothing back to the loop blocks it."""
_SLEEPS_FROM = 5_000
_CALLS_FROM = 50_000

_WAITS = {
    "turn": "its next turn",
    "group": "the tasks of its group",
    "thread": "a thread",
    "several": "several tasks",
    "network": "the network",
    "future": "a future",
    "queue": "a queue",
    "lock": "a lock",
}
_QUEUES = {
    "get": "an item in a queue",
    "put": "room in a queue",
    "join": "a queue to be worked off",
}
_LOCKS = {"Event": "an event", "Condition": "a condition", "Barrier": "a barrier"}
_QUICK = frozenset(
    name
    for kind in (builtins, str, list, dict, set)
    for name in dir(kind)
    if name not in ("input", "open")
)
_SLEEPS = frozenset(("time.sleep", "sleep", "input", "subprocess.run", "requests.get", "urlopen"))


class PackedTask(Struct, frozen=True, array_like=True):
    """A task, as it is sent."""

    name: str
    call: str
    creator: int
    loop: int
    created: int
    ended: int
    state: State
    is_of_library: bool = False


class PackedRun(Struct, frozen=True, array_like=True):
    """A task between two waits, as it is sent; `cpu` is the processor's part of `slow_time`."""

    task: int
    begin: int
    end: int
    kind: str
    what: str
    line: int
    slow_line: int
    slow_time: int
    cpu: int


class PackedLoop(Struct, frozen=True):
    """The part `loop` of the event `trace` of a worker."""

    loops: tuple[tuple[int, int], ...]
    tasks: tuple[PackedTask, ...]
    runs: tuple[PackedRun, ...]
    moments: tuple[tuple[int, int], ...]
    is_all: bool


class Stretch(Struct, frozen=True):
    """Something a task does for a while; `what` says what it waits for, `line` where, or 0."""

    begin: int
    end: int
    doing: Doing
    what: str = ""
    line: int = 0


class LoopTask(Struct, frozen=True):
    """A task. `name` is told apart from every other; `ended` None where it never did."""

    number: int
    name: str
    creator: str
    created: int
    ended: int | None
    state: State
    stretches: tuple[Stretch, ...]

    def doing_at(self, time: int) -> Stretch | None:
        """What it does at a time; None before it is made and after its end."""
        for stretch in reversed(self.stretches):
            if stretch.begin <= time <= stretch.end:
                return stretch
        return None


class BlockingLine(Struct, frozen=True):
    """A line that kept its loop from going on; `words` say so, `index` is its step."""

    task: int
    begin: int
    end: int
    line: int
    words: str
    index: int


class LoopView(Struct, frozen=True):
    """One event loop from its beginning to its end: its tasks as they were made, what blocked.

    There may be no tasks: those of a framework are left out where the learner's code is in none.
    """

    begin: int
    end: int
    tasks: tuple[LoopTask, ...]
    blocks: tuple[BlockingLine, ...]


class TaskTimeline:
    """The loops of a recording, one for each `asyncio.run`; `steps` is how many steps it has.

    `IndexError` where the tables name what is not in them: somebody else has written them.
    """

    def __init__(self, packed: PackedLoop, source: str, steps: int) -> None:
        tasks, loops = range(-1, len(packed.tasks)), range(len(packed.loops))
        named = [
            *(number for _, number in packed.moments),
            *(run.task for run in packed.runs),
            *(task.creator for task in packed.tasks),
        ]
        is_whole = all(number in tasks for number in named) and all(
            task.loop in loops for task in packed.tasks
        )
        if not is_whole or len(packed.moments) != steps or not packed.loops:
            raise IndexError("the tables of tasks do not fit each other")
        self._packed = packed
        self._source = source
        self.is_all = packed.is_all
        self._names = _names(packed.tasks)

    def time_at(self, index: int) -> int:
        """The time of a step."""
        return self._packed.moments[index][0]

    def task_at(self, index: int) -> int | None:
        """The number of the task that a step happens in."""
        number = self._packed.moments[index][1]
        return number if number >= 0 else None

    def name_at(self, index: int) -> str:
        """The name of the task that a step happens in, or nothing."""
        number = self.task_at(index)
        return self._names[number] if number is not None else ""

    def view_at(self, index: int) -> LoopView:
        """The loop that a step happens in, or the last that began before it."""
        number = self.task_at(index)
        if number is not None:
            return self.views[self._packed.tasks[number].loop]
        time = self.time_at(index)
        begun = [at for at, view in enumerate(self.views) if view.begin <= time]
        return self.views[begun[-1] if begun else 0]

    @cached_property
    def has_blocks(self) -> bool:
        """Whether anything kept a loop from going on."""
        return any(view.blocks for view in self.views)

    def next_block(self, index: int) -> int | None:
        """The index of the next step that blocked a loop after this one; the first after all."""
        steps = sorted(block.index for view in self.views for block in view.blocks)
        return next((at for at in steps if at > index), steps[0] if steps else None)

    @property
    def is_empty(self) -> bool:
        """Whether none of the learner's code ran in a task: a framework may call it in threads."""
        return not self._shown

    @cached_property
    def _shown(self) -> frozenset[int]:
        """All tasks but those of a framework in which none of the learner's code runs."""
        shown = {number for _, number in self._packed.moments if number >= 0}
        for at, task in enumerate(self._packed.tasks):
            if not task.is_of_library or task.creator in shown:
                shown.add(at)
        return frozenset(shown)

    @cached_property
    def views(self) -> tuple[LoopView, ...]:
        """Every loop."""
        runs: dict[int, list[PackedRun]] = defaultdict(list)
        for run in self._packed.runs:
            runs[run.task].append(run)
        views = []
        for number, (begin, end) in enumerate(self._packed.loops):
            packed = {
                at: it
                for at, it in enumerate(self._packed.tasks)
                if it.loop == number and at in self._shown
            }
            begin = min([begin, *(it.created for it in packed.values())])
            end = max([end, *(it.ended for it in packed.values())])
            tasks = tuple(self._task(at, it, runs[at], end) for at, it in packed.items())
            blocks = tuple(self._blocks(tasks, runs))
            views.append(LoopView(begin, end, tasks, blocks))
        return tuple(views)

    def _task(self, number: int, packed: PackedTask, runs: list[PackedRun], end: int) -> LoopTask:
        until = packed.ended if packed.ended >= 0 else end
        stretches = [Stretch(packed.created, runs[0].begin if runs else until, "starting")]
        for at, run in enumerate(runs):
            blocks = self._is_block(run)
            stretches.append(Stretch(run.begin, run.end, "blocking" if blocks else "running"))
            following = runs[at + 1].begin if at + 1 < len(runs) else until
            if following > run.end and run.kind not in ("", "running"):
                waits = self._waits_for(run)
                stretches.append(Stretch(run.end, following, "waiting", waits, run.line))
        return LoopTask(
            number=number,
            name=self._names[number],
            creator=self._names[packed.creator] if packed.creator >= 0 else "",
            created=packed.created,
            ended=packed.ended if packed.ended >= 0 else None,
            state=packed.state,
            stretches=tuple(stretches),
        )

    def _waits_for(self, run: PackedRun) -> str:
        what = clean(run.what, 100)
        if run.kind == "sleep":
            return f"sleep({what})"
        if run.kind in ("task", "aside") and what.isdecimal() and int(what) < len(self._names):
            return self._names[int(what)]
        if run.kind == "queue":
            return _QUEUES.get(what, _WAITS["queue"])
        if run.kind == "lock" and "Semaphore" in what:
            return "a semaphore"
        if run.kind == "lock":
            return _LOCKS.get(what, _WAITS["lock"])
        return _WAITS.get(run.kind, _WAITS["future"])

    # ------------------------------------------------------------ what blocks

    def _blocks(
        self, tasks: tuple[LoopTask, ...], runs: dict[int, list[PackedRun]]
    ) -> Iterator[BlockingLine]:
        for task in tasks:
            for run in runs[task.number]:
                if not self._is_block(run):
                    continue
                others = any(
                    other.number != task.number
                    and other.created < run.end
                    and (other.ended is None or other.ended > run.end)
                    for other in tasks
                )
                words = f"{self._culprit(run.slow_line)} {_kept(run.slow_time, others)}"
                index = self._index_of(run)
                yield BlockingLine(task.number, run.begin, run.end, run.slow_line, words, index)

    def _is_block(self, run: PackedRun) -> bool:
        """Whether a line computed or waited for long.

        What took long without the processor may have been stopped by a busy machine.
        """
        if not run.slow_line or run.slow_time < _SLEEPS_FROM:
            return False
        names = {name for name, _ in self._calls.get(run.slow_line, [])}
        if names & _SLEEPS or run.cpu >= BLOCKS_FROM:
            return True
        may_wait = any(name.rpartition(".")[2] not in _QUICK for name in names)
        return may_wait and run.slow_time >= _CALLS_FROM

    def _culprit(self, line: int) -> str:
        calls = self._calls.get(line, [])
        named = [text for name, text in calls if name in _SLEEPS] or [text for _, text in calls]
        lines = self._source.split("\n")
        text = named[0] if named else lines[line - 1].strip() if 1 <= line <= len(lines) else ""
        text = text.split("\n")[0]
        return f"`{text if len(text) <= 60 else text[:59] + '…'}` on line {line}"

    def _index_of(self, run: PackedRun) -> int:
        """The index of the first step in a run, or the one just before its slow line ended."""
        inside = [
            at
            for at, (time, task) in enumerate(self._packed.moments)
            if task == run.task and run.begin <= time <= run.end
        ]
        gaps = [
            (self.time_at(after) - self.time_at(at), at)
            for at, after in zip(inside, [*inside[1:], inside[-1]] if inside else [], strict=True)
        ]
        return max(gaps, default=(0, 0))[1] if len(gaps) > 1 else (inside or [0])[0]

    @cached_property
    def _calls(self) -> dict[int, list[tuple[str, str]]]:
        """The calls that nobody awaits, by line: the function's name and the text."""
        calls: dict[int, list[tuple[str, str]]] = defaultdict(list)
        try:
            tree = ast.parse(self._source)
        except (SyntaxError, ValueError, RecursionError):
            return calls
        awaited = {
            id(call)
            for node in ast.walk(tree)
            if isinstance(node, ast.Await)
            for call in ast.walk(node.value)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and id(node) not in awaited:
                text = ast.get_source_segment(self._source, node) or ""
                calls[node.lineno].append((ast.unparse(node.func), text))
        return calls


def _kept(microseconds: int, others: bool) -> str:
    took = duration(microseconds)
    if others:
        return f"kept every other task waiting for {took}"
    return f"held the event loop for {took}; no other task was there to wait"


def duration(microseconds: int) -> str:
    """A time as one reads it: `0.4 ms`, `50 ms`, `1.2 s`."""
    if microseconds >= 1_000_000:
        return f"{microseconds / 1_000_000:.1f} s"
    if microseconds >= 1_000 or not microseconds:
        return f"{microseconds / 1_000:.0f} ms"
    return f"{microseconds / 1_000:.1f} ms"


def _names(tasks: tuple[PackedTask, ...]) -> list[str]:
    """A name for each task: the one it was given, else the call; a number where there are more."""
    plain = [clean(task.name or task.call, 80).replace("\n", " ") for task in tasks]
    often, seen = Counter(plain), Counter[str]()
    names = []
    for name in plain:
        seen[name] += 1
        names.append(f"{name} #{seen[name]}" if often[name] > 1 else name)
    return names
