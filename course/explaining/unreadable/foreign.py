"""Words of other languages, and loops as they write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.checking.words import code
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
_OPERATORS = frozenset(["and", "or", "not", "in", "is", "if", "else", "for"])


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


def contains(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`names contains "Ana"`, `names not contains "Ana"`."""
    for index, token in enumerate(line.tokens[1:-1], 1):
        before, after = line.tokens[index - 1], line.tokens[index + 1]
        if token.text not in {"contains", "includes", "has"} or before.text == ".":
            continue
        turned = before.text == "not"
        held = line.tokens[index - 1 - turned]
        value = held.kind in {"name", "string"} or held.text in {")", "]"}
        if not (value and after.kind in {"name", "string", "number"}):
            continue
        first = before if turned else token
        operator = "not in" if turned else "in"
        yield Guess(
            "foreign_word",
            f"has the word `{token.text}` between two values. Python asks with `in`, the other way "
            f"round: `value {operator} items`.",
            ((TextEdit(first.start, token.end, operator),),),
        )


def comment_marks(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`total = 5 // add five`, `total = 5; /* five */`."""
    for index, token in enumerate(line.tokens[1:-2], 1):
        one, two = line.tokens[index + 1 : index + 3]
        words = one.kind == two.kind == "name" and not {one.text, two.text} & _OPERATORS
        if token.text == "//" and words and one.line == token.line:
            yield Guess(
                "foreign_sign",
                "has `//` with words after it. `//` divides in Python; a comment begins with `#`.",
                ((TextEdit(token.start, token.end, "#"),),),
                token.line,
            )


def joined_by_dot(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`"Hello " . name`, as PHP joins strings."""
    for before, dot, after in zip(line.tokens, line.tokens[1:], line.tokens[2:], strict=False):
        if dot.text == "." and "string" in (before.kind, after.kind) and before.kind != "number":
            yield Guess(
                "foreign_sign",
                f"has a dot between {code(before.text)} and {code(after.text)}. Python joins "
                "strings with `+`.",
                ((TextEdit(dot.start, dot.end, "+"),),),
                dot.line,
            )


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


FOREIGN = (foreign_words, contains, comment_marks, joined_by_dot, loops_without_in)
"""What is plain to see, but for a missing `in`."""
