"""A shift from the plain course's menu: begun, left, gone on with."""

from __future__ import annotations

import pytest

from course.locations import Locations
from tests.checking.repository.scripts import NEEDS_GIT
from tests.plain.talking import at_the_menu

pytestmark = NEEDS_GIT


def test_it_is_begun_left_and_gone_on_with(
    with_a_shift: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ("1", "c", "wait 5", "q", "w", "1", "q", "w", "m", "q")
    said = at_the_menu(with_a_shift, monkeypatch, capsys, *lines, first="shift")
    assert "1  Begin: A tiny day" in said
    assert said.count("The shift goes on where it is, when you come back to it.") == 2
    again = said.partition("1  Go on: A tiny day, begun on ")[2]
    assert "09:05 of 09:12" in again
    assert "2  Begin: A tiny day" in again
