"""An order of lines in plain text: how it is shown and read, and what is said of it."""

from __future__ import annotations

import pytest

from course.errors import WrongUse
from course.learner.ladder.order_words import DEEPEST, about_order, how_to_answer, numbered, placed
from course.learner.ladder.puzzle import Puzzle, Wrong

MADE = Puzzle("", ("if a:", "    b"), ("", ""), ("b", "if a:", "c"), ("c",))


def test_an_answer_is_numbers_with_the_indentation_where_it_changes() -> None:
    assert placed(MADE, "2 1:1 3") == ["if a:", "    b", "    c"]
    assert placed(MADE, "2, 1:1, 3:0") == ["if a:", "    b", "c"]


@pytest.mark.parametrize("answer", ["4", "0", "x", "1:x", "1:", ":1"])
def test_what_names_no_line_is_refused(answer: str) -> None:
    with pytest.raises(WrongUse, match="is no line"):
        placed(MADE, answer)


def test_nobody_indents_without_end() -> None:
    (line,) = placed(MADE, "1:999999")
    assert len(line) == 4 * DEEPEST + 1


def test_lines_are_shown_with_their_numbers_and_stay_together() -> None:
    assert list(numbered(("a", "def b():\n    c"))) == ["  1  a", "  2  def b():", "         c"]
    assert how_to_answer(MADE).startswith("1 line does not belong.")


LINES = ["if a:", "    b", "c"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Wrong(0, "line"), "Line 1 is the first one that does not belong there: if a:"),
        (Wrong(1, "line"), "Line 2 is the first one that does not belong there: b\nThe lines"),
        (Wrong(1, "indentation"), "Line 2 is the right line, but not at that indentation: b\n"),
        (Wrong(2, "no_more"), "Line 3 is one too many: c\nThe lines before it are right."),
        (Wrong(3, "is_more"), "Up to line 3 it is right. Something has to follow."),
        (Wrong(0, "is_more"), "No line is in order yet."),
    ],
)
def test_the_first_wrong_line_is_said(wrong: Wrong, said: str) -> None:
    assert about_order(wrong, LINES).startswith(said)


def test_how_an_order_is_typed_in_full() -> None:
    typed = (
        "Type the numbers in order. A number after a colon indents the line by so many levels; "
        "without it the line is as far in as the one before: 2 1:1 3"
    )
    assert how_to_answer(MADE) == f"1 line does not belong. {typed}"
    two = Puzzle("", (), (), (), ("c", "d"))
    assert how_to_answer(two) == f"2 lines do not belong. {typed}"
    assert how_to_answer(Puzzle("", (), (), (), ())) == typed
    with pytest.raises(WrongUse) as told:
        placed(MADE, "2 9")
    assert str(told.value) == (
        "`9` is no line. Give numbers from 1 to 3, each with its indentation after a colon where "
        "that changes: 2 1:1 3"
    )


def test_what_is_said_of_a_line_in_full() -> None:
    right = "\nThe lines before it are right."
    assert about_order(Wrong(1, "indentation"), ["a", "  b\n  c"]) == (
        f"Line 2 is the right line, but not at that indentation: b{right}"
    )
    assert about_order(Wrong(0, "no_more"), ["a"]) == "Line 1 is one too many: a"
    assert about_order(Wrong(1, "line"), ["a", "b"]) == (
        f"Line 2 is the first one that does not belong there: b{right}"
    )
    (line,) = placed(MADE, "1:9")
    assert line == " " * 32 + "b"


def test_where_something_has_to_follow_nothing_else_is_said() -> None:
    assert about_order(Wrong(0, "is_more"), LINES) == "No line is in order yet."
    assert about_order(Wrong(3, "is_more"), LINES) == (
        "Up to line 3 it is right. Something has to follow."
    )
    assert about_order(Wrong(0, "line"), LINES) == (
        "Line 1 is the first one that does not belong there: if a:"
    )
    assert about_order(Wrong(2, "no_more"), LINES) == (
        "Line 3 is one too many: c\nThe lines before it are right."
    )


def test_a_line_is_indented_by_its_own_number_or_like_the_one_before() -> None:
    (first, second, third) = placed(MADE, "1:2, 2 3:0")
    assert [len(it) - len(it.lstrip()) for it in (first, second, third)] == [8, 8, 0]
    for answer in ("x", "1:", ":1", "0", "4", "1:x", "-1"):
        with pytest.raises(WrongUse):
            placed(MADE, answer)
    assert placed(MADE, "") == []
