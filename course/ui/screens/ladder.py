"""The upper rungs: the solution's lines to be put in order, or shown one after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from course.errors import CourseError
from course.learner.ladder.order_words import DEEPEST, about_order
from course.learner.ladder.puzzle import bare, first_wrong, level_of
from course.signs import WRONG
from course.ui import keys, styles
from course.ui.screens.base import CourseScreen
from course.ui.widgets.code import highlighted
from course.ui.widgets.later import once_drawn
from course.ui.widgets.steps.order import LineBench

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from course.learner.ladder.puzzle import Puzzle
    from course.learner.ladder.rungs import Ladder

_IN_ORDER = (
    "Enter takes a line or puts it back, ←→ indents it, shift+↑↓ moves it. F5 checks the order."
)
_SHOWN = "Read each line before you take the next. Esc goes back: write on by yourself."


class PieceBench(LineBench):
    """Lines that lose their indentation in the pool, and get one from the learner."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.PIECES]

    def __init__(self, puzzle: Puzzle, program: tuple[str, ...] = ()) -> None:
        left = list(puzzle.pool)
        for line in program:
            left.remove(bare(line))
        super().__init__(puzzle.pool)
        self.puzzle = puzzle
        self.set_reactive(LineBench.pool, tuple(left))
        self.set_reactive(LineBench.program, program)
        self.set_reactive(LineBench.cursor, max(0, len(program) - 1))

    def as_taken(self, line: str) -> str:
        """As far in as the line before it, like an editor does."""
        return self.puzzle.at(line, level_of(self.program[-1]) if self.program else 0)

    def as_found(self, line: str) -> str:
        """Without its indentation."""
        return bare(line)

    async def action_indent(self, by: int) -> None:
        """Indent the line under the cursor; in the pool, the line that was taken last."""
        if not self.program or self.locked:
            return
        place = min(self.cursor, len(self.program) - 1)
        lines = list(self.program)
        level = max(0, min(DEEPEST, level_of(lines[place]) + by))
        lines[place] = self.puzzle.at(bare(lines[place]), level)
        self.program = tuple(lines)
        await self.draw()


class Parts(VerticalScroll, can_focus=True):
    """The first parts of the solution."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.PARTS]

    def compose(self) -> ComposeResult:
        """The code."""
        yield Static("", id="ladder-parts")

    def show(self, code: str, language: str) -> None:
        """Show the parts, the last one in view."""
        self.query_one("#ladder-parts", Static).update(highlighted(code.rstrip("\n"), language))
        once_drawn(self, self.scroll_end, animate=False)


class LadderScreen(CourseScreen):
    """The solution, in disorder or part by part.

    `arranged` are the lines that were put in order before. When it is left, `left` is given those
    of the bench, and the code that is to go into the editor, or None.
    """

    CSS_PATH = styles.WORK
    AUTO_FOCUS = "PieceBench, Parts"

    mode: reactive[str] = reactive("order", init=False)

    def __init__(
        self,
        ladder: Ladder,
        left: Callable[[tuple[str, ...], str | None], None],
        arranged: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self.ladder = ladder
        self.left = left
        self.arranged = arranged
        self.puzzle = ladder.take_order() if ladder.stage in ("", "order") else None
        self.set_reactive(LadderScreen.mode, "order" if self.puzzle else "lines")

    def compose_place(self) -> ComposeResult:
        """What to do, the lines, what was said of their order."""
        yield Static(_IN_ORDER if self.puzzle else _SHOWN, id="ladder-words", markup=False)
        if self.puzzle:
            with VerticalScroll(id="ladder-page", can_focus=False):
                yield PieceBench(self.puzzle, self.arranged)
        else:
            yield Parts(id="ladder-page")
        yield Static("", id="ladder-said", markup=False)

    def on_mount(self) -> None:
        """Name the place; without a puzzle begin with the first part."""
        self.title = self.ladder.exercise.title
        self.sub_title = "The solution, to be put in order"
        if self.mode == "lines":
            self.show_parts(self.ladder.shown or self.ladder.take_part())

    # ------------------------------------------------------------ in order

    def action_check(self) -> None:
        """Check the order; a right one goes into the editor and is checked there."""
        for bench in self.query(PieceBench):
            if bench.program:
                self.look_at_order(bench.program)
            else:
                self.say("Take lines into your program first.")

    @work(group="check", exclusive=True)
    async def look_at_order(self, lines: tuple[str, ...]) -> None:
        """Find the first line that is wrong, by running what could be right as well."""
        made, exercise = self.puzzle, self.ladder.exercise
        if made is None:
            return

        async def passes(source: str) -> bool:
            return (await self.session.checker.check(exercise, source, independent=True)).passed

        try:
            wrong = await first_wrong(made, lines, passes)
        except CourseError as error:
            self.course.show_error(error)
            return
        if not self.is_current:
            return
        if wrong is None:
            self.hand_over(made.program(lines))
            return
        self.say(f"{WRONG} {about_order(wrong, lines)}")
        for bench in self.query(PieceBench):
            if bench.program == lines and wrong.place < len(lines):
                bench.cursor = wrong.place

    def say(self, words: str) -> None:
        """Say something of the order."""
        self.query_one("#ladder-said", Static).update(Content(words))

    # ------------------------------------------------------------ part by part

    async def action_lines(self) -> None:
        """Show the solution part by part instead."""
        self.keep_arranged()
        self.say("")
        async with self.batch():
            await self.query("#ladder-page").remove()
            parts = Parts(id="ladder-page")
            await self.mount(parts, before="#ladder-said")
            self.query_one("#ladder-words", Static).update(Content(_SHOWN))
            self.mode = "lines"
            self.show_parts(self.ladder.take_part())
        parts.focus()

    def show_parts(self, number: int) -> None:
        """Show the first parts."""
        code = "".join(self.ladder.parts[:number])
        language = "diff" if self.ladder.exercise.source.kind == "review" else "python"
        for parts in self.query(Parts):
            parts.show(code, language)
        self.sub_title = f"The solution, {self.ladder.part_name(number)}"

    def action_next(self) -> None:
        """Show one more part; after the last one all of it goes into the editor."""
        if self.ladder.shown == len(self.ladder.parts):
            self.action_whole()
        else:
            self.show_parts(self.ladder.take_part())

    def action_whole(self) -> None:
        """All of it goes into the editor, and is checked there."""
        self.hand_over(self.ladder.take_whole())

    # ------------------------------------------------------------ back to the exercise

    def keep_arranged(self) -> None:
        """Remember the order of the lines for when the learner comes back."""
        for bench in self.query(PieceBench):
            self.arranged = bench.program

    def hand_over(self, code: str | None) -> None:
        """Back to the exercise, with code for its editor."""
        self.keep_arranged()
        self.course.go_back()
        self.left(self.arranged, code)

    def action_back(self) -> None:
        """Back to the exercise and the learner's own code."""
        self.hand_over(None)
