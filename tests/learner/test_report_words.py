"""The words that both forms of the report share."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from course.learner.readiness import ModuleSkill, Overview, Practice
from course.learner.report_words import (
    counted_from,
    evidence_of,
    figures,
    heading,
    how,
    origin,
    with_help,
)
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
    helped = replace(ONE, helped=True)
    assert how(helped) == "with the solution's help"
    alone = replace(helped, alone_on=date(2026, 3, 4))
    assert how(alone) == "with the solution's help, alone on 2026-03-04"
    assert with_help(REPORT) == ""
    both = replace(REPORT, work=(helped, helped, alone, TWO))
    assert with_help(both) == ", 2 with the solution's help"


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


NOTHING = Overview((), {}, (), {}, 0, 0, 0, 0)
AT_ONCE = Practice("a", attempts=1, hints=0, passed_at="2026")


def test_what_was_done_stands_in_a_line() -> None:
    def line(*practice: Practice, **more: object) -> str:
        return figures(replace(NOTHING, practice=dict(enumerate(practice)), **more))

    assert figures(NOTHING) == (
        "Nothing is shown yet. What you answer and pass counts from the first on."
    )
    assert line(replace(AT_ONCE, passed_at=None)).startswith("Nothing is shown yet.")
    assert line(AT_ONCE) == "1 exercise passed, 1 at the first try without a hint"
    several = (AT_ONCE, replace(AT_ONCE, attempts=2), replace(AT_ONCE, helped=True))
    assert line(*several).startswith("3 exercises passed, ")
    assert line(*several).endswith(", 1 with the solution's help")
    assert line(questions=3, questions_at_once=2) == (
        "0 exercises passed, 0 at the first try without a hint  ·  3 questions, 2 at once"
    )
    assert line(reviews=1, reviews_known=1).endswith("  ·  1 review, 1 known")
    assert line(shifts=("a day",)) == "0 exercises passed, 0 at the first try without a hint"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, []),
        ({"skipped": "word"}, ["left out, on your word"]),
        ({"passed": 2, "exercises": 5, "first_try": 1}, ["2 of 5 exercises passed, 1 at once"]),
        ({"leant": 1}, ["1 with the solution's help"]),
        ({"hints": 2}, ["2 hints"]),
        ({"seen": 1, "concepts": 4}, ["1 of 4 concepts seen"]),
        ({"seen": 1, "hints": 1}, ["1 hint", "1 of 0 concepts seen"]),
    ],
)
def test_what_a_modules_mastery_is_counted_from(
    fields: dict[str, object], words: list[str]
) -> None:
    module = ModuleSkill("m", "M", 0.0, 0, 0, 0, 0, 0, 0, None)
    assert list(evidence_of(replace(module, **fields))) == words
