"""What content and reports say of themselves."""

from __future__ import annotations

import msgspec
import pytest

from course.model import (
    Blank,
    CheckReport,
    Choice,
    Choose,
    Example,
    Match,
    Order,
    Predict,
    Question,
    Spot,
    Step,
    TestResult,
    Verdict,
)

PAIRS = Match(question="q", pairs={"a": 1, "b": "x", "c": None}, because="r")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (Choose(question="q", choices=(Choice("a"), Choice("b"))), "no choice is `correct: true`"),
        (Choose(question="q", choices=(Choice("a"), Choice("b")), advise=True), None),
        (Choose(question="q", choices=(Choice("a", correct=True), Choice("b"))), None),
        (Order(goal="g", lines="a"), "a `check` (or an `output`) says when it is right; add one"),
        (Order(goal="g", lines="a", output=""), None),
        (Blank(code="___", answers=(1, 2), check="x"), "has 1 `___` and `answers` has 2 words"),
        (Blank(code="___ ___", answers=(1, 2), check="x"), None),
        (Blank(code="___", answers=(1,)), "a `check` (or an `output`)"),
        (Spot(code="a\nb", line=3, because="r"), "line 3 is past the end of the code, which has 2"),
        (Spot(code="a\nb", line=2, because="r"), None),
        (Predict(code="a", because="r"), None),
    ],
)
def test_what_is_wrong_with_a_question_without_running_it(
    question: Question, words: str | None
) -> None:
    problems = list(question.problems())
    assert len(problems) == (words is not None)
    assert all(words in problem for _, problem in problems if words)


def test_what_a_learner_reads_in_a_question_has_its_place() -> None:
    choices = (Choice("a", because="why"), Choice("b", correct=True))
    choose = Choose(question="q", choices=choices, because="r")
    assert list(choose.texts()) == [
        (("question",), "q"),
        (("because",), "r"),
        (("choices", 0), "a. why"),
        (("choices", 1), "b. "),
    ]
    assert list(Order(goal="g", lines="a", check="x").texts()) == [(("goal",), "g")]
    assert (("pairs", "b"), "b. x") in list(PAIRS.texts())
    assert (PAIRS.lefts, PAIRS.rights) == (("a", "b", "c"), ("1", "x", "None"))


def test_the_program_of_a_step_is_its_code_or_its_lines() -> None:
    assert Example(code="a").program == "a"
    assert Order(goal="g", lines="a").program == "a"
    assert Spot(code="b", line=1, because="r").program == "b"
    assert PAIRS.program == ""


def test_a_step_is_exactly_one_thing() -> None:
    assert Step(text="t").kind == "text"
    assert Step(match=PAIRS).content is PAIRS
    with pytest.raises(ValueError, match=r"exactly one of text, .* \(this one has none\)"):
        Step()
    with pytest.raises(ValueError, match=r"this one has text, exercise"):
        Step(text="t", exercise="a/b")


def test_no_step_is_lost_on_the_way_to_a_file_and_back() -> None:
    step = Step(blank=Blank(code="___", answers=(1,), check="x"))
    assert msgspec.json.decode(msgspec.json.encode(step), type=Step) == step


def test_a_report_passes_by_its_verdict_and_names_its_first_failure() -> None:
    passed, failed = TestResult("a", "a", "passed"), TestResult("b", "b", "failed")
    report = CheckReport("e", Verdict.FAILED, (passed, failed))
    assert not report.passed
    assert report.first_failure is failed
    good = CheckReport("e", Verdict.PASSED, (passed,))
    assert good.passed
    assert good.first_failure is None
