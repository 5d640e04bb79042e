"""A hostile course in the real app: no sequence of its own reaches the terminal."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

import pytest

from course.learner.session import Session
from course.locations import Locations
from tests.end_to_end.conftest import Terminal
from tests.hostile_words import HOSTILE, make_hostile

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pexpect needs a pseudo-terminal")

SEQUENCE = re.compile(
    r"\x1b(?:\[(?P<private>[<=>?]?)(?P<numbers>[0-9;:]*)(?P<inner>[ -/]*)(?P<end>[@-~])"
    r"|\](?P<command>[^\x07\x1b]*)(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|(?P<short>[ -~]))"
)
OURS = {
    *("m", "H", "J", "?h", "?l", "?u", ">u", "<u", ">m", "=u", "?$p", ">q", "t", "c"),
    *("h", "l", "A", "B", "C", "D", "G", "K", "?n", "n", "q", " q"),
}
"""What Textual and Rich write: colours, places, modes, and questions about the terminal."""


def odd(drawn: str) -> list[str]:
    """What is in the app's output that neither Textual nor a text has."""
    found = []
    for it in SEQUENCE.finditer(drawn):
        if it["end"]:
            name = f"{it['private']}{it['inner']}{it['end']}"
            if name not in OURS or (name == "m" and it["numbers"].split(";")[:1] == ["8"]):
                found.append(it[0])
        elif it["command"] is None or not re.fullmatch(r"8;[^;]*;[!-~]*|22;[a-z-]*", it["command"]):
            found.append(it[0])
    rest = SEQUENCE.sub("", drawn)
    return found + re.findall(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]", rest
    )


def test_no_sequence_of_a_pack_reaches_the_terminal(
    own_course: Locations, terminal: Callable[..., Terminal]
) -> None:
    make_hostile(own_course.content)
    own = own_course.workspace / "basics" / "double.py"
    own.parent.mkdir(parents=True)
    own.write_text(f"# {HOSTILE}\ndef double(n):\n    return {HOSTILE!r}\n", encoding="utf-8")
    session = Session.open(own_course)
    session.choose_path(session.catalogue.paths[0].id)
    session.note("basics/functions", HOSTILE)
    session.store.close()
    app = terminal(80, 24)
    app.wait_for("Start here")
    app.press("enter")
    app.wait_for("Step 1 of")
    for step in range(2, 5):
        app.press("n")
        app.wait_for(f"Step {step} of")
    app.press("\x10")
    app.wait_for("A lesson, an exercise")
    app.press(*"double", "enter")
    app.wait_for("F5 Check")
    app.press("f5")
    app.wait_for("\u2717")
    app.press("f1")
    app.wait_for("Keys on this screen")
    app.press("\x1b[27u")
    app.wait_for("F5 Check")
    app.press("\x11")
    app.wait_for_end()
    assert "owned" in app.drawn, "the course's own words were shown"
    assert odd(app.drawn) == []


def test_what_a_terminal_would_obey_is_seen() -> None:
    for words in (
        "\x1b]52;c;b3du\x07",
        "\x1b]0;t\x07",
        "\x1b[8m",
        "\x9b2J",
        "\u202e",
        "\x07",
        "\x1b[5i",
    ):
        assert odd(f"\x1b[1;31mred{words}\x1b[0m"), words
    assert odd("\x1b[1;31mred\x1b[0m\x1b[?25l\x1b]8;id=1;https://a.b/c\x1b\\x\x1b]8;;\x1b\\") == []
