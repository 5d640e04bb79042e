"""The tab of a browser that shows the app: what is open in it, and comes back after a reload."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

PLACE = "COURSE_TAB"
"""The file for it, from `course serve`; elsewhere there is none."""
ADDRESS = "COURSE_ADDRESS"
"""The address of the page, from `course serve`."""


def note(places: list[str]) -> None:
    """Keep what is open, in the names of `places`; nothing for Home."""
    if file := os.environ.get(PLACE):
        with suppress(OSError):  # then a reload begins at Home
            Path(file).write_text("\n".join(places), encoding="utf-8")


def last() -> list[str]:
    """What was open in this tab before, the places below it first."""
    if file := os.environ.get(PLACE):
        with suppress(OSError, UnicodeDecodeError):
            return Path(file).read_text(encoding="utf-8").splitlines()
    return []


def is_served() -> bool:
    """Whether a browser shows the app: what needs the terminal cannot be had there."""
    return bool(address())


def address() -> str:
    """Where the browser finds what the app has for it; empty in a terminal."""
    return os.environ.get(ADDRESS, "")
