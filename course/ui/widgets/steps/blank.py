"""Code with gaps to fill in."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events, on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from course.ui.widgets.code import code_lines
from course.ui.widgets.later import once_drawn
from course.ui.widgets.program_output import ProgramOutput
from course.ui.widgets.prose import Prose
from course.ui.widgets.steps.base import AnswerWords
from course.ui.widgets.steps.tried import TriedView
from course.ui.widgets.whole import LineField

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget


GAP = "___"
_NARROWEST = 10


class GapInput(LineField):
    """One gap. It grows with what is typed and does not tell how long the answer is."""

    def __init__(self) -> None:
        super().__init__(compact=True, classes="gap")
        self.styles.width = _NARROWEST

    def watch_value(self, value: str) -> None:
        """Make room for the text and the cursor."""
        self.styles.width = max(_NARROWEST, cell_len(value) + 2)

    def on_focus(self) -> None:
        """Come into view: in a narrow window a line of code goes on behind the edge."""
        once_drawn(self, self._into_view)

    def on_input_changed(self) -> None:
        """What is typed is seen."""
        once_drawn(self, self._into_view)

    def _into_view(self) -> None:
        for frame in self.ancestors:
            if isinstance(frame, Vertical) and frame.has_class("code-frame"):
                frame.scroll_to_widget(self, animate=False)

    def on_key(self, event: events.Key) -> None:
        """Up and Down go to the gap before and after, as in a form."""
        if event.key in ("up", "down"):
            event.stop()
            gaps = list(self.screen.query(GapInput))
            place = gaps.index(self) + (1 if event.key == "down" else -1)
            if 0 <= place < len(gaps):
                gaps[place].focus()


def pieces(line: Content) -> list[Content]:
    """A line of code cut at its gaps; one piece more than there are gaps."""
    text = line.plain
    starts: list[int] = []
    while (gap := text.find(GAP, starts[-1] + len(GAP) if starts else 0)) >= 0:
        starts.append(gap)
    edges = [-len(GAP), *starts, len(text)]
    return [line[start + len(GAP) : end] for start, end in pairwise(edges)]


class BlankStep(TriedView):
    """Fill each gap; right when the program does what it should."""

    UNANSWERED = "Fill in every blank first."

    def compose_step(self) -> ComposeResult:
        """The question, the code with its gaps, the answer's words."""
        if self.content.question:
            yield Prose(self.content.question)
        with Vertical(classes="code-frame"):
            for line in code_lines(self.content.code.rstrip("\n")):
                if GAP not in line.plain:
                    yield Static(line, classes="code-row")
                    continue
                with Horizontal(classes="code-row"):
                    first, *others = pieces(line)
                    yield Static(first, classes="code-piece")
                    for piece in others:
                        yield GapInput()
                        yield Static(piece, classes="code-piece")
        yield from self.compose_files()
        yield ProgramOutput(self.kind.shows)
        yield AnswerWords()

    def hint(self) -> str:
        """The keys for filling in."""
        return "Enter goes to the next blank, then answers"

    @property
    def gaps(self) -> list[GapInput]:
        """The gaps in order."""
        return list(self.query(GapInput))

    @property
    def typed(self) -> str | None:
        """What is in the gaps, a line each."""
        values = [gap.value for gap in self.gaps]
        return "\n".join(values) if any(values) and not self.finished else None

    def put_back(self, text: str) -> None:
        """Fill the gaps as they were."""
        if not self.finished:
            for gap, value in zip(self.gaps, text.split("\n"), strict=False):
                gap.value = value

    def first_focus(self) -> Widget | None:
        """The first gap, unless all is done."""
        return self.gaps[0] if self.gaps and not self.finished else None

    def answer(self) -> tuple[str, ...] | None:
        """What is in the gaps, or None while one is empty."""
        values = tuple(gap.value.strip() for gap in self.gaps)
        empty = next((gap for gap, value in zip(self.gaps, values, strict=True) if not value), None)
        if empty is not None:
            empty.focus()
            return None
        return values

    def lacks(self) -> str:
        """Going to the blank that is empty says it, unless the keys are there already."""
        return super().lacks() if any(it.has_focus and not it.value for it in self.gaps) else ""

    @on(Input.Submitted)
    def _next_gap(self, event: Input.Submitted) -> None:
        """Enter: the next empty gap, or the answer."""
        event.stop()
        self.act()

    def settle(self) -> None:
        """Keep what is in the gaps."""
        for gap in self.gaps:
            gap.disabled = True
        self.query_one("#act").focus()

    async def recall(self) -> None:
        """Answered before: show the author's answers."""
        for gap, answer in zip(self.gaps, self.content.answers, strict=False):
            gap.value = str(answer)
        await super().recall()
