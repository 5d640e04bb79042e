"""What came along from elsewhere: prompts, conflict markers, shell commands, strange characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from course.checking.words import code
from course.explaining.unreadable.stop import Explanation, StopPlace, error_of

INVISIBLE = {
    "\u00a0": "a non-breaking space",
    "\u200b": "a zero-width space",
    "\u200c": "a zero-width character",
    "\u200d": "a zero-width character",
    "\u200e": "a mark for the direction of writing",
    "\u2028": "a line separator",
    "\u2060": "a zero-width character",
    "\ufeff": "a byte order mark",
    "\u202f": "a narrow space",
    "\u2003": "a wide space",
    "\u2009": "a thin space",
    "\u3000": "a wide space",
    "\u00ad": "a soft hyphen",
}
_QUOTES = "“”„‟«»‘’‚‛‹›`´″′"  # noqa: RUF001 - these are what we look for
_DASHES = "‐‑‒–—−"  # noqa: RUF001 - these are what we look for
_PLAIN = dict(zip("×÷≤≥≠…→·⁄", ("*", "/", "<=", ">=", "!=", "...", "->", "*", "/"), strict=True))  # noqa: RUF001
LETTERS = dict(
    zip(
        "аеорсухіјѕԁһԛԝвкмнтАВЕКМНОРСТХαονρικτΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aeopcyxijsdhqwbkmhtABEKMHOPCTXaovpiktABEZHIKMNOPTYX",
        strict=True,
    )
)
"""Letters of other alphabets and the Latin letter each looks like."""
_LABELS = frozenset(
    ["copy code", "copy to clipboard", "python copy code", "python copy", "copy edit", "run code"]
)
_SHELL = re.compile(
    r"^(?:\(\w+\)\s*)?(?:[\w@.:~/\\-]*[$>%])?\s*(?:(?:python3?|py)\s+(?:-\w|[\w./\\]+\.py)|(?:pip3?|conda|brew|apt|npm)\s+\w|"
    r"(?:git|cd|ls|mkdir|source|sudo)\s+[\w.~/-])"
)


def pasted(place: StopPlace) -> Explanation | None:
    """Lines that are no code at all, and characters that only look like code."""
    for find in (_conflict, _fence, _label, _prompt, _shell, _letters, _characters):
        if (explanation := find(place)) is not None:
            return explanation
    return None


def _conflict(place: StopPlace) -> Explanation | None:
    for number, line in enumerate(place.lines, 1):
        if re.match(r"(<{7}|>{7})(\s|$)", line):
            text = (
                f"Line {number}, {code(line.strip())}, is a conflict marker of git. Decide which "
                "of the two versions you keep, and delete the three lines with the markers."
            )
            return Explanation("conflict_marker", text, number)
    return None


def _fence(place: StopPlace) -> Explanation | None:
    for number, line in enumerate(place.lines[: place.line], 1):
        if line.strip().startswith("```"):
            text = (
                f"Line {number}, `` {line.strip()} ``, marks where code begins or ends on web "
                "pages and in chats. It is not part of the program: delete it, and its partner."
            )
            return Explanation("fence_pasted", text, number)
    return None


def _label(place: StopPlace) -> Explanation | None:
    """A line that a web page shows above its code, beside the button that copies it."""
    for number, line in enumerate(place.lines[: place.line], 1):
        if line.strip().lower() in _LABELS:
            text = (
                f"Line {number}, {code(line.strip())}, came along from the web page or chat that "
                "shows this code. It is not part of the program: delete it."
            )
            return Explanation("label_pasted", text, number)
    return None


def _prompt(place: StopPlace) -> Explanation | None:
    match = re.match(r"\s*(>>>|\.\.\.\s+\S)", place.lines[place.line - 1])
    if match is None:
        return None
    mark = match.group(1)[:3]
    rest = place.lines[place.line - 1].strip().removeprefix("...").strip()
    if mark == "..." and error_of(rest) is not None and not rest.endswith(":"):
        return None
    text = (
        f"{place.shown(place.line)} begins with `{mark}`, which Python's own prompt shows. It is "
        "not part of the program: leave it out."
    )
    return Explanation("prompt_pasted", text, place.line)


def _shell(place: StopPlace) -> Explanation | None:
    line = place.code(place.line)
    if not _SHELL.match(line) or "=" in line.partition(" ")[0]:
        return None
    text = (
        f"{place.shown(place.line)} is a command for the terminal, not a line of Python. Leave it "
        "out of the file."
    )
    return Explanation("shell_command", text, place.line)


def _letters(place: StopPlace) -> Explanation | None:
    """A keyword or a mark of a string written with a letter of another alphabet."""
    for token in place.reading.tokens:
        if token.line > place.line:
            return None
        if token.kind == "name" and not token.text.isascii() and token.line == place.line:
            plain = plain_letters(token.text)
            if plain != token.text and plain.isascii() and _mended_by(place, token.text, plain):
                strange = next(mark for mark in token.text if mark in LETTERS)
                text = (
                    f"{place.shown(token.line)} has a letter of another alphabet in "
                    f"`{token.text}`: its `{strange}` only looks like the Latin "
                    f"`{LETTERS[strange]}`. Type `{plain}` again."
                )
                return Explanation("look_alike", text, token.line)
    return None


def plain_letters(name: str) -> str:
    """The name with Latin letters in the place of those that look like them."""
    return "".join(LETTERS.get(mark, mark) for mark in name)


def _mended_by(place: StopPlace, old: str, new: str) -> bool:
    return place.holds(place.source.replace(old, new))


def _characters(place: StopPlace) -> Explanation | None:
    """The first character outside strings and comments that Python does not know."""
    for strange in place.reading.strange:
        if strange.line > place.line:
            return None
        if strange.mark in "?$" and strange.line != place.line:
            continue
        if strange.mark == "?" and re.search(r"\w+ \w[\w ,']*\?\W*$", place.code(strange.line)):
            continue  # a question without quotes
        if strange.mark == "?" and ":" in place.code(strange.line).partition("?")[2]:
            text = (
                f"{place.shown(strange.line)} chooses between two values as other languages do. "
                "Python writes `a if condition else b`."
            )
            return Explanation("foreign_sign", text, strange.line)
        for tell in _KINDS:
            if (explanation := tell(strange.mark)) is not None:
                name, text = explanation
                return Explanation(name, f"{place.shown(strange.line)} has {text}", strange.line)
    refused = re.match(r"invalid character '(.)'", place.message)
    if refused is not None and not refused.group(1).isalpha():
        mark = refused.group(1)
        name, text = _look_alike(mark) or _unknown(mark)
        return Explanation(name, f"{place.shown(place.line)} has {text}", place.line)
    return None


def _invisible(mark: str) -> tuple[str, str] | None:
    if mark not in INVISIBLE:
        return None
    return "invisible_character", (
        f"an invisible character in it: {INVISIBLE[mark]}. It often comes along when code is "
        "copied from a web page. Type the line again."
    )


def _quote(mark: str) -> tuple[str, str] | None:
    if mark not in _QUOTES:
        return None
    if mark in "\u2039\u203a":  # they look like `<` and `>`
        return "curly_quote", (
            f"the quote {mark} in it. Python only knows the straight quotes, \" and ', and "
            f"compares with {'`<`' if mark == chr(0x2039) else '`>`'}."
        )
    if mark == "\u201a":
        return "curly_quote", (
            f"the quote {mark} in it, which looks like a comma. Python only knows the comma `,` "
            "and the straight quotes, \" and '."
        )
    return "curly_quote", (
        f"the quote {mark} in it. Python only knows the straight quotes, \" and '. The other ones "
        "often come from a word processor or a web page."
    )


def _dash(mark: str) -> tuple[str, str] | None:
    if mark not in _DASHES:
        return None
    return "long_dash", f"a long dash, {mark}, in it. Minus is the short one, `-`."


def _look_alike(mark: str) -> tuple[str, str] | None:
    plain = _PLAIN.get(mark) or unicodedata.normalize("NFKC", mark).replace("\u2044", "/")
    if plain == mark or not plain.isascii() or not plain.strip():
        return None
    return "look_alike", f"the character {mark} in it. Python writes `{plain}` for that."


def _unknown(mark: str) -> tuple[str, str]:
    return "strange_character", f"the character {mark} in it, which means nothing in Python there."


_KINDS: tuple[Callable[[str], tuple[str, str] | None], ...] = (
    _invisible,
    _quote,
    _dash,
    _look_alike,
    _unknown,
)
