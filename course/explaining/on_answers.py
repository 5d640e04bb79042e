"""Symptoms of all the answers together: always the same one, always a part of what came in."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from course.checking.values import UNKNOWN, items_of, same
from course.checking.words import code, listed, value
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence, Saying
from course.explaining.on_code import returned_ones, simplest_return
from course.explaining.sentences import awaited, how_many, the_call
from course.explaining.syntax_tree import body_nodes, parameters

_FEW = 2
"""Numbers as small as this are counts and steps rather than values of one call."""


def always_the_same(evidence: Evidence) -> Saying | None:
    """Every call gets the same answer, though the tests expect different ones."""
    statement = simplest_return(evidence)
    if statement is None:
        return None
    case, function = statement
    mine = [c for c in evidence.cases if c.function == case.function and c.got is not None]
    given = {c.got for c in mine}
    wanted = {repr(c.expected_value) for c in mine if c.expected_value is not UNKNOWN}
    raising = any(c.function == case.function and c.exception for c in evidence.cases)
    if len(given) != 1 or len(mine) < 3 or len(wanted) < 2 or raising or case.got == "None":
        return None
    text = (
        f"`{function.name}` gives back {code(case.got or '', 50)} for each of the {len(mine)} "
        "different calls that were made, whatever it is given."
    )
    alike = tuple(c for c in returned_ones(evidence) if c.function == case.function)
    return Saying(text, alike)


def answer_is_a_part(evidence: Evidence) -> Saying | None:
    """Each failing call gave back the same part of what it was given: its last item, its size."""
    return _part_of_given(evidence, single=False)


def answer_may_be_a_part(evidence: Evidence) -> Saying | None:
    """The same for a single failing call, where it is no chance: the largest of several items."""
    return _part_of_given(evidence, single=True)


def _part_of_given(evidence: Evidence, single: bool) -> Saying | None:
    cases = [
        c
        for c in evidence.failing
        if c.returned and c.arguments and c.got_value is not UNKNOWN and c.got_value is not None
    ]
    if not cases or len(cases) < len(returned_ones(evidence)):
        return None
    if single is not (len({repr(case.got_value) for case in cases}) < 2):
        return None
    function = evidence.function_of(cases[0])
    names = parameters(function) if function else []
    passed = zip((it for it in names if it != "self"), cases[0].arguments or (), strict=False)
    for position, (name, given) in enumerate(passed):
        shown = f"`{name}`"
        for words, part, telling in _PARTS:
            if single and not (telling and _several(given)):
                continue
            if all(_is_part(part, case, position) for case in cases):
                text = (
                    f"What {the_call(cases[0])} gave back, {value(cases[0].got_value)}, is "
                    f"{words.format(shown)}."
                )
                more = how_many(cases, evidence, f"give back {words.format(shown)}")
                return Saying(text + more, tuple(cases))
    return None


def item_for_position(evidence: Evidence) -> Saying | None:
    """Gives back the item where its position is expected, or the other way round."""
    cases = [
        c
        for c in returned_ones(evidence)
        if c.got_value is not UNKNOWN and c.expected_value is not UNKNOWN and c.arguments
    ]
    if not cases:
        return None
    for position, argument in enumerate(cases[0].arguments or ()):
        if not isinstance(argument, list | tuple | str):
            continue
        items = [c for c in cases if _stands_at(c, position, c.expected_value, c.got_value)]
        places = [c for c in cases if _stands_at(c, position, c.got_value, c.expected_value)]
        if len(cases) > 1 and len(items) == len(cases):
            case = items[0]
            text = (
                f"{the_call(case)} gave back {value(case.got_value)}. That is the item at index "
                f"{case.expected_value}; the test expects the index, "
                f"{value(case.expected_value)}."
            )
            return Saying(text + how_many(items, evidence, "give back the item"), tuple(items))
        if len(cases) > 1 and len(places) == len(cases):
            case = places[0]
            text = (
                f"{the_call(case)} gave back {value(case.got_value)}. That is the index of "
                f"{value(case.expected_value)}; the test expects the item itself."
            )
            return Saying(text + how_many(places, evidence, "give back an index"), tuple(places))
    return None


def _stands_at(case: Case, argument: int, position: object, item: object) -> bool:
    arguments = case.arguments or ()
    items = arguments[argument] if argument < len(arguments) else None
    return (
        type(position) is int
        and isinstance(items, list | tuple | str)
        and 0 <= position < len(items)
        and type(items[position]) is type(item)
        and same(items[position], item)
        and item != position
    )


def _is_part(part: Callable[[Any], Any], case: Case, position: int) -> bool:
    try:
        argument = (case.arguments or ())[position]
        got = part(argument)
        return type(got) is type(case.got_value) and same(got, case.got_value)
    except (TypeError, ValueError, IndexError, KeyError):
        return False


def _only_items(data: object) -> list[Any]:
    items = items_of(data)
    if not items:
        raise ValueError("no items")
    return items


def _several(data: object) -> bool:
    """Whether a part of it says something even of a single call."""
    return hasattr(data, "__len__") and len(data) > 2


def _keys(data: object) -> list[Any]:
    if not isinstance(data, dict) or not data:
        raise ValueError("no keys")
    return list(data)


_PARTS: tuple[tuple[str, Callable[[Any], Any], bool], ...] = (
    ("{} as it came in, unchanged", lambda held: held, True),
    ("{} as a text", lambda held: str(held), True),
    ("the last item of {}", lambda held: _only_items(held)[-1], False),
    ("the first item of {}", lambda held: _only_items(held)[0], False),
    ("the number of items in {}", lambda held: len(_only_items(held)), False),
    ("the index of the last item of {}", lambda held: len(_only_items(held)) - 1, False),
    ("the largest item of {}", lambda held: max(_only_items(held)), True),
    ("the smallest item of {}", lambda held: min(_only_items(held)), True),
    ("{} the other way round", lambda held: held[::-1], True),
    ("the key with the largest value in {}", lambda held: max(_keys(held), key=held.get), True),
    ("the key with the smallest value in {}", lambda held: min(_keys(held), key=held.get), True),
    ("the first key of {} in the alphabet", lambda held: min(_keys(held)), True),
    ("the last key of {} in the alphabet", lambda held: max(_keys(held)), True),
    ("the largest value in {}", lambda held: max(held[key] for key in _keys(held)), True),
    ("the smallest value in {}", lambda held: min(held[key] for key in _keys(held)), True),
    ("the first key of {}", lambda held: _keys(held)[0], False),
    ("the last key of {}", lambda held: _keys(held)[-1], False),
)


def only_in_one_call(evidence: Evidence) -> Saying | None:
    """`if day == "18"`: the code names what only a call that passes has, but no brief."""
    function = evidence.function_of(evidence.failing[0]) if evidence.failing else None
    failing = tuple(
        it for it in returned_ones(evidence) if function and it.function == function.name
    )
    if function is None or not failing:
        return None
    passing = [it for it in evidence.passing if it.function == function.name]
    written = [
        side
        for node in body_nodes(function)
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq | ast.In)
        for side in (node.left, *node.comparators)
        if isinstance(side, ast.Constant) and _is_special(side.value)
    ]
    mine = [
        it
        for it in written
        if any(_has(it.value, one.arguments) for one in passing)
        and not any(_has(it.value, one.arguments) for one in failing)
        and str(it.value) not in evidence.exercise.source.brief
    ]
    if not mine or len(mine) < len(written):
        return None
    names = listed(code(repr(it.value)) for it in mine[:3])
    text = (
        f"Line {mine[0].lineno}, {code(evidence.code(mine[0].lineno))}, looks for {names}. "
        f"{the_call(failing[0])} has nothing like that in it, and should still get "
        f"{awaited(failing[0])}."
    )
    return Saying(text, failing, mine[0].lineno)


def _is_special(value: object) -> bool:
    """Whether a value that is written out stands for one case, and is no 0, 1 or empty string."""
    if isinstance(value, str):
        return bool(value.strip())
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) > _FEW


def _has(value: object, given: object) -> bool:
    """Whether a value is among what a call is given, or inside it."""
    if isinstance(given, dict):
        given = (*given, *given.values())
    if isinstance(given, list | tuple | set):
        return any(_has(value, it) for it in given)
    return type(given) is type(value) and given == value
