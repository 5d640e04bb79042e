"""Every limit that is hit is explained: which one, in which test, on which line, with what."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from course.checking.verdict import exception_info, judge, say_timeout
from course.model import CheckReport, Stuck, Verdict
from course.text import cut
from course.worker.protocol import (
    Aborted,
    Collected,
    CollectFailed,
    DefinesEquality,
    End,
    Event,
    ExceptionSaid,
    Finished,
    FrameSaid,
    ImportFailed,
    Lying,
    Missing,
    OutOfMemory,
    Peeked,
    ProbeStuck,
    Probing,
    StuckSaid,
    SubtestEnded,
    Tampered,
    TestBegun,
    TestEnded,
)
from tests.checking.door import Door, exercise_named
from tests.checking.said import FIRST, LAST, TESTS, one_test, passing, talk_of

CLAMP = exercise_named("clamp")


@pytest.mark.parametrize(
    ("body", "verdict", "words"),
    [
        ("return bytearray(20 * 10**9)", Verdict.OUT_OF_MEMORY, "1 GB of memory"),
        ("while True: print(value)", Verdict.TOO_MUCH_OUTPUT, "4 million characters"),
        ("__import__('os')._exit(0)", Verdict.CRASHED, "os._exit"),
        ("__import__('ctypes').string_at(0)", Verdict.CRASHED, "memory fault"),
    ],
)
def test_other_limits_are_explained(body: str, verdict: Verdict, words: str, door: Door) -> None:
    report = door.check("clamp", f"def clamp(value, low, high):\n    {body}\n")
    assert report.verdict is verdict
    assert words in (report.limit or "")
    first = report.first_failure
    assert first is not None
    assert (first.id, first.outcome) == ("test_inside_stays", "failed")


def test_what_was_printed_before_a_crash_is_there(door: Door) -> None:
    report = door.check("clamp", "import os\nprint('before')\nos._exit(0)\n")
    assert report.printed == "before\n"


# ---------------------------------------------------------------- what was said, judged


def judged(*events: Event, **more: object) -> CheckReport:
    return judge(CLAMP, "x = 1\n", TESTS, talk_of(*events, **more), Path("slot"))


def without(kind: type[Event]) -> list[Event]:
    return [event for event in passing() if type(event) is not kind]


def test_a_pass_that_is_proven() -> None:
    report = judged(*passing())
    assert report.verdict is Verdict.PASSED
    assert [(test.name, test.id, test.outcome) for test in report.tests] == [
        ("a", "test_a", "passed"),
        ("b", "test_b", "passed"),
    ]


def test_a_pass_stays_one_when_a_probe_after_the_tests_cannot_be_stopped() -> None:
    report = judged(*passing()[:-1], Probing("clamp(1, 2, 3)"), ProbeStuck())
    assert report.verdict is Verdict.PASSED
    assert [probe.outcome for probe in report.probes] == ["unfinished"]
    not_done = judged(*passing()[:-2], ProbeStuck())
    assert not_done.verdict is Verdict.CRASHED


@pytest.mark.parametrize(
    "events",
    [
        passing()[:-1],  # nobody said that it ended
        [*passing()[:-1], ProbeStuck(), Probing("clamp(1, 2, 3)")],  # not the last word
        without(Collected),
        [Collected((*TESTS, "test_clamp.py::test_c")), *without(Collected)],
        passing()[:1] + passing()[3:],  # no first canary
        [*passing()[:1], *one_test(FIRST), *passing()[3:]],  # it passed
        [*passing()[:-4], *one_test(LAST), *passing()[-2:]],  # the last one passed
        [passing()[0], *passing()[3:5], *passing()[1:3], *passing()[5:]],  # not the first
        [*passing()[:3], *one_test(TESTS[0]), *passing()[3:]],  # begun twice
        [*passing()[:3], *one_test("test_clamp.py::test_c"), *passing()[3:]],  # not expected
        [*passing()[:-2], Finished(0), End()],
        [*passing()[:-2], Tampered("x"), *passing()[-2:]],
    ],
)
def test_a_pass_that_is_not_proven_is_none(events: list[Event]) -> None:
    report = judged(*events)
    assert report.verdict is Verdict.CRASHED
    assert "their result cannot be believed" in (report.limit or "")


def test_what_was_changed_is_named() -> None:
    report = judged(*passing()[:-2], Tampered("test_a"), *passing()[-2:])
    assert "changed how tests run (`test_a`), so" in (report.limit or "")


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (Lying("Yes"), "a value that answers for itself (`Yes`)"),
        (DefinesEquality(("A", "B")), "`A`, `B` says that it is equal to everything"),
        (Peeked("sys._getframe"), "looks into how Python runs it (`sys._getframe`)"),
    ],
)
def test_a_pass_by_a_trick_breaks_a_rule(event: Event, words: str) -> None:
    report = judged(*passing()[:-2], event, *passing()[-2:])
    assert report.verdict is Verdict.BROKE_RULES
    assert words in (report.limit or "")


def test_a_failure_is_one_whatever_else_is_so() -> None:
    events = [*passing()[:3], *one_test(TESTS[0], "failed", got="1"), *passing()[5:]]
    for more in ([], [Lying("Yes")], [Missing(("other",))]):
        report = judged(*events[:-2], *more, *events[-2:])
        assert report.verdict is Verdict.FAILED
        assert report.tests[0].got == "1"


def test_names_that_are_not_there_fail_what_needs_them_or_everything() -> None:
    missing = Missing(tuple(f"n{number}" for number in range(21)))
    some = judged(*passing()[:-2], missing, *passing()[-2:])
    assert some.verdict is Verdict.FAILED
    assert some.exception is not None
    assert some.exception.message.startswith("cannot import name `n0`, `n1`")
    assert some.exception.message.endswith("`n19`")
    nothing = judged(missing, Finished(1), End())
    assert nothing.verdict is Verdict.ERROR
    assert {test.outcome for test in nothing.tests} == {"not_run"}


def test_what_cannot_be_imported_or_collected_is_an_error() -> None:
    error = ExceptionSaid("ValueError", "no", ())
    for event in (ImportFailed(error), CollectFailed("f", "t", error)):
        report = judged(event, Finished(1), End())
        assert report.verdict is Verdict.ERROR
        assert report.exception is not None
        assert report.exception.type == "ValueError"


def test_a_program_that_stops_the_tests_is_told_by_what() -> None:
    report = judged(Aborted(ExceptionSaid("SystemExit", "0", ())), Finished(1), End())
    assert report.verdict is Verdict.CRASHED
    assert "before they were all done (SystemExit)" in (report.limit or "")


def test_of_several_phases_of_a_test_the_first_that_did_not_pass_counts() -> None:
    phases: list[Event] = [
        TestBegun(TESTS[0]),
        TestEnded(TESTS[0], "passed"),
        TestEnded(TESTS[0], "error", message="teardown"),
        TestEnded(TESTS[0], "failed", message="later"),
    ]
    report = judged(*passing()[:3], *phases, *passing()[5:])
    assert (report.tests[0].outcome, report.tests[0].message) == ("error", "teardown")


def test_cases_in_a_test_come_before_it_and_fail_it() -> None:
    cases: list[Event] = [
        SubtestEnded(TESTS[0], "failed", label="one"),
        SubtestEnded(TESTS[0], "passed", label=""),
    ]
    report = judged(*passing()[:-2], *cases, *passing()[-2:])
    one, blank, whole, _ = report.tests
    assert (one.name, one.id, one.outcome) == ("a: one", "test_a (one)", "failed")
    assert (blank.name, blank.outcome) == ("a", "passed")
    assert (whole.outcome, whole.message) == ("failed", "1 of its 2 cases did not pass.")
    assert report.verdict is Verdict.FAILED


@pytest.mark.parametrize(
    ("stopped", "verdict", "words"),
    [
        ("output", Verdict.TOO_MUCH_OUTPUT, "printed more than 100,000 lines or 4 million"),
        ("files", Verdict.TOO_MANY_FILES, "more than 64 MB, or more than 2,000 files"),
        ("processes", Verdict.TOO_MANY_PROCESSES, "more than 200 processes, or more than 1,000"),
        ("memory", Verdict.OUT_OF_MEMORY, "more than 1 GB of memory"),
        ("unreadable", Verdict.CRASHED, "cannot be read"),
        ("events", Verdict.CRASHED, "flooded the channel"),
        ("timeout", Verdict.TIMEOUT, "was not done after 1 second."),
    ],
)
def test_what_the_parent_stopped(stopped: str, verdict: Verdict, words: str) -> None:
    report = judged(*passing()[:4], stopped=stopped)
    assert report.verdict is verdict
    assert words in (report.limit or "")
    assert (report.tests[0].outcome, report.tests[0].message) == ("failed", report.limit)
    assert report.tests[1].outcome == "not_run"


def test_memory_that_ran_out_is_known_by_any_sign() -> None:
    error = ExceptionSaid("MemoryError", "", (), "memory")
    assert judged(OutOfMemory(), End()).verdict is Verdict.OUT_OF_MEMORY
    assert judged(ImportFailed(error), End()).verdict is Verdict.OUT_OF_MEMORY
    failed = one_test(TESTS[0], "failed", exception=error)
    report = judged(*passing()[:3], *failed, *passing()[5:])
    assert report.verdict is Verdict.OUT_OF_MEMORY


def test_time_that_ran_out_only_in_the_probes_takes_no_pass_away() -> None:
    stuck = StuckSaid({3: 1}, "f", early=False)
    ended_there = judged(*passing()[:-1], stuck, stopped="timeout")
    assert ended_there.verdict is not Verdict.TIMEOUT
    assert judged(*passing()[:3], stuck).verdict is Verdict.TIMEOUT
    assert judged(*passing()[:3], fault=["Timeout ("]).verdict is Verdict.TIMEOUT


@pytest.mark.parametrize(
    ("status", "words"),
    [(-11, "a memory fault (SIGSEGV)"), (0, "`os._exit` or a kill"), (-9, "`os._exit` or a kill")],
)
def test_a_process_that_ended_by_itself(status: int, words: str) -> None:
    report = judged(*passing()[:4], status=status)
    assert report.verdict is Verdict.CRASHED
    assert words in (report.limit or "")


def test_what_was_lost_is_nobodys_fault() -> None:
    report = judged(*passing()[:4], lost=True)
    assert report.verdict is Verdict.CRASHED
    assert "`course doctor`" in (report.limit or "")


def test_time_is_told_with_the_place_where_it_is_known() -> None:
    assert say_timeout(1, None) == "The program was not done after 1 second."
    assert say_timeout(2.5, Stuck(None)) == "The program was not done after 2.5 seconds."
    said = "The program was not done after 2 seconds; it was on line 3"
    assert say_timeout(2, Stuck(3)) == f"{said}."
    assert say_timeout(2, Stuck(3, "f")) == f"{said} in `f`."


def test_an_exception_is_bounded_and_never_without_a_name() -> None:
    frames = tuple(FrameSaid("f.py", number, "f", "x", {"v": "1"}) for number in range(13))
    exception = exception_info(ExceptionSaid(" ", "m" * 3_000, frames))
    assert exception is not None
    assert exception.type == "(no name)"
    assert len(exception.message) < 2_010
    assert [frame.line for frame in exception.frames] == list(range(12))
    assert exception.frames[0].variables == {"v": "1"}
    assert exception_info(None) is None


def test_what_was_printed_comes_with_the_events_or_from_the_pipe() -> None:
    events = [*passing()[:3], *one_test(TESTS[0], "passed", printed="told\n"), *passing()[5:]]
    assert judged(*events).printed == "told\n"
    assert judged(*events[:4], raw=b"so far\n").printed == "so far\n"


def test_prints_without_end_are_known_by_the_limit_and_not_by_a_name() -> None:
    ours = ExceptionSaid("TooMuchOutput", "printed too much", (), "output")
    failed = one_test(TESTS[0], "failed", exception=ours, message="printed too much")
    report = judged(*passing()[:3], *failed, Finished(1), End())
    assert report.verdict is Verdict.TOO_MUCH_OUTPUT
    assert (report.tests[0].exception, report.tests[0].message) == (None, report.limit)
    assert judged(ImportFailed(ours), Finished(1), End()).exception is None
    theirs = ExceptionSaid("TooMuchOutput", "my own", ())
    failed = one_test(TESTS[0], "failed", exception=theirs, message="my own")
    report = judged(*passing()[:3], *failed, *passing()[5:])
    assert report.verdict is Verdict.FAILED
    assert report.tests[0].exception is not None


def test_everything_that_is_said_of_a_check_that_ended_early(snapshot: SnapshotAssertion) -> None:
    begun = passing()[:4]
    aborted = ExceptionSaid("SystemExit", "0", ())
    missing = Missing(("area", "price"))
    reports = {
        **{it: judged(*begun, stopped=it) for it in ("output", "files", "processes", "memory")},
        **{it: judged(*begun, stopped=it) for it in ("unreadable", "events", "timeout")},
        "lost": judged(*begun, lost=True),
        "stopped by an exception": judged(Aborted(aborted), Finished(1), End()),
        "not as written": judged(*passing()[:-1]),
        "a trick": judged(*passing()[:-2], Lying("Yes"), *passing()[-2:]),
        "some are missing": judged(*passing()[:-2], missing, *passing()[-2:]),
        "all are missing": judged(missing, Finished(1), End()),
        "the end of Python": judged(*begun, status=0),
        **{f"signal {it}": judged(*begun, status=-it) for it in (4, 6, 7, 8, 11)},
    }
    told = {
        name: (
            it.verdict.value,
            it.limit,
            *(f"{one.type}: {one.message}" for one in [it.exception] if one),
            *(f"{one.kind} {one.name} {one.proof}: {one.text}" for one in it.diagnosis),
            *(f"{one.name} {one.id} {one.outcome}" for one in it.tests),
        )
        for name, it in reports.items()
    }
    assert told == snapshot


def test_what_a_worker_says_is_bounded() -> None:
    long = "x" * 5_000
    frame = FrameSaid(long, 3, long, long, {long: long})
    texts = ("call", "compared", "got", "expected", "got_type", "expected_type", "message")
    ended = TestEnded(
        TESTS[0],
        "failed",
        **dict.fromkeys(texts, long),
        exception=ExceptionSaid(long, long, (frame,)),
        printed=long,
        line=7,
        seconds=0.25,
        typed=(long, "2"),
    )
    case = SubtestEnded(TESTS[0], "failed", label=long)
    test_a, whole = judged(*passing()[:3], case, ended, *passing()[5:]).tests[:2]
    assert (test_a.name, test_a.id) == (f"a: {cut(long, 200)}", f"test_a ({cut(long, 200)})")
    assert [getattr(whole, name) for name in texts] == [cut(long, 4_200)] * len(texts)
    assert (whole.printed, whole.line, whole.seconds) == (long, 7, 0.25)
    assert whole.typed == (cut(long, 200), "2")
    exception = whole.exception
    assert exception is not None
    assert (exception.type, exception.message) == (cut(long, 200), cut(long, 2_000))
    [one] = exception.frames
    assert (one.file, one.line, one.function) == (cut(long, 300), 3, cut(long, 200))
    assert (one.code, one.variables) == (cut(long, 300), {cut(long, 100): cut(long, 300)})
    missing = judged(Missing((long,)), Finished(1), End()).exception
    assert missing is not None
    assert missing.message == f"cannot import name `{cut(long, 100)}`"


def test_cases_without_a_message_of_the_test_are_counted() -> None:
    ended = TestEnded(TESTS[0], "failed", message="my own")
    cases = [SubtestEnded(TESTS[0], "failed", label="one")]
    own = judged(*passing()[:3], *cases, ended, *passing()[5:]).tests[1]
    assert (own.outcome, own.message) == ("failed", "my own")
    good = judged(*passing()[:-2], SubtestEnded(TESTS[0], "passed", label="x"), *passing()[-2:])
    assert (good.verdict, good.tests[1].message) == (Verdict.PASSED, None)


def test_only_the_test_that_ran_is_marked_when_a_limit_was_hit() -> None:
    before = judged(stopped="memory")
    assert {test.outcome for test in before.tests} == {"not_run"}
    later = judged(*passing()[:5], TestBegun(TESTS[1]), stopped="memory")
    assert [test.outcome for test in later.tests] == ["passed", "failed"]
    assert [test.message for test in later.tests] == [None, later.limit]
