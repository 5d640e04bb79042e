"""An exercise in a repository: its folder is shown, followed and checked."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from course.catalogue.kinds import read_script
from course.checking.repository.build import perform
from course.learner import own_editor
from course.locations import Locations
from tests.checking.repository.scripts import NEEDS_GIT

pytestmark = NEEDS_GIT
REAL = Path(__file__).parents[2] / "exercises/tools-of-the-trade/first_commits"


@pytest.fixture
def course_with_a_repository(own_course: Locations) -> Locations:
    """The small course with an exercise in a repository at the end of its first lesson."""
    shutil.copytree(REAL, own_course.exercises / "basics" / "first_commits")
    lesson = own_course.lessons / "01-basics" / "01-functions.yaml"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(f"{text.rstrip()}\n  - exercise: basics/first_commits\n", encoding="utf-8")
    return own_course


async def test_what_is_done_in_the_folder_is_shown_and_checked(
    open_app: Any, course_with_a_repository: Locations
) -> None:
    async with open_app(course_with_a_repository, size=(120, 40)) as it:
        screen = await it.exercise("basics/first_commits")
        assert "?? report.py" in it.text
        assert "Ctrl+O Terminal" in it.text
        await it.check()
        assert "still cuts the VAT off" in it.text
        folder, start = screen.file.path, screen.exercise.start
        perform(read_script(screen.exercise.solution_path), folder, after=len(start.steps))
        await it.until(lambda: "nothing to commit" in it.text and "All 7 tests pass" in it.text)
        await it.press("f4")
        await it.until(lambda: "git commit -q -m" in it.text)
        assert it.app.session.is_passed("basics/first_commits")


async def test_where_the_terminal_cannot_be_given_away_the_folder_is_told(
    open_app: Any, course_with_a_repository: Locations
) -> None:
    async with open_app(course_with_a_repository) as it:
        await it.exercise("basics/first_commits")
        await it.press("ctrl+o")
        await it.until(lambda: "Open a terminal and go there" in it.text)


def test_a_shell_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", str(tmp_path / "none"))
    monkeypatch.setenv("COMSPEC", str(tmp_path / "none"))
    assert "could not be started" in own_editor.shell(tmp_path)
