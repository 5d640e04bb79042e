"""Words that a terminal would obey, and the small course with them in every text that is read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from course.catalogue.documents import read_document
from course.text import clean

HOSTILE = "\x1b]52;c;b3duZWQ=\x07\x1b]0;owned\x07\x1b[2J\x1b[8mX\x9b8m\u202egpj\u2066\u200b\x00\x7f"
"""Clipboard, title, screen, conceal, direction, no width."""

# What Rich itself writes: styles, and for a bar that moves the cursor and the line.
_STYLES = re.compile(r"\x1b\[(?:(?!8m)[0-9;]*m|\?25[lh]|1A|2K)|\r")


def assert_shown(text: str) -> None:
    """Nothing in `text` is obeyed, but for colours and bars."""
    plain = _STYLES.sub("", text)
    assert clean(plain, 10 * len(plain) + 10) == plain


def make_hostile(content: Path) -> None:
    """Put the words into titles, texts, briefs, hints and questions of a course."""
    for file in content.rglob("*.yaml"):
        data = read_document(file).data
        file.write_text(yaml.safe_dump(_changed(data), allow_unicode=False), encoding="utf-8")


def _changed(data: Any, key: str = "") -> Any:
    if isinstance(data, dict):
        return {name: _changed(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [_changed(value, key) for value in data]
    if key in ("title", "summary", "brief", "hints", "text", "because", "question", "after"):
        return f"{data} {HOSTILE}"
    return data
