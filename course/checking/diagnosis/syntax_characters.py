"""Signs that look right and are not: curly quotes, long dashes, invisible characters."""

from __future__ import annotations

import unicodedata
from typing import Any

from course.checking.diagnosis.words import code

_INVISIBLE = {
    "\u00a0": "a non-breaking space",
    "\u200b": "a zero-width space",
    "\u200c": "a zero-width sign",
    "\u200d": "a zero-width sign",
    "\u2060": "a zero-width sign",
    "\ufeff": "a byte order mark",
    "\u202f": "a narrow space",
    "\u2009": "a thin space",
    "\u3000": "a wide space",
    "\u00ad": "a soft hyphen",
}
_QUOTES = "“”„‟«»‘’‚‛`´"  # noqa: RUF001 - these are what we look for
_DASHES = "‐‑‒–—−"  # noqa: RUF001 - these are what we look for
_LOOK_ALIKES = {"×": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=", "…": "...", "→": "->"}  # noqa: RUF001


def characters(place: Any) -> tuple[str, str, int] | None:
    """The first sign outside texts and comments that Python does not know, up to the error."""
    for line, mark in place.reading.strange:
        if line > place.line:
            return None
        if mark in "?$" and line != place.line:
            continue
        shown = code(place.code(line))
        if place.code(line).startswith("```"):
            text = (
                f"Line {line} is a mark that encloses code on web pages and in chats. It is not "
                "part "
                "of the program: leave it out, and its partner below."
            )
            return "fence_pasted", text, line
        if mark in _INVISIBLE:
            text = (
                f"Line {line}, {shown}, has an invisible character in it: {_INVISIBLE[mark]}. It "
                "often comes along when code is copied from a web page. Type the line again."
            )
            return "invisible_character", text, line
        if mark in _QUOTES:
            text = (
                f"Line {line}, {shown}, has the quote {mark} in it. Python only knows the straight "
                "quotes, \" and '. The other ones often come from a word processor or a web page."
            )
            return "curly_quote", text, line
        if mark in _DASHES:
            text = (
                f"Line {line}, {shown}, has a long dash, {mark}, in it. Minus is the short one, "
                "`-`."
            )
            return "long_dash", text, line
        plain = _LOOK_ALIKES.get(mark) or unicodedata.normalize("NFKC", mark)
        if plain != mark and plain.isascii() and plain.strip():
            text = (
                f"Line {line}, {shown}, has the sign {mark} in it, which only looks like "
                f"`{plain}`. "
                f"Python writes `{plain}`."
            )
            return "look_alike", text, line
        text = f"Line {line}, {shown}, has the sign {mark} in it, which means nothing in Python."
        return "strange_character", text, line
    return None
