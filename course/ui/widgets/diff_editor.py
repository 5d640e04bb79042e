"""The editor of a review: the cursor marks a line of the diff, and Enter comments on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from course.catalogue.kinds import MARK
from course.ui import keys
from course.ui.widgets.editor import CodeEditor


class DiffEditor(CodeEditor):
    """A diff with comments between its lines, each of which begins with `>>`.

    A new line means nothing in a diff, so Enter on one of its lines asks for a comment; in a
    comment it goes on with the comment below.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.DIFF]

    @dataclass
    class CommentAsked(Message):
        """The learner has something to say about the line of `editor` with this index."""

        editor: DiffEditor
        row: int

    async def _on_key(self, event: events.Key) -> None:
        """Enter means a comment; every other key is the editor's."""
        if event.key != "enter" or self.read_only:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        self.action_remark()

    def action_remark(self) -> None:
        """Comment on the line under the cursor, or go on with the comment that it is."""
        row = self.cursor_location[0]
        if self._is_comment(row):
            self.insert(f"\n{MARK} ")
        else:
            self.post_message(self.CommentAsked(self, row))

    def _is_comment(self, row: int) -> bool:
        return self.document.get_line(row).lstrip().startswith(MARK)

    def comment_on(self, row: int, words: str) -> None:
        """Put a comment under a line, below those that are there, and the cursor after it."""
        last = min(row, self.document.line_count - 1)
        while last + 1 < self.document.line_count and self._is_comment(last + 1):
            last += 1
        end = (last, len(self.document.get_line(last)))
        self.insert(f"\n{MARK} {words}", end, maintain_selection_offset=False)
        self.move_cursor(self._end_of(last + 1))

    @property
    def is_in_comment(self) -> bool:
        """Whether the cursor is in a comment."""
        return self._is_comment(self.cursor_location[0])

    def comment_again(self, words: str) -> None:
        """Other words for the comment that the cursor is in; without any, it goes."""
        row = self.cursor_location[0]
        start = (row, 0) if words else self._end_of(row - 1)
        self.replace(f"{MARK} {words}" if words else "", start, self._end_of(row))

    def _end_of(self, row: int) -> tuple[int, int]:
        return row, len(self.document.get_line(row))
