"""The ladder in an exercise: `F2` goes one rung up, from the place in the code to the solution."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work

from course.errors import CourseError
from course.learner.ladder.helped import HELPED, newest_was_helped
from course.learner.ladder.rungs import AGREE, NOT_YET, QUESTION
from course.plural import counted
from course.ui.screens.confirm import ConfirmDialog
from course.ui.screens.exercise_file import FileScreen
from course.ui.screens.ladder import LadderScreen
from course.ui.widgets.brief import BriefPanel
from course.ui.widgets.panes import PaneTabs
from course.ui.widgets.steps.base import BUSY_AFTER

if TYPE_CHECKING:
    from course.learner.ladder.rungs import Ladder, Rung
    from course.model import CheckReport


class GoOnDialog(ConfirmDialog):
    """Asks before the solution is shown; Enter goes on."""

    AUTO_FOCUS = "#yes"


class HelpedScreen(FileScreen):
    """A screen with the learner's file that the ladder helps with.

    `checked` is the code of the newest check and what was found of it.
    """

    ladder: Ladder
    passed = False

    def __init__(self) -> None:
        super().__init__()
        self.checked: tuple[str, CheckReport] | None = None
        self.arranged: tuple[str, ...] = ()

    @property
    def shown_rungs(self) -> tuple[Rung, ...]:
        """What was taken; a place in code that was wrong is of no use once it is right."""
        return tuple(it for it in self.ladder.taken() if not (self.passed and it.kind == "place"))

    def offers(self, action: str) -> bool:
        """A hint is named outside of exams."""
        return action != "hint" or self.exercise.id not in self.session.without_hints

    def is_given(self, text: str) -> bool:
        """Whether this is what the learner was given, untouched."""
        return self.session.workspace.is_given(self.exercise, text)

    def names_here(self) -> Sequence[str]:
        """The exceptions that the newest check met."""
        tests = self.checked[1].tests if self.checked else ()
        return [it.exception.type for it in tests if it.exception is not None]

    async def show_hints(self, *, newest: str = "") -> None:
        """Show what was taken of the ladder."""
        for brief in self.query(BriefPanel):
            await brief.show_hints(self.shown_rungs, newest=newest)
        hints = self.ladder.hints_taken
        for tabs in self.query(PaneTabs):
            tabs.say("brief", f"· {counted(hints, 'hint')}" if hints else "")

    async def show_hints_again(self) -> None:
        """Show the hints anew where they are others than those that are shown."""
        if len(self.query(".hint-number")) != len(self.shown_rungs):
            await self.show_hints()

    async def action_hint(self) -> None:
        """One rung up; code of the learner's that was not explained yet is looked at first."""
        if self.exercise.id in self.session.without_hints:
            self.say_why("There are no hints in an exam.")
            return
        source = self.editor.text
        is_known = self.checked is not None and self.checked[0] == source
        lacks = self.session.consent.lacks(self.exercise.source.needs)
        if is_known or self.is_given(source) or lacks:
            await self.go_up()
        else:
            self.look_and_go_up(source)

    @work(group="hint", exclusive=True)
    async def look_and_go_up(self, source: str) -> None:
        """Have the code explained, then go one rung up."""
        late = self.set_timer(BUSY_AFTER, lambda: self.say_why("Looking at your code …"))
        session, exercise = self.session, self.exercise
        try:
            report = await session.checker.check(exercise, source, independent=True)
            self.checked = source, await session.explainer.explained(exercise, source, report)
        finally:
            late.stop()
        self.app.clear_notifications()
        await self.go_up()

    async def go_up(self) -> None:
        """The place in the code, the next hint, the question, or the solution as far as taken."""
        rung = None
        if self.checked is not None and self.checked[0] == self.editor.text:
            rung = self.ladder.take_place(*self.checked)
        rung = rung or self.ladder.take_hint()
        if rung is not None:
            self.to_brief()
            await self.show_hints(newest=rung.kind)
        elif self.ladder.stage:
            self.open_ladder()
        else:
            self.ask_to_go_on()

    def to_brief(self) -> None:
        """Have the brief in view; override it."""

    @work(group="ask", exclusive=True)
    async def ask_to_go_on(self) -> None:
        """Ask whether the solution may be shown, and say what it costs."""
        question = GoOnDialog(QUESTION, self.ladder.question(), yes=AGREE, no=NOT_YET)
        if await self.app.push_screen_wait(question):
            self.open_ladder()

    def open_ladder(self) -> None:
        """Open the solution, as far as it was taken."""
        self.app.push_screen(LadderScreen(self.ladder, self.back_from_ladder, self.arranged))

    def back_from_ladder(self, arranged: tuple[str, ...], code: str | None) -> None:
        """Keep what was put in order, show what was taken; `code` goes into the editor."""
        self.arranged = arranged
        self.call_later(self.show_hints)
        if code is not None:
            self.put_code(code)

    def put_code(self, code: str) -> None:
        """Put code into the editor and check it; the learner's own is kept beside the file."""
        workspace = self.session.workspace
        try:
            if self.exercise.start is not None:
                kept = self.ladder.carry_out(workspace)
                code = self.file.known = self.session.load(self.exercise)
            else:
                kept = self.ladder.keep_own(workspace, self.editor.text, code)
        except CourseError as error:
            self.course.show_error(error)
            return
        self.editor.replace_text(code)
        if self.save():
            self.unchecked = False
            if kept is not None:
                self.show_file_line(f"Your own version is kept beside it as {kept.name}")
        self.editor.call_later(self.check_counted)

    def check_counted(self) -> None:
        """Check the code, and count it; override it."""

    def action_lesson(self) -> None:
        """Open the lesson at the step that taught what the newest hint is about."""
        rungs = [rung for rung in self.ladder.taken() if rung.see is not None]
        if rungs and rungs[-1].see is not None:
            self.course.open_lesson(rungs[-1].see.lesson, rungs[-1].see.step - 1, by="hint")

    def after_pass(self, then: str) -> str:
        """What goes on from a pass, and that it was helped where it was."""
        helped = newest_was_helped(self.session.store, self.exercise.id)
        return f"{HELPED}\n{then}" if helped else then
