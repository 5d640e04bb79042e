"""The editor's own keys: what Backspace takes away."""

from __future__ import annotations

from typing import Any

import pytest
from rich.cells import cell_len
from textual import events
from textual.app import App, ComposeResult

from course.locations import Locations
from course.ui.settings import Settings
from course.ui.widgets.editor import CodeEditor
from tests.ui.conftest import Opened
from tests.ui.submissions import EXERCISE, GOOD, HEAD, WIDE


class Bare(App[None]):
    """An editor and nothing else."""

    def compose(self) -> ComposeResult:
        yield CodeEditor("")


async def test_backspace_goes_to_the_stop_before_it_and_not_four_columns() -> None:
    app = Bare()
    async with app.run_test() as pilot:
        it = Opened(app, pilot)
        editor = app.query_one(CodeEditor)
        editor.focus()
        for before, after in (
            (" " * 8, " " * 4),
            (" " * 6, " " * 4),
            (" " * 5, " " * 4),
            (" " * 4, ""),
            (" " * 3, ""),
            (" " * 2 + "x", " " * 2),
            ("x    ", "x   "),
        ):
            editor.text = before
            editor.move_cursor((0, len(before)))
            await it.press("backspace")
            assert editor.text == after, before


async def test_backspace_takes_a_selection_as_it_is() -> None:
    app = Bare()
    async with app.run_test() as pilot:
        it = Opened(app, pilot)
        editor = app.query_one(CodeEditor)
        editor.focus()
        editor.text = "        x"
        editor.selection = ((0, 6), (0, 7))  # type: ignore[assignment]
        await it.press("backspace")
        assert editor.text == "       x"


# ---------------------------------------------------------------- typing


@pytest.mark.usefixtures("patient")
async def test_the_editor_indents_as_python_editors_do(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        editor = screen.editor
        editor.replace_text("")
        await it.press(*"if n:", "enter", *"x", "enter", "tab", *"y", "enter", "backspace")
        assert editor.text == "if n:\n    x\n        y\n    "
        await it.press(*"return", "enter", *"z", "up", "shift+tab")
        assert editor.text == "if n:\n    x\n        y\nreturn\nz"
        editor.select_all()
        await it.press("tab")
        assert editor.text == "    if n:\n        x\n            y\n    return\n    z"
        await it.press("ctrl+z")
        assert editor.text == "if n:\n    x\n        y\nreturn\nz"


@pytest.mark.usefixtures("patient")
async def test_a_burst_of_keys_is_taken_in_order_and_checked_whole(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(HEAD + "    return n + ")
        screen.editor.move_cursor(screen.editor.document.end)
        for key in ("x", "y", "backspace", "backspace", "n", "f5"):
            it.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await it.until(lambda: screen.results.report)
        assert screen.editor.text == HEAD + "    return n + n"
        assert screen.results.report.passed


@pytest.mark.usefixtures("patient")
async def test_without_the_grammar_the_editor_shows_plain_text(
    open_app: Any, small_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    from course.ui.widgets.code import python_grammar

    python_grammar.cache_clear()
    monkeypatch.setitem(sys.modules, "tree_sitter_python", None)
    try:
        async with open_app(small_course, size=WIDE) as it:
            screen = await it.exercise()
            assert screen.editor.language is None
            assert "def double(n):" in it.text
            screen.editor.replace_text(GOOD)
            await it.check()
            assert it.app.session.is_passed(EXERCISE)
    finally:
        python_grammar.cache_clear()


@pytest.mark.usefixtures("patient")
async def test_with_the_grammar_the_editor_is_highlighted(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        assert screen.editor.language == "python"
        assert screen.editor.is_syntax_aware


# ---------------------------------------------------------------- brackets, quotes, lines


async def test_what_a_key_adds_is_undone_and_done_again_with_it() -> None:
    app = Bare()
    async with app.run_test() as pilot:
        editor = app.query_one(CodeEditor)
        editor.focus()
        await pilot.press(*"print", "(")
        assert (editor.text, editor.cursor_location) == ("print()", (0, 6))
        await pilot.press("ctrl+z")
        assert (editor.text, editor.cursor_location) == ("print", (0, 5))
        await pilot.press("ctrl+y")
        assert (editor.text, editor.cursor_location) == ("print()", (0, 6))
        await pilot.press('"', *"a)", '"', ")")
        assert (editor.text, editor.cursor_location) == ('print("a)")', (0, 11))
        await pilot.press("enter", *"b", "alt+up")
        assert (editor.text, editor.cursor_location) == ('b\nprint("a)")', (0, 1))
        await pilot.press("ctrl+underscore", "alt+down")
        assert editor.text == 'print("a)")\n# b'
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert editor.text == 'print("a)")\nb'
        editor.text = "()"
        editor.move_cursor((0, 1))
        await pilot.press("backspace")
        assert editor.text == ""


async def test_every_aid_can_be_off() -> None:
    app = Bare()
    app.settings = Settings(close_pairs=False, unindent=False)  # type: ignore[attr-defined]
    async with app.run_test() as pilot:
        editor = app.query_one(CodeEditor)
        editor.focus()
        await pilot.press(*"    return (", "backspace", "enter")
        assert editor.text == "    return \n    "


async def test_a_joined_emoji_stays_joined_and_the_cursor_stands_where_it_is_drawn() -> None:
    app = Bare()
    async with app.run_test(size=(40, 5)) as pilot:
        it = Opened(app, pilot)
        editor = app.query_one(CodeEditor)
        editor.focus()
        await it.settle()
        for text in ("👩\u200d💻", "你好", "שלום", "e\u0301", "❤\ufe0f"):
            editor.text = ""
            for character in f'"{text}"':
                editor.post_message(events.Key("key", character))
            await it.settle()
            assert editor.text in (f'"{text}"', f'"{text}""')
            drawn = it.text.split("\n")[0].rstrip()
            assert cell_len(drawn) >= editor.cursor_screen_offset.x
            editor.post_message(events.Key("key", "x"))
            await it.settle()
            assert editor.text == f'"{text}"x'
