"""The code in a Markdown text (between backquotes, between fences), and marks left open in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_FENCE = re.compile(
    r"^(?P<indent> *)(?P<fence>```+|~~~+)(?P<language>\w*)[^\n]*\n(?P<code>.*?)^ *(?P=fence)",
    re.S | re.M,
)
_TAG = re.compile(r"</?[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>", re.I)
_PARAGRAPH = re.compile(r"\n[ >]*\n")
_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)


class Block(NamedTuple):
    """A fenced block: its language, its code, how many lines of the text come first."""

    language: str
    code: str
    before: int


def blocks(text: str) -> list[Block]:
    """Every fenced block."""
    return [
        Block(match["language"], match["code"], text[: match.start("code")].count("\n"))
        for match in _FENCE.finditer(text)
    ]


def without_blocks(text: str) -> str:
    """The text with its fenced blocks taken out."""
    return _FENCE.sub("\n", text)


def spans(text: str) -> list[str]:
    """What is between backquotes, outside of blocks."""
    return [" ".join(match[2].split()) for match in _SPAN.finditer(without_blocks(text))]


def open_marks(text: str) -> Iterator[tuple[str, str]]:
    """Marks that a reader would see, or miss: the line each is on, and what is wrong with it.

    A paragraph ends what was begun in it, as in Markdown.
    """
    for paragraph in _PARAGRAPH.split(_FENCE.sub("\n\n", text)):
        rest = _SPAN.sub(lambda span: re.sub(r"[^\n]", " ", span[0]), paragraph)
        faults = {}
        if "```" in rest:
            faults["```"] = "a block begins with ``` and nothing ends it; end it with ``` alone"
        elif "`" in rest:
            faults["`"] = "a backquote opens code and nothing closes it; write the other one"
        if rest.count("**") % 2:
            faults["**"] = "`**` opens bold words and nothing closes them; write the other one"
        if tag := _TAG.search(rest):
            faults[tag[0]] = f"`{tag[0]}` is HTML, which is not shown; put backquotes around it"
        for mark, words in faults.items():
            line = rest.count("\n", 0, rest.rindex(mark))
            yield paragraph.split("\n")[line].strip(), words
