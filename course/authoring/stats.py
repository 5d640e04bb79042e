"""How much there is: lessons, steps, words and exercises of each module."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from course.authoring.gate.content import Content
from course.authoring.gate.texts import lesson_words
from course.model import QUESTION_KINDS
from course.plural import counted


class ModuleStats(Struct, frozen=True):
    """The counts of one module. `difficulty` is the mean of its exercises, 0 without any."""

    module: str
    lessons: int
    minutes: int
    words: int
    examples: int
    questions: int
    exercises: int
    mistakes: int
    difficulty: float
    kinds: dict[str, int]
    untaught: tuple[str, ...]


def module_stats(content: Content) -> list[ModuleStats]:
    """One row a module, in course order; exercises count where their folder is, drafts nowhere."""
    every_lesson = [one for one in content.lessons.values() if one.id not in content.drafts]
    taught = {name for one in every_lesson for name in one.source.teaches}
    stats = []
    names = dict.fromkeys([*content.modules, *(i.split("/")[0] for i in content.exercises)])
    for module in names:
        lessons = [one for one in every_lesson if one.module == module]
        exercises = [
            one
            for key, one in content.exercises.items()
            if key.startswith(f"{module}/") and key not in content.drafts
        ]
        kinds = [step.kind for lesson in lessons for step in lesson.steps]
        levels = [one.source.difficulty for one in exercises]
        concepts = content.modules[module].concepts if module in content.modules else {}
        stats.append(
            ModuleStats(
                module=module,
                lessons=len(lessons),
                minutes=sum(one.source.minutes for one in lessons)
                + sum(one.source.minutes for one in exercises),
                words=sum(map(lesson_words, lessons)),
                examples=kinds.count("example"),
                questions=sum(kind in QUESTION_KINDS for kind in kinds),
                exercises=len(exercises),
                mistakes=sum(len(one.mistakes) for one in exercises),
                difficulty=round(sum(levels) / len(levels), 1) if levels else 0.0,
                kinds=dict(Counter(one.source.kind for one in exercises)),
                untaught=tuple(name for name in concepts if name not in taught),
            )
        )
    return stats


def as_table(rows: list[ModuleStats]) -> list[str]:
    """The rows as aligned text with a line of sums."""
    head = ("module", "lessons", "minutes", "words", "examples", "questions", "exercises", "level")
    table = [
        (
            r.module,
            r.lessons,
            r.minutes,
            r.words,
            r.examples,
            r.questions,
            r.exercises,
            r.difficulty,
        )
        for r in rows
    ]
    sums = ("all", *(sum(row[column] for row in table) for column in range(1, 7)), "")  # type: ignore[misc]
    lines = [head, *table, sums]
    widths = [max(len(str(line[column])) for line in lines) for column in range(len(head))]
    parts = [
        "  ".join(
            str(cell).ljust(width) if column == 0 else str(cell).rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    for row in rows:
        if row.untaught:
            parts.append(f"{row.module}: no lesson teaches {', '.join(row.untaught)} yet.")
    return parts


class ConceptStats(Struct, frozen=True):
    """Where a concept is taught, and by which exercises it is practised.

    `draft` where the lesson is one, which no learner sees yet.
    """

    concept: str
    name: str
    module: str
    lesson: str | None
    exercises: tuple[str, ...]
    constructs: tuple[str, ...]
    draft: bool = False


def concept_stats(content: Content) -> list[ConceptStats]:
    """One row a concept, in the order in which they are taught; the untaught ones last."""
    taught = {
        name: lesson_id for lesson_id, one in content.lessons.items() for name in one.source.teaches
    }
    practised: dict[str, list[str]] = {}
    for exercise_id, exercise in content.exercises.items():
        if exercise_id in content.drafts:
            continue
        for name in exercise.source.practises:
            practised.setdefault(name, []).append(exercise_id)
    rows = [
        ConceptStats(
            name,
            concept.name,
            module,
            taught.get(name),
            tuple(practised.get(name, ())),
            concept.constructs,
            taught.get(name) in content.drafts,
        )
        for module, source in content.modules.items()
        for name, concept in source.concepts.items()
    ]
    places = {lesson_id: number for number, lesson_id in enumerate(content.lesson_ids)}
    return sorted(rows, key=lambda row: places.get(row.lesson or "", len(places)))


def concept_table(rows: list[ConceptStats]) -> list[str]:
    """What is taught where, as aligned text."""
    widths = (
        [max(map(len, column)) for column in zip(*map(_cells, rows), strict=True)] if rows else []
    )
    return [
        "  ".join(
            cell.ljust(width) for cell, width in zip(_cells(row), widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def _cells(row: ConceptStats) -> tuple[str, str, str]:
    often = counted(len(row.exercises), "exercise")
    place = f"{row.lesson} (draft)" if row.draft else row.lesson
    return row.concept, place or "taught nowhere", often
