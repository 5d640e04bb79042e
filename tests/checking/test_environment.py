"""What a process beside the app, and the code in it, sees of the environment variables."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from course.checking.environment import environment


def test_the_environment_says_next_to_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "4711")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert "PYTHONDONTWRITEBYTECODE" not in environment("0")
    assert "SECRET" not in environment("0")
    assert environment("0", Path("here"))["TMPDIR"] == "here"
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert environment("0")["PYTHONDONTWRITEBYTECODE"] == "1"
