"""The learner's file under the editor: kept, followed, put back, and never lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from course.locations import Locations
from course.ui.screens.exercise import ExerciseScreen

WIDE = (120, 40)
HEAD = 'def double(n):\n    """Return twice n."""\n'
GOOD = HEAD + "    return n + n\n"
PRINTS = HEAD + "    print(n * 2)\n"


def write_elsewhere(screen: ExerciseScreen, text: str) -> Path:
    """Save the learner's file as another program would."""
    screen.file.path.write_text(text, encoding="utf-8")
    return screen.file.path


@pytest.mark.usefixtures("patient")
async def test_closed_and_reopened_the_code_is_there(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        await it.press("ctrl+end", *"# here")
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        assert screen.editor.text.endswith("# here")


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
        await it.pilot.press("escape", "escape")
        await it.until(lambda: it.place != "ExerciseScreen")
        texts = {file.read_text(encoding="utf-8") for file in path.parent.glob("double*.py")}
        assert {GOOD, PRINTS} <= texts


@pytest.mark.usefixtures("patient")
async def test_without_an_own_editor_the_path_is_told(
    open_app: Any, small_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with open_app(small_course, size=WIDE) as it:
        await it.exercise()
        await it.press("ctrl+o")
        assert "in any editor" in it.text
        assert "double.py" in it.text


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


def an_editor(tmp_path: Path, lines: str) -> str:
    """A program that does this to the file it is given; its command."""
    program = tmp_path / "editor"
    program.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


NO_EDITORS: dict[str, tuple[Callable[[Path], str], str]] = {
    "missing": (lambda _: "there-is-no-such-editor", "there is no program"),
    "not executable": (lambda tmp: str(tmp / "not.txt"), "there is no program"),
    "a folder": (str, "there is no program"),
    "a space without quotes": (lambda tmp: f"{tmp}/my editor/edit", "there is no program"),
    "an odd quote": (lambda _: "vim 'x", "No closing quotation"),
}


@pytest.mark.usefixtures("patient")
@pytest.mark.skipif(os.name == "nt", reason="EDITOR is read as a shell of POSIX reads it")
@pytest.mark.parametrize(("named", "words"), NO_EDITORS.values(), ids=NO_EDITORS)
async def test_an_editor_that_is_none_is_told(
    open_app: Any,
    small_course: Locations,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    named: Callable[[Path], str],
    words: str,
) -> None:
    (tmp_path / "not.txt").write_text("words", encoding="utf-8")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", named(tmp_path))
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(GOOD)
        await it.press("ctrl+o")
        assert it.place == "ErrorDialog"
        said = " ".join(it.text.split())
        assert "EDITOR is" in said
        assert words in said
        await it.press("enter")
        assert it.app.screen is screen
        assert screen.editor.text == GOOD


ODD_EDITORS = {
    "exits with 1": ("exit 1", GOOD),
    "is killed": ("kill -9 $$", GOOD),
    "saves and fails": (f"printf '%s' '{PRINTS}' > \"$1\"; exit 3", PRINTS),
    "deletes the file": ('rm "$1"', GOOD),
}


@pytest.mark.usefixtures("patient")
@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
@pytest.mark.parametrize(("does", "then"), ODD_EDITORS.values(), ids=ODD_EDITORS)
async def test_the_app_stands_as_before_whatever_an_editor_does(
    open_app: Any,
    small_course: Locations,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    does: str,
    then: str,
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", an_editor(tmp_path, does))
    async with open_app(small_course, size=WIDE) as it:
        # The driver of the tests has no terminal to give away; a real one is tried end to end.
        monkeypatch.setattr(it.app, "suspend", nullcontext)
        screen = await it.exercise()
        screen.editor.replace_text(GOOD)
        await it.press("ctrl+o")
        await it.until(lambda: screen.editor.text == then)
        assert it.app.screen is screen
        assert screen.save()
        assert screen.file.path.read_text(encoding="utf-8") == then
