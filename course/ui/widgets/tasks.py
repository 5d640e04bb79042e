"""The tasks of an event loop as bars over time, with the step that is shown marked on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from course.signs import RIGHT, WRONG
from course.tracing.step_words import NEXT
from course.tracing.tasks import duration
from course.ui.widgets.ending_words import printable

if TYPE_CHECKING:
    from textual.app import RenderResult

    from course.tracing.tasks import BlockingLine, LoopTask, LoopView
    from course.tracing.trace import Trace

RUNS, WAITS, BLOCKS, STARTS, CANCELLED, HERE = "█", "─", "▓", "·", "⊘", "▼"
_SIGNS = {"starting": STARTS, "waiting": WAITS, "running": RUNS, "blocking": BLOCKS}
_COLOURS = {"starting": "$muted", "waiting": "$muted", "running": "$accent", "blocking": "$error"}
_RANKS = {"starting": 0, "waiting": 1, "running": 2, "blocking": 3}
_ENDS = {"done": (RIGHT, "$success"), "failed": (WRONG, "$error"), "cancelled": (CANCELLED, "")}
_NARROW, _MOST_ROWS = 100, 12
_WORDS, _LEAST_WORDS, _LEAST = 29, 12, 6
Cell = tuple[str, str]


class TaskBars(Widget):
    """A row for each task; as many as fit, the one that runs among them."""

    def __init__(self, trace: Trace) -> None:
        super().__init__(id="task-bars")
        self._trace = trace
        self._index = 0
        self._top = 0

    def show(self, index: int) -> None:
        """Mark the step with this index."""
        self._index = index
        self.refresh(layout=True)

    @property
    def _view(self) -> LoopView | None:
        return self._trace.tasks.view_at(self._index) if self._trace.tasks is not None else None

    def _rows(self, view: LoopView) -> tuple[LoopTask, ...]:
        """The tasks that fit: those around the one that runs."""
        height = self.app.size.height
        most = max(1, min((height - 10) // 3, _MOST_ROWS))
        if len(view.tasks) <= most or self._trace.tasks is None:
            return view.tasks
        number = self._trace.tasks.task_at(self._index)
        at = next((at for at, task in enumerate(view.tasks) if task.number == number), self._top)
        if not self._top <= at < self._top + most:
            self._top = at - most // 2
        self._top = max(0, min(self._top, len(view.tasks) - most))
        return view.tasks[self._top : self._top + most]

    def render(self) -> RenderResult:
        """The heading with what the signs mean, the time with the step, the bars, what blocked."""
        view, tasks = self._view, self._trace.tasks
        if view is None or tasks is None:
            return Content("")
        width = self.content_size.width or 80
        rows = self._rows(view)
        name, words, length = _shares(width, max((len(task.name) for task in rows), default=0))
        time, running = tasks.time_at(self._index), tasks.task_at(self._index)
        lines = [
            _heading(view, len(rows)).truncate(width, ellipsis=True),
            _axis(view, time, name, length),
        ]
        for task in rows:
            is_here = task.number == running
            bar = _bar(view, task, length)
            here = _place(view, time, length)
            cells = [
                (sign, f"{colour} on $panel" if at == here else colour)
                for at, (sign, colour) in enumerate(bar)
            ]
            shown = Content(printable(task.name, 1)).truncate(name - 3, ellipsis=True, pad=True)
            state = Content(_state(task, time, is_here)).truncate(words, ellipsis=True)
            lines.append(
                Content.assemble(
                    (f"{NEXT} " if is_here else "  ", "bold $accent"),
                    shown.stylize("bold" if is_here else ""),
                    " ",
                    *cells,
                    "  ",
                    state.stylize("" if is_here else "$muted"),
                )
            )
        if not rows:
            lines.append(Content.styled("None of your code is in a task of this loop.", "$muted"))
        lines += [_block_line(block) for block in _nearest(view, time, _most_blocks(width))]
        return Content("\n").join(lines)


def _shares(width: int, longest: int) -> tuple[int, int, int]:
    """How wide names, words and bars are: a name is whole as long as the others have the least."""
    name = min(longest + 3, width - _LEAST_WORDS - _LEAST - 2)
    words = min(max(_WORDS, width // 3), width // 2, width - name - 2 - 2 * _LEAST)
    words = max(_LEAST_WORDS, words)
    return name, words, max(_LEAST, width - name - words - 2)


def _most_blocks(width: int) -> int:
    return 1 if width < _NARROW else 3


def _nearest(view: LoopView, time: int, most: int) -> list[BlockingLine]:
    """The blocks to tell of: the longest, and the one that the step is in."""
    longest = sorted(view.blocks, key=lambda block: block.begin - block.end)
    current = [block for block in view.blocks if block.begin <= time <= block.end]
    return list(dict.fromkeys([*current, *longest]))[:most]


def _block_line(block: BlockingLine) -> Content:
    return Content.assemble((f"{BLOCKS} ", "$error"), printable(block.words, 1))


def _heading(view: LoopView, shown: int) -> Content:
    """How many tasks there are, and what the signs in their bars mean."""
    states = {task.state for task in view.tasks}
    parts: list[Content | str | Cell] = [("Tasks", "bold $muted")]
    if shown < len(view.tasks):
        parts.append((f"  {shown} of {len(view.tasks)}", "$muted"))
    known = [(RUNS, "runs", "$accent"), (WAITS, "waits", "$muted")]
    if view.blocks:
        known.append((BLOCKS, "blocks", "$error"))
    known += [(sign, state, colour) for state, (sign, colour) in _ENDS.items() if state in states]
    for sign, meaning, colour in known:
        parts += [("  ", ""), (sign, colour), (f" {meaning}", "$muted")]
    return Content.assemble(*parts)


def _axis(view: LoopView, time: int, name: int, length: int) -> Content:
    """The time from the loop's beginning to its end, a mark where the step is."""
    here = _place(view, time, length)
    first, last = "0", duration(view.end - view.begin)
    cells = list(f"{first} {'┄' * max(0, length - len(first) - len(last) - 2)} {last}"[:length])
    at_step = duration(max(0, time - view.begin))
    parts: list[Cell] = [(cell, "$muted") for cell in cells]
    if 0 <= here < len(parts):
        parts[here] = (HERE, "bold $accent")
    return Content.assemble(" " * name, *parts, (f"  at {at_step}", "$muted"))


