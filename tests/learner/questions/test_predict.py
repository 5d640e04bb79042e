"""`predict`: what a program prints, or the error it ends with."""

from __future__ import annotations

import asyncio

import pytest

from course.errors import SandboxError
from course.learner.questions.kind import Fault, Marked
from course.learner.questions.predict import PredictKind, is_typed
from course.model import Predict, ProgramReport, Verdict
from tests.learner.questions.right_here import run

KIND = PredictKind()


def predict(code: str, *choices: str | int) -> Predict:
    return Predict(code=code, because="Because.", choices=choices)


def is_right(code: str, answer: str) -> bool:
    return asyncio.run(KIND.mark(predict(code), answer, run)).correct


def faults(code: str, *choices: str | int) -> list[str]:
    told = asyncio.run(KIND.faults(predict(code, *choices), run))
    return [f"{' '.join(map(str, it.part))}: {it.text}" for it in told]


def test_choices_are_numbered_and_without_them_it_is_typed() -> None:
    lines, how = KIND.shown(predict("print(1)"), "")
    assert lines == ["What does this print?", "", "    print(1)", ""]
    assert how == r"Type what it prints; \n begins another line"
    lines, how = KIND.shown(predict("print(1)", 1, "x"), "")
    assert lines[-2:] == ["  1  1", "  2  x"]
    assert how == "Type the number of the answer"
    assert KIND.read(predict("print(1)", 1, "x"), "1 2", "") is None
    assert KIND.read(predict("print(1)"), "  ", "") is None


@pytest.mark.parametrize(
    ("code", "answer", "right"),
    [
        ("print(3)\nprint('x  ')", "3\nx", True),
        ("print(3)", "4", False),
        ("int('x')", " An Error ", True),
        ("int('x')", "error", True),
        ("int('x')", "ValueError: invalid", True),
        ("int('x')", "TypeError", False),
        ("print(1)", "an error", False),
        ("print('on')\nint('x')", "on\nan error", True),
        ("print('on')\nint('x')", "on ValueError", True),
        ("print('on')\nint('x')", "an error", True),
        ("print('on')\nint('x')", "off an error", False),
        ("print('an')\nint('x')", "an   an error", True),
    ],
)
def test_an_answer_is_what_is_printed_or_the_errors_name(
    code: str, answer: str, right: bool
) -> None:
    assert is_right(code, answer) is right


@pytest.mark.parametrize("answer", ['"2 + 3"', "'2 + 3'", '"2 + 3'])
def test_quotes_around_a_right_answer_are_named(answer: str) -> None:
    question = predict('print("2 + 3")')
    marked = asyncio.run(KIND.mark(question, answer, run))
    assert not marked.correct
    assert "Right but for the quotes" in KIND.verdict(question, answer, marked)
    assert "Not what happens" in KIND.verdict(question, "5", marked)


def test_the_right_answer_of_an_error_names_it() -> None:
    marked = asyncio.run(KIND.mark(predict("int('x')"), "1", run))
    assert (marked.expected, marked.because) == ("an error (ValueError)", "Because.")


def test_code_that_cannot_be_run_to_its_end_is_marked_neither_way() -> None:
    async def stopped(*_: object, **__: object) -> ProgramReport:
        return ProgramReport(Verdict.TIMEOUT, limit="2 seconds")

    with pytest.raises(SandboxError, match=r"\(2 seconds\), so your answer was not marked"):
        asyncio.run(KIND.mark(predict("print(1)"), "1", stopped))
    asked = asyncio.run(KIND.faults(predict("print(1)"), stopped))
    assert asked == [Fault("the code is stopped: 2 seconds; make it shorter", ("code",))]


def test_what_differs_from_run_to_run_has_no_answer() -> None:
    [words] = faults("import random\nprint(random.random())", 1, 2)
    assert words.startswith("code: it prints something else each time (0.")
    assert faults("import random\nrandom.seed(4)\nprint(random.randint(2, 2))") == []


def test_an_error_nobody_speaks_of_is_no_answer_to_type() -> None:
    [words] = faults("pritn(1)")
    assert words.startswith("code: it ends with NameError: name 'pritn' is not defined")
    assert words.endswith(", and `because` speaks of no error; put it right, or say why it ends so")
    meant = Predict(code="int('x')", because="Letters are no number: a ValueError.")
    assert asyncio.run(KIND.faults(meant, run)) == []


