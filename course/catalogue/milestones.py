"""Which milestone of a project a learner is at, and which of its files that one is about."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from course.catalogue import package
from course.errors import ContentError
from course.model import Exercise

REFERENCE = "solution"
"""Of a milestone it has only the files that are not yet as in the project's own."""


def milestone_of(exercise: Exercise, outcomes: Mapping[str, str]) -> int:
    """The milestone a learner is at, from 0, by how each test has ended; the last after a pass."""
    for number, milestone in enumerate(exercise.milestones):
        begin = f"{milestone.name}::"
        own = [outcome for test, outcome in outcomes.items() if test.startswith(begin)]
        if not own or any(outcome != "passed" for outcome in own):
            return number
    return len(exercise.milestones) - 1


def milestone_words(exercise: Exercise, number: int) -> str:
    """`Milestone 2 of 5: Asking the carriers`."""
    milestone = exercise.milestones[number]
    return f"Milestone {number + 1} of {len(exercise.milestones)}: {milestone.source.title}"


def file_of_milestone(exercise: Exercise, number: int, files: Collection[str]) -> str:
    """The one of `files` in which the reference changes most for a milestone; "" where in none."""
    try:
        before = _reference(exercise, number - 1)
        after = _reference(exercise, number)
    except (ContentError, ValueError):
        return ""
    changed = {
        name: len(set(text.split("\n")) ^ set(before.get(name, "").split("\n")))
        for name, text in after.items()
        if name in files
    }
    most = max(changed, key=lambda name: changed[name], default="")
    return most if changed.get(most) else ""


def _reference(exercise: Exercise, number: int) -> dict[str, str]:
    """The project's files as they should be after a milestone; before the first, the starter's."""
    if number < 0:
        return package.split(exercise.starter)
    whole = package.split(package.read_package(exercise.folder / REFERENCE))
    own = exercise.milestones[number].folder / REFERENCE
    return {**whole, **package.split(package.read_package(own))} if own.is_dir() else whole
