"""What is refused before any process sees it."""

from __future__ import annotations

import pytest

from course.checking.refusal import (
    Refused,
    as_exception,
    decode,
    refuse_files,
    refuse_name,
)
from course.worker.limits import SOURCE_BYTES


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (b"\xff\xfex\x00", "saved as UTF-16"),
        (b"\xfe\xff\x00x", "saved as UTF-16"),
        (b"x\ny\n\xe4", "Line 3 has a byte that is not UTF-8"),
        ("a\nb\0", "Line 2 has a zero character"),
        ("\ud800", "half of a character"),
        ("x" * (SOURCE_BYTES + 1), "The file has 256 KB; a check takes at most 256 KB"),
        ("é" * (SOURCE_BYTES // 2 + 1), "The file has 256 KB"),
    ],
)
def test_what_python_would_not_read_is_refused_in_words(source: str | bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        decode(source)


def test_what_python_reads_is_text() -> None:
    assert decode(b"\xef\xbb\xbfx = 1\n") == "x = 1\n"
    assert decode("\ufeffx = 1\n") == "x = 1\n"
    assert decode("x" * SOURCE_BYTES) == "x" * SOURCE_BYTES


@pytest.mark.parametrize("name", ["json", "random", "pytest", "pluggy", "_pytest"])
def test_a_name_that_would_hide_pythons_own_is_refused(name: str) -> None:
    with pytest.raises(Refused, match=f"`{name}.py` would hide"):
        refuse_name(name)
    refuse_name(f"my_{name}")


def test_a_text_that_is_no_project_is_refused() -> None:
    with pytest.raises(Refused, match="cannot be told apart"):
        refuse_files("x = 1\n")


def test_a_refusal_is_told_where_a_syntax_error_would_be() -> None:
    told = as_exception(Refused("why"), "shop")
    assert (told.type, told.message, told.frames[0].file) == ("SyntaxError", "why", "shop.py")
