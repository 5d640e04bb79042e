"""What cannot get a value: a call, a number or a calculation on the left of `=`."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator
from itertools import pairwise

from course.checking.words import code
from course.explaining.unreadable.statements import Guess
from course.explaining.unreadable.stop import StopPlace, TextEdit
from course.explaining.unreadable.tokens import CLOSING, LogicalLine, Token


def target(line: LogicalLine, place: StopPlace) -> Iterator[Guess]:
    """A call, value or calculation on the left of `=`."""
    if (loop := _loop_target(line, place)) is not None:
        yield loop
    elif "cannot assign to" in place.message or "illegal expression" in place.message:
        equals = _outer_equals(line, place)
        if equals is None or (line.words[0] in keyword.kwlist and line.words[0].islower()):
            return
        before = [
            t for t in line.tokens if t.text == "=" and t.start < min(place.offset, equals.start)
        ]
        begin = before[-1].end if before else line.tokens[0].start
        left = place.source[begin : equals.start].strip()
        if re.fullmatch(r"[^\W\d]\w*(-[^\W\d]\w*)+", left):
            yield Guess(
                "name_with_dash",
                f"has {code(left)} on the left of `=`. `-` means minus; inside a name, write `_`.",
            )
            return
        if before and equals.text == "=":
            yield Guess(
                "single_equals",
                f"has {code(left)} between two `=`, so it would have to get a value, and only a "
                "name can. `==` compares two values.",
            )
            return
        right = place.source[equals.end : place.last_of(line)].strip()
        turned = " Are the two sides the wrong way round?" if right.isidentifier() else ""
        yield Guess(
            "assign_to_value",
            f"has {_what(place.message)} on the left of `{equals.text}`. A name belongs there, "
            f"which gets the value on the right.{turned}",
        )
    elif "cannot contain assignment" in place.message:
        for name, mark in pairwise(line.tokens):
            if name.kind == "string" and mark.text == "=" and name.text[1:-1].isidentifier():
                yield Guess(
                    "assign_in_call",
                    f"has {code(name.text)} before the `=` of an argument. The name of an "
                    "argument has no quotes.",
                    ((TextEdit(name.start, name.end, name.text[1:-1]),),),
                )
        yield Guess(
            "assign_in_call",
            "has a `=` between the parentheses of a call, and before it something that is not a "
            "plain name. `==` compares two values.",
        )


def _loop_target(line: LogicalLine, place: StopPlace) -> Guess | None:
    """`for "item" in items`: what cannot get a value stands where a name gets each item."""
    if "cannot assign to" not in place.message or "expression" in place.message:
        return None
    for index, token in enumerate(line.tokens):
        if token.text != "for" or token.kind != "name":
            continue
        end = next((it for it in line.tokens[index:] if it.text == "in"), None)
        if end is None or not token.end <= place.offset < end.start:
            continue
        between = place.source[token.end : end.start].strip()
        return Guess(
            "loop_target",
            f"has {code(between)} between `for` and `in`. A name belongs there: it gets one item "
            "after the other.",
            ((TextEdit(token.end, end.start, " x "),),),
        )
    return None


def _outer_equals(line: LogicalLine, place: StopPlace) -> Token | None:
    """The `=` outside all brackets after what Python cannot assign to."""
    depth = 0
    equals: Token | None = None
    for token in line.tokens:
        depth += (token.text in CLOSING) - (token.text in CLOSING.values())
        if not depth and token.text in {"=", "+=", "-=", "*=", "/="}:
            equals = equals or token
            if token.start > place.offset:
                return token
    return equals


def _what(message: str) -> str:
    for words, name in (
        ("function call", "a call"),
        ("dict", "a dict"),
        ("literal", "a value"),
        ("comparison", "a comparison"),
        ("True", "`True`"),
        ("False", "`False`"),
        ("None", "`None`"),
        ("f-string", "a string"),
        ("conditional", "a value with `if`"),
        ("generator", "a generator"),
        ("yield", "a `yield`"),
        ("ellipsis", "`...`"),
        ("__debug__", "a name that Python keeps for itself"),
        ("expression", "a calculation"),
        ("set", "a set"),
    ):
        if words in message:
            return name
    return "something without a name"
