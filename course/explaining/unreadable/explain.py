"""The order in which a file that Python cannot read is looked at, and Python's own words."""

from __future__ import annotations

import re
from collections.abc import Callable

from course.checking.words import code
from course.explaining.unreadable import expressions, statements
from course.explaining.unreadable.brackets import brackets, brackets_before, still_open
from course.explaining.unreadable.foreign import FOREIGN
from course.explaining.unreadable.indentation import indentation, lonely
from course.explaining.unreadable.parts import PARTS
from course.explaining.unreadable.pasted import pasted
from course.explaining.unreadable.python_messages import by_message
from course.explaining.unreadable.slips import colon_in_dict, dict_colon
from course.explaining.unreadable.smallest_change import single_token
from course.explaining.unreadable.stop import Explanation, StopPlace, error_of, whole
from course.explaining.unreadable.strings import (
    backslashes,
    f_strings,
    open_string,
    open_string_before,
)

_NOTHING_MORE = {"invalid syntax", ""}
_STATEMENT = (
    statements.else_if,
    statements.unfinished_import,
    *FOREIGN,
    *statements.FIRST,
    *PARTS,
    statements.reserved,
    *expressions.INSIDE,
    statements.colon,
    statements.old_print,
    *expressions.REST,
)


def explain(source: str) -> Explanation | None:
    """What keeps Python from reading the source; None when it can read it."""
    error = error_of(source)
    if error is None:
        return None
    place = whole(source, error)
    readable = error_of(source, only_syntax=True) is None
    for find in _SEEN if readable else _FINDERS:
        if (explanation := find(place)) is not None:
            return explanation
    return _in_pythons_words(place)


def _statement(place: StopPlace) -> Explanation | None:
    return statements.told_by(_STATEMENT, place)


def _no_colon(place: StopPlace) -> Explanation | None:
    return statements.told_by((dict_colon, colon_in_dict), place)


_FINDERS: tuple[Callable[[StopPlace], Explanation | None], ...] = (
    pasted,
    _no_colon,
    by_message,
    backslashes,
    f_strings,
    open_string_before,
    brackets_before,
    still_open,
    indentation,
    lonely,
    _statement,
    single_token,
    open_string,
    brackets,
)


_SEEN = (pasted, by_message, f_strings)
"""For a file whose lines can all be read: no mend of one would prove anything."""


def _in_pythons_words(place: StopPlace) -> Explanation:
    line = place.line
    while line > 1 and not place.code(line):
        line -= 1
    token = place.token
    if place.message.startswith("f-string"):
        token = None
    at = f" It stops at {code(token.text)}." if token is not None and token.line == line else ""
    if place.message in _NOTHING_MORE:
        text = (
            f"Python cannot read line {line}, {code(place.code(line))}.{at} Look at that place, "
            "and at what is just before it."
        )
    else:
        words = re.sub(r" \(<submission>, line \d+\)", "", place.message)
        text = (
            f"Python cannot read line {line}, {code(place.code(line))}.{at} It says: "
            f"{code(words, 120)}."
        )
    return Explanation("unreadable", text, line)
