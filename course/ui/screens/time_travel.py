"""Time travel: the learner's code step by step, forwards and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from course.signs import WRONG
from course.tracing.objects import drawing as drawing_of
from course.tracing.why import values_at
from course.ui import keys, styles
from course.ui.screens.base import CourseScreen
from course.ui.widgets.code import highlighted
from course.ui.widgets.drawn import Objects
from course.ui.widgets.ending_words import printable
from course.ui.widgets.later import is_there, once_drawn
from course.ui.widgets.tasks import TaskBars
from course.ui.widgets.traced import (
    Timeline,
    TracedCode,
    departure_words,
    first_change,
    stack_line,
    stack_of,
    step_words,
    variables_of,
    yields_of,
)

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from course.model import TestResult
    from course.tracing.departure import Departure
    from course.tracing.trace import Trace, TraceStep

_RAISES = "raises "
"""How it is written in `expected` that the test wants an exception."""
_LINES_PRINTED = 200
_TASKS_FROM = 16
"""In a lower window the tasks leave no room for the code until they are asked for."""


class TimeTravelScreen(CourseScreen):
    """A recording. `position` is the index of the step that is shown; `test` is what it is of."""

    CSS_PATH = styles.WORK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.TIME_TRAVEL]
    AUTO_FOCUS = None

    position: reactive[int] = reactive(0, init=False)
    departure: reactive[Departure | None] = reactive(None, init=False)

    def __init__(self, name: str, trace: Trace, test: TestResult | None = None) -> None:
        super().__init__()
        self.title = name
        self.sub_title = "Step by step"
        self.trace = trace
        self.test = test
        self.draws: bool | None = None
        """Whether objects are drawn, as the learner has chosen; None where they have not."""

    def compose_place(self) -> ComposeResult:
        """Where the step is and what happens at it, the code, what is known at that moment."""
        yield Timeline(self.trace)
        yield Static("", id="traced-words")
        with Horizontal(id="traced"):
            yield TracedCode()
            with Vertical(id="traced-facts"):
                yield Static("Variables", classes="traced-name")
                with VerticalScroll(id="traced-variables", can_focus=False):
                    yield Static("", id="variables")
                    yield Objects()
                yield Static("Call stack", classes="traced-name", id="stack-name")
                yield Static("", id="stack")
                yield Static("Printed so far", classes="traced-name", id="printed-name")
                with VerticalScroll(id="traced-printed", can_focus=False):
                    yield Static("", id="printed")
        if self.trace.tasks is not None:
            bars = TaskBars(self.trace)
            bars.display = self.app.size.height >= _TASKS_FROM
            yield bars
        if self.trace.note:
            yield Static(self.trace.note, id="traced-note", markup=False)

    def on_mount(self) -> None:
        """Begin where the failing call begins."""
        self.set_reactive(TimeTravelScreen.position, self.trace.start)
        once_drawn(self, self.show)

    def watch_position(self) -> None:
        """Show another step."""
        self.show()
        self.refresh_bindings()

    def watch_departure(self) -> None:
        """It is known where the code departs from the reference."""
        if is_there(self):
            self.show()
            self.refresh_bindings()

    def on_resize(self) -> None:
        """The call stack has another form in a narrow window."""
        once_drawn(self, self.show)

    def show(self) -> None:
        """Show the step at `position`."""
        step = self.trace[self.position]
        failed = self.position == self.trace.failure
        self.query_one(Timeline).position = self.position
        self.query_one(TracedCode).show(step, self.trace.source_at(step), failed=failed)
        self.query_one("#traced-words", Static).update(self.words(step, failed))
        self.show_variables(step)
        self.show_surroundings(step)
        for bars in self.query(TaskBars):
            bars.show(self.position)
        self.sub_title = printable(self.trace.call_at(self.position), 1) or "Step by step"
        self.query_one("#traced-printed").scroll_end(animate=False)

    def show_variables(self, step: TraceStep) -> None:
        """The variables as lines; with their objects as a drawing once some are shared."""
        drawing = drawing_of(self.trace, self.position)
        if self.draws is None and drawing.has_shared:
            self.draws = True
        variables, objects = self.query_one("#variables", Static), self.query_one(Objects)
        objects.display = bool(self.draws)
        self.set_class(objects.display, "-drawn")
        words = yields_of(step, *self.trace.yielded_at(self.position))
        variables.display = not objects.display or bool(words)
        if objects.display:
            objects.show(drawing)
        else:
            words = Content("\n").join(filter(None, [variables_of(step), words]))
        variables.update(words)
        once_drawn(self, lambda: self.show_change(first_change(words, variables.size.width)))

    def show_change(self, line: int) -> None:
        """Bring the first change into view; `line` is where it is among the variables."""
        objects = self.query_one(Objects)
        changed = objects.change if objects.display else line
        place = self.query_one("#traced-variables")
        height = place.size.height
        top = 0 if changed < height else changed - min(1, height - 1)
        place.scroll_to(y=top, animate=False)

    def show_surroundings(self, step: TraceStep) -> None:
        """The call stack and what was printed; in a narrow window each begins with its name."""
        printed = printable(step.printed.rstrip("\n"), _LINES_PRINTED)
        output = Content(printed) if printed else Content.styled("nothing", "$muted")
        stack = stack_of(step)
        task = printable(step.task, 1)
        name = f"Call stack of the task {task}" if task else "Call stack"
        self.query_one("#stack-name", Static).update(Content(name))
        if self.has_class("-narrow"):
            name = f"Task {task}  " if task else "Call stack  "
            stack = Content.assemble((name, "bold $muted"), stack_line(step))
            gap = "\n" if "\n" in printed else "  "
            output = Content.assemble((f"Printed{gap}", "bold $muted"), output)
        self.query_one("#stack", Static).update(stack)
        self.query_one("#printed", Static).update(output)

    def words(self, step: TraceStep, failed: bool) -> Content:
        """What happens at this step; at the failure, what the test wanted instead."""
        words = step_words(step)
        if self.departure is not None and self.departure.index == self.position and not failed:
            return Content.assemble(words, *departure_words(self.departure))
        if not failed:
            return words
        if self.trace.ended != "finished":
            return Content.assemble(words, (f"  {WRONG} it was stopped here", "$error"))
        if wrong := self.trace.wrong_line:
            line = "nothing more" if wrong.expected is None else f"“{wrong.expected}”"
            return Content.assemble(
                words,
                (f"  {WRONG} the test expects ", "$error"),
                printable(line, 1),
                " to be printed here",
            )
        if step.event == "exception" or self.test is None or self.test.expected is None:
            return words
        expected = self.test.expected
        is_raised = expected.startswith(_RAISES)
        wanted = "it to raise " if is_raised else ""
        shown = highlighted(printable(expected.removeprefix(_RAISES), 1))
        return Content.assemble(words, (f"  {WRONG} the test expects {wanted}", "$error"), shown)

    # ------------------------------------------------------------ keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what leads somewhere."""
        if action == "failure":
            return self.trace.failure is not None
        if action == "departure":
            known = self.departure
            return known is not None and known.index != self.trace.failure
        if action == "tasks":
            return self.trace.tasks is not None
        if action == "block":
            return self.trace.tasks is not None and self.trace.tasks.has_blocks
        return super().check_action(action, parameters)

    def go_to(self, index: int | None, here: str = "") -> None:
        """Show the step with this index, or the nearest there is; where that is here, say so."""
        target = self.position if index is None else max(0, min(index, len(self.trace) - 1))
        if target != self.position:
            self.position = target
        elif here:
            self.say_why(here)

    def action_move(self, by: int) -> None:
        """Go forwards, or back where it is negative."""
        self.go_to(self.position + by, f"This is the {'last' if by > 0 else 'first'} step.")

    def action_change(self, by: int) -> None:
        """Go to the next or the previous step at which a variable changes."""
        where = "after" if by > 0 else "before"
        words = f"No variable changes {where} this step."
        self.go_to(self.trace.changing(self.position, by), words)

    def action_objects(self) -> None:
        """Draw the objects, or list the variables."""
        self.draws = not self.query_one(Objects).display
        self.show()

    @work(group="ask", exclusive=True)
    async def action_why(self) -> None:
        """Ask which steps made a value, and go to one of them."""
        from course.ui.screens.why import WhyDialog

        values = values_at(self.trace, self.position)
        if not values:
            self.say_why("There is no value yet at this step.")
            return
        chosen = await self.app.push_screen_wait(WhyDialog(self.trace, self.position, values))
        self.go_to(chosen)

    def action_failure(self) -> None:
        """Go to where it goes wrong."""
        self.go_to(self.trace.failure, "This is where it goes wrong.")

    def action_departure(self) -> None:
        """Go to the first step that is not as in the reference."""
        if self.departure is not None:
            self.go_to(self.departure.index, "This is the first difference.")

    def action_tasks(self) -> None:
        """Show the tasks of the event loop, or hide them."""
        for bars in self.query(TaskBars):
            bars.display = not bars.display
        once_drawn(self, self.show)

    def action_block(self) -> None:
        """Go to the next step that kept the event loop from going on, round and round."""
        if self.trace.tasks is not None:
            words = "Nothing else keeps the event loop from going on."
            self.go_to(self.trace.tasks.next_block(self.position), words)

    def action_first(self) -> None:
        """Go to the first step."""
        self.go_to(0, "This is the first step.")

    def action_last(self) -> None:
        """Go to the last step."""
        self.go_to(len(self.trace) - 1, "This is the last step.")

    @on(Timeline.Asked)
    def _asked(self, event: Timeline.Asked) -> None:
        event.stop()
        self.go_to(event.index)
