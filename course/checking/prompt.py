"""The `>>>` prompt: a Python with the learner's code in it, which runs what is entered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course.checking.conversation import Conversation, begin, drain
from course.checking.dialogue import Dialogue
from course.checking.launch import Needs, Worker
from course.checking.overuse import limited
from course.checking.patience import patience
from course.checking.pool import Pool
from course.checking.slot import fill, fill_program
from course.checking.verdict import exception_info, stopped
from course.model import ExceptionInfo, Exercise, Verdict
from course.worker.limits import AFTER_DEADLINE, LIVE_SECONDS, READ_AT_ONCE
from course.worker.protocol import Asks, Entered, Interrupt, Job, Prompts, Typed, to_line

_STOPS_WITHIN = 0.6  # seconds from the interruption until the process is ended


@dataclass(frozen=True)
class PromptCode:
    """What a prompt begins with: the file's `name`, its `source`, and how a folder gets it all."""

    name: str
    source: str
    module: str
    needs: Needs
    fill: Callable[[Path], None]

    @classmethod
    def of_program(
        cls, source: str, needs: Needs = (), files: Mapping[str, str] | None = None
    ) -> PromptCode:
        """A whole program, and the files beside it."""

        def filled(slot: Path) -> None:
            fill_program(slot, source, files or {})

        return cls("your code", source, "__main__", needs, filled)

    @classmethod
    def of_exercise(cls, exercise: Exercise, source: str) -> PromptCode:
        """The learner's file of an exercise, and what lies beside it in a check."""
        name = exercise.module_name if exercise.package else f"{exercise.module_name}.py"

        def filled(slot: Path) -> None:
            fill(slot, exercise, source)
            if exercise.by_learner:
                (slot / "work" / name).write_text(source, encoding="utf-8", errors="replace")

        return cls(name, source, exercise.module_name, exercise.source.needs, filled)


@dataclass(frozen=True)
class PromptAnswer:
    """What there is after a block, or after the code was loaded.

    `values` are (name, type, value) of the variables, those made last first.
    """

    values: tuple[tuple[str, str, str], ...]
    defines: tuple[str, ...]
    exception: ExceptionInfo | None


class Prompt:
    """What goes to and fro between a prompt and the learner. For one process.

    `answered` is called when it waits for the next block; what is printed, and asked for by
    `input()`, goes by `dialogue`.
    """

    def __init__(self, dialogue: Dialogue, answered: Callable[[PromptAnswer], None]) -> None:
        self.dialogue = dialogue
        self.answered = answered
        self.entered: asyncio.Queue[str] = asyncio.Queue()
        self.interrupting = asyncio.Event()
        self.waits = False
        """Whether nothing runs, so that a block would be run at once."""

    def enter(self, block: str) -> None:
        """Run a block; it waits for one that runs."""
        self.waits = False
        self.entered.put_nowait(block)

    def interrupt(self) -> None:
        """Interrupt what runs, if anything does."""
        if not self.waits:
            self.interrupting.set()


async def run_prompt(pool: Pool, code: PromptCode, prompt: Prompt) -> str:
    """Serve a prompt until its process ends; why it did, in words, or nothing after `exit()`.

    The process is ended when this is cancelled.
    """
    worker = await pool.lend(tuple(sorted(set(code.needs))))
    try:
        if worker.cannot:
            return worker.cannot
        code.fill(worker.slot)
        job: Job = {"task": "prompt", "module": code.module, "tests": {}, "live": True}
        talk, line = begin(worker, job, LIVE_SECONDS)
        prompt.dialogue.open(talk.folders)
        serving = _Serving(worker, talk, prompt)
        try:
            worker.give(line, more=True)
            await serving.until_it_ends()
        finally:
            worker.kill()
            serving.close()
        return await _why(worker, talk, serving)
    finally:
        pool.take_back(worker)


async def _why(worker: Worker, talk: Conversation, serving: _Serving) -> str:
    """Why it ended, in words."""
    if talk.ended:
        return ""
    talk.status = await asyncio.wait_for(asyncio.shield(worker.ended), None)
    talk.lost = worker.lost
    ended = stopped(talk)
    if ended is None or ended[0] is not Verdict.TIMEOUT:
        return (ended[1] if ended else "") or ""
    if serving.was_interrupted:
        return "It could not be interrupted, so this Python was ended."
    return f"It ran for {LIVE_SECONDS:.0f} seconds, so this Python was ended."


