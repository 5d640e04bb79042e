"""A recording whose rows refer to nothing is none."""

from __future__ import annotations

from typing import Any

import pytest

from course.checking.tracer import trace_of
from course.errors import CourseError
from tests.checking.sent import RECORDING, talk_of

FORGED: dict[str, dict[str, Any]] = {
    "a caller that is itself": {"nodes": [["f", 0, 0], ["g", 0, 2]]},
    "callers in a circle": {"nodes": [["f", 1, 0], ["g", 0, 2]]},
    "a snapshot of itself": {"snapshots": [[0, 0, {}, []], [0, 0, {}, []]]},
    "a text that is not there": {"snapshots": [[0, -1, {"x": [7, 0]}, []], [0, 0, {}, []]]},
    "a text before the first": {"snapshots": [[0, -1, {"x": [-1, 0]}, []], [0, 0, {}, []]]},
    "a node that is not there": {"steps": [[1, "call", 1, 5, [0], 0, 0]]},
    "a snapshot that is not there": {"steps": [[1, "call", 1, 0, [9], 0, 0]]},
    "a value that is not there": {"steps": [[1, "call", 1, 0, [0], 0, 9]]},
    "steps that go back": {"steps": [[2, "call", 1, 0, [0], 0, 0], [1, "call", 1, 0, [], 0, 0]]},
    "more than fits into memory": {
        "snapshots": [[0, -1, {str(at): [0, 0] for at in range(3_000)}, []]]
        + [[0, 0, {}, []] for _ in range(3_000)]
    },
}


@pytest.mark.parametrize("name", FORGED)
def test_a_recording_that_refers_to_nothing_is_refused(name: str) -> None:
    talk = talk_of([{"t": "trace", **RECORDING, **FORGED[name]}, {"t": "end"}])
    assert talk.stopped == "unreadable"
    with pytest.raises(CourseError, match="could not be read"):
        trace_of(talk, "x = 1\n")
