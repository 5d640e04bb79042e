"""Adding a pack: taken in beside the others, turned into our format, tried, put in its place."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from course.catalogue import Catalogue
from course.catalogue import index as indexes
from course.catalogue.exercises import read_exercise
from course.catalogue.names import EXERCISE_FILE
from course.catalogue.packs import as_content, pack_folders, refused
from course.errors import ContentError, WrongUse
from course.learner.packs import exercism
from course.learner.packs.folder import Made, Maker, identifier
from course.learner.packs.unpacking import take
from course.locations import Locations

_MOST_TOLD = 20


class Added(msgspec.Struct, frozen=True):
    """A pack as it was added: its modules' ids, how many exercises, which were left out and why."""

    name: str
    modules: tuple[str, ...]
    exercises: int
    left_out: tuple[str, ...]


def add(locations: Locations, catalogue: Catalogue, source: Path) -> Added:
    """Put a folder or a ZIP beside the course. Raises CourseError with why not; then nothing is.

    A pack of the same name is replaced: the learner's own files of it stay.
    """
    locations.packs.mkdir(parents=True, exist_ok=True)
    waiting = Path(tempfile.mkdtemp(prefix=".new-", dir=locations.packs))
    try:
        came = waiting / "came" / (source.absolute().stem or "pack")
        take(source, came)
        if not came.is_dir() or not any(came.iterdir()):
            raise WrongUse(f"{source} cannot be added: there is nothing in it.")
        came = _unwrapped(came)
        name = identifier(exercism.name_of(came) or source.absolute().stem)
        root = waiting / name
        left_out = _turned(came, root, name, catalogue)
        added = _tried(locations, catalogue, root, name, left_out)
        place = locations.packs / name
        shutil.rmtree(place, ignore_errors=True)
        root.rename(place)
        return added
    except OSError as error:
        raise WrongUse(f"{source} cannot be added: {error.strerror or error}.") from None
    finally:
        shutil.rmtree(waiting, ignore_errors=True)


def remove(locations: Locations, name: str) -> None:
    """Take a pack away; the learner's own files and progress stay."""
    names = [folder.name for folder in pack_folders(locations)]
    if name not in names:
        there_are = ", ".join(names) or "none"
        raise WrongUse(f"There is no pack `{name}`. There are {there_are}.")
    shutil.rmtree(locations.packs / name)


def _unwrapped(folder: Path) -> Path:
    """The folder itself, or the only folder in it, as ZIPs of a repository have one around all."""
    while True:
        inside = list(folder.iterdir()) if folder.is_dir() else []
        if len(inside) != 1 or not inside[0].is_dir():
            return folder
        if inside[0].name in ("lessons", "exercises"):
            return folder
        folder = inside[0]


def _turned(came: Path, root: Path, name: str, catalogue: Catalogue) -> list[str]:
    """Make the content root of a pack out of what came; what was left out, and why."""
    if (came / "lessons/course.yaml").is_file():
        for part in ("lessons", "exercises"):
            if (came / part).is_dir():
                shutil.copytree(came / part, root / part)
        return []
    make = Maker(root, name, catalogue.concepts)
    made = list(_exercises(came, make))
    good = [one for one in made if not one.why_not]
    reasons = [f"{one.name}: {one.why_not}" for one in made if one.why_not]
    if not good:
        what = "; ".join(reasons[:_MOST_TOLD]) or (
            "it has neither lessons/course.yaml, nor an exercise.yaml, nor .meta/config.json of an "
            "Exercism exercise in it or in its folders"
        )
        raise ContentError(f"There is no exercise to add here: {what}.")
    make.lessons(name.replace("-", " ").title(), good)
    return reasons


def _exercises(came: Path, make: Maker) -> Iterator[Made]:
    if exercism.is_track(came):
        yield from exercism.exercises(came, make)
    elif exercism.is_exercise(came):
        yield exercism.exercise(came, make)
    elif (came / EXERCISE_FILE).is_file():
        yield _own(came, make)
    else:
        for folder in sorted(it for it in came.iterdir() if it.is_dir()):
            if exercism.is_exercise(folder):
                yield exercism.exercise(folder, make)
            elif (folder / EXERCISE_FILE).is_file():
                yield _own(folder, make)


def _own(folder: Path, make: Maker) -> Made:
    """An exercise in our own format, as it is."""
    try:
        exercise = read_exercise(folder)
    except ContentError as error:
        return Made(folder.name, folder.name, why_not=_why(error, folder))
    if words := refused(exercise.source):
        return Made(folder.name, exercise.title, why_not=words)
    target = make.folder(folder.name)
    if target.name != folder.name:
        target.rmdir()
        return Made(folder.name, exercise.title, why_not=f"call its folder {target.name}")
    shutil.copytree(folder, target, dirs_exist_ok=True)
    return Made(target.name, exercise.title, minutes=exercise.source.minutes)


def _why(error: ContentError, folder: Path) -> str:
    """An error in a line; files are named as they lie in `folder`, which is gone afterwards."""
    return " ".join(str(error).replace(f"{folder}{os.sep}", "").split())


def _tried(
    locations: Locations, catalogue: Catalogue, root: Path, name: str, left_out: list[str]
) -> Added:
    """Read the pack as the course will; ContentError where nothing of it can be used."""
    where = as_content(locations, root)
    index = indexes.build(where)
    own = {it.id for it in catalogue.modules if it not in catalogue.packs}
    for module in index.modules:
        if module.id in own:
            words = f"The course has a module `{module.id}` of its own; rename the pack's."
            raise ContentError(words)
    problems = [*left_out, *(f"{it.file}: {it.text}" for it in index.problems)]
    count = 0
    for entry in index.exercise_entries().values():
        try:
            words = refused(read_exercise(root / entry.folder).source)
        except ContentError as error:
            words = _why(error, root)
        if words:
            problems.append(f"{entry.id}: {words}")
        else:
            count += 1
    if not index.modules or not (count or any(it.lessons for it in index.modules)):
        words = "; ".join(problems[:_MOST_TOLD]) or "it holds no lesson and no exercise"
        raise ContentError(f"Nothing of this pack can be used: {words}.")
    return Added(name, tuple(it.id for it in index.modules), count, tuple(problems))
