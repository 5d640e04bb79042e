"""The end that nobody planned: what happened goes to a file, and calm words to the learner."""

from __future__ import annotations

import platform
import traceback
from datetime import datetime
from pathlib import Path

from rich.text import Text

from course import __version__
from course.errors import CourseError
from course.locations import Locations
from course.text import clean

_LONGEST = 1_000_000
"""Bytes after which the log begins anew."""


def write_down(error: Exception, locations: Locations) -> Path | None:
    """Add the traceback to the log and return its path; None where nothing can be written."""
    entry = "\n".join(
        [
            f"--- {datetime.now().astimezone().isoformat(timespec='seconds')}",
            f"course {__version__}, Python {platform.python_version()}, {platform.platform()}",
            "".join(traceback.format_exception(error)),
        ]
    )
    for log in locations.error_logs:
        try:
            log.parent.mkdir(parents=True, exist_ok=True)
            mode = "w" if log.exists() and log.stat().st_size > _LONGEST else "a"
            with log.open(mode, encoding="utf-8") as file:
                file.write(clean(entry, len(entry) * 10))
        except OSError:
            continue
        return log
    return None


def happened(error: Exception) -> str:
    """What happened, in a sentence."""
    if isinstance(error, CourseError):
        return str(error)
    what = "".join(traceback.format_exception_only(error)).strip()
    return f"The course did not expect this: {clean(what, 600)}"


def told(error: Exception, locations: Locations) -> str:
    """An error in a line for the learner; one that nobody expected is written down as well."""
    if isinstance(error, CourseError):
        return str(error)
    return f"{happened(error)}. {written_in(write_down(error, locations))}"


def written_in(log: Path | None) -> str:
    """Where the log is."""
    return f"What happened is written in {log}." if log else "No folder could take the log."


def farewell(error: Exception, log: Path | None) -> Text:
    """What is printed after the app has closed."""
    lines = [
        happened(error),
        "So it has closed. Your files and your progress are kept; `course` opens where you were.",
        written_in(log),
    ]
    return Text(clean("\n".join(lines)))
