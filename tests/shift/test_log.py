"""The log of a shift's service: all of it in its order, or what went wrong."""

from __future__ import annotations

from course.shift.history import Happened
from course.shift.log import lines
from course.shift.world import GAVE_UP

EVENTS = [
    Happened(0, "deploy", {"commit": "abcdef1234", "subject": "v1", "who": "mei", "log": ["up"]}),
    Happened(
        1,
        "minute",
        {
            "log": [
                "09:01:00 200 GET /",
                "    nothing to see",
                "09:01:05 500 POST /orders",
                "    KeyError: 'size'",
                f"09:01:09 200 GET /slow{GAVE_UP}",
                "09:01:12 404 GET /none",
            ]
        },
    ),
    Happened(2, "flag", {"name": "club", "value": "all"}),
    Happened(3, "message", {"text": "no line of the log"}),
]


def clock(minute: int) -> str:
    return f"09:{minute:02}"


def test_deployments_and_flags_stand_between_the_requests() -> None:
    log = lines(EVENTS, clock)
    assert log[:2] == ["09:00:00 abcdef1 v1, deployed by mei", "    up"]
    assert log[2:8] == EVENTS[1].data["log"]
    assert log[8:] == ["09:02:00 flag club is all"]


def test_errors_are_requests_that_failed_with_what_was_said_of_them() -> None:
    assert lines(EVENTS, clock, errors=True) == [
        "09:01:05 500 POST /orders",
        "    KeyError: 'size'",
        f"09:01:09 200 GET /slow{GAVE_UP}",
        "09:01:12 404 GET /none",
    ]


def test_a_release_that_takes_the_place_of_ones_own_lines_says_so() -> None:
    data = {**EVENTS[0].data, "met": ["prices.py"]}
    assert lines([Happened(0, "deploy", data)], clock)[1] == (
        "    mei and you changed the same lines of prices.py: those of mei serve now"
    )
