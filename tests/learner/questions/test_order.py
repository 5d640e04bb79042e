"""`order`: lines put in order, right by what the program does."""

from __future__ import annotations

import asyncio

from course.learner.questions.kind import Marked
from course.learner.questions.order import OrderKind
from course.model import Order
from tests.learner.questions.right_here import run

KIND = OrderKind()
ADD = Order(goal="Add.", lines="a = 1\nb = a + 1\n", distractors=("b = 9",), check="b == 2")


def mark(*lines: str) -> Marked:
    return asyncio.run(KIND.mark(ADD, lines, run))


def faults(question: Order) -> list[tuple[tuple[str | int, ...], str]]:
    return [(it.part, it.text) for it in asyncio.run(KIND.faults(question, run))]


def test_numbers_are_those_of_the_lines_as_they_are_shown() -> None:
    lines, how = KIND.shown(ADD, "seed")
    assert (lines[:2], lines[5:]) == (["Add.", ""], [""])
    assert "not all may be needed" in how
    shown = {line[3:].strip(): line[:3].strip() for line in lines if line[:3].strip().isdigit()}
    assert sorted(shown) == ["a = 1", "b = 9", "b = a + 1"]
    assert KIND.read(ADD, f"{shown['a = 1']} {shown['b = 9']}", "seed") == ("a = 1", "b = 9")
    assert KIND.read(ADD, "4", "seed") is None


def test_an_empty_line_is_nothing_to_put_anywhere() -> None:
    gap = Order(goal="Add.", lines="a = 1\n\nb = a + 1\n", check="b == 2")
    lines, _ = KIND.shown(gap, "seed")
    assert [line for line in lines if line.strip().isdigit()] == []
    assert KIND.read(gap, "3", "seed") is None


def test_right_is_what_does_what_the_lines_do() -> None:
    right = mark("a = 1", "b = a + 1")
    assert (right.correct, right.expected, right.told) == (True, ADD.lines, "`b` gives `2`.")
    wrong = mark("a = 1", "b = 9")
    assert (wrong.correct, wrong.told) == (False, "`b` gives `9`. It should give `2`.")
    early = mark("b = a + 1", "a = 1")
    assert not early.correct
    assert "`a`" in early.told


def test_the_author_is_told_of_lines_that_are_wrong_and_of_a_check_that_says_too_little() -> None:
    assert faults(ADD) == []
    [(part, words)] = faults(Order(goal="g", lines="a = 2\nb = 1\n", check="a == 1"))
    assert part == ("lines",)
    assert words.startswith("the lines as given are not right: `a == 1` is not true;")
    same = Order(goal="g", lines="a = 1\nb = a\n", distractors=("c = 1", "b = a "), check="b == 1")
    [(part, words)] = faults(same)
    assert part == ("distractors", 1)
    assert "'b = a' is also one of the lines" in words
    [(part, words)] = faults(Order(goal="g", lines="a = 1\nb = 2\n", check="a + b == 3"))
    assert part == ("check",)
    assert "right in reverse order as well" in words
    [(part, words)] = faults(Order(goal="g", lines="a = 1\nb = a\n", output=""))
    assert part == ("output",)
    assert "when all of them are left out" in words


def test_nobody_likes_to_type_a_page() -> None:
    lines = "".join(f"a = {number}\n" for number in range(18))
    assert faults(Order(goal="g", lines=lines, check="a == 17")) == []
    [(part, words)] = faults(Order(goal="g", lines=f"{lines}a = 18\n", check="a == 18"))
    assert part == ("lines",)
    assert words == "19 lines are too many to put in order; at most 18"


def test_one_line_alone_cannot_be_in_another_order() -> None:
    [(part, words)] = faults(Order(goal="g", lines="\na = 1\n", check="a == 1"))
    assert (part, words) == (("lines",), "one line is in order already; ask for 2 at least")


def test_it_is_hardly_guessed() -> None:
    chances = KIND.chances(ADD)
    assert chances is not None
    assert chances < (0.1, 0.5)


def test_the_words_of_what_is_wrong_with_a_question() -> None:
    words = [
        *faults(Order(goal="g", lines="a = 2\nb = 1\n", check="a == 1")),
        *faults(Order(goal="g", lines="a = 2\nb = 1\n", check="c == 1")),
        *faults(Order(goal="g", lines="a = 1\nb = a\n", distractors=("b = a",), check="b == 1")),
        *faults(Order(goal="g", lines="a = 1\nb = 2\n", check="a + b == 3")),
        *faults(Order(goal="g", lines="a = 1\nb = a\n", output="")),
    ]
    assert words == [
        (
            ("lines",),
            "the lines as given are not right: `a == 1` is not true; correct the `lines` or the "
            "`check`",
        ),
        (
            ("check",),
            "the lines as given are not right: the `check` ends with NameError: name 'c' is not "
            "defined; correct the `lines` or the `check`",
        ),
        (("distractors", 0), "the distractor 'b = a' is also one of the lines; change it"),
        (
            ("check",),
            "the program is right in reverse order as well; make the `check` say more",
        ),
        (
            ("output",),
            "the program is right when all of them are left out as well; make the `check` say more",
        ),
    ]


def test_lines_that_are_all_alike_are_right_in_any_order() -> None:
    assert faults(Order(goal="g", lines="print(1)\nprint(1)\n", output="1\n1")) == []
    nested = Order(goal="g", lines="if True:\n    a = 1\n", check="a == 1")
    assert faults(nested) == [], "what is no Python in reverse order is right in none"
    assert KIND.read(ADD, "", "seed") is None
    assert KIND.shown(ADD, "seed")[1] == (
        "Type the numbers of the lines in order (not all may be needed)"
    )


def test_what_a_learner_reads_of_it() -> None:
    assert (KIND.heading, KIND.the_answer, KIND.shows) == (
        *("Put the lines in order", "The answer:"),
        "Your program prints",
    )
    assert (KIND.runs, KIND.keeps_reason) == (True, True)
