"""Find the line that is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from course.signs import HERE, RIGHT, WRONG
from course.ui import keys
from course.ui.widgets.code import code_lines
from course.ui.widgets.steps.base import AnswerWords, QuestionView

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from course.learner.questions import Marked


class NumberedLine(Static):
    """One line of code with its number and what was said about it."""

    DEFAULT_CLASSES = "code-line"

    @dataclass
    class Clicked(Message):
        """The mouse picked this line."""

        number: int

    def __init__(self, number: int, code: Content, width: int) -> None:
        super().__init__()
        self.number = number
        self.code = code
        self.number_width = width

    def mark(self, symbol: str) -> None:
        """Show `symbol` before the line's number."""
        number = Content.styled(f"{self.number:>{self.number_width}}  ", "$muted")
        self.update(Content.assemble(f"{symbol or ' '} ", number, self.code))

    def on_click(self, event: events.Click) -> None:
        """A click picks the line."""
        event.stop()
        self.post_message(self.Clicked(self.number))


class LinePicker(Vertical, can_focus=True):
    """Code with a cursor on one line; Enter picks it. Lines count from 1."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.PICKED_LINE]

    cursor: reactive[int] = reactive(1)
    locked: reactive[bool] = reactive(False)

    @dataclass
    class Picked(Message):
        """The learner says that it is this line."""

        number: int

    def __init__(self, code: str) -> None:
        super().__init__(classes="code-frame")
        self.lines = code_lines(code.rstrip("\n"))
        self.marks: dict[int, str] = {}

    def compose(self) -> ComposeResult:
        """A row for each line."""
        width = len(str(len(self.lines)))
        for number, line in enumerate(self.lines, start=1):
            yield NumberedLine(number, line, width)

    def on_mount(self) -> None:
        """Draw the numbers and the cursor."""
        self.draw()

    def draw(self) -> None:
        """Show the marks and the cursor."""
        for line in self.query(NumberedLine):
            here = line.number == self.cursor
            line.mark(self.marks.get(line.number) or (HERE if here and not self.locked else ""))
            line.set_class(here and not self.locked, "-cursor")
            line.set_class(self.marks.get(line.number) == RIGHT, "-right")
            line.set_class(self.marks.get(line.number) == WRONG, "-wrong")
            if here and self.has_focus:
                line.scroll_visible(animate=False)

    def watch_cursor(self) -> None:
        """Draw the cursor where it is."""
        self.draw()

    def watch_locked(self) -> None:
        """Without a cursor there is nothing to pick."""
        self.draw()

    def action_move(self, by: int) -> None:
        """Move the cursor, stopping at the ends."""
        self.cursor = max(1, min(len(self.lines), self.cursor + by))

    def action_go(self, number: int) -> None:
        """Move the cursor to the line of that number, where there is one."""
        if number <= len(self.lines):
            self.cursor = number

    def action_pick(self) -> None:
        """Say that it is the line under the cursor."""
        self.post_message(self.Picked(self.cursor))

    @on(NumberedLine.Clicked)
    def _clicked(self, event: NumberedLine.Clicked) -> None:
        event.stop()
        self.focus()
        if not self.locked:
            self.cursor = event.number
            self.action_pick()


class SpotStep(QuestionView):
    """Which line is wrong?"""

    VERB = "It is this line"

    def heading(self) -> str:
        """The author's question where there is one: it asks for the line itself."""
        return self.content.question or super().heading()

    def compose_step(self) -> ComposeResult:
        """The code, the answer's words and the line as it should be."""
        yield LinePicker(self.content.code)
        yield from self.compose_files()
        yield AnswerWords()
        fix = Static("", classes="output", markup=False)
        fix.display = False
        yield fix

    def hint(self) -> str:
        """The keys for picking."""
        return "↑↓ or a number goes to a line, Enter picks it"

    def first_focus(self) -> Widget | None:
        """The code."""
        return self.query_one(LinePicker)

    @on(LinePicker.Picked)
    def _picked(self, event: LinePicker.Picked) -> None:
        event.stop()
        self.act()

    def answer(self) -> int:
        """The number of the picked line."""
        return self.query_one(LinePicker).cursor

    def settle(self) -> None:
        """Mark the line that was found and show it mended."""
        picker = self.query_one(LinePicker)
        picker.cursor = self.content.line
        picker.marks = {self.content.line: RIGHT}
        picker.locked = True
        if self.content.fix:
            fix = self.query_one(".output", Static)
            words = Content.styled(f"Line {self.content.line} as it should be", "$muted")
            fix.update(Content("\n").join([words, *code_lines(self.content.fix.strip("\n"))]))
            fix.display = True

    async def show_marked(self, marked: Marked) -> None:
        """Mark the line that was picked."""
        picker = self.query_one(LinePicker)
        if not marked.correct:
            picker.marks[picker.cursor] = WRONG
            picker.draw()
        await super().show_marked(marked)
