"""The learner's own editor, from `$VISUAL` or `$EDITOR`."""

from __future__ import annotations

import os
import shlex
import subprocess
from typing import TYPE_CHECKING

from course.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path


def editor_command() -> list[str]:
    """The program and its options; empty where the learner has not named one."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    return shlex.split(chosen, posix=os.name != "nt")


def edit(file: Path) -> None:
    """Run the learner's editor on `file` and wait for it, in the terminal that it is given.

    Raises `CourseError` where it cannot be started.
    """
    command = editor_command()
    try:
        subprocess.run([*command, str(file)], check=False)
    except OSError as error:
        raise CourseError(
            f"Your editor `{command[0]}` could not be started: {error.strerror}. "
            "Set VISUAL or EDITOR to a program that is there, or open the file yourself: "
            f"{file}"
        ) from error
