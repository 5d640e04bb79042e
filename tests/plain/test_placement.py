"""The placement as plain lines."""

from __future__ import annotations

import pytest

from course.learner.records import Placed
from course.learner.session import Session
from course.locations import Locations
from tests.plain.talking import at_the_menu


def test_it_is_left_and_gone_on_with_and_ended(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = at_the_menu(small_course, monkeypatch, capsys, "", "?", "q", first="assess")
    assert "Question 2 " in said
    assert "What was found" not in said
    said = at_the_menu(small_course, monkeypatch, capsys, "", "?", "stop", "q", first="assess")
    assert "Question 2 " in said.partition("Question 1 ")[0] + said
    assert "Basics" in said.partition("What was found")[2]
    session = Session.open(small_course)
    rows = session.store.rows(Placed)
    assert {row.outcome for row in rows} == {"unknown"}
    assert len({row.round for row in rows}) == 1
    session.store.close()
