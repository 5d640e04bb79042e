"""Symptoms of numbers and of True and False: each pattern, and its neighbours that are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from course.explaining.evidence import Evidence
from course.explaining.on_numbers import (
    answers_flipped,
    float_rounding,
    number_of_digits,
    steady_difference,
    too_large_or_small,
    true_too_often,
)
from tests.explaining.answering import Symptom, reported, said_by, said_of_answers


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ([(-3, 3)], "the right number with the wrong sign."),
        ([(-3, 3), (2, -2)], "the right number with the wrong sign."),
        ([(-3, 3), (2, 5)], ""),
        ([(0.1 + 0.2, 0.3), (0.1 + 0.7, 0.8)], ""),
        ([(5, 3)], ""),
        ([(5, 3), (9, 7)], "Both wrong answers are too large by the same amount, `2`."),
        ([(3, 5), (7, 9), (1, 3)], "All 3 wrong answers are too small by the same amount, `2`."),
        ([(6, 3), (8, 4)], "Both wrong answers are `2.0` times what is expected."),
        ([(3, 6), (4, 8)], "Both wrong answers are `2.0` times smaller than what is expected."),
        ([(-6, 3), (-8, 4)], ""),
        ([(6, 3), (9, 4)], ""),
        ([(6, 3), (0, 4)], ""),
    ],
)
def test_what_wrong_numbers_have_in_common(pairs: list[tuple[object, object]], words: str) -> None:
    text = said_of_answers(steady_difference, *pairs)
    assert words in text
    assert bool(text) == bool(words)


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ([(5, 3)], "It is too large by `2`."),
        ([(3, 5)], "It is too small by `2`."),
        ([(5, 3), (9, 4)], "Both wrong answers are too large."),
        ([(3, 5), (4, 9)], "Both wrong answers are too small."),
        ([(5, 3), (4, 9)], "Of the wrong answers, 1 is too large and 1 too small."),
        ([(5, 3), (6, 3), (4, 9)], "Of the wrong answers, 2 are too large and 1 too small."),
    ],
)
def test_the_side_on_which_numbers_are_wrong(
    pairs: list[tuple[object, object]], words: str
) -> None:
    got, expected = pairs[0]
    start = f"`f(0)` gave back `{got}`; the test expects `{expected}`."
    assert said_of_answers(too_large_or_small, *pairs).startswith(f"{start} {words}")


def test_no_wrong_number_is_told_nothing() -> None:
    for symptom in (steady_difference, too_large_or_small):
        assert said_of_answers(symptom, ("3", 3)) == said_of_answers(symptom, (3, 3)) == ""


def with_tests(symptom: Symptom, folder: Path, answers: list[bool], expected: list[bool]) -> str:
    """The same where the tests are written down, so that it is known what passes."""
    source = f"def f(n):\n    return {answers}[n]\n"
    report, exercise = reported(source, {f"f({n})": repr(it) for n, it in enumerate(expected)})
    file = folder / "test_lesson.py"
    file.write_text(
        "from lesson import f\n"
        + "".join(f"def test_{n}():\n    assert f({n}) is {it}\n" for n, it in enumerate(expected)),
        encoding="utf-8",
    )
    tests = tuple(replace(test, id=f"test_{n}") for n, test in enumerate(report.tests))
    exercise = replace(exercise, test_files=(file,))
    saying = symptom(Evidence(replace(report, tests=tests), exercise, source))
    return saying.text if saying else ""


@pytest.mark.parametrize(
    ("answers", "expected", "is_told"),
    [
        ([True, False, True], [False, True, False], True),
        ([True, False], [False, True], False),
        ([True, True, True], [False, False, False], False),
        ([True, False, True, True], [False, True, False, True], False),
    ],
)
def test_answers_are_flipped_only_where_all_are(
    tmp_path: Path, answers: list[bool], expected: list[bool], is_told: bool
) -> None:
    text = with_tests(answers_flipped, tmp_path, answers, expected)
    assert bool(text) == is_told
    if is_told:
        assert text.startswith("All 3 answers are the opposite of what is expected:")
        assert "For example, `f(0)` gave back `True`." in text


@pytest.mark.parametrize(
    ("answers", "expected", "words"),
    [
        ([True, False], [False, False], " `True` comes too often"),
        (
            [True, True, True],
            [False, False, True],
            " `True` comes too often: 2 calls get it and should get `False`, and no call gets "
            "`False`.",
        ),
        ([True, False], [False, True], "In all, 1 call wrongly gets `True`, and 1 wrongly gets"),
        (
            [False, False, True],
            [True, True, False],
            "In all, 2 calls wrongly get `False`, and 1 wrongly gets `True`.",
        ),
    ],
)
def test_one_answer_comes_too_often(
    tmp_path: Path, answers: list[bool], expected: list[bool], words: str
) -> None:
    text = with_tests(true_too_often, tmp_path, answers, expected)
    assert text.startswith(f"`f(0)` gave back `{answers[0]}`; the test expects `{expected[0]}`.")
    assert words in text


@pytest.mark.parametrize(
    ("got", "expected", "is_rounded", "is_close"),
    [
        (0.30000000000000004, 0.3, True, True),
        (3.14159, 3.14, True, False),
        (3.1, 3.14, True, False),
        (3.2, 3.14, False, False),
        (4, 3, False, False),
        (float("inf"), 1.5, False, False),
    ],
)
def test_numbers_that_are_nearly_right(
    got: float, expected: float, is_rounded: bool, is_close: bool
) -> None:
    source = f"inf = float('inf')\ndef f(n):\n    return {got!r}\n"
    calls = {"f(0)": repr(expected)}
    rounded, close = (
        said_by(number_of_digits, source, calls),
        said_by(float_rounding, source, calls),
    )
    assert ("rounded to another number of digits" in rounded) == is_rounded
    assert ("stored: most of them only nearly" in close) == is_close
