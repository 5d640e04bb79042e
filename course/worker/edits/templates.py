"""Edits of a template inside a string."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from .edit import Edit, Position, Swap

_SAFE = re.compile(r"\s*\|\s*safe\b(?=[^{}]*\}\})")


def of_template(node: ast.Constant, text: str, place: Position) -> Iterator[Edit]:
    """`{{ name|safe }}`, where what a visitor wrote would be obeyed by a browser."""
    as_written = (node.end_lineno or node.lineno) - node.lineno == text.count("\n")
    for match in _SAFE.finditer(text):
        line = place.line + (text[: match.start()].count("\n") if as_written else 0)
        swap = Swap(node, "value", text[: match.start()] + text[match.end() :])
        yield Edit("marked_safe", line, 0.6, (swap,), place.function, match.group().strip())
