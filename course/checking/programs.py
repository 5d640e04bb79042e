"""Several whole programs in one worker: the parent's side of `worker/programs.py`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from course.checking.conversation import Conversation
from course.checking.launch import Worker
from course.checking.program import program_report
from course.model import ProgramReport
from course.worker.limits import DEFAULT_TIMEOUT, RAW_KEPT
from course.worker.protocol import Checked, End, Event, Job, ProgramEnded, Ran

MOST_IN_A_WORKER = 32
Converse = Callable[[Job, float], Awaitable[tuple[Conversation | None, Worker]]]


class Program(msgspec.Struct, frozen=True):
    """A program, an expression about it, what it reads, and the texts of files beside it."""

    source: str
    check: str | None = None
    stdin: str = ""
    files: Mapping[str, str] = {}


async def run_together(
    programs: Sequence[Program], converse: Converse
) -> list[ProgramReport | None]:
    """The report of each program; None where it has to run alone for that."""
    reports: dict[int, ProgramReport] = {}
    waiting = list(range(len(programs)))
    while waiting:
        now = waiting[:MOST_IN_A_WORKER]
        job: Job = {
            "task": "programs",
            "module": "__main__",
            "tests": {},
            "programs": [
                {
                    "source": programs[number].source,
                    "stdin": programs[number].stdin,
                    "check": programs[number].check,
                    "files": dict(programs[number].files),
                }
                for number in now
            ],
            "each": DEFAULT_TIMEOUT,
        }
        talk, worker = await converse(job, DEFAULT_TIMEOUT * len(now))
        done = _reports(talk, worker.slot, [programs[it] for it in now]) if talk else []
        reports |= dict(zip(now, done, strict=False))
        if not done:  # the first one ends its process, or takes too long
            waiting.remove(now[0])
        waiting = [number for number in waiting if number not in reports]
    return [reports.get(number) for number in range(len(programs))]


def _reports(talk: Conversation, slot: Path, programs: Sequence[Program]) -> list[ProgramReport]:
    """Of the first programs, as many as have ended. What was printed is all theirs, or unknown."""
    reports: list[ProgramReport] = []
    events: list[Event] = []
    begins = 0
    for event in talk.events:
        if isinstance(event, Ran | Checked):
            events.append(event)
        elif isinstance(event, ProgramEnded) and event.number == len(reports) < len(programs):
            program = programs[event.number]
            own = Conversation(talk.nonce, talk.canaries, talk.folders, [*events, End()])
            own.raw = talk.raw[begins : event.printed]
            has_check = program.check is not None
            reports.append(program_report(own, slot, program.source, DEFAULT_TIMEOUT, has_check))
            events, begins = [], event.printed
    return reports if talk.ended and talk.raw_size == begins <= RAW_KEPT else []
