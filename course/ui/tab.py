"""The tab of a browser that shows the app: what is open in it, and comes back after a reload."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

PLACE = "COURSE_TAB"
"""The file for it, from `course serve`; elsewhere there is none."""
ADDRESS = "COURSE_ADDRESS"
"""The address of the page, from `course serve`."""


def note(place: str) -> None:
    """Keep what is open: `lesson`, `exercise` or `playground` and its id; nothing for Home."""
    if file := os.environ.get(PLACE):
        with suppress(OSError):  # then a reload begins at Home
            Path(file).write_text(place, encoding="utf-8")


def last() -> str:
    """What was open in this tab before."""
    if file := os.environ.get(PLACE):
        with suppress(OSError, UnicodeDecodeError):
            return Path(file).read_text(encoding="utf-8")
    return ""


def is_served() -> bool:
    """Whether a browser shows the app: what needs the terminal cannot be had there."""
    return bool(address())


def address() -> str:
    """Where the browser finds what the app has for it; empty in a terminal."""
    return os.environ.get(ADDRESS, "")
