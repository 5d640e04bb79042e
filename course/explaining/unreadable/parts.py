"""Parts of a statement in a form that Python does not have: of `def`, `raise`, `import`, `pass`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.explaining.unreadable.statements import HEADERS, TAKES, Guess, pairs
from course.explaining.unreadable.stop import StopPlace, TextEdit
from course.explaining.unreadable.tokens import CLOSING, LogicalLine, Token

_TYPES = frozenset({"int", "str", "float", "bool", "list", "dict", "set", "tuple", "bytes"})


def of_def(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`def f(a, *, *)`, `def f(count+1)`, `def f(x., y)`."""
    match = re.match(r"(?:async\s+)?def\s+\w+\s*\(", line.text)
    if match is None:
        return
    tokens = line.tokens
    stars = [
        at
        for at, token in enumerate(tokens[:-1])
        if token.text == "*" and tokens[at + 1].text in {",", ")"} and at
    ]
    if len(stars) > 1:
        yield Guess(
            "star_twice",
            "has two parts with a `*` between the parentheses of the `def`; only one is allowed.",
        )
    for before, mark, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        alone = before.text in {"(", ","} and after.text in {")", ","} and mark.text not in "*/),"
        if alone and mark.kind == "operator" and mark.text != "**":
            yield Guess(
                "parameter_value",
                f"has `{mark.text}` between the parentheses of the `def`, where a name belongs.",
                ((TextEdit(mark.start, mark.end, "x_"),),),
            )
        if before.kind != "name" or not before.text.isidentifier():
            continue
        if mark.text in {"+", "-", "/"} and after.text not in {",", ")"}:
            yield Guess(
                "parameter_value",
                f"has `{mark.text}` after the name `{before.text}`. Between the parentheses of a "
                "`def`, names are separated by commas, and a default value comes after `=`.",
                ((TextEdit(mark.start, mark.end, "="),),),
            )
        if mark.text == "." and after.text in {",", ")"}:
            yield Guess(
                "parameter_value",
                f"has a dot after the name `{before.text}`. Plain names go there.",
                ((TextEdit(mark.start, mark.end, ""),),),
            )


def types_of_def(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`def size(int width, list[int] rows)`, `def size(width int)`."""
    if re.match(r"(?:async\s+)?def\s+\w+\s*\(", line.text) is None:
        return
    tokens = line.tokens
    edits: list[TextEdit] = []
    shown = ""
    for index in range(3, len(tokens)):
        name, before = tokens[index], tokens[index - 1]
        start = _type_before(tokens, index)
        if start is not None and tokens[start - 1].text in {"(", ","} and name.kind == "name":
            edits.append(TextEdit(tokens[start].start, name.start, ""))
            shown = shown or f"has a type before the name `{name.text}`"
        elif (
            name.text in _TYPES
            and before.text.isidentifier()
            and tokens[index - 2].text in {"(", ","}
        ):
            edits.append(TextEdit(before.end, name.start, ": "))
            shown = shown or f"has no colon between `{before.text}` and `{name.text}`"
    if edits:
        yield Guess(
            "type_of_parameter",
            f"{shown}. A type comes after the name and a colon, as in `name: int`.",
            (tuple(edits),),
        )


def _type_before(tokens: tuple[Token, ...], index: int) -> int | None:
    """Where a type that ends right before a token begins: `int`, `list[int]`."""
    start = index - 1
    if tokens[start].text == "]":
        while start > 0 and tokens[start].text != "[":
            start -= 1
        start -= 1
    return start if start > 0 and tokens[start].text in _TYPES else None


def as_missing(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`except KeyError error:`, `with open(path) file:`."""
    if line.words[0] not in {"except", "with"} or line.tokens[-1].text != ":":
        return
    if len(line.tokens) < 4 or "as" in line.words:
        return
    name, before = line.tokens[-2], line.tokens[-3]
    ends = before.kind == "name" or before.text == ")"
    if name.kind != "name" or not ends or name.text == before.text:
        return
    yield Guess(
        "as_missing",
        f"has no `as` before `{name.text}`.",
        ((TextEdit(name.start, name.start, "as "),),),
    )


def word_alone(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`del` with nothing after it, and `pass` with something."""
    first = line.words[0]
    if len(line.tokens) == 1 and first in TAKES:
        yield Guess("cut_off", f"does not say {TAKES[first]}: something has to follow `{first}`.")
    ends = line.tokens[0].end
    if first in {"pass", "break", "continue"} and len(line.tokens) > 1 and line.words[1] != ";":
        if line.words[1] in {"=", "+=", "-=", ".", "("}:
            return  # it is used as a name
        yield Guess(
            "nothing_follows",
            f"has something after `{first}`, which is a line of its own: nothing follows it.",
            ((TextEdit(ends, line.tokens[-1].end, ""),),),
        )


def async_alone(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`async fetch(number):`."""
    if line.words[0] != "async" or len(line.tokens) < 2 or line.words[1] in {"def", "for", "with"}:
        return
    if line.words[1] in {"=", "."}:
        return  # it is used as a name
    after = line.tokens[1].start
    yield Guess(
        "async_alone",
        "has neither `def` nor `for` nor `with` after `async`.",
        tuple((TextEdit(after, after, f"{word} "),) for word in ("def", "for", "with")),
    )


def brace_after_colon(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`if ready: {` with the lines of the branch below."""
    depth = 0
    for before, brace in pairs(line):
        depth += (before.text in CLOSING) - (before.text in CLOSING.values())
        opens = before.text == ":" and brace.text == "{" and not depth
        if opens and line.words[0] in HEADERS and brace.line < line.last:
            yield Guess(
                "foreign_sign",
                "has a `{` after its colon. Python goes by how far lines are indented, not by "
                "braces.",
            )


def of_raise(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`raise ValueError, "no number"`, as in Python 2."""
    match = re.match(r"raise\s+([A-Za-z_][\w.]*)\s*,", line.text)
    if match is not None:
        yield Guess(
            "old_raise",
            f"has a comma after `{match.group(1)}`. Its message goes between parentheses after its "
            "name.",
        )


def of_import(line: LogicalLine, place: StopPlace) -> Iterator[Guess]:
    """`from math import (sin, cos) as funcs`."""
    match = re.match(r"from\s+[\w.]+\s+import\s*\([^)]*\)\s*as\s+\w+", line.text)
    token = next((it for it in line.tokens if it.text == "as"), None)
    if match is not None and token is not None:
        end = place.last_of(line)
        yield Guess(
            "import_as",
            "has one `as` for several names. Each name that is imported has its own: "
            "`import a as b, c as d`.",
            ((TextEdit(token.start, end, ""),),),
        )


PARTS = (
    word_alone,
    async_alone,
    brace_after_colon,
    types_of_def,
    of_def,
    as_missing,
    of_raise,
    of_import,
)
