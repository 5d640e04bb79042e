"""The smallest change that lets Python read on: one token more, one less, or another one.

What is said is only what all changes of the first kind that works have in common.
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterator
from itertools import pairwise

from course.checking.words import code
from course.explaining.unreadable.stop import Explanation, StopPlace, TextEdit
from course.explaining.unreadable.tokens import CLOSING, Token

_BEFORE, _AFTER = 5, 6
_OPERATORS = (" + ", " == ", " in ", " and ")
_VALUE_ENDS = {")", "]", "}"}


def single_token(place: StopPlace) -> Explanation | None:
    """The first kind of change by one token that works, as a sentence."""
    for find in (
        _times,
        _division,
        _equals,
        _comma,
        _operator,
        _word_between,
        _operators,
        _too_many,
        _value,
        _other,
        _bracket,
    ):
        if (explanation := find(place)) is not None:
            return explanation
    return None


def _near(place: StopPlace) -> Iterator[tuple[Token, Token]]:
    """Neighbours near the place at which Python stopped, the nearest first."""
    tokens = place.reading.tokens
    near = [
        (abs(index - place.index), index)
        for index in range(max(place.index - _BEFORE, 1), place.index + _AFTER)
        if index < len(tokens)
    ]
    for _, index in sorted(near):
        yield tokens[index - 1], tokens[index]


def _ends_value(token: Token) -> bool:
    if token.kind == "name":
        return token.text not in keyword.kwlist or token.text in {"True", "False", "None"}
    return token.kind in {"string", "number"} or token.text in _VALUE_ENDS


def _begins_value(token: Token) -> bool:
    if token.kind == "name" and token.text in keyword.kwlist:
        return token.text in {"True", "False", "None", "not", "lambda", "await"}
    return token.kind != "operator" or token.text in CLOSING


def _works(place: StopPlace, before: Token, text: str) -> bool:
    """Whether Python reads on with a text after a token."""
    return place.holds(place.mended(_insert(before, text)), before.line)


def _insert(before: Token, text: str) -> TextEdit:
    return TextEdit(before.end, before.end, text)


def _comma(place: StopPlace) -> Explanation | None:
    """A comma between two values in brackets, at the end of a line or within it."""
    for before, after in (*_line_ends(place), *_near(place)):
        if not (_ends_value(before) and _begins_value(after)):
            continue
        if not _works(place, before, ","):
            continue
        if before.line != after.line:
            text = (
                f"Line {before.line}, {code(place.code(before.line))}, needs a comma at its end: "
                f"after {code(_shown(before))}, another value follows on line {after.line}."
            )
            return Explanation("comma_missing", text, before.line)
        text = (
            f"{place.shown(after.line)} has nothing between {code(_shown(before))} and "
            f"{code(_shown(after))}. Is a comma missing there{_or_operator(place, before)}?"
        )
        return Explanation("comma_missing", text, after.line)
    return _commas(place)


def _or_operator(place: StopPlace, before: Token) -> str:
    """What else could be missing, where that can be read too."""
    return ", or an operator such as `+`" if _works(place, before, " + ") else ""


def _commas(place: StopPlace) -> Explanation | None:
    """Several commas missing in one statement: `[1 2 3]`."""
    if place.at is None:
        return None
    tokens = place.reading.lines[place.at].tokens
    depth = 0
    depths = [depth := depth + (t.text in CLOSING) - (t.text in CLOSING.values()) for t in tokens]
    gaps = [
        before
        for inside, before, after in zip(depths, tokens, tokens[1:], strict=False)
        if inside and _ends_value(before) and _begins_value(after) and after.text not in CLOSING
    ]
    if len(gaps) < 2 or not place.holds(
        place.mended(*(_insert(each, ",") for each in gaps)), gaps[-1].line
    ):
        return None
    text = (
        f"{place.shown(gaps[0].line)} has values side by side with nothing between them. Are "
        "commas missing there?"
    )
    return Explanation("comma_missing", text, gaps[0].line)


def _line_ends(place: StopPlace) -> Iterator[tuple[Token, Token]]:
    """The tokens around the ends of lines inside the brackets that are open, the last first."""
    if place.at is None:
        return
    line = place.reading.lines[place.at]
    neighbours = list(zip(line.tokens, line.tokens[1:], strict=False))
    for before, after in reversed(neighbours):
        if before.line != after.line and after.start <= place.offset + 1:
            yield before, after


def _operator(place: StopPlace) -> Explanation | None:
    """Two values side by side outside brackets, or in a condition."""
    for before, after in _near(place):
        if not (_ends_value(before) and _begins_value(after)) or before.line != after.line:
            continue
        if any(_works(place, before, mark) for mark in _OPERATORS):
            such = "`==`, `in` or `and`" if _is_condition(place) else "`+` or `==`"
            text = (
                f"{place.shown(after.line)} has nothing between {code(_shown(before))} and "
                f"{code(_shown(after))}. An operator such as {such} is missing there, or one of "
                "the two is too many."
            )
            return Explanation("operator_missing", text, after.line)
    return None


def _is_condition(place: StopPlace) -> bool:
    first = place.reading.lines[place.at].words[0] if place.at is not None else ""
    return first in {"if", "elif", "while"}


def _operators(place: StopPlace) -> Explanation | None:
    """Values side by side several times outside brackets: `"To: " name "\\n" city`."""
    if place.at is None:
        return None
    tokens = place.reading.lines[place.at].tokens
    gaps = [
        before
        for before, after in pairwise(tokens)
        if _ends_value(before)
        and _begins_value(after)
        and after.text not in CLOSING
        and not before.kind == after.kind == "string"
    ]
    if len(gaps) < 2 or not place.holds(
        place.mended(*(_insert(each, " + ") for each in gaps)), gaps[-1].line
    ):
        return None
    such = "`==`, `in` or `and`" if _is_condition(place) else "`+`"
    text = (
        f"{place.shown(gaps[0].line)} has values side by side with nothing between them. An "
        f"operator such as {such} is missing there."
    )
    return Explanation("operator_missing", text, gaps[0].line)


def _word_between(place: StopPlace) -> Explanation | None:
    """A word that names nothing, in the place of an operator: `if hour before 12:`."""
    names = [token.text for token in place.reading.tokens if token.kind == "name"]
    for before, token in _near(place):
        known = token.text in keyword.kwlist or hasattr(builtins, token.text)
        if token.kind != "name" or known or names.count(token.text) > 1:
            continue
        if not _ends_value(before) or before.line != token.line:
            continue
        if place.holds(place.mended(TextEdit(token.start, token.end, "if")), token.line):
            text = (
                f"{place.shown(token.line)} has `{token.text}` in it, a word that Python does not "
                "know. A condition begins with `if` there."
            )
            return Explanation("operator_missing", text, token.line)
        if place.holds(place.mended(TextEdit(token.start, token.end, "==")), token.line):
            text = (
                f"{place.shown(token.line)} has `{token.text}` between two values, a word that "
                "Python does not know. An operator such as `<` or `==` belongs there."
            )
            return Explanation("operator_missing", text, token.line)
    return None


def _equals(place: StopPlace) -> Explanation | None:
    """`=` between a name and its value."""
    if place.at is None:
        return None
    tokens = place.reading.lines[place.at].tokens
    if len(tokens) < 2 or tokens[0].kind != "name" or not _begins_value(tokens[1]):
        return None
    if tokens[1].text in CLOSING and tokens[0].end == tokens[1].start:
        return None
    if tokens[0].text in keyword.kwlist or hasattr(builtins, tokens[0].text):
        return None
    if not place.holds(place.mended(_insert(tokens[0], " = "))):
        return None
    text = (
        f"{place.shown(tokens[0].line)} has nothing between {code(tokens[0].text)} and "
        f"{code(_shown(tokens[1]))}. Is an `=` missing there, or a pair of parentheses?"
    )
    return Explanation("equals_missing", text, tokens[0].line)


def _too_many(place: StopPlace) -> Explanation | None:
    """A token that is one too many; with what else it can be, where it can."""
    for _, token in _near(place):
        comma = TextEdit(token.start, token.end, ",")
        if token.text == ";" and place.holds(place.mended(comma), token.line):
            continue  # another token is meant, which is told below
        if token.kind in {"string", "number"} or not place.holds(
            place.mended(TextEdit(token.start, token.end, "")), token.line
        ):
            continue
        before = _before(place, token)
        value = before is not None and _works(place, before, " x ")
        if value and before is not None and before.kind == "operator" and token.text != ";":
            text = (
                f"{place.shown(token.line)} has `{before.text}` and `{token.text}` side by side: a "
                "value is missing between them, or one of the two is too many."
            )
            return Explanation("side_by_side", text, token.line)
        if value and token.text != ";":
            continue
        if _works(place, token, " x "):
            if token.text == "**" and place.code(token.line).startswith(("def ", "async def ")):
                text = (
                    f"{place.shown(token.line)} has no name after `**`. Between the parentheses "
                    "of a `def`, a name follows it, as in `**options`."
                )
                return Explanation("value_missing", text, token.line)
            text = (
                f"{place.shown(token.line)} has nothing after `{token.text}`: something is missing "
                f"there, or the `{token.text}` is too many."
            )
            return Explanation("value_missing", text, token.line)
        if token.kind == "name" and token.text not in keyword.kwlist:
            continue
        if not place.runs(place.mended(TextEdit(token.start, token.end, "")), token.line):
            continue
        where = f" after {code(_shown(before))}" if before and before.line == token.line else ""
        text = f"{place.shown(token.line)} cannot be read with the `{token.text}`{where}."
        return Explanation("token_too_many", f"{text} Without it, it can.", token.line)
    return None


def _before(place: StopPlace, token: Token) -> Token | None:
    index = place.reading.tokens.index(token)
    return place.reading.tokens[index - 1] if index else None


def _value(place: StopPlace) -> Explanation | None:
    """A value that is missing between two tokens."""
    for before, after in _near(place):
        if before.kind != "operator" and before.text not in keyword.kwlist:
            continue
        if _works(place, before, " x "):
            if before.line == after.line:
                words = f"has nothing between {code(_shown(before))} and {code(_shown(after))}"
                text = f"{place.shown(before.line)} {words}: a name or a value is missing there."
            else:
                text = (
                    f"{place.shown(before.line)} stops after `{before.text}`: a value is missing."
                )
            return Explanation("value_missing", text, before.line)
    return None


def _other(place: StopPlace) -> Explanation | None:
    """A token in the place of another: `;` for `,`, `:` for `=`."""
    for _, token in _near(place):
        for right in _MEANT.get(token.text, ()):
            edit = TextEdit(token.start, token.end, f"{right} " if right in ",:" else right)
            if place.holds(place.mended(edit), token.line):
                text = (
                    f"{place.shown(token.line)} cannot be read with the `{token.text}` there. Did "
                    f"you mean `{right}`?"
                )
                return Explanation("token_other", text, token.line)
    return None


def _times(place: StopPlace) -> Explanation | None:
    """An `x` between two values as schools multiply with it: `celsius x 9`."""
    for before, token in _near(place):
        if token.text not in {"x", "X"} or not _ends_value(before) or before.line != token.line:
            continue
        if place.holds(place.mended(TextEdit(token.start, token.end, "*")), token.line):
            text = (
                f"{place.shown(token.line)} has `{token.text}` between two values. Python "
                "multiplies with `*`."
            )
            return Explanation("token_other", text, token.line)
    return None


def _division(place: StopPlace) -> Explanation | None:
    """A colon as schools divide with it: `each = total : people`."""
    names = [token.text for token in place.reading.tokens if token.kind == "name"]
    for before, token in _near(place):
        value = before.kind == "number" or before.text == ")" or names.count(before.text) > 1
        if token.text != ":" or not value:
            continue
        begins = place.source[place.starts[token.line - 1] : token.start]
        flat = all(begins.count(one) == begins.count(other) for one, other in ("()", "[]", "{}"))
        worked_out = re.search(r"(?<![=!<>])=(?!=)|\breturn\b", begins) is not None
        mend = place.mended(TextEdit(token.start, token.end, "/"))
        if not (flat and worked_out and place.holds(mend, token.line)):
            continue
        text = (
            f"{place.shown(token.line)} has `:` between two values. Python divides with `/`, or "
            "with `//` where only the whole times count."
        )
        return Explanation("token_other", text, token.line)
    return None


_MEANT = {
    ";": (",", ":"),
    ":": ("=", ",", ")"),
    "=": (":", "=="),
    ".": (",",),
    ",": (":",),
    "and": (",",),
    "+": (",",),
    "+=": ("=",),
    "*": (",",),
    "|": (",",),
}


def _bracket(place: StopPlace) -> Explanation | None:
    """A bracket that is missing although all of them pair up."""
    for before, after in _near(place):
        for mark in "()":
            if _works(place, before, mark):
                text = f"{place.shown(after.line)} has no `{mark}` after {code(_shown(before))}."
                return Explanation("bracket_missing", text, after.line)
    return None


def _shown(token: Token) -> str:
    return token.text if "\n" not in token.text else token.text.split("\n")[0] + " ..."
