"""A table in prose whose words stay whole: columns where there is room, else row after row."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static
from textual.widgets._markdown import MarkdownTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult, RenderResult
    from textual.geometry import Size

GAP = 3
"""Cells between two columns."""
_LINE = "─"
_LINE_STYLE = "$muted"
Cells = list[Content]


class Table(MarkdownTable):
    """A table of Markdown, drawn as `laid_out` lays it out."""

    def compose(self) -> ComposeResult:
        """One widget for all cells."""
        yield TableText(*self._get_headers_and_rows())


class TableText(Static):
    """The cells of a table, as they fit into the width there is."""

    def __init__(self, headers: Cells, rows: list[Cells]) -> None:
        super().__init__()
        self._headers, self._rows = headers, rows

    def render(self) -> RenderResult:
        """The table at this width."""
        return laid_out(self._headers, self._rows, self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """All of its lines."""
        return laid_out(self._headers, self._rows, width).plain.count("\n") + 1


def laid_out(headers: Cells, rows: list[Cells], width: int) -> Content:
    """Columns under their headers, a line between rows where one needs more than a line.

    Where not even the longest words fit beside each other, each row is a paragraph: its first cell,
    then the others below with their headers.
    """
    bold = [header.stylize("bold") for header in headers]
    widths = _widths([headers, *rows], width)
    if widths is None:
        return Content("\n\n").join(
            Content("\n").join(_paragraph(bold, row, max(width, 8))) for row in rows
        )
    drawn = [_row(row, widths) for row in rows]
    rule = Content.styled(_LINE * min(width, sum(widths) + GAP * (len(widths) - 1)), _LINE_STYLE)
    lines = [*_row(bold, widths), rule]
    are_long = any(len(row) > 1 for row in drawn)
    for number, row in enumerate(drawn):
        if are_long and number:
            lines.append(Content(""))
        lines += row
    return Content("\n").join(lines)


def _widths(rows: list[Cells], width: int) -> list[int] | None:
    """How wide each column is, no narrower than its longest word; None where that is too much."""
    columns = list(zip_longest(*rows, fillvalue=Content("")))
    least = [max(map(_longest_word, column)) for column in columns]
    whole = [max(cell.cell_length for cell in column) for column in columns]
    room = width - GAP * (len(columns) - 1) - sum(least)
    if room < 0 or not columns:
        return None
    while room > 0 and least != whole:
        # A cell more for the column in which most is still to be wrapped.
        at = max(range(len(least)), key=lambda one: whole[one] / least[one] if least[one] else 0)
        least[at] += 1
        room -= 1
    return least


def _longest_word(cell: Content) -> int:
    return max((Content(word).cell_length for word in cell.plain.split()), default=1)


def _row(cells: Sequence[Content], widths: list[int]) -> list[Content]:
    """A row's lines: every cell wrapped in its column."""
    columns = [cell.wrap(width) for cell, width in zip(cells, widths, strict=False)]
    lines = []
    for pieces in zip_longest(*columns, fillvalue=Content("")):
        padded = [
            piece.rstrip().pad_right(max(0, width - piece.rstrip().cell_length))
            for piece, width in zip(pieces, widths, strict=False)
        ]
        lines.append(Content(" " * GAP).join(padded).rstrip())
    return lines


def _paragraph(headers: Cells, row: Cells, width: int) -> list[Content]:
    first, *others = row or [Content("")]
    lines = first.stylize("bold").wrap(width)
    for header, cell in zip(headers[1:], others, strict=False):
        label = [header.stylize("$muted"), Content(": ")] if header.plain else []
        lines += [Content("  ") + line for line in Content.assemble(*label, cell).wrap(width - 2)]
    return lines
