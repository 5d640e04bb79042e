"""Brackets that are not closed, closed twice, or closed by the wrong one."""

from __future__ import annotations

import re

from course.checking.words import code
from course.explaining.unreadable.stop import Explanation, StopPlace, TextEdit
from course.explaining.unreadable.tokens import CLOSING, Bracket, Token

NAMES = {
    "(": "parenthesis",
    ")": "parenthesis",
    "[": "bracket",
    "]": "bracket",
    "{": "brace",
    "}": "brace",
}
_STATEMENT = re.compile(
    r"\s*(?:(?:def|class|return|import|from|for|while|if|elif|else|with|try|except|raise|print)\b"
    r"|@|[A-Za-z_]\w*\s*[-+*/]?=(?!=))"
)
CURLY = "Python uses a colon and indented lines there, not braces."


def brackets_before(place: StopPlace) -> Explanation | None:
    """What is wrong with the brackets up to the line where Python stopped."""
    explanation = brackets(place)
    return explanation if explanation is not None and explanation.line <= place.line else None


def still_open(place: StopPlace) -> Explanation | None:
    """A bracket from a line above is open where a statement begins."""
    for line in (place.line, place.line + 1):
        opened = _open_before(place, line)
        if opened is None or not _begins_statement(place, line, opened.line):
            continue
        closing = CLOSING[opened.text]
        for number in range(opened.line, line):
            end = place.starts[number - 1] + len(place.lines[number - 1].rstrip())
            if place.holds(place.mended(TextEdit(end, end, closing))):
                text = (
                    f"The `{opened.text}` on line {opened.line}, {code(place.code(opened.line))}, "
                    f"is still open where line {line}, {code(place.code(line))}, begins: a "
                    f"`{closing}` is missing before it."
                )
                return Explanation("bracket_unclosed", text, opened.line)
    return None


def _open_before(place: StopPlace, line: int) -> Token | None:
    """The innermost bracket that is open where a line begins."""
    stack: list[Token] = []
    for token in place.reading.tokens:
        if token.line >= line:
            break
        if token.text in CLOSING:
            stack.append(token)
        elif token.text in CLOSING.values() and stack:
            stack.pop()
    return stack[-1] if stack else None


def _begins_statement(place: StopPlace, line: int, opened: int) -> bool:
    """Whether a statement begins there; a name with `=` could be an argument further in."""
    if line > len(place.lines):
        return False
    text, above = place.lines[line - 1].expandtabs(4), place.lines[opened - 1].expandtabs(4)
    if re.match(r"\s*(def|class|return|import|from|while|if|for|with|try|print)\b", text):
        return line == place.line
    as_far = len(text) - len(text.lstrip()) == len(above) - len(above.lstrip())
    return as_far and _STATEMENT.match(text) is not None


def brackets(place: StopPlace) -> Explanation | None:
    """What is wrong with the brackets of the whole file."""
    reading = place.reading
    if reading.mismatched is not None:
        return _mismatched(place, *reading.mismatched)
    if reading.unmatched is not None and (
        not reading.unclosed or reading.unmatched.line <= reading.unclosed[-1].line
    ):
        return _too_many(place, reading.unmatched)
    if reading.unclosed and reading.open_text is None:
        return _unclosed(place, reading.unclosed[-1])
    return None


def _mismatched(place: StopPlace, opened: Bracket, closed: Bracket) -> Explanation:
    inner = _closed_inside(place, opened, closed)
    if inner is not None:
        return inner
    ended = _ended_before(place, opened, closed)
    if ended is not None:
        return ended
    where = "the same line" if opened.line == closed.line else f"line {opened.line}"
    shown = place.shown(closed.line)
    text = (
        f"{shown} closes with `{closed.mark}`, but the {NAMES[opened.mark]} that is open there "
        f"is the `{opened.mark}` from {where}; its partner is `{CLOSING[opened.mark]}`."
    )
    return Explanation("bracket_mismatch", text, closed.line)


