"""Learners' text made safe to show: no control characters, no escape codes, bounded."""

from __future__ import annotations

import re
from typing import Any

MOST = 16_384
# Escape sequences go whole; then every control character but newline and tab, and the marks
# that turn the direction of text around.
_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_].*?(?:\x1b\\|\x07|\x9c|$)|\x1b[ -/]*[0-~]?", re.DOTALL
)
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def clean(value: object, most: int = MOST) -> str:
    """`value` as text that a terminal or a JSON reader shows and never obeys."""
    text = str(value)[: most + 4_096].replace("\r\n", "\n")
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    if not text.isascii() or not text.isprintable():
        text = _CONTROLS.sub("", _ESCAPES.sub("", text))
    return text if len(text) <= most else text[:most] + "\n..."


def clean_all(value: Any) -> Any:
    """The same for every text inside lists and dicts."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [clean_all(item) for item in value]
    if isinstance(value, dict):
        return {clean(key, 200): clean_all(item) for key, item in value.items()}
    return value
