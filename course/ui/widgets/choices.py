"""A list of answers: one to pick by its number, or several to tick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Label

from course.signs import HERE, RIGHT, WRONG
from course.ui import keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult


class ChoiceRow(Horizontal):
    """One answer: its number, whether it is chosen, its words."""

    DEFAULT_CLASSES = "choice"

    @dataclass
    class Clicked(Message):
        """The mouse picked this row."""

        position: int

    def __init__(self, position: int, text: Content) -> None:
        super().__init__()
        self.position = position
        self.text = text

    def compose(self) -> ComposeResult:
        """The number and the mark, then the words, which may wrap."""
        yield Label("", classes="choice-number", markup=False)
        yield Label("", classes="choice-mark", markup=False)
        yield Label(self.text, classes="choice-text")

    def on_click(self, event: events.Click) -> None:
        """A click is like the number's key."""
        event.stop()
        self.post_message(self.Clicked(self.position))


class Rows(Vertical, can_focus=True):
    """Rows with a cursor, which keys move and the mouse picks from; a subclass draws them.

    `marks` maps a position to whether what is there is right, and is shown as `✓` and `✗`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.CHOICES]

    cursor: reactive[int] = reactive(0)
    marks: reactive[dict[int, bool]] = reactive(dict)
    locked: reactive[bool] = reactive(False)

    def on_mount(self) -> None:
        """Draw the marks once there are rows."""
        self.draw()

    def watch_cursor(self) -> None:
        """Keep the row under the cursor in view."""
        self.draw()
        rows = list(self.query(ChoiceRow))
        if self.has_focus and self.cursor < len(rows):
            rows[self.cursor].scroll_visible(animate=False)

    def watch_marks(self) -> None:
        """Draw what is right and wrong."""
        self.draw()

    def watch_locked(self) -> None:
        """Draw that there is nothing more to pick."""
        self.draw()

    @on(ChoiceRow.Clicked)
    def _clicked(self, event: ChoiceRow.Clicked) -> None:
        event.stop()
        self.focus()
        self.pick(event.position)

    def draw(self) -> None:
        """Show the rows as they are by now."""
        raise NotImplementedError

    def pick(self, position: int) -> None:
        """The row at `position` was picked by its key or by the mouse."""
        raise NotImplementedError


class ChoiceList(Rows):
    """Answers to choose from. With `several`, they are ticked first, then answered with Enter."""

    ticked: reactive[frozenset[int]] = reactive(frozenset())

    @dataclass
    class Chosen(Message):
        """The learner answers with the choices at these positions, in order."""

        positions: tuple[int, ...]

    def __init__(self, texts: Iterable[Content], *, several: bool = False) -> None:
        super().__init__()
        self.texts = tuple(texts)
        self.several = several

    def compose(self) -> ComposeResult:
        """A row for each answer."""
        for position, text in enumerate(self.texts):
            yield ChoiceRow(position, text)

    def watch_ticked(self) -> None:
        """Draw the ticks."""
        self.draw()

    def _mark(self, position: int) -> str:
        if position in self.marks:
            return RIGHT if self.marks[position] else WRONG
        if self.several:
            return "[x]" if position in self.ticked else "[ ]"
        return "●" if position in self.ticked else "○"

    def draw(self) -> None:
        """The cursor, the number and the mark of each row."""
        for row in self.query(ChoiceRow):
            right = self.marks.get(row.position)
            row.set_class(row.position == self.cursor, "-cursor")
            row.set_class(right is True, "-right")
            row.set_class(right is False, "-wrong")
            pointer = HERE if row.position == self.cursor else " "
            for label in row.query(".choice-number").results(Label):
                label.update(f"{pointer} {row.position + 1}")
            for label in row.query(".choice-mark").results(Label):
                label.update(self._mark(row.position))

    def action_move(self, by: int) -> None:
        """Move the cursor; it stops at the ends."""
        self.cursor = max(0, min(len(self.texts) - 1, self.cursor + by))

    def action_pick(self, number: int) -> None:
        """The key of an answer: pick it, or tick it where there may be several."""
        if number <= len(self.texts):
            self.pick(number - 1)

    def action_tick(self) -> None:
        """Tick the answer under the cursor."""
        if self.several:
            self.pick(self.cursor)
        else:
            self.action_answer()

    def action_answer(self) -> None:
        """Answer with what is ticked, or with the one under the cursor."""
        chosen = tuple(sorted(self.ticked)) if self.several else (self.cursor,)
        if not self.several and not self.locked:
            self.ticked = frozenset(chosen)
        self.post_message(self.Chosen(chosen))

    def pick(self, position: int) -> None:
        """Answer with it, or tick it."""
        if self.locked:
            return
        self.cursor = position
        if self.several:
            self.marks = {}
            self.ticked = self.ticked ^ {position}
        else:
            self.action_answer()
