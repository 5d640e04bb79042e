"""The words that both forms of the report share."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from course.learner.report_words import counted_from, heading, how, origin
from tests.learner.made_report import AREAS, CAPSTONE, ONE, REPORT, TWO


def test_the_title_has_a_name_where_there_is_one() -> None:
    assert heading(REPORT) == "Python: what Kim has built"
    assert heading(replace(REPORT, name="")) == "Python: what I have built"


def test_every_kind_of_record_is_counted() -> None:
    assert "from 1,207 records on the learner's own computer" in origin(REPORT)


def test_how_a_pass_came_about() -> None:
    assert how(ONE) == "first check, no hint"
    assert how(TWO) == "3 checks, 1 hint"
    assert how(CAPSTONE) == "2 checks, no hint"
    assert how(replace(ONE, hints=2)) == "1 check, 2 hints"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("open", "0 of 2 exercises passed"),
        ("begun", "1 of 2 exercises passed"),
        ("placed", "0 of 1 exercises passed; 2 modules left out after a short test"),
        ("shown", "2 exercises passed, 2 at the first check"),
    ],
)
def test_what_an_area_stands_on(state: str, words: str) -> None:
    assert AREAS[state].state == state
    assert counted_from(AREAS[state]) == words


def test_modules_are_left_out_for_what_let_them_be() -> None:
    mixed = replace(AREAS["placed"], skipped=("word", "code", "word"), needed=0)
    assert counted_from(mixed) == (
        "1 module left out after one exercise; 2 modules left out on the learner's own word"
    )


def test_an_area_that_nothing_is_needed_for_stands_on_nothing() -> None:
    assert counted_from(replace(AREAS["placed"], skipped=(), needed=0)) == "nothing yet"
