"""A lesson: one step at a time, each tried and answered where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from course.errors import CourseError
from course.learner.notebook import read_notes
from course.model import QUESTION_KINDS
from course.ui import keys
from course.ui.messages import OpenExercise, ProgressChanged
from course.ui.screens.files import StepScreen
from course.ui.screens.notes import NotesScreen, notes_line
from course.ui.widgets.editor import CodeEditor
from course.ui.widgets.steps.base import BUSY_AFTER, StepView
from course.ui.widgets.steps.closing import EndOfLesson, ExerciseStep
from course.ui.widgets.steps.filling import BlankStep
from course.ui.widgets.steps.ordering import OrderStep
from course.ui.widgets.steps.picking import AnswerLines, ChooseStep, PredictStep
from course.ui.widgets.steps.reading import ExampleStep, TextStep
from course.ui.widgets.steps.spotting import SpotStep
from course.ui.widgets.trail import StepTrail

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from course.model import Step

VIEWS: dict[str, type[StepView]] = {
    "text": TextStep,
    "example": ExampleStep,
    "predict": PredictStep,
    "choose": ChooseStep,
    "order": OrderStep,
    "blank": BlankStep,
    "spot": SpotStep,
}


class LessonScreen(StepScreen):
    """The lesson `lesson_id`, at `step` (from 0) or where the learner left it.

    After the last step comes a page that closes the lesson; its position is `len(steps)`.
    """

    CSS_PATH = "work.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.LESSON]
    AUTO_FOCUS = None

    def __init__(self, lesson_id: str, step: int | None = None) -> None:
        super().__init__()
        self.lesson_id = lesson_id
        self.asked_step = step
        self.position = 0
        self.furthest = 0
        self.answered: dict[int, bool] = {}

    def compose_place(self) -> ComposeResult:
        """The trail of steps, then the step itself."""
        yield StepTrail()
        yield VerticalScroll(id="page")
        yield Static("", id="lesson-notes", markup=False)

    async def on_mount(self) -> None:
        """Read the lesson and open it at its step."""
        self.lesson = self.session.catalogue.lesson(self.lesson_id)
        self.title = self.lesson.title
        self.sub_title = self.session.catalogue.module_entry(self.lesson.module).title
        self.answered = self.session.answered(self.lesson_id)
        seen = self.session.step_of(self.lesson_id)
        self.furthest = seen
        self.warm()
        await self.show_step(seen if self.asked_step is None else self.asked_step)

    def warm(self) -> None:
        """Have a worker ready for every kind of code in the lesson."""
        contents = [step.content for step in self.lesson.steps if step.kind not in ("text",)]
        if contents:
            needs = {need for content in contents for need in getattr(content, "needs", ())}
            self.session.checker.warm(tuple(sorted(needs)))

    # ------------------------------------------------------------ showing a step

    async def show_step(self, position: int) -> None:
        """Show the step at `position` and remember it; past the last one is the closing page."""
        steps = self.lesson.steps
        self.position = max(0, min(position, len(steps)))
        visited = min(self.position, len(steps) - 1)
        self.session.visit(self.lesson_id, visited)
        self.furthest = max(self.furthest, self.position)
        self.workers.cancel_group(self, "run")
        page = self.query_one("#page", VerticalScroll)
        async with self.batch():
            await page.remove_children()
            await page.mount(self.view_of(self.position))
        self.show_notes()
        page.scroll_home(animate=False)
        self.show_trail()
        (self.view.first_focus() or page).focus(scroll_visible=False)
        self.refresh_bindings()

    def view_of(self, position: int, *, fresh: bool = False) -> StepView:
        """The widget for a step; `fresh` shows a question as if it had never been answered."""
        steps = self.lesson.steps
        if position == len(steps):
            following = self.session.next_lesson(self.lesson_id)
            return EndOfLesson(self.lesson, self.open_steps(), following)
        step = steps[position]
        if step.kind == "exercise":
            exercise = self.session.catalogue.exercise(step.content)
            return ExerciseStep(exercise, done=self.session.is_passed(exercise.id))
        done = not fresh and self.answered.get(position, False)
        seed, files = f"{self.lesson_id}/{position}", self.lesson.files
        view = VIEWS[step.kind](step.content, done=done, seed=seed, files=files)
        view.position = position
        return view

    def is_done(self, position: int, step: Step) -> bool:
        """Whether a step asks nothing more of the learner."""
        if step.kind == "exercise":
            return self.session.is_passed(step.content)
        if step.kind in QUESTION_KINDS:
            return self.answered.get(position, False)
        return position < self.furthest

    def open_steps(self) -> tuple[str, ...]:
        """Questions not answered and exercises not passed, in words."""
        return tuple(
            self.step_words(position)
            for position, step in enumerate(self.lesson.steps)
            if step.kind in (*QUESTION_KINDS, "exercise") and not self.is_done(position, step)
        )

    def step_words(self, position: int) -> str:
        """A step by its number and what it is."""
        step = self.lesson.steps[position]
        if step.kind == "exercise":
            title = self.session.catalogue.exercise_entry(step.content).title
            return f"Step {position + 1}, exercise: {title}"
        return f"Step {position + 1}: {VIEWS[step.kind].HEADING}"

    def show_trail(self) -> None:
        """Draw the progress through the steps."""
        steps = self.lesson.steps
        done = [self.is_done(position, step) for position, step in enumerate(steps)]
        at_end = self.position == len(steps)
        words = "End of the lesson" if at_end else f"Step {self.position + 1} of {len(steps)}"
        self.query_one(StepTrail).show(done, self.position, words)

    def show_notes(self) -> None:
        """Show the beginning of the learner's notes, all of them at the end of the lesson."""
        text = read_notes(self.session, self.lesson_id)
        at_end = self.position == len(self.lesson.steps)
        place = self.query_one("#lesson-notes", Static)
        place.update(f"✎ Your notes\n{text}" if at_end and text else notes_line(text))
        place.display = bool(text)

    def action_notes(self) -> None:
        """Write notes on this lesson."""
        self.app.push_screen(NotesScreen(self.lesson_id))

    async def on_screen_resume(self) -> None:
        """Back from an exercise, which may be passed by now, or from the notes."""
        if self.is_mounted and self.query(StepView):
            self.show_notes()
        if self.is_mounted and self.query(ExerciseStep):
            await self.show_step(self.position)

    # ------------------------------------------------------------ keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what this step can do."""
        if not self.query(StepView):
            return True
        view = self.view
        if action == "next_step":
            return self.position < len(self.lesson.steps)
        if action == "previous_step":
            return self.position > 0
        if action == "edit":
            return view.editable
        if action == "run":
            return not isinstance(view, (TextStep, ExerciseStep, EndOfLesson))
        if action == "trace":
            return view.traceable is not None
        if action == "playground":
            return view.traceable is not None and not view.files  # it holds one program
        if action == "restore":
            return not isinstance(view, (TextStep, ExerciseStep, EndOfLesson)) and (
                bool(view.query(CodeEditor)) or view.finished
            )
        return super().check_action(action, parameters)

    def action_act(self) -> None:
        """Do what is next in this step."""
        self.view.act()

    def action_run(self) -> None:
        """Run or answer, without leaving the step. Keys on their way to an editor come first."""
        # Then the screen runs it: what the page itself sets off would not come up to the screen.
        (self.focused or self).call_later(self.call_later, self.view.run)

    def action_trace(self) -> None:
        """Step through the code of the step as it is shown."""
        if (source := self.view.traceable) is not None:
            self.record(source, self.view.content)

    @work(group="trace", exclusive=True, exit_on_error=False)
    async def record(self, source: str, content: Any) -> None:
        """Record a program and open the recording."""
        from course.ui.screens.time_travel import TimeTravelScreen

        checker = self.session.checker
        trace = await checker.trace_program(source, content.stdin, content.needs, self.lesson.files)
        if self.is_current:
            self.app.push_screen(TimeTravelScreen(self.lesson.title, trace))

    def action_playground(self) -> None:
        """Go on with the code of the step in the playground."""
        if (source := self.view.traceable) is not None:
            self.course.open_playground(source)

    def action_edit(self) -> None:
        """Turn the example into an editor."""
        self.view.edit()
        self.refresh_bindings()

    async def action_restore(self) -> None:
        """Put the step back as it was written."""
        editing = bool(self.view.query(CodeEditor))
        page = self.query_one("#page", VerticalScroll)
        async with self.batch():
            await page.remove_children()
            await page.mount(self.view_of(self.position, fresh=True))
        if editing:
            self.view.edit()
        (self.view.first_focus() or page).focus(scroll_visible=False)
        self.refresh_bindings()

    async def action_next_step(self) -> None:
        """Go to the next step, or to the closing page."""
        if self.position < len(self.lesson.steps):
            await self.show_step(self.position + 1)

    async def action_previous_step(self) -> None:
        """Go back a step."""
        if self.position > 0:
            await self.show_step(self.position - 1)

    def action_back(self) -> None:
        """Leave what is being typed in; then the lesson."""
        if isinstance(self.focused, (CodeEditor, Input, AnswerLines)):
            self.query_one("#page").focus()
        else:
            super().action_back()

    # ------------------------------------------------------------ what a step asks for

    @on(StepView.Finished)
    async def _continue(self, event: StepView.Finished) -> None:
        event.stop()
        if self.position < len(self.lesson.steps):
            await self.action_next_step()
        elif following := self.session.next_lesson(self.lesson_id):
            self.course.open_lesson(following.id)
        else:
            self.course.go_home()

    @on(OpenExercise)
    def _open_exercise(self, event: OpenExercise) -> None:
        event.stop()
        self.course.open_exercise(event.exercise_id)

    @on(StepView.RunAsked)
    def _run_asked(self, event: StepView.RunAsked) -> None:
        event.stop()
        self.run_program(event.view, event.source)

    @on(StepView.Answered)
    def _answered(self, event: StepView.Answered) -> None:
        event.stop()
        self.mark(event.view, event.view.position, event.answer)

    @work(group="run", exclusive=True, exit_on_error=False)
    async def run_program(self, view: StepView, source: str) -> None:
        """Run a step's code and show what it did."""
        late = self.set_timer(BUSY_AFTER, lambda: setattr(view, "busy", True))
        try:
            report = await self.session.run(
                source,
                stdin=view.content.stdin,
                needs=view.content.needs,
                files=self.lesson.files,
            )
        finally:
            late.stop()
            view.busy = False
        if view.is_attached:
            await view.show_program(report)
            self.refresh_bindings()

    @work(group="mark", exit_on_error=False)
    async def mark(self, view: StepView, position: int, answer: Any) -> None:
        """Have an answer marked and recorded, and show how."""
        late = self.set_timer(BUSY_AFTER, lambda: setattr(view, "busy", True))
        try:
            marked = await self.session.answer(self.lesson_id, position, answer)
        finally:
            late.stop()
            view.busy = False
        if marked.correct:
            self.answered[position] = True
        self.post_message(ProgressChanged())
        if view.is_attached:
            await view.show_marked(marked)
            self.show_trail()
            self.refresh_bindings()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell what went wrong while code ran or an answer was kept."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            error = event.worker.error
            if isinstance(error, CourseError):
                self.course.show_error(error)
            else:
                self.notify(f"{type(error).__name__}: {error}", severity="error", markup=False)
