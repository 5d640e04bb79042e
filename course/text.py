r"""The one function at every border: foreign text is shown, never obeyed.

What authors, learners, files, arguments, databases and programs say may hold characters that a
terminal, a browser or a reader's eye obeys instead of showing: control characters and escape
sequences, marks that turn the direction of a line around, characters without a width, halves of
characters. They are written out as Python writes them: `\x1b`, `\u202e`, `\udc80`. A newline and
a tab stay; letters of every language stay, right-to-left ones too.
"""

from __future__ import annotations

import re

MOST = 16_384

# Everything Unicode calls a control, a format character, a surrogate or a separator of lines
# (but the signs of Arabic, Syriac, Kaithi and Egyptian that are seen), and what looks like
# nothing: fillers, joiners, selectors of variants.
_CANDIDATES = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_JOINED_SCRIPTS = re.compile("[\u0600-\u109f\u1780-\u18af]")  # they write with joiners
_PICTURES = re.compile("[\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff]")


def _spelt(match: re.Match[str]) -> str:
    """The character as Python writes it, or as it is where its neighbours give it a meaning."""
    character, text, end = match[0], match.string, match.end()
    before = text[end - 2] if end > 1 else ""
    after = text[end] if end < len(text) else ""
    if character in "\u200c\u200d" and _JOINED_SCRIPTS.match(before):
        return character
    if character == "\u200d" and _PICTURES.match(before) and _PICTURES.match(after):
        return character
    if "\ufe00" <= character <= "\ufe0f" and before:
        plain = before.isascii() or _CANDIDATES.match(before)
        if not plain or after == "\u20e3":
            return character
    return character.encode("unicode_escape").decode("ascii")


def clean(value: object, most: int = MOST) -> str:
    """`value` as text that is shown and never obeyed; what is over `most` characters is cut off."""
    return _cut(value, most, "\n...")


def cut(text: str, most: int = MOST) -> str:
    """Text that is clean already, bounded in the same way."""
    return text if len(text) <= most else text[:most] + "\n..."


def clean_line(value: object, most: int = 500) -> str:
    """The same for what has to stay on one line, such as a name: newlines are shown as well."""
    return _cut(value, most, "...").replace("\n", "\\n").replace("\t", "\\t")


def _cut(value: object, most: int, sign: str) -> str:
    text = str(value)
    if not (text.isascii() and text.isprintable()):
        text = _CANDIDATES.sub(_spelt, text[: most + 1].replace("\r\n", "\n"))
    return text if len(text) <= most else text[:most] + sign


def clean_in_place(text: str) -> str:
    """The same one character for one, for where columns count: `␛` for escape, `␦` for a mark."""
    if text.isascii() and text.isprintable():
        return text
    return _CANDIDATES.sub(_signed, text)


def _signed(match: re.Match[str]) -> str:
    spelt, number = _spelt(match), ord(match[0])
    if spelt == match[0]:
        return spelt
    return chr(0x2400 + number) if number < 0x20 else "␡" if number == 0x7F else "␦"


def clean_json(document: str) -> str:
    """A JSON document in which the same characters are escaped; what it says is unchanged."""
    if document.isascii() and document.isprintable():
        return document
    return _CANDIDATES.sub(_escaped, document)


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[place : place + 4]}" for place in range(0, len(units), 4))
