"""What a worker sends, line by line."""

from __future__ import annotations

import json
from typing import Any

from course.checking.conversation import Conversation

NONCE = "nonce"
RECORDING = {
    "texts": ["", "1"],
    "nodes": [["f", -1, 0], ["g", 0, 2]],
    "snapshots": [[0, -1, {"x": [1, 0]}, []], [0, 0, {"y": [1, 1]}, ["x"]]],
    "steps": [[1, "call", 1, 0, [0], 0, 0], [2, "return", 2, 1, [1], 1, 1]],
    "calls": [[1, "f()"]],
    "printed": "a",
    "total": 2,
    "ended": "finished",
    "loop": {
        "loops": [[0, 9]],
        "tasks": [["t", "f()", -1, 0, 0, 9, "done"]],
        "runs": [[0, 0, 9, "sleep", "1", 1, 1, 30_000, 9]],
        "moments": [[0, 0], [1, -1]],
        "is_all": True,
    },
}


def talk_of(events: list[Any]) -> Conversation:
    """A conversation in which these events were sent, numbered and with the nonce."""
    talk = Conversation(NONCE, ("first", "last"))
    for number, event in enumerate(events, 1):
        said = {"v": 1, "n": NONCE, "s": number, **event} if isinstance(event, dict) else event
        talk.feed(json.dumps(said).encode("ascii") + b"\n")
    talk.is_over()
    return talk
