"""Time travel told step by step: the line, what has changed, what was printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from course.plain.asking import BACK, LEAVE, NEXT
from course.signs import WRONG
from course.tracing.objects import drawing, shared_words
from course.tracing.step_words import frame_name, frame_place, how_it_departs, what_happens
from course.tracing.why import asked_words, cause_words, values_at, why

if TYPE_CHECKING:
    from course.model import TestResult
    from course.plain.desk import Desk
    from course.plain.talk import Talk
    from course.tracing.departure import Departure
    from course.tracing.trace import Trace, TraceStep, Variable

_LONGEST = 400
_MOST_TOLD = 500
"""Steps that are told where nobody asks for one after the other."""


async def step_through(
    desk: Desk, trace: Trace, test: TestResult | None = None, departure: Departure | None = None
) -> None:
    """Tell a recording from where the failing call begins, as the learner steps through it."""
    talk, here = desk.talk, trace.start
    talk.heading("Step by step")
    if trace.note:
        talk.say(trace.note)
    if call := trace.call_at(here):
        talk.say(f"The call: {call}\n")
    commands = {NEXT: "next step", BACK: "back", "c": "next change"}
    if trace.failure is not None:
        commands["f"] = "where it goes wrong"
    if departure is not None and departure.index != trace.failure:
        commands["r"] = "first difference from the reference"
    commands |= {
        "w": "why a value",
        "v": "all variables",
        "o": "all output",
        "x": "end this",
        LEAVE: "leave",
    }
    _tell(talk, trace, here, test, departure)
    while (command := await desk.asking.command(commands)) != "x":
        if command == "v":
            _tell_variables(desk, trace, here)
            continue
        if command == "o":
            talk.say("Printed so far:" if trace[here].printed else "Nothing is printed so far.")
            talk.exactly(trace[here].printed) if trace[here].printed else None
            continue
        if command == "w":
            wanted = await _ask_why(desk, trace, here)
            if wanted is None:
                continue
        else:
            wanted = _wanted(command, trace, here, departure)
        if wanted is None or not 0 <= wanted < len(trace):
            talk.say("There is no such step. This is as far as it goes.")
            continue
        here = wanted
        _tell(talk, trace, here, test, departure)


def tell_all(talk: Talk, trace: Trace) -> None:
    """Tell a recording from its first step on, as far as that is of use."""
    if trace.note:
        talk.say(trace.note)
    for at in range(min(len(trace), _MOST_TOLD)):
        _tell(talk, trace, at, None, None)
    if len(trace) > _MOST_TOLD:
        talk.say(f"{len(trace) - _MOST_TOLD:,} further steps are not told.")


async def _ask_why(desk: Desk, trace: Trace, here: int) -> int | None:
    """Which steps made a value; the index of the one that is chosen."""
    talk, away = desk.talk, {"": "back to the step"}
    values = values_at(trace, here)
    if not values:
        talk.say("There is no value yet at this step.")
        return None
    for number, one in enumerate(values, 1):
        where = f", in {one.function}" if one.function else ""
        talk.say(f"{number:3} {asked_words(one)}{where}", hanging="    ")
    chosen = await desk.asking.number(len(values), "a value", away)
    if not isinstance(chosen, int):
        return None
    causes = why(trace, here, values[chosen - 1])
    if not causes:
        talk.say("None of the steps that were recorded made it: it comes from outside.")
        return None
    talk.say(f"Why {asked_words(values[chosen - 1])}:")
    for number, cause in enumerate(causes, 1):
        step = trace.number_of(cause.index)
        talk.say(f"{number:3} Step {step}: {cause_words(cause)}", hanging="    ")
    chosen = await desk.asking.number(len(causes), "go to that step", away)
    return causes[chosen - 1].index if isinstance(chosen, int) else None


def _wanted(command: str, trace: Trace, here: int, departure: Departure | None) -> int | None:
    """The index of the step that a command leads to."""
    if command == "c":
        return trace.changing(here, 1)
    if command == "f":
        return trace.failure
    if command == "r":
        return departure.index if departure is not None else None
    return here + (1 if command == NEXT else -1)


def _tell(
    talk: Talk, trace: Trace, at: int, test: TestResult | None, departure: Departure | None
) -> None:
    """A step: where, what has changed since the one before, what was printed, what is wrong."""
    step = trace[at]
    before = trace[at - 1].printed if at else ""
    if step.printed.startswith(before) and (new := step.printed[len(before) :].rstrip("\n")):
        talk.say("Printed:")
        talk.exactly(new)
    for words in _changes(step):
        talk.say(words, hanging="  ")
    for words in shared_words(drawing(trace, at), drawing(trace, at - 1) if at else None):
        talk.say(words, hanging="  ")
    place = f"Step {trace.number_of(at)} of {trace.total}"
    task = f", in the task {step.task}" if step.task else ""
    depth = f", {len(step.frames)} calls deep" if len(step.frames) > 2 else ""
    talk.say(f"{place}{task}{depth}. {what_happens(step).sentence}")
    lines = trace.source_at(step).split("\n")
    if step.event in ("line", "exception", "return") and step.line <= len(lines):
        talk.exactly(lines[step.line - 1])
    for words in _wrong(trace, at, test, departure):
        talk.say(f"{WRONG} {words}")
    talk.say()


def _wrong(
    trace: Trace, at: int, test: TestResult | None, departure: Departure | None
) -> Iterator[str]:
    """What is wrong at a step, as far as it is known."""
    if at != trace.failure:
        if departure is not None and departure.index == at:
            yield how_it_departs(departure).sentence
    elif trace.ended != "finished":
        yield "It was stopped here."
    elif wrong := trace.wrong_line:
        line = "nothing more" if wrong.expected is None else f"“{wrong.expected}”"
        yield f"The test expects {line} to be printed here."
    elif trace[at].event != "exception" and test is not None and test.expected is not None:
        yield f"The test expects {test.expected}."


def _changes(step: TraceStep) -> Iterator[str]:
    """The variables that have another value than at the step before."""
    for depth, frame in enumerate(step.frames):
        where = f" in {frame_name(frame)}" if depth else ""
        for one in frame.variables or ():
            if one.changed:
                was = "new" if one.before is None else f"was {one.before[:_LONGEST]}"
                yield f"{one.name}{where} is {one.value[:_LONGEST]} ({was}){_shared(one)}"


def _shared(variable: Variable) -> str:
    if not variable.shared:
        return ""
    return f", the same object as {', '.join(variable.shared)}"


def _tell_variables(desk: Desk, trace: Trace, at: int) -> None:
    """Every variable of the functions that are under way, the innermost first; who shares what."""
    step = trace[at]
    for frame in step.frames:
        if frame.variables is None:
            continue
        desk.talk.say(f"In {frame_name(frame)}, {frame_place(frame)}:")
        for one in frame.variables:
            desk.talk.say(f"  {one.name} is {one.value}{_shared(one)}", hanging="    ")
        if not frame.variables:
            desk.talk.say("  no variables yet")
    for words in shared_words(drawing(trace, at)):
        desk.talk.say(words, hanging="  ")
