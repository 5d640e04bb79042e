"""Names and objects as a drawing: boxes, and arrows from what leads to them.

Names are on the left, boxes on the right. An arrow runs in a lane of its own between them, or at
the right of the boxes where an item leads to one; what has no lane says where it leads: `→ [2]`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from course.tracing.objects import Box, Drawing, Group, Item
from course.ui.widgets.ending_words import printable

if TYPE_CHECKING:
    from textual.app import RenderResult

NEW, CHANGED = "+", "●"
"""Beside what is new or has changed at the step."""

_SIGNS = {"": " ", "new": NEW, "changed": CHANGED}
_COLOURS = ("$accent", "$secondary", "$success", "$warning", "$primary")
_LEAST_WITH_ARROWS = 40
_WIDEST_BOX, _LEAST_BOX = 44, 14
_LONGEST_NAME = 22
_MOST_LANES = 5
_CROSSING = {("─", "│"), ("│", "─")}


@dataclass(frozen=True)
class Picture:
    """The drawing as text, and the first line of it that shows a change, 0 where none does."""

    content: Content
    change: int


def drawn(drawing: Drawing, width: int) -> Picture:
    """A drawing in so many columns."""
    return _Drawer(drawing, max(20, width)).draw()


class Objects(Widget):
    """The drawing of a step, as high as it needs to be."""

    def __init__(self) -> None:
        super().__init__(id="objects")
        self._drawing = Drawing((), ())
        self._known: tuple[int, Picture] | None = None

    def show(self, drawing: Drawing) -> None:
        """Draw another step."""
        self._drawing = drawing
        self._known = None
        self.refresh(layout=True)

    @property
    def change(self) -> int:
        """The first line that shows a change."""
        return self._drawn(self.content_size.width).change

    def _drawn(self, width: int) -> Picture:
        if self._known is None or self._known[0] != width:
            self._known = (width, drawn(self._drawing, width))
        return self._known[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All lines of the drawing."""
        del container, viewport
        return len(self._drawn(width).content.split("\n"))

    def render(self) -> RenderResult:
        """The drawing at the width there is."""
        return self._drawn(self.content_size.width).content


class _Canvas:
    """Characters and their styles by row and column."""

    def __init__(self) -> None:
        self.rows: list[dict[int, tuple[str, str]]] = []

    def write(self, y: int, x: int, text: str, style: str = "") -> int:
        """Write a text; the column after it."""
        while len(self.rows) <= y:
            self.rows.append({})
        for character in text:
            width = Content(character).cell_length
            self.rows[y][x] = (character, style)
            if width == 2:
                self.rows[y][x + 1] = ("", style)
            x += max(1, width)
        return x

    def cross(self, y: int, x: int, sign: str, style: str) -> None:
        """Draw a part of a line over what may be there: lines that cross do not join."""
        while len(self.rows) <= y:
            self.rows.append({})
        there = self.rows[y].get(x, (" ", ""))[0]
        if (there, sign) in _CROSSING:
            sign = "┼"
        elif there in "┐┘┤├┌└" and sign in "│─":
            return
        self.rows[y][x] = (sign, style)

    def content(self) -> Content:
        """All of it as lines."""
        lines = []
        for row in self.rows:
            cells = [row.get(x, (" ", "")) for x in range(max(row, default=-1) + 1)]
            runs = [
                ("".join(text for text, _ in run), style)
                for style, run in groupby(cells, key=lambda cell: cell[1])
            ]
            lines.append(Content.assemble(*[(text, style) for text, style in runs]))
        return Content("\n").join(lines)


