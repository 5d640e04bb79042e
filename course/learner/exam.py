"""An exam: 45 minutes, no hints, fresh questions and exercises, a result with its uncertainty.

Everything is a decision of the learner's, so it is kept, exported and merged like the rest: what
was asked (`exam`), how each task went (`exam task`), the time used when it was left (`exam pause`)
and the result (`exam result`). The clock runs only while the exam is open.
"""

from __future__ import annotations

import math
import random
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from msgspec import Struct

from course.errors import ContentError, UnknownId, WrongUse
from course.learner import questions
from course.learner.decisions import decided, newest
from course.learner.questions import KINDS
from course.learner.questions.variants import variants_of, varied_step
from course.learner.records import Answer, Help, Hint, Name, Number, Seconds, Try
from course.plural import counted

if TYPE_CHECKING:
    from course.learner.questions import Given, Marked
    from course.learner.session import Session
    from course.model import Lesson, Question

MINUTES = 45
QUESTIONS, EXERCISES = 12, 3
FEWEST = 5
"""With fewer tasks there is no exam: it would say nothing."""
_SHORT_MINUTES = 12
BEGUN, TASK, PAUSE, RESULT = "exam", "exam task", "exam pause", "exam result"
Kind = Literal["question", "exercise"]


class Task(Struct, frozen=True, array_like=True):
    """A question (`step` of the lesson `ident`, from 0, in that variant) or an exercise."""

    kind: Kind
    ident: str
    step: Number = 0
    variant: Number = 0


class _Begun(Struct, frozen=True):
    round: Name
    tasks: tuple[Task, ...]


class _Went(Struct, frozen=True):
    """What is kept of a task that was worked at, or of leaving."""

    round: Name
    used: Seconds = 0.0
    task: Number = 0
    right: bool = False


class ExamResult(Struct, frozen=True):
    """How an exam went: `right` of `asked` tasks; `reached` is how many were worked at."""

    round: str
    right: Number
    reached: Number
    asked: Number
    exercises_right: Number
    exercises: Number
    minutes: Number
    at: str = ""

    def __post_init__(self) -> None:
        if not (self.right <= self.reached <= self.asked and self.exercises <= self.asked):
            raise ValueError("no exam has such a result")

    @property
    def bounds(self) -> tuple[float, float]:
        """Between what shares the true one lies, with 95 % (Wilson's interval)."""
        return interval(self.right, self.asked)

    @property
    def told(self) -> str:
        """The result in sentences."""
        low, high = (round(100 * bound) for bound in self.bounds)
        share = round(100 * self.right / self.asked) if self.asked else 0
        words = [f"{self.right} of {counted(self.asked, 'task')} right, {share} %."]
        if self.exercises:
            words.append(
                f"Of {counted(self.exercises, 'exercise')}, {self.exercises_right} solved."
            )
        if left := self.asked - self.reached:
            words.append(f"{counted(left, 'task')} not reached, counted as not right.")
        words.append(
            f"With so few tasks that is uncertain: on many more like these you would get between "
            f"{low} % and {high} % right."
        )
        return " ".join(words)


def interval(right: int, asked: int) -> tuple[float, float]:
    """Wilson's interval at 95 % for a share."""
    if not asked:
        return 0.0, 1.0
    z, share = 1.96, right / asked
    middle = (share + z * z / (2 * asked)) / (1 + z * z / asked)
    spread = share * (1 - share) / asked + z * z / (4 * asked * asked)
    half = z / (1 + z * z / asked) * math.sqrt(spread)
    return max(0.0, middle - half), min(1.0, middle + half)


