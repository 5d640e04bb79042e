"""Where code was when its time ran out, from the watchdog or from a C-level traceback."""

from __future__ import annotations

import os
import re
from pathlib import Path

from course.checking.conversation import Conversation
from course.checking.text import clean
from course.model import Stuck, StuckVariable, WaitingTask

_FAULT_LINE = re.compile(r'  File "(?P<file>[^"]+)", line (?P<line>\d+) in (?P<function>.*)')


def where_stuck(talk: Conversation, work: Path, source: str, seconds: float) -> Stuck | None:
    """The line, the function, the variables and the waiting tasks; None when nothing is known."""
    lines = source.splitlines()
    event = talk.last("stuck")
    begun = talk.last("begin")
    test = clean(begun["id"]) if begun else None
    if event is None:
        return _from_fault(talk, work, lines, test, seconds)
    counted: dict[str, int] = event["lines"]
    line = int(max(counted, key=lambda number: counted[number])) if counted else None
    if line is None and talk.fault:
        fault = _from_fault(talk, work, lines, test, seconds)
        line = fault.line if fault else None
    function = clean(event["function"], 200)
    return Stuck(
        line=line,
        function="" if function == "<module>" else function,
        code=_line(lines, line),
        test=event["test"] or test,
        call=clean(event["call"], 2_000) if event["call"] else None,
        variables=tuple(
            StuckVariable(clean(one["name"], 100), clean(one["value"], 300), bool(one["changed"]))
            for one in event["variables"]
        ),
        tasks=tuple(
            WaitingTask(clean(one["name"], 100), one["line"], clean(one["function"], 100))
            for one in event["tasks"]
        ),
        seconds=seconds,
    )


def _from_fault(
    talk: Conversation, work: Path, lines: list[str], test: str | None, seconds: float
) -> Stuck | None:
    """From `faulthandler`, which knows the line while C code holds the interpreter."""
    inside = os.path.join(str(work), "")
    for text in talk.fault:
        match = _FAULT_LINE.match(text)
        if match and match["file"].startswith(inside):
            line = int(match["line"])
            function = "" if match["function"] == "<module>" else clean(match["function"], 200)
            return Stuck(line, function, _line(lines, line), test, seconds=seconds)
    return None


def _line(lines: list[str], number: int | None) -> str:
    if number is None or not 1 <= number <= len(lines):
        return ""
    return clean(lines[number - 1].strip(), 300)
