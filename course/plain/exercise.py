"""An exercise: its brief, the learner's file, checks, hints, time travel, comparison."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from course.checking.repository.facts import drawn
from course.checking.tracer import can_be_stepped, has_steps
from course.errors import CourseError
from course.learner.ladder.helped import HELPED, newest_was_helped
from course.learner.questions.kind import numbered
from course.plain.asking import BACK, CHECK, LEAVE, MENU, NEXT
from course.plain.comparison import compare
from course.plain.files import open_file, open_folder, type_file
from course.plain.ladder import climb, tell
from course.plain.results import report_lines
from course.plain.tracing import step_through
from course.plural import counted
from course.signs import RIGHT
from course.verdict_words import EXERCISE_KINDS, test_told

if TYPE_CHECKING:
    from course.model import CheckReport
    from course.plain.desk import Desk

_FIRST = (
    "Your program is a file, which you change in an editor of your own: `e` opens it there, or "
    "says where it is. When it is saved, Enter checks it. `w` lets you type it here, line by line."
)
_AWAY = {BACK: "back", MENU: "menu", LEAVE: "leave"}


class ExercisePlace:
    """The exercise `ident`; `again` where it was passed before and is due again.

    Without `hints` none is offered.
    """

    def __init__(self, desk: Desk, ident: str, again: bool = False, hints: bool = True) -> None:
        self._desk = desk
        self._session = desk.session
        self._talk = desk.talk
        self._exercise = desk.session.catalogue.exercise(ident)
        self._again = again
        self._hints = hints
        self._report: CheckReport | None = None
        self._checked = ""

    async def work_at(self) -> str:
        """Let the learner work at it; the command that leaves it."""
        try:
            self._session.load(self._exercise)
        except CourseError as error:
            self._talk.say(str(error))
            return await self._desk.asking.command({NEXT: "next", **_AWAY})
        self._session.checker.warm(self._exercise.source.needs)
        self._introduce()
        if news := self._session.task_news(self._exercise):
            self._talk.say("This task has changed since you began it; your code stays as it is:")
            self._talk.exactly(news)
        while True:
            command = await self._desk.asking.command(self._commands())
            if command == NEXT:
                command = NEXT if self._is_done else CHECK
            elif command == "n":
                command = NEXT
            if command in (NEXT, *_AWAY):
                return command
            await self._do(command)

    @property
    def _is_done(self) -> bool:
        """Whether nothing is left but to go on."""
        if self._report is None:
            return not self._again and self._session.is_passed(self._exercise.id)
        return self._report.passed

    def _commands(self) -> dict[str, str]:
        """What can be done now."""
        choices = {NEXT: "next", CHECK: "check again"} if self._is_done else {NEXT: "check"}
        choices["e"] = "edit" if self._exercise.start is None else "terminal"
        if not self._exercise.is_folder:
            choices["w"] = "type it here"
        if self._hints:
            choices["h"] = "hint"
        if self._can_step:
            choices["t"] = "step by step"
        if self._session.is_passed(self._exercise.id) and not self._again:
            choices["c"] = "compare"
        choices |= {"s": "show your code", "r": "start again"}
        if not self._is_done:
            choices["n"] = "next"
        return choices | _AWAY

    @property
    def _can_step(self) -> bool:
        test = None if self._report is None else test_told(self._report)
        if self._report is None or test is None:
            return False
        return has_steps(self._report, test, can_be_stepped(self._exercise))

    async def _do(self, command: str) -> None:
        if command == CHECK:
            await self._check()
        elif command == "e":
            place = self._session.workspace.place(self._exercise)
            opens = open_file if self._exercise.start is None else open_folder
            await opens(self._desk, place)
            await self._check()
        elif command == "w":
            if await type_file(self._desk, self._session.workspace.file(self._exercise)):
                await self._check()
        elif command == "h":
            await self._hint()
        elif command == "t":
            await self._step_through()
        elif command == "c":
            await compare(self._desk, self._exercise)
        elif command == "s":
            self._show_code()
        elif command == "r":
            await self._reset()

    # ------------------------------------------------------------ what there is

    def _introduce(self) -> None:
        """What it is about, where the file is, what stands in it."""
        source, talk = self._exercise.source, self._talk
        status = "not passed yet"
        if self._session.is_passed(self._exercise.id):
            status = "passed before, due again" if self._again else f"{RIGHT} passed"
        talk.say(f"Exercise: {source.title}")
        minutes = counted(source.minutes, "minute")
        kind = EXERCISE_KINDS[source.kind]
        talk.say(f"{kind}, about {minutes}, difficulty {source.difficulty} of 5, {status}.\n")
        talk.prose(source.brief)
        for rung in self._session.ladder(self._exercise).taken():
            talk.say()
            tell(self._desk, rung)
        if not self._session.progress().passed:
            talk.say(f"\n{_FIRST}")
        talk.say("\nYour folder:" if self._exercise.is_folder else "\nYour file:")
        talk.exactly(str(self._session.workspace.place(self._exercise)))
        self._show_code()

    def _show_code(self) -> None:
        if self._exercise.package:
            return  # several files: the learner's editor shows them better
        try:
            text = self._session.load(self._exercise)
        except CourseError as error:
            self._talk.say(str(error))
            return
        self._talk.say("\nWhat is in it:")
        if self._exercise.start is not None:
            self._talk.exactly(drawn(text))
        else:
            self._talk.exactly("\n".join(numbered(text.rstrip("\n").split("\n"))), 0)
        self._talk.say()

    # ------------------------------------------------------------ what is done

    async def _check(self) -> None:
        """Check the file as it is saved. A pass says what was learnt."""
        with suppress(CourseError):  # the check tells it
            self._checked = self._session.load(self._exercise)
        submit = partial(self._session.submit, self._exercise)
        report = await self._desk.doing(submit)
        if report is None:
            return
        self._report = report
        for part in report_lines(report, self._exercise):
            (self._talk.prose if part.is_markdown else self._talk.say)(part.text)
        if report.passed and newest_was_helped(self._session.store, self._exercise.id):
            self._talk.say(f"\n{HELPED}")
        if report.passed and self._exercise.source.after:
            self._talk.say()
            self._talk.prose(self._exercise.source.after)
        self._talk.say()

    async def _hint(self) -> None:
        """One rung up the ladder; a solution that is in the file then is checked."""
        try:
            is_known = self._checked == self._session.load(self._exercise)
            report = self._report if is_known else None
            is_put = await climb(self._desk, self._exercise, report)
        except CourseError as error:
            self._talk.say(str(error))
            return
        if is_put:
            await self._check()

    async def _step_through(self) -> None:
        """Record the call that the report is about, and step through it."""
        checker, exercise = self._session.checker, self._exercise
        test = None if self._report is None else test_told(self._report)
        if test is None:
            return
        source = self._session.load(exercise)
        trace = await self._desk.doing(partial(checker.trace, exercise, source, test))
        if trace is None:
            return
        departure = None
        if trace.failure is not None:
            departure = await self._desk.doing(partial(checker.departure, exercise, trace, test))
        await step_through(self._desk, trace, test, departure)

    async def _reset(self) -> None:
        words = "Put the starter back? Your code is kept in a file beside it."
        if not await self._desk.asking.confirm(words):
            return
        try:
            kept = self._session.reset(self._exercise)
        except CourseError as error:
            self._talk.say(str(error))
            return
        self._report = None
        self._talk.say("The starter is back.")
        if kept is not None:
            self._talk.say("Your version is kept in")
            self._talk.exactly(str(kept))
        self._show_code()
