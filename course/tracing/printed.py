"""Which printed line a test about output refused, where its two sides tell."""

from __future__ import annotations

import ast

from msgspec import Struct

from course.model import TestResult


class WrongLine(Struct, frozen=True):
    """A printed line that is not as it should be: from which character of the output it goes on.

    `expected` is the line in its place, None where nothing more should be printed.
    """

    begins: int
    expected: str | None


def wrong_line(printed: str, test: TestResult | None) -> WrongLine | None:
    """The first printed line that the test wanted otherwise; None where that is not known.

    The test's two sides are lines of the output: a list of them, or one text.
    """
    if test is None or test.got is None or test.expected is None:
        return None
    got, expected = _lines(test.got), _lines(test.expected)
    if not got or expected is None:
        return None
    lines = printed.splitlines(keepends=True)
    bare = [line.strip() for line in lines]
    starts = [at for at in range(len(bare)) if bare[at : at + len(got)] == got]
    differing = [at for at, line in enumerate(got) if expected[at : at + 1] != [line]]
    if len(starts) != 1 or not differing:
        return None
    number = differing[0]
    begins = sum(map(len, lines[: starts[0] + number]))
    return WrongLine(begins, expected[number] if number < len(expected) else None)


def _lines(side: str) -> list[str] | None:
    """A side of a comparison as bare lines, where it is a text or a list of texts."""
    try:
        value = ast.literal_eval(side)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    if isinstance(value, str):
        value = value.strip().splitlines()
    if not isinstance(value, list) or not all(isinstance(line, str) for line in value):
        return None
    return [line.strip() for line in value]
