"""The text under an editor, kept to the character: what is opened and not edited is unchanged."""

from __future__ import annotations

from textual.document._document import Document, EditResult, Location
from textual.document._syntax_aware_document import SyntaxAwareDocument


class _Lines(str):
    """Text in which nothing but a newline ends a line; Python's `str` knows ten more ends.

    A form feed would be replaced by a newline otherwise, and the learner's file be changed.
    """

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:  # noqa: ARG002 - never kept here
        """The lines, without an empty one after the last newline."""
        lines = self.replace("\r\n", "\n").split("\n")
        return lines if lines[-1] else lines[:-1]

    def endswith(self, *_: object) -> bool:
        """Whether the last line is ended."""
        return self[-1:] == "\n"


class PlainDocument(Document):
    """A document whose `text` is what it was made of, but for what was edited."""

    def __init__(self, text: str) -> None:
        super().__init__("")
        windows = "\r\n" in text and text.count("\r\n") == text.count("\n")
        self._newline = "\r\n" if windows else "\n"
        self._lines = text.split(self._newline)

    def replace_range(self, start: Location, end: Location, text: str) -> EditResult:
        """Put `text` in the place of a range."""
        return super().replace_range(start, end, _Lines(text))


class PythonDocument(SyntaxAwareDocument, PlainDocument):
    """The same with the syntax tree that colours come from."""
