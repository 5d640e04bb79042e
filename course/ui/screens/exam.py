"""The exam: a question or an exercise after the other, without a word on answers until the end."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import BindingType

from course.errors import CourseError
from course.learner.exam import Exam, Task, is_begun
from course.plain.exam import WELCOME
from course.plural import counted
from course.ui import keys, styles
from course.ui.messages import ProgressChanged
from course.ui.screens.confirm import ConfirmDialog
from course.ui.screens.steps import StepScreen
from course.ui.widgets.steps.base import QuestionView, StepView
from course.ui.widgets.steps.closing import ExerciseStep
from course.ui.widgets.steps.table import view_class
from course.ui.widgets.steps.text_example import TextStep

if TYPE_CHECKING:
    from textual.app import ComposeResult

KEPT = "exam"
_HOW = (
    "\n\n- **F2** leaves a task out.\n- **Esc** leaves; the clock stands.\n- **F8** ends the exam."
)
_SECONDS = 10
"""How often the minutes that are left are looked at."""


class ExamScreen(StepScreen):
    """Asks until all was asked or the time is up, then tells the result. First answers count."""

    CSS_PATH = styles.WORK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.EXAM]
    AUTO_FOCUS = None

    def __init__(self, *, at_once: bool = False) -> None:
        """One that is opened `at_once` is gone on with without another word."""
        super().__init__()
        self.at_once = at_once
        self.exam: Exam | None = None
        self.begun = False
        self.ended = False

    @property
    def place_name(self) -> str:
        """Whether it is under way; none where it is over."""
        return "" if self.ended else f"{KEPT}:{'begun' if self.begun else ''}"

    def compose_place(self) -> ComposeResult:
        """One page: the welcome, a task, or the result."""
        yield self.page

    async def on_mount(self) -> None:
        """Say what it is; nothing is chosen and no clock runs before it begins."""
        self.title = "Exam"
        words = "\n\n**You go on where you left.**" if is_begun(self.session) else ""
        await self.turn_to(ExamWelcome(f"{WELCOME}{words}{_HOW}"))
        self.session.checker.warm(())
        self.set_interval(_SECONDS, self.show_time)
        if self.at_once and is_begun(self.session):
            self.load()

    def on_unmount(self) -> None:
        """Leaving stops the clock."""
        self.session.without_hints = frozenset()
        if self.exam is not None and not self.ended:
            with suppress(CourseError):  # where nothing can be kept any more
                self.exam.pause()

    async def on_screen_resume(self) -> None:
        """Back from an exercise: solved, it is done."""
        async with self.lock:
            exam = self.exam
            task = exam.task if exam is not None and not self.ended else None
            is_code = task is not None and task.kind == "exercise"
            if exam is not None and task is not None and is_code and exam.solved(task):
                exam.leave_out()
                await self.ask()

    @work(group="load", exclusive=True)
    async def load(self) -> None:
        """Choose the tasks beside the app: it opens many lessons."""
        exam = await asyncio.to_thread(Exam.open, self.session, time.monotonic)
        async with self.lock:
            self.exam, self.begun = exam, True
            await self.ask()

    def step_place(self) -> tuple[str, str]:
        """The question that waits for its answer."""
        exam = self.exam
        if exam is None or self.ended or exam.task is None or exam.task.kind == "exercise":
            return "", ""
        return f"{KEPT}:{exam.round}/{exam.number}", f"task {exam.number + 1} of the exam"

    # ------------------------------------------------------------ showing

    def show_time(self) -> None:
        """Where in the exam one is, and how much time is left."""
        exam = self.exam
        if exam is None or self.ended or exam.task is None:
            return
        left = f"{counted(exam.minutes_left, 'minute')} left"
        if exam.time_is_up:
            left = "the time is up: finish this one"
        self.sub_title = f"task {exam.number + 1} of {len(exam.tasks)}, {left}"

    async def ask(self) -> None:
        """The next task, or the result."""
        async with self.lock:
            exam = self.exam
            if exam is None or self.ended:
                return
            task = exam.task
            if task is None or exam.time_is_up:
                await self.conclude(exam)
                return
            try:
                view = self._view_of(exam, task)
            except CourseError as error:  # what cannot be opened is told and left out
                self.course.show_error(error)
                exam.leave_out()
                await self.ask()
                return
            await self.turn_to(view)
            self.show_time()

    def _view_of(self, exam: Exam, task: Task) -> StepView:
        if task.kind == "exercise":
            self.session.without_hints |= {task.ident}
            exercise = self.session.catalogue.exercise(task.ident)
            return ExerciseStep(exercise, done=False)
        question, files = exam.question(task), exam.lesson(task).files
        self.session.checker.warm(tuple(getattr(question, "needs", ())))
        kind = exam.lesson(task).steps[task.step].kind
        return view_class(kind)(question, seed=f"{exam.round}/{exam.number}", files=files)

    async def conclude(self, exam: Exam) -> None:
        """Keep the result, and show it."""
        async with self.lock:
            self.ended = True
            self.session.without_hints = frozenset()
            up = "The time is up. That is all; here is what you have shown.\n\n"
            words = exam.conclude().told
            self.sub_title = "result"
            self.post_message(ProgressChanged())
            await self.turn_to(TextStep(f"{up if exam.time_is_up else ''}{words}"))

    # ------------------------------------------------------------ what the learner does

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a task can be left out; only what was begun can be ended."""
        if action in ("leave_out", "stop"):
            return self.exam is not None and not self.ended
        return super().check_action(action, parameters)

    async def action_leave_out(self) -> None:
        """Go on without this one."""
        async with self.lock:
            if self.exam is not None and not self.ended and self.view is not None:
                self.exam.leave_out()
                await self.ask()

    @work(group="ask", exclusive=True)
    async def action_stop(self) -> None:
        """End it here, once the learner says so: in an exercise F8 goes on to the next tab."""
        question = ConfirmDialog(
            "End the exam here?",
            "The result is told, and tasks that were not reached count as not right. To go on "
            "with this exam another day, leave with Esc instead.",
            yes="End it",
            no="Go on",
        )
        if not await self.app.push_screen_wait(question):
            return
        async with self.lock:
            if self.exam is not None and not self.ended:
                await self.conclude(self.exam)

    async def go_on(self) -> None:
        """Begin, or home after the result. A question goes on by being answered."""
        if self.ended:
            self.course.go_home()
        elif not self.begun:
            self.load()

    def take_answer(self, view: StepView, answer: Any) -> None:
        """The first answer is the one that counts."""
        exam = self.exam
        if exam is not None and exam.task is not None and view is self.view and not view.finished:
            view.finished = True
            self.mark(exam, exam.task, view, answer)

    @work(group="mark")
    async def mark(self, exam: Exam, task: Task, view: StepView, answer: Any) -> None:
        """Have the answer marked and kept, and go on without a word about it."""
        try:
            await self.busy_with(view, exam.answer(task, answer))
        except CourseError:
            exam.leave_out()
            await self.ask()
            raise
        if isinstance(view, QuestionView):
            view.settle()
        await self.ask()


class ExamWelcome(TextStep):
    """What an exam is."""

    VERB = "Begin"
