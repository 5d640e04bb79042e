"""What happens at a step of a recording, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from course.signs import WRONG

if TYPE_CHECKING:
    from course.tracing.departure import Departure
    from course.tracing.trace import TraceFrame, TraceStep

NEXT, BACK = "▶", "◀"
"""A line runs next; something is given back."""

_CLASS = "class "
"""Before the name of a class whose body runs; no function's name has a space."""


class Told(NamedTuple):
    """A sign, words, a value that they lead to, and what is said after it."""

    sign: str
    words: str
    value: str = ""
    after: str = ""

    @property
    def sentence(self) -> str:
        """All of it but the sign."""
        return " ".join(filter(None, (self.words, self.value, self.after)))


def what_happens(step: TraceStep) -> Told:
    """What a step is, in a line."""
    function = step.function or "the program"
    where = f"Line {step.line}{f' of {step.file}' if step.file else ''}"
    if step.file and step.function == step.file:
        if step.event == "call":
            return Told(NEXT, f"{step.file} is read from its first line on")
        if step.event == "return":
            return Told(BACK, f"{step.file} has run to its end")
    if step.function.startswith(_CLASS):
        if step.event == "call":
            return Told(NEXT, f"The body of {step.function} runs, line by line")
        if step.event == "return":
            return Told(BACK, f"The {step.function} is made")
    plain = {
        "line": Told(NEXT, f"{where} runs next"),
        "call": Told(NEXT, f"{function} is called" if step.function else "The program starts"),
        "resume": Told(NEXT, f"{function} goes on where it paused"),
        "leave": Told(WRONG, f"The exception leaves {function}"),
        "exception": Told(WRONG, f"{where} raises", step.value),
    }
    if step.event in plain:
        return plain[step.event]
    if step.event == "return" and not step.function:
        return Told(BACK, "The program has ended")
    if step.event == "pause" and not step.value:
        return Told(BACK, f"{function} waits")
    if step.event == "pause":
        return Told(BACK, f"{function} yields", step.value, "and pauses")
    if not step.value:
        return Told(BACK, f"{function} has nothing more to yield")
    return Told(BACK, f"{function} gives back", step.value)


def how_it_departs(departure: Departure) -> Told:
    """How the reference goes on where the learner's code departs from it."""
    if departure.expected is None:
        return Told(WRONG, "the reference prints something else up to here")
    return Told(WRONG, "the reference gives back", departure.expected)


def frame_name(frame: TraceFrame) -> str:
    """A function as it is named."""
    return frame.function or "the program"


def frame_place(frame: TraceFrame) -> str:
    """Where a function is: `line 4`, `line 4 of models.py`."""
    return f"line {frame.line} of {frame.file}" if frame.file else f"line {frame.line}"
