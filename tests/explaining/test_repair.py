"""The words for a proven mend: the line and the kind, a question, and never the edit itself."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
import yaml

from course.explaining.evidence import Evidence
from course.explaining.repair import FITS_ANYTHING, PLACES, SLIPS, repair_text
from course.model import CheckReport, Exercise, ExerciseSource, TestResult, Verdict
from course.worker.protocol import Mended

SOURCE = """\
def best_of(xs, limit):
    best = 0
    for x in xs:
        if x > best:
            best = x
    return best
"""
FAILED = TestResult(
    "equal", "test_equal", "failed", call="best_of([3, 3], 3)", got="0", expected="3"
)
EVIDENCE = Evidence(
    CheckReport("a/task", Verdict.FAILED, tests=(FAILED,)),
    Exercise("a/task", Path(), ExerciseSource("A task", "write", "Write it."), "task", "", ()),
    SOURCE,
)


def mend(kind: str, line: int, was: str = "", now: str = "", second: int = 0) -> Mended:
    return Mended(
        kind, line, "best_of", was, now, 1.0, ("test_task.py::test_equal",), True, "", 3, second
    )


@pytest.mark.parametrize("kind", PLACES)
def test_every_kind_names_a_place_in_few_words_and_not_the_edit(kind: str) -> None:
    text = repair_text(mend(kind, 4, "was_so", "now_so"), EVIDENCE)
    assert text.startswith("Look again at ")
    assert text.endswith((".", "?"))
    assert "line 4, `if x > best:`" in text or "`best_of`" in text
    assert "{" not in text
    assert len(text.split()) <= 40
    if kind in ("comparison", "arithmetic", "name", "number", "function", "method", "text"):
        assert "now_so" not in text


#  kind, line, what was, what makes it right, the words
WORDS = [
    (
        ("table_column", 4, "mail", "UNIQUE"),
        "Look again at the column `mail` on line 4, `if x > best:`. May two rows have the same "
        "value there?",
    ),
    (
        ("table_column", 4, "mail", "all"),
        "Look again at the column `mail` on line 4, `if x > best:`. Does it say all that the brief "
        "asks for?",
    ),
    (
        ("table_rule", 4, "guests", "missing"),
        "Look again at the table `guests`, at line 4, `if x > best:`. Is a rule missing that "
        "concerns the whole row, or several columns of it?",
    ),
    (
        ("name", 4, "max", "x"),
        "Look again at `max` on line 4, `if x > best:`. Is it what you need there for "
        "`best_of([3, 3], 3)`?",
    ),
    (
        ("comparison", 4, ">", "<="),
        "Look again at the condition on line 4, `if x > best:`. Which way should "
        "`best_of([3, 3], 3)` take there: when it is true, or when it is not?",
    ),
    (
        ("comparison", 4, ">", ">="),
        "Look again at the comparison on line 4, `if x > best:`. What should happen when the two "
        "sides are equal? Try it with `best_of([3, 3], 3)`.",
    ),
    (
        ("comparison", 4, ">", "<"),
        "Look again at the comparison on line 4, `if x > best:`. Which values should it let "
        "through? Try it with `best_of([3, 3], 3)`.",
    ),
    (
        ("accumulate", 5, "=", "+="),
        "Look again at line 5, `best = x`. It gives the name a new value, and what was there "
        "before is gone.",
    ),
    (
        ("dent", 5),
        "Look again at the indentation of line 5, `best = x`. Should that run in every iteration "
        "of the loop, or only once?",
    ),
    (
        ("missing_return", 6),
        "Look again at the end of `best_of`. For `best_of([3, 3], 3)` it comes to its end without "
        "a `return`. What should its caller get then?",
    ),
    (
        ("name", 6, "best", "x"),
        "Look again at the name `best` on line 6, `return best`. Which value does it have there "
        "for `best_of([3, 3], 3)`, and is it the one you need?",
    ),
]


@pytest.mark.parametrize(("told_of", "words"), WORDS, ids=[str(row[0][0]) for row in WORDS])
def test_the_words(told_of: tuple[str, int], words: str) -> None:
    assert repair_text(mend(*told_of), EVIDENCE) == words


def test_what_is_all_of_a_line_is_shown_once_and_a_string_in_pieces_with_all_its_lines() -> None:
    source = 'send({"to": 1})\nPAGE = (\n    "a"\n    "b"\n)\n'
    evidence = Evidence(EVIDENCE.report, EVIDENCE.exercise, source)
    text = repair_text(mend("no_await", 1, "send({'to': 1})"), evidence)
    assert text.startswith("Look again at `send({'to': 1})` on line 1. ")
    text = repair_text(mend("text", 3, "ab", "ac"), evidence)
    assert text.startswith("Look again at the string on lines 3 to 4. ")


def test_a_call_that_does_not_come_to_the_place_is_not_to_be_followed() -> None:
    source = SOURCE + "\n\ndef digest(key):\n    return key\n"
    failed = TestResult("a key", "test_equal", "failed", call="digest('velo')", got="0")
    for report, followed in (
        (CheckReport("a/task", Verdict.FAILED, tests=(failed,)), "the test `a key`"),
        (EVIDENCE.report, "`best_of([3, 3], 3)`"),
    ):
        text = repair_text(mend("head", 4), Evidence(report, EVIDENCE.exercise, source))
        assert text.endswith(f"Follow {followed}: what decides there?")


def test_a_second_change_is_named_by_its_line() -> None:
    assert repair_text(mend("number", 2, "0", "1", second=4), EVIDENCE).endswith(
        "It takes a second change, on line 4."
    )
    assert repair_text(mend("number", 2, "0", "1", second=2), EVIDENCE).endswith(
        "It takes two changes there."
    )


@pytest.mark.parametrize(
    ("also", "words"),
    [
        ((), ""),
        ((2,), " The same goes for each place on that line."),
        ((4,), " The same goes for line 4."),
        ((2, 4, 6), " The same goes for lines 4 and 6."),
    ],
)
def test_the_same_change_elsewhere_is_named_by_its_lines(also: tuple[int, ...], words: str) -> None:
    one = mend("number", 2, "0", "1")
    same = dataclasses.replace(one, also=also)
    assert repair_text(same, EVIDENCE) == repair_text(one, EVIDENCE) + words


def test_a_slip_that_is_not_all_that_is_wrong_says_so() -> None:
    part = dataclasses.replace(mend("not_a_copy", 2, "xs", "best"), whole=False)
    assert repair_text(part, EVIDENCE).endswith(" Other calls are still wrong after that.")
    assert set(PLACES) >= SLIPS
    assert not SLIPS & FITS_ANYTHING


def test_edits_that_fit_anything_are_kinds_of_their_own() -> None:
    assert set(PLACES) >= FITS_ANYTHING


GOLDEN: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("golden").joinpath("mends.yaml").read_text(encoding="utf-8"),
    Loader=yaml.CSafeLoader,
)


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: f"{row['kind']}-{row['line']}")
def test_the_words_of_every_kind(row: dict[str, Any]) -> None:
    source = row.get("source", SOURCE)
    evidence = Evidence(EVIDENCE.report, EVIDENCE.exercise, source)
    told_of = mend(row["kind"], row["line"], row.get("was", ""), row.get("now", ""))
    assert repair_text(told_of, evidence) == row["says"]