def _place(view: LoopView, time: int, length: int) -> int:
    share = (time - view.begin) / max(1, view.end - view.begin)
    return max(0, min(length - 1, int(share * length)))


def _bar(view: LoopView, task: LoopTask, length: int) -> list[Cell]:
    """A cell is what is most telling in its time: a run is seen however short it was."""
    cells: list[Cell] = [(" ", "")] * length
    ranks = [-1] * length
    for stretch in task.stretches:
        first, last = _place(view, stretch.begin, length), _place(view, stretch.end, length)
        for at in range(first, last + 1):
            if _RANKS[stretch.doing] > ranks[at]:
                ranks[at] = _RANKS[stretch.doing]
                cells[at] = (_SIGNS[stretch.doing], _COLOURS[stretch.doing])
    if task.ended is not None and task.state in _ENDS:
        at = _place(view, task.ended, length)
        cells[min(at + 1, length - 1)] = _ENDS[task.state]
    return cells


def _state(task: LoopTask, time: int, is_here: bool) -> str:
    """What a task does at a time, in words."""
    if is_here:
        return "runs"
    if time < task.created:
        return "not made yet"
    if task.ended is not None and time >= task.ended:
        return task.state
    stretch = task.doing_at(time)
    if stretch is None or stretch.doing == "running":
        return "waits for its turn"
    if stretch.doing == "starting":
        return f"made by {printable(task.creator, 1)}" if task.creator else "not begun"
    if stretch.doing == "blocking":
        return "blocks the others"
    place = f", line {stretch.line}" if stretch.line else ""
    return f"waits: {printable(stretch.what, 1)}{place}"
