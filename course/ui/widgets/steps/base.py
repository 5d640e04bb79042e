"""What every step of a lesson has in common: a heading, one next action, an answer's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Button, Label, Static

from course.catalogue.beside import beside, program_of
from course.learner.questions.table import kind_of
from course.signs import RIGHT, WRONG
from course.ui import keys
from course.ui.widgets.later import once_drawn
from course.ui.widgets.prose import Prose, inline

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from course.learner.questions import Marked
    from course.learner.questions.kind import QuestionKind
    from course.model import ProgramReport

BUSY_AFTER = 0.2
"""Seconds before anything says that it is working."""


class AnswerWords(Vertical):
    """Whether the answer was right, in words, and why."""

    DEFAULT_CLASSES = "answer"

    def compose(self) -> ComposeResult:
        """A line for the verdict, then the explanation."""
        yield Static("", classes="answer-verdict", markup=False)
        yield Prose(classes="answer-because")

    def on_mount(self) -> None:
        """Nothing to say before there is an answer."""
        self.display = False

    async def say(self, right: bool, words: str, because: str) -> None:
        """Show a verdict and its explanation, which may be empty."""
        self.set_class(right, "-right")
        self.set_class(not right, "-wrong")
        symbol = RIGHT if right else WRONG
        self.query_one(".answer-verdict", Static).update(Content(f"{symbol} {words}"))
        prose = self.query_one(Prose)
        prose.display = bool(because)
        await prose.update(because)
        self.display = True
        once_drawn(self, self.scroll_visible, animate=False)


class FilesLine(Static):
    """Which files lie beside the code; a click opens them."""

    def __init__(self, names: Iterable[str]) -> None:
        words = f"beside it: {', '.join(names)} · F4 shows it"
        super().__init__(words, classes="files-line", markup=False)

    def on_click(self, event: events.Click) -> None:
        """A click is the key."""
        event.stop()
        self.post_message(StepView.FilesAsked())


class StepButton(Button, inherit_bindings=False):
    """Does the next thing of a step; what Enter does at it can be named in the line of keys."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.STEP_BUTTON]


class StepView(VerticalScroll, can_focus=True, inherit_bindings=False):
    """One step. It asks its screen by messages; the screen answers by calling its methods.

    `content` is the step's value in the lesson file, `position` its place in the lesson (the
    learner may have moved on when an answer arrives), `done` whether it was answered before,
    `files` those of the lesson's files that its code uses (of all that are given),
    `finished` whether there is nothing left but to continue. Enter, `F5` and the button all
    call `act`: run, answer or continue, whichever is next.

    A step that is longer than the window scrolls; the place for an answer stays in view.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.READING]
    HEADING: ClassVar[str] = ""
    VERB: ClassVar[str] = "Continue"
    DEFAULT_CLASSES = "step"

    position = 0
    finished: reactive[bool] = reactive(False)
    busy: reactive[bool] = reactive(False)

    @dataclass
    class Answered(Message):
        """The learner answers this question; `answer` is what `session.answer` takes."""

        view: StepView
        answer: Any

    @dataclass
    class RunAsked(Message):
        """A program is to be run; the screen calls `show_program` with its report."""

        view: StepView
        source: str

    @dataclass
    class FilesAsked(Message):
        """The learner wants to read the files beside the code."""

    @dataclass
    class Finished(Message):
        """The learner goes on to the next step."""

    def __init__(
        self,
        content: Any,
        *,
        done: bool = False,
        seed: str = "",
        files: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.content = content
        self.files = beside(program_of(content), files or {})
        self.done = done
        self.seed = seed

    def heading(self) -> str:
        """What the learner does in this step."""
        return self.HEADING

    def compose(self) -> ComposeResult:
        """The heading, the step itself, what was said about the answer, the next action."""
        if heading := self.heading():
            yield Label(inline(" ".join(heading.split())), classes="step-heading")
        yield from self.compose_step()
        with Vertical(id="foot"):
            yield from self.compose_answer()
            with Horizontal(classes="step-actions"):
                yield StepButton(self.verb(), id="act", compact=True)
                yield Label(self.keys_line(), id="step-hint", markup=False)

    def compose_step(self) -> ComposeResult:
        """The step itself; override it."""
        yield from ()

    def compose_answer(self) -> ComposeResult:
        """The place for the answer, where it is not the code itself; override it."""
        yield from ()

    def compose_files(self) -> ComposeResult:
        """A line for the files beside the code, where there are any; it belongs under the code."""
        if self.files:
            yield FilesLine(self.files)

    def verb(self) -> str:
        """What the button does, until the step is finished."""
        return self.VERB

    def hint(self) -> str:
        """The keys of this step in a few words."""
        return "Enter"

    def keys_line(self) -> str:
        """The keys beside the button: of this step, or how to go on."""
        return "Enter" if self.finished else self.hint()

    def first_focus(self) -> Widget | None:
        """What takes the keys when the step opens; None leaves them to the scrolling page."""
        return None

    async def opened(self) -> None:
        """It is on the page: show what is known of it by now."""

    def to_button(self) -> None:
        """Give the keys to the button."""
        self.query_one("#act").focus()

    def act(self) -> None:
        """Do the next thing."""
        self.post_message(self.Finished())

    def action_page_down(self) -> None:
        """Scroll on; after the end of the step, what is docked below it."""
        foot = self.query_one("#foot")
        if self.scroll_offset.y < self.max_scroll_y or not foot.max_scroll_y:
            super().action_page_down()
        else:
            foot.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Scroll back, the same way."""
        foot = self.query_one("#foot")
        if foot.scroll_offset.y:
            foot.scroll_page_up(animate=False)
        else:
            super().action_page_up()

    @property
    def runs(self) -> str:
        """The action of `F5` here, such as `run` or `answer`; nothing where it does nothing."""
        return ""

    def run(self) -> None:
        """What `F5` does: run or answer, never leave the step."""
        if not self.finished:
            self.act()

    @property
    def editable(self) -> bool:
        """Whether the step has code to edit."""
        return False

    @property
    def traceable(self) -> str | None:
        """The program that can be stepped through now."""
        return None

    def edit(self) -> None:
        """Turn the code into an editor, where there is one."""

    @property
    def typed(self) -> str | None:
        """What the learner has typed here and not answered with yet; None where that is nothing."""
        return None

    def put_back(self, text: str) -> None:
        """Show what was typed here before the course ended."""

    async def show_program(self, report: ProgramReport) -> None:
        """Show what running the code did; steps that ask for it override this."""

    async def show_marked(self, marked: Marked) -> None:
        """Show how an answer was marked; questions override this."""

    def watch_finished(self, finished: bool) -> None:
        """The button says what is next."""
        for button in self.query("#act").results(Button):
            button.label = "Continue" if finished else self.verb()
            button.refresh(layout=True)
        self.set_class(not finished, "-answering")
        self.watch_busy(False)

    def watch_busy(self, busy: bool) -> None:
        """Say that something is running, once it has taken a moment."""
        for label in self.query("#step-hint").results(Label):
            label.update(Content("Running …") if busy else Content(self.keys_line()))

    @on(Button.Pressed, "#act")
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.act()


