"""Calls that came to the end of their function, or to a `return` without a value."""

from __future__ import annotations

import ast

from course.checking.words import code, listed
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence, Saying
from course.explaining.on_returns import gave_none, never_return_none, with_function
from course.explaining.on_walks import idle_loops, last_line, returns_reached, what_is_empty
from course.explaining.sentences import how_many, in_which, the_call
from course.explaining.syntax_tree import (
    Function,
    Loop,
    body_nodes,
    can_fall_off,
    inside,
    none_returns,
    value_returns,
)


def fell_off_the_end(evidence: Evidence) -> Saying | None:
    """Some path through the function has no `return`, or a `return` without a value."""
    pair = with_function(evidence)
    if pair is None:
        return None
    case, function = pair
    cases = gave_none(evidence)
    given, empty = value_returns(function), none_returns(function)
    reached = returns_reached(case, evidence)
    if reached == [] and given:
        return _met_no_return(case, function, evidence)
    if reached is not None and len(reached) == 1 and reached[0] in given:
        line = reached[0].lineno
        text = (
            f"{the_call(case)} gave back `None`: it came to line {line}, "
            f"{code(evidence.code(line), 50)}, and what that line returns was `None`."
        )
        return Saying(text, cases, line)
    sure = never_return_none(given, function, cases)
    shared = in_which(cases, evidence) or how_many(cases, evidence, "give back `None`")
    if can_fall_off(function) and not empty and given:
        place = _place(given, function)
        if sure:
            text = (
                f"{the_call(case)} gave back `None`: it came to the end of `{function.name}` "
                f"without meeting a `return`. {place}{shared}"
            )
        else:
            lines = listed((str(node.lineno) for node in given), "or")
            text = (
                f"{the_call(case)} gave back `None`. Either it came to the end of "
                f"`{function.name}` without meeting a `return`, or the value returned on line "
                f"{lines} was `None`. {place}{shared}"
            )
        return Saying(text, cases, given[-1].lineno)
    if empty and sure:
        lines = listed((str(node.lineno) for node in empty), "or")
        more = ", or it came to the end of the function" if can_fall_off(function) else ""
        text = (
            f"{the_call(case)} gave back `None`: it left `{function.name}` by the `return` on line "
            f"{lines}{more}.{shared}"
        )
        return Saying(text, cases)
    text = (
        f"{the_call(case)} gave back `None`; the test expects {code(case.expected or '', 50)}."
        f"{shared} Which line did this call return on, and what was the value there?"
    )
    return Saying(text, cases) if shared else None


def _met_no_return(case: Case, function: Function, evidence: Evidence) -> Saying:
    """A call that is known to have come to the end of its function, and why."""
    cases, given = gave_none(evidence), value_returns(function)
    ended = [it for it in cases if returns_reached(it, evidence) == []]
    others = [it for it in ended if not idle_loops(it, evidence)]
    if others and 2 * len(others) >= len(cases):
        case = others[0]  # what most of them do says more than what an empty list does
    start = f"{the_call(case)} gave back `None`"
    if not (idle := idle_loops(case, evidence)):
        shared = in_which(cases, evidence) or how_many(cases, evidence, "give back `None`")
        last = last_line(case, evidence)
        place = _place(given, function)
        if last is not None and last < given[-1].lineno:
            place = f"The last line that it ran is line {last}, {code(evidence.code(last), 50)}."
        text = (
            f"{start}: it came to the end of `{function.name}` without meeting a `return`. "
            f"{place}{shared}"
        )
        return Saying(text, cases, last or given[-1].lineno)
    empty = what_is_empty(idle[0], case, function)
    because = f" `{empty}` is empty, so" if empty else ""
    lines = listed(str(node.lineno) for node in idle)
    loops = f"the loop on line {lines} does" if len(idle) == 1 else f"the loops on lines {lines} do"
    text = (
        f"{start}:{because} {loops} not run once, and the call comes to the end of "
        f"`{function.name}` without meeting a `return`. What should it return then?"
    )
    return Saying(text, cases, idle[0].lineno)


def _place(given: list[ast.Return], function: Function) -> str:
    """Where the only `return` stands, or a question about all of them."""
    if len(given) == 1:
        node = given[0]
        for block in reversed(body_nodes(function)):
            if isinstance(block, ast.If) and node in list(inside([*block.body, *block.orelse])):
                return (
                    f"The only `return` with a value, on line {node.lineno}, is inside the `if` "
                    f"on line {block.lineno}."
                )
            if isinstance(block, Loop) and node in list(inside(block.body)):
                return (
                    f"The only `return` with a value, on line {node.lineno}, is inside the loop "
                    f"that starts on line {block.lineno}."
                )
        return f"What should happen when the `return` on line {given[0].lineno} is not reached?"
    lines = listed(str(node.lineno) for node in given)
    return f"What should happen when none of the `return`s on lines {lines} is reached?"
