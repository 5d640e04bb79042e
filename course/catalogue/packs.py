"""Packs: content from elsewhere that stands beside the course, each with an index of its own.

A pack lies in the data folder as a content root: `lessons/` and `exercises/`. Its entries name
their files by whole paths, so that nothing else has to know that they come from elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import msgspec

from course.catalogue import index as indexes
from course.errors import ContentError, Problem
from course.locations import Locations
from course.model import ExerciseEntry, ExerciseSource, LessonSource, ModuleEntry

OPENS = frozenset({"localhost", "processes"})
"""What would open something in the sandbox: never for a pack."""


class Packs(msgspec.Struct, frozen=True):
    """What all the packs have: modules, exercises, and what is wrong with them."""

    modules: tuple[ModuleEntry, ...] = ()
    exercises: tuple[ExerciseEntry, ...] = ()
    problems: tuple[Problem, ...] = ()


def pack_folders(locations: Locations) -> list[Path]:
    """The folder of each pack, by name."""
    try:
        inside = list(locations.packs.iterdir())
    except OSError:
        return []
    return sorted(it for it in inside if it.is_dir() and not it.name.startswith("."))


def as_content(locations: Locations, folder: Path) -> Locations:
    """The locations with a pack as their content."""
    return replace(locations, content=folder)


def open_packs(locations: Locations, taken: Collection[str], fresh: bool = False) -> Packs:
    """Every pack. A module whose id is `taken` stays out; so does a pack that cannot be read.

    With `fresh` every file is looked at, as when a catalogue is refreshed.
    """
    modules: dict[str, ModuleEntry] = {}
    exercises: list[ExerciseEntry] = []
    problems: list[Problem] = []
    for folder in pack_folders(locations):
        where = as_content(locations, folder)
        try:
            index = indexes.load(where)
            if index is None or (fresh and not indexes.is_current(index, where)):
                index = indexes.build(where, index)
        except ContentError as error:
            problems += error.problems
            continue
        problems += [Problem(folder / it.file, it.line, it.text) for it in index.problems]
        own = set()
        for module in index.modules:
            if module.id in taken or module.id in modules:
                words = f"there is a module `{module.id}` already, so this one is not shown"
                problems.append(Problem(folder, None, words))
                continue
            own.add(module.id)
            lessons = tuple(
                msgspec.structs.replace(it, file=str(folder / it.file)) for it in module.lessons
            )
            modules[module.id] = msgspec.structs.replace(module, lessons=lessons, concepts={})
        exercises += [
            msgspec.structs.replace(it, folder=str(folder / it.folder))
            for it in index.exercise_entries().values()
            if it.id.partition("/")[0] in own
        ]
    return Packs(tuple(modules.values()), tuple(exercises), tuple(problems))


def refused_steps(source: LessonSource) -> str:
    """Why a lesson of a pack is not opened; "" where it is."""
    needs = {need for step in source.steps for need in getattr(step.content, "needs", ())}
    if OPENS & needs:
        return f"its code needs {', '.join(sorted(OPENS & needs))}, which opens the sandbox"
    return ""


def refused(source: ExerciseSource) -> str:
    """Why an exercise of a pack is not run; "" where it is."""
    if source.kind == "repo":
        return "an exercise in a repository runs commands outside the sandbox; a pack has none"
    if OPENS & set(source.needs):
        needs = ", ".join(sorted(OPENS & set(source.needs)))
        return f"it needs {needs}, which opens the sandbox; an exercise of a pack may not"
    return ""
