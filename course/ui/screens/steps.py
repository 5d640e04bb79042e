"""What the places that show a step have in common: one owner of the page, one change at a time.

What is typed in a step belongs nowhere until it is answered, so it is kept for as long as the
step is open, and taken up where the course ended meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Input, TextArea

from course.errors import WorkspaceError
from course.learner.unsaved import Unsaved
from course.ui import keys
from course.ui.messages import OpenExercise
from course.ui.screens.autosave import SavingScreen
from course.ui.screens.beside import FilesDialog
from course.ui.widgets.editor import CodeEditor
from course.ui.widgets.steps.base import BUSY_AFTER, StepView
from course.ui.widgets.steps.order import LineBench
from course.ui.widgets.steps.predict import AnswerLines

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

Result = TypeVar("Result")


class StepScreen(SavingScreen):
    """A place that shows a step of a lesson on its `page`, and the files beside its code.

    Keys, messages, workers and coming back all want to change the page, each in a task of its
    own. Whoever does holds `self.lock` from looking at what is shown until the change is made;
    only `turn_to` puts a step on the page. `view` is that step: None before the first, and while
    one makes way for the next.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.STEP, *keys.TYPING, *keys.PLACE]

    def __init__(self) -> None:
        super().__init__()
        self.page = Container(id="page")
        self.view: StepView | None = None

    async def turn_to(self, view: StepView) -> None:
        """Put a step on the page in the place of the one that is there, and give it the keys."""
        async with self.batch():
            self.saved()  # what was typed in the step before goes with it
            self.view = None
            await self.page.remove_children()
            await self.page.mount(view)
            if not view.is_mounted:  # the place is closing: nothing is put on its page
                return
            self.view = view
            (view.first_focus() or view).focus(scroll_visible=False)
            await view.opened()
            if (place := self.step_place()[0]) and (kept := self.take_up(place)):
                view.put_back(kept.text)
        self.note_place()
        self.refresh_bindings()

    async def tell(self, view: StepView, say: Callable[[], Awaitable[None]]) -> None:
        """Let a step say something, unless another one is shown by now."""
        async with self.lock:
            if view is self.view:
                await say()
                self.autosave()  # what is answered is typed no more
                self.refresh_bindings()

    async def busy_with(self, view: StepView, work: Awaitable[Result]) -> Result:
        """What `work` gives; a step that has to wait for it for a moment says so."""
        late = self.set_timer(BUSY_AFTER, lambda: setattr(view, "busy", True))
        try:
            return await work
        finally:
            late.stop()
            view.busy = False

    # ------------------------------------------------------------ what is typed in a step

    def step_place(self) -> tuple[str, str]:
        """What this step is kept by, and that in words; nothing where no answer is waited for."""
        return "", ""

    def draft(self) -> Unsaved:
        """What is typed in this step and not answered with yet."""
        place, title = self.step_place() if self.view is not None else ("", "")
        typed = self.view.typed if self.view is not None and place else None
        return Unsaved(place=place, title=title, file="", text=typed or "", base="", why="")

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(LineBench.Arranged)
    def _typed(self) -> None:
        self.typed()

    def autosave(self) -> None:
        """Keep what is typed for as long as the step is open."""
        if words := self.save_typed():
            self.tell_once(WorkspaceError(words))

    def save_typed(self) -> str:
        """Keep it for the next start, which offers it; in words, where that does not work."""
        if self.draft().text:
            return self.keep_meanwhile("The course ended while you typed.")
        self.saved()
        return ""

    def save_last(self) -> str:
        """A step that is left forgets what was typed; one that is open at the end does not."""
        if self.app.is_running and not self.course.has_given_up(self):
            self.saved()
        return ""  # at the end the widgets are gone, and what was in them is kept by now

    # ------------------------------------------------------------ keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A file can be read where one lies beside the code, a field that has the keys be left."""
        if action == "leave_field":
            return isinstance(self.focused, (CodeEditor, Input, AnswerLines))
        if action == "files":
            return self.view is not None and bool(self.view.files)
        return super().check_action(action, parameters)

    def offers(self, action: str) -> bool:
        """The button itself says what Enter does."""
        return action != "press" and super().offers(action)

    def action_files(self) -> None:
        """Read what lies beside the code."""
        if self.view is not None:
            self.app.push_screen(FilesDialog(self.view.files))

    async def action_act(self) -> None:
        """Do what is next in this step."""
        async with self.lock:
            if self.view is not None:
                self.view.act()

    def action_run(self) -> None:
        """Run or answer, without leaving the step. Keys on their way to an editor come first."""
        # Then the screen runs it: what the page itself sets off would not come up to the screen.
        (self.focused or self).call_later(self.call_later, self._run)

    def action_answer(self) -> None:
        """Answer the question, as the button does."""
        self.action_run()

    def action_open_exercise(self) -> None:
        """Open the exercise of the step, as the button does."""
        self.action_run()

    def _run(self) -> None:
        if self.view is not None:
            self.view.run()

    def action_leave_field(self) -> None:
        """Leave what is being typed in: give the keys back to the step."""
        if self.view is not None:
            self.view.focus(scroll_visible=False)

    # ------------------------------------------------------------ what a step asks for

    @on(StepView.Finished)
    async def _finished(self, event: StepView.Finished) -> None:
        event.stop()
        await self.go_on()

    @on(StepView.Answered)
    def _answered(self, event: StepView.Answered) -> None:
        event.stop()
        self.take_answer(event.view, event.answer)

    @on(OpenExercise)
    def _open_exercise(self, event: OpenExercise) -> None:
        event.stop()
        self.course.open_exercise(event.exercise_id)

    async def go_on(self) -> None:
        """The learner is done with the step: what comes next."""
        raise NotImplementedError

    def take_answer(self, view: StepView, answer: Any) -> None:
        """The learner answers the question of the step: have it marked and kept."""
        raise NotImplementedError

    @on(StepView.FilesAsked)
    def _files_asked(self, event: StepView.FilesAsked) -> None:
        event.stop()
        self.action_files()
