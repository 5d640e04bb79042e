"""The steps that are read and tried: text and example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from course.ui.widgets.code import CodeView
from course.ui.widgets.editor import CodeEditor
from course.ui.widgets.later import once_drawn
from course.ui.widgets.program_output import ProgramOutput
from course.ui.widgets.prose import Prose
from course.ui.widgets.steps.base import StepView

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from course.model import ProgramReport


def explained(report: ProgramReport, source: str) -> str:
    """Why a program of the learner's own ended as it did, as the playground says it."""
    from course.explaining.programs import explain_program

    return explain_program(report, source) or ""


class TextStep(StepView):
    """A page to read."""

    def compose_step(self) -> ComposeResult:
        """The text."""
        yield Prose(self.content)


class ExampleStep(StepView):
    """Code that runs, can be changed and run again."""

    HEADING = "Example"
    VERB = "Run"

    def compose_step(self) -> ComposeResult:
        """The code, room for what it prints, the note."""
        with Vertical(classes="code-frame"):
            yield CodeView(self.content.code)
        yield from self.compose_files()
        yield ProgramOutput()
        why = Prose(classes="example-why")
        why.display = False
        yield why
        if self.content.note:
            yield Prose(self.content.note)

    def keys_line(self) -> str:
        """The keys for the code, also after it ran."""
        if self.editor is not None:
            return "F5 runs it · F7 selects all · Ctrl+R puts the example back"
        return "Enter · e changes the code"

    _changed = ""

    @property
    def typed(self) -> str | None:
        """The code, where it was changed."""
        code = self.source
        return code if code.rstrip("\n") != self.content.code.rstrip("\n") else None

    def put_back(self, text: str) -> None:
        """Go on with the code as it was changed."""
        self._changed = text
        self.edit()

    @property
    def editor(self) -> CodeEditor | None:
        """The editor, once the learner has asked for it."""
        return next(iter(self.query(CodeEditor)), None)

    @property
    def source(self) -> str:
        """The code as it is shown."""
        return self.editor.text if self.editor is not None else self.content.code

    @property
    def traceable(self) -> str | None:
        """The code as it is shown."""
        return self.source

    @property
    def editable(self) -> bool:
        """An example can be edited."""
        return True

    def first_focus(self) -> Widget | None:
        """The editor, where there is one."""
        return self.editor

    def edit(self) -> None:
        """Put an editor in the place of the code."""
        if self.editor is None:
            frame = self.query_one(".code-frame", Vertical)
            editor = CodeEditor(self._changed or self.content.code.rstrip("\n") + "\n")
            frame.add_class("-editing")
            frame.query(CodeView).remove()
            frame.mount(editor)
            self.finished = False
            self.watch_busy(False)
        if self.editor is not None:
            self.editor.focus()

    def act(self) -> None:
        """Run the code; once it has run unchanged, continue."""
        if self.finished:
            self.post_message(self.Finished())
        else:
            self.run()

    @property
    def runs(self) -> str:
        """The code can be run at any time."""
        return "run"

    def run(self) -> None:
        """Run the code as it is shown."""
        self.post_message(self.RunAsked(self, self.source))

    async def show_program(self, report: ProgramReport) -> None:
        """Show the output in its place between the code and the note."""
        self.query_one(ProgramOutput).show(report)
        words = explained(report, self.source) if self.source != self.content.code else ""
        why = self.query_one(".example-why", Prose)
        await why.update(words)
        why.display = bool(words)
        self.finished = True
        last = self.query_one("#act")
        once_drawn(self, last.scroll_visible, animate=False)
