"""`course progress`: it travels, and nothing is doubled."""

from __future__ import annotations

import json
from pathlib import Path

from course.locations import Locations
from tests.commands.course_command import GOOD, course, write


def test_progress_travels_and_is_not_doubled(small_course: Locations, tmp_path: Path) -> None:
    write(small_course.workspace / "basics" / "double.py", GOOD)
    course("check", "basics/double")
    file = tmp_path / "progress.json"

    assert course("progress", "export", file).returncode == 0
    again = course("progress", "import", file)

    assert again.stdout.startswith("0 new entries")
    exported = json.loads(file.read_text(encoding="utf-8"))
    assert len(exported["attempts"]) == 1
    assert set(exported) >= {"attempts", "answers", "reviews", "notes"}
    assert json.loads(course("progress", "export", "-").stdout)["attempts"] == exported["attempts"]
