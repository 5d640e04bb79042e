"""`course reset`."""

from __future__ import annotations

from course.locations import Locations
from tests.commands.course_command import DOUBLE, course, write


def test_reset_keeps_the_learners_version(small_course: Locations) -> None:
    own = write(small_course.workspace / "basics" / "double.py", "# mine\n")

    done = course("reset", "basics/double")

    assert own.read_text(encoding="utf-8") == (DOUBLE / "starter.py").read_text(encoding="utf-8")
    kept = [file for file in own.parent.iterdir() if file.read_text(encoding="utf-8") == "# mine\n"]
    assert len(kept) == 1
    assert str(kept[0]) in done.stdout
