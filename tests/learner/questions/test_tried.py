"""Programs as answers: filled, compared, and what is said where they do not do what they should."""

from __future__ import annotations

import asyncio

import pytest

from course.learner import feedback
from course.learner.questions.tried import (
    by_running,
    fill,
    holds,
    in_short,
    raised,
    run_once,
    same,
    why_not,
)
from course.model import Blank, ExceptionInfo, Order, ProgramReport, Verdict
from tests.learner.questions.right_here import run


def test_gaps_without_a_word_stay() -> None:
    assert fill("a ___ b ___ c", ("1",)) == "a 1 b ___ c"
    assert fill("a ___ b ___ c", ("1", "2")) == "a 1 b 2 c"
    assert fill("a", ("1",)) == "a"


def right(question: Order | Blank, source: str, expected: str = "") -> bool:
    return asyncio.run(run_once(question, source, expected, run)).correct


def test_without_a_check_only_the_authors_own_program_is_right() -> None:
    question = Blank(code="import ___", answers=("os",))
    assert right(question, "import os  \n", "import os")
    assert not right(question, "import re", "import os")


def test_check_and_output_both_have_to_hold() -> None:
    question = Order(goal="g", lines="x", check="a == 1", output="1")
    assert right(question, "a = 1\nprint(a)")
    assert not right(question, "a = 1\nprint(2)")
    assert not right(question, "a = 2\nprint(1)")
    assert not right(Order(goal="g", lines="x", output="1"), "print(1)\n1 / 0")


def test_outputs_are_alike_but_for_ends() -> None:
    assert same("a  \nb\n\n", "a\nb")
    assert not same("a\nb", "a\n b")
    assert not same("a", "a\nb")


def test_how_a_program_ended_in_a_word() -> None:
    assert raised(ProgramReport(Verdict.PASSED)) == ""
    assert raised(ProgramReport(Verdict.TIMEOUT)) == "timeout"
    error = ProgramReport(Verdict.ERROR, exception=ExceptionInfo("KeyError", "'a'"))
    assert raised(error) == "KeyError: 'a'"
    assert raised(ProgramReport(Verdict.ERROR, exception=ExceptionInfo("E", ""))) == "E"


def test_a_text_in_short_is_one_line() -> None:
    assert in_short(" a\nb ") == "a / b"
    assert in_short("\n") == "nothing"
    assert in_short("x" * 120) == "x" * 120
    assert in_short("x" * 121) == "x" * 117 + "..."


@pytest.mark.parametrize(
    ("source", "good", "why"),
    [
        ("a = 1\nprint(1)", True, ""),
        ("a = 1\nprint(2)", False, "it prints 2, not 1"),
        ("a = 2\nprint(1)", False, "`a == 1` is not true"),
        ("1 / 0", False, "it ends with ZeroDivisionError: division by zero"),
    ],
)
def test_an_authors_program_holds_or_it_is_said_why_not(source: str, good: bool, why: str) -> None:
    question = Order(goal="g", lines="x", check="a == 1", output="1")
    is_good, report = asyncio.run(holds(question, source, run))
    assert is_good is good
    if not good:
        assert why_not(question, report) == why


def test_what_stopped_a_program_is_said_in_its_own_words() -> None:
    said = "The program was not done after 5 seconds; it was on line 3."
    report = ProgramReport(Verdict.TIMEOUT, limit=said)
    assert raised(report) == "the program was not done after 5 seconds; it was on line 3"


def test_a_wrong_answer_is_told_what_it_does_and_a_right_one_what_holds() -> None:
    question = Order(goal="g", lines="x", check="a == 1")

    def told(source: str) -> str:
        return asyncio.run(by_running(question, source, "", run)).told

    assert told("a = 2") == "`a` gives `2`. It should give `1`."
    assert told("a = 1") == feedback.what_holds(question) != ""


def test_a_check_that_cannot_be_asked_is_said_to_be_the_one_that_ends() -> None:
    question = Order(goal="g", lines="x", check="y == 1")
    _, report = asyncio.run(holds(question, "a = 1", run))
    assert why_not(question, report) == ("the `check` ends with NameError: name 'y' is not defined")
