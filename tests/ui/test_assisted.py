"""Names offered in the editor: shown when the typing pauses, taken by Tab, in nobody's way."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App, ComposeResult

from course.ui.settings import Settings
from course.ui.widgets.assisted import AidBox
from course.ui.widgets.editor import CodeEditor


class Bare(App[None]):
    """An editor and nothing else."""

    settings = Settings()

    def compose(self) -> ComposeResult:
        yield CodeEditor("")


def names(editor: CodeEditor) -> list[str]:
    """What is offered."""
    return [it.name for it in editor.offers.offers] if editor.offers else []


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.ui.widgets.assisted.PAUSE", 0.01)


async def test_names_are_offered_and_taken_and_are_in_nobodys_way() -> None:
    app = Bare()
    async with app.run_test(size=(80, 24)) as pilot, asyncio.timeout(120):
        editor = app.query_one(CodeEditor)
        editor.focus()

        async def offered(*first: str) -> None:
            while tuple(names(editor)[: len(first)]) != first:
                await pilot.pause()

        await pilot.press(*"pri")
        await offered("print")
        assert app.query_one(AidBox).display
        await pilot.press("tab")
        assert (editor.text, names(editor)) == ("print", [])
        await pilot.press("ctrl+z")
        assert editor.text == "pri"
        await pilot.press("backspace", "i")
        await offered("print")
        await pilot.press("enter")  # nothing was chosen: it is a new line
        assert editor.text == "pri\n"
        await pilot.press(*"''.up")
        await offered("upper")
        await pilot.press("escape")
        assert names(editor) == []
        assert not app.query_one(AidBox).display
        await pilot.press("backspace", "p", "backspace", "backspace")
        await offered("capitalize", "casefold", "center")
        await pilot.press("down", "enter", "(")
        assert editor.text == "pri\n''.casefold()"
        while editor.call is None:
            await pilot.pause()
        assert editor.call.use.startswith("casefold(")


async def test_nothing_is_offered_where_that_is_switched_off() -> None:
    app = Bare()
    app.settings = Settings(completion=False, signatures=False)
    async with app.run_test() as pilot, asyncio.timeout(120):
        editor = app.query_one(CodeEditor)
        editor.focus()
        await pilot.press(*"pri")
        assert editor._help_timer is None
        await pilot.press("ctrl+@")  # asked for, it is there
        while names(editor)[:1] != ["print"]:
            await pilot.pause()


async def test_what_comes_from_elsewhere_is_read_without_a_list_over_it() -> None:
    app = Bare()
    async with app.run_test(size=(80, 24)) as pilot, asyncio.timeout(120):
        editor = app.query_one(CodeEditor)
        editor.focus()
        await pilot.press(*"pri")
        while not editor.offers:
            await pilot.pause()
        editor.replace_text("impo")
        assert (names(editor), editor._help_timer) == ([], None)
        await pilot.press("end", "r")
        while names(editor)[:1] != ["import"]:
            await pilot.pause()
