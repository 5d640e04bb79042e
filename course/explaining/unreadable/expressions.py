"""Inside a statement: operators, `=`, names, numbers, and text that has no quotes."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterator
from itertools import pairwise

from course.checking.words import a_name, code
from course.explaining.unreadable.comprehensions import COMPREHENSIONS
from course.explaining.unreadable.numbers import empty_index, numbers
from course.explaining.unreadable.slips import CERTAIN, SLIPS, colon_in_dict
from course.explaining.unreadable.statements import Finder, Guess, in_two_parts, over, pairs
from course.explaining.unreadable.stop import StopPlace, TextEdit
from course.explaining.unreadable.targets import target
from course.explaining.unreadable.tokens import CLOSING, LogicalLine, Token
from course.explaining.unreadable.unquoted import inner_quotes, lone_characters, no_quotes

_SIGNS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("&", "&"), " and ", "Python writes `and`, not `&&`."),
    (("|", "|"), " or ", "Python writes `or`, not `||`."),
    (("==", "="), "==", "Python compares with two of them, `==`."),
    (("!=", "="), "!=", "Python compares with `!=`."),
    (("=", "!"), "!=", 'The operator for "not equal" is `!=`, in this order.'),
    (("=", "<"), "<=", 'The operator for "less than or equal" is `<=`, in this order.'),
    (("=", ">"), ">=", 'The operator for "greater than or equal" is `>=`, in this order.'),
    (("<>",), "!=", 'The operator for "not equal" is `!=`.'),
    (("%", "%"), "%", "One `%` gives the remainder of a division."),
    (("+", "+"), " += 1", "Python has no `++`. `+= 1` adds one."),
    (("-", "-"), " -= 1", "Python has no `--`. `-= 1` takes one away."),
    (("!",), " not ", "Python writes `not`, not `!`."),
    ((":=",), "=", "A name gets its value with a plain `=` at the beginning of a line."),
)
_SPACED = {"<=", ">=", "==", "!=", "+=", "-=", "*=", "/=", "//", "**"}
_STATEMENTS = frozenset(
    [
        "return",
        "import",
        "raise",
        "pass",
        "break",
        "continue",
        "def",
        "class",
        "if",
        "while",
        "assert",
        "del",
        "with",
        "try",
    ]
)
_TYPES = {"var", "let", "const", "string", "double", "char", "boolean"}
_AROUND = {"(", "[", "=", ",", "+", "and", "or", "return", "lambda"}


def other_signs(line: LogicalLine, place: StopPlace) -> Iterator[Guess]:
    """Operators of other languages, or with their characters in the wrong order."""
    tokens = line.tokens
    found: list[tuple[TextEdit, str]] = []
    for index in range(len(tokens)):
        for marks, right, words in _SIGNS:
            run = tokens[index : index + len(marks)]
            apart = not found or run[0].start >= found[-1][0].end
            if tuple(token.text for token in run) == marks and _touch(run) and apart:
                found.append((TextEdit(run[0].start, run[-1].end, right), words))
    together = tuple(edit for edit, _ in found)
    for edit, words in found:
        mark = place.source[edit.start : edit.end]
        mends = ((edit,), together) if len(found) > 1 else ((edit,),)
        yield Guess("foreign_sign", f"has {code(mark)} in it. {words}", mends)
    for before, after in pairs(line):
        joined = before.text + after.text
        if joined == "==" and before is line.tokens[1] and before.end < after.start:
            edit = TextEdit(before.start, after.end, "=")
            words = "has `=` twice. One `=` gives a name a value; `==`, without a space, compares."
            yield Guess("foreign_sign", words, ((edit,),))
        elif joined in _SPACED and before.end < after.start:
            edit = TextEdit(before.start, after.end, joined)
            yield Guess("foreign_sign", f"has a space inside the operator `{joined}`.", ((edit,),))


def semicolons_inside(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`[1; 2; 3]`: semicolons where commas belong."""
    depth, found = 0, []
    for token in line.tokens:
        depth += (token.text in {"(", "[", "{"}) - (token.text in {")", "]", "}"})
        if token.text == ";" and depth > 0:
            found.append(over(token, ","))
    if len(found) > 1:
        yield Guess(
            "foreign_sign",
            "has semicolons between brackets. What is inside them is separated by commas.",
            (tuple(found),),
        )


