"""What a test types where the code asks is kept, and what it puts there works as before."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.catalogue import read_exercise
from course.model import Verdict
from course.worker.typed import TypedAnswers
from tests.checking.door import Door

EXERCISES = Path(__file__).parents[2] / "exercises"


def test_answers_are_kept_in_their_order() -> None:
    answers = TypedAnswers()
    waiting = ["2500", "10"]
    ask = answers.overheard(lambda _question="": waiting.pop(0))
    assert [ask("Bill? "), ask()] == ["2500", "10"]
    assert answers.given == ("2500", "10")
    answers.begin_test()
    assert answers.given == ()


def test_what_is_raised_there_comes_out() -> None:
    answers = TypedAnswers()

    def ends(_question: str) -> str:
        raise EOFError

    with pytest.raises(EOFError):
        answers.overheard(ends)("Bill? ")
    assert answers.given == ()
    assert answers.overheard(3) == 3


def test_a_report_has_what_was_typed(door: Door) -> None:
    exercise = read_exercise(EXERCISES / "first-steps/tip_calculator")
    source = "def tip_calculator():\n    print(input(), input())\n"
    report = door.check(exercise, source)
    assert report.verdict is Verdict.FAILED
    assert report.tests[0].typed == ("2500", "10")
    assert report.tests[0].call == "tip_calculator()"
