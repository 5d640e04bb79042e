"""The questions a placement may ask: those of the course's own lessons that run code.

Every one of them is proved by `course author check`, and a module that is written joins by being
written. They are asked as in their lesson, except that an output which is short is typed instead
of chosen: one in four choices is guessed, a typed word is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from course.catalogue import Catalogue
from course.errors import ContentError
from course.learner.placement import Item
from course.learner.questions import AN_ERROR, identity
from course.model import Blank, Order, PathSource, Predict, Question, Spot, Step

FEWEST_ITEMS = 3
"""A module with fewer questions is not asked about."""
ASKED = (Predict, Order, Blank, Spot)
_LONGEST_TYPED = 16
_RAISES = ("error", "exception", "iteration", "warning", "exit")


def modules_asked(catalogue: Catalogue, path: PathSource | None) -> tuple[str, ...]:
    """The modules a placement is about: those of the path, without those kept whole."""
    if path is None:
        return tuple(module.id for module in catalogue.modules)
    return tuple(ident for ident in path.modules if ident not in path.keep)


def bank(catalogue: Catalogue, modules: Iterable[str]) -> list[Item]:
    """Every question of those modules that may be asked. Opens their lessons."""
    wanted = set(modules)
    found: list[Item] = []
    for module in catalogue.modules:
        if module.id in wanted:
            items = list(_items(catalogue, module.id))
            found += items if len(items) >= FEWEST_ITEMS else []
    return found


def _items(catalogue: Catalogue, module: str) -> Iterator[Item]:
    for entry in catalogue.module_entry(module).lessons:
        if not {"predict", "order", "blank", "spot"} & set(entry.steps):
            continue
        try:
            steps = catalogue.lesson(entry.id).steps
        except ContentError:
            continue  # `course author check` and Home tell what is wrong with it
        for number, step in enumerate(steps):
            if isinstance(step.content, ASKED):
                guess, slip = chances(step.content)
                yield Item(module, entry.id, number, identity(step), step.kind, guess, slip)


def as_asked(step: Step) -> Question:
    """The question as a placement asks it: without choices where typing is fair."""
    question: Question = step.content
    if isinstance(question, Predict) and is_typed(question):
        return msgspec.structs.replace(question, choices=())
    return question


def is_typed(question: Predict) -> bool:
    """Whether an output can be asked for without choices: one short line, and no error's name.

    `an error` can be typed: the app says so below every output that is typed.
    """
    return all(
        choice == AN_ERROR
        or (
            len(choice) <= _LONGEST_TYPED
            and "\n" not in choice
            and not any(word in choice.casefold() for word in _RAISES)
        )
        for choice in map(str, question.choices)
    )


def chances(question: Question) -> tuple[float, float]:
    """How likely a blind guess is right, and a slip of somebody who knows.

    Rough on purpose: `benchmarks/placement.py` gives its learners other ones.
    """
    match question:
        case Predict() if is_typed(question):
            return 0.02, 0.2
        case Predict():
            return 1 / max(2, len(question.choices)), 0.12
        case Blank() | Order():
            return 0.05, 0.2
        case Spot():
            return 1 / max(3, sum(map(bool, map(str.strip, question.code.splitlines())))), 0.18
        case _:
            return 0.25, 0.15
