"""The one door to everything of a learner: where they are, their files, answers and progress.

The app and the command line go through it and hold no rule of the course themselves. What is
heavy is loaded when it is first needed: opening a session opens the progress and nothing else.

It is longer than other files, as every door is in it and each is short.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from course.errors import CourseError, UnknownId
from course.learner.files import sweep
from course.learner.records import Answer, Attempt, Decision, Note, Review, Visit
from course.learner.store import Clock, Store, utc_now
from course.learner.tries import Tries
from course.learner.unsaved import UnsavedTexts
from course.learner.workspace import Workspace
from course.locations import Locations
from course.model import (
    CheckReport,
    Exercise,
    LessonEntry,
    ModuleEntry,
    PathSource,
    ProgramReport,
)

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.catalogue.search import SearchHit
    from course.checking import Checker
    from course.explaining.explainer import Explainer
    from course.learner.comparison import Comparison
    from course.learner.consent import Consent
    from course.learner.held import Held
    from course.learner.ladder.rungs import Ladder
    from course.learner.playground import Playground
    from course.learner.progress import Progress
    from course.learner.questions import Given, Marked
    from course.learner.review import ReviewItem
    from course.learner.skills import Skill


class Place(Struct, frozen=True):
    """A step of a lesson; `step` counts from 0."""

    lesson: str
    step: int


class Session:
    """One learner at work. Use it with `async with`, or call `aclose` at the end.

    Methods raise `CourseError` with words for the learner where something stands in the way.
    """

    def __init__(self, locations: Locations, clock: Clock = utc_now, reading: bool = False) -> None:
        self.locations = locations
        self.store = Store(
            locations.database, locations.backups, clock, reading=reading, moved=self._moved
        )
        self.workspace = Workspace(locations.workspace, self._moved, locations.given)
        self.unsaved = UnsavedTexts(locations.data)
        self._clock = clock
        self._catalogue: Catalogue | None = None
        self._checker: Checker | None = None
        self._explainer: Explainer | None = None
        self.one_check = False
        """Whether there will be one check and no other: nothing is started ahead for more."""
        self.without_hints: frozenset[str] = frozenset()
        """The exercises that an exam has opened: nothing helps with them, no cause is told."""
        self._summary: tuple[object, object, Progress] | None = None
        self._tries = Tries(self.store, self.today)

    @classmethod
    def open(cls, locations: Locations, clock: Clock = utc_now, reading: bool = False) -> Session:
        """Their session; CourseError where progress cannot be kept (a notice with `reading`)."""
        return cls(locations, clock, reading)

    @property
    def notices(self) -> list[str]:
        """What the learner has to be told: a damaged file that was put aside, no backup."""
        return self.store.notices

    @property
    def catalogue(self) -> Catalogue:
        """The course; opened when it is first asked for."""
        if self._catalogue is None:
            from course.catalogue import Catalogue

            self._catalogue = Catalogue.open(self.locations)
        return self._catalogue

    def _moved(self) -> Mapping[str, str]:
        """The ids of today by old ones; none where there is no course to ask."""
        try:
            return self.catalogue.moved
        except CourseError:
            return {}

    @cached_property
    def consent(self) -> Consent:
        """What the code of this course may do beyond computing."""
        from course.learner.consent import Consent

        return Consent(self.locations, self.locations.content)

    @property
    def checker(self) -> Checker:
        """The checker; made when it is first asked for."""
        if self._checker is None:
            from course.checking import Checker

            self._checker = Checker(one_check=self.one_check, expect=self.consent.expect)
        return self._checker

    @property
    def explainer(self) -> Explainer:
        """What explains the reports of the checker; made when it is first asked for."""
        if self._explainer is None:
            from course.explaining.explainer import Explainer

            self._explainer = Explainer(self.checker)
        return self._explainer

    def tidy(self) -> None:
        """What is done once in a start, beside everything else."""
        self.unsaved.prepare()
        sweep((self.locations.workspace, self.locations.data))

    def open_playground(self) -> Playground:
        """The learner's playground: its program and those that were run there."""
        from course.learner.playground import Playground

        return Playground(self.workspace, self._clock)

    async def __aenter__(self) -> Session:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Stop the workers and let go of the progress file. May be called twice."""
        checker, self._checker = self._checker, None
        explainer, self._explainer = self._explainer, None
        try:
            if explainer is not None:
                await explainer.aclose()
            if checker is not None:
                await checker.aclose()
        finally:
            self.store.close()

    # ------------------------------------------------------------ where the learner is

    def here(self) -> Place:
        """Where to continue: the step last seen, else the first lesson of the chosen path.

        After the last step of a lesson that is done that is the next one which is not.
        """
        from course.learner import paths

        recent, folder = self.store.recent_lessons(), self.locations.lessons
        place = Place(*paths.here(self.catalogue, recent, self.modules(), self.skipped(), folder))
        if place.step + 1 < len(self.catalogue.lesson_entry(place.lesson).steps):
            return place
        done, lesson = self.progress().lessons_done, place.lesson
        while lesson in done:
            if (following := self.next_lesson(lesson)) is None:
                return place
            lesson = following.id
        return place if lesson == place.lesson else Place(lesson, self.step_of(lesson))

    def modules(self) -> tuple[ModuleEntry, ...]:
        """The modules of the chosen path in order; without one, all of them."""
        from course.learner import paths
        from course.learner.decisions import newest

        path = self.path()
        chosen = path and newest(self.store, f"modules of {path.id}", tuple[str, ...])
        return paths.modules(self.catalogue, path, chosen or ())

    def skipped(self) -> frozenset[str]:
        """The modules that the learner need not work through."""
        return frozenset(self.held())

    def held(self) -> dict[str, Held]:
        """The same, with what says so, and since when."""
        from course.learner.held import held

        return held(self.store, self.catalogue, self.path())

    def returned(self) -> frozenset[str]:
        """The modules that a placement had found held and a review has shown not to be.

        Not those that the learner put back.
        """
        if self.store.newest(Decision, name="placement") is None:
            return frozenset()
        from course.learner.held import BACK, STANDING
        from course.learner.placement_outcome import conclusion

        newest, path = conclusion(self.store), self.path()
        if newest is None:
            return frozenset()
        words = {it: self.store.newest(Decision, name=f"{STANDING}{it}") for it in newest.skipped}
        own = {it for it, row in words.items() if row and row.value == BACK and row.at >= newest.at}
        return frozenset(newest.skipped) - self.skipped() - own - set(path.keep if path else ())

    def next_lesson(self, lesson: str) -> LessonEntry | None:
        """The lesson after that one on the learner's path."""
        from course.learner import paths

        return paths.next_lesson(self.catalogue, self.modules(), self.skipped(), lesson)

    def visit(self, lesson: str, step: int) -> None:
        """Note that a step was seen."""
        self.store.append(Visit(**self.store.new_row(), lesson=lesson, step=step))

    def step_of(self, lesson: str) -> int:
        """The step last seen in a lesson; 0 where none was."""
        last = self.store.newest(Visit, lesson=lesson)
        return min(last.step, len(self.catalogue.lesson_entry(lesson).steps) - 1) if last else 0

    def seen(self, lesson: str) -> frozenset[int]:
        """Every step of a lesson that was seen."""
        return frozenset(visit.step for visit in self.store.rows(Visit, lesson=lesson))

    def path(self) -> PathSource | None:
        """The learning path that was chosen."""
        chosen = self.store.newest(Decision, name="path")
        if chosen is None:
            return None
        return next((path for path in self.catalogue.paths if path.id == chosen.value), None)

    def choose_path(self, ident: str, modules: tuple[str, ...] | None = None) -> None:
        """Choose a learning path, and `modules` out of its `one_of`; raises UnknownId."""
        known = [path.id for path in self.catalogue.paths]
        if ident not in known:
            raise UnknownId(f"There is no path `{ident}`. There are {', '.join(known) or 'none'}.")
        self.decide("path", ident)
        if modules is not None:
            self.decide(f"modules of {ident}", modules)

    def decide(self, name: str, value: Any) -> None:
        """Keep a choice of the learner; the newest of a name holds. `value` fits in JSON."""
        self.store.append(Decision(**self.store.new_row(), name=name, value=value))

    def decision(self, name: str) -> Any:
        """The newest choice of that name, or None."""
        newest = self.store.newest(Decision, name=name)
        return newest.value if newest else None

    # ------------------------------------------------------------ questions

    async def answer(self, lesson: str, step: int, answer: Given, variant: int = 0) -> Marked:
        """Mark an answer and keep it. Lists will do for tuples. `variant` is what was asked."""
        from course.learner import questions

        opened = self.catalogue.lesson(lesson)
        question = opened.steps[step]
        given = tuple(answer) if isinstance(answer, list) else answer
        run = partial(self.run, files=opened.files)
        marked = await questions.mark(await questions.settled(question, variant, run), given, run)
        self.store.append(
            Answer(
                **self.store.new_row(),
                lesson=lesson,
                step=step,
                question=questions.identity(question),
                correct=marked.correct,
                concepts=questions.concepts_in(question, opened, self.catalogue.concepts),
                answer=given,
            )
        )
        return marked

    async def run(
        self,
        source: str,
        stdin: str = "",
        needs: tuple[str, ...] = (),
        check: str | None = None,
        files: Mapping[str, str] | None = None,
    ) -> ProgramReport:
        """Run a program with `files` beside it; a question's code has a `check` to satisfy."""
        return await self.checker.run(source, check, stdin, needs, files=files)

    def answered(self, lesson: str) -> dict[int, bool]:
        """The steps of a lesson that were answered: whether correctly at least once.

        A question that was edited since is a question not answered.
        """
        from course.learner import questions

        given = self.store.rows(Answer, lesson=lesson)
        if not given:
            return {}
        right: dict[str, bool] = {}
        for answer in given:
            right[answer.question] = right.get(answer.question, False) or answer.correct
        return {
            number: right[identity]
            for number, step in enumerate(self.catalogue.lesson(lesson).steps)
            if (identity := questions.identity(step)) in right
        }

    # ------------------------------------------------------------ exercises

    def file(self, exercise: Exercise) -> Path:
        """The learner's file of an exercise."""
        return self.workspace.file(exercise)

    def load(self, exercise: Exercise) -> str:
        """The text of the learner's file, created from the starter where there is none."""
        return self.workspace.load(exercise)

    def task_news(self, exercise: Exercise) -> str:
        """What a newer course has changed about a task that the learner has begun; told once."""
        return self.workspace.task_news(exercise)

    def save(self, exercise: Exercise, text: str) -> None:
        """Write the learner's file; it survives a pulled plug when this returns."""
        self.workspace.save(exercise, text)

    def reset(self, exercise: Exercise) -> Path | None:
        """Put the starter back; where the learner's version is kept, if there was one."""
        from course.learner.ladder.helped import begin_afresh

        kept = self.workspace.reset(exercise)
        begin_afresh(self.store, exercise.id)
        return kept

    def changes(self, exercise: Exercise, before: str | None = None) -> AsyncIterator[str]:
        """The text of the learner's file each time it is not what it was (at first `before`)."""
        return self.workspace.changes(exercise, before)

    async def submit(
        self,
        exercise: Exercise,
        source: str | None = None,
        counted: bool = True,
        save: bool = True,
        at_once: Callable[[CheckReport], Awaitable[None]] | None = None,
    ) -> CheckReport:
        """Save (with `source`), check, explain, and keep an attempt where it counts or is a pass.

        Without `save` the source is only checked: whoever has it in an editor saves it themselves.
        `at_once` is told of a failure before it is explained.
        """
        if source is None:
            source = self.load(exercise)
        elif save:
            self.save(exercise, source)
        report = await self.checker.check(exercise, source)
        try:
            if not report.passed:
                if at_once is not None:
                    await at_once(report)
                report = await self.explainer.explained(exercise, source, report)
        finally:  # also where nobody waits for the explanation any more
            hints = len(self.hints_taken(exercise))
            given = self.workspace.is_given(exercise, source)
            self._tries.settle(exercise, source, report, counted=counted, hints=hints, given=given)
        if exercise.id in self.without_hints:
            from course.explaining.facts import only_facts

            return only_facts(report)
        return report

    def is_passed(self, exercise_id: str) -> bool:
        """Whether an exercise was passed at least once."""
        return exercise_id in self.store.passed()

    def attempts(self, exercise_id: str) -> list[Attempt]:
        """Every counted attempt at an exercise, oldest first."""
        return self.store.rows(Attempt, exercise=exercise_id)

    def stage(self, exercise: Exercise) -> int:
        """The milestone of a project that its last counted check was at, from 0; else -1."""
        if not exercise.milestones:
            return -1
        from course.catalogue.milestones import milestone_of

        last = self.store.newest(Attempt, exercise=exercise.id)
        return milestone_of(exercise, last.tests if last is not None else {})

    def ladder(self, exercise: Exercise) -> Ladder:
        """What helps with an exercise, rung by rung, up to the reference."""
        from course.learner.ladder.rungs import Ladder

        return Ladder(self.store, self.catalogue, exercise)

    def take_hint(self, exercise: Exercise) -> str | None:
        """The next hint, which is then taken; None where there is no further one."""
        rung = self.ladder(exercise).take_hint()
        return rung.text if rung is not None else None

    def hints_taken(self, exercise: Exercise) -> tuple[str, ...]:
        """The hints that were taken, in order."""
        return exercise.source.hint_texts[: self.ladder(exercise).hints_taken]

    def comparison(self, exercise: Exercise) -> Comparison:
        """The learner's passing solution beside the others; CourseError before a pass."""
        from course.learner.comparison import compare

        return compare(self.store, exercise)

    # ------------------------------------------------------------ notes

    def note(self, lesson: str, text: str, note: str | None = None) -> str:
        """Keep a note on a lesson; returns its id.

        With the id of a `note` the text takes its place, and an empty text removes it.
        """
        row = self.store.new_row()
        ident = note or row["uuid"]
        self.store.append(Note(**row, lesson=lesson, note=ident, text=text.strip()))
        return ident

    def notes(self, lesson: str | None = None) -> tuple[Note, ...]:
        """The notes on a lesson, or all of them, oldest first, each as it was last written."""
        rows = self.store.rows(Note, lesson=lesson) if lesson else self.store.rows(Note)
        newest = {row.note: row for row in rows}
        return tuple(row for row in newest.values() if row.text)

    def search(
        self, words: str, limit: int = 50, also: Sequence[SearchHit] = ()
    ) -> list[SearchHit]:
        """Lessons, exercises, concepts, modules and `also` that hold every word, and notes."""
        from course.catalogue.search import search
        from course.learner.note_hits import note_hits

        notes = search(note_hits(self.notes(), self.catalogue.lessons), words, limit)
        return (self.catalogue.search(words, limit, also) + notes)[:limit]

    # ------------------------------------------------------------ review

    def due(self) -> tuple[ReviewItem, ...]:
        """What to review now, most urgent first, ten minutes at most. Opens lessons."""
        from course.learner import held, review
        from course.learner.own_bug import own_bug
        from course.learner.progress import history_in

        standing, furthest = self.held(), self.store.last_steps()
        for lesson in self.catalogue.lessons.values():
            if lesson.id.partition("/")[0] in standing:
                furthest[lesson.id] = len(lesson.steps)
        history = history_in(self.store, self.catalogue, with_mixups=True)
        planned = review.plan(
            self.catalogue,
            self.locations.content,
            history,
            furthest,
            self._clock(),
            known=held.rechecks(standing.values(), self.catalogue),
        )
        bug = own_bug(self.store, self.catalogue, history.tries, self._clock())
        return planned if bug is None else (*planned, bug)

    def reviewed(
        self, item: ReviewItem, correct: bool, rating: int | None = None, seconds: float = 0.0
    ) -> None:
        """Keep how a review item went; `rating` (1 again to 4 easy) is the learner's own word."""
        self.store.append(
            Review(
                **self.store.new_row(),
                card=item.card,
                rating=rating or (3 if correct else 1),
                item=item.id,
                seconds=seconds,
            )
        )

    # ------------------------------------------------------------ progress

    def progress(self) -> Progress:
        """Everything done, summed up; worked out again only when something was added."""
        from course.learner import progress

        modules, state = self.catalogue.modules, (self.store.revision(), self._now().date())
        if self._summary is None or self._summary[0] is not modules or self._summary[1] != state:
            summary = progress.summary(self.store, self.catalogue, self._now())
            self._summary = (modules, state, summary)
        return self._summary[2]

    def skills(self) -> dict[str, Skill]:
        """How well each concept is held that there is evidence for."""
        from course.learner.progress import skills_in

        return skills_in(self.store, self.catalogue)

    def today(self) -> date:
        """The date where the learner is."""
        return self._now().date()

    def _now(self) -> datetime:
        """The time where the learner is."""
        return self._clock().astimezone()
