"""Slips inside a statement: a dot before a bracket, a prefix of a string, an `else` too late."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.explaining.unreadable.statements import Guess, pairs
from course.explaining.unreadable.stop import StopPlace, TextEdit
from course.explaining.unreadable.tokens import LogicalLine, Token

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
        if word.text in _DECLARING and name.kind == "name" and after.text in {":=", "="}:
            leave_out = TextEdit(word.start, name.start, "")
            yield Guess(
                "foreign_word",
                f"has `{word.text}` before `{name.text}`. Python gives a name a value without such "
                "a word: leave it out.",
                ((leave_out,), (leave_out, TextEdit(after.start, after.end, ":="))),
                word.line,
            )


def late_else(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`[x for x in items if x > 0 else 0]`."""
    for index, token in enumerate(line.tokens):
        if token.text != "else":
            continue
        inside = _same_depth(line.tokens[:index])
        end = _end_of_part(line.tokens[index:])
        if "for" not in inside or "if" not in inside[inside.index("for") :] or end is None:
            continue
        yield Guess(
            "else_after_for",
            "has an `else` after the `for`. An `if` there only picks items; a value with `if` and "
            "`else` comes before the `for`: `a if condition else b for ...`.",
            ((TextEdit(token.start, end.start, ""),),),
            token.line,
        )


def _same_depth(tokens: tuple[Token, ...]) -> list[str]:
    """The words back to the bracket that is open at the end of the tokens."""
    depth, words = 0, list[str]()
    for token in reversed(tokens):
        depth += (token.text in _CLOSING) - (token.text in _OPENING)
        if depth < 0:
            break
        if not depth:
            words.insert(0, token.text)
    return words


def _end_of_part(tokens: tuple[Token, ...]) -> Token | None:
    """The bracket or comma that ends what the tokens begin."""
    depth = 0
    for token in tokens:
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        if depth < 0 or (not depth and token.text == ","):
            return token
    return None


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


SLIPS = (dot_before_bracket, string_prefix, declared, late_else, delete_and_more)
"""What a mend proves."""
CERTAIN = (never_an_operator, bare_print)
"""What is never right, so it needs no proof; looked for last."""
