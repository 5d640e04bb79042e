"""The learner's file under the editor: kept, followed, put back, and never lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from course.learner.session import Session
from course.locations import Locations
from course.ui.screens.exercise import ExerciseScreen
from tests.learner.conftest import attempt
from tests.ui.submissions import GOOD, PRINTS, WIDE


def write_elsewhere(screen: ExerciseScreen, text: str) -> Path:
    """Save the learner's file as another program would."""
    screen.file.path.write_text(text, encoding="utf-8")
    return screen.file.path


@pytest.mark.usefixtures("patient")
async def test_a_change_on_disk_appears_in_the_editor(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        await it.until(lambda: write_elsewhere(screen, GOOD) and screen.editor.text == GOOD)
        await it.until(lambda: screen.results.report)
        assert screen.results.report.passed


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("take_theirs", [True, False])
async def test_two_versions_are_asked_about_and_both_kept(
    open_app: Any, small_course: Locations, take_theirs: bool
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(GOOD)
        path = write_elsewhere(screen, PRINTS)
        await it.press("f5")
        await it.until(lambda: it.place == "ConfirmDialog")
        assert "changed outside the course" in it.text
        await it.press(*(["left"] if take_theirs else []), "enter")
        await it.until(lambda: not screen.asking)
        going_on, other = (PRINTS, GOOD) if take_theirs else (GOOD, PRINTS)
        assert screen.editor.text == path.read_text(encoding="utf-8") == going_on
        assert [kept.read_text(encoding="utf-8") for kept in path.parent.glob("*.before-*")] == [
            other
        ]


@pytest.mark.usefixtures("patient")
async def test_where_a_folder_takes_the_files_place_the_question_of_two_versions_goes(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(GOOD)
        path = write_elsewhere(screen, PRINTS)
        await it.press("f5")
        await it.until(lambda: it.place == "ConfirmDialog")
        path.unlink()
        path.mkdir()
        await it.until(lambda: "There is a folder where the file" in it.text)
        await it.until(lambda: not screen.asking)
        await it.press("enter")
        assert it.place == "ExerciseScreen"
        assert screen.editor.text == GOOD
        path.rmdir()


@pytest.mark.usefixtures("patient")
async def test_a_file_that_is_gone_is_told_each_time_and_its_line_says_so(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        text = screen.file.path.read_text(encoding="utf-8")
        for _ in range(2):
            screen.file.path.unlink()
            await it.until(lambda: it.place == "ErrorDialog")
            await it.until(lambda: "Your file needs you" in it.text)
            await it.press("enter")
            await it.until(lambda: "gone; Ctrl+S saves it" in screen._file_line[0])
            screen.file.path.write_text(text, encoding="utf-8")
            await it.until(lambda: "double.py · saved" in screen._file_line[0])
        screen.file.path.unlink()
        await it.until(lambda: it.place == "ErrorDialog")
        await it.press("enter", "ctrl+s")
        assert screen.file.path.read_text(encoding="utf-8") == text


@pytest.mark.usefixtures("patient")
async def test_open_places_follow_what_the_command_line_does(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        async with Session.open(small_course) as other:
            other.save(screen.exercise, GOOD)
            attempt(other, screen.exercise_id)
            other.take_hint(screen.exercise)
            await it.until(lambda: screen.passed and screen.editor.text == GOOD)
            await it.until(lambda: len(screen.query(".hint-number")) == 1)
            assert screen.check_action("compare", ()), "what is passed is not asked for again"
            kept = other.reset(screen.exercise)
        await it.until(lambda: screen.editor.text == screen.exercise.starter)
        assert kept is not None
        assert screen.news == f"The starter was put back; your version is kept as {kept.name}"
        await it.press("escape", "escape")
        await it.until(lambda: it.place == "HomeScreen")
        assert "1 exercise passed" in it.text


@pytest.mark.usefixtures("patient")
async def test_a_check_takes_over_a_change_on_disk_that_was_not_seen_yet(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        it.app.workers.cancel_group(screen, "follow")
        path = write_elsewhere(screen, GOOD)
        await it.check()
        assert it.place == "ExerciseScreen"
        assert screen.results.report.passed
        assert screen.editor.text == path.read_text(encoding="utf-8") == GOOD
        assert not list(path.parent.glob("*.before-*"))


@pytest.mark.usefixtures("patient")
async def test_leaving_with_two_versions_keeps_both(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        it.app.workers.cancel_group(screen, "follow")  # the change was not seen yet
        screen.editor.replace_text(GOOD)
        path = write_elsewhere(screen, PRINTS)
        await it.press("escape", "escape")
        await it.until(lambda: it.place != "ExerciseScreen")
        texts = {file.read_text(encoding="utf-8") for file in path.parent.glob("double*.py")}
        assert {GOOD, PRINTS} <= texts


@pytest.mark.usefixtures("patient")
async def test_reset_asks_first_and_tells_where_the_code_is_kept(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(GOOD)
        await it.press("ctrl+r")
        assert "Put the starter back?" in it.text
        await it.press("enter")
        assert screen.editor.text == GOOD
        await it.press("ctrl+r", "left", "enter")
        await it.until(lambda: screen.editor.text != GOOD)
        assert screen.editor.text == screen.exercise.starter
        kept = list(screen.file.path.parent.glob("double.*reset*"))
        assert [path.read_text(encoding="utf-8") for path in kept] == [GOOD]
        await it.until(lambda: kept[0].name in it.text)


@pytest.mark.usefixtures("patient")
async def test_what_lies_beside_the_code_can_be_read(open_app: Any, own_course: Locations) -> None:
    data = own_course.exercises / "basics" / "double" / "data"
    data.mkdir()
    (data / "words.txt").write_text("seven mugs\n", encoding="utf-8")
    (data / "picture.png").write_bytes(b"\x89PNG\xff")
    async with open_app(own_course) as it:
        await it.exercise()
        assert "f File" in it.text
        await it.press("f")
        assert "data/words.txt" in it.text
        assert "seven mugs" in it.text
        assert "picture" not in it.text
