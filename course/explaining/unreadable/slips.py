"""Slips inside a statement: a dot before a bracket, a prefix of a string, an `else` too late."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator

from course.checking.words import code
from course.explaining.unreadable.comprehensions import end_of_part, innermost
from course.explaining.unreadable.statements import Guess, pairs
from course.explaining.unreadable.stop import StopPlace, TextEdit
from course.explaining.unreadable.tokens import CLOSING, LogicalLine

_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_DECLARING = frozenset(
    ["var", "let", "const", "int", "float", "str", "string", "bool", "double", "char", "auto"]
)
_NEVER = {
    "=<": 'The operator for "less than or equal" is `<=`, in this order.',
    "=>": 'The operator for "greater than or equal" is `>=`, in this order.',
    "===": "Python compares with two of them, `==`.",
    "!==": "Python compares with `!=`.",
    "&&": "Python writes `and`, not `&&`.",
    "||": "Python writes `or`, not `||`.",
}
"""Operators that no line of Python has, whatever else is wrong with it."""


def dot_before_bracket(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`len.(items)`, `items.[0]`."""
    for before, dot in pairs(line):
        at = line.tokens.index(dot) + 1
        after = line.tokens[at] if at < len(line.tokens) else None
        if dot.text == "." and before.kind == "name" and after and after.text in {"(", "["}:
            what = "A call" if after.text == "(" else "An index"
            yield Guess(
                "dot_too_many",
                f"has a dot between `{before.text}` and `{after.text}`. {what} has none there; "
                "after a dot comes a name.",
                ((TextEdit(dot.start, dot.end, ""),),),
                dot.line,
            )


