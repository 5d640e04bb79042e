"""The exam as plain lines."""

from __future__ import annotations

import pytest

from course.learner.exam import is_begun, results
from course.learner.session import Session
from course.locations import Locations
from tests.plain.talking import at_the_menu


def test_it_is_left_and_gone_on_with_and_ended_without_a_word_on_answers(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session.open(small_course)
    for lesson in ("basics/functions", "basics/texts", "loops/for"):
        session.visit(lesson, 3)
    session.store.close()
    said = at_the_menu(small_course, monkeypatch, capsys, "", "later", "q", first="exam")
    assert "45 minutes left" in said
    assert "Task 2 of" in said
    assert "Result" not in said
    said = at_the_menu(small_course, monkeypatch, capsys, "", "stop", "q", first="exam")
    assert "You go on with task 2" in said
    assert "0 of " in said.partition("Result")[2]
    assert "uncertain" in said
    session = Session.open(small_course)
    assert not is_begun(session)
    assert [it.reached for it in results(session)] == [1]
    session.store.close()


def test_in_an_exercise_of_an_exam_no_hint_is_offered(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session.open(small_course)
    for lesson in ("basics/functions", "basics/texts", "loops/for"):
        session.visit(lesson, 3)
    session.store.close()
    left_out = ["later"] * 8
    said = at_the_menu(small_course, monkeypatch, capsys, "", *left_out, "m", "q", first="exam")
    code = said.rpartition("Task ")[2].partition("Menu")[0]
    assert "Enter check" in code or "check" in code
    assert "hint" not in code
