"""Where a place in Python is: in a string, in a comment, in which brackets."""

from __future__ import annotations

import pytest

from course.ui.aids.scan import closed_by, scan


@pytest.mark.parametrize(
    ("text", "inside", "brackets"),
    [
        ("", "", ""),
        ("f(a, [1, {", "", "([{"),
        ("f(a)]", "", ""),
        ("f(]", "", "("),
        ("'a", "'", ""),
        ("'a'", "", ""),
        ("'a\nb", "", ""),
        ("'a\\\nb", "'", ""),
        ("'a\\'b", "'", ""),
        ('"""a "b" \n', '"""', ""),
        ('"""a"""', "", ""),
        ("x = 1  # it's (", "#", ""),
        ("x = 1  # it's (\n", "", ""),
        ("'#' + (", "", "("),
        ("('(' ", "", "("),
    ],
)
def test_what_the_end_of_a_text_is_in(text: str, inside: str, brackets: str) -> None:
    found = scan(text)
    assert (found.inside, found.brackets) == (inside, brackets)
    assert found.is_code is (not inside)


def test_the_letters_before_a_string_and_where_its_text_begins() -> None:
    found = scan("x = Rf'a")
    assert (found.prefix, found.begins) == ("rf", 7)
    assert scan("half'a").prefix == ""


@pytest.mark.parametrize(
    ("text", "brackets", "closed"),
    [
        (")", "((", 1),
        ("))", "((", 2),
        ("(1))", "(", 1),
        ("'))'", "(", 0),
        ("])", "([", 2),
        ("])", "(", 1),
        ("# )", "(", 0),
    ],
)
def test_how_many_brackets_a_text_closes(text: str, brackets: str, closed: int) -> None:
    assert closed_by(text, brackets) == closed
