"""What cannot be saved is kept beside the progress, said once, and offered until it is decided."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from course.cli import build_command
from course.learner.unsaved import Unsaved
from course.locations import Locations
from course.ui.screens.unsaved import UnsavedDialog
from tests.ui.test_mishap import dialog

WIDE = (120, 40)
MINE = "# mine\n"
LATIN = "name = 'Zoë'\n".encode("latin-1")


def blocked(locations: Locations) -> Path:
    """Put a file in the place of the exercise's folder, so that nobody can write there."""
    folder = locations.workspace / "basics"
    shutil.move(folder, locations.workspace / "away")
    folder.write_text("in the way", encoding="utf-8")
    return folder


def unblock(folder: Path) -> None:
    folder.unlink()
    shutil.move(folder.parent / "away", folder)


@pytest.mark.usefixtures("quick")
async def test_a_folder_that_cannot_be_written_closes_nothing_and_loses_nothing(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        folder = blocked(small_course)
        screen.editor.replace_text(MINE)
        await it.until(lambda: it.place == "ErrorDialog" and "kept with your progress" in it.text)
        assert [kept.text for kept in it.app.session.unsaved.all()] == [MINE]
        await it.press("enter")
        screen.editor.replace_text(MINE + "x = 1\n")
        await it.until(lambda: it.app.session.unsaved.all()[0].text == MINE + "x = 1\n")
        assert it.place == "ExerciseScreen"  # it was said once
        it.app.pop_screen()
        await it.until(lambda: it.place == "ErrorDialog")
        await it.press("enter")
        assert it.place == "HomeScreen"
    unblock(folder)
    async with open_app(small_course, size=WIDE) as it:
        await it.until(lambda: it.place == "UnsavedDialog" and "The exercise" in it.text)
        assert "# mine" in it.text
        await it.press("enter")
        await it.until(lambda: getattr(it.app.screen, "ready", False))
        assert it.app.screen.editor.text == MINE + "x = 1\n"
        assert it.app.screen.file.path.read_text(encoding="utf-8") == MINE + "x = 1\n"
        assert it.app.session.unsaved.all() == ()


@pytest.mark.usefixtures("quick")
async def test_a_file_saved_elsewhere_in_another_encoding_keeps_both(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.file.path.write_bytes(LATIN)
        screen.editor.replace_text(MINE)
        await it.until(lambda: it.place == "ErrorDialog")
        told = it.app.screen._text.plain
        assert "is not saved as UTF-8" in told
        assert "kept with your progress" in told
        await it.press("enter")
        it.app.go_home()
        await it.until(lambda: it.place == "ErrorDialog")
        assert screen.file.path.read_bytes() == LATIN
        assert [kept.text for kept in it.app.session.unsaved.all()] == [MINE]
        await it.press("enter")
        it.app.open_exercise("basics/double")
        await it.until(lambda: it.place == "ErrorDialog")
        assert it.app._exception is None


@pytest.mark.usefixtures("quick")
async def test_escape_leaves_both_versions_as_they_are(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.file.path.write_text("theirs = 1\n", encoding="utf-8")
        screen.editor.replace_text(MINE)
        await it.until(lambda: it.place == "ConfirmDialog")
        await it.press("escape")
        await it.until(lambda: not screen.asking)
        assert screen.file.path.read_text(encoding="utf-8") == "theirs = 1\n"
        assert screen.editor.text == MINE
        assert list(screen.file.path.parent.glob("*.before-*")) == []
        screen.editor.replace_text(MINE + "more = 1\n")
        await it.until(lambda: it.app.session.unsaved.all()[0].text == MINE + "more = 1\n")
        assert it.place == "ExerciseScreen"  # it is not asked again at every key
        await it.press("ctrl+s")
        await it.until(lambda: it.place == "ConfirmDialog")
        await it.press("enter")
        await it.until(lambda: not screen.asking)
        assert screen.file.path.read_text(encoding="utf-8") == MINE + "more = 1\n"
        kept = screen.file.path.with_name("double.before-edit-1.py")
        assert kept.read_text(encoding="utf-8") == "theirs = 1\n"
        assert it.app.session.unsaved.all() == ()


@pytest.mark.usefixtures("quick")
async def test_an_end_with_two_versions_offers_the_typed_one_and_asks(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        path = screen.file.path
        path.write_text("theirs = 1\n", encoding="utf-8")
        screen.editor.replace_text(MINE)
        await it.until(lambda: it.place == "ConfirmDialog")
    assert path.read_text(encoding="utf-8") == "theirs = 1\n"
    for command in ("next", "doctor"):
        result = await asyncio.to_thread(CliRunner().invoke, build_command(), [command])
        assert "not saved yet: The exercise" in result.output
    async with open_app(small_course, size=WIDE) as it:
        await it.until(lambda: it.place == "UnsavedDialog")
        await it.press("enter")
        await it.until(lambda: it.place == "ConfirmDialog")
        await it.press("left", "enter")
        await it.until(lambda: it.place == "ExerciseScreen")
        screen = it.app.screen
        await it.until(lambda: screen.editor.text == "theirs = 1\n")
        assert path.with_name("double.before-edit-1.py").read_text(encoding="utf-8") == MINE


@pytest.mark.usefixtures("quick")
async def test_what_nobody_wants_is_discarded(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=WIDE) as it:
        it.app.open_playground("a = 1\n")
        await it.settle()
        folder = small_course.workspace / "playground"
        shutil.rmtree(folder)
        folder.write_text("in the way", encoding="utf-8")
        it.app.screen.editor.replace_text("b = 2\n")
        await it.until(lambda: it.place == "ErrorDialog")
    folder.unlink()
    async with open_app(small_course, size=WIDE) as it:
        await it.until(lambda: it.place == "UnsavedDialog" and "b = 2" in it.text)
        await it.press("d")
        await it.until(lambda: it.place == "HomeScreen")
        assert it.app.session.unsaved.all() == ()


@pytest.mark.usefixtures("quick")
async def test_notes_that_are_being_written_survive_a_kill(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        it.app.open_lesson("basics/functions")
        await it.settle()
        it.app.screen.action_notes()
        await it.until(lambda: it.place == "NotesScreen")
        await it.until(lambda: it.app.screen.query("#notes-page"))
        it.app.screen.page.text = "Half a thought"
        await it.until(lambda: it.app.session.unsaved.all())
        assert [kept.text for kept in it.app.session.unsaved.all()] == ["Half a thought"]
        await it.press("escape")
        assert it.app.session.unsaved.all() == ()


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(("step", "keys"), [(1, "e"), (5, "")])
async def test_what_is_typed_in_a_step_is_offered_after_an_end_and_forgotten_when_it_is_left(
    open_app: Any, small_course: Locations, step: int, keys: str
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        it.app.open_lesson("basics/functions", step)
        await it.until(lambda: getattr(it.app.screen, "view", None))
        await it.press(*keys, *"return")
        await it.kept_as_typed()
        typed = it.app.screen.view.typed
        assert "return" in typed
    async with open_app(small_course, size=WIDE) as it:
        await it.until(lambda: it.place == "UnsavedDialog")
        await it.press("enter")
        await it.until(lambda: getattr(it.app.screen, "view", None) and it.app.screen.view.typed)
        assert it.app.screen.view.typed == typed
        assert it.app.screen.position == step
        await it.press("escape", "n")
        await it.until(lambda: it.app.screen.position == step + 1)
        assert it.app.session.unsaved.all() == ()


@pytest.mark.usefixtures("quick")
async def test_the_starter_comes_back_over_a_file_in_another_encoding(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.file.path.write_bytes(LATIN)
        screen.editor.replace_text(MINE)
        await it.until(lambda: it.place == "ErrorDialog")
        await it.press("enter", "ctrl+r", "left", "enter")
        await it.until(lambda: screen.editor.text == screen.exercise.starter)
        kept = {file.read_bytes() for file in screen.file.path.parent.glob("*.before-reset-*")}
        assert kept == {LATIN, MINE.encode()}
        assert it.app.session.unsaved.all() == ()


@pytest.mark.usefixtures("quick")
async def test_what_was_typed_where_a_place_failed_is_offered_once_that_is_read(
    open_app: Any, small_course: Locations
) -> None:
    def stuck() -> None:
        raise RuntimeError("the crane is stuck")

    async with open_app(small_course, size=WIDE) as it:
        it.app.open_lesson("basics/functions", 5)
        await it.until(lambda: getattr(it.app.screen, "view", None))
        await it.press(*"return")
        it.app.screen.call_later(stuck)
        await dialog(it)
        assert "What you typed is kept in step 6 of the lesson" in " ".join(it.text.split())
        await it.press("enter")
        await it.until(lambda: it.place == "UnsavedDialog")
        await it.press("enter")
        await it.until(lambda: getattr(it.app.screen, "view", None) and it.app.screen.view.typed)
        assert it.app.screen.view.typed == "return"
        assert it.app.screen.position == 5


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("place", ["step", "notes"])
async def test_what_no_folder_takes_is_not_said_to_be_kept(
    open_app: Any, small_course: Locations, place: str
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        it.app.open_lesson("basics/functions", 5)
        await it.until(lambda: getattr(it.app.screen, "view", None))
        if place == "notes":
            await it.press("escape", "m")
        unsaved = it.app.session.unsaved
        shutil.rmtree(unsaved.folder)
        in_the_way = [unsaved.folder, unsaved._elsewhere]
        for file in in_the_way:
            file.write_text("in the way", encoding="utf-8")
        try:
            await it.press(*"return")
            await it.until(lambda: it.place == "ErrorDialog" and "could not be kept" in it.text)
            if place == "step":
                assert "is kept" not in it.app.keep_typed()
            await it.press("enter")
        finally:
            for file in in_the_way:
                file.unlink()


@pytest.mark.usefixtures("quick")
async def test_an_answer_that_was_given_is_not_offered(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        it.app.open_lesson("basics/functions", 5)
        await it.until(lambda: getattr(it.app.screen, "view", None))
        await it.press(*"return")
        await it.kept_as_typed()
        await it.press("enter")
        await it.until(lambda: it.app.screen.view.finished)
        await it.until(lambda: not it.app.session.unsaved.all())


@pytest.mark.usefixtures("quick")
async def test_an_answer_typed_in_the_placement_survives_an_end(
    open_app: Any, own_course: Locations
) -> None:
    text = own_course.course_file.read_text(encoding="utf-8")
    path = "  - {id: change, title: T, audience: a, starts_with: placement, modules: [basics]}\n"
    own_course.course_file.write_text(text + path, encoding="utf-8")

    async def typed(it: Any) -> str:
        await it.press("enter")
        await it.until(lambda: it.app.screen.asking)
        while it.app.screen.placing.current.kind not in ("predict", "blank"):
            await it.press("f2")
            await it.settle()
            await it.press("enter")
            await it.settle()
        await it.press(*"hello")
        await it.kept_as_typed()
        return str(it.app.screen.placing.current.question)

    async with open_app(own_course, size=WIDE) as it:
        it.app.choose_path("change")
        await it.until(lambda: it.place == "AssessmentScreen" and it.app.screen.placing)
        assert "Begin" in it.text
        asked = await typed(it)
    async with open_app(own_course, size=WIDE) as it:
        await it.until(lambda: it.place == "UnsavedDialog" and "of the placement" in it.text)
        await it.press("enter")
        await it.until(lambda: it.place == "AssessmentScreen" and it.app.screen.asking)
        assert it.app.screen.placing.current.question == asked
        await it.until(lambda: it.app.screen.view)
        assert it.app.screen.view.typed == "hello"
        await it.press("enter")
        await it.until(lambda: it.app.screen.view.finished)
        await it.until(lambda: not it.app.session.unsaved.all())


@pytest.mark.usefixtures("quick")
async def test_a_workspace_that_is_replaced_while_one_types_loses_nothing(
    open_app: Any, small_course: Locations
) -> None:
    folder = small_course.workspace
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        path = screen.file.path
        path.unlink()
        screen.editor.replace_text(MINE)
        await it.until(lambda: path.exists() and path.read_text(encoding="utf-8") == MINE)
        shutil.move(folder, folder.with_name("before"))
        folder.mkdir()
        screen.editor.replace_text(MINE + "a = 1\n")
        await it.until(lambda: path.exists() and "a = 1" in path.read_text(encoding="utf-8"))
        shutil.rmtree(folder)
        folder.write_text("in the way", encoding="utf-8")
        screen.editor.replace_text(MINE + "a = 2\n")
        await it.until(lambda: it.place == "ErrorDialog")
        assert "is a file, but a folder has to be there" in it.app.screen._text.plain
        assert [kept.text for kept in it.app.session.unsaved.all()] == [MINE + "a = 2\n"]
    assert folder.read_text(encoding="utf-8") == "in the way"


async def test_the_whole_reason_and_the_whole_text_are_shown(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        why = f"The file {'a/folder/of/the/workspace/' * 2} was changed elsewhere. The reason ends."
        text = Unsaved(
            place="playground", title="x", file="", text="one\ntwo\nthree\n", base="", why=why
        )
        it.app.push_screen(UnsavedDialog([text], it.app.session.unsaved.drop))
        await it.until(lambda: "one" in it.text)
        assert "ends." in it.text
        assert "three" in it.text
