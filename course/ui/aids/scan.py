"""Where a place in Python is: in a string, in a comment, in which brackets. Unfinished code too."""

from __future__ import annotations

import re
from typing import NamedTuple

OPENERS = {"(": ")", "[": "]", "{": "}"}
CLOSERS = {closer: opener for opener, closer in OPENERS.items()}
_TOKEN = re.compile(r"""#[^\n]*|(?:(?<!\w)([rRbBfFuUtT]{1,2}))?(\"{3}|'{3}|"|')|[()\[\]{}]""")
_REST = {
    '"': re.compile(r'(?:\\.|[^"\\\n])*', re.DOTALL),
    "'": re.compile(r"(?:\\.|[^'\\\n])*", re.DOTALL),
    '"""': re.compile(r'(?:\\.|(?!""")[^\\])*', re.DOTALL),
    "'''": re.compile(r"(?:\\.|(?!''')[^\\])*", re.DOTALL),
}


class Scanned(NamedTuple):
    """What the end of a text is in.

    `inside` is the quotes of the string it is in, `#` in a comment, else nothing; `prefix` are the
    letters before those quotes and `begins` is where its text begins. `brackets` are those that
    are open, outermost first, and `places` where they are. `comment` is where a comment on the
    last line begins, else -1.
    """

    inside: str
    prefix: str
    begins: int
    brackets: str
    places: tuple[int, ...]
    comment: int

    @property
    def is_code(self) -> bool:
        """Whether it is neither in a string nor in a comment."""
        return not self.inside


def scan(text: str) -> Scanned:
    """What the end of `text` is in."""
    open_brackets: list[tuple[str, int]] = []
    at, comment = 0, -1
    while found := _TOKEN.search(text, at):
        at = found.end()
        sign, quotes = found[0], found[2]
        if quotes:
            rest = _REST[quotes].match(text, at)
            end = rest.end() if rest else at
            if end < len(text) and text.startswith(quotes, end):
                at = end + len(quotes)
            elif end < len(text) and text[end] == "\n":
                at = end  # such a string ends with its line, closed or not
            else:
                return _scanned(open_brackets, quotes, (found[1] or "").lower(), at)
        elif sign[0] == "#":
            if at == len(text):
                comment = found.start()
        elif sign in OPENERS:
            open_brackets.append((sign, found.start()))
        elif open_brackets and open_brackets[-1][0] == CLOSERS[sign]:
            open_brackets.pop()
    return _scanned(open_brackets, "#" if comment >= 0 else "", "", at, comment)


def _scanned(
    brackets: list[tuple[str, int]], inside: str, prefix: str, begins: int, comment: int = -1
) -> Scanned:
    signs = "".join(sign for sign, _ in brackets)
    return Scanned(inside, prefix, begins, signs, tuple(at for _, at in brackets), comment)


def closed_by(text: str, brackets: str) -> int:
    """How many of these open brackets, innermost first, `text` closes."""
    waiting = list(brackets)
    deeper: list[str] = []
    closed = at = 0
    while found := _TOKEN.search(text, at):
        at = found.end()
        sign, quotes = found[0], found[2]
        if quotes:
            rest = _REST[quotes].match(text, at)
            at = (rest.end() if rest else at) + len(quotes)
        elif sign in OPENERS:
            deeper.append(sign)
        elif sign in CLOSERS and deeper:
            deeper.pop()
        elif sign in CLOSERS and waiting and waiting[-1] == CLOSERS[sign]:
            waiting.pop()
            closed += 1
    return closed
