"""Several whole programs in one worker: whose words are whose, and who has to run alone."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from course.checking.conversation import Conversation
from course.checking.programs import MOST_IN_A_WORKER, Program, run_together
from course.model import ProgramReport, Verdict
from course.worker.limits import DEFAULT_TIMEOUT, RAW_KEPT
from course.worker.protocol import Checked, End, Event, Job, ProgramEnded, Ran
from tests.checking.said import talk_of

PASSED, FAILED = Verdict.PASSED, Verdict.FAILED


class Workers:
    """What workers say and print, one after the other, and what they were asked."""

    def __init__(self, *said: tuple[list[Event], bytes] | None) -> None:
        self._said = list(said)
        self.asked: list[tuple[Job, float]] = []

    async def converse(self, job: Job, seconds: float) -> tuple[Conversation | None, Any]:
        self.asked.append((job, seconds))
        said = self._said.pop(0) if self._said else None
        worker = SimpleNamespace(slot=Path("slot"))
        if said is None:
            return None, worker
        events, raw = said
        talk = talk_of(*events, raw=raw[:RAW_KEPT], raw_size=len(raw))
        return talk, worker


def ended(number: int, printed: int, *more: Event) -> list[Event]:
    return [Ran(None), *more, ProgramEnded(number, printed)]


def reports(workers: Workers, *programs: Program) -> list[ProgramReport | None]:
    return asyncio.run(run_together(programs, workers.converse))


def test_each_program_has_what_it_printed_and_its_own_check() -> None:
    said = [*ended(0, 4, Checked(True)), *ended(1, 4, Checked(False)), *ended(2, 7), End()]
    workers = Workers((said, b"tea\nbun"))
    programs = (
        Program("a = 1", check="a == 1", stdin="x", files={"f.txt": "text"}),
        Program("b", check="b"),
        Program("c"),
    )
    told = reports(workers, *programs)
    assert [(it.verdict, it.printed, it.checked) for it in told if it] == [
        (PASSED, "tea\n", True),
        (FAILED, "", False),
        (PASSED, "bun", None),
    ]
    [(job, seconds)] = workers.asked
    assert (job["task"], job["module"], job["tests"]) == ("programs", "__main__", {})
    assert job["programs"] == [
        {"source": "a = 1", "stdin": "x", "check": "a == 1", "files": {"f.txt": "text"}},
        {"source": "b", "stdin": "", "check": "b", "files": {}},
        {"source": "c", "stdin": "", "check": None, "files": {}},
    ]
    assert (job["each"], seconds) == (DEFAULT_TIMEOUT, 3 * DEFAULT_TIMEOUT)


def test_who_ends_the_process_runs_alone_and_the_others_together() -> None:
    workers = Workers(([Ran(None)], b""), ([*ended(0, 0), *ended(1, 0), End()], b""))
    alone, *others = reports(workers, Program("a"), Program("b"), Program("c"))
    assert alone is None
    assert [it.verdict for it in others if it] == [PASSED, PASSED]
    assert [len(job["programs"]) for job, _ in workers.asked] == [3, 2]


def test_without_a_worker_every_program_runs_alone() -> None:
    assert reports(Workers(), Program("a"), Program("b")) == [None, None]
    assert reports(Workers()) == []


def test_what_is_printed_must_be_whole_or_nobody_knows_whose_it_is() -> None:
    for raw in (b"x" * 5, b"x" * 3):
        assert reports(Workers((([*ended(0, 4), End()]), raw)), Program("a")) == [None]
    for size, known in ((RAW_KEPT, True), (RAW_KEPT + 1, False)):
        workers = Workers(([*ended(0, size), End()], b"x" * size))
        [one] = reports(workers, Program("a"))
        assert (one is not None) == known


def test_a_word_about_another_program_than_the_next_counts_for_nothing() -> None:
    said = [*ended(1, 0), *ended(0, 0), *ended(1, 0), *ended(2, 0), End()]
    assert [it.verdict for it in reports(Workers((said, b"")), Program("a")) if it] == [PASSED]


def test_so_many_are_run_in_a_worker() -> None:
    def whole(count: int) -> tuple[list[Event], bytes]:
        return [*(it for n in range(count) for it in ended(n, 0)), End()], b""

    workers = Workers(whole(MOST_IN_A_WORKER), whole(1))
    told = reports(workers, *[Program(str(number)) for number in range(MOST_IN_A_WORKER + 1)])
    assert None not in told
    assert [len(job["programs"]) for job, _ in workers.asked] == [32, 1]
