"""A slow line: no code of a key is ever typed as letters."""

from __future__ import annotations

import pytest
from textual import _parser, constants, events

from course.ui import patient_parser
from course.ui.patient_parser import PatientParser

KEYS = {"f5": "\x1b[15~", "up": "\x1b[A", "f1": "\x1bOP", "shift+f8": "\x1b[19;2~"}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, which the test lets go by."""
    now = [100.0]
    for module in (_parser, patient_parser):
        monkeypatch.setattr(module, "get_time", lambda: now[0])
    monkeypatch.setattr(constants, "ESCAPE_DELAY", 0.1)
    return now


def keys(parser: PatientParser, clock: list[float], sent: str, pause: float) -> list[str]:
    """The keys that are pressed when each byte takes a while."""
    messages = []
    for byte in sent:
        messages += parser.feed(byte)
        for _ in range(10):
            clock[0] += pause / 10
            messages += parser.tick()
    clock[0] += 3
    messages += parser.tick()
    return [one.key for one in messages if isinstance(one, events.Key)]


@pytest.mark.parametrize("pause", [0.0, 0.05, 0.2, 0.4])
@pytest.mark.parametrize("answer", ["", "\x1b[?2026;2$y"])
def test_no_code_is_typed_and_none_is_an_esc(clock: list[float], pause: float, answer: str) -> None:
    parser = PatientParser()
    assert keys(parser, clock, answer, pause) == []
    for key, code in KEYS.items():
        assert keys(parser, clock, code, pause) == [key]


@pytest.mark.parametrize("pause", [0.0, 0.05, 0.2, 0.4])
def test_where_no_terminal_has_answered_the_first_key_may_begin_with_an_esc(
    clock: list[float], pause: float
) -> None:
    parser = PatientParser()
    clock[0] += 10
    assert [it for it in keys(parser, clock, KEYS["f5"], pause) if it != "escape"] == ["f5"]
    assert keys(parser, clock, KEYS["f1"], pause) == ["f1"], "by now the line is known to be slow"


def test_on_a_fast_line_esc_is_one_at_once(clock: list[float]) -> None:
    parser = PatientParser()
    list(parser.feed("\x1b[?2026;2$y"))
    list(parser.feed("\x1b"))
    clock[0] += 0.11
    assert [one.key for one in parser.tick() if isinstance(one, events.Key)] == ["escape"]


def test_esc_stays_a_key_and_what_is_typed_later_stays_typed(clock: list[float]) -> None:
    parser = PatientParser()
    assert keys(parser, clock, "\x1b", 0.2) == ["escape"]
    assert keys(parser, clock, "a[", 0.0) == ["a", "left_square_bracket"]
    assert keys(parser, clock, "\x1ba", 0.05) == ["alt+a"]
    mouse = list(parser.feed("\x1b[<0;5;6M"))
    assert [type(one) for one in mouse] == [events.MouseDown]
    pasted = list(parser.feed("\x1b[200~a\rb\x1b[201~c"))
    assert [one.text for one in pasted if isinstance(one, events.Paste)] == ["a\rb"]
