"""Two solutions side by side, with what differs marked by a sign and a colour."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Label, Static

from course.ui.widgets.code import code_lines

if TYPE_CHECKING:
    from textual.app import ComposeResult

Side = Literal["same", "changed", "only_left", "only_right"]


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


class SideBySide(Horizontal):
    """Two texts of code, lined up: `-` only the left has, `+` only the right, `~` both differ."""

    def __init__(self, left: str, right: str, names: tuple[str, str]) -> None:
        super().__init__()
        self.left, self.right, self.names = left, right, names

    def compose(self) -> ComposeResult:
        """A column for each text."""
        rows = aligned(self.left.rstrip().split("\n"), self.right.rstrip().split("\n"))
        left, right = code_lines(self.left.rstrip()), code_lines(self.right.rstrip())
        signs: dict[Side, str] = {"same": " ", "changed": "~", "only_left": "-", "only_right": " "}
        with Vertical(classes="compared"):
            yield Label(self.names[0], classes="compared-name", markup=False)
            for row in rows:
                yield _line(left, row.left, signs[row.side], row.side)
        signs |= {"only_left": " ", "only_right": "+"}
        with Vertical(classes="compared"):
            yield Label(self.names[1], classes="compared-name", markup=False)
            for row in rows:
                yield _line(right, row.right, signs[row.side], row.side)


def _line(lines: list[Content], number: int | None, sign: str, side: Side) -> Static:
    if number is None:
        return Static("", classes="compared-line -nothing")
    text = Content.assemble((f"{sign} ", "$muted"), lines[number])
    return Static(text, classes=f"compared-line -{side.replace('_', '-')}")
