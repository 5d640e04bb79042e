"""Records as rows of their tables: what goes in comes out, and what makes no sense is left out."""

from __future__ import annotations

from typing import Any

import pytest

from course.learner.records import Answer, Attempt, Note, Record, stamp
from course.learner.rows import columns_of, decoded, encode
from tests.learner.conftest import NOW

ROW = {"uuid": "one", "at": stamp(NOW)}
ATTEMPT = Attempt(
    **ROW, exercise="a/b", verdict="passed", hints=2, mistakes=("late",), seconds=0.5,
    tests={"test_b.py::test_it": "passed"}, source_hash="x", source="a = 1\n",
)  # fmt: skip
ANSWER = Answer(
    **ROW, lesson="a/b", step=3, question="q", correct=True, concepts=("loops",), answer={"a": [1]}
)


@pytest.mark.parametrize("record", [ATTEMPT, ANSWER, Note(**ROW, lesson="a/b", note="n", text="é")])
def test_a_record_comes_out_of_its_row_as_it_went_in(record: Record) -> None:
    assert list(decoded(type(record), [encode(record)])) == [record]


def test_what_a_table_holds_is_texts_and_numbers() -> None:
    row = dict(zip(columns_of(Attempt), encode(ATTEMPT), strict=True))
    assert row["mistakes"] == '["late"]'
    assert row["tests"] == '{"test_b.py::test_it":"passed"}'
    assert (row["exercise"], row["hints"], row["seconds"]) == ("a/b", 2, 0.5)


def test_halves_of_characters_are_written_out_wherever_they_are() -> None:
    answer: Any = {"\udc80key": ["\udc80item"]}
    [record] = decoded(Answer, [encode(Answer(**ROW, lesson="\ud800", step=0, question="q",
                                              correct=False, answer=answer))])  # fmt: skip
    assert record.lesson == r"\ud800"
    assert record.answer == {r"\udc80key": [r"\udc80item"]}


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "yesterday"), ("step", -1), ("step", "one"), ("concepts", "not JSON"),
        ("concepts", None), ("answer", "[" * 100_000), ("lesson", b"bytes"), ("correct", None),
    ],
)  # fmt: skip
def test_a_row_that_makes_no_sense_is_left_out_and_the_others_are_not(
    column: str, value: object
) -> None:
    good = encode(ANSWER)
    place = columns_of(Answer).index(column)
    odd = (*good[:place], value, *good[place + 1 :])
    assert list(decoded(Answer, [odd, good])) == [ANSWER]
