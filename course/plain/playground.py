"""The playground as plain lines: a program of the learner's own, which may ask them."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from course.checking.dialogue import Dialogue
from course.learner.questions.kind import numbered
from course.plain.asking import LEAVE, MENU, NEXT
from course.plain.files import open_file, type_file
from course.plain.talk import Interrupted, Left
from course.plain.tracing import step_through
from course.signs import RIGHT, STOPPED
from course.verdict_words import WORDS, program_ending

if TYPE_CHECKING:
    from course.learner.playground import Playground
    from course.model import ProgramReport
    from course.plain.desk import Desk

_ABOUT = (
    "A program of your own: write what you like, and run it. It may ask for input; you answer "
    "here. Ctrl+C stops it."
)
_COMMANDS = {
    NEXT: "run it",
    "e": "edit",
    "w": "type it here",
    "t": "step by step",
    "s": "show your code",
    MENU: "menu",
    LEAVE: "leave",
}


async def play(desk: Desk) -> None:
    """Let the learner write and run programs until they go to the menu."""
    talk, playground = desk.talk, desk.session.open_playground()
    talk.heading("Playground")
    talk.say(_ABOUT)
    talk.say("\nYour file:")
    talk.exactly(str(playground.file))
    typed: list[str] = []
    _show(desk, playground)
    while (command := await desk.asking.command(_COMMANDS)) != MENU:
        if command == "s":
            _show(desk, playground)
        elif command == "t":
            source, stdin = playground.load(), "".join(f"{line}\n" for line in typed)
            record = partial(desk.session.checker.trace_program, source, stdin)
            if trace := await desk.doing(record):
                await step_through(desk, trace)
        else:
            playground.save(playground.load())  # an editor finds a file there
            if command == "e":
                await open_file(desk, playground.file)
            elif command == "w" and not await type_file(desk, playground.file):
                continue
            source = playground.load()
            playground.put_aside(source)
            typed = await _Run(desk, source).run()


def _show(desk: Desk, playground: Playground) -> None:
    desk.talk.say("\nWhat is in it:")
    desk.talk.exactly("\n".join(numbered(playground.load().rstrip("\n").split("\n"))), 0)
    desk.talk.say()


class _Run:
    """One run of a program: what it prints comes line by line, what it asks is asked."""

    def __init__(self, desk: Desk, source: str) -> None:
        self._desk, self._source = desk, source
        self._asks = asyncio.Event()
        self._begun = ""
        """The line that it has begun and not ended: as a rule, its question."""
        self._dialogue = Dialogue(self._printed, self._asks.set, lambda _: None)

    async def run(self) -> list[str]:
        """Run it to its end, and say how it ended; the lines that were typed for it."""
        talk, dialogue = self._desk.talk, self._dialogue
        talk.say("It prints:")
        running = asyncio.ensure_future(self._desk.session.checker.run_live(self._source, dialogue))
        try:
            while not running.done():
                await self._go_on(running)
        finally:
            if not running.done():  # nobody is there any more
                dialogue.stop()
                await running
        report = running.result()
        if self._begun:
            talk.exactly(self._begun)
        if dialogue.stopped:
            talk.say(f"{STOPPED} {report.limit}" if report.limit else f"{STOPPED} Stopped.")
            return dialogue.typed
        ending = program_ending(report)
        for line in ending or [f"{RIGHT} {WORDS[report.verdict].program}."]:
            talk.say(line)
        if ending:
            from course.explaining.programs import explain_program

            why = await asyncio.to_thread(explain_program, report, self._source)
            talk.prose(why or "")
        talk.say()
        return dialogue.typed

    async def _go_on(self, running: asyncio.Task[ProgramReport]) -> None:
        """Until it asks or ends; Ctrl+C stops it."""
        talk = self._desk.talk
        asked = asyncio.ensure_future(self._asks.wait())
        try:
            first = asyncio.FIRST_COMPLETED
            await talk.wait(asyncio.wait([running, asked], return_when=first))
            if self._asks.is_set():
                self._asks.clear()
                prompt, self._begun = self._begun.strip(), ""
                self._dialogue.answer(await talk.ask(prompt or "It waits for a line:"))
        except Interrupted:
            self._dialogue.stop()
        except Left:
            self._dialogue.answer(None)
            raise
        finally:
            asked.cancel()

    def _printed(self, text: str) -> None:
        *lines, self._begun = (self._begun + text).split("\n")
        for line in lines:
            self._desk.talk.exactly(line.rstrip("\r"))
