"""The whole gate: what was asked for, out of the cache or checked side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from course.authoring.cache import Cache
from course.authoring.gate.content import Content, Selection
from course.authoring.gate.exercises import check_exercise, todos
from course.authoring.gate.findings import Findings, merged
from course.authoring.gate.lessons import check_lesson
from course.authoring.gate.reading import check_brief, check_lengths, check_words
from course.authoring.gate.runs import Runs
from course.authoring.gate.structure import check_structure
from course.checking.checker import Checker

Done = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Unit:
    """A lesson or an exercise to check: its name, what its result depends on, the work."""

    name: str
    key: str
    work: Callable[[], Coroutine[Any, Any, Findings]]


async def check_content(
    content: Content,
    selection: Selection,
    checker: Checker,
    cache: Cache,
    done: Done = lambda _name: None,
    at_once: int = 4,
) -> Findings:
    """Check lessons and exercises; `done` is called with each one's name as it is finished.

    Structure and words are looked at over the whole course, and told for what was asked for.
    """
    from pathlib import Path

    whole = [*check_structure(content), *check_words(content)]
    asked = [one for one in whole if selection.covers(Path(one.file), content)]
    parts = [Findings(problems=tuple(asked))]
    free = asyncio.Semaphore(at_once)

    async def checked(unit: Unit) -> Findings:
        findings = cache.get(unit.key)
        if findings is None:
            async with free:
                findings = await unit.work()
            if not findings.unsure:
                cache.put(unit.key, findings)
        done(unit.name)
        return findings

    parts += await asyncio.gather(*map(checked, units(content, selection, checker, cache)))
    return merged(parts)


def units(content: Content, selection: Selection, checker: Checker, cache: Cache) -> list[Unit]:
    """What was asked for and can be read; the rest is told as structure."""
    found = []
    for lesson_id in selection.lessons:
        lesson = content.lessons.get(lesson_id)
        if lesson is None:
            continue

        async def work_on_lesson(lesson: Any = lesson) -> Findings:
            told = [*check_lengths(content, lesson), *todos(lesson.path)]
            return merged(
                [await check_lesson(content, lesson, Runs(checker)), Findings(problems=tuple(told))]
            )

        found.append(Unit(lesson_id, cache.key([lesson.path]), work_on_lesson))
    for exercise_id in selection.exercises:
        exercise = content.exercises.get(exercise_id)
        if exercise is None:
            continue

        async def work_on_exercise(exercise: Any = exercise) -> Findings:
            told = tuple(check_brief(content, exercise))
            return merged(
                [await check_exercise(content, exercise, Runs(checker)), Findings(problems=told)]
            )

        lesson_id_of = content.lesson_of(exercise_id)
        knows = sorted(content.taught_before(lesson_id_of)) if lesson_id_of else []
        concepts = {
            name: one.constructs
            for module in content.modules.values()
            for name, one in module.concepts.items()
        }
        key = cache.key([exercise.folder], repr((knows, concepts, lesson_id_of)))
        found.append(Unit(exercise_id, key, work_on_exercise))
    return found
