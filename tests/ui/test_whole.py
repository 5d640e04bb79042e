"""Characters of several code points are one for the cursor, in every field of the app."""

from __future__ import annotations

from typing import Any

import pytest
from rich.cells import cell_len
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input, TextArea

from course.ui.safe_lines import ShowOnly
from course.ui.widgets.editor import CodeEditor
from course.ui.widgets.whole import LineField, PageField, edge
from tests.ui.conftest import Opened
from tests.ui.test_keys import classes

TEXTS = ["👩\u200d💻", "e\u0301", "❤\ufe0f", "日", "ש", "👨\u200d👩\u200d👧", "👍🏽"]


def test_the_edge_of_a_character() -> None:
    text = "a👩\u200d💻b"
    assert [edge(text, it, after=True) for it in range(6)] == [0, 1, 4, 4, 4, 5]
    assert [edge(text, it, after=False) for it in range(6)] == [0, 1, 1, 1, 4, 5]


class Bare(App[None]):
    def __init__(self, kind: Any, value: str) -> None:
        super().__init__()
        self._border = ShowOnly()
        self._made = lambda: kind(value)

    def get_line_filters(self) -> Any:
        return [*super().get_line_filters(), self._border]

    def compose(self) -> ComposeResult:
        self.field = self._made()
        yield self.field


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
@pytest.mark.parametrize("kind", [LineField, PageField, CodeEditor])
async def test_the_cursor_steps_over_it_and_it_is_drawn_and_deleted_whole(
    kind: Any, text: str
) -> None:
    app = Bare(kind, f"x{text}y")
    async with app.run_test(size=(40, 5)) as pilot:
        field = app.field
        it = Opened(app, pilot)  # type: ignore[arg-type]
        field.focus()
        await it.press("end", "left")
        before_y = field.cursor_screen_offset.x
        await it.press("left")
        assert field.cursor_screen_offset.x == before_y - cell_len(text)
        await it.settle()
        assert f"x{text}y" in it.text, ascii(it.text)
        await it.press("right")
        assert field.cursor_screen_offset.x == before_y
        await it.press("backspace")
        assert (field.value if isinstance(field, Input) else field.text).strip() == "xy"
        await it.press("z", "left", "left", "delete")
        assert (field.value if isinstance(field, Input) else field.text).strip() == "zy"


@pytest.mark.parametrize("kind", [LineField, PageField, CodeEditor])
async def test_a_joined_emoji_that_is_typed_stays_joined(kind: Any) -> None:
    app = Bare(kind, "")
    async with app.run_test(size=(40, 5)) as pilot:
        it = Opened(app, pilot)  # type: ignore[arg-type]
        app.field.focus()
        await it.settle()
        for character in TEXTS[0] + "x":
            app.field.post_message(events.Key("key", character))
        await it.settle()
        field = app.field
        assert (field.value if isinstance(field, Input) else field.text) == TEXTS[0] + "x"


async def test_what_stands_in_a_field_can_be_gone_on_with() -> None:
    app = Bare(LineField, "name")
    async with app.run_test() as pilot:
        app.field.focus()
        await pilot.press("s")
        assert app.field.value == "names"


def test_every_field_of_the_app_is_one_of_these() -> None:
    fields = [it for it in classes() if issubclass(it, (Input, TextArea))]
    assert len(fields) > 4
    assert [it for it in fields if not issubclass(it, (LineField, PageField))] == []
