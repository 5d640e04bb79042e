"""What happens at a step, in words."""

from __future__ import annotations

from typing import Any

import pytest

from course.tracing.departure import Departure
from course.tracing.step_words import how_it_departs, what_happens
from course.tracing.trace import TraceFrame, TraceStep


def step(event: Any, function: str = "double", value: str = "") -> TraceStep:
    return TraceStep(1, event, 3, (TraceFrame(function, 3, ()),), "", value)


@pytest.mark.parametrize(
    ("of", "sentence"),
    [
        (step("line"), "Line 3 runs next"),
        (step("call"), "double is called"),
        (step("call", ""), "The program starts"),
        (step("resume"), "double goes on where it paused"),
        (step("leave"), "The exception leaves double"),
        (step("exception", value="KeyError: 1"), "Line 3 raises KeyError: 1"),
        (step("return", value="4"), "double gives back 4"),
        (step("return", "", "None"), "The program has ended"),
        (step("call", "class Box"), "The body of class Box runs, line by line"),
        (step("return", "class Box", "None"), "The class Box is made"),
        (step("pause"), "double waits"),
        (step("pause", value="7"), "double yields 7 and pauses"),
    ],
)
def test_a_step_is_a_sentence(of: TraceStep, sentence: str) -> None:
    assert what_happens(of).sentence == sentence


def test_how_the_reference_goes_on() -> None:
    assert how_it_departs(Departure(3, "8")).sentence == "the reference gives back 8"
    assert "prints something else" in how_it_departs(Departure(3, None)).sentence
