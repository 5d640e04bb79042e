"""A running program's output as a terminal shows it, and the line that answers it."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len, get_character_cell_size
from rich.style import Style
from rich.text import Text
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from course.text import clean
from course.ui import keys
from course.ui.widgets.editor import act_in_order
from course.ui.widgets.whole import LineField

if TYPE_CHECKING:
    from textual import events
    from textual.selection import Selection

_TAB = 4
_PAUSE = 0.05  # seconds between two drawings of a program that prints without a pause
_END_OF_INPUT = "(end of input)"
# What a terminal would obey without showing anything: colours, the cursor, the title, the bell.
_OBEYED = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_].*?(?:\x1b\\|\x07|\x9c|$)|\x1b[ -/]*[0-~]?|\x07"
)


class _Line(NamedTuple):
    """A line of output; what is typed begins at `typed`. `kind` names the colour of the whole."""

    text: str
    typed: int
    kind: str = ""


class _Row(NamedTuple):
    """The part of a line that stands on one row of the screen."""

    line: int
    start: int
    end: int


class Console(ScrollView, can_focus=True):
    """What a program prints, as it comes, with what the learner typed in its place.

    Only the rows that are seen are drawn, so that a hundred thousand lines cost nothing. It stays
    at the end while it is there; who scrolls up is left in peace.
    """

    ALLOW_SELECT = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "console--typed",
        "console--error",
        "console--quiet",
    }

    def __init__(self, *, id: str | None = None, most: int = 0) -> None:  # noqa: A002
        super().__init__(id=id)
        self._most = most  # lines that are kept; 0 keeps all
        self._waiting: list[str] = []
        self._written = 0.0
        self._follows = True
        self._width = 1  # of the rows, in cells
        self._raw = ""  # the last line as it was printed: it may go on
        self._lines: list[_Line] = []
        self._rows: list[_Row] = []

    @property
    def text(self) -> str:
        """All lines, as they are shown."""
        self._write_waiting()
        return "\n".join(line.text for line in self._lines)

    def clear(self) -> None:
        """Begin again with nothing."""
        self._waiting.clear()
        self._raw = ""
        self._lines.clear()
        self._rows.clear()
        self._follows = True
        self._shown()

    def write(self, text: str) -> None:
        """Add what was printed: at once, or a moment later where much is printed."""
        self._waiting.append(text)
        left = self._written + _PAUSE - time.monotonic()
        if left <= 0:
            self._write_waiting()
        elif len(self._waiting) == 1:
            self.set_timer(left, self._write_waiting)

    def _write_waiting(self) -> None:
        if not self._waiting:
            return
        self._take_unfinished()
        *whole, self._raw = (self._raw + "".join(self._waiting)).split("\n")
        self._waiting.clear()
        for printed in whole:
            self._add(_seen(printed))
        if self._raw:
            self._raw = _settled(self._raw)
            self._add(_seen(self._raw))
        self._shown()
        self._written = time.monotonic()

    def echo(self, line: str | None) -> None:
        """Add a line that the learner typed, after what asked for it; None ended the input."""
        self._write_waiting()
        self._take_unfinished()
        before = _seen(self._raw)
        self._raw = ""
        self._add(before + (_END_OF_INPUT if line is None else _seen(line)), len(before))
        self._shown()

    def say(self, text: str, kind: str = "quiet") -> None:
        """Add lines that are not the program's: `kind` is `error` or `quiet`."""
        self._write_waiting()
        self._raw = ""
        for line in text.split("\n"):
            self._add(_seen(line), kind=kind)
        self._shown()

    # ------------------------------------------------------------ lines and rows

    def _take_unfinished(self) -> None:
        """Take the last line away where it may go on, to write it anew."""
        if self._raw:
            number = len(self._lines) - 1
            self._lines.pop()
            while self._rows and self._rows[-1].line == number:
                self._rows.pop()

    def _drop_first(self) -> None:
        """Of more lines than are kept, leave the first ones out, many at a time."""
        if self._most and len(self._lines) > 2 * self._most:
            del self._lines[: -self._most]
            self._lay_out_all()

    def _lay_out_all(self) -> None:
        self._rows.clear()
        for number in range(len(self._lines)):
            self._lay_out(number)

    def _add(self, text: str, typed: int | None = None, kind: str = "") -> None:
        self._lines.append(_Line(text, len(text) if typed is None else typed, kind))
        self._lay_out(len(self._lines) - 1)

    def _lay_out(self, number: int) -> None:
        text = self._lines[number].text
        self._rows += [_Row(number, start, end) for start, end in _cut(text, self._width)]

    def _shown(self) -> None:
        self._drop_first()
        self.virtual_size = Size(self._width, len(self._rows))
        if self._follows:
            self.scroll_end(animate=False, immediate=True, x_axis=False)
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow the output again once its end is in view; leave off when it is not."""
        super().watch_scroll_y(old_value, new_value)
        self._follows = new_value >= self.max_scroll_y

    def on_resize(self) -> None:
        """With another width, lines are cut at other places."""
        width = max(self.scrollable_content_region.width, 1)
        if width != self._width:
            self._width = width
            self._lay_out_all()
        self._shown()

    # ------------------------------------------------------------ drawing

    def render_line(self, y: int) -> Strip:
        """One row."""
        width = self.size.width
        number = self.scroll_offset.y + y
        style = self.rich_style
        if number >= len(self._rows):
            return Strip.blank(width, style)
        row = self._rows[number]
        text = self._styled(row, style)
        selection = self.text_selection
        if selection is not None and (span := selection.get_span(number)) is not None:
            start, end = span
            selected = self.screen.get_component_rich_style("screen--selection")
            text.stylize(selected, start, len(text) if end == -1 else end)
        strip = Strip(text.render(self.app.console), cell_len(text.plain))
        return strip.crop_extend(0, width, style).apply_offsets(0, number)

    def _styled(self, row: _Row, style: Style) -> Text:
        line = self._lines[row.line]
        text = Text(line.text[row.start : row.end], no_wrap=True, end="")
        text.stylize(style)
        if line.kind:
            text.stylize(self.get_component_rich_style(f"console--{line.kind}", partial=True))
        if line.typed < row.end:
            typed = self.get_component_rich_style("console--typed", partial=True)
            text.stylize(typed, max(line.typed - row.start, 0))
        return text

    # ------------------------------------------------------------ selecting

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, to be copied."""
        rows = (self._lines[row.line].text[row.start : row.end] for row in self._rows)
        return selection.extract("\n".join(rows)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - Textual's
        """Draw the selection."""
        self.refresh()


class AnswerLine(LineField):
    """What the running program is to read: Enter sends a line, Ctrl+D on an empty one the end."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.ANSWER]

    @dataclass
    class Answered(Message):
        """The learner has typed a line; None is the end of the input."""

        line: str | None

    @dataclass
    class StopAsked(Message):
        """The learner wants the program to end."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, compact=True)

    async def _on_key(self, event: events.Key) -> None:
        """Act on Enter at once, so that what is typed after it is the next line."""
        if not event.is_printable:
            await act_in_order(self, event)

    def _on_paste(self, event: events.Paste) -> None:
        """Send every line of what is pasted but the last, which may be gone on with."""
        event.stop()
        event.prevent_default()
        first, *more = event.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.replace(first, *self.selection)
        for line in more:
            self.post_message(self.Answered(self.value))
            self.value = line
        self.cursor_position = len(self.value) if more else self.cursor_position

    async def action_submit(self) -> None:
        """Send the line and begin the next."""
        line, self.value = self.value, ""
        self.post_message(self.Answered(line))

    def action_end_input(self) -> None:
        """End the input where nothing is typed; else delete a letter, as at a terminal."""
        if self.value:
            self.action_delete_right()
        else:
            self.post_message(self.Answered(None))

    def action_stop(self) -> None:
        """Copy what is selected; else end the program, as at a terminal."""
        if self.selected_text:
            self.action_copy()
        else:
            self.post_message(self.StopAsked())


def _seen(printed: str) -> str:
    """A printed line as a terminal leaves it: control codes obeyed or left out."""
    if printed.isascii() and printed.isprintable():
        return printed
    shown = ""
    for part in printed.rstrip("\r").split("\r"):  # each writes over the one before
        text = clean(_OBEYED.sub("", part), 10 * len(part)).expandtabs(_TAB)
        shown = text + shown[len(text) :]
    return shown


def _settled(printed: str) -> str:
    """An unfinished line without what it has written over: a progress bar stays one line long."""
    before, turn, last = printed.rpartition("\r")
    return f"{_seen(before)}\r{last}" if turn else printed


def _cut(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The rows of a line in a window `width` cells wide, each from `start` to `end`."""
    if text.isascii():
        for start in range(0, max(len(text), 1), width):
            yield start, min(start + width, len(text))
        return
    start = used = 0
    for place, character in enumerate(text):
        size = get_character_cell_size(character)
        if used + size > width and place > start:
            yield start, place
            start, used = place, 0
        used += size
    yield start, len(text)
