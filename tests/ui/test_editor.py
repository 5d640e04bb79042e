"""The editor's own keys: what Backspace takes away."""

from __future__ import annotations

from textual.app import App, ComposeResult

from course.ui.widgets.editor import CodeEditor


class Bare(App[None]):
    """An editor and nothing else."""

    def compose(self) -> ComposeResult:
        yield CodeEditor("")


async def test_backspace_goes_to_the_stop_before_it_and_not_four_columns() -> None:
    app = Bare()
    async with app.run_test() as pilot:
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
            await pilot.press("backspace")
            assert editor.text == after, before


async def test_backspace_takes_a_selection_as_it_is() -> None:
    app = Bare()
    async with app.run_test() as pilot:
        editor = app.query_one(CodeEditor)
        editor.focus()
        editor.text = "        x"
        editor.selection = ((0, 6), (0, 7))  # type: ignore[assignment]
        await pilot.press("backspace")
        assert editor.text == "       x"
