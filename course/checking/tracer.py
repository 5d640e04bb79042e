"""What is to be recorded, and what came back: the part of `Checker.trace` that is about traces."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from course.catalogue.package import split
from course.checking.conversation import Conversation
from course.checking.kinds.project import for_milestone
from course.checking.stuck import shown_id
from course.errors import SandboxError, WrongUse
from course.model import CheckReport, Exercise, ExerciseKind, TestResult
from course.tracing.recording import Recording
from course.tracing.trace import Trace
from course.worker.protocol import ImportFailed, Ran, SubtestEnded, TestEnded

STEPPED: tuple[ExerciseKind, ...] = ("write", "fix", "refactor", "project")
"""The kinds of exercise whose tests call the learner's code."""

_NOT_CALLED = (
    "There is nothing to step through: no code of yours was called in this test. "
    "What the results say of it tells why."
)
_NOT_STARTED = "There is nothing to step through yet: Python could not start your code. {why}"
_LOST = (
    "Your code ended the process it ran in, so nothing was recorded. "
    "Look for a call such as `os._exit()`, or for too much memory."
)
_BROKEN = "What was recorded could not be read. Check your code again, then step through it."


def can_be_stepped(exercise: Exercise) -> bool:
    """Whether an exercise has calls of the learner's code to step through."""
    return exercise.source.kind in STEPPED


def has_steps(report: CheckReport, test: TestResult, steps: bool) -> bool:
    """Whether stepping through a test may lead somewhere: it is one of code that began.

    `steps` is whether its exercise has calls to step through. Where the report names no call, the
    test may have made it in a function of its own.
    """
    if not steps or any(diagnosis.kind == "cannot_start" for diagnosis in report.diagnosis[:1]):
        return False
    return not test.id.startswith("limit::")


def recorded_exercise(exercise: Exercise, test: TestResult) -> tuple[Exercise, str]:
    """The exercise as plain tests, and the id of `test` in it; `CourseError` where it has none."""
    kind = exercise.source.kind
    identity = test.id
    if kind not in STEPPED or identity.startswith("limit::"):
        raise WrongUse(
            "There is nothing to step through here: this result does not come from a call of "
            "your code."
        )
    if kind == "project":
        name, _, rest = identity.partition("::")
        for milestone in exercise.milestones:
            if milestone.name == name and rest:
                return for_milestone(exercise, milestone), rest
        raise WrongUse("This milestone has not been tested yet. Check your code first.")
    source = msgspec.structs.replace(exercise.source, kind="write")
    return msgspec.structs.replace(exercise, source=source), identity


def full_id(identity: str, expected: Iterable[str]) -> str:
    """pytest's id with its file; that of the whole test for one of its subtests."""
    ids = list(expected)
    for whole in ids:
        if shown_id(whole) == identity:
            return whole
    for whole in ids:
        if identity.startswith(f"{shown_id(whole)} ("):
            return whole
    raise WrongUse("That test is not in this exercise any more. Check your code again.")


class Sources(NamedTuple):
    """The learner's files: their texts by the names they have in the worker, and as they are shown.

    A single file has no name to be shown.
    """

    texts: Mapping[str, str]
    shown: Mapping[str, str]


def sources_of(exercise: Exercise, text: str) -> Sources:
    """The files of a submission; those of a package are named as in its folder."""
    if not exercise.package:
        return Sources({f"{exercise.module_name}.py": text}, {})
    files = {name: code for name, code in split(text).items() if name.endswith(".py")}
    folder = exercise.module_name
    return Sources(
        {f"{folder}/{name}": code for name, code in files.items()},
        {f"{folder}/{name}": name for name in files},
    )


def sources_of_program(
    text: str, files: Mapping[str, str | bytes], arguments: Sequence[str] = ()
) -> Sources:
    """A program and the modules beside it; it is shown by the name it was started with."""
    texts = {"main.py": text}
    for name, content in files.items():
        if name.endswith(".py"):
            if isinstance(content, bytes):
                content = content.decode("utf-8", "replace")
            texts[name] = content
    return Sources(texts, {"main.py": (*arguments, "main.py")[0]})


def _of_files(
    sources: Sources | str, recording: Recording
) -> tuple[str | dict[str, str], Recording]:
    """The texts of the files that were gone through, as they are shown, and the recording."""
    if isinstance(sources, str):
        return sources, recording
    is_package = bool(sources.shown) and "main.py" not in sources.texts
    if not is_package and len(recording.files) < 2:
        return next(iter(sources.texts.values())), recording
    shown = tuple(sources.shown.get(name, name) for name in recording.files)
    texts = {
        name: sources.texts.get(known, "")
        for known, name in zip(recording.files, shown, strict=True)
    }
    return texts, msgspec.structs.replace(recording, files=shown)


def trace_of(talk: Conversation, sources: Sources | str, test: TestResult | None = None) -> Trace:
    """The trace in a conversation; `CourseError` says why there is none."""
    recording = talk.last(Recording)
    if talk.stopped == "unreadable":
        raise SandboxError(_BROKEN)
    if recording is None:
        raise SandboxError(_LOST)
    ended = talk.last(Ran) or talk.last(ImportFailed)
    exception = ended.exception if ended else None
    if test is None:
        failed = exception is not None
    else:
        results = [*talk.of(TestEnded), *talk.of(SubtestEnded)]
        failed = not results or any(one.outcome != "passed" for one in results)
    trace = Trace(*_of_files(sources, recording), failed, test)
    if not len(trace):
        if exception:
            why = f"{exception.type}: {exception.message}"
            raise SandboxError(_NOT_STARTED.format(why=why))
        if test:
            raise WrongUse(_NOT_CALLED)
        raise SandboxError(_NOT_STARTED.format(why=""))
    return trace
