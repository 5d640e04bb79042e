"""Nothing typed is lost, however the app ends: a real terminal, keys without a pause."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable
from typing import Any

import pytest

from course.locations import Locations

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
Open = Callable[..., Any]
RESTORED = ("\x1b[?1049l", "\x1b[?25h", "\x1b[?2004l", "\x1b[?1000l", "\x1b[?1003l")
"""The alternate screen is left, the cursor shown, pastes and the mouse are not reported."""


def to_the_playground(app: Any) -> None:
    """Open the playground with nothing in it."""
    app.wait_for("Where do you start?")
    app.press("escape")
    app.wait_for("Start here")
    app.press("g")
    app.wait_for("What is your name?")
    app.press("\x1b[15;2~")  # Shift+F5
    app.wait_for("Playground", gone="What is your name?")


def saved(locations: Locations) -> str:
    file = locations.workspace / "playground" / "playground.py"
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""


def kept(locations: Locations) -> list[dict[str, Any]]:
    files = (locations.data / "unsaved").glob("*.json")
    return [json.loads(file.read_text(encoding="utf-8")) for file in files]


def type_without_a_pause(app: Any, until: Callable[[], object]) -> str:
    """Type a word every twentieth of a second, as often as it takes until something is so."""
    typed = ""
    while not until():
        typed += f"w{len(typed):04} "
        app.press(typed[-6:])
        app.read(0.05)
        assert len(typed) < 6000, app.text
    return typed


def test_what_is_typed_without_a_pause_is_saved_while_it_is_typed(
    small_course: Locations, terminal: Open
) -> None:
    app = terminal()
    to_the_playground(app)
    typed = type_without_a_pause(app, until=lambda: len(saved(small_course)) > 60)
    app.signal(signal.SIGKILL)
    app.wait_for_end()
    assert typed.startswith(saved(small_course))


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_asked_to_end_it_saves_and_leaves_the_terminal_as_it_was(
    small_course: Locations, terminal: Open, name: str
) -> None:
    number = getattr(signal, name)
    app = terminal()
    to_the_playground(app)
    app.press("total = 1")
    app.wait_for("total = 1")
    app.signal(number)
    assert app.wait_for_end() == 128 + number
    assert saved(small_course) == "total = 1"
    for sequence in RESTORED:
        assert sequence in app.drawn, sequence


def test_a_terminal_that_hangs_up_ends_it_with_everything_saved(
    small_course: Locations, terminal: Open
) -> None:
    app = terminal()
    to_the_playground(app)
    app.press("total = 1")
    app.wait_for("total = 1")
    app.hang_up()
    app.wait_until(app.gone)
    assert saved(small_course) == "total = 1"
    assert kept(small_course) == []
