"""Questions in plain text: a line is read as an answer, and disorder is the same every time."""

from __future__ import annotations

import pytest

from course.learner.questions.kind import (
    Marked,
    in_disorder,
    indented,
    numbered,
    numbers_in,
    shuffled,
)
from course.learner.questions.table import KINDS, kind_of
from course.model import Blank, Choice, Choose, Order, Predict, Question, Spot


@pytest.mark.parametrize(
    ("question", "line", "answer"),
    [
        (Predict(code="print(1)", because="."), "1", "1"),
        (Predict(code="print(1)", because="."), "a\\nb", "a\nb"),
        (Predict(code="print(1)", because=".", choices=("a", "b")), "2", "b"),
        (Predict(code="print(1)", because=".", choices=("a", "b")), "3", None),
        (Blank(code="a ___ b ___", answers=("x", "y")), "x | y", ("x", "y")),
        (Blank(code="a ___ b ___", answers=("x", "y")), "x", None),
        (Spot(code="a\nb", line=2, because="."), "2", 2),
        (Spot(code="a\nb", line=2, because="."), "0", None),
        (Order(goal="g", lines="a"), "1", ("a",)),
        (Order(goal="g", lines="a"), "x", None),
        (Order(goal="g", lines="a"), "", None),
    ],
)
def test_a_line_is_read_as_an_answer(question: Question, line: str, answer: object) -> None:
    assert kind_of(question).read(question, line, "seed") == answer


def test_choices_are_numbered_as_they_are_shown() -> None:
    question = Choose(
        question="Which?", choices=(Choice("tea", correct=True), Choice("mug"), Choice("pot"))
    )
    kind = kind_of(question)
    lines, how = kind.shown(question, "seed")
    assert lines[0] == "Which?"
    assert "None" not in "".join(lines)
    number = next(line[:3].strip() for line in lines if line.endswith("tea"))
    assert kind.read(question, number, "seed") == (0,)
    assert kind.read(question, "0", "seed") is None
    assert kind.read(question, "4", "seed") is None
    assert "number of the answer" in how


def test_the_same_seed_gives_the_same_disorder() -> None:
    lines = ("one", "two", "three", "four")
    assert in_disorder(lines, "a") == in_disorder(lines, "a")
    assert sorted(in_disorder(lines, "a")) == sorted(lines)
    assert len({tuple(in_disorder(lines, str(number))) for number in range(50)}) > 10


def test_a_puzzle_is_shuffled_the_same_way_every_time_and_never_solved() -> None:
    lines = ("one", "two", "three", "four")
    assert shuffled(lines, "a/b") == shuffled(lines, "a/b")
    assert all(shuffled(lines, f"lesson/{number}") != lines for number in range(50))
    assert shuffled(("same", "same"), "x") == ("same", "same")


def test_a_line_of_numbers_has_nothing_else_in_it() -> None:
    assert numbers_in("2, 1 3", 3) == [2, 1, 3]
    assert numbers_in("3", 3) == [3]
    for line in ("4", "0", "-1", "1 x", "x", "", "1.5"):
        assert numbers_in(line, 3) == [], line


def test_what_is_said_after_an_answer() -> None:
    question = Choose(question="q", choices=(Choice("a", correct=True), Choice("b")))
    kind = kind_of(question)
    right, wrong = Marked(True, "Because."), Marked(False, "Because.", told="It gives 6.")
    assert (kind.told(right), kind.told(wrong)) == ("Because.", "It gives 6.\n\nBecause.")
    assert kind.told(Marked(True)) == ""
    assert kind.verdict(question, (0,), right) == "Right"
    assert kind.verdict(question, (1,), wrong) == "Not this one. Try again."


@pytest.mark.parametrize(
    ("expected", "because", "words"),
    [
        ("line 2\n", "Why.", "The answer: `line 2`\n\nWhy."),
        ("", "Why.", "Why."),
        ("a\nb", "Why.", "The answer:\n\n````\na\nb\n````\n\nWhy."),
        ("a `b`", "Why.", "The answer:\n\n````\na `b`\n````\n\nWhy."),
        ("line 2", "The answer: `line 2`, since.", "The answer: `line 2`, since."),
    ],
)
def test_the_answer_is_told_once_with_its_reason(expected: str, because: str, words: str) -> None:
    kind = kind_of(Spot(code="a", line=1, because="."))
    assert kind.told_the_answer(Marked(False, because, expected)) == words


def test_a_kind_keeps_its_reason_until_the_answer_is_right() -> None:
    keeps = [kind for kind in KINDS.values() if kind.keeps_reason]
    assert keeps, "there are such kinds"
    for kind in keeps:
        assert kind.told(Marked(False, "Why.", told="So.")) == "So."
        assert kind.told(Marked(True, "Why.", told="So.")) == "So.\n\nWhy."


def test_lines_are_set_in_and_numbered_as_they_are_shown() -> None:
    assert indented("a\n\n  b\n\n") == ["    a", "    ", "      b"]
    assert indented("a  # why?\n") == ["    a  # why?"]
    assert numbered(["a", "b"]) == ["  1  a", "  2  b"]
    assert numbered("x" * 10)[9] == " 10  x"
    assert numbers_in("1,2", 2) == [1, 2]


def test_of_two_things_the_other_order_is_shown() -> None:
    assert {shuffled(("a", "b"), str(seed)) for seed in range(30)} == {("b", "a")}
