"""The code in a Markdown text: what is between backquotes, and the blocks between fences."""

from __future__ import annotations

import re
from typing import NamedTuple

_FENCE = re.compile(r"^(?P<indent> *)```(?P<language>\w*)[^\n]*\n(?P<code>.*?)^ *```", re.S | re.M)
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
