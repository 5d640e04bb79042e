"""The playground in a real terminal: an answer is typed, a plug is pulled, no process stays."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from course.learner.playground import START
from course.locations import Locations

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
Open = Callable[..., Any]


def to_the_playground(app: Any) -> None:
    app.wait_for("g Playground", gone="Where do you start?")
    app.press("g")
    app.wait_for("F5 Run", "What it prints appears here")


def test_a_program_asks_and_is_answered_and_survives_a_pulled_plug(
    small_course: Locations, terminal: Open
) -> None:
    app = terminal()
    app.wait_for("Where do you start?")
    app.press("escape")
    to_the_playground(app)
    app.press("f5")
    app.wait_for("What is your name?", "It waits for you")
    app.press(*"Ádá", "enter")
    app.wait_for("Hello, Ádá!", "It came to its end")

    app.press("ctrl+end", *"while True: pass")
    app.press("f5")
    app.wait_for("It waits for you")
    app.press("enter")
    app.wait_for("Hello, !", "Running")
    app.press("f9")
    app.wait_for("You stopped it on line 3")
    app.kill()
    kept = small_course.workspace / "playground" / "playground.py"
    assert kept.read_text(encoding="utf-8") == f"{START}while True: pass"

    again = terminal()
    again.wait_for("Where do you start?")
    again.press("escape")
    to_the_playground(again)
    again.wait_for("while True: pass")
    again.press("f5")
    again.wait_for("It waits for you")
    again.press("escape", "escape")
    again.wait_for("Start here")
    again.press("q")
    assert again.wait_for_end() == 0
