"""The parent trusts no message: whatever is sent, it makes a calm report, and never a pass."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.catalogue import read_exercise
from course.checking.conversation import Conversation
from course.checking.decoding import Unreadable, event_of, news_of, ready_of
from course.checking.program import program_report
from course.checking.tracer import trace_of
from course.checking.verdict import judge
from course.errors import CourseError
from course.model import CheckReport, Verdict
from course.worker.protocol import EVENTS, PROTOCOL, Asks, Exited, Ready
from tests.checking.door import Door, assert_safe, exercise_named
from tests.checking.sent import RECORDING, talk_of
from tests.project_of_files import write_project

EXERCISE = exercise_named("clamp")
TESTS = ("test_clamp.py::test_a", "test_clamp.py::test_b")
FRAME = {"file": "clamp.py", "line": 2, "function": "f", "code": "x", "variables": {"x": "1"}}
EXCEPTION = {"type": "ValueError", "message": "no", "frames": [FRAME]}


def test(name: str, outcome: str, **more: Any) -> list[dict[str, Any]]:
    """The events of one test."""
    return [
        {"t": "begin", "id": name},
        {"t": "test", "id": name, "outcome": outcome, "seconds": 0.1, "printed": "", **more},
    ]


test.__test__ = False  # type: ignore[attr-defined]

PASSED: list[dict[str, Any]] = [
    {"t": "start"},
    {"t": "collected", "ids": list(TESTS), "printed": ""},
    *test("test_clamp.py::first", "failed"),
    *test(TESTS[0], "passed"),
    *test(TESTS[1], "passed"),
    *test("test_clamp.py::last", "failed"),
    {"t": "finished", "status": 1},
    {"t": "probing", "call": "clamp(1, 2, 3)"},
    {"t": "probe", "call": "clamp(1, 2, 3)", "outcome": "returned", "value": "1", "type": "int"},
    {"t": "end"},
]
EVERYTHING: list[dict[str, Any]] = [
    *PASSED[:5],
    *test(TESTS[0], "failed", got="1", expected="2", line=3, exception=EXCEPTION, message="x"),
    {"t": "subtest", "id": TESTS[0], "outcome": "failed", "label": "one", "exception": EXCEPTION},
    {"t": "compiled", "file": "a", "code": "b", "imported": [["a", "b"]], "imports_at_top": True}
    | {"modules": ["pytest"]},
    {"t": "import_error", "exception": EXCEPTION, "printed": "x"},
    {"t": "missing", "names": ["x"]},
    {"t": "collect_error", "file": "x", "text": "x", "exception": EXCEPTION, "printed": ""},
    {"t": "tampered", "id": "x"},
    {"t": "peeked", "what": "x"},
    {"t": "hidden_code", "what": "x"},
    {"t": "defines_equality", "names": ["X"]},
    {"t": "lying", "what": "x"},
    {"t": "changed_value", "name": "x"},
    {"t": "abort", "exception": EXCEPTION},
    {"t": "out_of_memory"},
    {"t": "probe_stuck"},
    {"t": "ran", "exception": EXCEPTION},
    {"t": "checked", "value": True, "text": "x", "exception": EXCEPTION},
    {"t": "live"},
    {"t": "late", "seconds": 0.5},
    {"t": "asks", "printed": 3},
    {"t": "answered", "number": 1},
    {"t": "program_ended", "number": 1, "printed": 3},
    {"t": "prompts", "printed": 3, "defines": ["f"], "exception": EXCEPTION}
    | {"values": [{"name": "x", "type": "int", "value": "1"}]},
    {"t": "tried", "number": 0, "outcome": "failed"},
    {"t": "stuck", "test": "x", "call": "x", "lines": {"3": 4}, "function": "f", "early": True}
    | {"variables": [{"name": "x", "value": "1", "changed": True}]}
    | {"tasks": [{"name": "x", "line": None, "function": "f"}]},
    {"t": "tried", "number": 1, "outcome": "failed"},
    {
        "t": "mended",
        "kind": "comparison",
        "line": 3,
        "function": "clamp",
        "was": "<",
        "now": "<=",
        "cost": 1.0,
        "right": ["test_clamp.py::test_a"],
        "whole": True,
        "source": "x = 1",
        "tests": 2,
    },
    {"t": "walked", "id": "test_clamp.py::test_a", "lines": [2, 3]},
    {"t": "searched", "tried": 7, "of": 9},
    {"t": "trace", **RECORDING},
    *PASSED[8:],
]
NASTY = "\x1b[2J\u202e\x00\ud800\u2066"


def judged(talk: Conversation) -> CheckReport:
    """Everything the parent makes of a conversation; proven safe to show."""
    report = judge(EXERCISE, "x = 1\n", TESTS, talk, Path("slot"))
    assert_safe(report)
    assert_safe(program_report(talk, Path("slot"), "x = 1\n", 5, has_check=True))
    try:
        trace = trace_of(talk, "x = 1\n")
    except CourseError:
        return report
    for at in range(len(trace)):
        assert trace[at].frames
        trace.call_at(at)
    if trace.tasks is not None:
        assert trace.tasks.views
    assert trace.start >= 0
    assert (trace.failure, trace.note) != ("", None)
    return report


def test_what_was_said_is_believed() -> None:
    assert judged(talk_of(PASSED)).passed
    talk = talk_of(EVERYTHING)
    assert talk.stopped is None
    assert talk.ended
    assert {event["t"] for event in EVERYTHING} == {*EVENTS, "trace"}
    assert not judged(talk).passed


# ------------------------------------------------------------------ changed messages

JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=10**20, max_value=10**22),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(["a", NASTY, "x" * 300, "../..", "-1", "passed", "test_clamp.py::test_a"]),
    st.lists(st.integers(-2, 3), max_size=3),
    st.dictionaries(st.text(max_size=3), st.integers(-2, 3), max_size=3),
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in a nested value: its container and its key."""
    found: list[tuple[Any, Any]] = []
    items: Any = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        found.append((value, key))
        if isinstance(item, dict | list):
            found += places(item)
    return found


