"""Loops in one line and `lambda`: what is missing in them, too much or in the wrong place."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator
from itertools import pairwise

from course.explaining.unreadable.statements import Guess, pairs
from course.explaining.unreadable.stop import StopPlace, TextEdit
from course.explaining.unreadable.tokens import LogicalLine, Token

_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_GATHERING = frozenset(
    ["sum", "any", "all", "max", "min", "sorted", "list", "set", "tuple", "dict", "join"]
)
"""Functions that are often given `... for ... in ...`."""


def late_else(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`[x for x in items if x > 0 else 0]`."""
    for index, token in enumerate(line.tokens):
        if token.text != "else":
            continue
        inside = _same_depth(line.tokens[:index])
        end = end_of_part(line.tokens[index:])
        if "for" not in inside or "if" not in inside[inside.index("for") :] or end is None:
            continue
        yield Guess(
            "else_after_for",
            "has an `else` after the `for`. An `if` there only picks items; a value with `if` and "
            "`else` comes before the `for`: `a if condition else b for ...`.",
            ((TextEdit(token.start, end.start, ""),),),
            token.line,
        )


def for_missing(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`[name.title() name in names]`."""
    for index, (before, after) in enumerate(pairs(line)):
        ends = before.kind in {"name", "string", "number"} or before.text in _CLOSING
        if not ends or before.text in keyword.kwlist or after.kind != "name":
            continue
        rest = re.match(r"\w+(, \w+)* in ", " ".join(line.words[index + 1 :]).replace(" ,", ","))
        if rest is None or not _gathers(line.tokens[: index + 1]):
            continue
        yield Guess(
            "for_missing",
            f"has no `for` before `{after.text}`.",
            ((TextEdit(after.start, after.start, "for "),),),
            after.line,
        )


def _gathers(tokens: tuple[Token, ...]) -> bool:
    """Whether the bracket that is open at the end is one in which items are gathered."""
    depth = 0
    for index in range(len(tokens) - 1, -1, -1):
        depth += (tokens[index].text in _CLOSING) - (tokens[index].text in _OPENING)
        if depth < 0:
            called = tokens[index - 1].text if index else ""
            return tokens[index].text != "(" or called in _GATHERING
    return False


def bare_comprehension(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`return price for price in prices`."""
    words = line.words
    if "for" not in words[1:] or "in" not in words or words[0] in {"for", "async"}:
        return
    at = words.index("for", 1)
    begins = 1 if words[0] == "return" else words.index("=") + 1 if "=" in words[:at] else None
    if begins is None or begins >= at or innermost(line.tokens[:at]):
        return
    end = line.tokens[-1].end
    yield Guess(
        "bare_comprehension",
        "has a value with `for` behind it. In one line, both go between brackets: "
        "`[... for ... in ...]`.",
        ((TextEdit(*2 * (line.tokens[begins].start,), "["), TextEdit(end, end, "]")),),
    )


def lambda_colon(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`lambda box box.size`, `lambda box:`."""
    for index, token in enumerate(line.tokens):
        rest = line.tokens[index + 1 :]
        if token.text != "lambda" or not rest:
            continue
        if rest[-1].text == ":" and len(rest) < 4:
            end = rest[-1].end
            words = "has nothing after the colon of its `lambda`: the value that it gives back."
            yield Guess("value_missing", words, ((TextEdit(end, end, " x"),),))
        for before, after in pairwise(rest):
            if before.kind == after.kind == "name" and after.text not in keyword.kwlist:
                yield Guess(
                    "colon_missing",
                    f"has no colon after `{before.text}`, where the names of its `lambda` end.",
                    ((TextEdit(before.end, before.end, ":"),),),
                    after.line,
                )
                break


def loop_with_if(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`for box in boxes if box > 3:`."""
    if line.words[0] != "for" or "if" not in line.words or "else" in line.words:
        return
    at = line.words.index("if")
    if innermost(line.tokens[:at]) or line.tokens[-1].text != ":":
        return
    yield Guess(
        "loop_with_if",
        "has an `if` in the first line of its loop. It goes on a line of its own, inside the loop.",
        ((TextEdit(line.tokens[at].start, line.tokens[-1].start, ""),),),
    )


def _same_depth(tokens: tuple[Token, ...]) -> list[str]:
    """The words back to the bracket that is open at the end of the tokens."""
    depth, words = 0, list[str]()
    for token in reversed(tokens):
        depth += (token.text in _CLOSING) - (token.text in _OPENING)
        if depth < 0:
            break
        if not depth:
            words.insert(0, token.text)
    return words


def end_of_part(tokens: tuple[Token, ...], commas: bool = True) -> Token | None:
    """The bracket or comma that ends what the tokens begin."""
    depth = 0
    for token in tokens:
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        if depth < 0 or (commas and not depth and token.text == ","):
            return token
    return None


def innermost(tokens: tuple[Token, ...]) -> str:
    """The bracket that is open at the end of the tokens."""
    open_there: list[str] = []
    for token in tokens:
        if token.text in _OPENING:
            open_there.append(token.text)
        elif token.text in _CLOSING and open_there:
            open_there.pop()
    return open_there[-1] if open_there else ""


COMPREHENSIONS = (late_else, for_missing, bare_comprehension, lambda_colon, loop_with_if)
"""What a mend proves."""