def dot_after_self(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`self size = size`."""
    for before, after in pairs(line):
        if before.text == "self" and after.kind == "name" and before.line == after.line:
            yield Guess(
                "dot_missing",
                f"has no dot between `self` and `{after.text}`.",
                ((TextEdit(before.end, after.start, "."),),),
                before.line,
            )


def string_prefix(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`bf"..."`: letters before the quotes that Python does not have together."""
    for before, after in pairs(line):
        touching = after.kind == "string" and before.end == after.start
        if touching and before.kind == "name" and re.fullmatch(r"(?i)[bfru]{1,3}", before.text):
            both = {"b", "f"} <= set(before.text.lower())
            yield Guess(
                "string_prefix",
                f"has `{before.text}` right before the quotes of a string. "
                + (
                    "`b` and `f` cannot be combined."
                    if both
                    else "Python knows `f`, `r`, `b`, `rf` and `rb` there."
                ),
                ((TextEdit(before.start, before.end, ""),),),
                before.line,
            )


def declared(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`if (var found := find(x)):`, a word of another language before a name."""
    for (word, name), after in zip(pairs(line), line.tokens[2:], strict=False):
        at = line.tokens.index(word)
        begins = at == 0 or line.tokens[at - 1].text in {"(", "if", "elif", "while", "and", "or"}
        named = name.kind == "name" and name.text not in keyword.kwlist
        if word.text in _DECLARING and begins and named and after.text in {":=", "="}:
            leave_out = TextEdit(word.start, name.start, "")
            yield Guess(
                "foreign_word",
                f"has `{word.text}` before `{name.text}`. Python gives a name a value without such "
                "a word: leave it out.",
                ((leave_out,), (leave_out, TextEdit(after.start, after.end, ":="))),
                word.line,
            )


def colons_in_list(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`prices = ["tea": 3, "mug": 8]`."""
    for opened in (token for token in line.tokens if token.text == "["):
        at = line.tokens.index(opened)
        closed = end_of_part(line.tokens[at + 1 :], commas=False)
        before = line.tokens[at - 1] if at else None
        held = before is not None and (before.kind != "operator" or before.text in _CLOSING)
        if closed is None or (held and before is not None and before.text != "return"):
            continue
        yield Guess(
            "colons_in_list",
            "has colons between square brackets. Keys with values are a dict, which goes between "
            "braces: `{` and `}`.",
            ((TextEdit(opened.start, opened.end, "{"), TextEdit(closed.start, closed.end, "}")),),
            opened.line,
        )


def turned_words(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`x in not items`, `x is not in items`."""
    words = line.words
    for index in range(len(words) - 1):
        written = words[index : index + 3]
        length = 3 if written == ["is", "not", "in"] else 2 if written[:2] == ["in", "not"] else 0
        if length:
            first, last = line.tokens[index], line.tokens[index + length - 1]
            yield Guess(
                "words_turned",
                f"has `{' '.join(written[:length])}` in it. The operator is `not in`, in this "
                "order and without another word.",
                ((TextEdit(first.start, last.end, "not in"),),),
                first.line,
            )


def arrows(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`cart->total`, `lambda x -> x + 1`."""
    for before, arrow in pairs(line):
        if arrow.text != "->" or line.words[0] == "def":
            continue
        if "lambda" in line.words[: line.tokens.index(arrow)]:
            yield Guess(
                "foreign_sign",
                "has `->` in a `lambda`. There, a colon comes after the names.",
                ((TextEdit(arrow.start, arrow.end, ":"),),),
                arrow.line,
            )
        elif before.end == arrow.start:
            yield Guess(
                "foreign_sign",
                "has `->` in it. In Python, an attribute or a method comes after a dot.",
                ((TextEdit(arrow.start, arrow.end, "."),),),
                arrow.line,
            )


def colon_in_dict(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`{"a" = 1}`."""
    depth: list[str] = []
    edits: list[TextEdit] = []
    where = line.line
    for token in line.tokens:
        if token.text in CLOSING:
            depth.append(token.text)
        elif token.text in CLOSING.values() and depth:
            depth.pop()
        elif token.text == "=" and depth[-1:] == ["{"]:
            where = token.line if not edits else where
            edits.append(TextEdit(token.start, token.end, ":"))
    if edits:
        yield Guess(
            "dict_equals",
            "has a `=` between braces. There, a colon joins a key with its value.",
            (tuple(edits),),
            where,
        )


def dict_colon(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`{"tea": 3, "mug" 8}`."""
    for index, (before, after) in enumerate(pairs(line)):
        value = after.kind in {"string", "number", "name"} or after.text in _OPENING
        if before.kind != "string" or not value or innermost(line.tokens[: index + 1]) != "{":
            continue
        yield Guess(
            "dict_colon_missing",
            f"has no colon between {code(before.text)} and {code(after.text)}. Between braces, a "
            "colon joins a key with its value.",
            ((TextEdit(before.end, before.end, ":"),),),
            before.line,
        )


def delete_and_more(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`del total -= 1`."""
    mark = next((it for it in line.tokens if re.fullmatch(r"[-+*/]?=", it.text)), None)
    if line.words[0] == "del" and mark is not None:
        yield Guess(
            "cannot_delete",
            f"has `{mark.text}` after `del`. Only a name, an item such as `items[0]` or an "
            "attribute such as `thing.part` can come there.",
            ((TextEdit(mark.start, line.tokens[-1].end, ""),),),
        )


def twice(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`return price price * 2`."""
    for before, after in pairs(line):
        same = before.text == after.text and before.kind == after.kind == "name"
        if same and before.text not in keyword.kwlist and before.line == after.line:
            yield Guess(
                "token_too_many",
                f"has `{after.text}` twice in a row: one of the two is too many, or something is "
                "missing between them.",
                ((TextEdit(before.end, after.end, ""),),),
                after.line,
            )


def as_inside(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`with open("vans.txt" as file):`, `with open "vans.txt" as file:`."""
    if line.words[0] != "with" or "as" not in line.words:
        return
    at = line.words.index("as")
    before = line.tokens[at - 1]
    closing = line.tokens[at + 2] if at + 2 < len(line.tokens) else None
    if innermost(line.tokens[:at]) == "(" and closing is not None and closing.text == ")":
        edits = (TextEdit(*2 * (before.end,), ")"), TextEdit(closing.start, closing.end, ""))
        words = "has its `as` inside the parentheses of the call. They end before it."
        yield Guess("as_inside", words, (edits,))
    called, value = line.tokens[1], line.tokens[2]
    if called.kind == "name" and value.kind in {"string", "name"} and value.text != "as":
        yield Guess(
            "old_print",
            f"calls `{called.text}` without parentheses. What is passed to it goes between `(` "
            "and `)`.",
            ((TextEdit(called.end, value.start, "("), TextEdit(*2 * (before.end,), ")")),),
        )


def never_an_operator(line: LogicalLine, place: StopPlace) -> Iterator[Guess]:
    """An operator that Python does not have, on a line where more is wrong."""
    for before, token in pairs(line):
        value = before.kind != "operator" or before.text in _CLOSING
        for mark, words in _NEVER.items():
            if value and place.source.startswith(mark, token.start) and token.kind == "operator":
                yield Guess("foreign_sign", f"has `{mark}` in it. {words}", where=token.line)


def bare_print(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`print len(x) y`: it has to be a call, whatever else is wrong."""
    after = line.tokens[1] if len(line.tokens) > 1 else None
    if line.words[0] == "print" and after is not None and after.kind != "operator":
        yield Guess(
            "old_print",
            "calls `print` without parentheses. What is passed to it goes between `(` and `)`, "
            "with commas between the values.",
        )


SLIPS = (
    dot_before_bracket,
    dot_after_self,
    string_prefix,
    declared,
    delete_and_more,
    colons_in_list,
    turned_words,
    arrows,
    twice,
    as_inside,
)
"""What a mend proves."""
CERTAIN = (never_an_operator, bare_print)
"""What is never right, so it needs no proof; looked for last."""