@settings(max_examples=400, deadline=None)
@given(st.data(), st.sampled_from([PASSED, EVERYTHING]))
def test_no_changed_message_raises_or_passes(data: st.DataObject, given_events: Any) -> None:
    events: list[Any] = copy.deepcopy(given_events)
    for _ in range(data.draw(st.integers(1, 3))):
        container, key = data.draw(st.sampled_from(places(events)))
        if data.draw(st.booleans()):
            container[key] = data.draw(JUNK)
        elif isinstance(container, dict) or len(container) > 1:
            del container[key]
    report = judged(talk_of(events))
    if report.passed:
        # Nothing a pass rests on was changed: only what no verdict is made of.
        kept = [event for event in events if isinstance(event, dict)]
        begun = [event["id"] for event in kept if event.get("t") == "begin"]
        assert begun == ["test_clamp.py::first", *TESTS, "test_clamp.py::last"]
        passed = [event["id"] for event in kept if event.get("outcome") == "passed"]
        assert passed == list(TESTS)
        assert kept[-1]["t"] == "end"


CHANGES: dict[str, Callable[[list[dict[str, Any]]], Any]] = {
    "an id that is a list": lambda events: events[4].update(id=["x"]),
    "a line that is a letter": lambda events: events[5].update(line="a"),
    "a line of a frame": lambda events: events[5].update(
        exception={**EXCEPTION, "frames": [{**FRAME, "line": "a"}]}
    ),
    "an outcome that is none": lambda events: events[5].update(outcome=NASTY),
    "seconds without end": lambda events: events[5].update(seconds=1e999),
    "no seconds": lambda events: events[5].update(seconds=float("nan")),
    "a number nobody needs": lambda events: events[5].update(line=10**30),
    "ids that are no list": lambda events: events[1].update(ids={"a": 1}),
    "a kind of its own": lambda events: events[3].update(t="passed"),
    "a kind that is no text": lambda events: events[3].update(t=["end"]),
    "another version": lambda events: events[3].update(v=2),
    "a status that is a text": lambda events: events[10].update(status="1"),
    "a probe with another outcome": lambda events: events[12].update(outcome="passed"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_message_that_cannot_be_read_is_a_calm_verdict(name: str) -> None:
    events = copy.deepcopy(PASSED)
    CHANGES[name](events)
    talk = talk_of(events)
    report = judged(talk)
    assert talk.stopped == "unreadable"
    assert report.verdict is Verdict.CRASHED
    assert "cannot be read" in (report.limit or "")


def test_nesting_without_end_is_no_message() -> None:
    talk = talk_of(PASSED[:3])
    talk.feed(b'{"v":1,"n":"nonce","s":4,"t":"end","x":' + b"[" * 100_000 + b"]" * 100_000 + b"}\n")
    assert not judged(talk).passed


def test_what_a_terminal_would_obey_is_shown() -> None:
    events = [copy.deepcopy(event) for event in EVERYTHING if event["t"] != "trace"]
    for container, key in places(events):
        if isinstance(container[key], str) and key not in ("t", "outcome", "ended", "id"):
            container[key] = NASTY
    report = judged(talk_of(events))
    shown = r"\x1b[2J\u202e\x00\ud800\u2066"
    assert shown in {test.message for test in report.tests}


@given(st.binary(max_size=60) | st.from_type(str).map(lambda text: json.dumps(text).encode()))
def test_what_processes_say_beside_jobs_is_read_as_calmly(data: bytes) -> None:
    assert news_of(data) is None
    assert ready_of(data) is None


def test_news_and_first_words() -> None:
    assert news_of(b'{"op": "exited", "id": 3, "status": -9}') == Exited(3, -9)
    assert news_of(b'{"op": "exited", "id": [3], "status": -9}') is None
    assert news_of(b'{"op": ["exited"]}') is None
    assert ready_of(b'{"v": 1, "missing": ["flask"], "refused": ""}') == Ready(("flask",), "")
    assert ready_of(b'{"v": 1, "missing": 3, "refused": ""}') is None
    assert ready_of(b'{"v": 2, "missing": [], "refused": ""}') is None


# ------------------------------------------------------------------ names of files

NAMES = {
    "longer than a disk takes": ["a" * 300 + ".py"],
    "longer than a path may be": ["/".join(["a" * 100] * 60) + ".py"],
    "5,000 folders deep": ["a/" * 5_000 + "b.py"],
    "a file and a folder": ["a", "a/b"],
    "a folder and a file": ["a/b/c.py", "a/b"],
    "two that macOS and Windows take for one": ["a/B.py", "A/b.py"],
    "too many": [f"{number}.py" for number in range(3_000)],
    "a name that turns the line around": ["a\u202e.py"],
    "half of a character": ["a\udc80.py"],
    "an escape sequence": ["a\x1b[2J.py"],
}


@pytest.mark.parametrize("name", NAMES)
def test_names_no_disk_takes_are_refused(name: str, door: Door, tmp_path: Path) -> None:
    (tmp_path / "lessons" / "m").mkdir(parents=True)
    (tmp_path / "lessons" / "m" / "l.yaml").write_text("steps:\n", encoding="utf-8")
    exercise = read_exercise(write_project(tmp_path, "m", "m/l.yaml"))
    source = "".join(f"#=== {one} ===\nx = 1\n" for one in NAMES[name])
    report = door.check(exercise, source)
    assert report.verdict is Verdict.ERROR
    assert report.diagnosis[0].kind == "cannot_start"


@pytest.mark.parametrize(
    ("number", "taken"),
    [(2**53, True), (-(2**53), True), (2**53 + 1, False), (-(2**53) - 1, False)],
)
def test_a_number_is_taken_as_far_as_every_reader_can_hold_it(number: int, taken: bool) -> None:
    """A reader of JSON that has nothing but floats knows no larger whole number for sure."""
    line: dict[str, object] = {"v": PROTOCOL, "t": "asks", "printed": number}
    if taken:
        assert event_of(line) == Asks(number)
    else:
        with pytest.raises(Unreadable):
            event_of(line)
