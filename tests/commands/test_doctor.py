"""`course doctor` says what works here: it tries a check instead of believing in one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.locations import Locations
from tests.commands.test_commands import course
from tests.conftest import SMALL_COURSE


def test_a_check_is_tried_from_start_to_end(small_course: Locations) -> None:
    done = course("doctor")

    assert done.returncode == 0, done.stdout
    assert "✓ a check of a right and of a wrong answer, from start to end" in done.stdout


def test_a_check_that_goes_wrong_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "content"
    shutil.copytree(SMALL_COURSE, content)
    for solution in content.glob("exercises/basics/*/solution.py"):
        solution.write_text("import os\n\nos._exit(0)\n", encoding="utf-8")
    monkeypatch.setenv("COURSE_CONTENT", str(content))

    done = course("doctor")

    assert done.returncode == 1
    assert "✗ the reference of basics/" in done.stdout
    assert "ended the whole Python process" in done.stdout
