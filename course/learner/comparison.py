"""The learner's passing solution beside the reference and other good ones."""

from __future__ import annotations

from msgspec import Struct

from course.catalogue.documents import read_text
from course.catalogue.exercises import reference
from course.checking.repository.facts import drawn
from course.errors import WrongUse
from course.learner.records import Attempt
from course.learner.store import Store
from course.model import Approach, Exercise


class OtherSolution(Struct, frozen=True):
    """Another good solution with its code; the docstring, its `trade_off`, is told beside it."""

    approach: Approach
    source: str


class Comparison(Struct, frozen=True):
    """The learner's solution beside the reference and the other approaches."""

    yours: str
    reference: str
    approaches: tuple[OtherSolution, ...]
    after: str | None


def compare(store: Store, exercise: Exercise) -> Comparison:
    """The newest passing solution beside the others; CourseError before a pass."""
    passes = store.newest(Attempt, exercise=exercise.id, verdict="passed")
    if passes is None:
        raise WrongUse(
            f"The reference solution of `{exercise.id}` is shown once you have passed it. "
            f"`course hint {exercise.id}` helps on the way."
        )
    return Comparison(
        yours=passes.source if exercise.start is None else drawn(passes.source),
        reference=reference(exercise),
        approaches=tuple(
            OtherSolution(approach, without_docstring(read_text(approach.path)))
            for approach in exercise.approaches
        ),
        after=exercise.source.after,
    )


def without_docstring(source: str) -> str:
    """The code of an approach, without the words that are told beside it."""
    from course.learner.ladder.parts import code_parts

    first, *rest = code_parts(source)
    is_docstring = first.text.startswith(('"', "'"))
    return "".join(it.whole for it in rest).lstrip("\n") if is_docstring and rest else source
