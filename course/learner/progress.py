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
from course.model import QUESTION_KINDS, LessonEntry, ModuleEntry

Activity = tuple[str, str, bool]
"""When, what (`attempt`, `answer`, `review`), and whether it was right."""


class Day(Struct, frozen=True, array_like=True):
    """What was done on a day in the learner's own time zone."""

    date: date
    attempts: int
    passes: int
    answers: int = 0
    reviews: int = 0

    @property
    def done(self) -> int:
        """How many things were done: answers, checks, reviews."""
        return self.attempts + self.answers + self.reviews


class ModuleProgress(Struct, frozen=True):
    """How far a module is: `done` of `total` lessons, and its exercises; `mastery` 0 to 1."""

    id: str
    title: str
    done: int
    total: int
    exercises_passed: int
    exercises_total: int
    mastery: float = 0.0


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


FORGIVEN_EVERY = 7
"""A day without practice ends nothing, where the one before it is so many days ago."""


def streak(active: Iterable[Day], now: datetime) -> int:
    """How many days were practised without a break, up to today; today may still be to come."""
    today = now.date()
    for run in streaks(day for day in active if day.date <= today)[-1:]:
        missed = (today - run[-1]).days - 1  # today may still be to come
        if missed <= 0 or (missed == 1 and _is_forgiven(run, today)):
            return len(run)
    return 0


def longest_streak(active: Iterable[Day]) -> int:
    """The most days that were practised without a break."""
    return max(map(len, streaks(active)), default=0)


def streaks(active: Iterable[Day]) -> list[list[date]]:
    """The days of every run of days with activity, oldest first.

    A single day missed is no break, unless another one was missed within a week before it.
    """
    runs: list[list[date]] = []
    for day in sorted({day.date for day in active if day.done}):
        gap = (day - runs[-1][-1]).days - 1 if runs else None
        if gap == 0 or (gap == 1 and _is_forgiven(runs[-1], day)):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _is_forgiven(run: list[date], day: date) -> bool:
    """Whether the day missed before `day` is the only one in a week of a run."""
    week = [it for it in run if (day - it).days <= FORGIVEN_EVERY]
    expected = min(FORGIVEN_EVERY, (day - run[0]).days) - 1
    return len(week) >= expected


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
