"""One step of a recording: the line in its code, where on the way it is, the variables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from course.plural import counted
from course.signs import WRONG
from course.tracing.step_words import (
    BACK,
    NEXT,
    frame_name,
    frame_place,
    how_it_departs,
    what_happens,
)
from course.ui.widgets.code import code_lines, highlighted
from course.ui.widgets.ending_words import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import RenderResult

    from course.tracing.departure import Departure
    from course.tracing.trace import Trace, TraceStep, Variable

NEW, CHANGED, SHARED = "+", "●", "⇄"
"""Beside a variable: it is new, changed, shared."""

LONGEST_VALUE = 400
_MOST_YIELDED = 12
_HERE, _WAY = "●", "─"


class TracedCode(Widget):
    """The learner's code, the line of the step marked and kept in view; the wheel looks around."""

    def __init__(self) -> None:
        super().__init__(id="traced-code")
        self._lines: list[Content] = []
        self._margin = 1
        self._source = ""
        self._line = 0
        self._mark = NEXT
        self._callers: frozenset[int] = frozenset()
        self._top = 0

    def show(self, step: TraceStep, source: str, *, failed: bool) -> None:
        """Mark the line of a step in its file, and more quietly the lines that wait for it."""
        if source != self._source:
            self._source = source
            self._lines = code_lines(source.rstrip("\n").expandtabs(4))
            self._margin = len(str(len(self._lines)))
        self._line = step.line
        back = step.event in ("return", "pause")
        wrong = failed or step.event in ("exception", "leave")
        self._mark = WRONG if wrong else BACK if back else NEXT
        self._callers = frozenset(
            frame.line for frame in step.frames[1:] if frame.file == step.file
        )
        self._follow()
        self.refresh()

    def on_resize(self) -> None:
        """Keep the line in view."""
        self._follow()

    def _follow(self) -> None:
        height = max(1, self.content_size.height)
        margin = min(3, (height - 1) // 2)
        at = self._line - 1
        if not self._top + margin <= at < self._top + height - margin:
            self._top = at - height // 2
        self._top = max(0, min(self._top, len(self._lines) - height))

    def render(self) -> RenderResult:
        """The lines that fit, each with its number and, where it has one, its mark."""
        width = self.content_size.width
        shown = []
        for at in range(self._top, min(len(self._lines), self._top + self.content_size.height)):
            number = at + 1
            here = number == self._line
            mark = self._mark if here else "│" if number in self._callers else " "
            colour = "$error" if here and self._mark == WRONG else "$accent"
            line = Content.assemble(
                (f"{mark} ", f"bold {colour}" if here else "$muted"),
                (f"{number:>{self._margin}}  ", "bold" if here else "$muted"),
                self._lines[at],
            ).truncate(width, ellipsis=True)
            if here:
                line = line.pad_right(max(0, width - line.cell_length)).stylize("on $panel")
            shown.append(line)
        return Content("\n").join(shown)

    def on_mouse_scroll_down(self) -> None:
        """Look at the lines below."""
        self._look(3)

    def on_mouse_scroll_up(self) -> None:
        """Look at the lines above."""
        self._look(-3)

    def _look(self, by: int) -> None:
        last = len(self._lines) - self.content_size.height
        self._top = max(0, min(self._top + by, last))
        self.refresh()


class Timeline(Widget):
    """`step 12 of 340` and where that is on the way; a click goes there."""

    position: reactive[int] = reactive(0)

    @dataclass
    class Asked(Message):
        """Go to the step with this index."""

        index: int

    def __init__(self, trace: Trace) -> None:
        super().__init__(id="timeline")
        self._trace = trace
        self._start = 0

    def render(self) -> RenderResult:
        """The number in words, then the way with the step and the failure on it."""
        number = self._trace.number_of(self.position)
        total = self._trace.total
        words = f"step {number:,} of {total:,}"
        room = len(f"step {total:,} of {total:,}")
        self._start = room + 2
        length = self._length
        if length < 8:
            return Content.styled(words, "bold")
        here = self._place(self.position)
        failure = self._trace.failure
        way = [(_WAY, "$accent" if at < here else "$line") for at in range(length)]
        if failure is not None:
            way[self._place(failure)] = (WRONG, "bold $error")
        way[here] = (_HERE, "bold $accent" if self.position != failure else "bold $error")
        return Content.assemble((f"{words:<{room}}  ", "bold"), *way)

    @property
    def _length(self) -> int:
        return self.content_size.width - self._start

    def _place(self, index: int) -> int:
        return round(index * (self._length - 1) / max(1, len(self._trace) - 1))

    def on_click(self, event: events.Click) -> None:
        """Go to the step at this place."""
        place = event.get_content_offset(self)
        if place is not None and place.x >= self._start and self._length > 1:
            event.stop()
            share = (place.x - self._start) / (self._length - 1)
            self.post_message(self.Asked(round(share * (len(self._trace) - 1))))


def step_words(step: TraceStep) -> Content:
    """What happens at a step, in a line."""
    event = what_happens(step)
    value = printable(event.value, 1)
    if event.sign == WRONG:
        return Content.styled(f"{event.sign} {event.words} {value}".rstrip(), "$error")
    if not value:
        return Content(f"{event.sign} {event.words}")
    after = f" {event.after}" if event.after else ""
    return Content.assemble(f"{event.sign} {event.words} ", highlighted(value), after)


def departure_words(departure: Departure) -> list[Content | tuple[str, str]]:
    """How the reference goes on where the learner's code departs from it."""
    event = how_it_departs(departure)
    words = f"  {event.sign} {event.words}"
    if not event.value:
        return [(words, "$error")]
    return [(f"{words} ", "$error"), highlighted(printable(event.value, 1))]


def variables_of(step: TraceStep) -> Content:
    """The variables of the innermost functions, what has changed first to be seen."""
    recorded = [frame for frame in step.frames if frame.variables is not None]
    parts = []
    for frame in recorded:
        rows = [_variable(variable) for variable in frame.variables or ()]
        if len(recorded) > 1:
            rows.insert(0, Content.styled(f"in {frame_name(frame)}", "$muted italic"))
        if not frame.variables:
            rows.append(Content.styled("  no variables yet", "$muted"))
        parts.append(Content("\n").join(rows))
    return Content("\n\n").join(parts)


def yields_of(step: TraceStep, generator: str, values: Sequence[str]) -> Content:
    """What a generator has yielded until this step, a value on a line; empty for nothing."""
    if not values:
        return Content()
    left_out = " …" if len(values) > _MOST_YIELDED else ""
    rows = [Content.styled(f"{generator} has yielded{left_out}", "$muted italic")]
    rows += [
        Content.assemble("  ", highlighted(printable(it, 6))) for it in values[-_MOST_YIELDED:]
    ]
    if step.event == "pause":
        newest = Content.styled(printable(values[-1], 6), "bold $accent")
        rows[-1] = Content.assemble((f"{NEW} ", "bold $accent"), newest)
    return Content("\n").join(rows)


def first_change(variables: Content, width: int) -> int:
    """The line that shows the first change, of variables so wide; 0 where nothing has changed."""
    lines = (it.plain for it in variables.wrap(max(1, width)))
    return next((at for at, line in enumerate(lines) if line[:1] in (NEW, CHANGED)), 0)


def _variable(variable: Variable) -> Content:
    sign = " "
    if variable.changed:
        sign = NEW if variable.before is None else CHANGED
    value = printable(variable.value, 6)
    parts: list[Content | str | tuple[str, str]] = [
        (f"{sign} ", "bold $accent"),
        (variable.name, "bold" if variable.changed else ""),
        (" = ", "$muted"),
        highlighted(value) if not variable.changed else Content.styled(value, "bold $accent"),
    ]
    if variable.changed and variable.before is not None and len(variable.before) <= 30:
        parts.append((f"   was {printable(variable.before, 1)}", "$muted"))
    if variable.shared:
        others = ", ".join(variable.shared)
        parts.append((f"\n    {SHARED} the same object as {others}", "$secondary"))
    return Content.assemble(*parts)


def stack_of(step: TraceStep, most: int = 8) -> Content:
    """The call stack, innermost first, with the line each function is at."""
    frames = list(step.frames)
    left_out = len(frames) - most
    rows = []
    for depth, frame in enumerate(frames):
        if left_out > 0 and depth == most - 1:
            rows.append(Content.styled(f"  … {counted(left_out + 1, 'call')} more", "$muted"))
            break
        sign = f"{NEXT} " if depth == 0 else "  "
        rows.append(
            Content.assemble(
                (sign, "$accent"),
                (frame_name(frame), "bold" if depth == 0 else ""),
                (f"  {frame_place(frame)}", "$muted"),
            )
        )
    return Content("\n").join(rows)


def stack_line(step: TraceStep, most: int = 4) -> Content:
    """The call stack on a line, outermost first."""
    names = [frame_name(frame) for frame in reversed(step.frames)]
    if len(names) > most:
        names = [names[0], f"… {len(names) - most} more", *names[-(most - 2) :]]
    parts: list[tuple[str, str]] = []
    for depth, name in enumerate(names):
        last = depth == len(names) - 1
        parts += [(name, "bold" if last else ""), ("" if last else " ▸ ", "$muted")]
    return Content.assemble(*parts)
