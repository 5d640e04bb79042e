"""A Parsons problem: take lines from a shuffled pool and put them in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Label, Static

from course.learner.questions.kind import shuffled
from course.learner.questions.order import lines_of
from course.signs import HERE
from course.ui import keys
from course.ui.widgets.code import highlighted
from course.ui.widgets.program_output import ProgramOutput
from course.ui.widgets.prose import Prose
from course.ui.widgets.steps.base import AnswerWords
from course.ui.widgets.steps.tried import TriedView

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget


class CodeLine(Static):
    """One line that can be taken; its indentation belongs to it."""

    DEFAULT_CLASSES = "code-line"

    @dataclass
    class Clicked(Message):
        """The mouse picked this line."""

        line: CodeLine

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self.point(False)

    def point(self, here: bool) -> None:
        """Show whether the cursor is on this line."""
        pointer = Content.styled(HERE if here else " ", "$accent")
        lines = highlighted(self.code).split("\n")
        self.update(Content.assemble(pointer, " ", Content("\n  ").join(lines)))
        self.set_class(here, "-cursor")

    def on_click(self, event: events.Click) -> None:
        """A click takes the line or puts it back."""
        event.stop()
        self.post_message(self.Clicked(self))


class LineBench(Vertical, can_focus=True):
    """Two lists of lines: the program so far and the lines not used, with one cursor over both.

    The cursor counts from the first line of the program to the last line of the pool.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.LINES]

    class Arranged(Message):
        """The learner has taken, put back or moved a line."""

    program: reactive[tuple[str, ...]] = reactive(tuple)
    pool: reactive[tuple[str, ...]] = reactive(tuple)
    cursor: reactive[int] = reactive(0)
    locked: reactive[bool] = reactive(False)

    def __init__(self, pool: tuple[str, ...]) -> None:
        super().__init__()
        self.set_reactive(LineBench.pool, pool)
        self.places = {line: place for place, line in enumerate(pool)}

    def compose(self) -> ComposeResult:
        """Both lists under their names."""
        yield Label("Your program", classes="bench-name")
        yield Vertical(id="bench-program")
        yield Label("Lines to use", classes="bench-name", id="bench-pool-name")
        yield Vertical(id="bench-pool")

    async def on_mount(self) -> None:
        """Show the lines."""
        await self.draw()

    async def draw(self) -> None:
        """Show the lines where they are, and the cursor."""
        async with self.batch():
            program, pool = self.query_one("#bench-program"), self.query_one("#bench-pool")
            for place, lines in ((program, self.program), (pool, self.pool)):
                await place.remove_children()
                await place.mount_all(CodeLine(line) for line in lines)
                if not lines:
                    empty = "Pick the first line below." if place is program else "No line is left."
                    await place.mount(Static(empty, classes="bench-empty", markup=False))
        self.show_cursor()

    def show_cursor(self) -> None:
        """Mark the line under the cursor and keep it in view."""
        for position, line in enumerate(self.query(CodeLine)):
            line.point(position == self.cursor and not self.locked)
            if position == self.cursor and self.has_focus:
                line.scroll_visible(animate=False)

    def watch_cursor(self) -> None:
        """Draw the cursor where it is."""
        self.show_cursor()

    def action_move(self, by: int) -> None:
        """Move the cursor, stopping at the ends."""
        last = len(self.program) + len(self.pool) - 1
        self.cursor = max(0, min(last, self.cursor + by))

    async def action_pick(self) -> None:
        """Take the line under the cursor into the program, or put it back."""
        if not self.locked:
            await self._pick(self.cursor)

    async def action_shift(self, by: int) -> None:
        """Move a line of the program up or down; the cursor goes with it."""
        target = self.cursor + by
        if self.locked or not (self.cursor < len(self.program) and 0 <= target < len(self.program)):
            return
        lines = list(self.program)
        lines[self.cursor], lines[target] = lines[target], lines[self.cursor]
        self.program = tuple(lines)
        self.cursor = target
        self.post_message(self.Arranged())
        await self.draw()

    async def _pick(self, position: int) -> None:
        taken = len(self.program)
        if position < taken:
            line = self.program[position]
            self.program = self.program[:position] + self.program[position + 1 :]
            pieces = (*self.pool, self.as_found(line))
            self.pool = tuple(sorted(pieces, key=self.places.__getitem__))
            self.cursor = min(position, taken + len(self.pool) - 2)
        else:
            line = self.pool[position - taken]
            self.program = (*self.program, self.as_taken(line))
            left = list(self.pool)
            left.remove(line)
            self.pool = tuple(left)
            self.cursor = min(position + 1, taken + len(left))
        self.post_message(self.Arranged())
        await self.draw()

    def lay(self, program: str) -> None:
        """Take the lines of a program, as far as there are such lines."""
        pool, taken, rest = list(self.pool), [], f"{program}\n"
        while line := max((it for it in pool if rest.startswith(f"{it}\n")), key=len, default=None):
            taken.append(line)
            pool.remove(line)
            rest = rest[len(line) + 1 :]
        self.program, self.pool = tuple(taken), tuple(pool)
        self.call_later(self.draw)

    def as_taken(self, line: str) -> str:
        """A line of the pool as it goes into the program."""
        return line

    def as_found(self, line: str) -> str:
        """A line of the program as it goes back into the pool."""
        return line

    @on(CodeLine.Clicked)
    async def _clicked(self, event: CodeLine.Clicked) -> None:
        event.stop()
        self.focus()
        lines = list(self.query(CodeLine))
        if not self.locked and event.line in lines:  # else it has been drawn anew since
            await self._pick(lines.index(event.line))


class OrderStep(TriedView):
    """Put the lines in order; right when the program does what it should."""

    VERB = "Check the program"
    UNANSWERED = "Take lines into your program first."

    def compose_step(self) -> ComposeResult:
        """The goal, the bench, the answer's words."""
        yield Prose(self.content.goal)
        yield LineBench(shuffled((*self.lines, *self.content.distractors), self.seed))
        yield from self.compose_files()
        yield ProgramOutput(self.kind.shows)
        yield AnswerWords()

    @property
    def lines(self) -> tuple[str, ...]:
        """The author's lines in order."""
        return lines_of(self.content)

    def hint(self) -> str:
        """The keys of the bench."""
        return "Enter takes or puts back · shift+↑↓ moves · F5 checks"

    def first_focus(self) -> Widget | None:
        """The bench."""
        return self.query_one(LineBench)

    @property
    def typed(self) -> str | None:
        """The program so far."""
        program = self.query_one(LineBench).program
        return "\n".join(program) if program and not self.finished else None

    def put_back(self, text: str) -> None:
        """Lay the lines as they were."""
        if not self.finished:
            self.query_one(LineBench).lay(text)

    def answer(self) -> tuple[str, ...] | None:
        """The lines of the program, in order."""
        return self.query_one(LineBench).program or None

    def settle(self) -> None:
        """Keep the program as it is; Enter is then free to continue."""
        bench = self.query_one(LineBench)
        bench.locked = True
        bench.show_cursor()
        bench.can_focus = False
        self.query_one("#act").focus()

    async def recall(self) -> None:
        """Answered before: show one program that is right."""
        bench = self.query_one(LineBench)
        bench.program, bench.pool = self.lines, self.content.distractors
        await bench.draw()
        await super().recall()
