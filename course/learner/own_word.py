"""What a learner says of a module: I know it, put it back, let me show it with one exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import WrongUse
from course.learner.held import BACK, KNOWN, STANDING, TEST
from course.plural import counted

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.learner.session import Session
    from course.model import ExerciseEntry

_SHORT_MINUTES = 15


def say_known(session: Session, module: str) -> str:
    """The learner knows a module: it is skipped from here on; what to tell them."""
    title = session.catalogue.module_entry(module).title
    path = session.path()
    if path is not None and module in path.keep:
        raise WrongUse(f"{title} is kept whole on your path. You can still leave lessons out.")
    session.decide(f"{STANDING}{module}", KNOWN)
    return f"{title} is skipped, on your word. The review will ask about it in a few days."


def put_back(session: Session, module: str) -> str:
    """A skipped module is to be worked through after all; what to tell the learner."""
    title = session.catalogue.module_entry(module).title
    session.decide(f"{STANDING}{module}", BACK)
    return f"{title} is back on your path."


def turn(session: Session, module: str) -> str:
    """Put a skipped module back, skip one that is not; what to tell the learner."""
    turned = put_back if module in session.skipped() else say_known
    return turned(session, module)


def begin_test(session: Session, module: str) -> ExerciseEntry:
    """The learner wants to show with one short exercise that they hold a module: which it is.

    Raises WrongUse where the module has none that was not passed yet.
    """
    exercise = test_exercise(session.catalogue, session.store.passed(), module)
    if exercise is None:
        title = session.catalogue.module_entry(module).title
        raise WrongUse(f"{title} has no short exercise that you have not passed yet.")
    name = f"{TEST}{exercise.id}"
    if session.decision(f"{STANDING}{module}") != name:
        session.decide(f"{STANDING}{module}", name)
    return exercise


def told_of_test(exercise: ExerciseEntry, title: str) -> str:
    """What is said when such an exercise is opened."""
    minutes = counted(exercise.minutes, "minute")
    return (
        f"Solve “{exercise.title}” (about {minutes}) without hints, and {title} is skipped. "
        "You may check as often as you like."
    )


def test_exercise(
    catalogue: Catalogue, passed: frozenset[str], module: str
) -> ExerciseEntry | None:
    """The short exercise that shows most of a module: the last one in it of the harder ones."""
    entry = catalogue.module_entry(module)
    short = [
        exercise
        for ident in entry.exercises
        if (exercise := catalogue.exercises.get(ident)) is not None
        and ident not in passed
        and exercise.kind in ("write", "fix")
        and exercise.minutes <= _SHORT_MINUTES
    ]
    return max(enumerate(short), key=lambda it: (it[1].difficulty, it[0]))[1] if short else None
