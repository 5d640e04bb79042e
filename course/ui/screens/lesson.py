"""A lesson: one step at a time, each tried and answered where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widgets import Static

from course.checking.prompt import PromptCode
from course.learner.notebook import mark_unclear, read_notes
from course.learner.standing import Standing
from course.ui import keys, styles
from course.ui.messages import OpenExercise, ProgressChanged
from course.ui.screens.notes import NotesScreen, notes_line
from course.ui.screens.prompting import PromptingScreen
from course.ui.screens.steps import StepScreen
from course.ui.widgets.editor import CodeEditor
from course.ui.widgets.steps.base import StepView
from course.ui.widgets.steps.closing import EndOfLesson, ExerciseStep
from course.ui.widgets.steps.table import view_class
from course.ui.widgets.steps.text_example import TextStep
from course.ui.widgets.trail import StepTrail

if TYPE_CHECKING:
    from textual.app import ComposeResult


class LessonScreen(StepScreen, PromptingScreen):
    """The lesson `lesson_id`, at `step` (from 0) or where the learner left it.

    After the last step comes a page that closes the lesson; its position is `len(steps)`.
    """

    CSS_PATH = styles.WORK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.LESSON]
    AUTO_FOCUS = None
    makes_way = True

    def __init__(self, lesson_id: str, step: int | None = None, looking_up: bool = False) -> None:
        """One for `looking_up` becomes the place to continue when something in it is done.

        That is an answer, an exercise that is opened, or its last page.
        """
        super().__init__()
        self.looking_up = looking_up
        self.lesson_id = lesson_id
        self.asked_step = step
        self.position = 0

    @property
    def place_name(self) -> str:
        """Its id and the step."""
        kind = "look" if self.looking_up else "step"
        return f"{kind}:{self.lesson_id}/{self.position}"

    def compose_place(self) -> ComposeResult:
        """The trail of steps, then the step itself."""
        yield StepTrail()
        yield self.page
        yield Static("", id="lesson-notes", markup=False)

    async def on_mount(self) -> None:
        """Read the lesson and open it at its step."""
        self.lesson = self.session.catalogue.lesson(self.lesson_id)
        self.title = self.lesson.title
        self.sub_title = self.session.catalogue.module_entry(self.lesson.module).title
        self.standing = Standing(self.session, self.lesson, self.looking_up)
        last = self.session.step_of(self.lesson_id)
        self.warm()
        await self.show_step(last if self.asked_step is None else self.asked_step)

    def warm(self) -> None:
        """Have a worker ready for every kind of code in the lesson."""
        contents = [step.content for step in self.lesson.steps if step.kind not in ("text",)]
        if contents:
            needs = {need for content in contents for need in getattr(content, "needs", ())}
            self.session.checker.warm(tuple(sorted(needs)))

    # ------------------------------------------------------------ showing a step

    async def show_step(self, position: int) -> None:
        """Show the step at `position` and remember it; past the last one is the closing page."""
        async with self.batch():
            steps = self.lesson.steps
            self.position = max(0, min(position, len(steps)))
            if self.position == len(steps):
                self.standing.work()
            self.standing.visit(min(self.position, len(steps) - 1))
            self.workers.cancel_group(self, "run")
            await self.turn_to(self.view_of(self.position))
            self.show_notes()
            self.show_trail()

    def step_place(self) -> tuple[str, str]:
        """The step of this lesson."""
        words = f"step {self.position + 1} of the lesson “{self.lesson.title}”"
        return f"step:{self.lesson_id}/{self.position}", words

    def names_here(self) -> Sequence[str]:
        """What the step has in its text as code, or the names of its example."""
        if self.position >= len(self.lesson.steps):
            return ()
        step = self.lesson.steps[self.position]
        if step.kind == "text":
            return re.findall(r"`([^`\n]+)`", str(step.content))
        code = getattr(step.content, "code", "")
        return re.findall(r"[^\W\d]\w*", code if isinstance(code, str) else "")

    # ------------------------------------------------------------ the step and the trail

    def view_of(self, position: int, *, fresh: bool = False) -> StepView:
        """The widget for a step; `fresh` shows a question as if it had never been answered."""
        steps = self.lesson.steps
        if position == len(steps):
            following = self.session.next_lesson(self.lesson_id)
            return EndOfLesson(self.lesson, self.standing.open_steps(), following)
        step = steps[position]
        if step.kind == "exercise":
            exercise = self.session.catalogue.exercise(step.content)
            return ExerciseStep(exercise, done=self.session.is_passed(exercise.id))
        done = not fresh and self.standing.answered.get(position, False)
        seed, files = f"{self.lesson_id}/{position}", self.lesson.files
        view = view_class(step.kind)(step.content, done=done, seed=seed, files=files)
        view.position = position
        return view

    def show_trail(self) -> None:
        """Draw the progress through the steps."""
        steps = self.lesson.steps
        at_end = self.position == len(steps)
        words = "End of the lesson" if at_end else f"Step {self.position + 1} of {len(steps)}"
        self.query_one(StepTrail).show(self.standing.done(), self.position, words)

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

    def action_unclear(self) -> None:
        """Note that this step is unclear, or that it no longer is."""
        noted = mark_unclear(self.session, self.lesson_id, self.position)
        words = "Noted as unclear. M adds why." if noted else "No longer noted as unclear"
        self.notify(words, timeout=3)
        self.show_notes()

    async def on_screen_resume(self) -> None:
        """Back from an exercise, which may be passed by now, or from the notes."""
        async with self.lock:
            if self.view is not None:
                self.show_notes()
            if isinstance(self.view, ExerciseStep):
                await self.show_step(self.position)

    async def progress_changed_elsewhere(self) -> None:
        """What was answered or passed elsewhere is not asked for here any more."""
        async with self.lock:
            answered = self.session.answered(self.lesson_id)
            self.standing.answered = {**self.standing.answered, **answered}
            if isinstance(self.view, ExerciseStep):
                done = self.session.is_passed(self.view.content.id)
                if done != self.view.done:
                    await self.turn_to(self.view_of(self.position))
            self.show_trail()

    # ------------------------------------------------------------ keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what this step can do."""
        view = self.view
        if view is None:
            return super().check_action(action, parameters)
        if action == "next_step":
            return self.position < len(self.lesson.steps)
        if action == "previous_step":
            return self.position > 0
        if action == "unclear":
            return self.position < len(self.lesson.steps)
        if action == "edit":
            return view.editable
        if action in ("run", "answer", "open_exercise"):
            return action == view.runs
        if action == "trace":
            return view.traceable is not None
        if action == "playground":
            return view.traceable is not None and not view.files  # it holds one program
        if action == "restore":
            return not isinstance(view, (TextStep, ExerciseStep, EndOfLesson)) and (
                bool(view.query(CodeEditor)) or view.finished
            )
        return super().check_action(action, parameters)

    def action_trace(self) -> None:
        """Step through the code of the step as it is shown."""
        if self.view is not None and (source := self.view.traceable) is not None:
            self.record(source, self.view.content)

    @work(group="trace", exclusive=True)
    async def record(self, source: str, content: Any) -> None:
        """Record a program and open the recording."""
        from course.ui.screens.time_travel import TimeTravelScreen

        checker = self.session.checker
        trace = await checker.trace_program(source, content.stdin, content.needs, self.lesson.files)
        if self.is_current:
            self.app.push_screen(TimeTravelScreen(self.lesson.title, trace))

    @property
    def module_of_code(self) -> str:
        """The lesson's."""
        return self.lesson_id.partition("/")[0]

    def prompt_code(self) -> PromptCode:
        """The code of the step as it is shown; nothing where there is none."""
        view = self.view
        source = view.traceable if view is not None else None
        if view is None or source is None:
            return PromptCode.of_program("")
        needs = tuple(getattr(view.content, "needs", ()))
        return PromptCode.of_program(source, needs, view.files)

    def action_playground(self) -> None:
        """Go on with the code of the step in the playground."""
        if self.view is not None and (source := self.view.traceable) is not None:
            self.course.open_playground(source)

    async def action_edit(self) -> None:
        """Turn the example into an editor."""
        async with self.lock:
            if self.view is not None:
                self.view.edit()
                self.refresh_bindings()

    async def action_restore(self) -> None:
        """Put the step back as it was written."""
        async with self.batch():
            editing = self.view is not None and bool(self.view.query(CodeEditor))
            view = self.view_of(self.position, fresh=True)
            await self.turn_to(view)
            if editing:
                view.edit()

    async def action_next_step(self) -> None:
        """Go to the next step, or to the closing page."""
        async with self.lock:
            if self.position < len(self.lesson.steps):
                await self.show_step(self.position + 1)

    async def action_previous_step(self) -> None:
        """Go back a step."""
        async with self.lock:
            if self.position > 0:
                await self.show_step(self.position - 1)

    # ------------------------------------------------------------ what a step asks for

    async def go_on(self) -> None:
        """The next step, or after the last one the next lesson of the path."""
        if self.position < len(self.lesson.steps):
            await self.action_next_step()
        elif following := self.session.next_lesson(self.lesson_id):
            self.course.open_lesson(following.id)
        else:
            self.course.go_home()

    @on(OpenExercise)
    def _exercise_begun(self) -> None:
        self.standing.work()

    @on(StepView.RunAsked)
    def _run_asked(self, event: StepView.RunAsked) -> None:
        event.stop()
        self.run_program(event.view, event.source)

    def take_answer(self, view: StepView, answer: Any) -> None:
        """Mark it; the learner may have turned the page by then."""
        self.mark(view, view.position, answer)

    @work(group="run", exclusive=True)
    async def run_program(self, view: StepView, source: str) -> None:
        """Run a step's code and show what it did."""
        content, files = view.content, self.lesson.files
        running = self.session.run(source, stdin=content.stdin, needs=content.needs, files=files)
        report = await self.busy_with(view, running)
        await self.tell(view, lambda: view.show_program(report))

    @work(group="mark")
    async def mark(self, view: StepView, position: int, answer: Any) -> None:
        """Have an answer marked and recorded, and show how."""
        self.standing.work()
        marking = self.session.answer(self.lesson_id, position, answer)
        marked = await self.busy_with(view, marking)
        if marked.correct:
            self.standing.answered[position] = True
        self.post_message(ProgressChanged())
        await self.tell(view, lambda: view.show_marked(marked))
        self.show_trail()
