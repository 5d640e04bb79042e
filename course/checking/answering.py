"""How several programs answer the same probes: the parent's side of `worker/answering.py`."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from course.checking.conversation import Conversation
from course.checking.expected import Expected
from course.checking.probed import probes, were_late
from course.checking.trials import RunTests, Variant, trial_of
from course.model import Exercise, ProbeResult
from course.worker.protocol import Answered, Job, TestBegun

_NOT_TOGETHER = frozenset({"localhost", "processes"})
"""Needs of programs that leave their process."""


async def answers_of(
    exercise: Exercise,
    sources: Sequence[str],
    calls: Sequence[str],
    expected: Expected,
    run_tests: RunTests,
) -> list[tuple[ProbeResult, ...] | None]:
    """The answers of each program, many in a worker; None where one has to be asked alone."""
    answers: dict[int, tuple[ProbeResult, ...] | None] = {}
    waiting = list(range(len(sources)))
    if len(sources) < 2 or exercise.by_learner or _NOT_TOGETHER.intersection(exercise.source.needs):
        waiting = []
    while waiting:
        trials = [trial_of(exercise, Variant(sources[number])) for number in waiting]
        each = exercise.source.timeout
        source = msgspec.structs.replace(exercise.source, timeout=each * len(waiting))
        longer = msgspec.structs.replace(exercise, source=source)
        job: Job = {"trials": trials, "each": each}
        first = sources[waiting[0]]
        talk, _ = await run_tests(longer, first, tuple(calls), expected.compiled, "answers", job)
        if talk is None or not (answered := _answered(talk)):
            break
        answers |= dict(zip(waiting, answered, strict=False))
        # Whoever was asked last may have ended the process, or taken too long.
        waiting = waiting[len(answered) + (not talk.ended) :]
    return [answers.get(number) for number in range(len(sources))]


def _answered(talk: Conversation) -> list[tuple[ProbeResult, ...] | None]:
    """The answers of the first programs, as many as have given them; None for one that was late."""
    answers: list[tuple[ProbeResult, ...] | None] = []
    begins = 0
    for place, event in enumerate(talk.events):
        if isinstance(event, TestBegun):
            begins = place
        elif isinstance(event, Answered) and event.number == len(answers):
            own = Conversation(talk.nonce, talk.canaries, talk.folders, talk.events[begins:place])
            results = probes(own)
            whole = not were_late(own) and all(one.outcome != "unfinished" for one in results)
            answers.append(results if whole else None)
    return answers
