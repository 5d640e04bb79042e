"""The placement: one question after another, until it is clear what may be skipped."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from course.errors import CourseError
from course.learner.placement import FEWEST, MOST
from course.learner.questions import Marked
from course.plural import counted
from course.signs import DONE, HERE, OPEN
from course.ui import keys, styles
from course.ui.messages import ProgressChanged
from course.ui.screens.confirm import ConfirmDialog
from course.ui.screens.steps import StepScreen
from course.ui.widgets.ending_words import fitted
from course.ui.widgets.steps.base import QuestionView, StepView
from course.ui.widgets.steps.table import view_class
from course.ui.widgets.steps.text_example import TextStep

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from course.learner.placement_outcome import Conclusion
    from course.learner.placing import Placing
    from course.model import PathSource

WELCOME = f"""\
**{FEWEST} to {MOST} questions find out which modules you can skip.** Most of them show a program:
say what it prints, fill its gaps, order its lines, find its mistake. The next question depends on
your answers, and it ends as soon as it is clear what you hold.

- Take your time: nothing is timed. Do not run the code anywhere.
- **F2** says *I do not know*. That helps more than a guess.
- **Esc** leaves; your answers are kept, and you go on where you stopped. **F8** ends it and shows
  what is known by then.

A module is skipped only if you answered two questions on it correctly, at least. You can put it
back at any time, and some days later a review asks about its most important points."""


_TITLE, _LEAST_TITLE, _BESIDE_TITLE = 38, 16, 32
"""Of a module in the result: columns of its title, and those that what is found takes beside it."""

KEPT = "placement"
"""What is typed here is kept by this, the round and the question."""


class AssessmentScreen(StepScreen):
    """Asks until it is over, then shows what is skipped. The first answer counts."""

    CSS_PATH = styles.WORK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.ASSESSMENT]
    AUTO_FOCUS = None

    def __init__(self, *, at_once: bool = False) -> None:
        """One that is opened `at_once` asks without another word."""
        super().__init__()
        self.placing: Placing | None = None
        self.conclusion: Conclusion | None = None
        self.asking = False
        self.begun = at_once
        self.unanswered = ""
        """The round in which something was typed and not answered with when the course ended."""

    @property
    def place_name(self) -> str:
        """Whether it is under way; none where it is over."""
        return "" if self.conclusion else f"{KEPT}:{'begun' if self.begun else ''}"

    def compose_place(self) -> ComposeResult:
        """One page: the welcome, a question, or what was found."""
        yield self.page

    async def on_mount(self) -> None:
        """Say what it is; the questions are read meanwhile."""
        self.title = "Placement"
        path = self.session.path()
        self.sub_title = path.title if path else ""
        self.unanswered = self._unanswered()
        await self.turn_to(Welcome(WELCOME))
        self.session.checker.warm(())
        self.load()

    @work(group="load", exclusive=True)
    async def load(self) -> None:
        """Read the questions beside the app: it opens many lessons."""
        from course.learner.placing import Placing

        placing = await asyncio.to_thread(Placing.open, self.session, self.unanswered)
        async with self.lock:
            self.placing = placing
            if placing.answered:
                self.sub_title = f"{counted(placing.answered, 'answer')} so far"
            if isinstance(self.view, Welcome) and (placing.answered or self.unanswered):
                self.view.begun = True
            self.refresh_bindings()
            if self.begun:
                await self.ask()

    def _unanswered(self) -> str:
        """The round of the newest answer that was being typed when the course ended."""
        places = (kept.place.partition(":") for kept in self.session.unsaved.all())
        return next((rest.partition("/")[0] for kind, _, rest in places if kind == KEPT), "")

    def step_place(self) -> tuple[str, str]:
        """The question of this round that waits for its answer."""
        if not self.asking or self.placing is None or self.placing.current is None:
            return "", ""
        number = self.placing.answered + 1
        place = f"{KEPT}:{self.placing.round}/{self.placing.current.question}"
        return place, f"question {number} of the placement"

    # ------------------------------------------------------------ showing

    async def ask(self) -> None:
        """Ask the next question, or tell what was found."""
        async with self.lock:
            self.begun = True
            placing = self.placing
            if placing is None or self.conclusion is not None:
                return  # asked once the questions are read
            if placing.current is None:
                await self.conclude(placing)
                return
            try:
                question, item = placing.question, placing.current
            except CourseError as error:  # a lesson that cannot be read is told once and left out
                self.course.show_error(error)
                placing.leave_out()
                await self.ask()
                return
            self.sub_title = f"question {placing.answered + 1}, {FEWEST} to {MOST} in all"
            self.session.checker.warm(tuple(getattr(question, "needs", ())))
            seed, files = f"{placing.round}/{item.question}", placing.lesson.files
            self.asking = True
            await self.turn_to(view_class(item.kind)(question, seed=seed, files=files))
            self.refresh_bindings()

    async def conclude(self, placing: Placing) -> None:
        """Keep what was found, and show it."""
        async with self.lock:
            self.asking = False
            self.conclusion = placing.conclude()
            self.sub_title = counted(placing.answered, "answer")
            self.post_message(ProgressChanged())
            await self.turn_to(FoundStep(self.conclusion, self.session.path(), self._titles()))

    def _titles(self) -> dict[str, str]:
        return {module.id: module.title for module in self.session.modules()}

    # ------------------------------------------------------------ what the learner does

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a question can be passed over; only what was begun can be ended."""
        if action == "unknown":
            return self.asking and self.view is not None and not self.view.finished
        if action == "stop":
            return (
                self.conclusion is None and self.placing is not None and self.placing.answered > 0
            )
        return super().check_action(action, parameters)

    def offers(self, action: str) -> bool:
        """Enter goes on once it is answered; until then its button says what it does."""
        if action in ("act", "press"):
            return self.begun and self.view is not None and self.view.finished
        return super().offers(action)

    async def action_unknown(self) -> None:
        """Not knowing is an answer, too."""
        if self.placing is not None and self.asking and isinstance(self.view, QuestionView):
            self.asking = False
            telling = self.placing.right_answer()
            self.placing.unknown()
            self.tell_answer(self.view, telling)

    @work(group="mark")
    async def tell_answer(self, view: QuestionView, telling: Awaitable[Marked]) -> None:
        """Say what the learner did not know."""
        try:
            marked = await self.busy_with(view, telling)
        finally:
            view.finished = True
        await self.tell(view, lambda: self._say(view, "Noted", marked))

    @work(group="ask", exclusive=True)
    async def action_stop(self) -> None:
        """End it here, with what is known, once the learner says so: F8 goes on elsewhere."""
        question = ConfirmDialog(
            "End the placement here?",
            "What your answers show by now decides, and the next placement begins anew. To go on "
            "with this one another day, leave with Esc instead.",
            yes="End it",
            no="Go on",
        )
        if not await self.app.push_screen_wait(question):
            return
        async with self.lock:
            if self.placing is not None and self.conclusion is None:
                await self.conclude(self.placing)

    async def go_on(self) -> None:
        """The next question, or home."""
        if self.conclusion is not None:
            self.course.go_home()
        else:
            await self.ask()

    def take_answer(self, view: StepView, answer: Any) -> None:
        """The first answer is the one that counts."""
        if self.asking and self.placing is not None and view is self.view:
            self.asking = False
            self.mark(self.placing, view, answer)

    @work(group="mark")
    async def mark(self, placing: Placing, view: StepView, answer: Any) -> None:
        """Have the answer marked and kept, and say how it was."""
        try:
            marked = await self.busy_with(view, placing.answer(answer))
        except CourseError:
            placing.leave_out()
            raise
        finally:
            view.finished = True
        await self.tell(view, lambda: self._tell(view, marked))

    async def _tell(self, view: StepView, marked: Marked) -> None:
        if marked.correct:
            await view.show_marked(marked)
            return
        await self._say(view, "Not this time", marked)

    async def _say(self, view: StepView, words: str, marked: Marked) -> None:
        """Tell the right answer: nobody tries again here."""
        if isinstance(view, QuestionView):
            view.settle()
            await view.say(False, words, view.kind.told_the_answer(marked))
        view.to_button()


