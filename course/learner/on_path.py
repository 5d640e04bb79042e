"""How far a learner is on their path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from course.learner.progress import ModuleProgress, module_progress

if TYPE_CHECKING:
    from course.learner.session import Session


class OnPath(Struct, frozen=True):
    """The learner's path in figures: its modules, those skipped, lessons `done` of `total`.

    Modules that a placement found held are among `modules`; their lessons are in no sum.
    """

    modules: tuple[ModuleProgress, ...]
    skipped: frozenset[str]
    done: int
    total: int


def on_path(session: Session) -> OnPath:
    """How far the learner is on their path: what every place says of it."""
    skipped, progress = session.skipped(), session.progress()
    modules = tuple(
        module_progress(module, progress.lessons_done, progress.passed, progress.concepts)
        for module in session.modules()
    )
    to_do = [module for module in modules if module.id not in skipped]
    done, total = sum(module.done for module in to_do), sum(module.total for module in to_do)
    return OnPath(modules, skipped, done, total)
