"""The questions a placement may ask: those of the course's own lessons that show their module.

A question counts for a module only if it shows that module's own subject: its author says so
(`shows`), and `course author check` holds it to that. Those by choice are left out. Every one of
them is proved by `course author check`, and a module that is written joins by being
written. They are asked as in their lesson, except that an output which is short is typed instead
of chosen: one in four choices is guessed, a typed word is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.catalogue import Catalogue
from course.errors import ContentError
from course.learner.placement_beliefs import PlacementItem
from course.learner.questions import KINDS, identity
from course.model import PathSource, Question, Step

FEWEST_ITEMS = 3
"""A module with fewer questions is not asked about."""


def modules_asked(catalogue: Catalogue, path: PathSource | None) -> tuple[str, ...]:
    """The modules a placement is about: those of the path, without those kept whole."""
    if path is None:
        return tuple(module.id for module in catalogue.modules)
    return tuple(ident for ident in path.modules if ident not in path.keep)


def bank(catalogue: Catalogue, modules: Iterable[str]) -> list[PlacementItem]:
    """Every question of those modules that may be asked. Opens their lessons."""
    wanted = set(modules)
    questions: list[PlacementItem] = []
    for module in catalogue.modules:
        if module.id in wanted:
            items = list(_items(catalogue, module.id))
            questions += items if len(items) >= FEWEST_ITEMS else []
    return questions


def _items(catalogue: Catalogue, module: str) -> Iterator[PlacementItem]:
    for entry in catalogue.module_entry(module).lessons:
        if not any(kind in KINDS for kind in entry.steps):
            continue
        try:
            steps = catalogue.lesson(entry.id).steps
        except ContentError:
            continue  # `course author check` and Home tell what is wrong with it
        for number, step in enumerate(steps):
            kind = KINDS.get(step.kind)
            if kind is None or not step.content.shows:
                continue
            if (chances := kind.chances(step.content)) is not None:
                yield PlacementItem(module, entry.id, number, identity(step), step.kind, *chances)


def as_asked(step: Step) -> Question:
    """The question as a placement asks it: without choices where typing is fair."""
    asked: Question = KINDS[step.kind].as_placed(step.content)
    return asked
