"""After the last hint, in plain lines: the solution in order, line by line, up to a pass."""

from __future__ import annotations

import pytest

from course.learner.ladder.helped import newest_was_helped
from course.learner.session import Session
from course.locations import Locations
from course.plain.desk import Desk
from course.plain.exercise import ExercisePlace
from tests.plain.talking import at_a_place

IDENT = "basics/double"


async def work(desk: Desk) -> str:
    return await ExercisePlace(desk, IDENT).work_at()


@pytest.fixture
def learner(small_course: Locations) -> Session:
    """Somebody who has taken every hint."""
    session = Session.open(small_course)
    ladder = session.ladder(session.catalogue.exercise(IDENT))
    while ladder.take_hint():
        pass
    return session


def numbers(session: Session) -> tuple[int, int]:
    """The numbers of the two lines of the solution."""
    made = session.ladder(session.catalogue.exercise(IDENT)).puzzle
    assert made is not None
    return made.pool.index(made.right[0]) + 1, made.pool.index(made.right[1].strip()) + 1


@pytest.mark.parametrize("way", ["order", "lines", "whole"])
def test_each_way_ends_in_a_pass_that_was_helped(
    learner: Session,
    small_course: Locations,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    way: str,
) -> None:
    head, body = numbers(learner)
    typed = {
        "order": [f"{head} {body}", "77", f"{head} {body}:1"],
        "lines": ["l", "", ""],
        "whole": ["w"],
    }[way]
    assert at_a_place(small_course, monkeypatch, work, "h", "y", *typed, "n") == ""
    said = " ".join(capsys.readouterr().out.split())
    assert "comes back in two days" in said
    assert "✓ All 3 tests pass" in said
    assert "Practised with the solution's help." in said
    if way == "order":
        assert "not at that indentation: return n * 2" in said
        assert "`77` is no line." in said
    if way == "lines":
        assert "The solution, 1 of 2 lines" in said
    assert newest_was_helped(learner.store, IDENT)
    learner.store.close()
