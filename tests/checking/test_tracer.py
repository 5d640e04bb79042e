"""What is to be recorded, and why there is nothing to step through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from course.catalogue.package import joined
from course.checking.tracer import (
    Sources,
    _of_files,
    can_be_stepped,
    full_id,
    has_steps,
    recorded_exercise,
    sources_of,
    sources_of_program,
    trace_of,
)
from course.errors import SandboxError, WrongUse
from course.model import (
    CheckReport,
    Diagnosis,
    Exercise,
    Milestone,
    MilestoneSource,
    TestResult,
    Verdict,
)
from course.worker.protocol import (
    End,
    ExceptionSaid,
    ImportFailed,
    Ran,
    SubtestEnded,
    TestEnded,
)
from tests.checking.door import exercise_named
from tests.checking.said import talk_of

CLAMP = exercise_named("clamp")


def of_kind(kind: str, **more: object) -> Exercise:
    source = msgspec.structs.replace(CLAMP.source, kind=kind)
    return msgspec.structs.replace(CLAMP, source=source, **more)


def failing(identity: str) -> TestResult:
    return TestResult("t", identity, "failed")


def test_a_refactoring_is_recorded_as_plain_tests() -> None:
    exercise, identity = recorded_exercise(of_kind("refactor"), failing("test_a"))
    assert (exercise.source.kind, identity) == ("write", "test_a")


def test_of_a_project_the_milestone_of_the_test_is_recorded() -> None:
    stage = Milestone("01-a", Path("01-a"), MilestoneSource("A", "b"), (Path("test_one.py"),))
    other = Milestone("02-b", Path("02-b"), MilestoneSource("B", "b"), (Path("test_two.py"),))
    project = of_kind("project", milestones=(stage, other))
    exercise, identity = recorded_exercise(project, failing("02-b::TestIt::test_a"))
    assert (exercise.test_files, identity) == (other.test_files, "TestIt::test_a")
    for unknown in ("02-b", "03-c::test_a"):
        with pytest.raises(WrongUse, match="has not been tested yet"):
            recorded_exercise(project, failing(unknown))


@pytest.mark.parametrize(
    ("kind", "identity"), [("review", "test_a"), ("test", "test_a"), ("refactor", "limit::time")]
)
def test_what_calls_none_of_the_learners_code_is_not(kind: str, identity: str) -> None:
    with pytest.raises(WrongUse, match="nothing to step through here"):
        recorded_exercise(of_kind(kind), failing(identity))


def test_a_test_is_found_by_its_id_and_a_case_by_its_tests() -> None:
    expected = ("f.py::test_a", "f.py::test_ab", "f.py::T::test_a")
    assert full_id("test_ab", expected) == "f.py::test_ab"
    assert full_id("T::test_a", expected) == "f.py::T::test_a"
    assert full_id("test_ab (one)", expected) == "f.py::test_ab"
    with pytest.raises(WrongUse, match="not in this exercise any more"):
        full_id("test_abc", expected)


@pytest.mark.parametrize("kind", ["write", "fix", "refactor", "project", "review", "test"])
def test_stepping_is_offered_where_code_that_began_may_have_been_called(kind: str) -> None:
    assert can_be_stepped(of_kind(kind)) == (kind not in ("review", "test"))
    test = msgspec.structs.replace(failing("test_a"), call="clamp(1)")
    failed = CheckReport("clamp", Verdict.FAILED)
    assert has_steps(failed, test, steps=True)
    assert not has_steps(failed, test, steps=False)
    assert has_steps(failed, failing("test_a"), steps=True), "a helper of the test's may call it"
    assert has_steps(CheckReport("clamp", Verdict.PASSED), failing("test_a"), steps=True)
    limit = msgspec.structs.replace(test, id="limit::time")
    assert not has_steps(failed, limit, steps=True)
    for told, offered in ((("cannot_start",), False), (("facts", "cannot_start"), True)):
        diagnosis = tuple(Diagnosis(kind, "x", "words") for kind in told)  # type: ignore[arg-type]
        report = CheckReport("clamp", Verdict.FAILED, diagnosis=diagnosis)
        assert has_steps(report, test, steps=True) == offered


def test_files_have_the_names_of_the_worker_and_those_that_are_shown() -> None:
    assert sources_of(CLAMP, "x = 1\n") == ({"clamp.py": "x = 1\n"}, {})
    package = of_kind("project", package=True)
    text = joined({"cart.py": "x = 1\n", "notes.md": "no code\n"})
    assert sources_of(package, text) == ({"clamp/cart.py": "x = 1\n"}, {"clamp/cart.py": "cart.py"})


def test_a_program_is_shown_by_the_name_it_was_started_with() -> None:
    beside = {"shop.py": b"# \xff\n", "tea.py": "x = 2\n", "data.csv": b"1"}
    texts = {"main.py": "x = 1\n", "shop.py": "# \ufffd\n", "tea.py": "x = 2\n"}
    assert sources_of_program("x = 1\n", beside, ("hello.py", "-v")) == (
        texts,
        {"main.py": "hello.py"},
    )
    assert sources_of_program("x = 1\n", {}) == ({"main.py": "x = 1\n"}, {"main.py": "main.py"})


def test_why_there_is_no_recording() -> None:
    with pytest.raises(SandboxError, match="ended the process it ran in"):
        trace_of(talk_of(End()), "x = 1\n")
    with pytest.raises(SandboxError, match="could not be read"):
        trace_of(talk_of(End(), stopped="unreadable"), "x = 1\n")


def test_a_recording_without_a_step_says_why() -> None:
    from course.tracing.recording import Recording

    empty = Recording(
        texts=(), nodes=(), snapshots=(), steps=(), calls=(), printed="", total=0, ended="finished"
    )
    error = ExceptionSaid("ValueError", "no", ())
    for event in (Ran(error), ImportFailed(error)):
        with pytest.raises(SandboxError, match=r"could not start your code. ValueError: no"):
            trace_of(talk_of(empty, event), "x = 1\n")  # type: ignore[arg-type]
    with pytest.raises(WrongUse, match="no code of yours was called"):
        trace_of(talk_of(empty), "x = 1\n", failing("a"))  # type: ignore[arg-type]
    with pytest.raises(SandboxError, match="could not start your code"):
        trace_of(talk_of(empty), "x = 1\n")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            lambda: recorded_exercise(of_kind("review"), failing("a")),
            "There is nothing to step through here: this result does not come from a call of your "
            "code.",
        ),
        (
            lambda: recorded_exercise(of_kind("project"), failing("a")),
            "This milestone has not been tested yet. Check your code first.",
        ),
        (
            lambda: full_id("a", []),
            "That test is not in this exercise any more. Check your code again.",
        ),
        (
            lambda: trace_of(talk_of(End()), "x"),
            "Your code ended the process it ran in, so nothing was recorded. Look for a call such "
            "as `os._exit()`, or for too much memory.",
        ),
        (
            lambda: trace_of(talk_of(End(), stopped="unreadable"), "x"),
            "What was recorded could not be read. Check your code again, then step through it.",
        ),
        (
            lambda: trace_of(talk_of(recording()), "x"),
            "There is nothing to step through yet: Python could not start your code. ",
        ),
        (
            lambda: trace_of(talk_of(recording()), "x", failing("a")),
            "There is nothing to step through: no code of yours was called in this test. What the "
            "results say of it tells why.",
        ),
    ],
)
def test_the_words_for_what_cannot_be_stepped_through(
    call: Callable[[], object], words: str
) -> None:
    with pytest.raises((WrongUse, SandboxError)) as told:
        call()
    assert str(told.value) == words


def recording(*files: str, steps: int = 0) -> Any:
    from course.tracing.recording import Node, PackedStep, Recording

    step = PackedStep(1, "line", 1, 0, (), 0, 0)
    return Recording(
        texts=("",),
        nodes=(Node("f", -1, 1),) * min(steps, 1),
        snapshots=(),
        steps=(step,) * steps,
        calls=(),
        printed="",
        total=steps,
        ended="finished",
        files=files,
    )


def test_a_recording_has_the_texts_of_the_files_that_were_gone_through() -> None:
    def shown(sources: Sources | str, *files: str) -> tuple[object, tuple[str, ...]]:
        texts, made = _of_files(sources, recording(*files))
        return texts, made.files

    package = of_kind("project", package=True)
    sources = sources_of(package, joined({"cart.py": "x = 1\n", "tea.py": "y = 2\n"}))
    assert shown(sources, "clamp/tea.py") == ({"tea.py": "y = 2\n"}, ("tea.py",))
    assert shown(sources_of(CLAMP, "x = 1\n"), "clamp.py") == ("x = 1\n", ("clamp.py",))
    program = sources_of_program("m = 1\n", {"shop.py": "s = 1\n"}, ("hello.py",))
    assert shown(program, "main.py", "shop.py", "gone.py") == (
        {"hello.py": "m = 1\n", "shop.py": "s = 1\n", "gone.py": ""},
        ("hello.py", "shop.py", "gone.py"),
    )
    assert shown(program, "main.py") == ("m = 1\n", ("main.py",))
    assert shown("t = 1\n", "a.py", "b.py") == ("t = 1\n", ("a.py", "b.py"))


def test_whether_what_was_recorded_failed() -> None:
    def failed(*events: object, test: TestResult | None = None) -> bool:
        talk = talk_of(recording(steps=1), *events)  # type: ignore[arg-type]
        return trace_of(talk, "x = 1\n", test).failure is not None

    error = ExceptionSaid("ValueError", "no", ())
    assert not failed(Ran(None))
    assert failed(Ran(error))
    assert failed(ImportFailed(error))
    one = failing("a")
    assert failed(test=one)
    assert not failed(TestEnded("a", "passed"), test=one)
    assert failed(TestEnded("a", "passed"), TestEnded("a", "failed"), test=one)
    assert failed(TestEnded("a", "passed"), SubtestEnded("a", "failed"), test=one)
    assert not failed(SubtestEnded("a", "passed"), test=one)