def _touch(tokens: tuple[Token, ...]) -> bool:
    return all(first.end == second.start for first, second in pairwise(tokens))


def single_equals(line: LogicalLine, place: StopPlace) -> Iterator[Guess]:
    """One `=` where two values are compared."""
    first = line.words[0] if line.words else ""
    equals = [token for token in line.tokens if token.text == "="]
    if "cannot contain assignment" in place.message:
        return
    header = first in {"if", "elif", "while", "return", "not", "assert"}
    depth = 0
    inside: list[Token] = []
    for token in line.tokens:
        depth += (token.text in {"(", "[", "{"}) - (token.text in {")", "]", "}"})
        index = line.tokens.index(token)
        begins = index > 1 and line.tokens[index - 2].line < token.line  # of a line: `tip = ...`
        if token.text == "=" and begins:
            equals.remove(token)
        elif token.text == "=" and depth:
            inside.append(token)
    if first == "return" and len(equals) == 1 and line.tokens[2] == equals[0]:
        name = line.tokens[1]
        if [it.text for it in place.reading.tokens].count(name.text) == 1:
            yield Guess(
                "single_equals",
                f"gives {code(name.text)} a value after `return`. What follows `return` is a "
                f"value: leave `{name.text} =` out.",
                ((TextEdit(name.start, equals[0].end, ""),),),
            )
    both = tuple(over(token, "==") for token in equals)
    end = place.last_of(line)
    colon = () if line.text.endswith(":") else (TextEdit(end, end, ":"),)  # missing as well
    chained = equals[1:] if "cannot assign to" not in place.message else []
    for token in equals if header else [*chained, *inside]:
        yield Guess(
            "single_equals",
            "has one `=` in the middle. One `=` gives a name a value, at the beginning of a line; "
            "`==` compares two values."
            if not header
            else "has one `=`, which gives a name a value. Two of them, `==`, ask whether two "
            "values are equal.",
            ((over(token, "=="),), *((both, (*both, *colon)) if header else ())),
            token.line,
        )


def statement_inside(line: LogicalLine, place: StopPlace) -> Iterator[Guess]:
    """`x = return 3`, `print(return x)`."""
    for before, token in pairs(line):
        around = before.text in _AROUND or (before.text == ":" and "lambda" in line.words)
        if around and token.text in _STATEMENTS and place.token == token:
            if token.text == "if" and before.text in {"and", "or"}:
                yield Guess(
                    "statement_inside",
                    f"has an `if` after `{before.text}`. One `if`, at the beginning, is enough for "
                    "the whole condition.",
                    ((TextEdit(token.start, token.end, ""),),),
                )
            if token.text == "return" and before.text == ":":
                yield Guess(
                    "statement_inside",
                    "has `return` in a `lambda`, which returns what comes after its colon without "
                    "that word.",
                    ((TextEdit(token.start, token.end, ""),),),
                )
            yield Guess(
                "statement_inside",
                f"has `{token.text}` in the middle. `{token.text}` begins a line of its own; it is "
                "not a value.",
            )


