"""The search for mends in one worker: the parent's side of `worker/mends.py`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from course.catalogue.exercises import reference
from course.catalogue.package import split
from course.checking.conversation import Conversation
from course.checking.expected import Expected
from course.checking.launch import Worker
from course.debug import debug
from course.model import CheckReport, Exercise, Verdict
from course.worker.protocol import Job, Mended, Searched, Walked

_MORE = 1.5
"""Seconds that the worker may take beside the search: it collects, and watches the tests."""
_NOT_HERE = frozenset({"processes", "localhost"})
"""Needs of programs that a module executed again and again does not do justice to."""
_NOT_OF_PACKAGES = frozenset({"processes", "django"})
"""The same of packages: some of their tests use a network, the others need not wait for that."""


class Found(NamedTuple):
    """The edits after which failing tests pass, and the lines that each failing test has run."""

    mends: tuple[Mended, ...] = ()
    walked: Mapping[str, frozenset[int]] = {}


RunTests = Callable[..., Awaitable[tuple[Conversation | None, Worker]]]


def can_search(exercise: Exercise, report: CheckReport) -> bool:
    """Whether a search makes sense: plain tests, some of which failed in time."""
    not_here = _NOT_OF_PACKAGES if exercise.package else _NOT_HERE
    return (
        not exercise.by_learner
        and not not_here.intersection(exercise.source.needs)
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
    file: str = "",
) -> Found:
    """The edits that were found in time, as the worker tells them; they are not proven yet.

    Edits of the kinds in `first` are tried first. Of a package they are made in one `file`.
    """
    by_id = {name.partition("::")[2]: name for name in expected.ids}
    wrong = [by_id[it.id] for it in report.tests if it.outcome == "failed" and it.id in by_id]
    right = [by_id[it.id] for it in report.tests if it.outcome == "passed" and it.id in by_id]
    job: Job = {
        "source": split(source)[file] if file else source,
        "file": file,
        "reference": _reference(exercise, file),
        "wrong": wrong,
        "right": right,
        "first": list(first),
        "each": seconds,
    }
    source_with_time = msgspec.structs.replace(exercise.source, timeout=seconds + _MORE)
    longer = msgspec.structs.replace(exercise, source=source_with_time)
    talk, _ = await run_tests(longer, source, (), expected.compiled, "mends", job)
    if talk is None:
        return Found()
    for end in talk.of(Searched):
        debug("explanation", f"search: {end.tried} edits tried, {end.of} of the last kind")
    lines = {it.id.partition("::")[2]: frozenset(it.lines) for it in talk.of(Walked)}
    return Found(tuple(talk.of(Mended)), lines)


def _reference(exercise: Exercise, file: str) -> str:
    if not file:
        return reference(exercise) if exercise.solution_path.is_file() else ""
    own = exercise.solution_path / file
    return own.read_text(encoding="utf-8") if own.is_file() else ""
