"""Skills and settings in plain lines."""

from __future__ import annotations

import pytest

from course.learner.session import Session
from course.locations import Locations
from course.plain.skills import lines_of_skills
from tests.learner.conftest import attempt
from tests.plain.talking import at_the_menu


def test_skills_and_settings_are_told_and_a_goal_is_kept(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VISUAL", "some-editor --wait")
    said = at_the_menu(small_course, monkeypatch, capsys, "", "s", "o", "3", "o", "0", "p", "q")
    assert "Nothing is shown yet." in said
    assert str(small_course.settings) in said
    assert said.count("Goal: 3 days a week.") == 2
    assert "No goal for the week" in said


def test_what_was_passed_is_told_with_its_module(small_course: Locations) -> None:
    with_session = Session.open(small_course)
    attempt(with_session, "basics/double")
    said = list(lines_of_skills(with_session))
    with_session.store.close()
    assert said[0].startswith("1 exercise passed, 1 at the first try without a hint")
    assert any("1 of " in line and "exercises passed, 1 at once" in line for line in said)