class Exam:
    """One exam. `number` is the task that waits, from 0; `now` tells seconds that only go on."""

    def __init__(
        self, session: Session, ident: str, tasks: tuple[Task, ...], now: Callable[[], float]
    ) -> None:
        self._session = session
        self.round = ident
        self.tasks = tasks
        self._now = now
        self._opened = now()
        kept = [
            (name, row, value)
            for name in (TASK, PAUSE)
            for row, value in decided(session.store, name, _Went)
            if value.round == ident
        ]
        self.went: dict[int, bool] = {it.task: it.right for name, _, it in kept if name == TASK}
        begun = decided(session.store, BEGUN, _Begun)
        self._began = next((row.at for row, value in begun if value.round == ident), "")
        self._before = max((it.used for _, _, it in kept), default=0.0)

    @classmethod
    def open(cls, session: Session, now: Callable[[], float]) -> Exam:
        """The exam that was begun and not ended, else a new one. Opens many lessons."""
        if begun := _under_way(session):
            return cls(session, begun.round, begun.tasks, now)
        ident = str(uuid.uuid4())
        tasks = fresh_tasks(session, ident)
        if len(tasks) < FEWEST:
            raise WrongUse(
                "There is too little to ask about yet. Work through a few lessons first: an exam "
                "asks only about what you have reached or skipped."
            )
        session.decide(BEGUN, {"round": ident, "tasks": [list(_plain(it)) for it in tasks]})
        return cls(session, ident, tasks, now)

    # ------------------------------------------------------------ time

    @property
    def used(self) -> float:
        """Seconds used, over all sittings."""
        return self._before + self._now() - self._opened

    @property
    def minutes_left(self) -> int:
        """Whole minutes that are left, rounded up; 0 when the time is over."""
        return max(0, math.ceil(MINUTES - self.used / 60))

    @property
    def time_is_up(self) -> bool:
        """Whether the 45 minutes are over: the task at hand may be ended, no other begins."""
        return self.used >= MINUTES * 60

    def pause(self) -> None:
        """The learner leaves; the clock stands until they come back."""
        self._session.decide(PAUSE, {"round": self.round, "used": self.used})
        self._before, self._opened = self.used, self._now()

    # ------------------------------------------------------------ tasks

    @property
    def number(self) -> int:
        """The task that waits, from 0; how many there are when none waits."""
        waiting = (it for it in range(len(self.tasks)) if it not in self.went)
        return next(waiting, len(self.tasks))

    @property
    def task(self) -> Task | None:
        """The task that waits; None when all were worked at."""
        return self.tasks[self.number] if self.number < len(self.tasks) else None

    def lesson(self, task: Task) -> Lesson:
        """The lesson that a question is taken from."""
        return self._session.catalogue.lesson(task.ident)

    def question(self, task: Task) -> Question:
        """A question in its variant; UnknownId where the course has it no more."""
        steps = self.lesson(task).steps
        step = steps[task.step] if task.step < len(steps) else None
        if step is None or step.kind not in KINDS or task.variant > variants_of(step.content):
            raise UnknownId(f"A question of this exam is not in the lesson {task.ident} any more.")
        question: Question = varied_step(step, task.variant).content
        return question

    async def answer(self, task: Task, given: Given) -> Marked:
        """Mark the answer to a question; the first one counts."""
        number = self.number
        marked = await self._session.answer(task.ident, task.step, given, task.variant)
        self._keep(number, marked.correct)
        return marked

    def solved(self, task: Task) -> bool:
        """Whether an exercise was passed since the exam began, without hint and reference."""
        store = self._session.store
        help_rows = (*store.rows(Hint, exercise=task.ident), *store.rows(Help, exercise=task.ident))
        return not any(row.at > self._began for row in help_rows) and any(
            row.passed and row.at > self._began for row in store.rows(Try, exercise=task.ident)
        )

    def leave_out(self) -> None:
        """Go on without this one. A solved exercise counts, whatever else does not."""
        task = self.task
        if task is not None:
            self._keep(self.number, task.kind == "exercise" and self.solved(task))

    def _keep(self, number: int, right: bool) -> None:
        if number in self.went:
            return
        self.went[number] = right
        value = {"round": self.round, "task": number, "right": right, "used": self.used}
        self._session.decide(TASK, value)

    def conclude(self) -> ExamResult:
        """End it, with what was worked at by now."""
        solved = [
            self.went.get(number, False)
            for number, task in enumerate(self.tasks)
            if task.kind == "exercise"
        ]
        result = ExamResult(
            self.round,
            sum(self.went.values()),
            len(self.went),
            len(self.tasks),
            sum(solved),
            len(solved),
            min(MINUTES, math.ceil(self.used / 60)),
        )
        value = msgspec.to_builtins(result)
        del value["at"]
        self._session.decide(RESULT, value)
        return result


def results(session: Session) -> tuple[ExamResult, ...]:
    """Every exam that was ended, oldest first."""
    all_results = []
    for row, result in decided(session.store, RESULT, ExamResult):
        all_results.append(msgspec.structs.replace(result, at=row.at))
    return tuple(all_results)


def is_begun(session: Session) -> bool:
    """Whether an exam was begun and not ended."""
    return _under_way(session) is not None


def _under_way(session: Session) -> _Begun | None:
    begun = newest(session.store, BEGUN, _Begun)
    ended = {result.round for result in results(session)}
    return begun if begun is not None and begun.round not in ended else None


def fresh_tasks(session: Session, seed: str) -> tuple[Task, ...]:
    """Questions and exercises of what the learner has reached, never seen by them, mixed.

    The questions are spread over the modules; a question that was answered comes in a variant.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    reached = set(session.store.last_steps())
    skipped = session.skipped()
    modules: list[list[Task]] = []
    exercises: list[Task] = []
    answered = {row.question for row in session.store.rows(Answer)}
    passed = session.store.passed()
    for module in session.catalogue.modules:
        tasks: list[Task] = []
        for entry in module.lessons:
            if entry.id in reached or module.id in skipped:
                tasks += _questions(session, entry.id, answered, chance)
                exercises += [
                    Task("exercise", ident)
                    for ident in entry.exercises
                    if ident not in passed and _is_short(session, ident)
                ]
        chance.shuffle(tasks)
        modules.append(tasks)
    chosen: list[Task] = []
    while len(chosen) < QUESTIONS and any(modules):
        chosen += [module.pop() for module in modules if module]
    chance.shuffle(chosen)
    code = chance.sample(exercises, min(EXERCISES, len(exercises)))
    return (*chosen[:QUESTIONS], *code)


def _questions(
    session: Session, ident: str, answered: set[str], chance: random.Random
) -> list[Task]:
    try:
        steps = session.catalogue.lesson(ident).steps
    except ContentError:
        return []
    tasks = []
    for number, step in enumerate(steps):
        if step.kind not in KINDS or getattr(step.content, "advise", False):
            continue
        variants = variants_of(step.content)
        is_new = questions.identity(step) not in answered
        if is_new or variants:
            variant = chance.randint(0 if is_new else 1, variants) if variants else 0
            tasks.append(Task("question", ident, number, variant))
    return tasks


def _is_short(session: Session, ident: str) -> bool:
    entry = session.catalogue.exercises.get(ident)
    return entry is not None and entry.kind in ("write", "fix") and entry.minutes <= _SHORT_MINUTES


def _plain(task: Task) -> tuple[Any, ...]:
    return task.kind, task.ident, task.step, task.variant
