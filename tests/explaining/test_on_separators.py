"""What stands between the parts of a text: one too many at the end, a space of `print`."""

from __future__ import annotations

import ast

import pytest

from course.explaining.on_separators import _joint, separator_after_last
from tests.explaining.answering import said_by

JOINED = """\
def f(n):
    text = ""
    for word in ["tea", "mug"]:
        text += word + ", "
    return text
"""
SAID = (
    "`f(1)` gave back `'tea, mug, '`; the test expects `'tea, mug'`. Line 4, `text += word + "
    "\", \"`, puts `', '` at the end each time, also the last time."
)


def test_a_separator_after_the_last_part() -> None:
    assert said_by(separator_after_last, JOINED, {"f(1)": "'tea, mug'"}) == SAID


@pytest.mark.parametrize(
    "line",
    [
        'text = text + word + ", "',
        'text += f"{word}, "',
        'text += word\n        text += ", "',
        'text += "" + word + ", "',
    ],
)
def test_other_ways_to_put_it_there(line: str) -> None:
    source = JOINED.replace('text += word + ", "', line)
    assert "at the end each time" in said_by(separator_after_last, source, {"f(1)": "'tea, mug'"})


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('+ ", "', '+ ", "', "'tea'"),
        ('+ ", "', '+ ", "', "'tea, mug, jar'"),
        ('text += word + ", "', 'text = word + ", "', "'mug'"),
        ('text += word + ", "', 'text = ", ".join(["tea", "mug", ""])', "'tea, mug'"),
        ('+ ", "', '+ str(", ")', "'tea, mug'"),
        ("    return text", "    text = text + '!'\n    return text", "'tea, mug, '"),
    ],
)
def test_texts_that_differ_otherwise(old: str, new: str, expected: str) -> None:
    assert said_by(separator_after_last, JOINED.replace(old, new), {"f(1)": expected}) == ""


@pytest.mark.parametrize(
    ("call", "got", "expected", "where"),
    [
        ("print('Hello,', name, '!')", "Hello, Mei !", "Hello, Mei!", "before `'!'`"),
        ("print('#', number)", "# 3", "#3", "after `'#'`"),
        ("print(number, '%')", "3 %", "3%", "before `'%'`"),
        ("print(number, name)", "3 Mei", "3Mei", None),
        ("print('#', number)", "#  3", "#3", None),
        ("print('#', number)", "#-3", "#3", None),
        ("print('#', number)", "# 4", "#3", None),
        ("print('', number, 1)", " 3", "3", None),
        ("print(number, '')", "3 ", "3", None),
        ("print('Tea', number)", "# 3", "#3", None),
    ],
)
def test_which_text_a_space_is_beside(
    call: str, got: str, expected: str, where: str | None
) -> None:
    node = ast.parse(call, mode="eval").body
    assert isinstance(node, ast.Call)
    assert _joint(node, got, expected) == where
