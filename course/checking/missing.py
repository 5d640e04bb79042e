"""Files of an exercise that go while it is open: said in words, whatever was about to read them."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from course.errors import ContentError
from course.model import Exercise

S = TypeVar("S")
P = ParamSpec("P")
R = TypeVar("R")
Method = Callable[Concatenate[S, Exercise, P], Coroutine[Any, Any, R]]


def names_missing_files(method: Method[S, P, R]) -> Method[S, P, R]:
    """Raise CourseError in `method` where a file of its exercise cannot be read."""

    @wraps(method)
    async def named(self: S, exercise: Exercise, /, *args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return await method(self, exercise, *args, **kwargs)
        except OSError as error:
            if not Path(str(error.filename)).is_relative_to(exercise.folder):
                raise
            raise ContentError(
                f"{error.filename} cannot be read: {error.strerror}. It belongs to the exercise "
                f"`{exercise.id}`. Put it back, or install the course again; your own file is "
                "not touched."
            ) from error

    return named
