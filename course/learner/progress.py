"""What a learner sees of what they did: done, streak, days, modules. Derived, never stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, tzinfo

from msgspec import Struct

from course.catalogue import Catalogue
from course.learner.mixed_up import MixUps
from course.learner.records import Answer, Help, Review, Try, moment
from course.learner.skills import History, Skill, evidence, skills
from course.learner.store import Store
from course.learner.streak import Day, streak
from course.model import QUESTION_KINDS, LessonEntry, ModuleEntry

Activity = tuple[str, str, bool]
"""When, what (`attempt`, `answer`, `review`), and whether it was right."""


class ModuleProgress(Struct, frozen=True):
    """How far a module is: `done` of `total` lessons, and its exercises; `mastery` 0 to 1."""

    id: str
    title: str
    done: int
    total: int
    exercises_passed: int
    exercises_total: int
    mastery: float


class Progress(Struct, frozen=True):
    """Everything the learner did, summed up.

    `answered` counts the questions of a lesson that were answered correctly; `begun` are the
    lessons that were opened or have an exercise passed (a placement asks without opening); `days`
    holds the days with activity, oldest first; `concepts` the mastery, 0 to 1, of each concept
    seen used.
    """

    passed: frozenset[str]
    answered: dict[str, int]
    begun: frozenset[str]
    lessons_done: frozenset[str]
    streak: int
    days: tuple[Day, ...]
    modules: tuple[ModuleProgress, ...]
    concepts: dict[str, float]


def local_date(at: str, zone: tzinfo | None) -> date:
    """The learner's date at a stored time; `zone` None is the machine's."""
    return moment(at).astimezone(zone).date()


def days(activity: Iterable[Activity], zone: tzinfo | None) -> tuple[Day, ...]:
    """The days on which something was done, oldest first."""
    counts: dict[date, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for at, what, right in activity:
        day = counts[local_date(at, zone)]
        if what == "attempt":
            day[0] += 1
            day[1] += right
        else:
            day[2 if what == "answer" else 3] += 1
    return tuple(Day(day, *counts[day]) for day in sorted(counts))


def lesson_is_done(
    lesson: LessonEntry, passed: frozenset[str], right: int, furthest: int | None
) -> bool:
    """Every question answered correctly, every exercise passed, the last step seen."""
    return (
        furthest is not None
        and furthest >= len(lesson.steps) - 1
        and right >= sum(kind in QUESTION_KINDS for kind in lesson.steps)
        and all(exercise in passed for exercise in lesson.exercises)
    )


def module_progress(
    module: ModuleEntry,
    lessons_done: frozenset[str],
    passed: frozenset[str],
    mastery: Mapping[str, float],
) -> ModuleProgress:
    """How far one module is."""
    exercises = module.exercises
    taught = module.teaches
    return ModuleProgress(
        id=module.id,
        title=module.title,
        done=sum(lesson.id in lessons_done for lesson in module.lessons),
        total=len(module.lessons),
        exercises_passed=sum(exercise in passed for exercise in exercises),
        exercises_total=len(exercises),
        mastery=sum(mastery.get(it, 0.0) for it in taught) / len(taught) if taught else 0.0,
    )


def history_in(store: Store, catalogue: Catalogue, with_mixups: bool = False) -> History:
    """What the store holds for skills and cards, read with the catalogue's concepts.

    `with_mixups`: for cards, which know what is often mixed up.
    """

    def practises(ident: str) -> tuple[str, ...]:
        # Asked only for what was tried: nothing is decoded for a learner who begins.
        entry = catalogue.exercises.get(ident)
        return entry.practises if entry else ()

    return History(
        store.rows(Try),
        store.rows(Answer),
        store.rows(Review),
        practises,
        frozenset(row.text for row in store.rows(Help, rung="passed")),
        MixUps(catalogue if with_mixups else None),
    )


def skills_in(store: Store, catalogue: Catalogue) -> dict[str, Skill]:
    """The learner's skill in each concept that the store holds evidence for."""
    return skills(evidence(history_in(store, catalogue)))


def summary(store: Store, catalogue: Catalogue, now: datetime) -> Progress:
    """Everything the learner did; `now` is the time where they are."""
    passed, answered, furthest = store.passed(), store.answered(), store.last_steps()
    lessons = catalogue.lessons
    done = frozenset(
        ident
        for ident, step in furthest.items()
        if ident in lessons and lesson_is_done(lessons[ident], passed, answered.get(ident, 0), step)
    )
    mastery = {concept: skill.mastery for concept, skill in skills_in(store, catalogue).items()}
    active = days(store.activity(), None)
    return Progress(
        passed=passed,
        answered=answered,
        begun=frozenset(
            ident
            for ident, lesson in lessons.items()
            if ident in furthest or not passed.isdisjoint(lesson.exercises)
        ),
        lessons_done=done,
        streak=streak(active, now),
        days=active,
        modules=tuple(
            module_progress(module, done, passed, mastery) for module in catalogue.modules
        ),
        concepts=mastery,
    )
