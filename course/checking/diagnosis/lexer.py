"""A small reading of source that need not be valid: brackets, texts, comments, logical lines.

It is our own because Python's tokenizer stops at the first thing it cannot read, and says so
differently from one version to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_OPENING = {"(": ")", "[": "]", "{": "}"}
_PREFIX = re.compile(r"(?i)^(?:[rbuf]|rb|br|fr|rf)$")
_LONGEST = 4000
"""Characters of a logical line that is read: nobody has written a longer one, and it takes long."""
_LONGEST_PREFIX = 2
_LAST_WORD = re.compile(r"\w+$")
_WORD = re.compile(r"[^\W\d]\w*|\d[\w.]*|[^\w\s]")


class Bracket(Struct, frozen=True):
    """A bracket and its line."""

    mark: str
    line: int


class LogicalLine(Struct, frozen=True):
    """One statement's text: texts replaced by `""`, comments gone, joined over brackets.

    `line` is where it begins, `last` where it ends, `indent` its leading blanks.
    """

    line: int
    last: int
    indent: str
    text: str

    @property
    def words(self) -> list[str]:
        """Names, numbers, and every other sign by itself."""
        return _WORD.findall(self.text)


class Reading(Struct, frozen=True):
    """What the scan of a source found."""

    lines: tuple[LogicalLine, ...]
    unclosed: tuple[Bracket, ...] = ()
    unmatched: Bracket | None = None
    mismatched: tuple[Bracket, Bracket] | None = None
    open_text: Bracket | None = None
    strange: tuple[tuple[int, str], ...] = ()


def scan(source: str) -> Reading:
    """Read a source from its first character to its last, whatever is in it."""
    return _Scan(source).read()


class _Scan:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.line = 1
        self.stack: list[Bracket] = []
        self.unmatched: Bracket | None = None
        self.mismatched: tuple[Bracket, Bracket] | None = None
        self.open_text: Bracket | None = None
        self.strange: list[tuple[int, str]] = []
        self.lines: list[LogicalLine] = []
        self.text = ""
        self.start = 1

    def read(self) -> Reading:
        while self.at < len(self.source):
            self._step(self.source[self.at])
        self._end_line()
        return Reading(
            lines=tuple(self.lines),
            unclosed=tuple(self.stack),
            unmatched=self.unmatched,
            mismatched=self.mismatched,
            open_text=self.open_text,
            strange=tuple(self.strange),
        )

    def _step(self, mark: str) -> None:
        if mark == "#":
            end = self.source.find("\n", self.at)
            self.at = len(self.source) if end < 0 else end
        elif mark in "\"'":
            self._text(mark)
        elif mark == "\n":
            if self.stack:
                self.text += " "
            else:
                self._end_line()
            self.line += 1
            self.at += 1
            if not self.stack:
                self.start = self.line
        elif mark == "\\" and self.source[self.at + 1 : self.at + 2] == "\n":
            self.text += " "
            self.line += 1
            self.at += 2
        else:
            self._sign(mark)

    def _sign(self, mark: str) -> None:
        if mark in _OPENING:
            self.stack.append(Bracket(mark, self.line))
        elif mark in _OPENING.values():
            self._close(mark)
        elif (not mark.isascii() and not mark.isalnum()) or mark in "$?`\u00a0":
            self.strange.append((self.line, mark))
        self.text += mark
        self.at += 1

    def _close(self, mark: str) -> None:
        if not self.stack:
            self.unmatched = self.unmatched or Bracket(mark, self.line)
        elif _OPENING[self.stack[-1].mark] != mark:
            opened = self.stack.pop()
            self.mismatched = self.mismatched or (opened, Bracket(mark, self.line))
        else:
            self.stack.pop()

    def _text(self, quote: str) -> None:
        """Passes over a text; its place is taken by `""` in the logical line."""
        word = _LAST_WORD.search(self.text[-_LONGEST_PREFIX - 1 :])
        if word and _PREFIX.match(word.group()):
            self.text = self.text[: -len(word.group())]
        triple = self.source.startswith(quote * 3, self.at)
        closing = quote * 3 if triple else quote
        begun, at = self.line, self.at + len(closing)
        while at < len(self.source) and not self.source.startswith(closing, at):
            if self.source[at] == "\\":
                at += 1
            if self.source[at : at + 1] == "\n":
                if not triple and self.source[at - 1] != "\\":
                    break
                self.line += 1
            at += 1
        closed = self.source.startswith(closing, at)
        if not closed and self.open_text is None:
            self.open_text = Bracket(closing, begun)
        self.text += '""'
        self.at = at + len(closing) if closed else at

    def _end_line(self) -> None:
        text = self.text.strip()
        if text and len(text) <= _LONGEST:
            indent = self.text[: len(self.text) - len(self.text.lstrip())]
            self.lines.append(LogicalLine(self.start, self.line, indent, text))
        self.text = ""


def at_top(text: str) -> Iterator[tuple[int, str]]:
    """The signs of a logical line that are outside all brackets, each with its position."""
    depth = 0
    for position, mark in enumerate(text):
        if mark in _OPENING:
            depth += 1
        elif mark in _OPENING.values():
            depth -= 1
        elif depth == 0:
            yield position, mark
