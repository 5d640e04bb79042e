"""Errors whose words are for the person using the course: they name the thing and the fix.

Every one is of a kind, which says whose turn it is: the author's (content), the learner's and
their files', their progress', this machine's (sandbox), or whoever asked for what is not there
(wrong use). `CourseError` itself is caught, never raised.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class CourseError(Exception):
    """Something the user can act on; `str(error)` is shown as it is."""

    heading = "That did not work"
    """Above the words, where they are shown in a dialog."""
    advice = ""
    """How to go on, for every error of the kind."""
    status = 1
    """The exit status of a command that ends with it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a content file. `line` counts from 1."""

    file: Path
    line: int | None
    text: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else f"{self.file}"
        return f"{place}: {self.text}"


class ContentError(CourseError):
    """A lesson or an exercise cannot be used; `problems` holds what is wrong in which file."""

    heading = "This part of the course cannot be opened"
    advice = "Correct the file and open it again. Your progress is not touched."

    def __init__(self, problems: tuple[Problem, ...] | str) -> None:
        self.problems = () if isinstance(problems, str) else problems
        super().__init__(problems if isinstance(problems, str) else "\n".join(map(str, problems)))


class WorkspaceError(CourseError):
    """A file of the learner's own cannot be read or written."""

    heading = "Your file needs you"


class ProgressError(CourseError):
    """Progress cannot be opened, kept or taken over."""

    heading = "Your progress needs you"


class SandboxError(CourseError):
    """The learner's code cannot be run on this machine as it should be."""

    heading = "Your code was not run"
    advice = "`course doctor` tries what a check needs and says what is missing."


class WrongUse(CourseError):  # noqa: N818 - it reads as what happened
    """What was asked for is not there, or not possible at this point."""

    status = 2


class UnknownId(WrongUse):
    """There is no lesson, exercise, module or concept of that name."""
