"""How lines are indented, and branches that belong to nothing."""

from __future__ import annotations

import builtins
import difflib
import re

from course.checking.words import code
from course.explaining.unreadable.stop import Explanation, StopPlace, TextEdit
from course.explaining.unreadable.tokens import LogicalLine

_PARTNERS = {"else": "`if`", "elif": "`if`", "except": "`try`", "finally": "`try`"}


def indentation(place: StopPlace) -> Explanation | None:
    """A line that begins in a column where it cannot begin, or indented lines that are missing."""
    if not isinstance(place.error, IndentationError):
        return None
    if isinstance(place.error, TabError) or _mixed(place):
        return _tabs(place)
    if "expected an indented block" in place.message:
        return _nothing_below(place)
    if "unindent" in place.message:
        text = (
            f"{place.shown(place.line)} begins further to the left than the line above it, but not "
            "under any line it could belong with. Lines that belong together begin equally far "
            "from the left edge."
        )
        return Explanation("indent_mismatch", text, place.line)
    if "unexpected indent" in place.message:
        return _too_far(place)
    return None


def _mixed(place: StopPlace) -> bool:
    """Whether the line and the one above it are indented with different characters."""
    lines = [line for line in place.lines[: place.line] if line.strip()][-2:]
    marks = [set(re.match(r"[ \t]*", line).group()) for line in lines]  # type: ignore[union-attr]
    return len(marks) == 2 and {" ", "\t"} == marks[0] | marks[1] and "unindent" in place.message


def _tabs(place: StopPlace) -> Explanation:
    text = (
        f"Line {place.line} and the lines around it are indented partly with tabs and partly with "
        "spaces. They look alike on the screen, but not to Python. Use four spaces everywhere."
    )
    return Explanation("tabs_and_spaces", text, place.line)


def _nothing_below(place: StopPlace) -> Explanation | None:
    lines = place.reading.lines
    match = re.search(r"on line (\d+)", place.message)
    if match is not None:
        header = int(match.group(1))
    else:
        before = [each for each in lines if each.line < place.line and each.text.endswith(":")]
        if not before:
            return None
        header = before[-1].line
    below = next((each for each in lines if each.line > header), None)
    if below is not None and below.line == place.line:
        text = (
            f"{place.shown(header)} ends with a colon, so the next line has to be indented "
            f"further. Line {below.line}, {code(place.code(below.line))}, is not."
        )
        return Explanation("block_missing", text, below.line)
    text = (
        f"{place.shown(header)} ends with a colon, so Python expects at least one line below it "
        "that is indented further, and there is none."
    )
    return Explanation("block_missing", text, header)


def _too_far(place: StopPlace) -> Explanation:
    before = [each for each in place.reading.lines if each.line < place.line]
    if not before:
        text = (
            f"{place.shown(place.line)} is indented. The first line of a file begins at the left "
            "edge."
        )
        if re.match(r"(async\s+)?def\b|class\b|import\b|from\b", place.code(place.line)):
            return Explanation("indent_unexpected", text, place.line)
        text += " Is the line above it missing, for example one that begins with `def`?"
        return Explanation("indent_unexpected", text, place.line)
    above = before[-1]
    if _reads_like_head(place, above):
        text = (
            f"Line {place.line}, {code(place.code(place.line))}, is indented as in a function, but "
            f"line {above.line} above it, {code(above.text)}, only calls one. The first line of a "
            "function begins with `def` and ends with a colon."
        )
        return Explanation("def_missing", text, above.line)
    here = next((line for line in place.reading.lines if line.line == place.line), None)
    if here is not None and here.words == ['""'] and above.words[-1:] == ['""']:
        text = (
            f"{place.shown(place.line)} is a string of its own, indented as if it went on from "
            f"line {above.last}. What goes on over several lines needs parentheses around it."
        )
        return Explanation("indent_unexpected", text, place.line)
    text = (
        f"{place.shown(place.line)} is indented further than line {before[-1].line} above it, "
        f"{code(place.code(before[-1].line))}. Only after a line that ends with a colon is the "
        "next one indented further."
    )
    return Explanation("indent_unexpected", text, place.line)


