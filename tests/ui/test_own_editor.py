"""An editor of the learner's own, whatever it does."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from course.locations import Locations
from tests.ui.submissions import GOOD, PRINTS, WIDE


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
    "exits with 1": ("exit 1", GOOD, "ended with the status 1 and has changed nothing"),
    "is killed": ("kill -9 $$", GOOD, "ended with the status -9 and has changed nothing"),
    "saves and fails": (f"printf '%s' '{PRINTS}' > \"$1\"; exit 3", PRINTS, ""),
    "deletes the file": ('rm "$1"', GOOD, ""),
    "is interrupted": ("kill -INT $PPID; kill -QUIT $PPID", GOOD, ""),
}


@pytest.mark.usefixtures("patient")
@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
@pytest.mark.parametrize(("does", "then", "words"), ODD_EDITORS.values(), ids=ODD_EDITORS)
async def test_the_app_stands_as_before_whatever_an_editor_does(
    open_app: Any,
    small_course: Locations,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    does: str,
    then: str,
    words: str,
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    # Found by its name: where the path of a folder breaks, words break too.
    monkeypatch.setenv("EDITOR", Path(an_editor(tmp_path, does)).name)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    async with open_app(small_course, size=WIDE) as it:
        # The driver of the tests has no terminal to give away; a real one is tried end to end.
        monkeypatch.setattr(it.app, "suspend", nullcontext)
        screen = await it.exercise()
        screen.editor.replace_text(GOOD)
        await it.press("ctrl+o")
        if words:
            await it.until(lambda: words in " ".join(it.text.split()))
            await it.press("enter")
        await it.until(lambda: screen.editor.text == then)
        await it.settle()
        assert it.app.screen is screen
        assert not it.app._exit
        assert screen.save()
        assert screen.file.path.read_text(encoding="utf-8") == then
