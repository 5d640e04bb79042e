"""Questions in plain text: a line is read as an answer, and disorder is the same every time."""

from __future__ import annotations

import pytest

from course.learner.questions.kind import in_disorder, numbers_in, shuffled
from course.learner.questions.table import kind_of
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
