"""Skills and readiness: what is evidenced, in counts, against what a junior job asks for.

Everything here is counted from what happened. Nothing is claimed that no row stands for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from course.learner.exam import ExamResult, results
from course.learner.held import How
from course.learner.mixed_up import MixedUp, mixed_up
from course.learner.progress import history_in
from course.learner.records import Answer, Review, Try
from course.learner.shift_outcomes import Outcome, outcomes
from course.learner.skills import Skill, evidence, question_id, skills

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.learner.session import Session
    from course.model import JobArea

State = Literal["shown", "placed", "begun", "open"]
STATES = {"shown": "shown", "placed": "not practised here", "begun": "begun", "open": "not yet"}
"""How far an area is, in words."""


class Practice(Struct, frozen=True):
    """How an exercise went: attempts up to the first pass, hints taken by then, when it passed.

    `first_try` is a pass at the first counted check without a hint. `helped`: that pass came with
    the reference's help; `alone_at` is when it was first passed without.
    """

    exercise: str
    attempts: int
    hints: int
    passed_at: str | None
    helped: bool = False
    alone_at: str | None = None

    @property
    def first_try(self) -> bool:
        """Passed at the first counted check and without a hint."""
        is_first = self.passed_at is not None and self.attempts == 1 and self.hints == 0
        return is_first and not self.helped

    @property
    def leant(self) -> bool:
        """Passed with the reference's help and never without."""
        return self.helped and self.alone_at is None


class ModuleSkill(Struct, frozen=True):
    """What is evidenced of a module. `mastery` is the mean over the concepts it teaches, 0 to 1.

    `skipped` is what says that it need not be worked through, if anything does.
    `seen` counts the concepts there is evidence for, `concepts` all it teaches; `leant` the passes
    that came with the reference's help.
    """

    id: str
    title: str
    mastery: float
    seen: int
    concepts: int
    passed: int
    exercises: int
    first_try: int
    hints: int
    skipped: How | None
    leant: int = 0


class Area(Struct, frozen=True):
    """What a job asks for, what shows it so far, and what to do next (an exercise's id).

    `passes` are the exercises that were passed without the reference's help; `needed` is how many
    show it, whatever is skipped. `skipped` is what says so of each of its modules that is.
    """

    title: str
    asks: str
    passes: tuple[str, ...]
    needed: int
    first_try: int
    skipped: tuple[How, ...]
    next: str | None

    @property
    def passed(self) -> int:
        """How many exercises were passed."""
        return len(self.passes)

    @property
    def state(self) -> State:
        """Whether exercises show it, it is begun, left out, or open.

        Neither a placement nor a word shows anything: only exercises do.
        """
        if self.passed:
            return "shown" if self.passed >= self.needed else "begun"
        return "placed" if self.skipped else "open"


class Overview(Struct, frozen=True):
    """Everything evidenced: modules, concepts, areas of a job; answers and reviews as counts.

    `mixed` is what was mixed up, most often first; `exams` are those that were ended.
    `shifts` are the working days that are over, the oldest first.
    """

    modules: tuple[ModuleSkill, ...]
    skills: dict[str, Skill]
    areas: tuple[Area, ...]
    practice: dict[str, Practice]
    questions: int
    questions_at_once: int
    reviews: int
    reviews_known: int
    mixed: tuple[MixedUp, ...] = ()
    exams: tuple[ExamResult, ...] = ()
    shifts: tuple[Outcome, ...] = ()

    @property
    def shown(self) -> int:
        """How many areas of a job are shown by exercises."""
        return sum(area.state == "shown" for area in self.areas)


def overview(session: Session) -> Overview:
    """What the learner's rows stand for."""
    catalogue, store = session.catalogue, session.store
    history = history_in(store, catalogue)
    practised = practice(history.tries, history.helped)
    concepts = skills(evidence(history))
    skipped = {module: one.how for module, one in session.held().items()}
    questions, at_once = _questions(history.answers)
    return Overview(
        modules=_modules(catalogue, concepts, practised, skipped),
        skills=concepts,
        areas=tuple(_area(catalogue, area, practised, skipped) for area in catalogue.job),
        practice=practised,
        questions=questions,
        questions_at_once=at_once,
        reviews=len(history.reviews),
        reviews_known=_known(history.reviews),
        mixed=mixed_up(store, catalogue),
        exams=results(session),
        shifts=outcomes(store),
    )


def practice(tries: Iterable[Try], helped: frozenset[str] = frozenset()) -> dict[str, Practice]:
    """How each exercise that was tried went, until it passed for the first time.

    `helped` holds the `uuid` of each attempt that passed with the reference's help.
    """
    practised: dict[str, Practice] = {}
    for one in tries:
        before = practised.get(one.exercise)
        if before and before.passed_at:
            if before.leant and one.passed and one.uuid not in helped:
                practised[one.exercise] = replace(before, alone_at=one.at)
            continue
        count = before.attempts if before else 0
        passed_at = one.at if one.passed else None
        was_helped = one.uuid in helped
        alone_at = None if was_helped else passed_at
        practised[one.exercise] = Practice(
            one.exercise, count + 1, one.hints, passed_at, was_helped, alone_at
        )
    return practised


def _questions(answers: Iterable[Answer]) -> tuple[int, int]:
    """How many questions were answered, and how many of them rightly at once."""
    first: dict[str, bool] = {}
    for answer in answers:
        first.setdefault(question_id(answer), answer.correct)
    return len(first), sum(first.values())


def _known(reviews: Iterable[Review]) -> int:
    return sum(review.rating > 1 for review in reviews)


def _modules(
    catalogue: Catalogue,
    concepts: dict[str, Skill],
    practised: dict[str, Practice],
    skipped: dict[str, How],
) -> tuple[ModuleSkill, ...]:
    modules = []
    for module in catalogue.modules:
        taught = module.teaches
        exercises = module.exercises
        mine = [practised[it] for it in exercises if it in practised]
        total = sum(concepts[it].mastery for it in taught if it in concepts)
        modules.append(
            ModuleSkill(
                id=module.id,
                title=module.title,
                mastery=total / len(taught) if taught else 0.0,
                seen=sum(it in concepts for it in taught),
                concepts=len(taught),
                passed=sum(it.passed_at is not None for it in mine),
                exercises=len(exercises),
                first_try=sum(it.first_try for it in mine),
                hints=sum(it.hints for it in mine),
                skipped=skipped.get(module.id),
                leant=sum(it.leant for it in mine),
            )
        )
    return tuple(modules)


def _area(
    catalogue: Catalogue,
    area: JobArea,
    practised: dict[str, Practice],
    skipped: dict[str, How],
) -> Area:
    exercises = [
        catalogue.exercises[ident]
        for ident in catalogue.exercise_ids
        if (not area.kinds or catalogue.exercises[ident].kind in area.kinds)
        and (not area.modules or ident.partition("/")[0] in area.modules)
    ]
    passed = [it.id for it in exercises if it.id in practised and practised[it.id].alone_at]
    to_do = [it.id for it in exercises if it.id.partition("/")[0] not in skipped]
    return Area(
        title=area.title,
        asks=" ".join(area.asks.split()),
        passes=tuple(passed),
        needed=min(area.passes, len(exercises) or area.passes),
        first_try=sum(practised[it].first_try for it in passed),
        skipped=tuple(skipped[it] for it in area.modules if it in skipped),
        next=next((it for it in to_do if it not in passed), None),
    )
