"""Numbers with their nouns."""

from __future__ import annotations

from course.plural import counted, plural, that_hold


def test_one_is_one_and_everything_else_many() -> None:
    assert counted(1, "call") == "1 call"
    assert counted(0, "call") == "0 calls"
    assert counted(1_200, "call") == "1,200 calls"
    assert counted(2.5, "second") == "2.5 seconds"
    assert counted(1.0, "second") == "1 second"
    assert counted(2, "entry", "entries") == "2 entries"
    assert counted(1, "entry", "entries") == "1 entry"
    assert [plural(number, "test") for number in (0, 1, 2)] == ["tests", "test", "tests"]
    assert plural(2, "entry", "entries") == "entries"


def test_what_holds_agrees_with_its_number() -> None:
    assert that_hold(9, 13) == "9 of the 13 things that count hold"
    assert that_hold(0, 2) == "0 of the 2 things that count hold"
    assert that_hold(1, 2) == "1 of the 2 things that count holds"
    assert that_hold(1, 1) == "the one thing that counts holds"
    assert that_hold(0, 1) == "the one thing that counts does not hold"