def test_more_than_four_lines_are_not_to_be_typed() -> None:
    assert faults("print('1\\n2\\n3\\n4')") == []
    assert faults("print('1\\n2\\n3\\n4\\n5')") == [
        "code: a learner would have to type 5 lines; print less, or give `choices`"
    ]
    assert faults("print('1\\n2\\n3\\n4\\n5')", "1\n2\n3\n4\n5", "1") == []


def test_exactly_one_choice_is_what_is_printed() -> None:
    assert faults("print(1)") == []
    assert faults("print(1)", 1, 2) == []
    assert faults("int('x')", "an error", "1") == []
    silent = "code: the code prints nothing, so there is no answer; print something"
    assert faults("x = 1") == [silent]
    assert faults("print(1)", 1, "1 ") == ["choices: two choices are alike; change one"]
    assert faults("print(1)", 1, " ") == [
        "choices: a choice is empty; write what is printed, or `an error`"
    ]
    [words] = faults("print(1)", 2, 3)
    assert words == "choices: none of the choices is what Python prints: 1; correct the `choices`"
    [words] = faults("int('x')", "an error", "ValueError")
    assert words.startswith(
        "choices: more than one choice is what Python prints: ValueError: invalid"
    )


@pytest.mark.parametrize(
    ("choices", "typed"),
    [
        ((), True),
        (("1", "an error"), True),
        (("a" * 16, "2"), True),
        (("a" * 17, "2"), False),
        (("1\n2", "2"), False),
        (("ValueError", "2"), False),
        (("2", "an Exception"), False),
        (("2", "StopIteration"), False),
        (("2", "a warning"), False),
        (("2", "SystemExit"), False),
    ],
)
def test_one_short_line_is_typed_in_a_placement(choices: tuple[str, ...], typed: bool) -> None:
    question = predict("print(1)", *choices)
    assert is_typed(question) is typed
    assert KIND.as_placed(question).choices == (() if typed else choices)
    chances = KIND.chances(question)
    assert chances is not None
    assert chances[0] == (0.02 if typed else 0.5)


def test_an_answer_that_the_reason_begins_with_is_not_told_twice() -> None:
    reason = "It prints `10 6`. The shelf keeps its own."
    assert KIND.told_the_answer(Marked(False, reason, "10 6\n")) == reason
    assert KIND.told_the_answer(Marked(False, reason, "10")) == f"It prints `10`\n\n{reason}"


def test_a_line_is_read_as_what_is_printed_or_as_the_number_of_a_choice() -> None:
    assert KIND.read(predict("print(1)"), r"a\nb ", "") == "a\nb "
    assert KIND.read(predict("print(1)", 1, "x"), "2", "") == "x"
    assert KIND.read(predict("print(1)", 1, "x"), "3", "") is None
    assert (KIND.is_typed(predict("print(1)")), KIND.is_typed(predict("print(1)", 1))) == (
        *(True, False),
    )


QUOTED = "Right but for the quotes: they are not printed. Answer again without them."


@pytest.mark.parametrize(
    ("answer", "correct", "words"),
    [
        ("1", True, "Right"),
        ("2", False, "Not what happens. Look at the output, then answer again."),
        ("1?", False, "Not what happens. Look at the output, then answer again."),
        (
            "'1'",
            False,
            "Right but for the quotes: they are not printed. Answer again without them.",
        ),
        (
            '"1"',
            False,
            "Right but for the quotes: they are not printed. Answer again without them.",
        ),
        ("'2'", False, "Not what happens. Look at the output, then answer again."),
    ],
)
def test_what_is_said_of_a_prediction(answer: str, correct: bool, words: str) -> None:
    assert KIND.verdict(predict("print(1)"), answer, Marked(correct, expected="1")) == words


def test_a_variant_of_a_short_output_is_typed() -> None:
    short, long = predict("print(1)", 1, 2), predict("print(1)", "a" * 17, 2)
    assert KIND.as_variant(short).choices == ()
    assert KIND.as_variant(long) == long


def test_what_a_learner_reads_of_it() -> None:
    assert (KIND.heading, KIND.the_answer, KIND.shows) == (
        *("What does this print?", "It prints"),
        "What really happens",
    )
    assert (KIND.runs, KIND.keeps_reason) == (True, False)
