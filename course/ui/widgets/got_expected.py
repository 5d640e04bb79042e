"""The facts of a check as content: the call, got against expected, where it went wrong."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from textual.content import Content

from course.ui.widgets.code import highlighted
from course.ui.widgets.ending_words import printable
from course.verdict_words import call_as_written, exception_line, value_expected

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from course.model import ExceptionInfo, Stuck, TestResult

LONG = 56
"""From this many characters, or with more than one line, values are shown as a diff."""


def labelled(label: str, value: str, colour: str = "") -> Content:
    """`got       None`: a quiet label and a value, lined up over several lines."""
    lines = printable(value, 40).split("\n")
    text = ("\n" + " " * 10).join(lines)
    return Content.assemble((f"{label:<10}", "$muted"), (text, colour))


def diff(got: str, expected: str) -> Content:
    """Got against expected, line by line; `-` is what came, `+` is what should come."""
    lines = difflib.ndiff(_broken(got), _broken(expected))
    return diff_lines(line for line in lines if not line.startswith("?"))


def diff_lines(lines: Iterable[str]) -> Content:
    """The lines of a diff with their colours; the signs stay."""
    styled = []
    for line in lines:
        colour = {"-": "$error", "+": "$success"}.get(line[:1], "$muted")
        styled.append(Content.styled(printable(line, 1), colour))
    return Content("\n").join(styled)


def _broken(value: str) -> list[str]:
    """A value over several lines: as it is, or a literal with one item on each line."""
    if "\n" in value:
        return value.split("\n")
    import ast
    import pprint

    try:
        literal = ast.literal_eval(value)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return [value]
    if isinstance(literal, str) and "\n" in literal:
        return literal.split("\n")
    return pprint.pformat(literal, width=LONG, sort_dicts=False).split("\n")


def facts_of_test(
    test: TestResult, told_diff: str | None = None, exercise: str = "", told: str = ""
) -> list[Content]:
    """The call that failed, what came of it and what should have.

    A message of the test's own is left out where `told`, the words above, have all of it.
    """
    facts: list[Content] = []
    if test.call:
        call = highlighted(call_as_written(test.call, exercise))
        facts.append(Content.assemble(("call      ", "$muted"), call))
    if test.typed:
        facts.append(labelled("typed", "\n".join(test.typed)))
    if test.compared:
        facts.append(labelled("compared", test.compared))
    got, expected = test.got, test.expected
    if told_diff:
        facts.append(diff_lines(told_diff.rstrip("\n").split("\n")))
    elif got is not None and expected is not None and _long(got, expected):
        legend = Content.styled("- what came   + what should come", "$muted")
        facts += [legend, diff(got, expected)]
    else:
        if got is not None:
            facts.append(labelled("got", got, "$error"))
        if expected is not None:
            facts.append(labelled("expected", value_expected(expected), "$success"))
    if test.exception is not None:
        facts += exception_facts(test.exception)
    elif test.message and got is None and not test.call and not _is_in(test.message, told):
        facts.append(Content(printable(test.message, 12)))
    return facts


def _is_in(message: str, told: str) -> bool:
    return message.strip().rstrip(".") in told


def _long(*values: str) -> bool:
    return any(len(value) > LONG or "\n" in value for value in values)


def exception_facts(exception: ExceptionInfo) -> list[Content]:
    """The exception's words, then the learner's line it came from and the variables there."""
    facts = [labelled("raised", exception_line(exception), "$error"), *place_facts(exception)]
    if exception.frames:
        facts += variables(exception.frames[-1].variables)
    return facts


def place_facts(exception: ExceptionInfo) -> list[Content]:
    """The learner's line that an exception came from."""
    if not exception.frames:
        return []
    frame = exception.frames[-1]
    code = f": {frame.code.strip()}" if frame.code else ""
    return [labelled("on line", f"{frame.line}{code}")]


def variables(values: Mapping[str, str], changed: frozenset[str] = frozenset()) -> list[Content]:
    """Names and values, one a line; those that `changed` say so."""
    return [
        Content.assemble(
            ("where     " if at == 0 else " " * 10, "$muted"),
            Content(printable(f"{name} = {value}", 3)),
            ("   changes" if name in changed else "", "$muted"),
        )
        for at, (name, value) in enumerate(values.items())
    ]


def stuck_facts(stuck: Stuck) -> list[Content]:
    """The line that the code was on when its time ran out, and its variables."""
    facts: list[Content] = []
    if stuck.call:
        facts.append(Content.assemble(("call      ", "$muted"), highlighted(stuck.call)))
    if stuck.line is not None:
        code = f": {stuck.code.strip()}" if stuck.code else ""
        facts.append(labelled("on line", f"{stuck.line}{code}"))
    values = {variable.name: variable.value for variable in stuck.variables}
    changing = frozenset(variable.name for variable in stuck.variables if variable.changed)
    facts += variables(values, changing)
    for task in stuck.tasks:
        place = f"waits at line {task.line}" if task.line is not None else "has not started"
        facts.append(labelled("task", f"{task.name} {place}"))
    return facts
