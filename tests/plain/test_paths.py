"""Choosing a path as plain lines."""

from __future__ import annotations

import pytest

from course import locations
from course.learner.session import Session
from course.plain.paths import choose_path
from tests.plain.talking import at_a_place


def test_a_path_and_one_of_its_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    where = locations.find()
    assert at_a_place(where, monkeypatch, choose_path, "9", "3", "4", "2") is False
    session = Session.open(where)
    path = session.path()
    assert path is not None
    assert path.id == "backend"
    assert session.decision("modules of backend") == ["fastapi"]
    session.store.close()
    assert at_a_place(where, monkeypatch, choose_path, "3", "3") is False
    session = Session.open(where)
    assert session.decision("modules of backend") == ["django", "fastapi"]
    session.store.close()


def test_later_is_an_answer_and_a_placement_is_announced(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    where = locations.find()
    assert at_a_place(where, monkeypatch, choose_path, "") is False
    assert at_a_place(where, monkeypatch, choose_path, "2") is True
    capsys.readouterr()
    assert at_a_place(where, monkeypatch, choose_path) == "left"
    assert "Career change, 18 modules  ✓ your path" in capsys.readouterr().out
