"""How far the learner is, as lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from course.learner.on_path import on_path
from course.plural import counted

if TYPE_CHECKING:
    from course.learner.session import Session


def lines_of_progress(session: Session) -> Iterator[str]:
    """A line for each module of the path, then the sums."""
    path = on_path(session)
    for module in path.modules:
        skipped = "  (skipped by placement)" if module.id in path.skipped else ""
        yield (
            f"{module.done:>3} of {module.total:<3} lessons"
            f"  {module.exercises_passed:>3} of {module.exercises_total:<3} exercises"
            f"  {module.title}{skipped}"
        )
    yield f"Lessons: {path.done} of {path.total} done"
    yield f"Streak: {counted(session.progress().streak, 'day')}"
