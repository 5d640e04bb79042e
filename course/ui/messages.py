"""What widgets and screens ask of the app: posted upwards, handled in `app.py`."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class OpenLesson(Message):
    """Open a lesson, at `step` (from 0) or where the learner left it."""

    lesson_id: str
    step: int | None = None


@dataclass
class OpenExercise(Message):
    """Open an exercise."""

    exercise_id: str


@dataclass
class GoHome(Message):
    """Go back to the home screen, whatever is open."""


@dataclass
class ProgressChanged(Message):
    """An answer or an attempt was recorded: what is derived from progress may be out of date."""


@dataclass
class ErrorRaised(Message):
    """Something the learner should be told about; `error` is shown in a dialog."""

    error: Exception
