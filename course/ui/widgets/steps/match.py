"""Two columns of texts to be joined in pairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Label

from course.learner.questions.match import LETTERS, rights_shown
from course.signs import HERE, RIGHT, WRONG
from course.ui.widgets.choices import ChoiceRow, Rows
from course.ui.widgets.prose import Prose, inline
from course.ui.widgets.steps.base import AnswerWords, QuestionView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from course.learner.questions import Marked


class PairBench(Rows):
    """Texts on the left with numbers, texts on the right with letters, one cursor over both.

    The cursor counts from the first text on the left to the last on the right. `joined` maps a
    position on the left to one on the right, `marks` a position on the left to whether its pair
    is right. A number goes to its text, a letter joins that one with the text of the letter.
    """

    DEFAULT_CSS = """
    PairBench {
        layout: horizontal;
        height: auto;
        margin-bottom: 1;
        & > Vertical { width: 1fr; height: auto; }
        & .choice > .choice-number { width: 4; }
        &:focus .choice.-cursor { background: $panel; }
    }
    """

    joined: reactive[dict[int, int]] = reactive(dict)

    @dataclass
    class Answered(Message):
        """The learner answers with what is joined."""

    def __init__(self, lefts: Sequence[Content], rights: Sequence[Content]) -> None:
        super().__init__()
        self.sides = (tuple(lefts), tuple(rights))
        self.count = len(lefts)
        self.waiting = 0

    def compose(self) -> ComposeResult:
        """A column for each side."""
        for side, texts in enumerate(self.sides):
            with Vertical():
                for at, text in enumerate(texts):
                    yield ChoiceRow(side * self.count + at, text)

    def watch_joined(self) -> None:
        """Draw what is joined."""
        self.draw()

    @property
    def is_complete(self) -> bool:
        """Whether every text is joined with one."""
        return len(self.joined) == self.count

    def draw(self) -> None:
        """The number or letter of each row, what it is joined with, whether that is right."""
        left_of = {right: left for left, right in self.joined.items()}
        for row in self.query(ChoiceRow):
            side, at = divmod(row.position, self.count)
            here = not self.locked and row.position == self.cursor
            mark = self.marks.get(at) if side == 0 else None
            # The text that waits for its partner keeps a sign while the cursor is on the right.
            waits = not self.locked and self.cursor >= self.count and row.position == self.waiting
            row.set_class(here or waits, "-cursor")
            row.set_class(mark is True, "-right")
            row.set_class(mark is False, "-wrong")
            name = LETTERS[at] if side else str(at + 1)
            if side:
                partner = str(left_of[at] + 1) if at in left_of else ""
            else:
                partner = LETTERS[self.joined[at]] if at in self.joined else ""
            sign = {True: RIGHT, False: WRONG, None: ""}[mark]
            for label in row.query(".choice-number").results(Label):
                label.update(Content(f"{HERE if here else ' '} {name}"))
            for label in row.query(".choice-mark").results(Label):
                label.update(Content(f"{partner or '·'} {sign}"))

    # ------------------------------------------------------------ keys and mouse

    async def on_key(self, event: events.Key) -> None:
        """A letter joins, Left and Right change the side, Backspace takes a pair apart.

        Keys with a binding are done here too: they would rise to the app first, and a letter
        typed right after a number would overtake it.
        """
        letters = LETTERS[: self.count]
        bound = self._bindings.key_to_bindings.get(event.key)
        if event.key in ("left", "right"):
            self._go_to(1 if event.key == "right" else 0)
        elif event.key in ("backspace", "delete"):
            self._part(self.cursor)
        elif event.key in letters:
            self.pick(self.count + letters.index(event.key))
        elif bound:
            await self.run_action(bound[0].action)
        else:
            return
        event.stop()

    def action_move(self, by: int) -> None:
        """Move the cursor in its column; it stops at the ends."""
        first = self.count * (self.cursor // self.count)
        self.cursor = max(first, min(first + self.count - 1, self.cursor + by))

    def action_pick(self, number: int) -> None:
        """The number of a text on the left: it waits for its partner."""
        if number <= self.count:
            self.pick(number - 1)

    def action_tick(self) -> None:
        """Pick the text under the cursor."""
        self.pick(self.cursor)

    def action_answer(self) -> None:
        """Pick the text under the cursor, or answer where all of them are joined."""
        if self.is_complete or self.locked:
            self.post_message(self.Answered())
        else:
            self.pick(self.cursor)

    def pick(self, position: int) -> None:
        """A text on the left waits; one on the right is joined with the one that waits."""
        if self.locked:
            return
        if position < self.count:
            self.waiting = position
            self.cursor = self.count + self.joined.get(position, self._first_free())
            return
        if self.cursor < self.count:
            self.waiting = self.cursor
        right = position - self.count
        others = {left: it for left, it in self.joined.items() if it != right}
        self.marks = {}
        self.joined = {**others, self.waiting: right}
        open_ones = [at for at in range(self.count) if at not in self.joined]
        later = [at for at in open_ones if at > self.waiting]
        self.cursor = next(iter(later or open_ones), self.waiting)

    def _first_free(self) -> int:
        taken = set(self.joined.values())
        return next((at for at in range(self.count) if at not in taken), 0)

    def _go_to(self, side: int) -> None:
        if self.locked or side == self.cursor // self.count:
            return
        if side:
            self.pick(self.cursor)
        else:
            self.cursor = self.waiting

    def _part(self, position: int) -> None:
        """Take a pair apart."""
        side, at = divmod(position, self.count)
        if not self.locked:
            self.marks = {}
            self.joined = {left: it for left, it in self.joined.items() if at != (left, it)[side]}


class MatchStep(QuestionView):
    """Join each text on the left with the one on the right that belongs to it."""

    UNANSWERED = "Join every text on the left first."

    def compose_step(self) -> ComposeResult:
        """The question."""
        yield Prose(self.content.question)

    def compose_answer(self) -> ComposeResult:
        """Both sides."""
        self.order = rights_shown(self.content, self.seed)
        rights = [inline(self.content.rights[at]) for at in self.order]
        yield PairBench([inline(left) for left in self.content.lefts], rights)
        yield AnswerWords()

    @property
    def bench(self) -> PairBench:
        """Both sides."""
        return self.query_one(PairBench)

    def hint(self) -> str:
        """The keys for joining."""
        last = len(self.content.pairs)
        return f"1-{last}, then a-{LETTERS[last - 1]} joins · Enter answers when all are joined"

    def first_focus(self) -> Widget | None:
        """The sides."""
        return self.bench

    @on(PairBench.Answered)
    def _answered(self, event: PairBench.Answered) -> None:
        event.stop()
        self.act()

    def settle(self) -> None:
        """Keep the pairs as they are; Enter is then free to continue."""
        self.bench.locked = True

    def answer(self) -> tuple[int, ...] | None:
        """What each text on the left is joined with, or None while one is alone."""
        if not self.bench.is_complete:
            return None
        return tuple(self.order[self.bench.joined[at]] for at in range(self.bench.count))

    async def recall(self) -> None:
        """Answered before: show the pairs."""
        self.bench.joined = {at: self.order.index(at) for at in range(self.bench.count)}
        self.bench.marks = dict.fromkeys(range(self.bench.count), True)
        await super().recall()

    async def show_marked(self, marked: Marked) -> None:
        """Mark every pair; what belongs to a wrong one is not told."""
        self.bench.marks = dict(enumerate(marked.parts))
        await super().show_marked(marked)
