"""Strings: quotes that do not pair up, apostrophes, backslashes, and the braces of f-strings."""

from __future__ import annotations

import re
import sys
from itertools import pairwise

from course.checking.words import code
from course.explaining.unreadable.stop import Explanation, StopPlace, TextEdit, error_of
from course.explaining.unreadable.tokens import Bracket, Token, scan

_MOST_LINES = 8
"""Over how many lines a string goes whose end is looked for below its beginning."""
_IS_F = re.compile(r"(?i)r?fr?[\"']")
NESTED_QUOTES = (3, 12)
"""The first Python that reads the quotes of an f-string again between its braces."""


def f_strings(place: StopPlace) -> Explanation | None:
    """Braces of an f-string that do not pair up, hold nothing, or hold its own quotes."""
    anywhere = "f-string" in place.message
    for token in place.reading.tokens:
        if token.kind != "string" or not _IS_F.match(token.text):
            continue
        if not anywhere and token.line != place.line:
            continue
        explanation = (
            _same_quotes(place, token) or _open_with_quotes(place, token) or _braces(place, token)
        )
        if explanation is not None:
            return explanation
    return None


def _same_quotes(place: StopPlace, token: Token) -> Explanation | None:
    """The quotes of the string stand inside its braces, which Python before 3.12 cannot read."""
    quote = token.text[-1]
    prefix, _, rest = token.text.partition(quote)
    inner = rest[:-1]
    if sys.version_info >= NESTED_QUOTES or quote not in inner or token.text.endswith(quote * 3):
        return None
    other = "'" if quote == '"' else '"'
    if other in inner:
        mend = prefix + quote * 3 + inner + quote * 3
    else:
        mend = prefix + quote + inner.replace(quote, other) + quote
    if not place.holds(place.mended(TextEdit(token.start, token.end, mend))):
        return None
    text = (
        f"{place.shown(token.line)} has the quotes of the f-string, `{quote}`, also between its "
        f"braces. Python {sys.version_info[0]}.{sys.version_info[1]} takes them for the end of the "
        f"string: write `{other}` there. (Python 3.12 and later can read it.)"
    )
    return Explanation("f_string_quotes", text, token.line)


def _open_with_quotes(place: StopPlace, token: Token) -> Explanation | None:
    """The quotes of the string also stand inside its braces, and the last one is missing."""
    quote, end = token.text[-1], place.starts[token.line] - 1
    rest = place.source[token.end : end].rstrip()
    if token.text.count("{") <= token.text.count("}") or not re.match(r"[\w(\[]", rest):
        return None
    other = "'" if quote == '"' else '"'
    prefix, _, inner = (token.text + rest).partition(quote)
    closing = re.search(r"\)*$", inner)
    for at in {len(inner), closing.start() if closing else 0}:
        mend = prefix + quote + inner[:at].replace(quote, other) + quote + inner[at:]
        if place.holds(place.mended(TextEdit(token.start, token.end + len(rest), mend))):
            return _never_closed(place, quote, token.line)
    return None


def _never_closed(place: StopPlace, mark: str, line: int) -> Explanation:
    text = (
        f"The string that begins with `{mark}` on line {line}, {code(place.code(line))}, is not "
        f"closed on that line: a second `{mark}` is missing."
    )
    return Explanation("text_unclosed", text, line)


def _over_lines(place: StopPlace, opened: Bracket) -> Explanation | None:
    """`"one` and below it `two"`: a string that goes on on the next lines."""
    begins = place.starts[opened.line]
    at = place.source.find(opened.mark, begins)
    last = opened.line + place.source.count("\n", begins - 1, at)
    if at < 0 or last > opened.line + _MOST_LINES or opened.mark * 3 in place.source:
        return None
    between = place.source[begins:at]
    if re.search(r"[=()\[\]{}#:\"']", between):
        return None  # lines of code
    edits = [TextEdit(it, it + 1, opened.mark * 3) for it in (opened.start, at)]
    if not place.holds(place.mended(*edits), last):
        return None
    text = (
        f"The string that begins with `{opened.mark}` on line {opened.line} goes on to line "
        f"{last}. Put it on one line, or begin and end it with three quotes, `{opened.mark * 3}`."
    )
    return Explanation("text_unclosed", text, opened.line)


def _braces(place: StopPlace, token: Token) -> Explanation | None:
    quote = '"""' if token.text.endswith('"""') else token.text[-1]
    words = _unpaired(token.text.partition(quote)[2].removesuffix(quote))
    if words is None:
        return None
    text = f"{place.shown(token.line)} has an f-string in which {words}."
    return Explanation("f_string_brackets", text, token.line)


