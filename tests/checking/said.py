"""Conversations as workers have them, made by hand: what is judged, without a worker."""

from __future__ import annotations

from course.checking.conversation import Conversation
from course.worker.protocol import Collected, End, Event, Finished, TestBegun, TestEnded

FIRST, LAST = "test_clamp.py::test_first", "test_clamp.py::test_last"
TESTS = ("test_clamp.py::test_a", "test_clamp.py::test_b")


def one_test(identity: str, outcome: str = "passed", **more: object) -> list[Event]:
    """A test that has begun and ended."""
    return [TestBegun(identity), TestEnded(identity, outcome, **more)]  # type: ignore[arg-type]


def talk_of(*events: Event, **more: object) -> Conversation:
    """A conversation in which these events were said."""
    return Conversation("nonce", ("test_first", "test_last"), events=[*events], **more)  # type: ignore[arg-type]


def passing() -> list[Event]:
    """What is said of a submission that passes both tests."""
    return [
        Collected(TESTS),
        *one_test(FIRST, "failed"),
        *one_test(TESTS[0]),
        *one_test(TESTS[1]),
        *one_test(LAST, "failed"),
        Finished(1),
        End(),
    ]
