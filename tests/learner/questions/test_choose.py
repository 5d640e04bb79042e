"""`choose`: all that is right and nothing else; advice takes any."""

from __future__ import annotations

import asyncio

from course.learner.questions.choose import ChooseKind
from course.learner.questions.kind import Marked
from course.model import Choice, Choose
from tests.learner.questions.right_here import run

KIND = ChooseKind()
RIGHT_A, RIGHT_B = Choice("a", correct=True, because="yes a"), Choice("b", correct=True)
WRONG_C, WRONG_D = Choice("c", because="no c"), Choice("d", because="no d")
SEVERAL = Choose(question="q", choices=(RIGHT_A, RIGHT_B, WRONG_C, WRONG_D), because="all in all")
ADVICE = Choose(question="q", choices=(WRONG_C, WRONG_D), advise=True)


def mark(question: Choose, *chosen: int) -> Marked:
    return asyncio.run(KIND.mark(question, chosen, run))


def faults(*choices: Choice, advise: bool = False, because: str | None = None) -> list[str]:
    question = Choose(question="q", choices=choices, advise=advise, because=because)
    return [
        f"{' '.join(map(str, it.part))}: {it.text}"
        for it in asyncio.run(KIND.faults(question, run))
    ]


def test_several_are_asked_for_where_several_are_right_or_all_only_advise() -> None:
    one = Choose(question="q", choices=(RIGHT_A, WRONG_C), code="x = 1\n")
    lines, how = KIND.shown(one, "s")
    assert lines[:4] == ["q", "", "    x = 1", ""]
    assert sorted(line[5:] for line in lines[4:]) == ["a", "c"]
    assert KIND.shown(SEVERAL, "s")[0][:3] == ["q", "", ""]
    assert how == "Type the number of the answer"
    for question in (SEVERAL, ADVICE):
        assert KIND.shown(question, "s")[1] == "Type the numbers of the answers"


def test_a_number_means_the_choice_that_stands_there() -> None:
    lines, _ = KIND.shown(SEVERAL, "s")
    number = {line[3:].strip(): line[:3].strip() for line in lines if line[:3].strip().isdigit()}
    assert KIND.read(SEVERAL, f"{number['c']} {number['a']} {number['c']}", "s") == (0, 2)
    assert KIND.read(SEVERAL, "5", "s") is None


def test_all_of_the_right_ones_and_no_other() -> None:
    right, partly, more = mark(SEVERAL, 1, 0), mark(SEVERAL, 0), mark(SEVERAL, 0, 1, 2)
    assert [it.correct for it in (right, partly, more)] == [True, False, False]
    assert [it.because for it in (right, partly, more)] == ["yes a", "all in all", "no c"]
    assert mark(SEVERAL, 3, 2).because == "no c\n\nno d"
    assert right.expected == "a\nb"
    assert not mark(SEVERAL, 0, 1, 9).correct


def test_advice_is_right_whatever_is_chosen() -> None:
    marked = mark(ADVICE, 1)
    assert (marked.correct, marked.because) == (True, "no d")


def test_the_author_is_told_of_choices_that_do_not_work() -> None:
    assert faults(RIGHT_A, WRONG_C) == []
    assert faults(RIGHT_A, Choice("e"), because="why") == []
    assert faults(WRONG_C, Choice("e"), advise=True) == []
    [words] = faults(RIGHT_A, Choice("e"))
    assert words == ("choices 1: the wrong choice 'e' does not say why it is wrong; add `because:`")
    alike = "choices: two choices are alike; change one"
    assert faults(RIGHT_A, Choice("a ", because="no")) == [alike]
    assert faults(RIGHT_A, RIGHT_B) == ["choices: every choice is correct; add a wrong one"]
    assert faults(RIGHT_A, RIGHT_B, advise=True) == []


def test_a_placement_does_not_ask_it() -> None:
    assert KIND.chances(SEVERAL) is None


def test_the_verdict_tells_whether_several_are_right() -> None:
    assert KIND.verdict(ADVICE, (0,), mark(ADVICE, 0)) == "Noted"
    assert KIND.verdict(SEVERAL, (0, 1), mark(SEVERAL, 0, 1)) == "Right"
    assert KIND.verdict(SEVERAL, (0,), mark(SEVERAL, 0)) == (
        "Not this set. Several are right: choose all of them."
    )
    one = Choose(question="q", choices=(RIGHT_A, WRONG_C))
    assert KIND.verdict(one, (1,), mark(one, 1)) == "Not this one. Try again."


def test_what_a_learner_reads_of_it() -> None:
    assert (KIND.heading, KIND.the_answer, KIND.shows) == (
        *("Question", "The answer:"),
        "",
    )
    assert (KIND.runs, KIND.keeps_reason) == (False, False)


def test_a_choice_makes_no_program() -> None:
    assert (KIND.solution(SEVERAL), KIND.right(SEVERAL), KIND.wrong(SEVERAL)) == ("", "", "")
