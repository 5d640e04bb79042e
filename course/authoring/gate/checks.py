"""The whole gate: what was asked for, out of the cache or checked side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from course.authoring.cache import Cache
from course.authoring.gate.content import Content, Selection
from course.authoring.gate.findings import Findings, merged
from course.authoring.gate.reading import check_words
from course.authoring.gate.reference import check_names
from course.authoring.gate.structure import check_structure
from course.authoring.gate.taught import context_of
from course.catalogue.constructs import constructs
from course.catalogue.documents import read_text
from course.catalogue.kinds import MILESTONE
from course.catalogue.names import EXERCISE_FILE
from course.catalogue.package import files_of
from course.catalogue.reference import files
from course.errors import ContentError
from course.model import Exercise, Lesson

if TYPE_CHECKING:
    from course.checking.checker import Checker

Done = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Unit:
    """A lesson or an exercise to check: its name, what its result depends on, the work.

    What its programs `need`, and how much it is to do, beside others.
    """

    name: str
    key: str
    work: Callable[[Checker, Cache], Coroutine[Any, Any, Findings]]
    needs: tuple[str, ...] = ()
    size: int = 0


def stored(
    content: Content, selection: Selection, cache: Cache
) -> tuple[list[Findings], list[Unit]]:
    """What is known without running anything, and the units that have to be checked.

    Structure and words are looked at over the whole course, and told for what was asked for.
    """
    whole = [*check_structure(content), *check_words(content)]
    whole += check_names(content) if selection.reference else ()
    asked = [one for one in whole if selection.covers(Path(one.file), content)]
    parts = [Findings(problems=tuple(asked))]
    left = []
    for unit in units(content, selection, cache):
        findings = cache.get(unit.key)
        if findings is None:
            left.append(unit)
        else:
            parts.append(findings)
    return parts, left


async def check_units(
    left: list[Unit],
    checker: Checker,
    cache: Cache,
    done: Done = lambda _name: None,
    at_once: int = 4,
) -> list[Findings]:
    """Check units side by side; `done` is called with each one's name as it is finished.

    Those with the same needs come together, as workers for these are started once; of them, and
    at the end, the largest come first, so that no core is left without work.
    """
    free = asyncio.Semaphore(at_once)
    left = sorted(left, key=lambda unit: (not unit.needs, unit.needs, -unit.size))

    async def checked(unit: Unit) -> Findings:
        async with free:
            findings = await unit.work(checker, cache)
        if not findings.unsure:
            cache.put(unit.key, findings)
        done(unit.name)
        return findings

    return list(await asyncio.gather(*map(checked, left)))


async def check_content(
    content: Content,
    selection: Selection,
    checker: Checker,
    cache: Cache,
    done: Done = lambda _name: None,
) -> Findings:
    """Check lessons and exercises, those that are stored and those that are not."""
    parts, left = stored(content, selection, cache)
    return merged([*parts, *await check_units(left, checker, cache, done)])


def units(content: Content, selection: Selection, cache: Cache) -> list[Unit]:
    """What was asked for and can be read; the rest is told as structure."""
    work_units = []
    for lesson_id in selection.lessons:
        if (lesson := content.lessons.get(lesson_id)) is not None:
            context = context_of(content, lesson_id, _used_in(lesson), [])
            key = cache.key([lesson.path], context)
            wanted = (getattr(step.content, "needs", ()) for step in lesson.steps)
            needs = tuple(sorted({need for some in wanted for need in some}))
            work = partial(_work_on_lesson, content, lesson)
            work_units.append(Unit(lesson_id, key, work, needs, len(lesson.steps)))
    for exercise_id in selection.exercises:
        if (exercise := content.exercises.get(exercise_id)) is not None:
            home = content.lesson_of(exercise_id)
            context = ""
            if home:
                practised = list(exercise.source.practises)
                context = context_of(content, home, _used_by(exercise), practised)
            key = cache.key([exercise.folder], context)
            needs = tuple(sorted(exercise.source.needs))
            work = partial(_work_on_exercise, content, exercise)
            work_units.append(Unit(exercise_id, key, work, needs, _size(exercise)))
    for folder in selection.shifts:
        work = partial(_work_on_shift, folder)
        work_units.append(Unit(f"shift/{folder.name}", cache.key([folder]), work, (), 50))
    for file in files(content.lessons_folder) if selection.reference else ():
        work_units.append(Unit(file.stem, cache.key([file]), partial(_work_on_reference, file)))
    return work_units


def _size(exercise: Exercise) -> int:
    """How much there is to do about an exercise: tests and their programs, milestone after
    milestone."""
    files = (*exercise.test_files, *(one.path for one in exercise.mistakes))
    return len(files) + 100 * len(exercise.milestones) + 1000 * exercise.package


async def _work_on_shift(folder: Path, checker: Checker, _cache: Cache) -> Findings:
    from course.authoring.gate.shifts import check_shift

    return await check_shift(folder, checker)


async def _work_on_reference(file: Path, checker: Checker, _cache: Cache) -> Findings:
    from course.authoring.gate.reference import check_examples
    from course.authoring.gate.runs import Runs

    return await check_examples(file, Runs(checker))


async def _work_on_lesson(
    content: Content, lesson: Lesson, checker: Checker, _cache: Cache
) -> Findings:
    from course.authoring.gate.exercises import todos
    from course.authoring.gate.lessons import check_lesson
    from course.authoring.gate.runs import Runs

    left = Findings(problems=tuple(todos(lesson.path)))
    return merged([await check_lesson(content, lesson, Runs(checker)), left])


async def _work_on_exercise(
    content: Content, exercise: Exercise, checker: Checker, cache: Cache
) -> Findings:
    """Read it, and run it unless that was done: other words change nothing of what runs."""
    from course.authoring.gate.exercises import prove_exercise, read_exercise
    from course.authoring.gate.reading import check_brief
    from course.authoring.gate.runs import Runs
    from course.authoring.gate.subject import Subject

    kept = cache.kept(exercise.id)
    subject = Subject(content, exercise, Runs(checker, kept))
    read, is_ready = read_exercise(subject)
    parts = [read, Findings(problems=tuple(check_brief(content, exercise)))]
    if is_ready:
        key = cache.key(_run(exercise), _how_it_runs(content, exercise))
        proven = cache.get(key)
        if proven is None:
            proven = await prove_exercise(subject)
            kept.save()
            # A problem is told at a line of the words, which may be another one next time.
            if not proven.unsure and not proven.problems:
                cache.put(key, proven)
        parts.append(proven)
    return merged(parts)


def _run(exercise: Exercise) -> list[Path]:
    """The files of an exercise but those that only hold words."""
    return [
        file
        for file in sorted(exercise.folder.rglob("*"))
        if file.is_file() and file.name not in _WORDS and "__pycache__" not in file.parts
    ]


_WORDS = {EXERCISE_FILE, MILESTONE}
_ONLY_WORDS = {"title": "", "hints": (), "after": None, "minutes": 1, "difficulty": 1}


def _how_it_runs(content: Content, exercise: Exercise) -> str:
    """What of `exercise.yaml` is run or looked at while running, and what is taught."""
    source = msgspec.structs.replace(exercise.source, **_ONLY_WORDS)
    home = content.lesson_of(exercise.id)
    practised = list(source.practises)
    taught = context_of(content, home, _used_by(exercise), practised) if home else ""
    return f"run {msgspec.json.encode(source).decode()} {taught}"


def _used_in(lesson: Lesson) -> set[str]:
    """The constructs of a lesson's programs."""
    from course.authoring.gate.lesson_programs import programs

    used: set[str] = set()
    for *_, code in programs(lesson):
        with suppress(SyntaxError, ValueError):
            used |= set(constructs(code))
    return used


def _used_by(exercise: Exercise) -> set[str]:
    """The constructs of the solution and the approaches."""
    used: set[str] = set()
    for place in (exercise.solution_path, *(one.path for one in exercise.approaches)):
        for file in files_of(place) if place.is_dir() else [place]:
            if file.suffix == ".py":
                with suppress(SyntaxError, ValueError, ContentError):
                    used |= set(constructs(read_text(file)))
    return used
