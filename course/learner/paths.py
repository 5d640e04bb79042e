"""What a learner works through: the modules of the path, what is skipped, what comes next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import msgspec

from course.catalogue import Catalogue
from course.errors import ContentError
from course.model import LessonEntry, ModuleEntry, PathSource


def modules(
    catalogue: Catalogue, path: PathSource | None, chosen: Collection[str]
) -> tuple[ModuleEntry, ...]:
    """The modules of a path in order, all of them without a path; packs come last.

    Of the path's `one_of` only those in `chosen` stay, where one of them is; of a module that
    has lessons in the path's `only`, only those.
    """
    if path is None:
        return catalogue.modules
    left_out = set(path.one_of) - set(chosen) if set(path.one_of) & set(chosen) else set()
    by_id = {module.id: module for module in catalogue.modules}
    on_path = tuple(
        _narrowed(by_id[ident], path.only)
        for ident in path.modules
        if ident in by_id and ident not in left_out
    )
    return on_path + catalogue.packs


def _narrowed(module: ModuleEntry, only: Collection[str]) -> ModuleEntry:
    lessons = tuple(lesson for lesson in module.lessons if lesson.id in only)
    return msgspec.structs.replace(module, lessons=lessons) if lessons else module


def here(
    catalogue: Catalogue,
    recent: Iterable[tuple[str, int]],
    to_do: Iterable[ModuleEntry],
    skipped: Collection[str],
    folder: object,
) -> tuple[str, int]:
    """The lesson and step to continue at: the one last seen, else the first of what is to do."""
    for lesson, step in recent:
        if lesson in catalogue.lessons and lesson.partition("/")[0] not in skipped:
            return lesson, min(step, len(catalogue.lessons[lesson].steps) - 1)
    for first in (*_lessons(to_do, skipped), *catalogue.lessons.values()):
        return first.id, 0
    raise ContentError(
        f"There is no lesson that can be opened in {folder}. "
        "`course author check` tells what is wrong with them."
    )


def next_lesson(
    catalogue: Catalogue, to_do: Iterable[ModuleEntry], skipped: Collection[str], ident: str
) -> LessonEntry | None:
    """The lesson after that one on the path; of a lesson beside the path, in the course's order."""
    module = ident.partition("/")[0]
    on_path = list(_lessons(to_do, set(skipped) - {module}))
    places = [lesson.id for lesson in on_path]
    if ident not in places:
        return catalogue.next_lesson(ident)
    place = places.index(ident) + 1
    return on_path[place] if place < len(on_path) else None


def _lessons(to_do: Iterable[ModuleEntry], skipped: Collection[str]) -> Iterator[LessonEntry]:
    for module in to_do:
        if module.id not in skipped:
            yield from module.lessons
