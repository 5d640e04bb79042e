"""The place at which Python stopped reading, and the proof of what is said about it.

A guess comes with mends: edits of the source that would be right if the guess is. It is told only
if Python, given one of them, reads on past the place.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from course.checking.words import code
from course.explaining.unreadable.tokens import LogicalLine, Reading, Token, scan

MOST_READINGS = 400
"""How often Python is asked to read a mended file before the search ends."""
_LONG = 12_000
"""Characters of a file of which only the part around the error is read again."""


class Explanation(NamedTuple):
    """The name of what is wrong, the words for it, and the line."""

    name: str
    text: str
    line: int


class TextEdit(NamedTuple):
    """The characters from `start` to `end` of the source, replaced by `text`."""

    start: int
    end: int
    text: str


def error_of(source: str, only_syntax: bool = False) -> SyntaxError | None:
    """What Python says of a source it cannot read; `only_syntax` leaves later checks out."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            flags = ast.PyCF_ONLY_AST if only_syntax else 0
            compile(source, "<submission>", "exec", flags, dont_inherit=True)
    except SyntaxError as error:
        return error
    except ValueError as error:
        return SyntaxError(str(error))
    except (RecursionError, MemoryError, OverflowError):
        return SyntaxError("too deeply nested")
    return None


class StopPlace:
    """The source, the line at which Python stopped, and our own reading."""

    def __init__(self, source: str, error: SyntaxError) -> None:
        self.source = source
        self.error = error
        self.message = error.msg or ""
        self.lines = source.split("\n")
        self.line = min(max(error.lineno or 1, 1), max(len(source.splitlines()), 1))
        self.readings = 0

    @cached_property
    def reading(self) -> Reading:
        """Our own reading of the source."""
        return scan(self.source)

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line begins."""
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line) + 1)
        return starts

    @cached_property
    def offset(self) -> int:
        """Where in the source Python stopped."""
        column = max((self.error.offset or 1) - 1, 0)
        return min(self.starts[self.line - 1] + column, len(self.source))

    @cached_property
    def index(self) -> int:
        """The number of the token at which Python stopped, or of the first one after it."""
        tokens = self.reading.tokens
        for number, token in enumerate(tokens):
            if token.end > self.offset:
                return number
        return max(len(tokens) - 1, 0)

    @property
    def token(self) -> Token | None:
        """The token at which Python stopped, where it is on the line."""
        tokens = self.reading.tokens
        token = tokens[self.index] if tokens else None
        return token if token is not None and token.line == self.line else None

    @cached_property
    def at(self) -> int | None:
        """The number of the logical line at which Python stopped."""
        lines = self.reading.lines
        return max((i for i, each in enumerate(lines) if each.line <= self.line), default=None)

    def code(self, line: int) -> str:
        """A line of the source, stripped."""
        return self.lines[line - 1].strip() if 1 <= line <= len(self.lines) else ""

    def shown(self, line: int) -> str:
        """`Line 3, `return total`,` as a sentence begins; without code where the line is empty."""
        text = self.code(line)
        return f"Line {line}, {code(text)}," if text else f"Line {line}"

    def last_of(self, line: LogicalLine) -> int:
        """The offset after the last token of a statement."""
        return line.tokens[-1].end if line.tokens else self.starts[line.line - 1]

    def mended(self, *edits: TextEdit) -> str:
        """The source after edits that do not overlap."""
        text = self.source
        for edit in sorted(edits, reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return text

    def holds(self, mend: str, line: int | None = None) -> bool:
        """Whether Python reads the mended source to its end, or on past the line."""
        self.readings += 1
        if self.readings > MOST_READINGS:
            return False
        error = error_of(mend, only_syntax=True)
        if error is None:
            return True
        return (error.lineno or 1) > max(self.line, line or 0)

    def runs(self, mend: str, line: int) -> bool:
        """Whether nothing at all is left in the statement of that line that Python refuses."""
        error = error_of(mend)
        last = max((it.last for it in self.reading.lines if it.line <= line), default=line)
        return error is None or (error.lineno or 1) > last

    def holds_any(self, mends: Iterable[str], line: int | None = None) -> bool:
        """Whether one of the mends lets Python read on."""
        return any(self.holds(mend, line) for mend in mends)


def whole(source: str, error: SyntaxError) -> StopPlace:
    """The place in a file; in a long one, in the part between two lines at the left edge."""
    if len(source) <= _LONG:
        return StopPlace(source, error)
    lines = source.split("\n")
    line = min(max(error.lineno or 1, 1), len(lines))
    first = line - 1
    while first > 0 and not _begins(lines[first]):
        first -= 1
    last = line
    while last < len(lines) and not _begins(lines[last]):
        last += 1
    part = "\n".join(["" for _ in lines[:first]] + lines[first:last]) + "\n"
    again = error_of(part, only_syntax=True)
    same = again is not None and (again.lineno, again.msg) == (error.lineno, error.msg)
    return StopPlace(part if same else source, error)


def _begins(line: str) -> bool:
    return line[:1].isalpha() and not line.startswith(("else", "elif", "except", "finally"))