def name_with_space(line: LogicalLine, place: StopPlace) -> Iterator[Guess]:
    """`total cents` where the file has a `total_cents`."""
    known = {token.text for token in place.reading.tokens if token.kind == "name"}
    edits: list[TextEdit] = []
    name = written = ""
    for index, (before, after) in enumerate(pairs(line)):
        joined = before.text + after.text
        if index and line.tokens[index - 1].text == "." and in_two_parts(line, index, place):
            yield Guess(
                "name_with_space",
                f"has {code(place.source[before.start : after.end])} in it. A name has no spaces.",
                ((TextEdit(before.end, after.start, ""),),),
                before.line,
            )
        if before.kind == after.kind == "name" and (joined in known or hasattr(builtins, joined)):
            yield Guess(
                "name_with_space",
                f"has {code(place.source[before.start : after.end])} in it. A name has no spaces: "
                f"{code(joined)}.",
                ((TextEdit(before.end, after.start, ""),),),
                before.line,
            )
        joined = f"{before.text}_{after.text}"
        if before.kind == after.kind == "name" and joined in known:
            edits.append(TextEdit(before.end, after.start, "_"))
            if not name:
                name, written = joined, f"{before.text} {after.text}"
    if not edits and len(line.tokens) > 2 and line.tokens[2].text == "=":
        first, second = line.tokens[:2]
        plain = first.text not in {*keyword.kwlist, *dir(builtins)} and first.text not in _TYPES
        if first.kind == second.kind == "name" and plain:
            edits = [TextEdit(first.end, second.start, "_")]
            yield Guess(
                "name_with_space",
                "has two words on the left of `=`. A name has no spaces; `_` can stand between the "
                "words.",
                (tuple(edits),),
            )
            return
    if edits:
        yield Guess(
            "name_with_space",
            f"has `{written}` in it. A name has no spaces; in your file there is {a_name(name)}.",
            (tuple(edits),),
        )


