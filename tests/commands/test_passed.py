"""A pass on the command line is followed by what the app shows after it."""

from __future__ import annotations

from course.commands.passed import _compared
from course.learner.comparison import without_docstring
from course.locations import Locations
from tests.commands.course_command import course, write

OWN = "def double(n):\n    return n + n\n"


def test_a_pass_says_what_was_learnt_and_compares(small_course: Locations) -> None:
    write(small_course.workspace / "basics" / "double.py", OWN)
    said = course("check", "basics/double").stdout
    parts = ("All 3 tests pass", "You handed a value back", "The reference", "-     return n + n",
             "+     return n * 2", "Another way: adds", "A look at your code")  # fmt: skip
    assert [part for part in parts if part not in said] == []
    assert "help" not in said


def test_two_solutions_are_one_text_with_signs() -> None:
    assert list(_compared("a\nb\nc\n", "a\nx\nc\nd")) == ["  a", "- b", "+ x", "  c", "+ d"]


def test_an_approach_is_its_code() -> None:
    assert without_docstring('"""Why."""\n\n\nx = 1\n') == "x = 1\n"
    assert without_docstring("x = 1\n") == "x = 1\n"
