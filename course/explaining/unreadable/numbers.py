"""Numbers that Python cannot read as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.checking.words import code
from course.explaining.unreadable.statements import Guess, pairs
from course.explaining.unreadable.stop import StopPlace, TextEdit
from course.explaining.unreadable.tokens import LogicalLine

_NUMBER = re.compile(
    r"(?i)0x[\da-f_]+|0b[01_]+|0o[0-7_]+|(?:\d[\d_]*)?\.?\d*(?:e[+-]?\d+)?j?|\d+\.|"
    r"\d+(?:if|else|or|and|in|is|for)"
)
_DIGITS = {
    "b": ("01", "the digits 0 and 1"),
    "o": ("01234567", "digits from 0 to 7"),
    "x": ("0123456789abcdef", "digits and the letters from `a` to `f`"),
}
"""The digits of a base by its letter, and what they are called."""


def numbers(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """Numbers that are none."""
    for before, token in pairs(line):
        if token.text[0] == "." and token.kind == "number" and before.end == token.start:
            yield Guess(
                "number_after_dot",
                f"has `{token.text}` after `{before.text}`. After a dot comes a name; an item by "
                f"its number is `{before.text}[{token.text[1:]}]`.",
            )
    yield from _dates(line)
    for token in line.tokens:
        if token.kind != "number":
            continue
        if re.fullmatch(r"\d[\d.]*[eE][+-]?", token.text):
            yield Guess(
                "number_unreadable", f"has `{token.text}`: after the `e` a number is missing."
            )
            continue
        if re.fullmatch(r"0[\d_]*[1-9][\d_]*", token.text):
            yield Guess(
                "leading_zero",
                f"has the number `{token.text}`. A whole number cannot begin with 0.",
            )
        elif re.fullmatch(r"\d[\d_]*(\.\d*){2,}", token.text):
            yield Guess(
                "number_with_points",
                f"has the number `{token.text}`. A number has one decimal point at most.",
            )
        elif re.fullmatch(r"\d[\d_]*", token.text) and re.search(r"__|_$", token.text):
            yield Guess(
                "number_underscore",
                f"has the number `{token.text}`. In a number, `_` goes between two digits.",
            )
        elif re.match(r"0[xXbBoO]", token.text) and not _NUMBER.fullmatch(token.text):
            yield Guess("number_unreadable", f"has {code(token.text)}. {_digits(token.text)}")
        elif re.fullmatch(r"\d+(\.\d*)?[iI]", token.text):
            yield Guess(
                "name_with_digit",
                f"has {code(token.text)} in it. Python writes `j` for the imaginary unit; between "
                "a number and a name there has to be an operator.",
            )
        elif not _NUMBER.fullmatch(token.text):
            yield Guess(
                "name_with_digit",
                f"has {code(token.text)} in it. A name cannot begin with a digit, and between a "
                "number and a name there has to be an operator.",
            )


def _dates(line: LogicalLine) -> Iterator[Guess]:
    """`2026-03-05`."""
    if (day := re.search(r"(?<![\w.])(\d{4})-(\d\d)-(\d\d)(?![\w.])", line.text)) is not None:
        year, month, number = map(int, day.groups())
        yield Guess(
            "leading_zero",
            f"has `{day.group()}` in it, where `-` means minus. A date is made with "
            f"`date({year}, {month}, {number})`, and `date` comes from the module `datetime`.",
        )


def empty_index(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`rows[]`."""
    for before, token in pairs(line):
        index = line.tokens.index(token)
        after = line.tokens[index + 1 : index + 2]
        empty = token.text == "[" and after and after[0].text == "]"
        touches = before.end == token.start
        if empty and touches and (before.text in {")", "]"} or before.kind in {"name", "string"}):
            edit = TextEdit(token.end, token.end, "x")
            words = "has nothing between `[` and `]`: an index is missing."
            yield Guess("index_missing", words, ((edit,),), token.line)


def _digits(text: str) -> str:
    """Which digits belong after `0x`, `0o` or `0b`, and the one that does not."""
    start, rest = text[:2], text[2:].replace("_", "")
    digits, words = _DIGITS[start[1].lower()]
    wrong = next((mark for mark in rest if mark.lower() not in digits), None)
    told = f"`{start}` begins a number in base {len(digits)}: after it come {words}"
    return f"{told}, not `{wrong}`." if wrong else f"{told}."
