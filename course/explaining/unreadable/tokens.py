"""A small reading of source that need not be valid: tokens, brackets, strings, logical lines.

It is our own because Python's tokenizer stops at the first thing it cannot read, and says so
differently from one version to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

CLOSING = {"(": ")", "[": "]", "{": "}"}
_LONGEST = 4000
"""Characters of a logical line that is read: nobody has written a longer one, and it takes long."""
_NAME = re.compile(r"[^\W\d]\w*")
_NUMBER = re.compile(r"(?:\d|\.\d)(?:[eE][+-](?=\d)|[\w.])*")
_PREFIX = re.compile(r"(?i)(?:[rbuf]|rb|br|fr|rf)$")
_OPERATOR = re.compile(r"\*\*=|//=|>>=|<<=|\.\.\.|[-+*/%&|^@<>=!:]=|\*\*|//|<<|>>|->|<>|.", re.S)
_STRANGE = "$?`\u00a0"


class Token(NamedTuple):
    """A name, number, string or operator (`kind`), where it is, and whether a string ends."""

    kind: str
    text: str
    start: int
    line: int
    closed: bool = True

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)


class Bracket(NamedTuple):
    """A bracket, the quotes of a string, or another mark, with its line and offset."""

    mark: str
    line: int
    start: int = 0


class LogicalLine(NamedTuple):
    """One statement: its text with `""` for strings and no comments, and its tokens.

    `line` is where it begins, `last` where it ends, `indent` its leading blanks.
    """

    line: int
    last: int
    indent: str
    text: str
    tokens: tuple[Token, ...]

    @property
    def words(self) -> list[str]:
        """The text of each token; strings are `""`."""
        return ['""' if token.kind == "string" else token.text for token in self.tokens]


class Reading(NamedTuple):
    """What the scan of a source found; `strange` are characters that Python does not know."""

    lines: tuple[LogicalLine, ...]
    tokens: tuple[Token, ...]
    unclosed: tuple[Bracket, ...] = ()
    unmatched: Bracket | None = None
    mismatched: tuple[Bracket, Bracket] | None = None
    open_text: Bracket | None = None
    strange: tuple[Bracket, ...] = ()


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
        self.strange: list[Bracket] = []
        self.lines: list[LogicalLine] = []
        self.tokens: list[Token] = []
        self.text: list[str] = []
        self.first = 0
        self.start = 1

    def read(self) -> Reading:
        while self.at < len(self.source):
            self._step(self.source[self.at])
        self._end_line()
        return Reading(
            lines=tuple(self.lines),
            tokens=tuple(self.tokens),
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
            self._string(mark, self.at)
        elif mark == "\n":
            if not self.stack:
                self._end_line()
            else:
                self.text.append(" ")
            self.line += 1
            self.at += 1
            if not self.stack:
                self.start = self.line
        elif mark == "\\" and self.source[self.at + 1 : self.at + 2] == "\n":
            self.text.append(" ")
            self.line += 1
            self.at += 2
        elif mark in " \t\f\r":
            self.text.append(mark)
            self.at += 1
        else:
            self._mark(mark)

    def _mark(self, mark: str) -> None:
        if (name := _NAME.match(self.source, self.at)) is not None:
            quote = self.source[name.end() : name.end() + 1]
            if quote and quote in "\"'" and _PREFIX.match(name.group()):
                self._string(quote, name.end())
            else:
                self._take("name", name.group())
            return
        if (number := _NUMBER.match(self.source, self.at)) is not None:
            self._take("number", number.group())
            return
        if mark in CLOSING:
            self.stack.append(Bracket(mark, self.line, self.at))
        elif mark in CLOSING.values():
            self._close(mark)
        elif (not mark.isascii() and not mark.isalnum()) or mark in _STRANGE:
            self.strange.append(Bracket(mark, self.line, self.at))
        match = _OPERATOR.match(self.source, self.at)
        self._take("operator", match.group() if match else mark)

    def _take(self, kind: str, text: str, closed: bool = True) -> None:
        self.tokens.append(Token(kind, text, self.at, self.line, closed))
        self.text.append('""' if kind == "string" else text)
        self.at += len(text)

    def _close(self, mark: str) -> None:
        closed = Bracket(mark, self.line, self.at)
        if not self.stack:
            self.unmatched = self.unmatched or closed
        elif CLOSING[self.stack[-1].mark] != mark:
            opened = self.stack.pop()
            self.mismatched = self.mismatched or (opened, closed)
        else:
            self.stack.pop()

    def _string(self, quote: str, quote_at: int) -> None:
        """Takes a whole string as one token; one that is not closed ends with its line."""
        triple = self.source.startswith(quote * 3, quote_at)
        closing = quote * 3 if triple else quote
        prefix = self.source[self.at : quote_at]
        end = _end_of_string(self.source, quote_at + len(closing), closing, "f" in prefix.lower())
        closed = end > 0
        if not closed:
            self.open_text = self.open_text or Bracket(closing, self.line, quote_at)
            end = -end
        text = self.source[self.at : end]
        self._take("string", text, closed)
        self.line += text.count("\n")

    def _end_line(self) -> None:
        tokens = tuple(self.tokens[self.first :])
        self.first = len(self.tokens)
        text = "".join(self.text)
        stripped = text.strip()
        if stripped and len(text) <= _LONGEST:
            indent = text[: len(text) - len(text.lstrip())]
            self.lines.append(LogicalLine(self.start, self.line, indent, stripped, tokens))
        self.text = []


def _end_of_string(source: str, at: int, closing: str, is_f: bool) -> int:
    """The offset after a string's closing quotes; minus that of its line's end without them."""
    plain = _plain_end(source, at, closing)
    if not is_f or len(closing) == 3:
        return plain
    nested = _nested_end(source, at, closing)
    return nested or plain


def _plain_end(source: str, at: int, closing: str) -> int:
    while at < len(source) and not source.startswith(closing, at):
        if source[at] == "\\":
            at += 1
        if source[at : at + 1] == "\n" and len(closing) == 1 and source[at - 1] != "\\":
            return -at
        at += 1
    return at + len(closing) if source.startswith(closing, at) else -min(at, len(source))


def _nested_end(source: str, at: int, closing: str) -> int:
    """The end of an f-string whose braces hold strings in its own quotes; 0 where it has none."""
    depth, nested = 0, False
    while at < len(source) and source[at] != "\n":
        mark = source[at]
        if mark == "\\":
            at += 1
        elif depth and mark in "\"'":
            end = _plain_end(source, at + 1, mark)
            if end < 0:
                return 0
            nested = nested or mark == closing
            at = end - 1
        elif mark == closing:
            return at + 1 if nested else 0
        elif mark in "{}":
            if not depth and source[at + 1 : at + 2] == mark:
                at += 1
            else:
                depth += 1 if mark == "{" else -1
        at += 1
    return 0


def at_top(text: str) -> Iterator[tuple[int, str]]:
    """The characters of a logical line that are outside all brackets, each with its offset."""
    depth = 0
    for offset, mark in enumerate(text):
        if mark in CLOSING:
            depth += 1
        elif mark in CLOSING.values():
            depth -= 1
        elif depth == 0:
            yield offset, mark
