"""Characters of several code points (joined emoji, letters with marks) as one, as they are drawn.

Textual's fields go by code points: a cursor inside a joined emoji would take it apart.
"""

from __future__ import annotations

from typing import Any

from rich.cells import split_graphemes
from rich.style import Style
from rich.text import Text
from textual import events
from textual.widgets import Input, TextArea

JOINERS = ("\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}")
"""What is typed within one emoji or word; Textual drops it, as it cannot be seen."""


def edge(text: str, position: int, after: bool) -> int:
    """The edge of the character that a position is inside of: `after` it or before; else itself."""
    if text.isascii():
        return position
    for start, end, _ in split_graphemes(text)[0]:
        if start < position < end:
            return end if after else start
    return position


class WholeText(Text):
    """A line whose styles cover whole characters."""

    def stylize(self, style: str | Style, start: int = 0, end: int | None = None) -> None:
        """Style a part of it, to the edges of its characters."""
        plain = self.plain
        if end is not None and 0 <= start < end <= len(plain) and not plain.isascii():
            start, end = edge(plain, start, after=False), edge(plain, end, after=True)
        super().stylize(style, start, end)


class LineField(Input):
    """A field of one line. What stands in it can be gone on with, unless focus selects it."""

    def __init__(
        self, value: str | None = None, *, select_on_focus: bool = False, **options: Any
    ) -> None:
        super().__init__(value, select_on_focus=select_on_focus, **options)
        self.cursor_blink = False

    @property
    def _value(self) -> Text:
        return WholeText(self.value, no_wrap=True, overflow="ignore", end="")

    async def _on_key(self, event: events.Key) -> None:
        """Take a joiner like any other character."""
        if event.character in JOINERS:
            event.stop()
            event.prevent_default()
            self.replace(event.character or "", *self.selection)

    def _to_edge(self, after: bool) -> None:
        start, end = self.selection
        whole = edge(self.value, end, after)
        self.selection = type(self.selection)(whole if start == end else start, whole)

    def action_cursor_left(self, select: bool = False) -> None:
        """Go left by a character."""
        super().action_cursor_left(select)
        self._to_edge(after=False)

    def action_cursor_right(self, select: bool = False) -> None:
        """Go right by a character."""
        super().action_cursor_right(select)
        self._to_edge(after=True)

    def action_delete_left(self) -> None:
        """Delete the character on the left."""
        if self.selection.is_empty:
            self.action_cursor_left(select=True)
        self.delete_selection()

    def action_delete_right(self) -> None:
        """Delete the character under the cursor."""
        if self.selection.is_empty:
            self.action_cursor_right(select=True)
        self.delete_selection()


class PageField(TextArea):
    """A field of many lines."""

    async def _on_key(self, event: events.Key) -> None:
        """Take a joiner like any other character."""
        if event.character in JOINERS and not self.read_only:
            event.stop()
            event.prevent_default()
            self.insert(event.character or "")

    def get_line(self, line_index: int) -> Text:
        """A line, to be styled by whole characters."""
        return WholeText(self.document.get_line(line_index), end="", no_wrap=True)

    def _edge(self, location: tuple[int, int], after: bool) -> tuple[int, int]:
        row, column = location
        return row, edge(self.document.get_line(row), column, after)

    def get_cursor_left_location(self) -> tuple[int, int]:
        """A character to the left."""
        return self._edge(super().get_cursor_left_location(), after=False)

    def get_cursor_right_location(self) -> tuple[int, int]:
        """A character to the right."""
        return self._edge(super().get_cursor_right_location(), after=True)