class _Drawer:
    """One drawing on its way to a canvas."""

    def __init__(self, drawing: Drawing, width: int) -> None:
        self._drawing = drawing
        self._canvas = _Canvas()
        self._change: list[int] = []
        self._tops: dict[int, int] = {}
        from_names = [it.to for group in drawing.groups for it in group.names if it.to]
        from_boxes = [it.to for box in drawing.boxes for it in box.items if it.to]
        has_room = width >= _LEAST_WITH_ARROWS
        self._left = _lanes(from_names, drawing, _MOST_LANES if has_room else 0)
        most = min(_MOST_LANES, max(0, (width - 46) // 4)) if has_room else 0
        self._right = _lanes(from_boxes, drawing, most)
        labels = [self._name_width(it) for group in drawing.groups for it in group.names]
        groups = [group for group in drawing.groups if group.names]
        titles = [len(_title(group)) for group in groups] if len(groups) > 1 else []
        widest = max(_LONGEST_NAME, width // 3) if has_room else width - _LEAST_BOX - 3
        self._names = min(max([*labels, *titles], default=4), widest)
        gutter = 2 * len(self._left) + 2 if self._left else 2
        self._boxes = self._names + gutter + 1
        after = 2 * len(self._right) + 3 if self._right else 0
        room = min(_WIDEST_BOX, width - self._boxes - after)
        needed = max((_needed(box) for box in drawing.boxes), default=0)
        self._box_width = max(_LEAST_BOX, min(room, needed))

    def draw(self) -> Picture:
        """Names, boxes, then the arrows between them."""
        starts = self._write_names()
        entries: list[tuple[int, int]] = []
        y = 0
        for box in self._drawing.boxes:
            self._tops[box.number] = y
            y = self._write_box(y, box, entries)
        for lanes, ends in ((self._left, starts), (self._right, entries)):
            for to, lane in lanes.items():
                rows = [row for row, target in ends if target == to]
                self._write_arrow(to, lane, rows, is_left=lanes is self._left)
        return Picture(self._canvas.content(), min(self._change, default=0))

    # ------------------------------------------------------------ names

    def _name_width(self, item: Item) -> int:
        if item.to:
            return len(item.label) + (3 if item.to in self._left else 9)
        return len(item.label) + 5 + min(_LEAST_BOX, len(item.text))

    def _write_names(self) -> list[tuple[int, int]]:
        """Every name with its value; where those begin that lead to a box."""
        starts = []
        y = 0
        groups = [group for group in self._drawing.groups if group.names]
        for group in groups:
            if len(groups) > 1:
                self._canvas.write(y, 0, _short(_title(group), self._names), "$muted italic")
                y += 1
            for item in group.names:
                x = self._write_name(y, item)
                if item.to:
                    starts.append((y, item.to))
                    self._write_start(y, x, item)
                y += 1
        return starts

    def _write_name(self, y: int, item: Item) -> int:
        style = "bold $accent" if item.sign else ""
        room = self._names - 2 - (0 if item.to in self._left else 6)
        x = self._canvas.write(y, 0, f"{_SIGNS[item.sign]} ", "bold $accent")
        label = printable(item.label, 1)
        if item.to:
            x = self._canvas.write(y, x, _short(label, room), style or "bold")
        else:
            x = self._canvas.write(y, x, _short(label, max(4, self._names // 2)), style)
            x = self._canvas.write(y, x, " = ", "$muted")
            left = self._names - x
            x = self._canvas.write(y, x, _short(printable(item.text, 1), left), style)
        if item.sign:
            self._change.append(y)
        return x

    def _write_start(self, y: int, x: int, item: Item) -> None:
        lane = self._left.get(item.to)
        if lane is None:
            self._canvas.write(y, x, f" → [{item.to}]", "$secondary")
            return
        for column in range(x + 1, self._lane_left(lane)):
            self._canvas.cross(y, column, "─", _colour(lane))

    # ------------------------------------------------------------ boxes

    def _write_box(self, y: int, box: Box, entries: list[tuple[int, int]]) -> int:
        """A box with its rows; notes where items lead on. Returns the row after it."""
        style = "bold $accent" if box.changed else "$muted"
        sign = f"{CHANGED} " if box.changed else ""
        title = f" [{box.number}] {sign}{box.kind} "
        inner = self._box_width - 2
        title = _short(title, inner)
        x = self._boxes
        self._canvas.write(y, x, f"┌{title}{'─' * (inner - len(title))}┐", style)
        if box.changed:
            self._change.append(y)
        for item, line in self._lines(box, inner - 2):
            y += 1
            self._canvas.write(y, x, "│", style)
            self._canvas.write(y, x + inner + 1, "│", style)
            column = x + 1
            for text, colour in line:
                column = self._canvas.write(y, column, text, colour)
            if item is not None and item.to:
                entries.append((y, item.to))
                if (lane := self._right.get(item.to)) is not None:
                    for at in range(column + 1, self._lane_right(lane)):
                        self._canvas.cross(y, at, "─", _colour(lane))
        y += 1
        self._canvas.write(y, x, f"└{'─' * inner}┘", style)
        return y + 1

    def _lines(self, box: Box, room: int) -> list[tuple[Item | None, list[tuple[str, str]]]]:
        """The rows of a box: items that lead on have one each, plain ones share lines."""
        by_position = not any(item.label for item in box.items)
        if not by_position or any(item.to for item in box.items):
            lines: list[tuple[Item | None, list[tuple[str, str]]]] = [
                (item, self._item(at, item, by_position, box.kind == "set", room))
                for at, item in enumerate(box.items)
            ]
        else:
            lines = [(None, line) for line in _flowing(box.items, room)]
        if box.left_out > 0:
            lines.append((None, [(f" … {box.left_out} more", "$muted")]))
        return lines or [(None, [(" nothing in it", "$muted")])]

    def _item(
        self, at: int, item: Item, by_position: bool, is_set: bool, room: int
    ) -> list[tuple[str, str]]:
        label = "" if is_set else str(at) if by_position else item.label
        style = "bold $accent" if item.sign else ""
        label = _short(printable(label, 1), max(4, room // 2))
        parts = [(_SIGNS[item.sign], "bold $accent"), (label, "$muted" if by_position else style)]
        if item.to:
            arrow = "" if item.to in self._right else f" → [{item.to}]"
            return [*parts, (arrow, "$secondary")]
        text = _short(printable(item.text, 1), max(3, room - len(label) - 2))
        return [*parts, (": " if label else "", "$muted"), (text, style)]

    # ------------------------------------------------------------ arrows

    def _lane_left(self, lane: int) -> int:
        """The first lane is the nearest to the boxes: what leads to the first box."""
        return self._boxes - 3 - 2 * lane

    def _lane_right(self, lane: int) -> int:
        return self._boxes + self._box_width + 2 + 2 * lane

    def _write_arrow(self, to: int, lane: int, rows: list[int], *, is_left: bool) -> None:
        """The lane from all rows that lead to a box, and its end at the box."""
        target = self._tops[to]
        x = self._lane_left(lane) if is_left else self._lane_right(lane)
        style = _colour(lane)
        first, last = min(*rows, target), max(*rows, target)
        for y in range(first, last + 1):
            up, down = y > first, y < last
            starts, ends = y in rows, y == target
            left, right = (starts, ends) if is_left else (starts or ends, False)
            self._canvas.cross(y, x, _corner(up, down, left, right), style)
        if is_left:
            for column in range(x + 1, self._boxes - 1):
                self._canvas.cross(target, column, "─", style)
            self._canvas.write(target, self._boxes - 1, "▶", style)
        else:
            begin = self._boxes + self._box_width
            self._canvas.write(target, begin, "◀", style)
            for column in range(begin + 1, x):
                self._canvas.cross(target, column, "─", style)


def _lanes(targets: list[int], drawing: Drawing, most: int) -> dict[int, int]:
    """A lane for each box that something leads to; where there are too few, the shared first."""
    ways = Counter(targets)
    order = [box.number for box in drawing.boxes if box.number in ways]
    chosen = set(sorted(order, key=lambda number: -ways[number])[:most])
    return {number: lane for lane, number in enumerate(it for it in order if it in chosen)}


def _corner(up: bool, down: bool, left: bool, right: bool) -> str:
    corners = {
        (True, True, False, False): "│",
        (False, True, True, False): "┐",
        (True, False, True, False): "┘",
        (True, True, True, False): "┤",
        (True, True, False, True): "├",
        (True, False, False, True): "└",
        (False, True, False, True): "┌",
        (False, False, True, True): "─",
        (False, False, True, False): "─",
        (False, True, True, True): "┬",
        (True, False, True, True): "┴",
    }
    return corners.get((up, down, left, right), "┼")


def _title(group: Group) -> str:
    return group.title if group.kept else f"in {group.title}"


def _needed(box: Box) -> int:
    """The columns in which a box shows all that is in it."""
    rows = [len(item.label) + (8 if item.to else len(item.text) + 3) for item in box.items]
    if not any(item.label or item.to for item in box.items):
        rows = [sum(len(item.text) + 3 for item in box.items)]
    return max([*rows, len(box.kind) + 9, 14]) + 4


def _colour(lane: int) -> str:
    return _COLOURS[lane % len(_COLOURS)]


def _short(text: str, room: int) -> str:
    room = max(1, room)
    return text if len(text) <= room else f"{text[: room - 1]}…"


def _flowing(items: tuple[Item, ...], room: int) -> list[list[tuple[str, str]]]:
    """Plain items one after the other, in as many lines as they need."""
    lines: list[list[tuple[str, str]]] = []
    used = room + 1
    for at, item in enumerate(items):
        sign = _SIGNS[item.sign].strip()
        end = "" if at == len(items) - 1 else ", "
        text = _short(f"{sign}{printable(item.text, 1)}", room - 2)
        if used + len(text) + len(end) > room:
            lines.append([(" ", "")])
            used = 0
        lines[-1].append((text, "bold $accent" if item.sign else ""))
        lines[-1].append((end, "$muted"))
        used += len(text) + len(end)
    return lines
