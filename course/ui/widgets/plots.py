"""Plots of what was done: two columns a day on one scale, with its axes named; days practised."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from math import ceil
from typing import Any

from msgspec import Struct
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from course.learner.streak import Day
from course.signs import DONE
from course.ui.widgets.bars import columns

PRACTISED, MISSED = "●", "·"
_HEIGHT = 6
_STEPS = (1, 2, 5)
_MOST_SPANS = 21


class Plot(Widget):
    """Lines that `draw` makes for the width there is; drawn anew when that changes."""

    def __init__(self, draw: Callable[[int], Content], **options: Any) -> None:
        super().__init__(**options)
        self._draw = draw

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As many lines as there are."""
        return self._draw(width).plain.count("\n") + 1

    def render(self) -> Content:
        """The lines."""
        return self._draw(self.content_size.width)


class Span(Struct, frozen=True):
    """What was done in a day or a week that begins at `start`."""

    start: date
    attempts: int
    passes: int


def spans(days: Sequence[Day], today: date, count: int, length: int) -> list[Span]:
    """The last `count` spans of `length` days up to today; weeks begin on Monday."""
    last = today if length == 1 else today - timedelta(days=today.weekday())
    starts = [last - timedelta(days=length * ago) for ago in reversed(range(count))]
    return [
        Span(
            start,
            sum(day.attempts for day in days if start <= day.date < start + timedelta(length)),
            sum(day.passes for day in days if start <= day.date < start + timedelta(length)),
        )
        for start in starts
    ]


def top_of(most: int) -> int:
    """The end of an axis for values up to `most`: an even number that is read at a glance."""
    size = 2
    while True:
        for step in _STEPS:
            if step * size >= most:
                return step * size
        size *= 10


def spans_in(width: int) -> int:
    """How many spans a plot of `width` cells has room for."""
    return max(1, min(_MOST_SPANS, (width - 7) // 3))


def attempts_plot(stretches: Sequence[Span], length: int, *, narrow: bool = False) -> Content:
    """For each span the checks at the left, those that passed at the right, on one scale.

    `narrow` gives the two colours a line each.
    """
    top = top_of(max((span.attempts for span in stretches), default=0))
    room = len(str(top))
    rows = zip(
        columns([span.attempts for span in stretches], _HEIGHT, top),
        columns([span.passes for span in stretches], _HEIGHT, top),
        strict=True,
    )
    lines = []
    for row, (attempts, passes) in enumerate(rows):
        value = {0: top, _HEIGHT // 2: top // 2}.get(row)
        scale, tick = ("", "│") if value is None else (str(value), "┤")
        parts = [(f"{scale:>{room}} {tick}", "$muted")]
        for one, other in zip(attempts, passes, strict=True):
            parts += [(" ", ""), (one, "$accent"), (other, "$success")]
        lines.append(Content.assemble(*parts))
    width = 3 * len(stretches) + 1
    lines.append(Content.styled(f"{0:>{room}} └{'─' * width}", "$muted"))
    lines.append(Content.styled(" " * (room + 3) + _dates(stretches, length), "$muted"))
    unit = "day" if length == 1 else "week"
    lines.append(
        Content.assemble(
            f"checks a {unit}:  ",
            ("█", "$accent"),
            f" left: all{chr(10) + ' ' * (13 + len(unit)) if narrow else '   '}",
            ("█", "$success"),
            f" right: passed {DONE}",
        )
    )
    return Content("\n").join(lines)


def _dates(stretches: Sequence[Span], length: int) -> str:
    """The date under the first column of each week or month, as many as have room."""
    text = ""
    for at, span in enumerate(stretches):
        is_mark = span.start.weekday() == 0 if length == 1 else span.start.day <= length
        if (is_mark or at == 0) and len(text) <= 3 * at:
            text = text.ljust(3 * at) + f"{span.start.day} {span.start:%b} "
    return text


def streak_plot(days: Sequence[Day], today: date, weeks: int) -> Content:
    """A row of days for each week: practised or not; the days to come are left empty."""
    practised = {day.date for day in days if day.done}
    monday = today - timedelta(days=today.weekday())
    lines = [Content.styled(f"{'':8}Mo Tu We Th Fr Sa Su", "$muted")]
    for ago in reversed(range(weeks)):
        first = monday - timedelta(weeks=ago)
        parts = [(f"{first.day:>2} {first:%b}  ", "$muted")]
        for at in range(7):
            day = first + timedelta(days=at)
            sign = " " if day > today else PRACTISED if day in practised else MISSED
            style = "bold $success" if sign == PRACTISED else "$muted"
            parts.append((f"{sign}  ", style))
        lines.append(Content.assemble(*parts))
    return Content("\n").join(lines)


def percent_axis(before: int, width: int) -> Content:
    """`0 %` to `100 %` above bars that begin after `before` cells."""
    half = "50 %"
    left = ceil(width / 2) - 2
    text = "0 %".ljust(left) + half
    return Content.styled(" " * before + text.ljust(width - 5) + "100 %", "$muted")
