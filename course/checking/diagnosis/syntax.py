"""A source that Python cannot read, in plain words: where, what is there, what to look for.

The words come from the source itself, not from Python's message, so that they are the same in
every version. Only the line at which Python stopped is taken from it.
"""

from __future__ import annotations

import re
import warnings

from course.checking.diagnosis import syntax_lines
from course.checking.diagnosis.lexer import Reading, scan
from course.checking.diagnosis.syntax_characters import characters
from course.checking.diagnosis.words import code
from course.model import Diagnosis

Told = tuple[str, str, int]
"""The name of what is wrong, the words for it, and the line."""


def syntax_problem(source: str) -> Diagnosis | None:
    """What keeps Python from reading the source; None when it can read it."""
    error = _error(source)
    if error is None:
        return None
    lines = source.splitlines()
    line = min(max(error.lineno or 1, 1), max(len(lines), 1))
    name, text, where = _explain(source, lines, line, error)
    return Diagnosis("cannot_start", text, name=name, line=where)


def _error(source: str) -> SyntaxError | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "<submission>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return error
    except ValueError as error:
        return SyntaxError(str(error))
    except (RecursionError, MemoryError, OverflowError):
        return SyntaxError("too deeply nested")
    return None


def _explain(source: str, lines: list[str], line: int, error: SyntaxError) -> Told:
    reading = scan(source)
    place = _Place(source, lines, line, error, reading)
    finders = (
        characters,
        _by_message,
        _f_string,
        _open_text_before,
        _brackets_before,
        syntax_lines.of_statements,
        _open_text,
        _brackets,
    )
    for find in finders:
        if (told := find(place)) is not None:
            return told
    return _anything(lines, line)


class _Place:
    """The source, the line at which Python stopped, and our own reading."""

    def __init__(
        self, source: str, lines: list[str], line: int, error: SyntaxError, reading: Reading
    ) -> None:
        self.source = source
        self.lines = lines
        self.line = line
        self.error = error
        self.message = error.msg or ""
        self.reading = reading

    def code(self, line: int) -> str:
        """A line of the source, stripped."""
        return self.lines[line - 1].strip() if 1 <= line <= len(self.lines) else ""


def _by_message(place: _Place) -> Told | None:
    """What compiles as syntax and is refused afterwards; these words are stable over versions."""
    line, at = place.line, code(place.code(place.line))
    for words, name, text in _MESSAGES:
        if words in place.message:
            return name, text.format(line=line, at=at), line
    return None


def _f_string(place: _Place) -> Told | None:
    """Curly brackets in an f-string that do not pair up, or have nothing between them."""
    anywhere = "f-string" in place.message
    for number, line in enumerate(place.lines, 1):
        if not (anywhere or number == place.line):
            continue
        for found in _F_STRING.finditer(line):
            held = found.group(1).replace("{{", "").replace("}}", "")
            said = None
            if held.count("{") != held.count("}"):
                said = "the curly brackets do not pair up"
            elif re.search(r"\{\s*\}", held):
                said = "there is nothing between `{` and `}`"
            if said:
                text = f"Line {number}, {code(place.code(number))}: in the f-string, {said}."
                return "f_string_brackets", text, number
    return None


_F_STRING = re.compile(r"""\b[rR]?[fF][rR]?("[^"]*"|'[^']*')""")


_MESSAGES = (
    (
        "'return' outside function",
        "return_outside",
        "Line {line}, {at}, stands outside every function, and `return` belongs inside one. Look "
        "at how far the line is indented.",
    ),
    (
        "'yield' outside function",
        "yield_outside",
        "Line {line}, {at}, stands outside every function, and `yield` belongs inside one.",
    ),
    (
        "'await' outside",
        "await_outside",
        "Line {line}, {at}, uses `await` outside an `async def` function.",
    ),
    (
        "'break' outside loop",
        "break_outside",
        "Line {line} has a `break` that is not inside a loop. Look at how far it is indented.",
    ),
    (
        "'continue' not properly in loop",
        "continue_outside",
        "Line {line} has a `continue` that is not inside a loop. Look at how far it is indented.",
    ),
    (
        "assigned to before global declaration",
        "global_late",
        "Line {line}, {at}, comes after the name was already used; `global` comes first.",
    ),
    (
        "used prior to global declaration",
        "global_late",
        "Line {line}, {at}, comes after the name was already used; `global` comes first.",
    ),
    (
        "duplicate argument",
        "parameter_twice",
        "Line {line}, {at}, uses the same parameter name twice.",
    ),
    ("too deeply nested", "too_nested", "The file is nested too deeply for Python to read it."),
    ("null byte", "null_byte", "The file has a zero character (NUL) in it. Delete it."),
)


def _open_text_before(place: _Place) -> Told | None:
    opened = place.reading.open_text
    return _open_text(place) if opened and opened.line <= place.line else None


def _brackets_before(place: _Place) -> Told | None:
    told = _brackets(place)
    return told if told is not None and told[2] <= place.line else None


def _brackets(place: _Place) -> Told | None:
    reading = place.reading
    if reading.mismatched is not None:
        opened, closed = reading.mismatched
        where = "the same line" if opened.line == closed.line else f"line {opened.line}"
        text = (
            f"Line {closed.line} closes with `{closed.mark}`, but the bracket that is open there "
            "is "
            f"`{opened.mark}`, from {where}: {code(place.code(closed.line))}."
        )
        return "bracket_mismatch", text, closed.line
    if reading.unclosed and reading.open_text is None:
        opened = reading.unclosed[-1]
        shown = place.code(opened.line)
        if shown.endswith("{") and shown.startswith(("if", "for", "while", "def", "else", "elif")):
            text = (
                f"Line {opened.line}, {code(shown)}: Python opens a block with a colon and indents "
                "it; it has no curly brackets for that."
            )
            return "foreign_sign", text, opened.line
        text = (
            f"The `{opened.mark}` on line {opened.line}, {code(place.code(opened.line))}, is never "
            "closed. Every opening bracket needs its closing one; count them on that line."
        )
        return "bracket_unclosed", text, opened.line
    if reading.unmatched is not None:
        closed = reading.unmatched
        text = (
            f"Line {closed.line}, {code(place.code(closed.line))}, has a `{closed.mark}` too many: "
            "no bracket is open there that it could close."
        )
        return "bracket_too_many", text, closed.line
    return None


def _open_text(place: _Place) -> Told | None:
    opened = place.reading.open_text
    if opened is None:
        return None
    shown = place.code(opened.line)
    text = (
        f"A text on line {opened.line}, {code(shown)}, is not closed: its last {opened.mark} is "
        "missing."
    )
    if len(opened.mark) == 3:
        text = (
            f"The text that begins with three quotes on line {opened.line} is never closed; the "
            "same three quotes are missing at its end."
        )
    elif opened.mark == "'" and shown.count("'") >= 3:
        text = (
            f"On line {opened.line}, {code(shown)}, the quotes do not pair up. An apostrophe "
            "inside "
            "a text in single quotes ends that text; a text with an apostrophe can stand in double "
            "quotes."
        )
    return "text_unclosed", text, opened.line


def _anything(lines: list[str], line: int) -> Told:
    while line > 1 and not lines[line - 1].strip():
        line -= 1
    shown = lines[line - 1].strip() if lines else ""
    text = (
        f"Python cannot read line {line}, {code(shown)}. Look at that line sign by sign, and at "
        "the "
        "end of the line before it: something is missing there, or one sign is too many."
    )
    return "unreadable", text, line