def _closed_inside(place: StopPlace, opened: Bracket, closed: Bracket) -> Explanation | None:
    """The opening bracket has no partner before the outer one closes: `print(max([1, 2)`."""
    mend = place.mended(TextEdit(closed.start, closed.start, CLOSING[opened.mark]))
    swap = place.mended(TextEdit(closed.start, closed.start + 1, CLOSING[opened.mark]))
    if place.holds(swap) or not place.holds(mend):
        return None
    text = (
        f"The `{opened.mark}` on line {opened.line}, {code(place.code(opened.line))}, has no "
        f"`{CLOSING[opened.mark]}` before the `{closed.mark}`"
    )
    text += "." if closed.line == opened.line else f" on line {closed.line}."
    return Explanation("bracket_unclosed", text, opened.line)


def _ended_before(place: StopPlace, opened: Bracket, closed: Bracket) -> Explanation | None:
    """The opening bracket has no partner on its own line, and later lines belong to the outer "
    "one."""
    closing = CLOSING[opened.mark]
    for token in reversed([t for t in place.reading.tokens if t.line == opened.line]):
        if token.start <= opened.start:
            break
        end = token.start if token.text == "," else token.end
        if place.holds(place.mended(TextEdit(end, end, closing)), closed.line):
            text = (
                f"The `{opened.mark}` on line {opened.line}, {code(place.code(opened.line))}, has "
                f"no `{closing}` before the `{closed.mark}` on line {closed.line}."
            )
            return Explanation("bracket_unclosed", text, opened.line)
    return None


def _too_many(place: StopPlace, closed: Bracket) -> Explanation:
    text = (
        f"{place.shown(closed.line)} has a `{closed.mark}` too many: no {NAMES[closed.mark]} is "
        "open there that it could close."
    )
    return Explanation("bracket_too_many", text, closed.line)


def _unclosed(place: StopPlace, opened: Bracket) -> Explanation:
    shown = place.code(opened.line)
    if re.search(r"(\)|\b(?!return|in|is|and|or|not)\w+)\s*\{$", shown):
        return Explanation(
            "foreign_sign", f"{place.shown(opened.line)} ends with `{{`. {CURLY}", opened.line
        )
    quoted = _inside_quotes(place, opened)
    if quoted is not None:
        return quoted
    closing = CLOSING[opened.mark]
    text = (
        f"The `{opened.mark}` on line {opened.line}, {code(shown)}, is never closed: a "
        f"`{closing}` is missing."
    )
    last = _last_line_inside(place, opened)
    if last is not None and last > opened.line:
        text = (
            f"The `{opened.mark}` on line {opened.line}, {code(shown)}, is never closed: a "
            f"`{closing}` is missing, on line {last} at the latest."
        )
    return Explanation("bracket_unclosed", text, opened.line)


def _inside_quotes(place: StopPlace, opened: Bracket) -> Explanation | None:
    """The closing bracket is part of the string: `print("Welcome)"`."""
    closing = CLOSING[opened.mark]
    for token in place.reading.tokens:
        if token.start < opened.start or token.line != opened.line or token.kind != "string":
            continue
        alone = token.text.count(closing) > token.text.count(opened.mark)
        if token.closed and alone and token.text[:-1].endswith(closing):
            quote = token.text[-1]
            mend = place.mended(TextEdit(token.end - 2, token.end, quote + closing))
            if place.holds(mend):
                text = (
                    f"{place.shown(token.line)} has its `{closing}` inside the quotes, where it "
                    f"is part of the string. Close the quotes first, then the {NAMES[closing]}."
                )
                return Explanation("bracket_in_quotes", text, token.line)
    return None


def _last_line_inside(place: StopPlace, opened: Bracket) -> int | None:
    """The last line the bracket can reach over: the one before the next statement begins."""
    for number in range(opened.line + 1, len(place.lines) + 1):
        if _STATEMENT.match(place.lines[number - 1]):
            before = number - 1
            while before > opened.line and not place.code(before):
                before -= 1
            return before
    return None