class Welcome(TextStep):
    """What a placement is."""

    VERB = "Begin"

    begun = reactive(False, init=False)
    """Whether there is something to go on with."""

    def verb(self) -> str:
        """What the button does."""
        return "Continue" if self.begun else self.VERB

    def watch_begun(self) -> None:
        """Say so on the button."""
        self.watch_finished(self.finished)


class FoundStep(StepView):
    """What a placement found, module by module, and what comes now."""

    VERB = "To your path"

    def __init__(
        self, conclusion: Conclusion, path: PathSource | None, titles: dict[str, str]
    ) -> None:
        super().__init__(conclusion)
        self.conclusion = conclusion
        self.path = path
        self.titles = titles

    def heading(self) -> str:
        """The result in a sentence."""
        count = len(self.conclusion.skipped)
        if not count:
            return "Nothing is skipped: you begin at the beginning"
        return f"You skip {counted(count, 'module')}"

    def compose_step(self) -> ComposeResult:
        """A line for each module, then where it goes on."""
        yield Static(Content("\n").join(self._lines()), classes="found")
        yield Static(self._advice(), classes="found", markup=False)

    def _lines(self) -> Iterator[Content]:
        findings = {finding.module: finding for finding in self.conclusion.findings}
        room = max(_LEAST_TITLE, min(_TITLE, self.app.size.width - _BESIDE_TITLE))
        keep = self.path.keep if self.path else ()
        for ident, title in self.titles.items():
            finding = findings.get(ident)
            sign, colour = (HERE, "$accent")
            if finding is None:
                words = "kept whole" if ident in keep else "not asked about"
                sign, colour = (OPEN, "$muted")
            else:
                verdict = "skip" if finding.skipped else "learn"
                right = (
                    f"{finding.right} of {finding.asked} right" if finding.asked else "not asked"
                )
                words = f"{verdict:6} {right}"
                if finding.skipped:
                    sign, colour = (DONE, "$success")
            name = fitted(title, room, pad=True)
            yield Content.assemble((f"{sign} ", colour), name, "  ", (words, "$muted"))

    def _advice(self) -> str:
        to_do = [
            title for ident, title in self.titles.items() if ident not in self.conclusion.skipped
        ]
        first = f"You begin with {to_do[0]}. " if to_do else "There is nothing left to learn here. "
        again = "You can take the placement again from the search (Ctrl+P, “Placement”)."
        keys = (
            "On a module of your path, the key i says that you know it, or puts a skipped one "
            "back; the key t lets you show it with one short exercise."
        )
        if not self.conclusion.skipped:
            return f"{first}{keys} {again}"
        return f"{first}{keys} In a few days the review asks about what is skipped. {again}"
