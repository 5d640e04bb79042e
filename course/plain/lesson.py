"""A lesson: its steps one after the other, read, run, answered, solved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec

from course.catalogue.beside import beside, program_of
from course.learner.notebook import mark_unclear
from course.learner.standing import Standing
from course.plain.asking import BACK, CHECK, LEAVE, MENU, NEXT
from course.plain.exercise import ExercisePlace
from course.plain.files import own_code
from course.plain.programs import say_program
from course.plain.question import ask_until_right
from course.plain.tracing import step_through
from course.signs import DONE, OPEN, RIGHT

if TYPE_CHECKING:
    from course.learner.questions import Marked
    from course.model import Example
    from course.plain.desk import Desk

_AWAY = {BACK: "back", MENU: "menu", LEAVE: "leave"}
UNCLEAR = "u"
_STAY = {UNCLEAR: "this step is unclear", **_AWAY}


class LessonPlace:
    """The lesson `ident`, from `step` (from 0) or where the learner left it.

    Past its last step comes a page that closes it. One for `looking_up` becomes the place to
    continue when something in it is done.
    """

    def __init__(
        self, desk: Desk, ident: str, step: int | None = None, looking_up: bool = False
    ) -> None:
        self._desk = desk
        self._session = desk.session
        self._talk = desk.talk
        self.lesson = desk.session.catalogue.lesson(ident)
        self._standing = Standing(desk.session, self.lesson, looking_up)
        self._step = desk.session.step_of(ident) if step is None else step

    async def work_through(self) -> str | None:
        """Go through it; the lesson that the learner goes on with, or None for the menu."""
        self._warm()
        while True:
            command = await self._show(self._step)
            if command == UNCLEAR:
                noted = mark_unclear(self._session, self.lesson.id, self._step)
                self._talk.say("Noted in your notes." if noted else "No longer noted as unclear.")
                command = await self._desk.asking.command({NEXT: "next", **_AWAY})
            if command == MENU:
                return None
            if command == BACK:
                if self._step == 0:
                    self._talk.say("This is the first step.")
                self._step = max(0, self._step - 1)
            elif self._step < len(self.lesson.steps):
                self._step += 1
            else:
                following = self._session.next_lesson(self.lesson.id)
                return following.id if following else None

    def _warm(self) -> None:
        """Have a worker ready for every kind of code in the lesson."""
        contents = [step.content for step in self.lesson.steps]
        needs = {need for content in contents for need in getattr(content, "needs", ())}
        self._session.checker.warm(tuple(sorted(needs)))

    async def _show(self, number: int) -> str:
        """Show a step; the command that leaves it."""
        steps = self.lesson.steps
        if number >= len(steps):
            return await self._close()
        step = steps[number]
        done = f"  {DONE} done" if self._standing.is_done(number) else ""
        self._standing.visit(number)
        self._talk.heading(f"{self.lesson.title}. Step {number + 1} of {len(steps)}{done}")
        if step.kind == "text":
            self._talk.prose(step.plain or step.content)
            return await self._desk.asking.command({NEXT: "next", **_STAY})
        if step.kind == "example":
            example = step.content
            if step.plain:
                example = msgspec.structs.replace(example, note=step.plain)
            return await self._example(example)
        if step.kind == "exercise":
            self._standing.work()
            return await ExercisePlace(self._desk, step.content).work_at()
        return await self._question(number)

    # ------------------------------------------------------------ kinds of steps

    async def _question(self, number: int) -> str:
        """Ask until it is right; it may be left open."""
        question = self.lesson.steps[number].content
        skip = {"n": "next without answering", **_STAY}
        seed = f"{self.lesson.id}/{number}"
        mark = partial(self._mark, number)
        command = await ask_until_right(self._desk, question, seed, self.lesson, mark, skip)
        if command is not None:
            return NEXT if command == "n" else command
        return await self._desk.asking.command({NEXT: "next", **_STAY})

    async def _mark(self, number: int, answer: object) -> Marked:
        self._standing.work()
        marked = await self._session.answer(self.lesson.id, number, answer)  # type: ignore[arg-type]
        if marked.correct:
            self._standing.answered[number] = True
        return marked

    async def _example(self, example: Example) -> str:
        """Show the code; run it as often as is wanted, changed too, and step through it."""
        asking, talk, source, ran = self._desk.asking, self._talk, example.code, False
        for name, text in beside(program_of(example), self.lesson.files).items():
            talk.say(f"The file {name}:\n")
            talk.exactly(text)
            talk.say()
        talk.say("An example:\n")
        talk.exactly(source)
        talk.say()
        while True:
            first = {NEXT: "run it"}
            if ran:
                first = {NEXT: "next", CHECK: "run it again"}
            more = {"e": "change it", "t": "step by step"}
            if not ran:
                more["n"] = "next"
            command = await asking.command(first | more | _STAY)
            if command == "e":
                source = await own_code(self._desk, source, "example.py")
            elif command == "t":
                await self._step_through(source, example)
                continue
            elif command in _STAY or (command == NEXT and ran):
                return command
            elif command == "n":
                return NEXT
            ran = await self._run(source, example, with_note=not ran) or ran

    async def _run(self, source: str, example: Example, with_note: bool) -> bool:
        """Run the code of an example; whether it ran."""
        run = partial(
            self._session.run,
            source,
            stdin=example.stdin,
            needs=example.needs,
            files=self.lesson.files,
        )
        report = await self._desk.doing(run)
        if report is None:
            return False
        say_program(self._talk, report)
        if source != example.code:
            from course.explaining.programs import explain_program

            self._talk.prose(explain_program(report, source) or "")
        elif example.note and with_note:
            self._talk.prose(example.note)
        return True

    async def _step_through(self, source: str, example: Example) -> None:
        record = partial(
            self._session.checker.trace_program,
            source,
            example.stdin,
            example.needs,
            self.lesson.files,
        )
        trace = await self._desk.doing(record)
        if trace is not None:
            await step_through(self._desk, trace)

    async def _close(self) -> str:
        """What the learner can do now, what is open, and what comes next."""
        talk, source = self._talk, self.lesson.source
        self._standing.work()
        talk.heading(f"{self.lesson.title}. The end of the lesson")
        talk.say("What you can do:")
        talk.prose(source.summary)
        talk.say()
        open_steps = self._standing.open_steps()
        if open_steps:
            talk.say("Still open in this lesson:")
            for step in open_steps:
                talk.say(f"{OPEN} {step}")
        else:
            talk.say(f"{RIGHT} This lesson is done.")
        if source.mentor:
            talk.say("\nA developer's note:\n")
            talk.prose(source.mentor)
        following = self._session.next_lesson(self.lesson.id)
        talk.say()
        if following is None:
            talk.say("This was the last lesson.")
            return await self._desk.asking.command({NEXT: "menu", BACK: "back", LEAVE: "leave"})
        words = f"next lesson, {following.title}"
        return await self._desk.asking.command({NEXT: words, **_AWAY})