class _Serving:
    """One process, what it says, and what the learner enters meanwhile."""

    def __init__(self, worker: Worker, talk: Conversation, prompt: Prompt) -> None:
        self._worker = worker
        self._talk = talk
        self._prompt = prompt
        self._heard = 0
        self._line: asyncio.Task[str | None] | None = None
        self._raw = asyncio.create_task(drain(worker, talk, prompt.dialogue.show))
        self._events = asyncio.create_task(worker.events.read(READ_AT_ONCE))
        self._interrupt = asyncio.create_task(prompt.interrupting.wait())
        self.was_interrupted = False

    def close(self) -> None:
        """Listen no more."""
        for task in (self._raw, self._events, self._interrupt, self._line):
            if task is not None:
                task.cancel()
        self._prompt.dialogue.close()

    async def until_it_ends(self) -> None:
        """Load the code, then run blocks."""
        while await self._until_it_waits():
            if not await self._next_block():
                return

    async def _next_block(self) -> bool:
        """Wait for a block and hand it over; False where the process ends meanwhile."""
        entered = asyncio.create_task(self._prompt.entered.get())
        try:
            while not entered.done():
                await asyncio.wait({entered, self._events}, return_when=asyncio.FIRST_COMPLETED)
                if self._events.done() and not self._hear():
                    return False
        finally:
            entered.cancel()
        self._worker.tell(to_line(Entered(entered.result())))
        return True

    def _renew_interrupt(self) -> None:
        self._prompt.interrupting.clear()
        self._interrupt.cancel()
        self._interrupt = asyncio.create_task(self._prompt.interrupting.wait())
        self.was_interrupted = False

    async def _until_it_waits(self) -> bool:
        """Listen while it runs; False where it has ended."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + 2 * (LIVE_SECONDS + AFTER_DEADLINE * patience())
        async with limited(self._worker, self._talk):
            while True:
                waiting: set[asyncio.Task[Any]] = {self._events}
                if self._line is not None:
                    waiting.add(self._line)
                if not self.was_interrupted:
                    waiting.add(self._interrupt)
                is_idle = self._line is not None and not self.was_interrupted
                timeout = None if is_idle else max(deadline - loop.time(), 0)
                done, _ = await asyncio.wait(
                    waiting, timeout=timeout, return_when=asyncio.FIRST_COMPLETED
                )
                if not done:
                    self._talk.stopped = self._talk.stopped or "timeout"
                    return False
                if self._interrupt in done:
                    self._begin_to_stop()
                    deadline = loop.time() + _STOPS_WITHIN * patience()
                if self._line in done:
                    self._hand_over()
                if self._events in done:
                    if not self._hear():
                        return False
                    if (said := self._talk.last(Prompts)) is not None:
                        await self._answer(said)
                        return True

    def _begin_to_stop(self) -> None:
        self.was_interrupted = True
        if self._line is not None:
            self._line.cancel()
            self._line = None
        self._worker.tell(to_line(Interrupt()))

    def _hand_over(self) -> None:
        assert self._line is not None  # noqa: S101 - it is done
        self._worker.tell(to_line(Typed(self._line.result())))
        self._line = None

    def _hear(self) -> bool:
        """Take in events; False when there is nothing more to hear."""
        data = self._events.result()
        self._talk.feed(data)
        if not data or self._talk.ended or self._talk.is_over():
            return False
        for event in self._talk.events[self._heard :]:
            if isinstance(event, Asks) and self._line is None and not self.was_interrupted:
                asked = self._prompt.dialogue.next_line(event.printed)
                self._line = asyncio.create_task(asked)
        self._heard = len(self._talk.events)
        self._events = asyncio.create_task(self._worker.events.read(READ_AT_ONCE))
        return True

    async def _answer(self, said: Prompts) -> None:
        """Tell what there is by now, once all that was printed is shown."""
        await self._prompt.dialogue.shown(said.printed)
        self._talk.forget()
        self._heard = 0
        if self._line is not None:
            self._line.cancel()
            self._line = None
        self._renew_interrupt()
        values = tuple((it.name, it.type, it.value) for it in said.values)
        self._prompt.waits = True
        self._prompt.answered(PromptAnswer(values, said.defines, exception_info(said.exception)))