def _reads_like_head(place: StopPlace, line: LogicalLine) -> bool:
    """Whether a call of a function that is nowhere was meant as the first line of one."""
    name = re.fullmatch(r"([^\W\d]\w*)\s*\(.*\)", line.text)
    if name is None or line.indent or hasattr(builtins, name.group(1)):
        return False
    if re.search(rf"\bdef\s+{name.group(1)}\b", place.source):
        return False
    start, end = line.tokens[0].start, place.last_of(line)
    return place.holds(place.mended(TextEdit(start, start, "def "), TextEdit(end, end, ":")))


def lonely(place: StopPlace) -> Explanation | None:
    """`else`, `elif`, `except`, `finally` without what they belong to; `try` without `except`."""
    lines, at = place.reading.lines, place.at
    if at is not None and "expected 'except' or 'finally'" in place.message:
        return _try_alone(place, at)
    if at is None or "invalid syntax" not in place.message:
        return None
    here = lines[at]
    first = here.words[0] if here.words else ""
    if not _is_whole(place, here, first):
        return None
    if first in _PARTNERS and place.line == here.line and here.words[1:2] != ["="]:
        if first in {"else", "elif"} and (above := _else_above(place, at)) is not None:
            text = (
                f"The `else` on line {above} has already ended this `if`, so the `{first}` on line "
                f"{here.line} belongs to nothing. `else` comes last, after every `elif`."
            )
            return Explanation("after_else", text, here.line)
        text = (
            f"The `{first}` on line {here.line} does not belong to any {_PARTNERS[first]}. It has "
            f"to begin as far from the left edge as its {_PARTNERS[first]}, right after the lines "
            "that are indented below that."
        )
        return Explanation("lonely_branch", text, here.line)
    return None


def _is_whole(place: StopPlace, here: LogicalLine, first: str) -> bool:
    """Whether the branch could be read if it were an `if` of its own."""
    if not here.tokens or first not in _PARTNERS:
        return True
    start, end = here.tokens[0].start, place.last_of(here)
    if first == "elif":
        return place.holds(place.mended(TextEdit(start, start + 4, "if")), here.line)
    if here.text.endswith(":"):
        return place.holds(place.mended(TextEdit(start, end, "if x:")), here.line)
    return True


def _else_above(place: StopPlace, at: int) -> int | None:
    """The line of an `else` with the same indentation that comes just before this branch."""
    here = place.reading.lines[at]
    for line in reversed(place.reading.lines[:at]):
        if len(line.indent) > len(here.indent):
            continue
        is_else = line.text.startswith("else") and line.indent == here.indent
        return line.line if is_else else None
    return None


def _try_alone(place: StopPlace, at: int) -> Explanation | None:
    """The last `try` above that nothing follows which belongs to it."""
    word = place.reading.lines[at].words[0]
    if word == "catch" or difflib.get_close_matches(word, ["except", "finally"], 1, 0.7):
        return None
    line = place.reading.lines[at]
    first = line.tokens[0]
    if line.text.endswith(":") and re.search(r"(Error|Exception)\b", line.text):
        mended = place.mended(TextEdit(first.start, first.end, "except"))
        if place.holds(mended, line.line):
            text = f"{place.shown(line.line)} begins with `{word}`. Did you mean `except`?"
            return Explanation("misspelt_keyword", text, line.line)
    answered: set[str] = set()
    for line in reversed(place.reading.lines[:at]):
        if line.text.startswith(("except", "finally")):
            answered.add(line.indent)
        elif line.text.startswith("try") and line.indent not in answered:
            text = (
                f"The `try` on line {line.line} has no `except` and no `finally`: line "
                f"{place.line}, {code(place.code(place.line))}, comes first. They begin as far "
                "from the left edge as their `try`."
            )
            return Explanation("try_alone", text, line.line)
    return None
