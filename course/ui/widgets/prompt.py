"""The `>>>` pane: a Python with the learner's code in it, what it answers, and its variables."""

from __future__ import annotations

import textwrap
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from course.checking.dialogue import Dialogue
from course.checking.prompt import Prompt, PromptAnswer, PromptCode
from course.errors import CourseError
from course.model import ExceptionInfo, ProgramReport, Verdict
from course.ui import keys
from course.ui.aids.blocks import is_complete
from course.ui.widgets.console import Console
from course.ui.widgets.editor import CodeEditor
from course.ui.widgets.later import is_there

if TYPE_CHECKING:
    from textual.app import ComposeResult

SIGN, MORE, ANSWER = ">>> ", "... ", "  ? "
_RUNS = "Running · Ctrl+C stops it"
_ASKS = "It waits for you: type, then Enter"
_OLDER = "This is your code as it was · Ctrl+L loads it as it is now"
_ENDED = "This Python has ended · Ctrl+L begins a new one"
_LINES_KEPT = 5_000
_HISTORY = 500


class PromptLine(CodeEditor):
    """What is typed at the prompt: Enter runs a whole block, the arrows bring back earlier ones."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.ANSWER]

    @dataclass
    class Entered(Message):
        """Run this block, or answer with it."""

        block: str

    @dataclass
    class StopAsked(Message):
        """The learner wants what runs to be interrupted."""

    @dataclass
    class EndAsked(Message):
        """There is no more input."""

    def __init__(self) -> None:
        super().__init__(id="prompt-line")
        self.show_line_numbers = False
        self.answers = False
        """Whether it is an answer to `input()`, which may be anything."""
        self._earlier: list[str] = []
        self._at = 0
        self._unfinished = ""

    @property
    def marks_errors(self) -> bool:
        """Python says it on Enter."""
        return False

    @property
    def completes(self) -> bool:
        """The names are those of the Python that runs."""
        return False

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and (self.answers or is_complete(self.text)):
            event.stop()
            event.prevent_default()
            self._enter()
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        """What is pasted is to be read before it runs; lines of a shown prompt lose its signs."""
        await super()._on_paste(event)
        lines = event.text.split("\n")
        if lines[0].startswith(SIGN):
            event.text = "\n".join(it[4:] for it in lines if it[:4] in (SIGN, MORE))

    def _enter(self) -> None:
        block = self.text.rstrip() if not self.answers else self.text
        if block.strip() and not self.answers and block not in self._earlier[-1:]:
            self._earlier = [*self._earlier[-_HISTORY:], block]
        self._at, self._unfinished = len(self._earlier), ""
        self.load_text("")
        self.post_message(self.Entered(block))

    def action_cursor_up(self, select: bool = False) -> None:
        """On the first line, bring back what was entered before."""
        if select or not self.cursor_at_first_line or not self._at:
            super().action_cursor_up(select)
            return
        if self._at == len(self._earlier):
            self._unfinished = self.text
        self._at -= 1
        self._bring(self._earlier[self._at])

    def action_cursor_down(self, select: bool = False) -> None:
        """On the last line, go on to what was entered after it."""
        if select or not self.cursor_at_last_line or self._at >= len(self._earlier):
            super().action_cursor_down(select)
            return
        self._at += 1
        is_last = self._at == len(self._earlier)
        self._bring(self._unfinished if is_last else self._earlier[self._at])

    def _bring(self, block: str) -> None:
        self.replace_text(block)
        self.move_cursor(self.document.end)

    def action_stop(self) -> None:
        """Copy what is selected; else interrupt what runs, as at a terminal."""
        if self.selected_text:
            self.action_copy()
        else:
            self.post_message(self.StopAsked())

    def action_end_input(self) -> None:
        """End the input where nothing is typed; else delete a letter, as at a terminal."""
        if self.text:
            self.action_delete_right()
        else:
            self.post_message(self.EndAsked())


class PromptPane(Vertical):
    """The prompt of a place. `code` is what it begins with, `serve` runs it until it ends.

    Its process begins when it is opened, goes on while it is hidden, and ends with the place.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.PROMPT_PANE]

    @dataclass
    class Closed(Message):
        """The learner goes back to where they were."""

    def __init__(
        self,
        code: Callable[[], PromptCode],
        serve: Callable[[PromptCode, Prompt], Awaitable[str]],
    ) -> None:
        super().__init__(id="prompt")
        self._code = code
        self._serve = serve
        self.loaded = code()
        self.output = Console(id="prompt-output", most=_LINES_KEPT)
        self.line = PromptLine()
        self.state = Static("", id="prompt-state", markup=False)
        self.values = Static("", id="prompt-values", markup=False)
        self.sign = Static(SIGN, id="prompt-sign", markup=False)
        self.prompt: Prompt | None = None
        self.answer: PromptAnswer | None = None
        self._waiting: list[str] = []
        self._last = ""

    def compose(self) -> ComposeResult:
        """How it stands, what was printed beside the variables, and the line to type in."""
        yield self.state
        with Horizontal(id="prompt-body"):
            yield self.output
            yield self.values
        with Horizontal(id="prompt-entry"):
            yield self.sign
            yield self.line

    def on_mount(self) -> None:
        """Load the code."""
        self.begin()

    @property
    def runs(self) -> bool:
        """Whether something runs now."""
        return self.prompt is not None and not self.prompt.waits

    # ------------------------------------------------------------ one process after another

    def begin(self, *, anew: bool = True) -> None:
        """Begin a new Python with the code as it is; `anew` with nothing on the screen."""
        self.loaded = self._code()
        self.answer = None
        if anew:
            self.output.clear()
        self.serve(self.loaded)

    @work(group="play", exclusive=True)
    async def serve(self, code: PromptCode) -> None:
        """Serve one process until it ends; another follows where it was not the code itself."""
        prompt = Prompt(Dialogue(self.output.write, self._asked, self._read), self._answered)
        self.prompt = prompt
        self._show_state()
        try:
            why = await self._serve(code, prompt)
        except CourseError as error:
            why = str(error)
        finally:
            if self.prompt is prompt:
                self.prompt = None
        if not is_there(self):
            return
        self._expect(answer=False)
        self.output.say(why or "This Python has ended.", "error" if why else "quiet")
        if self.answer is not None:
            self.output.say("A new one begins, with your code loaded.")
            self.begin(anew=False)
        else:
            self._show_state()

    def _answered(self, answer: PromptAnswer) -> None:
        is_first, self.answer = self.answer is None, answer
        if is_first:
            names = ", ".join(reversed(answer.defines))
            has_anything = answer.defines or answer.values
            ends = "is loaded" if answer.exception is None else "is loaded up to there"
            if answer.exception is not None and not has_anything:
                ends = "has not been loaded"
            self.output.say(f"{self.loaded.name} {ends}{f': {names}' if names else ''}")
        if answer.exception is not None and answer.exception.type != "KeyboardInterrupt":
            self.explain(answer.exception)
        self._expect(answer=False)
        self._show_state()
        self._show_values()
        self._run_next()

    def explain(self, exception: ExceptionInfo) -> None:
        """What an exception means, in a sentence or two below it."""
        from course.explaining.programs import explain_program

        source = self.loaded.source
        if exception.frames and exception.frames[-1].file.startswith("<"):
            source = self._last
        report = ProgramReport(Verdict.ERROR, exception=exception)
        if words := explain_program(report, source):
            width = max(self.output.scrollable_content_region.width, 20)
            for paragraph in words.replace("`", "").split("\n"):
                self.output.say("\n".join(textwrap.wrap(paragraph, width)))

    # ------------------------------------------------------------ what is typed

    @on(PromptLine.Entered)
    def _entered(self, event: PromptLine.Entered) -> None:
        event.stop()
        if self.line.answers and self.prompt is not None:
            self.prompt.dialogue.answer(event.block)
            return
        self._waiting.append(event.block)
        if self.prompt is None:
            self.begin(anew=False)
        else:
            self._run_next()

    def _run_next(self) -> None:
        """Run what was entered first, where nothing runs; it is shown as it begins."""
        while self._waiting and self.prompt is not None and self.prompt.waits:
            block = self._waiting.pop(0)
            for sign, line in zip_signs(block):
                self.output.write(sign)
                self.output.echo(line)
            if block.strip():
                self._last = block
                self.prompt.enter(block)
                self._show_state()

    def _asked(self) -> None:
        """`input()` waits for a line."""
        self._expect(answer=True)
        self._show_state()

    def _read(self, line: str | None) -> None:
        """A line was taken."""
        self.output.echo(line)
        self._expect(answer=False)
        self._show_state()

    def _expect(self, *, answer: bool) -> None:
        self.line.answers = answer
        self.sign.update(ANSWER if answer else SIGN)

    @on(PromptLine.StopAsked)
    def _stop_asked(self, event: PromptLine.StopAsked) -> None:
        event.stop()
        if self.runs and self.prompt is not None:
            self._waiting.clear()
            self.prompt.interrupt()
        else:
            self.line.load_text("")

    @on(PromptLine.EndAsked)
    def _end_asked(self, event: PromptLine.EndAsked) -> None:
        event.stop()
        if self.line.answers and self.prompt is not None:
            self.prompt.dialogue.answer(None)
        else:
            self.action_close_prompt()

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()  # it is kept nowhere
        lines = self.line.document.line_count
        if not self.line.answers:
            self.sign.update("\n".join([SIGN, *[MORE] * (lines - 1)]))

    def action_close_prompt(self) -> None:
        """Go back to where the prompt was opened from."""
        self.post_message(self.Closed())

    # ------------------------------------------------------------ how it stands

    def look(self) -> None:
        """The code may have changed: say so."""
        if self.is_mounted and self.display and not self.runs:
            self._show_state()

    def _show_state(self) -> None:
        if self.line.answers:
            words, colour = _ASKS, "$accent"
        elif self.prompt is None:
            words, colour = _ENDED, "$warning"
        elif not self.prompt.waits:
            words, colour = _RUNS, "$accent"
        elif self._code().source != self.loaded.source:
            words, colour = _OLDER, "$warning"
        else:
            words, colour = f"{self.loaded.name} · Esc goes back", "$muted"
        self.state.update(Content.styled(words, colour))

    def on_resize(self) -> None:
        """The variables have another place in a narrow window."""
        self._show_values()

    def _show_values(self) -> None:
        place = self.values
        values = self.answer.values if self.answer is not None else ()
        place.display = bool(values)
        gap = "\n" if self.screen.has_class("-wide") else "  "
        place.update(
            Content(gap).join(
                Content.assemble((name, "$accent"), " ", (kind, "$muted"), f" {value}")
                for name, kind, value in values
            )
        )


def zip_signs(block: str) -> list[tuple[str, str]]:
    """The lines of a block, each with the sign of the prompt before it."""
    first, *more = block.split("\n")
    return [(SIGN, first), *((MORE, line) for line in more)]
