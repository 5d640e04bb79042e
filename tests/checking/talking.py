"""A learner who talks to a program."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from course.checking.dialogue import Dialogue
from course.model import ProgramReport
from tests.checking.door import Door, assert_safe

STOP = "\0stop"


class Talk:
    """A learner who answers each question with the next of `answers`; STOP stops the program."""

    def __init__(self, answers: Sequence[str | None] = (), stop_when: str | None = None) -> None:
        self.transcript = ""
        self.questions: list[str] = []
        self.blocks = 0
        self._answers = list(answers)
        self._stop_when = stop_when
        self.dialogue = Dialogue(self.printed, self.asked, self.read)

    def printed(self, text: str) -> None:
        self.transcript += text
        self.blocks += 1
        if self._stop_when and self._stop_when in self.transcript:
            self.dialogue.stop()

    def asked(self) -> None:
        self.questions.append(self.transcript.rpartition("\n")[2])
        answer = self._answers.pop(0) if self._answers else STOP
        if answer == STOP:
            self.dialogue.stop()
        else:
            self.dialogue.answer(answer)

    def read(self, line: str | None) -> None:
        self.transcript += "^D" if line is None else f"{line}\n"


def run(door: Door, source: str, talk: Talk, seconds: float = 60.0) -> ProgramReport:
    async def within() -> ProgramReport:
        async with asyncio.timeout(20):
            return await door.checker.run_live(source, talk.dialogue, seconds)

    report = door.run_async(within())
    assert_safe(report)
    return report
