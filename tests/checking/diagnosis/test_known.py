"""Known mistakes and rules, told for real."""

from __future__ import annotations

from pathlib import Path

from course.catalogue import read_exercise
from course.checking.diagnosis.known import behaviour, matching_mistake
from course.checking.rules import broken_rules
from course.model import ProbeResult, Verdict
from tests.checking.diagnosis.test_symptoms import make
from tests.checking.door import Door

FIND_SKU = Path(__file__).parents[3] / "exercises" / "functions" / "find_sku"


def test_each_known_mistake_is_told_in_its_own_words(door: Door) -> None:
    exercise = read_exercise(FIND_SKU)
    assert exercise.mistakes
    for mistake in exercise.mistakes:
        report = door.check(exercise, mistake.path.read_text(encoding="utf-8"))
        lead = report.diagnosis[0]
        assert (lead.kind, lead.name, lead.text) == ("mistake", mistake.name, mistake.message)


def test_names_of_the_learners_own_do_not_keep_a_mistake_from_matching() -> None:
    mine = (ProbeResult("f(1)", "raised", "NameError: name 'total' is not defined", "NameError"),)
    other = (ProbeResult("f(1)", "raised", "NameError: name 'summe' is not defined", "NameError"),)
    assert behaviour(mine) == behaviour(other)
    assert behaviour(mine) != behaviour((ProbeResult("f(1)", "returned", "1", "int"),))


def test_what_was_printed_and_changed_counts() -> None:
    plain = (ProbeResult("f(1)", "returned", "1", "int"),)
    printing = (ProbeResult("f(1)", "returned", "1", "int", printed="1\n"),)
    changing = (ProbeResult("f(1)", "returned", "1", "int", changed_arguments=True),)
    assert len({behaviour(each) for each in (plain, printing, changing)}) == 3


def test_nothing_matches_without_probes() -> None:
    exercise = read_exercise(FIND_SKU)
    assert matching_mistake(exercise, (), {exercise.mistakes[0].name: ()}) is None


RULES = "{must_use: [for_loop], must_avoid: ['call:sorted', 'method:sort', 'import:heapq']}"


def test_a_rule_names_the_line(door: Door, tmp_path: Path) -> None:
    exercise = make(tmp_path, "def test_one():\n    assert f([2, 1]) == [1, 2]", rules=RULES)
    source = "def f(xs):\n    return sorted(xs)\n"
    report = door.check(exercise, source)
    assert report.verdict is Verdict.BROKE_RULES
    assert [(told.kind, told.name, told.line) for told in report.diagnosis] == [
        ("rule", "call:sorted", 2),
        ("rule", "for_loop", None),
    ]
    assert report.diagnosis[0].text == (
        "This exercise is about `for` loops; line 2 calls `sorted`. Find a way without it."
    )
    assert "asks for a `for` loop" in report.diagnosis[1].text


def test_a_file_that_keeps_the_rules_is_told_nothing(tmp_path: Path) -> None:
    exercise = make(tmp_path, "def test_one():\n    assert f([]) == []", rules=RULES)
    assert broken_rules(exercise, "def f(xs):\n    for x in xs:\n        pass\n") == ()
    assert broken_rules(exercise, "def f(xs:\n") == ()
