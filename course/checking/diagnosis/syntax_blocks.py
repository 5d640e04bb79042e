"""Blocks that Python cannot read: indentation, and branches that belong to nothing."""

from __future__ import annotations

from typing import Any

from course.checking.diagnosis.lexer import LogicalLine
from course.checking.diagnosis.words import code

Told = tuple[str, str, int]


def indentation(place: Any) -> Told | None:
    """A line that begins in a column where it cannot begin, or a block that is not there."""
    line, shown = place.line, code(place.code(place.line))
    if isinstance(place.error, TabError):
        return (
            "tabs_and_spaces",
            (
                f"Line {line} and the lines around it are indented partly with tabs and partly "
                "with "
                "spaces. They look alike on the screen, but not to Python. Use four spaces "
                "everywhere."
            ),
            line,
        )
    lines = place.reading.lines
    if "expected an indented block" in place.message:
        before = [each for each in lines if each.line < line or each is lines[-1]]
        headers = [each for each in before if each.text.endswith(":")]
        if not headers:
            return None
        header = headers[-1]
        return (
            "block_missing",
            (
                f"Line {header.line}, {code(place.code(header.line))}, ends with a colon, so "
                "Python "
                "expects at least one line below it that is indented further, and there is none."
            ),
            header.line,
        )
    if "unindent" in place.message:
        return (
            "indent_mismatch",
            (
                f"Line {line}, {shown}, begins in a column where no block above it begins. Lines "
                "of "
                "one block all begin in the same column."
            ),
            line,
        )
    if "unexpected indent" in place.message:
        return (
            "indent_unexpected",
            (
                f"Line {line}, {shown}, is indented further than the line before it, and nothing "
                "before it opens a block (a line that ends with a colon does)."
            ),
            line,
        )
    return None


def lonely(lines: tuple[LogicalLine, ...], at: int) -> Told | None:
    """`else`, `elif`, `except`, `finally` without what they belong to; `try` without `except`."""
    here = lines[at]
    first = here.words[0] if here.words else ""
    partner = {"else": "`if`", "elif": "`if`", "except": "`try`", "finally": "`try`"}.get(first)
    if partner is not None:
        return (
            "lonely_branch",
            (
                f"The `{first}` on line {here.line} does not belong to any {partner}. It has to "
                "begin in "
                f"the same column as its {partner}, right after the lines that are indented "
                "below that."
            ),
            here.line,
        )
    tries = [each for each in lines[:at] if each.text.startswith("try")]
    if tries and len(tries[-1].indent) >= len(here.indent):
        return (
            "try_alone",
            (f"The `try` on line {tries[-1].line} has no `except` and no `finally` below it."),
            tries[-1].line,
        )
    return None
