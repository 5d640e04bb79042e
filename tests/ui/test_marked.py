"""Marks in the editor: they come when the typing pauses, and go with their lines."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App, ComposeResult

from course.signs import WRONG
from course.ui.settings import Settings
from course.ui.widgets.editor import CodeEditor


class Bare(App[None]):
    """An editor and nothing else."""

    settings = Settings()

    def compose(self) -> ComposeResult:
        yield CodeEditor("total = 1\nprint(totl)\n")


def underlined(editor: CodeEditor) -> list[str]:
    """What is underlined, line by line."""
    found = []
    for row in range(editor.document.line_count):
        line = editor.get_line(row)
        found += [
            line.plain[it.start : it.end] for it in line.spans if "underline" in str(it.style)
        ]
    return found


async def test_marks_come_with_a_pause_and_go_with_their_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("course.ui.widgets.marked.PAUSE", 0.01)
    app = Bare()
    async with app.run_test(size=(80, 24)) as pilot, asyncio.timeout(60):
        editor = app.query_one(CodeEditor)
        editor.focus()

        async def until(words: list[str]) -> None:
            while underlined(editor) != words:
                await pilot.pause()

        await until(["totl"])
        assert editor.get_line(1).plain.endswith(f"{WRONG} 'totl' is not defined")
        assert editor.get_line(0).plain == "total = 1"
        monkeypatch.setattr("course.ui.widgets.marked.PAUSE", 3600)
        await pilot.press("enter")
        assert [it.row for it in editor.marks] == [2]
        await pilot.press("ctrl+z")
        assert [it.row for it in editor.marks] == [1]
        editor.move_cursor((1, 10))
        await pilot.press("x")
        assert editor.marks == ()
        assert editor.text == "total = 1\nprint(totlx)\n"


async def test_nothing_is_marked_where_the_learner_has_switched_it_off() -> None:
    app = Bare()
    app.settings = Settings(mark_errors=False)
    async with app.run_test() as pilot:
        editor = app.query_one(CodeEditor)
        editor.look_soon()
        assert editor._waits is None
        await pilot.press("x")
        assert editor._waits is None
