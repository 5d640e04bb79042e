"""A lesson as plain lines: every kind of step, wrong answers first."""

from __future__ import annotations

import pytest

from course.learner.session import Session
from course.locations import Locations
from tests.plain.talking import at_the_menu

LESSON = "basics/functions"


def test_every_kind_of_step(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = at_the_menu(
        small_course,
        monkeypatch,
        capsys,
        *("1", ""),  # the path, go on
        *("b", "n"),  # a text
        *("", "F3", "", "x", ""),  # an example: run, step through, on
        *("1", "3", ""),  # predict: wrong, right, on
        *("2", "1", ""),  # choose, in the order in which it is shown
        *("n", "b", "m"),
        first="",
    )
    assert "This is the first step." in said
    assert "A function is a named piece of code. `return` hands" in said
    assert "    def weight_in_grams(kilos):\n        return kilos * 1000" in said
    assert "Python prints:\n    8\n\nThe call is worth 8." in said
    assert "The program starts" in said
    assert "What really happens:\n    None\n\n✗ Not what happens. Look at the output" in said
    assert "✓ Right\n\nThere is no `return`" in said
    session = Session.open(small_course)
    assert session.answered(LESSON) == {2: True, 3: True}
    assert session.here().step == 4
    session.store.close()


def test_the_end_of_a_lesson_says_what_is_open_and_leads_on(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session.open(small_course)
    session.choose_path("everything")
    session.visit(LESSON, 7)
    session.store.close()
    said = at_the_menu(small_course, monkeypatch, capsys, "", "n", "", "m")
    assert "The end of the lesson" in said
    assert "○ Step 3: What does this print?" in said
    assert "○ Step 8, exercise: Twice as many" in said
    assert "A developer's note:\n\nI read the returns first." in said
    assert "Enter: next lesson, Texts with values in them" in said
    assert "Texts with values in them. Step 1 of 3" in said


def test_where_a_screen_is_described_plain_lines_have_words_of_their_own(
    own_course: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = own_course.lessons / "01-basics" / "01-functions.yaml"
    first, step, rest = lesson.read_text("utf-8").partition("  - text: |\n")
    words = "      Look at the panes.\n    plain: |\n      Read the lines.\n"
    lesson.write_text(f"{first}{step}{words}{step}{rest}", encoding="utf-8")
    said = at_the_menu(own_course, monkeypatch, capsys, "1", "", "m")
    assert "Read the lines." in said
    assert "panes" not in said


def test_a_step_is_noted_as_unclear(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session.open(small_course)
    session.choose_path("everything")
    session.store.close()
    said = at_the_menu(small_course, monkeypatch, capsys, "", "u", "m")
    assert "u: this step is unclear" in said
    assert "Noted in your notes." in said
    session = Session.open(small_course)
    [note] = session.notes(LESSON)
    assert note.text.startswith("Step 1 is unclear to me: A **function** is")
    session.store.close()
