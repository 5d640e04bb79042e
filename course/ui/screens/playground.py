"""The playground: a program of the learner's own beside its output; it may ask for input."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from course.checking.dialogue import Dialogue
from course.checking.prompt import PromptCode
from course.errors import CourseError
from course.learner.unsaved import Unsaved
from course.model import Verdict
from course.ui import keys, styles
from course.ui.screens.exercise_file import short
from course.ui.screens.prompting import PromptingScreen
from course.ui.widgets.console import AnswerLine, Console
from course.ui.widgets.editor import CodeEditor
from course.ui.widgets.ending_words import run_line
from course.ui.widgets.prose import Prose
from course.verdict_words import exception_line, traceback_lines

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from course.model import ExceptionInfo, ProgramReport

EMPTY = "F5 runs your program. What it prints appears here."
ASKS = "It waits for you: type, then Enter"


class PlaygroundScreen(PromptingScreen):
    """The learner's program, its output, and a line to answer when it asks.

    `source` takes the place of the program that was there, which is kept with the earlier ones.
    A program that still runs when the screen goes away is ended.
    """

    CSS_PATH = styles.WORK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.PLAYGROUND, *keys.LEAVE_CODE, *keys.PLACE]
    AUTO_FOCUS = "CodeEditor"

    def __init__(self, source: str | None = None) -> None:
        super().__init__()
        self.title = "Playground"
        self._source = source
        self.dialogue: Dialogue | None = None
        self.played = ""
        """The program that was run last."""
        self.answers: list[str] = []
        """What it has read."""

    @property
    def place_name(self) -> str:
        """There is one."""
        return "playground"

    def compose_place(self) -> ComposeResult:
        """The code, and beside it (in a narrow window below it) what it prints."""
        self.playground = self.session.open_playground()
        program = self.playground.load()
        if kept := self.take_up("playground"):
            program, self.playground.known = kept.text, kept.base
        self.editor = CodeEditor(program, id="play-code")
        self.output = Console(id="console")
        self.answer = AnswerLine(id="answer")
        with Horizontal(id="play"):
            yield self.editor
            with Vertical(id="play-output"):
                yield Static("", id="play-state", markup=False)
                yield self.output
                with VerticalScroll(id="play-words", can_focus=False):
                    yield Prose()
                yield self.answer

    def on_mount(self) -> None:
        """Have a worker ready, and take over the code that was brought along."""
        self.session.checker.warm()
        self.query_one("#play-words").display = False
        self.answer.display = False
        if self.is_kept_elsewhere:
            self.save()
        if self._source is not None:
            self.take(self._source)
        self.sub_title = short(self.playground.file)
        self.show_state(EMPTY)

    @property
    def running(self) -> bool:
        """Whether a program runs, or waits for an answer."""
        return self.dialogue is not None

    # ------------------------------------------------------------ the program

    def take(self, source: str) -> None:
        """Put another program into the editor; the one that was there is kept."""
        source = source.rstrip("\n") + "\n" if source.strip() else ""
        try:
            if self.editor.text != source:
                self.playground.put_aside(self.editor.text)
                self.editor.replace_text(source)
        except CourseError as error:
            self.course.show_error(error)
        self.editor.focus()

    @on(TextArea.Changed, "#play-code")
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.typed()

    def draft(self) -> Unsaved:
        """The program as it is."""
        return Unsaved(
            place="playground",
            title="the playground",
            file=str(self.playground.file),
            text=self.editor.text,
            base=self.playground.known or "",
            why="",
        )

    def write_typed(self) -> None:
        """Keep the program as it is."""
        self.playground.save(self.editor.text)

    def action_save(self) -> None:
        """Save at once."""
        if self.save():
            self.sub_title = f"{short(self.playground.file)} · saved"

    def action_new(self) -> None:
        """Begin a new program."""
        self.take("")

    @work(group="ask", exclusive=True)
    async def action_earlier(self) -> None:
        """Bring back a program that was run before."""
        from course.ui.screens.earlier import EarlierDialog

        self.save()
        programs = self.playground.earlier()
        if not programs:
            self.notify("There are no earlier programs yet. Each one you run is kept.")
            return
        chosen = await self.app.push_screen_wait(EarlierDialog(programs))
        if chosen is not None:
            self.take(chosen)

    # ------------------------------------------------------------ running it

    def action_run(self) -> None:
        """Run the program. Keys that the editor has yet to take come first."""
        self.editor.call_later(self.run_shown)

    def run_shown(self) -> None:
        """Run the program as it stands; one that still runs is ended."""
        if not self.save():
            return
        try:
            self.playground.put_aside(self.editor.text)
        except CourseError as error:
            self.course.show_error(error)
        if self.dialogue is not None:
            self.dialogue.leave()
        self.played = self.editor.text
        self.output.clear()
        self.play(self.played)

    @work(group="play", exclusive=True)
    async def play(self, source: str) -> None:
        """Run a program and show what it does, until it ends or this worker is cancelled."""
        dialogue = Dialogue(self.output.write, self.asked, self.read)
        self.dialogue = dialogue
        self.answers = dialogue.typed
        self.begin()
        try:
            report = await self.session.checker.run_live(source, dialogue)
        finally:
            if self.dialogue is dialogue:  # else another run has begun
                self.dialogue = None
        if not self.is_attached:
            return
        self.finish()
        await self.show_ending(report, source, dialogue)

    def begin(self) -> None:
        """A program starts."""
        self.query_one("#play-words").display = False
        self.answer.value = ""
        self.answer.placeholder = ""
        self.answer.display = True
        self.show_state("Running")
        self.refresh_bindings()

    def finish(self) -> None:
        """No program runs any more."""
        was_answering = self.answer.has_focus
        self.answer.display = False
        if was_answering:
            self.editor.focus()
        self.refresh_bindings()

    def asked(self) -> None:
        """The program waits for a line; its first question brings the learner to the answer."""
        self.show_state(ASKS, "$accent")
        self.answer.placeholder = "Your answer"
        if self.dialogue is not None and not self.dialogue.typed:
            self.answer.focus()

    def read(self, line: str | None) -> None:
        """The program has taken a line."""
        self.output.echo(line)
        self.answer.placeholder = ""
        self.show_state("Running")

    async def show_ending(self, report: ProgramReport, source: str, dialogue: Dialogue) -> None:
        """Say how the program ended: the learner's own frames, then plain words."""
        stopped, waited = dialogue.stopped, dialogue.asks
        words, colour = run_line(report, stopped=stopped)
        self.show_state(words, colour)
        if report.exception is not None and not report.limit:
            self.output.say("\n".join(traceback_lines(report.exception)))
            self.output.say(exception_line(report.exception), "error")
            self.go_to_error(report.exception, source)
        from course.explaining.programs import explain_program, explain_stop

        why = None
        if stopped and not waited:
            why = await asyncio.to_thread(explain_stop, report, source)
        elif not stopped and report.verdict is not Verdict.PASSED:
            why = await asyncio.to_thread(explain_program, report, source)
        if why:
            await self.query_one(Prose).update(why)
            place = self.query_one("#play-words")
            place.display = True
            place.set_class(report.verdict is not Verdict.ERROR, "-stopped")
            place.scroll_home(animate=False)

    def go_to_error(self, exception: ExceptionInfo, source: str) -> None:
        """Go to the line it came from, unless the learner has gone on writing."""
        if exception.frames and self.editor.text == source:
            self.editor.move_cursor((exception.frames[-1].line - 1, 0))

    def show_state(self, words: str, colour: str = "$muted") -> None:
        """What the program is doing, in a few words."""
        self.query_one("#play-state", Static).update(Content.styled(words, colour))

    @on(AnswerLine.Answered)
    def _answered(self, event: AnswerLine.Answered) -> None:
        event.stop()
        if self.dialogue is not None:
            self.dialogue.answer(event.line)

    @on(AnswerLine.StopAsked)
    def _stop_asked(self, event: AnswerLine.StopAsked) -> None:
        event.stop()
        self.action_stop()

    def action_stop(self) -> None:
        """End the program."""
        if self.dialogue is not None:
            self.dialogue.stop()
            self.show_state("Stopping")

    def prompt_code(self) -> PromptCode:
        """The program as it stands."""
        return PromptCode.of_program(self.editor.text)

    # ------------------------------------------------------------ time travel

    def action_trace(self) -> None:
        """Step through the program, with what was typed when it last ran."""
        self.editor.call_later(self.trace_shown)

    def trace_shown(self) -> None:
        """Record the program as it stands, unless nothing is known to answer it with."""
        source = self.editor.text
        if source == self.played:
            typed = self.answers
        elif "input(" in source or "stdin" in source:
            self.notify(
                "Your program asks for input. F5 runs it; F3 then steps through that run, with "
                "what you typed.",
                markup=False,
            )
            return
        else:
            typed = []
        self.record(source, "".join(f"{line}\n" for line in typed))

    @work(group="trace", exclusive=True)
    async def record(self, source: str, stdin: str) -> None:
        """Record the program and open the recording."""
        from course.ui.screens.time_travel import TimeTravelScreen

        trace = await self.session.checker.trace_program(source, stdin)
        if self.is_current:
            self.app.push_screen(TimeTravelScreen(self.title or "", trace))

    # ------------------------------------------------------------ keys

    def action_other_pane(self) -> None:
        """Go from the code to the answer or the output, or back."""
        if self.editor.has_focus:
            (self.answer if self.answer.display else self.output).focus()
        else:
            self.editor.focus()

    def action_edit(self) -> None:
        """Go to the code."""
        self.editor.focus()

    def action_leave_editor(self) -> None:
        """Leave the program or the answer, and stay in the playground."""
        self.set_focus(None)

    def on_descendant_focus(self) -> None:
        """Offer the keys that work where the learner is."""
        self.refresh_bindings()

    def on_descendant_blur(self) -> None:
        """Offer the keys that a focused editor would have taken."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        if action == "stop":
            return self.running
        if action == "leave_editor":
            return isinstance(self.focused, (CodeEditor, AnswerLine))
        if action == "edit":
            return not isinstance(self.focused, (CodeEditor, AnswerLine))
        return super().check_action(action, parameters)
