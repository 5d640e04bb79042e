"""An exercise: the brief, the learner's code, what the tests found; hints, reset, comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widgets import Static

from course.catalogue import package
from course.catalogue.milestones import file_of_milestone, milestone_of, milestone_words
from course.checking.prompt import PromptCode
from course.checking.tracer import can_be_stepped
from course.errors import CourseError
from course.signs import RIGHT, WRONG
from course.ui import keys, styles
from course.ui.messages import ProgressChanged
from course.ui.screens.base import PART, WIDE
from course.ui.screens.confirm import ConfirmDialog
from course.ui.screens.exercise_file import short
from course.ui.screens.helped import HelpedScreen
from course.ui.screens.prompting import PromptingScreen
from course.ui.widgets.brief import BriefPanel
from course.ui.widgets.diff_editor import DiffEditor
from course.ui.widgets.editor import CodeEditor
from course.ui.widgets.panes import PANES, PaneTab, PaneTabs
from course.ui.widgets.project_editor import ProjectEditor
from course.ui.widgets.results import ResultsPanel
from course.ui.widgets.steps.base import BUSY_AFTER

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from course.model import CheckReport, TestResult
    from course.ui.widgets.repository import RepositoryPanel


PASSED = f"{RIGHT} You have passed this exercise. F4 compares your solution."


class ExerciseScreen(HelpedScreen, PromptingScreen):
    """The exercise `exercise_id`: side by side in a wide window, else one pane at a time.

    `pane` is the pane that a narrow window shows.
    """

    CSS_PATH = styles.WORK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.EXERCISE, *keys.LEAVE_CODE, *keys.PLACE]
    AUTO_FOCUS = None
    makes_way = True

    pane: reactive[str] = reactive("brief", init=False)
    WORK: ClassVar[str] = PANES["code"]
    KEPT: ClassVar[str] = "Your code is kept in a file beside"

    def __init__(self, exercise_id: str) -> None:
        super().__init__()
        self.exercise_id = exercise_id
        self.passed = False
        self.ready = False

    @property
    def place_name(self) -> str:
        """Its id."""
        return f"exercise:{self.exercise_id}"

    def compose_place(self) -> ComposeResult:
        """Tabs for a narrow window, then the panes."""
        self.exercise = self.session.catalogue.exercise(self.exercise_id)
        self.ladder = self.session.ladder(self.exercise)
        self.stage = self.session.stage(self.exercise)
        text = self.open_file()
        self.editor = self.make_editor(text)
        self.results = ResultsPanel(id="results")
        self.results.steps = can_be_stepped(self.exercise)
        brief = BriefPanel(self.exercise)
        self.panes = {"brief": brief, "code": self.editor, "results": self.results}
        yield PaneTabs(self.WORK)
        with Horizontal(id="panes"):
            yield brief
            with Vertical(id="work"):
                yield self.editor
                yield Static("", id="file-line", markup=False)
                yield self.results

    def make_editor(self, text: str) -> CodeEditor | ProjectEditor | RepositoryPanel:
        """Where the learner works."""
        if self.exercise.package:
            files = package.split(text)
            first = file_of_milestone(self.exercise, self.stage, files) if self.stage >= 0 else ""
            return ProjectEditor(text, first, id="code")
        if self.exercise.source.kind == "review":
            return DiffEditor(text, id="code", python=False)
        return CodeEditor(text, id="code", python=self.file.path.suffix == ".py")

    @on(DiffEditor.CommentAsked)
    def _comment_asked(self, event: DiffEditor.CommentAsked) -> None:
        """Ask for a comment on a line of a review; it is below that line as it is typed."""
        from course.ui.screens.remark import RemarkDialog

        editor, row, before = event.editor, event.row, event.editor.cursor_location

        def typed(words: str) -> None:
            if editor.cursor_location != before and editor.is_in_comment:
                editor.comment_again(words)
            elif words:
                editor.comment_on(row, words)
            if not words:
                editor.move_cursor(before)

        event.stop()
        self.app.push_screen(RemarkDialog(editor.document.get_line(row), typed))

    async def on_mount(self) -> None:
        """Show what there is, have a worker ready, follow the file."""
        self.title = self.exercise.title
        self.show_place()
        self.passed = self.session.is_passed(self.exercise_id)
        self.session.checker.warm(self.exercise.source.needs)
        self.show_pane()
        self.show_file_line()
        await self.show_hints()
        if self.passed:
            await self.results.say(PASSED)
        if self.course.settings.live_checks:
            self.check(counted=False, shown=not self.is_given(self.file.known))
        narrow = self.app.size.width < WIDE
        (self.query_one(BriefPanel) if narrow else self.editor).focus()
        self.follow_file()
        self.tell_task_news()
        if self.is_kept_elsewhere:
            self.save()
        self.ready = True

    def show_place(self) -> None:
        """Which milestone of a project the learner is at, or that it is an exam; the module."""
        module = self.exercise_id.partition("/")[0]
        stage = [milestone_words(self.exercise, self.stage)] if self.exercise.milestones else []
        stage += ["Exam"] if self.exercise_id in self.session.without_hints else []
        self.sub_title = PART.join([*stage, self.session.catalogue.module_entry(module).title])

    # ------------------------------------------------------------ panes

    def show_pane(self) -> None:
        """Show the pane's tab, and in a narrow window nothing but the pane."""
        # One change of the looks of all that is on the screen: the second shows both.
        self.remove_class(*(f"-show-{it}" for it in PANES if it != self.pane), update=False)
        self.add_class(f"-show-{self.pane}")
        self.query_one(PaneTabs).show(self.pane)

    def watch_pane(self) -> None:
        """Follow the chosen pane with the keys."""
        self.show_pane()
        self.panes[self.pane].focus()

    def action_pane(self, name: str) -> None:
        """Show a pane and give it the keys."""
        if self.pane == name:
            self.panes[name].focus()
        self.pane = name

    def action_next_pane(self) -> None:
        """Show the pane after this one."""
        names = list(PANES)
        self.action_pane(names[(names.index(self.pane) + 1) % len(names)])

    @on(PaneTab.Chosen)
    def _tab_chosen(self, event: PaneTab.Chosen) -> None:
        event.stop()
        self.action_pane(event.pane)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember which pane has the keys, for when the window becomes narrow."""
        for widget in (event.widget, *event.widget.ancestors):
            if widget.id in PANES:
                self.set_reactive(ExerciseScreen.pane, widget.id)
                self.show_pane()
                break
        self.refresh_bindings()

    def on_descendant_blur(self) -> None:
        """Offer the keys that a focused editor would have taken."""
        self.refresh_bindings()

    def offers(self, action: str) -> bool:
        """Stepping through is named where there is something to step through."""
        return super().offers(action) and (action != "trace" or self.results.can_step)

    def action_back(self) -> None:
        """From narrow results of a check that failed go to the code; else leave the exercise."""
        if self.asking:
            return
        report = self.results.report
        failed = report is not None and not report.passed
        if failed and self.has_class("-narrow") and self.pane == "results":
            self.action_pane("code")
        else:
            super().action_back()

    def action_leave_editor(self) -> None:
        """Leave the code, and stay in the exercise."""
        self.set_focus(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        if action in ("compare", "next"):
            return self.passed
        if action in ("files", "trace"):
            return bool(self.files) if action == "files" else self.results.steps
        if action == "next_pane":
            return self.has_class("-narrow")
        if action == "pane" and parameters == ("code",):
            return not isinstance(self.focused, CodeEditor)
        if action == "leave_editor":
            return isinstance(self.focused, CodeEditor)
        return super().check_action(action, parameters)

    # ------------------------------------------------------------ checking

    async def progress_changed_elsewhere(self) -> None:
        """A pass or a hint from another app or the command line counts here as well."""
        await self.show_hints_again()
        if not self.passed and self.session.is_passed(self.exercise_id):
            self.passed = True
            self.query_one(PaneTabs).say("results", RIGHT)
            if self.results.report is None or not self.results.report.passed:
                await self.results.say(PASSED)
            self.refresh_bindings()

    def check_quietly(self) -> None:
        """The code has changed: check it, unless the learner has switched that off."""
        if self.course.settings.live_checks:
            self.check(counted=False)

    def action_check(self) -> None:
        """Run the tests; this one counts. Keys that the editor has yet to take come first."""
        self.editor.call_later(self.check_counted)

    def check_counted(self) -> None:
        """Save and check the code as it now is."""
        if self.pause is not None:
            self.pause.stop()
        if self.save():
            self.check(counted=True)

    @work(group="check", exclusive=True)
    async def check(self, *, counted: bool, shown: bool = True) -> None:
        """Check the code as it stands and show what was found; why it failed follows in place.

        One that is not `shown` has the first real check find everything ready.
        """
        if not counted and self.session.consent.lacks(self.exercise.source.needs):
            return  # it is asked for when the learner asks for a check
        source = self.editor.text
        late = self.set_timer(BUSY_AFTER, lambda: self.results.show_working(self.exercise))
        if not counted:
            late.stop()

        async def at_once(report: CheckReport) -> None:
            late.stop()
            self.results.stop_working()
            if shown and not report.diagnosis:
                await self.show_report(report, counted=counted)

        try:
            report = await self.session.submit(
                self.exercise, source, counted=counted, save=False, at_once=at_once
            )
        finally:
            late.stop()
            self.results.stop_working()
        self.checked = source, report
        if not shown:
            return
        if self.results.waits_for(report):
            await self.results.explain(report, self.exercise)
            if counted:
                self.post_message(ProgressChanged())
        else:
            await self.show_report(report, counted=counted)

    async def show_report(self, report: CheckReport, *, counted: bool) -> None:
        """Show a report; one that was asked for comes to the front. A pass is counted."""
        if self.exercise.milestones and report.tests:
            self.stage = milestone_of(self.exercise, {it.id: it.outcome for it in report.tests})
            self.show_place()
        if report.passed and not self.passed:
            self.passed = True
            await self.show_hints_again()
        if counted or report.passed:
            self.post_message(ProgressChanged())
        then = "F4 compares your solution with others · n goes on"
        if not counted and isinstance(self.focused, CodeEditor):
            then = "Esc leaves the code; then n goes on · F4 compares your solution with others"
        if report.passed:
            then = self.after_pass(then)
        self.app.clear_notifications()  # what was said of the code before
        await self.results.show(report, self.exercise, counted=counted, then=then)
        self.query_one(PaneTabs).say("results", RIGHT if report.passed else WRONG)
        self.set_class(True, "-checked")
        self.refresh_bindings()
        if counted:
            if self.has_class("-narrow"):
                self.action_pane("results")
            elif report.passed:
                self.results.focus()

    # ------------------------------------------------------------ time travel

    def action_trace(self) -> None:
        """Step through the call of the test that the results are about."""
        test = self.results.shown_test
        if test is None:
            self.notify(
                "F5 checks your code first. F3 then steps through the call that failed."
                if self.results.report is None
                else "There is no call to step through yet. The results say what to put right.",
                markup=False,
            )
            return
        self.record(test)

    @work(group="trace", exclusive=True)
    async def record(self, test: TestResult) -> None:
        """Record the code as it stands on a test and open the recording."""
        from course.ui.screens.time_travel import TimeTravelScreen

        checker = self.session.checker
        trace = await checker.trace(self.exercise, self.editor.text, test)
        if self.is_current:
            screen = TimeTravelScreen(self.exercise.title, trace, test)
            self.app.push_screen(screen)
            if trace.failure is not None:
                screen.departure = await checker.departure(self.exercise, trace, test)

    @property
    def module_of_code(self) -> str:
        """The exercise's."""
        return self.exercise_id.partition("/")[0]

    def prompt_code(self) -> PromptCode:
        """The code as it is; an answer in words is no code."""
        if self.file.path.suffix != ".py" and not self.exercise.package:
            return PromptCode.of_program("")
        return PromptCode.of_exercise(self.exercise, self.editor.text)

    # ------------------------------------------------------------ comparison, next

    def to_brief(self) -> None:
        """In a narrow window go to the brief, where the hints are."""
        if self.has_class("-narrow"):
            self.action_pane("brief")

    def action_compare(self) -> None:
        """Show the passing solution beside the others."""
        from course.ui.screens.comparison import ComparisonScreen

        try:
            comparison = self.session.comparison(self.exercise)
        except CourseError as error:
            self.course.show_error(error)
            return
        self.app.push_screen(ComparisonScreen(self.exercise, comparison))

    def action_next(self) -> None:
        """Go on with the lesson after this exercise, or back to where it was opened."""
        entry = self.session.catalogue.lesson_of(self.exercise_id)
        if entry is None:
            self.course.go_back()
            return
        steps = self.session.catalogue.lesson(entry.id).steps
        places = (at for at, step in enumerate(steps) if step.content == self.exercise_id)
        here = next(places, None)
        self.course.open_lesson(entry.id, None if here is None else here + 1)

    @work(group="ask", exclusive=True)
    async def action_reset(self) -> None:
        """Put the starter back, once the learner says so."""
        question = ConfirmDialog(
            "Put the starter back?",
            f"{self.KEPT} {short(self.file.path)}.",
            yes="Put it back",
            no="Go on with my code",
        )
        if not await self.app.push_screen_wait(question):
            return
        mine = self.editor.text
        try:
            self.write_typed()
        except CourseError:  # the starter makes way for nothing that was typed either
            self.session.workspace.keep(self.exercise, mine, "reset")
        kept = self.file.reset()
        self.saved()
        self.editor.replace_text(self.file.known)
        await self.results.clear()
        words = f"your version is kept as {kept.name}" if kept else "nothing was changed before"
        self.show_file_line(f"The starter is back; {words}")
