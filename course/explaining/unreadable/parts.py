"""Parts of a `def`, a `raise` or an `import` in a form that Python does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.explaining.unreadable.statements import Guess
from course.explaining.unreadable.stop import StopPlace, TextEdit
from course.explaining.unreadable.tokens import LogicalLine


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


PARTS = (of_def, of_raise, of_import)