def _unpaired(text: str) -> str | None:
    """What is wrong with the braces of an f-string's text."""
    begins: list[int] = []
    at = 0
    while at < len(text):
        mark = text[at]
        if mark in "{}" and not begins and text[at + 1 : at + 2] == mark:
            at += 1
        elif mark == "{":
            begins.append(at)
        elif mark == "}" and not begins:
            return "a `}` has no `{`. A brace that is part of the text is written twice, `}}`"
        elif mark == "}":
            inner = text[begins.pop() + 1 : at]
            if not begins and (words := _unreadable_part(inner)):
                return words
        at += 1
    lonely = "a `{` has no `}`. A brace that is part of the text is written twice, `{{`"
    return lonely if begins else None


def _unreadable_part(inner: str) -> str | None:
    """What is wrong between two braces; None where Python can read it."""
    if not inner.strip():
        return "there is nothing between `{` and `}`"
    opened = scan(inner).open_text
    if opened is not None and len(opened.mark) == 1:
        return f"a `{opened.mark}` between the braces has no partner"
    if lonely := scan(inner).unclosed:
        return f"a `{lonely[-1].mark}` between the braces is never closed"
    value = re.split(r"(?<![!=<>])[:!](?!=)", inner, maxsplit=1)[0].rstrip().removesuffix("=")
    if any(mark in inner for mark in "[({\"'") or error_of(f"({value})") is None:
        return None
    part = code("{" + inner + "}")
    if starred := re.match(r"\s*(\*+)", inner):
        return f"{part} unpacks with `{starred.group(1)}`, which cannot be done there"
    if re.match(r"\s*[^\W\d][\w.]*\s*=(?!=)", value):
        return f"{part} gives a name a value, which cannot be done there; `==` compares"
    return f"{part} holds something that Python cannot read"


def open_string_before(place: StopPlace) -> Explanation | None:
    """A string that is not closed, up to the line where Python stopped."""
    opened = place.reading.open_text
    return open_string(place) if opened and opened.line <= place.line else None


def open_string(place: StopPlace) -> Explanation | None:
    """A string that is not closed."""
    opened = place.reading.open_text
    if opened is None:
        return None
    if len(opened.mark) == 3:
        text = (
            f"The string that begins with three quotes on line {opened.line} is never closed: the "
            "same three quotes are missing at its end."
        )
        return Explanation("text_unclosed", text, opened.line)
    for tell in (
        _escaped,
        _apostrophe,
        _quote_inside,
        _opening_missing,
        _other_quote,
        _over_lines,
        _one_too_many,
    ):
        if (explanation := tell(place, opened)) is not None:
            return explanation
    return _never_closed(place, opened.mark, opened.line)


def _escaped(place: StopPlace, opened: Bracket) -> Explanation | None:
    """The last quote follows a backslash, which makes it part of the string."""
    rest = place.source[opened.start + 1 : place.starts[opened.line] - 1]
    matches = list(re.finditer(r"(?<!\\)\\" + opened.mark, rest))
    if not matches:
        return None
    at = opened.start + 1 + matches[-1].start()
    mended = place.mended(TextEdit(at, at + 1, "\\\\"))
    left = error_of(mended, only_syntax=True)
    other_escape = left is not None and "unicodeescape" in (left.msg or "")
    if not other_escape and not place.holds(mended, opened.line):
        return None
    text = (
        f"On line {opened.line}, {code(place.code(opened.line))}, the backslash makes the "
        f"`{opened.mark}` after it part of the string, so the string has no end. A backslash "
        "itself is written `\\\\`."
    )
    return Explanation("quote_escaped", text, opened.line)


def _apostrophe(place: StopPlace, opened: Bracket) -> Explanation | None:
    shown = place.code(opened.line)
    if opened.mark != "'" or not re.search(r"'[^']*\w'\w[^']*'", shown):
        return None
    text = (
        f"On line {opened.line}, {code(shown)}, the quotes do not pair up: the apostrophe inside "
        "a string in single quotes ends it. Put a string with an apostrophe in double quotes."
    )
    return Explanation("text_unclosed", text, opened.line)


def _quote_inside(place: StopPlace, opened: Bracket) -> Explanation | None:
    """`"it"s late"`: the quote before the `s` ends the string."""
    for token, after in pairwise(place.reading.tokens):
        touches = token.kind == "string" and token.line == opened.line and token.end == after.start
        if not touches or after.kind != "name" or token.text[-1] != opened.mark:
            continue
        if not place.holds(place.mended(TextEdit(token.end - 1, token.end, "")), opened.line):
            continue
        other = "single" if opened.mark == '"' else "double"
        text = (
            f"{place.shown(opened.line)} has a `{opened.mark}` before `{after.text}` that ends the "
            f"string too soon. For a `{opened.mark}` inside a string, begin and end the string "
            f"with {other} quotes."
        )
        return Explanation("quote_inside", text, opened.line)
    return None


