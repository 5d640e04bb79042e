"""The review as plain lines."""

from __future__ import annotations

from typing import Any

import pytest

from course.learner.records import Review as Row
from course.learner.review import ReviewItem
from course.learner.session import Session
from course.locations import Locations
from course.plain.desk import Desk
from course.plain.review import ReviewPlace
from tests.plain.talking import at_a_place


def card(**of: Any) -> ReviewItem:
    return ReviewItem(
        id="x", card="concept:return", concept="return", about="return", covers=(), minutes=1, **of
    )


QUESTION = card(lesson="basics/functions", step=6)
EXERCISE = card(exercise="basics/double")
GONE = card(exercise="basics/gone")


def hold(
    where: Locations, monkeypatch: pytest.MonkeyPatch, items: list[ReviewItem], *lines: str
) -> list[int]:
    """The ratings that are kept of a review in which somebody types these lines."""

    async def review(desk: Desk) -> None:
        await ReviewPlace(desk, items).hold()

    at_a_place(where, monkeypatch, review, *lines)
    session = Session.open(where)
    ratings = [row.rating for row in session.store.rows(Row)]
    session.store.close()
    return ratings


def test_the_first_answer_counts_and_what_cannot_be_opened_is_left_out(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    items = [GONE, QUESTION, QUESTION, QUESTION]
    assert hold(small_course, monkeypatch, items, "1", "later", "3") == [1, 3]
    said = capsys.readouterr().out
    assert "There is no exercise `basics/gone`" in said
    assert "✗ Not this time\nThe answer:\n    line 3\n" in said
    assert "1 of 2 cards went well the first time." in said
    assert "You will be asked again soon about return." in said


def test_an_exercise_counts_by_its_first_check_also_where_the_input_ends(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session.open(small_course)
    exercise = session.catalogue.exercise("basics/double")
    session.save(exercise, "def double(n):\n    return n * 2\n")
    session.store.close()
    assert hold(small_course, monkeypatch, [EXERCISE], "") == [3]
    assert "1 of 1 card went well" in capsys.readouterr().out
    assert hold(small_course, monkeypatch, [EXERCISE, QUESTION], "stop") == [3]
    assert "Nothing was answered. What is due stays due." in capsys.readouterr().out
