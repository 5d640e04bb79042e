"""A text area that marks what is wrong with the Python in it, once the typing pauses."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.color import Color, ColorParseError
from textual.geometry import Size

from course.signs import WRONG
from course.text import clean_in_place
from course.ui.aids.marks import CodeMark, marks
from course.ui.widgets.ending_words import fitted
from course.ui.widgets.whole import PageField, WholeText

if TYPE_CHECKING:
    from textual.timer import Timer

PAUSE = 0.5
"""Seconds without a key until the code is looked at."""
_GAP = "  "
_LEAST_WORDS = 12  # cells


class MarkedArea(PageField):
    """Underlines what is wrong, and says behind the line what it is.

    A subclass says by `marks_errors` whether it does. Marks go with their lines while the text
    changes; those of a line that is typed in go away until the next pause.
    """

    marks: tuple[CodeMark, ...] = ()
    _changed_at = 0.0
    _waits: Timer | None = None
    _line_count = 0
    _mark_colour: str | None = None

    @property
    def marks_errors(self) -> bool:
        """Whether errors are marked here; override it."""
        return False

    def update_suggestion(self) -> None:
        """The text has changed (Textual calls this after every edit)."""
        super().update_suggestion()
        self._changed_at = time.monotonic()
        lines, was = self.document.line_count, self._line_count
        self._line_count = lines
        if self.marks:
            row = self.cursor_location[0]
            before = row - max(lines - was, 0)
            self.marks = tuple(
                it if it.row < before else it._replace(row=it.row + lines - was)
                for it in self.marks
                if it.row < before or it.row + lines - was > row
            )
        self.look_soon()

    def look_soon(self) -> None:
        """Look at the code once nothing has been typed for a moment."""
        if self._waits is None and self.is_attached and (self.marks_errors or self.marks):
            self._waits = self.set_timer(PAUSE, self._look)

    def _look(self) -> None:
        left = self._changed_at + PAUSE - time.monotonic()
        if left > 0:  # typed on meanwhile
            self._waits = self.set_timer(left, self._look)
            return
        self._waits = None
        self._line_count = self.document.line_count
        self.show_marks(marks(self.text) if self.marks_errors else ())

    def show_marks(self, found: tuple[CodeMark, ...]) -> None:
        """Draw these marks."""
        if found == self.marks:
            return
        self.marks = found
        self._line_cache.clear()
        self._refresh_size()
        self.refresh()

    def _refresh_size(self) -> None:
        """What is said behind a line has room as far as the window goes."""
        super()._refresh_size()
        room = self.scrollable_content_region.width
        if self.marks and self.virtual_size.width < room:
            self.virtual_size = Size(room, self.virtual_size.height)

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn, one character for one, with its marks."""
        line = WholeText(clean_in_place(self.document.get_line(line_index)), end="", no_wrap=True)
        here = [it for it in self.marks if it.row == line_index]
        if here:
            for it in here:
                end = max(it.end, it.start + 1)
                line.pad_right(max(0, end - len(line)))
                line.stylize(Style(underline=True, color=self._mark_colour), it.start, end)
            used = cell_len(line.plain) + self.gutter_width + len(_GAP)
            room = self.scrollable_content_region.width - used - 1
            if room >= _LEAST_WORDS:
                words = fitted(f"{WRONG} {here[0].words}", room)
                line.append(_GAP).append(words, Style(color=self._mark_colour, italic=True))
        return line

    def mark_colour_changed(self) -> None:
        """Take the colour of errors from the app's theme."""
        try:
            self._mark_colour = Color.parse(self.app.theme_variables["error"]).rich_color.name
        except (KeyError, ColorParseError):
            self._mark_colour = None
