"""A program whose output is to be said: typed, or picked from choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from course.ui.widgets.choices import ChoiceList
from course.ui.widgets.code import CodeView
from course.ui.widgets.editor import act_in_order
from course.ui.widgets.ending_words import printable
from course.ui.widgets.program_output import ProgramOutput
from course.ui.widgets.steps.base import AnswerWords, QuestionView
from course.ui.widgets.whole import PageField

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from course.learner.questions import Marked
    from course.model import ProgramReport


class AnswerLines(PageField):
    """Where a prediction is typed: Enter answers, Down on the last line opens another."""

    BINDINGS: ClassVar[list[BindingType]] = []

    class Submitted(Message):
        """The learner answers with this text."""

    def __init__(self) -> None:
        super().__init__(soft_wrap=False, compact=True, placeholder="Type what it prints")
        self.cursor_blink = False

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted())
        elif event.key in ("escape", "pageup", "pagedown"):
            event.prevent_default()
        else:
            await act_in_order(self, event)

    def action_cursor_page_up(self) -> None:
        """An answer has no pages: the question is scrolled."""
        raise SkipAction

    def action_cursor_page_down(self) -> None:
        """An answer has no pages: the question is scrolled."""
        raise SkipAction

    def action_cursor_down(self, select: bool = False) -> None:
        """On the last line, open another one."""
        if self.cursor_at_last_line and self.document[self.cursor_location[0]] and not select:
            self.move_cursor(self.document.end)
            self.insert("\n")
        else:
            super().action_cursor_down(select)


class PredictStep(QuestionView):
    """What does this print? The answer comes from running it."""

    UNANSWERED = "Type what it prints first."

    def heading(self) -> str:
        """The author's question where there is one."""
        return self.content.question or super().heading()

    def compose_step(self) -> ComposeResult:
        """The code."""
        yield CodeView(self.content.code, classes="code-frame")
        yield from self.compose_files()

    def compose_answer(self) -> ComposeResult:
        """The answers, then what really happened."""
        if self.content.choices:
            yield ChoiceList(Content(printable(str(choice))) for choice in self.content.choices)
        else:
            yield AnswerLines()
        yield ProgramOutput(self.kind.shows)
        yield AnswerWords()

    @property
    def traceable(self) -> str | None:
        """The code, once the question is answered: stepping through it shows the answer."""
        return self.content.code if self.finished else None

    def hint(self) -> str:
        """The keys for answering."""
        if self.content.choices:
            return f"1-{len(self.content.choices)} answers"
        return "Enter answers · ↓ opens another line · “an error” if it stops with one"

    @property
    def typed(self) -> str | None:
        """The answer that is being typed."""
        lines = next(iter(self.query(AnswerLines)), None)
        return lines.text if lines is not None and lines.text and not self.finished else None

    def put_back(self, text: str) -> None:
        """Go on with that answer."""
        for lines in self.query(AnswerLines):
            if not self.finished:
                lines.text = text
                lines.move_cursor(lines.document.end)

    def first_focus(self) -> Widget | None:
        """The answers."""
        answers = self.query("ChoiceList, AnswerLines")
        return answers.first() if answers else None

    @on(ChoiceList.Chosen)
    @on(AnswerLines.Submitted)
    def _answered(self, event: Message) -> None:
        event.stop()
        self.act()

    def settle(self) -> None:
        """Keep the answer that was given."""
        for choices in self.query(ChoiceList):
            choices.locked = True
        for lines in self.query(AnswerLines):
            lines.read_only = True

    def answer(self) -> str | None:
        """What the learner thinks is printed."""
        for choices in self.query(ChoiceList):
            return str(self.content.choices[choices.cursor])
        for lines in self.query(AnswerLines):
            return lines.text.strip() or None
        return None

    async def recall(self) -> None:
        """Answered before: run it again, so that the answer is there to see."""
        await super().recall()
        self.post_message(self.RunAsked(self, self.content.code))

    async def show_program(self, report: ProgramReport) -> None:
        """What running it printed."""
        self.query_one(ProgramOutput).show(report)
        happened = "an error" if report.exception else report.printed.strip()
        for choices in self.query(ChoiceList):
            choices.marks = {
                position: True
                for position, choice in enumerate(self.content.choices)
                if str(choice).strip() == happened
            }

    async def show_marked(self, marked: Marked) -> None:
        """Mark the answer; a right one is shown beside what really happened."""
        for choices in self.query(ChoiceList):
            choices.marks = {**choices.marks, choices.cursor: marked.correct}
        if marked.program is not None:
            self.query_one(ProgramOutput).show(marked.program)
        await super().show_marked(marked)
