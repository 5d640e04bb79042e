"""The bounds of a check depend on each other, and what is said of them is what they are."""

from __future__ import annotations

import pytest

from course.checking.conversation import Conversation
from course.checking.verdict import stopped
from course.worker import limits


def test_the_watchdog_ends_before_the_parent_gives_up() -> None:
    assert limits.C_CODE_NAMED_AFTER < limits.GRACE < limits.AFTER_DEADLINE


def test_probes_end_before_the_parent_gives_up() -> None:
    swallowed = (limits.INTERRUPTS + 1) * limits.INTERRUPT_AGAIN
    assert limits.PROBE < limits.PROBES
    assert limits.PROBES + swallowed < limits.PROBES_END_WITHIN < limits.PROBES_WITHIN


def test_a_recording_fits_in_what_the_parent_takes_in() -> None:
    assert 4 * limits.RECORDED_CHARACTERS + limits.RECORDED_OUTPUT < limits.EVENT_BYTES
    assert limits.RECORDED_STEPS < limits.RECORDED_EVENTS
    assert limits.SOURCE_BYTES < limits.FILE_BYTES < limits.FILE_SIZE


def test_the_system_ends_nothing_before_its_deadline() -> None:
    assert max(limits.LONGEST_TIMEOUT, limits.LIVE_SECONDS) < limits.CPU_SECONDS
    assert limits.PRINTED_CHARACTERS < limits.RAW_BYTES


@pytest.mark.parametrize(
    ("why", "numbers"),
    [
        ("output", ["100,000 lines", "4 million characters"]),
        ("files", ["64 MB", "2,000 files"]),
        ("processes", ["200 processes", "1,000 threads"]),
        ("memory", ["1 GB"]),
    ],
)
def test_what_a_learner_reads(why: str, numbers: list[str]) -> None:
    talk = Conversation("nonce", ("a", "b"))
    talk.stopped = why
    said = stopped(talk)
    assert said is not None
    for number in numbers:
        assert number in (said[1] or "")
