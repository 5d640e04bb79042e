"""A question with choices to pick from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from course.learner.questions.choose import asks_several
from course.ui.widgets.choices import ChoiceList
from course.ui.widgets.code import CodeView
from course.ui.widgets.prose import Prose, inline
from course.ui.widgets.steps.base import AnswerWords, QuestionView

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from course.learner.questions import Marked


class ChooseStep(QuestionView):
    """A question with choices, one or more of them right."""

    @property
    def several(self) -> bool:
        """Whether more than one choice is right."""
        return asks_several(self.content)

    def compose_step(self) -> ComposeResult:
        """The question and its code."""
        yield Prose(self.content.question)
        if self.content.code:
            yield CodeView(self.content.code, classes="code-frame")
        yield from self.compose_files()

    def compose_answer(self) -> ComposeResult:
        """The choices."""
        yield ChoiceList(
            (inline(choice.text) for choice in self.content.choices), several=self.several
        )
        yield AnswerWords()

    def hint(self) -> str:
        """The keys for answering."""
        numbers = f"1-{len(self.content.choices)}"
        return f"{numbers} ticks, Enter answers" if self.several else f"{numbers} answers"

    def first_focus(self) -> Widget | None:
        """The choices."""
        return self.query_one(ChoiceList)

    @on(ChoiceList.Chosen)
    def _answered(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        self.act()

    def settle(self) -> None:
        """Keep the answer that was given."""
        self.query_one(ChoiceList).locked = True

    def answer(self) -> Any:
        """The positions of the chosen answers, or None before anything is ticked."""
        choices = self.query_one(ChoiceList)
        if not self.several:
            return (choices.cursor,)
        return tuple(sorted(choices.ticked)) or None

    async def recall(self) -> None:
        """Answered before: show which choices are right."""
        right = [at for at, choice in enumerate(self.content.choices) if choice.correct]
        choices = self.query_one(ChoiceList)
        if not self.content.advise:
            choices.marks = dict.fromkeys(right, True)
            choices.ticked = frozenset(right)
        await super().recall()

    async def show_marked(self, marked: Marked) -> None:
        """Mark what was chosen. Of several ticks, a wrong answer does not say which is wrong."""
        choices = self.query_one(ChoiceList)
        chosen = choices.ticked if self.several else frozenset({choices.cursor})
        if marked.correct or not self.several:
            choices.marks = {**choices.marks, **dict.fromkeys(chosen, marked.correct)}
        await super().show_marked(marked)
