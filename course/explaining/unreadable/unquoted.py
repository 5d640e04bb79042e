"""Text that has no quotes, and quotes inside a string that end it too soon."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterator

from course.checking.words import code
from course.explaining.unreadable.statements import Guess, pairs
from course.explaining.unreadable.stop import StopPlace, TextEdit
from course.explaining.unreadable.tokens import LogicalLine


def no_quotes(line: LogicalLine, place: StopPlace) -> Iterator[Guess]:
    """Text without quotes: `print(Hello, Harbour!)`, or a line of nothing but words."""
    tokens = line.tokens
    if any(token.kind == "string" for token in tokens):
        return
    if tokens[0].text == "print" and len(tokens) > 3 and tokens[1].text == "(":
        first, last = tokens[2], tokens[-2] if tokens[-1].text == ")" else tokens[-1]
        written = place.source[first.start : last.end]
        if _reads_like_text(written, place) or re.fullmatch(r"[-=*~+./ ]{3,}", written):
            edits = (TextEdit(*2 * (first.start,), '"'), TextEdit(*2 * (last.end,), '"'))
            yield Guess(
                "quotes_missing",
                "has no quotes around the text. Python reads what has no quotes as code, so text "
                "goes between two quotes.",
                (edits,),
            )
    text = place.source[tokens[0].start : tokens[-1].end]
    if tokens[0].text not in keyword.kwlist and _reads_like_text(text, place):
        edits = (TextEdit(*2 * (tokens[0].start,), '"'), TextEdit(*2 * (tokens[-1].end,), '"'))
        yield Guess(
            "quotes_missing",
            "reads like text, not like code. Text that is to be printed goes between quotes, "
            "inside `print(...)`.",
            (edits,),
        )


_BEFORE_VALUE = frozenset(["=", "==", "!=", "(", ",", "+", "and", "or", "not", "if", "return"])


def lone_characters(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`@ in text`, `"a" + ! + "b"`: a character that is meant as text."""
    found = [
        token
        for before, token, after in zip(line.tokens, line.tokens[1:], line.tokens[2:], strict=False)
        if token.text in _CHARACTERS
        and before.text in _BEFORE_VALUE
        and (after.text in {"in", "not", "and", "or", ")", ",", "+", ":", "=="})
    ]
    if found:
        yield Guess(
            "quotes_missing",
            f"has {code(found[0].text)} without quotes. Python reads what has no quotes as code, "
            "so text goes between two quotes, even a single character.",
            (tuple(TextEdit(it.start, it.end, f'"{it.text}"') for it in found),),
        )


_CHARACTERS = frozenset("@.!?&$")


def _reads_like_text(text: str, place: StopPlace) -> bool:
    """Two words or more that stand side by side and are names of nothing."""
    if re.search(r"[=()\[\]{}\"]|\w\.\w", text):
        return False
    words = re.findall(r"[^\W\d_]\w*", text)
    names = [token.text for token in place.reading.tokens if token.kind == "name"]
    known = {*keyword.kwlist, *dir(builtins), *(name for name in names if names.count(name) > 1)}
    unknown = [word for word in words if word not in known and len(word) > 1]
    side_by_side = re.search(r"[^\W\d_]\w*[,:;!?.']?\s+\w|\d\s+[^\W\d_]|!|\?", text) is not None
    marked = re.search(r"[!?]$", text.strip()) is not None
    return (len(words) > 1 or marked) and side_by_side and len(unknown) * 2 > len(words)


def inner_quotes(line: LogicalLine, place: StopPlace) -> Iterator[Guess]:
    """`"She said "hi" to me"`: the quotes inside end the string."""
    for before, after in pairs(line):
        if before.kind != "string" or after.kind != "name" or before.end != after.start:
            continue
        quote = before.text[-1]
        end = place.starts[after.line - 1] + len(place.lines[after.line - 1])
        last = place.source.rfind(quote, after.end, end)
        if last < 0:
            continue
        inner = place.source[before.start + 1 : last].replace(quote, f"\\{quote}")
        edit = TextEdit(before.start + 1, last, inner)
        if before.text == 2 * quote and place.source[last - 1] == quote:
            yield Guess(
                "quote_inside",
                f"has two `{quote}` at each end of the string. One is enough: the second ends the "
                "string before its first character.",
                ((TextEdit(before.start, before.end, quote), TextEdit(last - 1, last, "")),),
                after.line,
            )
            continue
        other = "single" if quote == '"' else "double"
        yield Guess(
            "quote_inside",
            f"has a `{quote}` before `{after.text}` that ends the string too soon. For a `{quote}` "
            f"inside a string, begin and end the string with {other} quotes.",
            ((edit,),),
            after.line,
        )
