"""`COURSE_DEBUG` tells what is decided, and nothing without it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from course.debug import KINDS
from course.locations import Locations

CONTRIBUTING = Path(__file__).parent.parent / "CONTRIBUTING.md"


def told(course: Locations, asked: str) -> str:
    double = course.exercises / "basics" / "double"
    done = subprocess.run(
        [sys.executable, "-m", "course", "check", "--exercise", double, double / "starter.py"],
        capture_output=True,
        text=True,
        env={**os.environ, "COURSE_DEBUG": asked},
        check=False,
    )
    assert done.returncode == 1, done.stderr
    return done.stderr


def test_decisions_of_a_check_are_told(small_course: Locations) -> None:
    said = told(small_course, "1")

    for kind in KINDS.keys() - {"place"}:  # the app's
        assert f" {kind}: " in said, kind
    assert "is taken: tests of double" in said
    assert "ended by itself, after" in said
    assert "told of basics/double: " in said


def test_only_what_was_asked_for_is_told(small_course: Locations) -> None:
    assert told(small_course, "") == ""
    assert {line.split()[2] for line in told(small_course, "limit").splitlines()} == {"limit:"}


@pytest.mark.skipif(not CONTRIBUTING.exists(), reason="a wheel carries no CONTRIBUTING")
def test_every_kind_is_in_contributing() -> None:
    text = CONTRIBUTING.read_text(encoding="utf-8")

    for kind in KINDS:
        assert f"`{kind}` (" in text
