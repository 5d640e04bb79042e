"""The playground in plain lines: a program that asks, one that stops, one that is stopped."""

from __future__ import annotations

import pytest

from course.locations import Locations
from course.plain.desk import Desk
from course.plain.playground import play
from tests.plain.talking import at_a_place, at_the_menu


def test_a_program_asks_here_and_its_error_is_explained(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = ("w", 'n = int(input("How many? "))', "print(10 / n)", ".", "0")
    said = at_the_menu(small_course, monkeypatch, capsys, "", "g", "", "Ada", *own, "t", "x", "m")
    assert "What is your name?" in said
    assert "    Hello, Ada!\n✓ It came to its end." in said
    assert "How many?\n✗ ZeroDivisionError" in said
    assert "`n` is 0 there" in said
    assert "Step 1 of " in said  # with what was typed for the last run
    file = small_course.workspace / "playground" / "playground.py"
    assert file.read_text(encoding="utf-8").startswith("n = int(input(")


def test_a_program_that_waits_when_the_learner_goes_is_ended(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def playing(desk: Desk) -> None:
        await play(desk)

    assert at_a_place(small_course, monkeypatch, playing, "") == "left"
    assert "It prints:\n\nWhat is your name?" in capsys.readouterr().out
