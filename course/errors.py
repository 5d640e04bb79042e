"""Errors whose words are for the person using the course: they name the thing and the fix."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class CourseError(Exception):
    """Something the user can act on; `str(error)` is shown as it is."""


class UnknownId(CourseError):  # noqa: N818 - it reads as what happened
    """There is no lesson, exercise, module or concept of that name."""


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
    """A content file cannot be used; `problems` holds everything wrong with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