class QuestionView(StepView):
    """A step that is answered: wrong answers are explained and may be tried again.

    What is said about an answer is its kind's to say. `UNANSWERED` says what an answer lacks.
    """

    VERB = "Answer"
    UNANSWERED: ClassVar[str] = "There is no answer yet."

    wrong_answers = 0

    @property
    def kind(self) -> QuestionKind[Any]:
        """What there is to know about questions of this kind."""
        return kind_of(self.content)

    def heading(self) -> str:
        """What the learner does with such a question."""
        return self.HEADING or self.kind.heading

    async def opened(self) -> None:
        """A question that was answered before shows its answer."""
        if self.done:
            await self.recall()

    async def recall(self) -> None:
        """Show the question as it was answered before."""
        self.settle()
        self.finished = True
        await self.say(True, "You have answered this", self.content.because or "")

    async def say(self, right: bool, words: str, because: str) -> None:
        """Show a verdict and its explanation, which may be empty."""
        for place in self.query(AnswerWords):
            await place.say(right, words, because)

    @property
    def runs(self) -> str:
        """It can be answered until that was right."""
        return "" if self.finished else "answer"

    def settle(self) -> None:
        """Take no other answer."""

    def answer(self) -> Any:
        """The learner's answer as the session takes it, or None while there is none."""
        return None

    def act(self) -> None:
        """Answer, or continue once that was right."""
        if self.finished:
            self.post_message(self.Finished())
        elif (answer := self.answer()) is not None:
            self.post_message(self.Answered(self, answer))
        elif words := self.lacks():
            self.app.clear_notifications()
            self.notify(words, timeout=3, markup=False)

    def lacks(self) -> str:
        """What an answer lacks, in words, where nothing else shows it."""
        return self.UNANSWERED

    async def show_marked(self, marked: Marked) -> None:
        """Say whether the answer is right and why; a right one is kept.

        Each further wrong answer says which one it is, so that it is seen to have been marked.
        """
        words = self.kind.verdict(self.content, self.answer(), marked)
        if marked.correct:
            self.settle()
            self.finished = True
        else:
            self.wrong_answers += 1
            words = words if self.wrong_answers == 1 else f"Try {self.wrong_answers}: {words}"
        await self.say(marked.correct, words, self.kind.told(marked))
