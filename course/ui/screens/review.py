"""Review: the cards that are due, one question or exercise after another, ten minutes at most."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import BindingType

from course.errors import CourseError
from course.learner.bug_back import put_back_bug
from course.learner.own_bug import is_own_bug
from course.learner.questions import varied_step
from course.plural import counted
from course.ui import keys, styles
from course.ui.messages import ProgressChanged
from course.ui.screens.steps import StepScreen
from course.ui.widgets.steps.base import StepView
from course.ui.widgets.steps.closing import ExerciseStep
from course.ui.widgets.steps.table import view_class
from course.ui.widgets.steps.text_example import TextStep
from course.ui.widgets.trail import StepTrail

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from course.learner.review import ReviewItem


class ReviewScreen(StepScreen):
    """Asks what is due. The first answer to a question is what counts for its card.

    An exercise counts when it has been passed: as known when the first check passed. What is
    left out stays due. The `uncounted` are not due: something was typed there.
    """

    CSS_PATH = styles.WORK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.REVIEW]
    AUTO_FOCUS = None

    def __init__(
        self, items: Sequence[ReviewItem], uncounted: frozenset[ReviewItem] = frozenset()
    ) -> None:
        super().__init__()
        self.items = list(items)
        self.uncounted = uncounted
        self.position = 0
        self.results: dict[int, bool] = {}
        self.skipped: frozenset[str] = frozenset()
        self._opened_at = 0.0
        self._attempts_before = 0

    @property
    def place_name(self) -> str:
        """The item at hand."""
        return self.step_place()[0]

    def compose_place(self) -> ComposeResult:
        """The trail of items, then the item itself."""
        yield StepTrail()
        yield self.page

    async def on_mount(self) -> None:
        """Ask the first."""
        self.title = "Review"
        self.skipped = self.session.skipped()
        await self.show_item(0)

    async def on_screen_resume(self) -> None:
        """Back from an exercise: it may be passed by now."""
        async with self.lock:
            if self.position < len(self.items) and isinstance(self.view, ExerciseStep):
                await self._look_at_exercise()

    # ------------------------------------------------------------ showing an item

    async def show_item(self, position: int) -> None:
        """Ask the item at `position`; past the last one, say how it went."""
        async with self.batch():
            self.position = position
            try:
                view = self._view_of(position)
            except CourseError as error:
                # What cannot be opened is told and left out; the rest can still be reviewed.
                self.course.show_error(error)
                del self.items[position]
                await self.show_item(position)
                return
            view.position = position
            await self.turn_to(view)
            self._show_place()
            self._opened_at = time.monotonic()

    def _view_of(self, position: int) -> StepView:
        if position == len(self.items):
            return TextStep(self._summary())
        item = self.items[position]
        catalogue = self.session.catalogue
        if item.exercise is not None:
            self._attempts_before = len(self.session.attempts(item.exercise))
            again = self.session.is_passed(item.exercise)
            exercise = catalogue.exercise(item.exercise)
            words = put_back_bug(self.session, exercise) if is_own_bug(item) else ""
            return ExerciseStep(exercise, done=False, again=again, words=words)
        assert item.lesson is not None  # noqa: S101 - an item is one or the other
        assert item.step is not None  # noqa: S101
        lesson = catalogue.lesson(item.lesson)
        step = varied_step(lesson.steps[item.step], item.variant)
        seed, files = f"{item.id}/{self.session.today()}", lesson.files
        return view_class(step.kind)(step.content, seed=seed, files=files)

    def step_place(self) -> tuple[str, str]:
        """The question at hand. Its first answer counts; what is typed after it is kept as well."""
        if self.position == len(self.items):
            return "", ""
        item = self.items[self.position]
        return f"review:{item.id}", f"the review of {item.about}"

    def _show_place(self) -> None:
        done = [position in self.results for position in range(len(self.items))]
        at_end = self.position == len(self.items)
        words = "Done" if at_end else f"{self.position + 1} of {len(self.items)}"
        self.query_one(StepTrail).show(done, self.position, words)
        self.sub_title = "" if at_end else self.items[self.position].about

    def _summary(self) -> str:
        known = sum(self.results.values())
        if not self.results:
            return "Nothing was answered. What is due stays due."
        lines = [f"**{known} of {counted(len(self.results), 'item')}** went well the first time."]
        missed = [
            self.items[position].about
            for position, is_right in self.results.items()
            if not is_right
        ]
        if missed:
            names = ", ".join(f"**{name}**" for name in dict.fromkeys(missed))
            lines.append(f"You will be asked again soon about {names}.")
        if reopened := self.skipped - self.session.skipped():
            titles = (self.session.catalogue.module_entry(it).title for it in sorted(reopened))
            lines.append(f"Back on your path: **{', '.join(titles)}**.")
        return "\n\n".join(lines)

    # ------------------------------------------------------------ what the learner does

    async def action_next_item(self) -> None:
        """Leave this one out; it stays due."""
        async with self.lock:
            if self.position < len(self.items):
                await self.show_item(self.position + 1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a next one until the end."""
        if action == "next_item":
            return self.position < len(self.items)
        return super().check_action(action, parameters)

    async def go_on(self) -> None:
        """The next item, or home."""
        if self.position < len(self.items):
            await self.action_next_item()
        else:
            self.course.go_home()

    def take_answer(self, view: StepView, answer: Any) -> None:
        """Mark it, and keep how its card went."""
        self.mark(view, view.position, answer)

    @work(group="mark")
    async def mark(self, view: StepView, position: int, answer: Any) -> None:
        """Have an answer marked, keep it, and keep how the card went the first time."""
        item = self.items[position]
        assert item.lesson is not None  # noqa: S101 - only questions are answered
        assert item.step is not None  # noqa: S101
        marking = self.session.answer(item.lesson, item.step, answer, item.variant)
        marked = await self.busy_with(view, marking)
        self._keep(position, marked.correct)
        await self.tell(view, lambda: view.show_marked(marked))
        self._show_place()

    def _keep(self, position: int, is_right: bool) -> None:
        """The first result of an item is the one that counts."""
        if position not in self.results and self.items[position] not in self.uncounted:
            taken = time.monotonic() - self._opened_at
            self.session.reviewed(self.items[position], is_right, seconds=taken)
            self.results[position] = is_right
            self.post_message(ProgressChanged())

    async def _look_at_exercise(self) -> None:
        exercise = self.items[self.position].exercise
        assert exercise is not None  # noqa: S101 - an exercise is shown
        attempts = self.session.attempts(exercise)[self._attempts_before :]
        if any(attempt.verdict == "passed" for attempt in attempts):
            self._keep(self.position, attempts[0].verdict == "passed")
            await self.show_item(self.position + 1)