def _opening_missing(place: StopPlace, opened: Bracket) -> Explanation | None:
    """The only quote of the line closes a string that was never opened: `print(Welcome")`."""
    begins = place.starts[opened.line - 1]
    before = place.source[begins : opened.start]
    match = re.search(r"[(\[,=+]\s*(?=[^\W\d][\w ,!.:]*$)", before)
    if match is None or opened.mark in before:
        return None
    at = begins + match.end()
    if not place.holds(place.mended(TextEdit(at, at, opened.mark)), opened.line):
        return None
    text = (
        f"{place.shown(opened.line)} has only one `{opened.mark}`: the one that begins the string "
        f"is missing, before {code(before[match.end() :].strip())}."
    )
    return Explanation("quote_missing", text, opened.line)


def _other_quote(place: StopPlace, opened: Bracket) -> Explanation | None:
    """The string begins with one kind of quote and ends with another: `"hello'`, `"hello”`."""
    end = place.starts[opened.line] - 1
    for other in f"\"'{_CURLY}":
        at = place.source.rfind(other, opened.start, end)
        mend = place.mended(TextEdit(at, at + 1, opened.mark))
        if other == opened.mark or at < 0 or not place.holds(mend, opened.line):
            continue
        if any(mark in _CURLY for mark in place.source[opened.start : at]):
            continue  # curly quotes inside the string, which has no end
        why = "Both have to be the same."
        if other not in "\"'":
            why = (
                f"Only the straight `{opened.mark}` ends it. The other ones often come from a word "
                "processor or a web page."
            )
        text = (
            f"{place.shown(opened.line)} has a string that begins with `{opened.mark}` and ends "
            f"with `{other}`. {why}"
        )
        return Explanation("quotes_differ", text, opened.line)
    return None


_CURLY = "”“„’‘‚´»«"  # noqa: RUF001 - what a word processor makes of quotes


def _one_too_many(place: StopPlace, opened: Bracket) -> Explanation | None:
    """The last quote begins a string that is not wanted: `print('hello'')`."""
    if not place.holds(place.mended(TextEdit(opened.start, opened.start + 1, "")), opened.line):
        return None
    rest = place.source[opened.start + 1 : place.starts[opened.line] - 1]
    if rest.strip(" )]},:"):
        return None
    text = (
        f"{place.shown(opened.line)} has one `{opened.mark}` too many, or another one is missing: "
        "quotes come in pairs."
    )
    return Explanation("text_unclosed", text, opened.line)


def backslashes(place: StopPlace) -> Explanation | None:
    """A backslash outside a string, and one that begins what Python cannot read inside one."""
    if "line continuation" in place.message:
        match = re.search(r"\\(.?)", _outside_strings(place, place.line))
        after = match.group(1) if match else ""
        if after in {"n", "t"}:
            text = (
                f"{place.shown(place.line)} has `\\{after}` outside the quotes. It belongs inside "
                "them, where it is part of the string."
            )
            return Explanation("backslash_outside", text, place.line)
        if (divided := _divided(place)) is not None:
            return divided
        text = (
            f"{place.shown(place.line)} has a backslash outside a string. There it only joins two "
            "lines, and nothing may follow it, not even a space."
        )
        return Explanation("backslash_outside", text, place.line)
    if "unicodeescape" in place.message:
        start = "\\U" if "\\UXXXXXXXX" in place.message else "\\"
        line = place.line
        for token in place.reading.tokens:
            escaped = token.kind == "string" and re.search(r"\\[UuxN]", token.text)
            if escaped and token.line >= place.line:
                line = token.line
                break
        named = f"`{start}`" if len(start) > 1 else "a backslash"
        text = (
            f"{place.shown(line)} has a string in which {named} begins the code of a "
            "character. Where a backslash is meant, as in a path, put an `r` before the "
            "quotes or write `\\\\`."
        )
        return Explanation("backslash_in_string", text, line)
    return None


def _divided(place: StopPlace) -> Explanation | None:
    """`total \\ people`: the other slash is meant."""
    tokens = place.reading.tokens
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        between = before.kind != "operator" or before.text in {")", "]"}
        between = between and (after.kind != "operator" or after.text == "(")
        if token.text != "\\" or token.line != place.line or not between:
            continue
        if place.holds(place.mended(TextEdit(token.start, token.end, "/"))):
            text = f"{place.shown(place.line)} has a backslash between two values. Python divides "
            return Explanation("backslash_outside", f"{text}with the other slash, `/`.", place.line)
    return None


def _outside_strings(place: StopPlace, number: int) -> str:
    """A line's source with its strings left out."""
    begin, end = place.starts[number - 1], place.starts[number - 1] + len(place.lines[number - 1])
    line_text = place.source[begin:end]
    for token in reversed(place.reading.tokens):
        if token.kind == "string" and begin <= token.start and token.end <= end:
            line_text = line_text[: token.start - begin] + line_text[token.end - begin :]
    return line_text
