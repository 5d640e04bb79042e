"""Time travel told step by step."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import pytest

from course.plain.desk import Desk
from course.plain.tracing import step_through
from course.tracing.departure import Departure
from course.tracing.recording import (
    Call,
    FrameSnapshot,
    Node,
    PackedItem,
    PackedObject,
    PackedStep,
    Recording,
)
from course.tracing.trace import Trace
from tests.plain.talking import Learner, OneDesk

SOURCE = "def double(n):\n    m = n\n    print(m)\n    return m\n"
TEXTS = ("", "4", "IndexError: no")


def recorded(last: Any = "return") -> Trace:
    """`double(4)`: called, three lines, its end."""
    snapshots = (
        FrameSnapshot(1, -1, {"n": (1, 0)}, ()),
        FrameSnapshot(1, 0, {"m": (1, 0)}, ()),
    )
    steps = (
        PackedStep(1, "call", 1, 0, (0,), 0, 0),
        PackedStep(2, "line", 2, 0, (0,), 0, 0),
        PackedStep(3, "line", 3, 0, (1,), 0, 0),
        PackedStep(4, "line", 4, 0, (1,), 2, 0),
        PackedStep(5, last, 4, 0, (1,), 2, 1 if last == "return" else 2),
    )
    calls = (Call(1, "double(4)"),)
    nodes = (Node("double", -1, 0),)
    return Trace(
        SOURCE, Recording(TEXTS, nodes, snapshots, steps, calls, "4\n", 5, "finished"), True
    )


def told(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    trace: Trace,
    *lines: str,
    departure: Departure | None = None,
) -> str:
    monkeypatch.setattr("sys.stdin", Learner([*lines, "x"]))

    async def hold() -> None:
        await step_through(cast(Desk, OneDesk()), trace, None, departure)

    asyncio.run(hold())
    return capsys.readouterr().out


def test_what_changed_and_what_was_printed_stand_before_the_next_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(monkeypatch, capsys, recorded(), "", "c", "", "", "", "v", "o")
    assert "The call: double(4)" in said
    assert "n is 4 (new)\nStep 1 of 5. double is called" in said
    assert "m is 4 (new)\nStep 3 of 5. Line 3 runs next\n        print(m)" in said
    assert "Printed:\n    4\nStep 4 of 5" in said
    assert "Step 5 of 5. double gives back 4" in said
    assert "There is no such step." in said
    assert "In double, line 4:\n  n is 4\n  m is 4" in said
    assert "Printed so far:\n    4" in said


def test_it_goes_to_the_failure_and_to_the_first_difference(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ("f", "b", "r")
    said = told(monkeypatch, capsys, recorded("exception"), *lines, departure=Departure(2, "8"))
    assert "Line 4 raises IndexError: no" in said
    assert said.index("Step 5 of 5") < said.index("Step 4 of 5") < said.index("Step 3 of 5")
    assert "✗ the reference gives back 8" in said


def test_why_a_value_is_told_and_leads_to_the_step_that_made_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(monkeypatch, capsys, recorded(), "c", "w", "2", "1")
    assert "  1 n is 4\n  2 m is 4" in said.replace(", in double", "")
    assert "Why m is 4:" in said
    assert "1 Step 2: Line 2 gives m the value 4, from n = 4" in said
    assert "2 Step 1: double is called with n = 4" in said
    assert said.rindex("Step 2 of 5. Line 2 runs next") > said.index("Why m is 4:")


def test_what_is_one_object_is_told_when_it_becomes_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    snapshots = (
        FrameSnapshot(1, -1, {"a": (1, 1)}, ()),
        FrameSnapshot(1, 0, {"b": (1, 1)}, ()),
    )
    list_of_4 = ((1, 0, 1),)
    steps = (
        PackedStep(1, "line", 1, 0, (0,), 0, 0, list_of_4),
        PackedStep(2, "line", 2, 0, (1,), 0, 0),
        PackedStep(3, "line", 3, 0, (1,), 0, 0),
    )
    recording = Recording(
        ("", "[4]", "list", "4"),
        (Node("<module>", -1, 0),),
        snapshots,
        steps,
        (),
        "",
        3,
        "finished",
        objects=(PackedObject(2, (PackedItem(0, 3, 0),)),),
    )
    said = told(monkeypatch, capsys, Trace("b = a\n\n\n", recording), "", "", "v")
    assert said.count("a and b are the same list.") == 2, "when it becomes so, and when asked"
    assert said.index("Step 1 of 3") < said.index("a and b are") < said.index("Step 2 of 3")
