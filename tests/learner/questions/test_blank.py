"""`blank`: words for gaps, right by what the program does; which of several are right is said."""

from __future__ import annotations

import asyncio

import pytest

from course.learner.questions.blank import BlankKind
from course.learner.questions.kind import Marked
from course.model import Blank
from tests.learner.questions.right_here import run

KIND = BlankKind()
ONE = Blank(code="x = ___\n", answers=(3,), check="x == 3", because="Three.")
TWO = Blank(code="a, b = ___, ___\n", answers=(1, 2), check="a + b == 3 and b == 2")


def mark(question: Blank, *words: str) -> Marked:
    return asyncio.run(KIND.mark(question, words, run))


def faults(question: Blank) -> list[str]:
    return [f"{it.part[0]}: {it.text}" for it in asyncio.run(KIND.faults(question, run))]


def test_several_gaps_are_asked_for_with_a_bar_between() -> None:
    assert KIND.shown(ONE, "") == (
        ["Fill in the blanks.", "", "    x = ___", ""],
        "Type what belongs into the gap",
    )
    assert "the 2 gaps, with | between" in KIND.shown(TWO, "")[1]


@pytest.mark.parametrize(
    ("question", "line", "answer"),
    [
        (ONE, " 3 | 4 ", ("3 | 4",)),
        (TWO, "1 | 2", ("1", "2")),
        (TWO, "1", None),
        (TWO, "1|2|3", None),
        (TWO, " ", None),
    ],
)
def test_a_bar_parts_words_only_where_there_are_several_gaps(
    question: Blank, line: str, answer: object
) -> None:
    assert KIND.read(question, line, "") == answer


def test_a_right_word_is_told_what_holds_and_a_wrong_one_what_it_gives() -> None:
    right, wrong = mark(ONE, "1 + 2"), mark(ONE, "4")
    assert (right.correct, right.expected, right.because) == (True, "x = 3\n", "Three.")
    assert right.told == "`x` gives `3`."
    assert not wrong.correct
    assert wrong.told == "`x` gives `4`. It should give `3`."


def test_of_several_words_it_says_which_are_right() -> None:
    assert mark(TWO, "1", "2").correct
    assert mark(TWO, "7", "2").told.startswith("Right: blank 2. Not yet: blank 1.")
    assert mark(TWO, "7", "8").told.startswith("Not yet: blanks 1 and 2.")


def test_words_that_are_right_only_alone_are_said_to_be() -> None:
    product = Blank(code="a, b = ___, ___\n", answers=(1, 2), check="a * b == 2")
    assert mark(product, "2", "1").correct
    told = mark(Blank(code="a, b = ___, ___\n", answers=(1, 1), check="a <= 2 > b"), "0", "3").told
    assert told.startswith("Right: blank 1. Not yet: blank 2.")
    either = Blank(code="a, b = ___, ___\n", answers=(1, 1), check="a + b < 4")
    assert mark(either, "2", "2").told.startswith(
        "Each blank could be right by itself, but not together with the others."
    )


def test_another_number_of_words_is_wrong_and_runs_nothing() -> None:
    marked = mark(TWO, "1")
    assert (marked.correct, marked.program) == (False, None)


def test_what_the_question_wants_used_is_asked_for() -> None:
    sum_of = Blank(code="x = ___\n", answers=("1 + 2",), check="x == 3", must_use=("op:+",))
    assert mark(sum_of, "1 + 2").correct
    marked = mark(sum_of, "3")
    assert not marked.correct
    assert marked.told.startswith("That does what it should. But the question asks for ")


def test_the_author_is_told_what_is_wrong_with_the_answers_or_the_check() -> None:
    assert faults(ONE) == []
    [wrong] = faults(Blank(code="x = ___\n", answers=(4,), check="x == 3"))
    assert wrong.startswith("answers: the answers do not make it right: `x == 3` is not true;")
    [unused] = faults(Blank(code="x = ___\n", answers=(3,), check="x == 3", must_use=("op:+",)))
    assert "they do not use" in unused
    [weak] = faults(Blank(code="x = ___\n", answers=(3,), check="True"))
    assert weak.startswith("check: it is right with `None` in every blank")
    [weak] = faults(Blank(code="x = ___\nprint(1)\n", answers=(3,), output="1"))
    assert weak.startswith("output: ")
    assert faults(Blank(code="x = ___\n", answers=(None,), check="x is None")) == []


def test_nobody_likes_to_fill_many_gaps() -> None:
    most = Blank(code="x = ___\n" * 5, answers=(1, 2, 3, 4, 5), check="x == 5")
    assert faults(most) == []
    more = Blank(code="x = ___\n" * 6, answers=(1, 2, 3, 4, 5, 6), check="x == 6")
    assert faults(more) == ["code: 6 gaps are too many to fill; at most 5"]


def test_it_is_hardly_guessed() -> None:
    chances = KIND.chances(ONE)
    assert chances is not None
    assert chances < (0.1, 0.5)


def test_the_words_of_what_is_wrong_with_a_question() -> None:
    bad = "correct the `answers`, the code or the `check`"
    assert faults(Blank(code="x = ___\n", answers=(4,), check="x == 3")) == [
        f"answers: the answers do not make it right: `x == 3` is not true; {bad}"
    ]
    assert faults(Blank(code="x = ___\n", answers=(4,), check="y == 3")) == [
        "check: the answers do not make it right: the `check` ends with NameError: name 'y' is not "
        f"defined; {bad}"
    ]
    assert faults(Blank(code="x = ___\n", answers=(3,), check="True")) == [
        "check: it is right with `None` in every blank; make the `check` say more"
    ]
    assert faults(Blank(code="import ___\n", answers=("os",), check="os")) == []


def test_what_lacks_is_named_and_the_gaps_are_counted() -> None:
    both = Blank(code="x = ___\n", answers=("1 + 2",), check="x == 3", must_use=("op:+", "def"))
    told = mark(both, "3").told
    assert told.startswith("That does what it should. But the question asks for ")
    assert told.endswith(".")
    assert " and " in told
    assert KIND.shown(TWO, "")[1] == "Type what belongs into the 2 gaps, with | between"
    assert KIND.shown(Blank(code="___", answers=(1,), question="What?"), "")[0][0] == "What?"
    assert mark(TWO, "1").expected == "a, b = 1, 2\n"
    assert mark(ONE).because == "Three."
    assert mark(TWO).because == ""
    assert mark(TWO, "7", "2").told.startswith("Right: blank 2. Not yet: blank 1.\n\n")


def test_what_a_learner_reads_of_it() -> None:
    assert (KIND.heading, KIND.the_answer, KIND.shows) == (
        *("Fill in the blanks", "The answer:"),
        "Your program prints",
    )
    assert (KIND.runs, KIND.keeps_reason) == (True, True)
