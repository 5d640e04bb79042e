"""Where code was when its time ran out, from the watchdog or from a C-level traceback."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, replace
from pathlib import Path

from course.checking.conversation import Conversation
from course.model import Exercise, Stuck, StuckVariable, WaitingTask
from course.text import clean, cut
from course.worker.failure import TestTree
from course.worker.protocol import StuckSaid, TestBegun

_NOTHING = StuckSaid({}, "", early=True)
_MOST = 24  # variables, and tasks
_FAULT_LINE = re.compile(r'  File "(?P<file>[^"]+)", line (?P<line>\d+) in (?P<function>.*)')


@dataclass(frozen=True)
class _Fault:
    """What a C-level traceback says."""

    line: int | None = None
    function: str = ""
    call: str | None = None


def shown_id(identity: str) -> str:
    """pytest's id of a test without the file."""
    return identity.partition("::")[2] or identity


def where_stuck(
    talk: Conversation, slot: Path, source: str, seconds: float, exercise: Exercise | None = None
) -> Stuck | None:
    """The line, the function, the variables and the waiting tasks; None when nothing is known.

    The watchdog knows most; where C code held the interpreter only `faulthandler` spoke.
    """
    message = talk.last(StuckSaid) or _NOTHING
    fault = _read_fault(talk.fault, slot, exercise)
    if message is _NOTHING and fault == _Fault():
        return None
    counted = message.lines
    line = max(counted, key=lambda number: counted[number]) if counted else fault.line
    begun = talk.last(TestBegun)
    test = message.test or (begun.id if begun else None)
    call = message.call or fault.call
    function = clean(message.function or fault.function, 200)
    return Stuck(
        line=line,
        function="" if function == "<module>" else function,
        code=_line(source.splitlines(), line),
        test=clean(shown_id(test), 500) if test else None,
        call=clean(call, 2_000) if call else None,
        variables=tuple(
            StuckVariable(cut(one.name, 100), cut(one.value, 300), one.changed)
            for one in message.variables[:_MOST]
        ),
        tasks=tuple(
            WaitingTask(cut(one.name, 100), one.line, cut(one.function, 100))
            for one in message.tasks[:_MOST]
        ),
        seconds=seconds,
    )


def _read_fault(lines: list[str], slot: Path, exercise: Exercise | None) -> _Fault:
    """The learner's innermost line of a C-level traceback, and the call the test makes."""
    fault = _Fault()
    for text in lines:
        match = _FAULT_LINE.match(text)
        if match is None:
            continue
        path, line = Path(match["file"]), int(match["line"])
        if path.is_relative_to(slot / "work") and fault.line is None:
            fault = replace(fault, line=line, function=match["function"])
        elif exercise is not None and path.parent == slot / "tests" and not fault.call:
            fault = replace(fault, call=_call_in_test(exercise, path.name, line))
    return fault


def _call_in_test(exercise: Exercise, name: str, line: int) -> str | None:
    for path in exercise.test_files:
        if path.name == name:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            return TestTree(tree, exercise.module_name).call_at(line, {})
    return None


def _line(lines: list[str], number: int | None) -> str:
    if number is None or not 1 <= number <= len(lines):
        return ""
    return clean(lines[number - 1].strip(), 300)
