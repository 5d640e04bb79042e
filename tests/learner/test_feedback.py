"""What an answer in code really does, in words."""

from __future__ import annotations

import asyncio

import pytest

from course.learner.feedback import (
    code,
    must_use,
    plain,
    what_holds,
    what_it_does,
    which_are_right,
)
from course.model import Blank, ExceptionInfo, Order, ProgramReport, Stuck, Verdict
from tests.learner.questions.right_here import run


def order(check: str | None = None, output: str | None = None) -> Order:
    return Order(goal="g", lines="x", check=check, output=output)


def told(source: str, check: str | None = None, output: str | None = None) -> str:
    async def work() -> str:
        report = await run(source, check=check)
        return await what_it_does(order(check, output), source, report, run)

    return asyncio.run(work())


def test_a_value_is_told_beside_the_one_it_should_be() -> None:
    assert told("x = 4", "x == 3") == "`x` gives `4`. It should give `3`."
    assert told("x = 4", "3 == x") == "`x` gives `4`. It should give `3`."
    assert told("x = 'a`b'", "x == 3") == "`x` gives `` 'a`b' ``. It should give `3`."


def test_of_several_conditions_the_first_untrue_one_is_told() -> None:
    assert told("x = 3\ny = 5", "x == 3 and y == 4") == "`y` gives `5`. It should give `4`."
    assert told("x = 2\ny = 5", "x == 3 and y == 4") == "`x` gives `2`. It should give `3`."


def test_a_condition_that_compares_nothing_is_said_not_to_be_true() -> None:
    assert told("x = 4", "x < 3") == "`x < 3` should be true, and it is not."
    assert told("x = 4", "x < 3 or x == 9") == "`x < 3 or x == 9` should be true, and it is not."
    assert told("x = 4", "1 == x == 1") == "`1 == x == 1` should be true, and it is not."


def test_what_is_printed_otherwise_is_told_with_what_should_be() -> None:
    assert told("print(2)", None, "1\n") == "It should print:\n\n~~~text\n1\n~~~"
    assert told("print(1)", None, "1") == ""
    long = told("", None, "\n".join(map(str, range(13))))
    assert long.endswith("\n10\n11\n…\n~~~")
    assert "…" not in told("", None, "\n".join(map(str, range(12))))
    both = told("x = 4\nprint(2)", "x == 3", "1")
    assert both == "`x` gives `4`. It should give `3`.\n\nIt should print:\n\n~~~text\n1\n~~~"


def test_an_error_in_the_check_says_what_was_tried() -> None:
    words = told("x = 4", "y == 3")
    assert words.startswith("Then `y == 3` is tried, and it stops with `NameError: name 'y'")


@pytest.mark.parametrize(
    ("exception", "words"),
    [
        (ExceptionInfo("OddError", "why"), "It stops with `OddError: why`."),
        (ExceptionInfo("OddError", ""), "It stops with `OddError`."),
    ],
)
def test_an_error_that_nobody_knows_is_told_as_it_is(exception: ExceptionInfo, words: str) -> None:
    report = ProgramReport(Verdict.ERROR, exception=exception)
    made = asyncio.run(what_it_does(order(None, "1"), "x = 1", report, run))
    assert made == words
    tried = asyncio.run(what_it_does(order("x == 1"), "x = 1", report, run))
    stops = words.removeprefix("It stops")
    assert tried == f"Then `x == 1` is tried, and it stops{stops}"


def test_an_error_of_the_program_is_explained_without_the_check() -> None:
    assert "Then" not in told("int('x')", "y == 3")
    assert "Then" not in told("int(", "y == 3")


def test_a_program_that_does_not_end_is_told_by_its_limit() -> None:
    report = ProgramReport(Verdict.TIMEOUT, limit="It took too long.", stuck=Stuck(line=1))
    words = asyncio.run(what_it_does(order("x == 1"), "while True: pass", report, run))
    assert words
    assert "should" not in words


@pytest.mark.parametrize(
    ("check", "words"),
    [
        ("double(2) == 4", "`double(2)` gives `4`."),
        ("4 == double(2)", "`double(2)` gives `4`."),
        ("double(2) == [1, 'a']", "`double(2)` gives `[1, 'a']`."),
        ("double(2) == other(4)", ""),
        ("double(2) > 3", ""),
        ("not a condition", ""),
        (None, ""),
    ],
)
def test_what_a_right_answer_does(check: str | None, words: str) -> None:
    assert what_holds(order(check)) == words


def test_what_is_to_be_used_and_is_not() -> None:
    question = Blank(code="x = ___", answers=("1",), check="x", must_use=("op:+", "for"))
    assert len(must_use(question, "x = 1")) == 2
    assert len(must_use(question, "x = 1 + 2")) == 1
    assert must_use(question, "x = ") == ()
    assert must_use(Blank(code="___", answers=("1",), check="x"), "x = 1") == ()


def test_code_in_a_sentence_is_one_short_line() -> None:
    assert code(" a\nb ") == "`a b`"
    assert code("") == "` `"
    assert code("x" * 80) == f"`{'x' * 80}`"
    assert code("x" * 81) == f"`{'x' * 79}…`"


def test_which_parts_are_right() -> None:
    assert which_are_right("blank", [1], [2, 3, 4]) == "Right: blank 1. Not yet: blanks 2, 3 and 4."
    assert which_are_right("pair", [1, 2], []) == "Right: pairs 1 and 2."


def test_blanks_that_nobody_sees_do_not_count() -> None:
    assert plain("\n\n a  \nb\n\n") == " a\nb"
