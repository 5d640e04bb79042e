"""The course as one object: modules, lessons and exercises by id, parsed only when opened."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from course.catalogue import index as indexes
from course.catalogue.names import MISCONCEPTIONS_FILE
from course.catalogue.packs import open_packs, refused, refused_steps
from course.catalogue.search import SearchHit, search
from course.errors import ContentError, Problem, UnknownId
from course.locations import Locations
from course.model import (
    Concept,
    Exercise,
    ExerciseEntry,
    JobArea,
    Lesson,
    LessonEntry,
    Misconception,
    ModuleEntry,
    PathSource,
)

T = TypeVar("T")


class Catalogue:
    """What can be learnt. Titles come from the index; a file is parsed when it is opened."""

    def __init__(self, locations: Locations, index: indexes.Index) -> None:
        self._locations = locations
        self._index = index
        self._packs = open_packs(locations, index.course.modules)

    @classmethod
    def open(cls, locations: Locations) -> Catalogue:
        """The catalogue of `locations`; builds the index where there is none.

        Raises ContentError where there is no course or its `course.yaml` cannot be used.
        """
        if not locations.lessons.is_dir():
            raise ContentError(
                (
                    Problem(
                        locations.lessons,
                        None,
                        "the lessons are not here; install the course again, or set "
                        "COURSE_CONTENT to a folder with lessons/ and exercises/ in it",
                    ),
                )
            )
        return cls(locations, indexes.load(locations) or indexes.build(locations))

    def refresh(self) -> bool:
        """Look at every file and read the changed ones again; True when something changed."""
        packs = open_packs(self._locations, self._index.course.modules, fresh=True)
        if packs == self._packs and indexes.is_current(self._index, self._locations):
            return False
        self._index = indexes.build(self._locations, self._index)
        self._packs = open_packs(self._locations, self._index.course.modules)
        derived = ("lessons", "exercises", "concepts", "_lesson_of", "_teaching", "_folded")
        for name in (*derived, "modules", "misconceptions"):
            self.__dict__.pop(name, None)
        return True

    @property
    def title(self) -> str:
        """What the course is called."""
        return self._index.course.title

    @property
    def paths(self) -> tuple[PathSource, ...]:
        """The learning paths to choose from."""
        return self._index.course.paths

    @property
    def job(self) -> tuple[JobArea, ...]:
        """What a junior job asks for."""
        return self._index.course.job

    @property
    def moved(self) -> dict[str, str]:
        """The ids of today by the ids that lessons and exercises had before."""
        steps = self._index.course.moved
        return {old: _at_the_end(old, steps) for old in steps}

    def today(self, ident: str) -> str:
        """The id that a lesson or an exercise has today."""
        return self.moved.get(ident, ident)

    @cached_property
    def modules(self) -> tuple[ModuleEntry, ...]:
        """The modules in order, those of packs after the course's own."""
        return (*self._index.modules, *self.packs)

    @property
    def packs(self) -> tuple[ModuleEntry, ...]:
        """The modules that packs have put beside the course."""
        return self._packs.modules

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong in the content when it was indexed."""
        root = self._locations.content
        own = tuple(Problem(root / it.file, it.line, it.text) for it in self._index.problems)
        return own + self._packs.problems

    @cached_property
    def lessons(self) -> dict[str, LessonEntry]:
        """Every lesson by id, in course order."""
        return {lesson.id: lesson for module in self.modules for lesson in module.lessons}

    @cached_property
    def exercises(self) -> dict[str, ExerciseEntry]:
        """Every exercise by id, in the order of modules and folders."""
        return {**self._index.exercise_entries(), **{it.id: it for it in self._packs.exercises}}

    @cached_property
    def concepts(self) -> dict[str, Concept]:
        """Every concept by id."""
        return {ident: it for module in self.modules for ident, it in module.concepts.items()}

    @cached_property
    def misconceptions(self) -> dict[str, Misconception]:
        """What is often mixed up, by id; nothing where its file cannot be read."""
        from course.catalogue.lessons import read_misconceptions

        try:
            return read_misconceptions(self._locations.lessons / MISCONCEPTIONS_FILE)
        except ContentError:
            return {}  # `course author check` tells what is wrong with it

    @property
    def lesson_ids(self) -> tuple[str, ...]:
        """The ids of all lessons, in course order."""
        return tuple(self.lessons)

    @property
    def exercise_ids(self) -> tuple[str, ...]:
        """The ids of all exercises: as the lessons use them, then those no lesson uses."""
        used = [ident for ident in self._lesson_of if ident in self.exercises]
        return tuple(dict.fromkeys([*used, *self.exercises]))

    def module_entry(self, ident: str) -> ModuleEntry:
        """The module of that id; UnknownId with the nearest one otherwise."""
        return _find(ident, {module.id: module for module in self.modules}, "module")

    def lesson_entry(self, ident: str) -> LessonEntry:
        """The index's line on a lesson; UnknownId with the nearest one otherwise."""
        return _find(self.today(ident), self.lessons, "lesson")

    def exercise_entry(self, ident: str) -> ExerciseEntry:
        """The index's line on an exercise; UnknownId with the nearest one otherwise."""
        return _find(self.today(ident), self.exercises, "exercise")

    def lesson(self, ident: str) -> Lesson:
        """A lesson, parsed now. Raises UnknownId, or ContentError with every problem."""
        from course.catalogue.lessons import read_lesson

        entry = self.lesson_entry(ident)
        lesson = read_lesson(self._locations.content / entry.file)
        if Path(entry.file).is_absolute() and (words := refused_steps(lesson.source)):
            raise ContentError((Problem(lesson.path, None, words),))
        return lesson

    def exercise(self, ident: str) -> Exercise:
        """An exercise, read now. Raises UnknownId, or ContentError with every problem."""
        from course.catalogue.exercises import read_exercise

        entry = self.exercise_entry(ident)
        exercise = read_exercise(self._locations.content / entry.folder)
        if Path(entry.folder).is_absolute() and (words := refused(exercise.source)):
            raise ContentError((Problem(exercise.folder, None, words),))
        return exercise

    def lesson_of(self, exercise: str) -> LessonEntry | None:
        """The lesson an exercise belongs to."""
        return self._lesson_of.get(exercise)

    def next_lesson(self, ident: str) -> LessonEntry | None:
        """The lesson after that one."""
        return self._neighbour(ident, 1)

    def previous_lesson(self, ident: str) -> LessonEntry | None:
        """The lesson before that one."""
        return self._neighbour(ident, -1)

    def lesson_teaching(self, concept: str) -> LessonEntry | None:
        """The first lesson that teaches a concept."""
        return self._teaching.get(concept)

    def search(
        self, words: str, limit: int = 50, also: Sequence[SearchHit] = ()
    ) -> list[SearchHit]:
        """Modules, lessons, exercises and concepts that hold every word, best first.

        `also` is searched with them.
        """
        return search((*self._folded, *also), self.today(words.strip()), limit)

    @cached_property
    def _lesson_of(self) -> dict[str, LessonEntry]:
        lessons: dict[str, LessonEntry] = {}
        for lesson in self.lessons.values():
            for exercise in lesson.exercises:
                lessons.setdefault(exercise, lesson)
        return lessons

    @cached_property
    def _teaching(self) -> dict[str, LessonEntry]:
        lessons: dict[str, LessonEntry] = {}
        for lesson in self.lessons.values():
            for concept in lesson.teaches:
                lessons.setdefault(concept, lesson)
        return lessons

    @cached_property
    def _folded(self) -> tuple[SearchHit, ...]:
        lessons = self.lessons.values()
        hits = [SearchHit("module", it.id, it.title, it.can_do) for it in self.modules]
        hits += [SearchHit("lesson", it.id, it.title, it.summary) for it in lessons]
        hits += [
            SearchHit("exercise", it.id, it.title, " ".join(it.practises).replace("_", " "))
            for it in self.exercises.values()
        ]
        hits += [
            SearchHit("concept", ident, it.name, it.means) for ident, it in self.concepts.items()
        ]
        return tuple(hits)

    def _neighbour(self, ident: str, offset: int) -> LessonEntry | None:
        self.lesson_entry(ident)
        ids = self.lesson_ids
        place = ids.index(ident) + offset
        return self.lessons[ids[place]] if 0 <= place < len(ids) else None


def _at_the_end(ident: str, steps: Mapping[str, str]) -> str:
    """Where an id has got to; one that moves in a circle stays."""
    seen = {ident}
    while ident in steps and steps[ident] not in seen:
        ident = steps[ident]
        seen.add(ident)
    return ident


def _find(ident: str, entries: Mapping[str, T], kind: str) -> T:
    try:
        return entries[ident]
    except KeyError:
        near = nearest(ident, entries)
        advice = f"Did you mean `{near}`?" if near else "`course list` shows what there is."
        raise UnknownId(f"There is no {kind} `{ident}`. {advice}") from None


def nearest(ident: str, idents: Iterable[str]) -> str | None:
    """The id that is spelt most like `ident`, with or without its module."""
    by_name: dict[str, str] = {}
    for known in idents:
        by_name[known] = known
        by_name.setdefault(known.rpartition("/")[2], known)
    near = difflib.get_close_matches(ident, list(by_name), n=1) or difflib.get_close_matches(
        ident.rpartition("/")[2], list(by_name), n=1
    )
    return by_name[near[0]] if near else None
