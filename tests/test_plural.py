"""Numbers with their nouns."""

from __future__ import annotations

from course.plural import counted


def test_one_is_one_and_everything_else_many() -> None:
    assert counted(1, "call") == "1 call"
    assert counted(0, "call") == "0 calls"
    assert counted(1_200, "call") == "1,200 calls"
    assert counted(2.5, "second") == "2.5 seconds"
    assert counted(1.0, "second") == "1 second"
    assert counted(2, "entry", "entries") == "2 entries"
    assert counted(1, "entry", "entries") == "1 entry"
