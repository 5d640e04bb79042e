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
            with log.open("a", encoding="utf-8") as file:
                file.write(clean(entry, len(entry) * 10))
        except OSError:
            continue
        return log
    return None


def farewell(error: Exception, log: Path | None) -> Text:
    """What is printed after the app has closed."""
    if isinstance(error, CourseError):
        happened = str(error)
    else:
        happened = "Something happened that the course did not expect, so it closed."
    lines = [happened, "", "Your files and your progress are kept. `course` opens where you were."]
    if log is not None:
        lines.append(f"What happened is written in {log}.")
    return Text(clean("\n".join(lines)))
