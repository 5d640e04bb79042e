"""A learner's first minutes, keyboard only, in a terminal of 80x24."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from course.locations import Locations

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
Open = Callable[..., Any]


def to_the_exercise(app: Any) -> None:
    app.wait_for("Where do you start?")
    app.press("escape")
    app.wait_for("Start here")
    app.press("enter")
    app.wait_for("Step 1 of 8")
    for step in (2, 3):
        app.press("n")
        app.wait_for(f"Step {step} of 8")
    app.press("4")
    app.wait_for("Step 3 of 8")
    for step in (4, 5):
        app.press("n")
        app.wait_for(f"Step {step} of 8")


def test_from_nothing_to_a_passed_exercise_and_back_again(
    small_course: Locations, terminal: Open
) -> None:
    app = terminal()
    to_the_exercise(app)
    app.press("n")
    app.wait_for("Step 6 of 8", gone="n Next")
    app.press("escape")
    app.wait_for("n Next")
    app.press("n")
    app.wait_for("Step 7 of 8")
    app.press("n")
    app.wait_for("Step 8 of 8", "Twice as many")
    app.press("enter")
    app.wait_for("It returns twice the number", "1 Brief")
    app.press("f5")
    app.wait_for("Not yet", "no instructions of its own yet")
    app.press("2")
    app.wait_for("def double(n):")
    app.press("ctrl+end")
    app.press(*"    return n * 2")
    app.wait_for("return n * 2")
    app.press("f5")
    app.wait_for("You handed a value back to the caller")
    own = small_course.workspace / "basics" / "double.py"
    assert "return n * 2" in own.read_text(encoding="utf-8")
    app.kill()

    again = terminal()
    again.wait_for("Continue")
    again.press("enter")
    again.wait_for("Step 8 of 8", "✓")


def test_a_tiny_window_says_what_it_needs_and_comes_back(
    small_course: Locations, terminal: Open
) -> None:
    app = terminal()
    to_the_exercise(app)

    app.resize(20, 5)
    app.wait_for("20x5")
    app.resize(80, 24)
    app.wait_for("Step 5 of 8")


def test_q_ends_the_app_with_0(small_course: Locations, terminal: Open) -> None:
    app = terminal()
    app.wait_for("Where do you start?")
    app.press("escape")
    app.wait_for("Start here")
    app.press("q")

    assert app.wait_for_end() == 0


def test_assess_opens_the_app_at_the_placement(small_course: Locations, terminal: Open) -> None:
    app = terminal(80, 24, "assess")
    app.wait_for("Placement", "which modules you can skip")
    app.press("enter")
    app.wait_for("question 1,")
    app.press("f2")
    app.wait_for("Noted")
    app.press("enter")
    app.wait_for("question 2,")
