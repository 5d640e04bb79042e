"""Foreign text at the borders: shown, never obeyed."""

# ruff: noqa: RUF001 - words of other languages are what is tested

from __future__ import annotations

import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.text import clean, clean_json, clean_line

# Format characters that are seen: signs of numbers and verses.
SEEN = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
SEEN |= set(range(0x13430, 0x13440))


def obeyed(character: str) -> bool:
    """Whether Unicode calls it a control, a format, a surrogate or a separator of lines."""
    if character in "\n\t" or ord(character) in SEEN:
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def test_no_character_that_is_obeyed_gets_through() -> None:
    for number in range(sys.maxunicode + 1):
        character = chr(number)
        if obeyed(character):
            assert clean(character).isprintable(), hex(number)
            assert clean(character).startswith("\\"), hex(number)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;cm0=\x07", "\\x1b]52;c;cm0=\\x07"),
        ("a\x9b2Jb", "a\\x9b2Jb"),
        ("x\r\ny\rz", "x\ny\\rz"),
        ("ab\u202etxt.exe", "ab\\u202etxt.exe"),
        ("pay\u200bment", "pay\\u200bment"),
        ("name\udc80", "name\\udc80"),
        ("x\ufe0f", "x\\ufe0f"),
        ("tag\U000e0041", "tag\\U000e0041"),
        # what means something in its language or picture stays
        ("שלום مرحبا नमस्ते", "שלום مرحبا नमस्ते"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3", "👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3"),
        ("é\t茶\n", "é\t茶\n"),
    ],
)
def test_it_is_written_as_python_writes_it(text: str, shown: str) -> None:
    assert clean(text) == shown
    assert clean(shown) == shown


def test_a_name_stays_on_one_line() -> None:
    assert clean_line("a\nb\tc\x1b") == "a\\nb\\tc\\x1b"
    assert clean_line("x" * 600) == "x" * 500 + "..."


def test_what_is_too_long_is_cut() -> None:
    assert clean("ab" * 10_000, 6) == "ababab\n..."
    assert len(clean("\x1b" * 10_000_000, 100)) < 120


@given(st.text(st.characters(exclude_categories=[])))
def test_whatever_it_is_given_nothing_is_obeyed(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not any(
        unicodedata.category(it) in ("Cc", "Cs", "Zl", "Zp") and it not in "\n\t" for it in once
    )
    json.loads(clean_json(json.dumps(once, ensure_ascii=False)))


@given(st.text(st.characters(exclude_categories=[])))
def test_json_says_the_same_and_shows_the_rest(text: str) -> None:
    document = clean_json(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(document) == json.loads(json.dumps({"text": text}))
    assert clean(document) == document
