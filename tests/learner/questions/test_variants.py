"""Variants: the same question with other values."""

from __future__ import annotations

import asyncio

import msgspec

from course.learner.questions import identity, settled, variants_of, varied_step
from course.learner.questions.variants import MOST, in_variant, in_words, names_in, varied
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


def test_numbers_and_truth_in_a_question_are_varied_as_well() -> None:
    question = Blank(
        code="print(___)\n", answers=(4, True, 1.5, None),
        variants={"4": ("5",), "True": ("False",), "1.5": ("2.5",)},
    )  # fmt: skip
    assert varied(question, 1).answers == ("5", "False", "2.5", None)
    assert varied(question, 0) == question
    assert varied_step(Step(blank=question), 0) == Step(blank=question)


def test_a_value_stands_as_a_whole() -> None:
    def put(name: str, text: str) -> str:
        question = Predict(code=text, because="b", variants={name: ("X",)})
        return varied(question, 1).code

    assert put("3", "3 13 3.5 1.3 x3 33 3. -3") == "X 13 3.5 1.3 x3 33 X. -X"
    assert put("-3", "-3 4-3 x-3 -3.5") == "X 4-3 x-3 -3.5"
    assert put("1.5", "1.5 1.5.2 2.1.5") == "X 1.5.2 2.1.5"
    assert put("tea", "tea teapot atea tea.pot \\tea a.tea") == "X teapot atea X.pot \\tea a.X"


def test_longer_names_are_put_in_before_those_that_begin_them() -> None:
    question = Predict(
        code="print('tea bag', 'tea')\n",
        because="b",
        variants={"tea": ("mug",), "tea bag": ("pot",)},
    )
    assert varied(question, 1).code == "print('pot', 'mug')\n"
    assert in_words(question, 1) == "tea: mug; tea bag: pot"


def test_the_texts_about_a_question_are_varied_with_it() -> None:
    texts = ("The tea is 12.", "Nothing.")
    assert in_variant(LENGTH, 0, texts) == texts
    tea, number = (
        dict(it.split(": ") for it in in_words(LENGTH, 2).split("; "))[k] for k in ("tea", "12")
    )
    assert in_variant(LENGTH, 2, texts) == (f"The {tea} is {number}.", "Nothing.")
    plain = msgspec.structs.replace(LENGTH, variants=msgspec.UNSET)
    assert in_variant(plain, 1, texts) == texts
    assert in_words(plain, 1) == ""


def test_a_number_beyond_the_last_variant_begins_again() -> None:
    one = Predict(code="print(3)\n", because="b", variants={"3": ("5", "6")})
    first, second = varied(one, 1).code, varied(one, 2).code
    assert {first, second} == {"print(5)\n", "print(6)\n"}
    assert varied(one, 3).code == first


def test_of_a_single_list_every_value_is_used_and_24_are_enough() -> None:
    def of(values: str) -> set[str]:
        question = Predict(code="print(3)\n", because="b", variants={"3": values})
        return {it.program for it in _forms(question)}

    assert len(of("10 to 33")) == 24
    assert len(of("10 to 34")) == 24
    assert len(of("10 to 32")) == 23
    assert len(of("1 to 5")) == 4, "the value that is written is no variant"
    assert names_in(msgspec.structs.replace(LENGTH, variants={"a, b": ("c, d",), "e": ("f",)})) == [
        *("a", "b", "e"),
    ]


def test_what_a_question_needs_and_wants_used_stays() -> None:
    question = Blank(
        code="import json\nx = ___ + 3\n", answers=("1",), check="x == 4", needs=("json",),
        must_use=("json",), variants={"json": ("csv",)},
    )  # fmt: skip
    form = varied(question, 1)
    assert (form.code, form.needs, form.must_use) == (
        *("import csv\nx = ___ + 3\n", ("json",), ("json",)),
    )


def test_a_variant_is_the_same_one_in_every_version_of_the_course() -> None:
    """Progress names it by its number."""
    assert [in_words(LENGTH, number) for number in (1, 2, 24)] == [
        "tea: jam; mug: cup; 12: 30",
        "tea: salt; mug: bowl; 12: 20",
        "tea: rice; mug: bowl; 12: 20",
    ]
    single = Predict(code="print(3)\n", because="b", variants={"3": "10 to 33"})
    assert [varied(single, number).code for number in (1, 2)] == ["print(14)\n", "print(21)\n"]
