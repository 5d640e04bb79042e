"""The words a worker says, version 1, pinned: what changes here changes `PROTOCOL`."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from course.checking.conversation import Conversation, converse
from course.checking.slot import fill, fill_program, sources_of_tests
from course.worker import channel
from course.worker.protocol import PROTOCOL, TestBegun
from tests.checking.door import Door, exercise_named

SUBMISSIONS = {
    "passes": "def clamp(value, low, high):\n    return max(low, min(value, high))\n",
    "fails": "def clamp(value, low, high):\n    print(value)\n    return low\n",
    "raises": "def clamp(value, low, high):\n    return value / 0\n",
    "cannot_import": "import nothing_like_this\n",
    "misses_a_name": "def clomp(value, low, high):\n    return value\n",
    "leaves": "import os\n\n\ndef clamp(value, low, high):\n    os._exit(0)\n",
    "never_ends": "def clamp(value, low, high):\n    while True:\n        value = 5\n",
}


class Overheard:
    """A stream of events, and everything that has been read from it."""

    def __init__(self, stream: asyncio.StreamReader) -> None:
        self._stream = stream
        self.data = b""

    async def read(self, size: int) -> bytes:
        data = await self._stream.read(size)
        self.data += data
        return data


def talk_about(door: Door, source: str, **job: Any) -> tuple[Conversation, bytes]:
    """One job in one worker, and all it said."""
    exercise = exercise_named("clamp")

    async def talk() -> tuple[Conversation, bytes]:
        pool = door.checker._workers()
        worker = await pool.take(())
        try:
            if job.get("task") == "program":
                fill_program(worker.slot, source, {})
            else:
                fill(worker.slot, exercise, source)
            overheard = worker.events = Overheard(worker.events)  # type: ignore[assignment]
            return await converse(worker, job, 0.6), overheard.data  # type: ignore[arg-type]
        finally:
            pool.release(worker)

    return door.run_async(talk())


def lines(talk: Conversation, data: bytes) -> str:
    """The events as JSON lines, without what differs from run to run."""
    canaries = dict(zip(talk.canaries, ("test_first_canary", "test_last_canary"), strict=True))
    told = []
    said = [json.loads(line) for line in data.splitlines() if b'"n":' in line]
    events = [event for event in said if event["t"] != "late"]  # of a busy machine only
    for number, event in enumerate(events, start=1):
        event = {**event, "s": number}
        if event["t"] == "stuck":
            event = {**event, "lines": "counted", "early": "either"}
        if event["t"] == "compiled":
            event = {**event, "code": "code"}
        if "seconds" in event:
            event = {**event, "seconds": 0}
        text = json.dumps({**event, "n": "nonce"}, sort_keys=True)
        for name, stand_in in canaries.items():
            text = text.replace(name, stand_in)
        text = text.replace(talk.nonce[::-1] + talk.nonce, "other").replace(talk.nonce, "key")
        if text not in told:  # a stuck program says so twice
            told.append(re.sub(r'"s": \d+, ', "", text) if '"stuck"' in text else text)
    return "\n".join(dict.fromkeys(told))


def test_both_sides_speak_the_same_version() -> None:
    assert channel.PROTOCOL == PROTOCOL == 1


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_a_check(name: str, door: Door, snapshot: SnapshotAssertion) -> None:
    job = {
        "task": "tests",
        "module": "clamp",
        "tests": sources_of_tests(exercise_named("clamp")),
        "probes": ["clamp(1, 0, 2)"],
        "look_for_equality": True,
    }
    assert lines(*talk_about(door, SUBMISSIONS[name], **job)) == snapshot


def test_a_program(door: Door, snapshot: SnapshotAssertion) -> None:
    job = {"task": "program", "module": "__main__", "tests": {}, "check": "total == 3"}
    assert lines(*talk_about(door, "total = 3\n", **job)) == snapshot
    assert lines(*talk_about(door, "total = 1 / 0\n", **job)) == snapshot


def test_events_with_another_nonce_or_number_are_not_heard() -> None:
    talk = Conversation("right", ("a", "b"))
    said = {"v": 1, "n": "right", "s": 1, "t": "begin", "id": "x"}
    for wrong in (
        {**said, "n": "wrong"},
        {**said, "s": 2},
        [said],
        "begin",
    ):
        talk.feed(json.dumps(wrong).encode() + b"\n")
    assert talk.events == []
    assert talk.stopped is None
    talk.feed(b"half of a li")
    talk.feed(b"ne\n\n" + json.dumps(said).encode() + b"\n")
    assert talk.events == [TestBegun("x")]
    talk.feed(json.dumps(said).encode() + b"\n")
    assert talk.events == [TestBegun("x")]
