"""Words of other languages, and loops as they write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.explaining.unreadable.statements import Guess
from course.explaining.unreadable.stop import StopPlace, TextEdit
from course.explaining.unreadable.tokens import LogicalLine

_FOREIGN = {
    "switch": "match",
    "catch": "except",
    "foreach": "for",
    "throw": "raise",
    "unless": "if not",
    "until": "while not",
}
"""Words that begin a statement elsewhere, and what Python writes."""


def _range(line: LogicalLine) -> Iterator[Guess]:
    if re.match(r"for\b.*\bin\b.*\bto\b", line.text):
        yield Guess(
            "foreign_word",
            "counts with `to`. Python counts with `range(...)`: `for ... in range(...):`.",
        )


def foreign_words(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """Words of other languages: `then`, `function`, `int x = 3`, `for (;;)`."""
    if match := re.match(r"(?:if|elif|while|for)\b.*\b(then|do)\b(?!\s*[=.,)])", line.text):
        word = match.group(1)
        yield Guess("foreign_word", f"has the word `{word}`; in Python a colon comes there.")
    if re.match(r"/\*|//|--\s", line.text):
        yield Guess("foreign_sign", "looks like a comment. In Python a comment begins with `#`.")
    if match := re.match(
        r"(function|func|fun|fn|void|public|static|sub)\s+(?:\w+\s+)*\w+\s*\(", line.text
    ):
        yield Guess(
            "foreign_word",
            f"begins with `{match.group(1)}`. Python makes a function with `def`.",
        )
    if match := re.match(
        r"(var|let|const|int|float|[Ss]tring|str|bool|[Bb]oolean|double|char|Integer|auto)\s+[^\W\d]\w*\s*=(?!=)",
        line.text,
    ):
        yield Guess(
            "foreign_word",
            f"begins with `{match.group(1)}`. Python gives a name a value without such a word: "
            "leave it out.",
        )
    if match := re.search(r"(?:[=(,]|\breturn|\braise)\s*new\s+\w+\(", line.text):
        yield Guess("foreign_word", "has the word `new`. Python makes an object without it.")
    if re.match(r"for\s*\(.*;.*;.*\)", line.text):
        yield Guess(
            "foreign_word",
            "is a loop of another language. In Python, `for ... in ...:` goes through the items of "
            "something.",
        )
    if line.text == "do:":
        yield Guess("foreign_word", "begins with `do`. Python's loops begin with `while` or `for`.")
    for word, right in _FOREIGN.items():
        if line.words[0] == word and len(line.tokens) > 1 and line.words[1] not in {"=", "("}:
            yield Guess("foreign_word", f"begins with `{word}`. Python writes `{right}`.")


def loops_without_in(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`for item items:`, `for i = 1 to 5:`."""
    yield from _range(line)
    tokens = line.tokens
    if line.words[:2] == ["for", "each"] and line.words[3:4] == ["in"]:
        leave_out = TextEdit(tokens[1].start, tokens[2].start, "")
        words = "has the word `each` after `for`. Python writes `for ... in ...:` without it."
        yield Guess("foreign_word", words, ((leave_out,),))
    for index in range(1, len(tokens) - 2):
        name, after = tokens[index + 1], tokens[index + 2]
        inner = tokens[index].text == "for" and name.kind == after.kind == "name"
        follows = tokens[index + 3].text if index + 3 < len(tokens) else ""
        if inner and after.text != "in" and follows == "in" and name.text != after.text:
            yield Guess(
                "comma_missing",
                f"has nothing between `{name.text}` and `{after.text}`. Is a comma missing there?",
                ((TextEdit(name.end, name.end, ","),),),
                name.line,
            )
        elif inner and after.text != "in" and follows != "in":
            yield Guess(
                "for_without_in",
                f"has no `in` after `for {name.text}`.",
                ((TextEdit(name.end, name.end, " in"),),),
            )
    if re.match(r"for\b", line.text) and "in" not in line.words:
        yield Guess(
            "for_without_in",
            "has no `in`: after `for` come a name, the word `in`, and what to go through.",
        )


FOREIGN = (foreign_words, loops_without_in)
"""What is plain to see, but for a missing `in`."""
