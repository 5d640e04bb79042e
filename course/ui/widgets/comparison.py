"""Two solutions and what differs, marked by a sign and a colour: opposite each other, or as one."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby, zip_longest
from typing import TYPE_CHECKING, Literal

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Label, Static

from course.ui.widgets.code import code_lines
from course.ui.widgets.prose import CodeLines

if TYPE_CHECKING:
    from textual.app import ComposeResult

Side = Literal["same", "changed", "only_left", "only_right"]
CHANGED = "bold on $warning 30%"
_SIGNS: dict[Side, str] = {"same": " ", "changed": "~", "only_left": "-", "only_right": "+"}
_WORD = re.compile(r"\w+|\s+|.")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the comparison: line numbers from 0, None where a side has nothing."""

    left: int | None
    right: int | None
    side: Side


def aligned(left: list[str], right: list[str]) -> list[Row]:
    """The lines of two texts opposite each other."""
    rows: list[Row] = []
    matcher = difflib.SequenceMatcher(a=left, b=right, autojunk=False)
    for kind, a, a_end, b, b_end in matcher.get_opcodes():
        for one, other in zip_longest(range(a, a_end), range(b, b_end)):
            if kind == "equal":
                side: Side = "same"
            elif one is None:
                side = "only_right"
            else:
                side = "only_left" if other is None else "changed"
            rows.append(Row(one, other, side))
    return rows


class SideBySide(Vertical):
    """Two texts of code, lined up: `-` only the left has, `+` only the right, `~` both differ.

    In a narrow window they are one column: what differs stands below each other.
    """

    def __init__(self, left: str, right: str, names: tuple[str, str]) -> None:
        super().__init__()
        self.left, self.right, self.names = left, right, names

    def compose(self) -> ComposeResult:
        """A row for each line of both texts, as high as the longer of the two; or one column."""
        texts = self.left.rstrip().split("\n"), self.right.rstrip().split("\n")
        lines = code_lines("\n".join(texts[0])), code_lines("\n".join(texts[1]))
        rows = aligned(*texts)
        for row in rows:
            if row.left is not None and row.right is not None and row.side == "changed":
                spans = changed_spans(texts[0][row.left], texts[1][row.right])
                for side, number in enumerate((row.left, row.right)):
                    for start, end in spans[side]:
                        lines[side][number] = lines[side][number].stylize(CHANGED, start, end)
        with Vertical(classes="compared"):
            with Horizontal(classes="compared-row"):
                for name in self.names:
                    yield Label(name, classes="compared-name", markup=False)
            for row in rows:
                with Horizontal(classes="compared-row"):
                    yield _line(lines[0], row.left, row.side)
                    yield _line(lines[1], row.right, row.side)
        with Vertical(classes="compared-as-one"):
            names = f"- {self.names[0]}    + {self.names[1]}"
            yield Label(names, classes="compared-names", markup=False)
            for side, number, kind in as_one(rows):
                yield _line(lines[side], number, kind)


def as_one(rows: list[Row]) -> Iterator[tuple[int, int, Side]]:
    """The lines of both texts in one column: which text, the line, how it differs."""
    for is_same, group in groupby(rows, key=lambda row: row.side == "same"):
        lines = list(group)
        if is_same:
            yield from ((0, row.left, "same") for row in lines if row.left is not None)
            continue
        yield from ((0, row.left, "only_left") for row in lines if row.left is not None)
        yield from ((1, row.right, "only_right") for row in lines if row.right is not None)


def changed_spans(one: str, other: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The parts of two lines that differ, as starts and ends; words are not cut."""
    words = [_WORD.findall(line) for line in (one, other)]
    starts = [[0, *accumulate(map(len, line))] for line in words]
    spans: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    matcher = difflib.SequenceMatcher(a=words[0], b=words[1], autojunk=False)
    for kind, a, a_end, b, b_end in matcher.get_opcodes():
        if kind != "equal":
            spans[0].append((starts[0][a], starts[0][a_end]))
            spans[1].append((starts[1][b], starts[1][b_end]))
    return spans


def _line(lines: list[Content], number: int | None, side: Side) -> Static:
    if number is None:
        return Static("", classes="compared-line -nothing")
    text = Content.assemble((f"{_SIGNS[side]} ", "$muted"), lines[number])
    return CodeLines(text, classes=f"compared-line -{side.replace('_', '-')}")
