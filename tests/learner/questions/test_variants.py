"""Variants: the same question with other values."""

from __future__ import annotations

import asyncio

import msgspec

from course.learner.questions import identity, settled, variants_of, varied_step
from course.learner.questions.variants import MOST, in_words, varied
from course.model import Blank, Predict, Question, Step, range_of
from tests.learner.questions.right_here import run

LENGTH = Predict(
    code='basket = ["tea", "mug"]\nprint(basket[1], 12, 1.5)\n',
    because="The mug is at index 1, not in the teapot.",
    choices=("tea 12 1.5", "mug 12 1.5, said the learner", "an error"),
    variants={"tea": ("jam", "rice", "salt"), "mug": ("pen", "cup", "bowl"), "12": "20 to 30 by 5"},
)
TOTAL = Blank(
    code="print(4 ___ 30)\n",
    answers=("+",),
    output="34\n",
    variants={"30": "40 to 70", "4": "5 to 9"},
)


def _forms(question: Question) -> list[Question]:
    return [varied(question, number) for number in range(1, variants_of(question) + 1)]


def test_values_are_put_into_all_of_a_question_where_they_stand_as_a_whole() -> None:
    words = in_words(LENGTH, 1)
    values = dict(pair.split(": ") for pair in words.split("; "))
    form = varied(LENGTH, 1)
    code = (
        f'basket = ["{values["tea"]}", "{values["mug"]}"]\nprint(basket[1], {values["12"]}, 1.5)\n'
    )
    assert form.code == code
    assert form.because == f"The {values['mug']} is at index 1, not in the teapot."
    assert form.choices[0] == f"{values['tea']} {values['12']} 1.5"


def test_variants_are_all_different_and_the_same_each_time() -> None:
    forms = _forms(LENGTH)
    assert len({form.program for form in forms}) == len(forms) == MOST
    assert LENGTH.code not in {form.program for form in forms}
    assert [form.program for form in _forms(msgspec.structs.replace(LENGTH))] == [
        form.program for form in forms
    ]


def test_no_value_stands_twice_in_a_variant() -> None:
    swapped = Predict(
        code="print(3, 4)\n", because="They are printed.", variants={"3": "5 to 9", "4": "5 to 9"}
    )
    assert variants_of(swapped) == 20
    assert all(len(set(form.program[6:-2].split(", "))) == 2 for form in _forms(swapped))


def test_what_has_no_variants_is_as_it_is_written() -> None:
    plain = msgspec.structs.replace(LENGTH, variants=msgspec.UNSET)
    assert variants_of(plain) == 0
    assert varied(plain, 0) == plain


def test_a_short_output_is_typed_in_a_variant() -> None:
    short = msgspec.structs.replace(LENGTH, choices=("mug", "tea"))
    assert varied(short, 1).choices == ()
    assert varied(short, 0).choices == ("mug", "tea")


def test_a_question_with_variants_is_the_question_that_was_answered_before() -> None:
    before = Step(predict=msgspec.structs.replace(LENGTH, variants=msgspec.UNSET))
    assert identity(Step(predict=LENGTH)) == identity(before)
    assert identity(varied_step(Step(predict=LENGTH), 1)) != identity(before)


def test_the_output_of_a_variant_is_what_its_right_answer_prints() -> None:
    step = asyncio.run(settled(Step(blank=TOTAL), 1, run))
    values = dict(pair.split(": ") for pair in in_words(TOTAL, 1).split("; "))
    assert step.content.output == f"{int(values['4']) + int(values['30'])}\n"
    assert asyncio.run(settled(Step(blank=TOTAL), 0, run)).content.output == "34\n"


def test_a_range_is_read_with_both_its_ends() -> None:
    assert range_of("3 to 6") == range(3, 7)
    assert list(range_of("100 to 300 by 100") or ()) == [100, 200, 300]
    assert range_of("6 to 3") is None
    assert range_of("1 to 100000000") is None
    assert list(TOTAL.problems()) == []
    broken = msgspec.structs.replace(TOTAL, variants={"4": "from 3 on"})
    assert any("is no range" in words for _, words in broken.problems())


def test_what_is_named_together_changes_together() -> None:
    loop = Predict(
        code="parcels = 4\nfor parcel in range(parcels): print(parcel + 10)\n",
        because="The last parcel is 13.",
        variants={
            "parcel, parcels": ("box, boxes", "letter, letters"),
            "10, 13": [f"{number}, {number + 3}" for number in range(20, 40)],  # type: ignore[dict-item]
        },
    )
    for form in _forms(loop):
        boxes = "boxes" in form.code
        thing, number = "box" if boxes else "letter", int(form.code.split("+ ")[1].split(")")[0])
        assert form.because == f"The last {thing} is {number + 3}."
    assert list(loop.problems()) == []
    odd = msgspec.structs.replace(loop, variants={"parcel, parcels": ("box",)})
    assert any("as many parts" in words for _, words in odd.problems())
