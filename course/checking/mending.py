"""The search for mends in one worker: the parent's side of `worker/mends.py`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import msgspec

from course.catalogue.exercises import reference
from course.checking.conversation import Conversation
from course.checking.expected import Expected
from course.checking.launch import Worker
from course.model import CheckReport, Exercise, Verdict
from course.worker.protocol import Job, Mended

_MORE = 1.5
"""Seconds that the worker may take beside the search: it collects, and watches the tests."""
_NOT_HERE = frozenset({"processes", "localhost"})
"""Needs of programs that a module executed again and again does not do justice to."""
RunTests = Callable[..., Awaitable[tuple[Conversation | None, Worker]]]


def can_search(exercise: Exercise, report: CheckReport) -> bool:
    """Whether a search makes sense: plain tests of one file, some of which failed in time."""
    return (
        not exercise.package
        and not exercise.by_learner
        and not _NOT_HERE.intersection(exercise.source.needs)
        and report.verdict is not Verdict.OUT_OF_MEMORY
        and report.exception is None
        and any(test.outcome == "failed" for test in report.tests)
    )


async def search(
    exercise: Exercise,
    source: str,
    report: CheckReport,
    first: Sequence[str],
    seconds: float,
    expected: Expected,
    run_tests: RunTests,
) -> tuple[Mended, ...]:
    """The edits that were found in time, as the worker tells them; they are not proven yet.

    Edits of the kinds in `first` are tried first.
    """
    by_id = {name.partition("::")[2]: name for name in expected.ids}
    wrong = [by_id[it.id] for it in report.tests if it.outcome == "failed" and it.id in by_id]
    right = [by_id[it.id] for it in report.tests if it.outcome == "passed" and it.id in by_id]
    job: Job = {
        "source": source,
        "reference": _reference(exercise),
        "wrong": wrong,
        "right": right,
        "first": list(first),
        "each": seconds,
    }
    source_with_time = msgspec.structs.replace(exercise.source, timeout=seconds + _MORE)
    longer = msgspec.structs.replace(exercise, source=source_with_time)
    talk, _ = await run_tests(longer, source, (), expected.compiled, "mends", job)
    return tuple(talk.of(Mended)) if talk is not None else ()


def _reference(exercise: Exercise) -> str:
    return reference(exercise) if exercise.solution_path.is_file() else ""
