"""Many variants of a program under the same tests, many in one worker: the parent's side.

See `worker/trials.py` for what a worker promises. It tries the unchanged program in between, and
what it said since then is believed when that one passes. The rest goes to another worker.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import msgspec

from course.catalogue.exercises import reference
from course.catalogue.package import split
from course.checking.conversation import Conversation
from course.checking.expected import Expected
from course.checking.launch import Worker
from course.model import Exercise
from course.worker.protocol import CONTROL, Job, ProbeStuck, TestBegun, Trial, TrialResult

MOST_IN_A_WORKER = 64
_NOT_TWICE = "processes"
"""The need of programs that leave their process."""


class Variant(msgspec.Struct, frozen=True):
    """A submission to try; with `only` by one test (`test_file.py::name`), `reverse` backwards.

    `before` is code that runs before anything is loaded; it may define `undo()`.
    """

    source: str
    only: str = ""
    reverse: bool = False
    before: str = ""


RunTests = Callable[..., Awaitable[tuple[Conversation | None, Worker]]]
"""`Checker._tests`."""


async def try_out(
    exercise: Exercise,
    variants: Sequence[Variant],
    seconds: float,
    expected: Expected,
    run_tests: RunTests,
) -> list[bool | None]:
    """Whether each variant passes, with at most `seconds` for one; None where that is unsure."""
    if _NOT_TWICE in exercise.source.needs or not exercise.solution_path.exists():
        return [None] * len(variants)
    parts = -(-len(variants) // MOST_IN_A_WORKER) or 1
    passes: dict[int, bool] = {}

    async def some(numbers: list[int]) -> None:
        while numbers:
            trials = [trial_of(exercise, variants[number]) for number in numbers]
            job: Job = {"trials": trials, "control": trial_of(exercise, Variant(right))}
            results, left_out = await _in_a_worker({**job, "each": seconds})
            passes.update({numbers[place]: passed for place, passed in results.items()})
            done = left_out.union(results)
            if not done:
                return
            numbers = [number for place, number in enumerate(numbers) if place not in done]

    async def _in_a_worker(job: Job) -> tuple[dict[int, bool], set[int]]:
        together = seconds * (len(job["trials"]) + 2)
        source = msgspec.structs.replace(exercise.source, timeout=together)
        longer = msgspec.structs.replace(exercise, source=source)
        talk, _ = await run_tests(longer, right, (), expected.compiled, "trials", job)
        return _confirmed(talk) if talk is not None else ({}, set())

    # Dealt out like cards: mutants that take long are often neighbours.
    right = reference(exercise)
    await asyncio.gather(*(some([*range(part, len(variants), parts)]) for part in range(parts)))
    return [passes.get(number) for number in range(len(variants))]


def _confirmed(talk: Conversation) -> tuple[dict[int, bool], set[int]]:
    """What is believed of a worker's words, and the trials that are not to be tried so again.

    Those are the ones after which the unchanged program did not pass any more: which of them was
    the cause is not known, and they are few. Or the one that the worker ended at without a word.
    """
    confirmed: dict[int, bool] = {}
    since: dict[int, bool] = {}
    begun: int | None = None
    for event in talk.events:
        if isinstance(event, TestBegun):
            begun = int(event.id)
        elif isinstance(event, TrialResult):
            begun = None
            if event.number == CONTROL:
                if event.outcome != "passed":
                    return confirmed, set(since)
                confirmed |= since
                since = {}
            elif event.outcome == "timeout":
                confirmed[event.number] = False
            else:
                since[event.number] = event.outcome == "passed"
    if begun == CONTROL:
        return confirmed, set(since)
    if begun is None:
        return confirmed, set()
    if talk.status == 0 or talk.of(ProbeStuck):  # it ended its process, or could not be stopped
        confirmed[begun] = False
    return confirmed, {begun}


def trial_of(exercise: Exercise, variant: Variant) -> Trial:
    """The variant as a worker gets it."""
    trial: Trial = {
        "files": {},
        "only": variant.only,
        "reverse": variant.reverse,
        "before": variant.before,
    }
    if exercise.by_learner:
        trial["code"] = variant.source
    elif exercise.package:
        trial["files"] = {
            f"{exercise.module_name}/{name}": text for name, text in split(variant.source).items()
        }
    else:
        trial["files"] = {f"{exercise.module_name}.py": variant.source}
    return trial
