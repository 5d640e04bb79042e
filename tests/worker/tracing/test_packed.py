"""What a recording survives: long loops, endless ones, code that ends or hides things."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from course.errors import CourseError
from course.model import Exercise, TestResult
from course.worker.limits import RECORDED_EVENTS
from tests.checking.door import Door
from tests.tracing.conftest import Record

CALLS = """\
from work import work

def test_work():
    assert work(3) == 1
"""


def test_a_loop_of_ten_thousand_turns_keeps_its_first_and_last_steps(record: Record) -> None:
    trace = record(
        CALLS,
        """\
        def work(n):
            total = 0
            for turn in range(10_000):
                total += turn
            return total
        """,
    )
    assert trace.total == 20_005
    assert len(trace) == 10_000
    assert trace[0].event == "call"
    assert trace[-1].value == "49995000"
    assert trace.failure == len(trace) - 1
    assert trace.note == "Steps 5,001 to 15,005 are left out."
    late = {one.name: one.value for one in trace[-4].frames[0].variables or ()}
    assert late == {"n": "3", "total": "49985001", "turn": "9999"}


def test_an_endless_loop_ends_the_recording_and_says_so(record: Record) -> None:
    trace = record(
        CALLS,
        """\
        def work(n):
            while n > 0:
                n = n + 1
        """,
        timeout=1,
    )
    assert trace.total == RECORDED_EVENTS
    assert (
        f"Recording stopped after {RECORDED_EVENTS:,} steps; the code was still running."
        in trace.note
    )
    assert trace.failure == len(trace) - 1


def test_code_that_swallows_everything_cannot_go_on_for_ever(record: Record) -> None:
    trace = record(
        CALLS,
        """\
        def work(n):
            while True:
                try:
                    n += 1
                except BaseException:
                    pass
        """,
        timeout=1,
    )
    assert trace.ended == "limit"


def test_code_that_waits_is_shown_up_to_where_it_waits(record: Record) -> None:
    trace = record(
        CALLS,
        """\
        import time

        def work(n):
            time.sleep(60)
        """,
        timeout=1,
    )
    assert trace.ended == "time"
    assert (trace[-1].event, trace[-1].line) == ("line", 4)
    assert "Time ran out after 2 steps" in trace.note


def test_large_values_do_not_make_a_large_recording(program: Record) -> None:
    trace = program(
        """\
        rows = []
        for number in range(3_000):
            rows.append({"number": number, "text": "x" * number, "more": [list(range(number))]})
        big = set(range(100_000))
        """
    )
    assert len(trace) > 5_000
    assert sum(len(one.value) for one in trace[-1].frames[0].variables or ()) < 2_500


def test_many_wide_steps_are_thinned_out_and_told(program: Record) -> None:
    names = ", ".join(f"name_{number}" for number in range(30))
    trace = program(
        f"""\
        for turn in range(3_000):
            {names} = (str(turn) * 60 + str(number) for number in range(30))
        """
    )
    assert 100 < len(trace) < trace.total
    assert "are left out" in trace.note
    assert trace[0].number == 1
    assert trace[-1].number == trace.total


def test_a_finished_function_keeps_nothing_alive(program: Record) -> None:
    trace = program(
        """\
        import weakref

        class Thing:
            pass

        def make():
            thing = Thing()
            return weakref.ref(thing)

        print(make()())
        """
    )
    assert trace[-1].printed == "None\n"


def test_code_that_ends_the_process_is_told(program: Record) -> None:
    with pytest.raises(CourseError, match="ended the process"):
        program("import os\nos._exit(0)\n")


def test_code_that_switches_tracing_off_is_recorded_until_then(program: Record) -> None:
    trace = program("import sys\nsys.settrace(None)\nx = 1\n")
    assert trace[-1].line <= 3


def test_code_that_cannot_start_is_told(door: Door, exercise: Callable[..., Exercise]) -> None:
    failing = TestResult(name="work", id="test_work", outcome="not_run")
    with pytest.raises(CourseError, match="could not start your code"):
        door.run_async(door.checker.trace(exercise(CALLS), "def work(n:\n", failing))


def test_an_exception_at_the_top_of_the_file_is_stepped_through(
    door: Door, exercise: Callable[..., Exercise]
) -> None:
    failing = TestResult(name="work", id="test_work", outcome="not_run")
    trace = door.run_async(
        door.checker.trace(exercise(CALLS), "prices = []\nfirst = prices[0]\n", failing)
    )
    assert trace.failure is not None
    assert trace[trace.failure].line == 2


def test_a_test_that_never_calls_the_code_is_told(record: Record) -> None:
    with pytest.raises(CourseError, match="no code of yours was called in this test"):
        record("def test_work():\n    assert 1 == 2\n", "def work(n):\n    return n\n")


def test_a_test_that_is_gone_is_told(door: Door, exercise: Callable[..., Exercise]) -> None:
    gone = TestResult(name="old", id="test_old", outcome="failed")
    with pytest.raises(CourseError, match="not in this exercise any more"):
        door.run_async(door.checker.trace(exercise(CALLS), "def work(n): ...\n", gone))


def test_kinds_without_calls_of_the_learners_code_are_told(
    door: Door, exercise: Callable[..., Exercise]
) -> None:
    made = exercise(CALLS)
    review = msgspec.structs.replace(
        made, source=msgspec.structs.replace(made.source, kind="review")
    )
    found = TestResult(name="found", id="defect::1", outcome="failed")
    with pytest.raises(CourseError, match="nothing to step through here"):
        door.run_async(door.checker.trace(review, "", found))


def test_a_recording_is_cancelled_with_its_worker(door: Door) -> None:
    import asyncio

    async def cancelled() -> None:
        recording = asyncio.create_task(door.checker.trace_program("import time\ntime.sleep(60)\n"))
        await asyncio.sleep(0)
        recording.cancel()
        with pytest.raises(asyncio.CancelledError):
            await recording

    door.run_async(cancelled())