def comparison_half(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`x > 3 and < 5`."""
    for before, after in pairs(line):
        if before.text == "not" and after.text == "in" and before is line.tokens[1]:
            yield Guess(
                "comparison_half",
                "has nothing before `not in`: a value is missing there.",
                ((TextEdit(before.start, before.start, "x "),),),
            )
        if before.text in {"[", "("} and after.text == "for":
            yield Guess(
                "for_first",
                f"has `for` right after `{before.text}`. In brackets the value comes first, then "
                "the `for`: `[x for x in items]`.",
            )
        if before.text in {"and", "or", "not"} and after.text in {"<", ">", "<=", ">=", "==", "!="}:
            yield Guess(
                "comparison_half",
                f"has `{after.text}` right after `{before.text}`. `{after.text}` needs a value on "
                "each side, so the name has to be repeated.",
                ((TextEdit(after.start, after.start, " x "),),),
            )


def brackets_for_call(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`sum[w for w in weights]`."""
    for before, after in pairs(line):
        if before.kind != "name" or before.text in keyword.kwlist or after.text != "[":
            continue
        closing = _partner(line, after)
        if closing is not None and line.tokens[line.tokens.index(after) + 1] is not closing:
            yield Guess(
                "brackets_for_call",
                f"has `[` after `{before.text}`. A function is called with parentheses: "
                f"`{before.text}(...)`.",
                ((over(after, "("), over(closing, ")")),),
            )


def _partner(line: LogicalLine, opened: Token) -> Token | None:
    depth = 0
    for token in line.tokens[line.tokens.index(opened) :]:
        depth += (token.text == "[") - (token.text == "]")
        if not depth:
            return token
    return None


def two_statements(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`x = 5 y = 6`, `print(a) print(b)`."""
    tokens = line.tokens
    depth = 0
    for index, (before, after) in enumerate(pairs(line)):
        following = tokens[index + 2].text if index + 2 < len(tokens) else ""
        begins = after.text in {"print", "return", "import", "for", "while", "raise"} or (
            after.kind == "name"
            and after.text not in {"None", "True", "False"}
            and following in {"=", "+=", "-="}
        )
        ends = before.text in {")", "]", "}"} or before.kind in {"string", "number", "name"}
        depth += (before.text in CLOSING) - (before.text in CLOSING.values())
        gathers = after.text == "for" and not line.text.endswith(":")
        if gathers and not depth and before is not tokens[0]:
            return  # a value with `for`, without brackets
        branch = after.text in {"else", "elif", "except", "finally"} and ":" in line.words[:index]
        begins = begins or branch
        if (
            not depth
            and begins
            and ends
            and before.text not in keyword.kwlist
            and before.line == after.line
        ):
            if before is tokens[0] and before.kind == "name" and after.text == "print":
                yield Guess(
                    "two_statements",
                    f"has {code(before.text)} before `print`. Python does not know that word; "
                    "the instruction begins with `print`.",
                    (_called(line, TextEdit(before.start, after.start, ""), index + 1),),
                )
                return
            edit = TextEdit(before.end, after.start, f"\n{line.indent}")
            yield Guess(
                "two_statements",
                f"has two instructions on it. {code(after.text)} begins a new line.",
                ((edit,),),
            )


def _called(line: LogicalLine, edit: TextEdit, index: int) -> tuple[TextEdit, ...]:
    """An edit before the token of that index, which is called, with the parentheses it needs."""
    tokens = line.tokens[index:]
    if len(tokens) < 2 or tokens[1].text == "(":
        return (edit,)
    return (edit, TextEdit(*2 * (tokens[0].end,), "("), TextEdit(*2 * (tokens[-1].end,), ")"))


def no_header(line: LogicalLine, place: StopPlace) -> Iterator[Guess]:
    """A line that ends with a colon although it begins with no `if`."""
    if line.tokens[-1].text != ":" or line.words[0] in keyword.kwlist:
        return
    index = place.reading.lines.index(line) + 1
    below = place.reading.lines[index] if index < len(place.reading.lines) else None
    if below is not None and len(below.indent) > len(line.indent):
        word = "def" if re.fullmatch(r"\w+\s*\(.*\)\s*:", line.text) else "if"
        yield Guess(
            "no_header",
            f"ends with a colon, but does not begin with a word that needs one, such as `{word}`.",
            ((TextEdit(line.tokens[0].start, line.tokens[0].start, f"{word} "),),),
        )


def cut_off(line: LogicalLine, place: StopPlace) -> Iterator[Guess]:
    """A statement that stops after an operator, or a value missing before a bracket."""
    if not line.tokens:
        return
    last = line.tokens[-1]
    if line.words[0] in {"import", "from"}:
        return
    if re.fullmatch(r"\.{4,}", line.text):
        yield Guess("dots", f"has {len(line.text)} dots; the `...` of Python has three.")
    if re.fullmatch(r"[-+*/%=<>.&|^]|==|<=|>=|!=|//|\*\*|[-+*/]=|and|or|not|in|is|else", last.text):
        lonely_dot = last.text == "." and (len(line.tokens) < 2 or line.tokens[-2].end < last.start)
        if lonely_dot:
            yield Guess(
                "dot_outside",
                "ends with a `.` outside the quotes. A dot that is to be part of a text goes "
                "between quotes, and `+` joins it to the rest.",
            )
        without = place.mended(TextEdit(last.start, last.end, ""))
        also = last.text not in {"=", "."} and place.holds(without, line.line)
        more = f", or the `{last.text}` is too many" if also else ""
        number = line.tokens[-2] if last.text == "%" and len(line.tokens) > 1 else last
        if number.end == last.start and re.fullmatch(r"\d+(\.\d+)?", number.text):
            share = f"{float(number.text) / 100:.6g}"
            yield Guess(
                "cut_off",
                f"stops after `%`. It does not mean percent in Python: {number.text} percent of "
                f"something is `{share} *` it.",
            )
        yield Guess("cut_off", f"stops after `{last.text}`: something has to follow it{more}.")
    if line.words[0] in {"def", "class", "lambda"} or "lambda" in line.words:
        return
    for before, after in pairs(line):
        if after.text in {")", ":", "]", "}"} and re.fullmatch(
            r"[-+*/%=]|==|<|>|<=|>=|!=|//|and|or|not|in", before.text
        ):
            yield Guess(
                "cut_off",
                f"has nothing between `{before.text}` and `{after.text}`: a value is missing "
                "there.",
                ((TextEdit(before.end, before.end, " x"),),),
            )


INSIDE: tuple[Finder, ...] = (
    *SLIPS,
    *COMPREHENSIONS,
    name_with_space,
    inner_quotes,
    other_signs,
    semicolons_inside,
    comparison_half,
    colon_in_dict,
    single_equals,
)
"""What is looked for before the colon of a header."""
REST: tuple[Finder, ...] = (
    brackets_for_call,
    no_quotes,
    lone_characters,
    statement_inside,
    empty_index,
    numbers,
    target,
    no_header,
    cut_off,
    two_statements,
    *CERTAIN,
)
"""What is looked for last."""
