"""What others wrote is shown in the app and never obeyed; a file in the editor stays what it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Markdown, Static, TextArea

from course.locations import Locations
from course.ui.app import CourseApp
from tests.hostile_words import HOSTILE, assert_shown, make_hostile

ODD = "a = 'x\x0cy'\x1c\n\x1b[2J = '\u202eq\u2028'\n\x85\x00\x7fé\rb\n\x0b"


def drawn(app: CourseApp) -> str:
    """All that the screen on top writes to the terminal, without the positions."""
    lines = app.screen._compositor.render_strips()
    assert all(line.cell_length == app.size.width for line in lines), "lines keep their width"
    return "\n".join(line.render(app.console) for line in lines)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_screen_obeys_what_authors_wrote(
    own_course: Locations, open_app: Any, size: tuple[int, int]
) -> None:
    make_hostile(own_course.content)
    own = own_course.workspace / "basics" / "double.py"
    own.parent.mkdir(parents=True)
    own.write_text(f"# {HOSTILE}\ndef double(n):\n    return {HOSTILE!r}\n", encoding="utf-8")
    async with open_app(own_course, size=size) as it:
        assert_shown(drawn(it.app))
        it.app.session.note("basics/functions", HOSTILE)
        for step in range(len(it.app.session.catalogue.lesson("basics/functions").steps)):
            it.app.open_lesson("basics/functions", step)
            await it.settle()
            assert_shown(drawn(it.app))
        await it.exercise()
        assert_shown(drawn(it.app))
        await it.check()
        assert_shown(drawn(it.app))
        it.app.notify(HOSTILE, title=HOSTILE, markup=False)
        await it.settle()
        assert_shown(drawn(it.app))
        for action in ("progress", "skills", "playground", "choose_path", "help"):
            await it.app.run_action(f"app.{action}")
            await it.settle()
            assert_shown(drawn(it.app))


async def test_no_widget_obeys_what_it_is_given(small_course: Locations, open_app: Any) -> None:
    linked = f"[words](http://example.com/{HOSTILE}) &#x202e; &#x9b;8m `{HOSTILE}`"
    async with open_app(small_course) as it:
        for widget in (
            Static(HOSTILE, markup=False),
            Markdown(f"# {HOSTILE}\n\n{linked}\n\n```python\n'{HOSTILE}'\n```\n"),
            TextArea(HOSTILE),
        ):
            widget.border_title = HOSTILE.replace("[", "\\[")
            widget.styles.border = ("round", "red")
            await it.app.screen.mount(widget, before=0)
            await it.settle()
            assert_shown(drawn(it.app))
            assert "\\x1b" in it.text or "x1b" in drawn(it.app)


async def test_a_file_with_control_characters_is_shown_and_stays_as_it_is(
    small_course: Locations, open_app: Any
) -> None:
    own = small_course.workspace / "basics" / "double.py"
    own.parent.mkdir(parents=True)
    own.write_text(ODD, encoding="utf-8", newline="")
    before = own.read_text(encoding="utf-8")  # as Python reads it: a lone \r ends a line
    async with open_app(small_course, size=(120, 40)) as it:
        screen = await it.exercise()
        assert screen.editor.text == before
        assert_shown(drawn(it.app))
        assert "␛[2J = '␦q␦'" in it.text
        assert "'x␌y'" in it.text
        screen.editor.move_cursor((0, 0))
        await it.press("#")
        assert screen.editor.text == "#" + before
        await it.check()
    assert own.read_text(encoding="utf-8") == "#" + before


@pytest.mark.parametrize(
    "text", ["", "a", "a\n", "a\r\nb\r\n", "a\r\nb\n", "a\rb", "a\r", "\x0c", "\u2028\n", ODD]
)
async def test_a_document_is_kept_to_the_character(
    small_course: Locations, open_app: Any, text: str
) -> None:
    from course.ui.widgets.editor import CodeEditor

    async with open_app(small_course) as it:
        editor = CodeEditor(text)
        await it.app.screen.mount(editor)
        assert editor.text == text
        editor.replace_text("x = 1\n")
        editor.undo()
        assert editor.text == text.replace("\r\n", editor.document.newline)


async def test_a_crash_is_told_in_words_that_are_shown(small_course: Locations) -> None:
    from course.errors import CourseError
    from course.ui.crash import farewell, write_down

    error = CourseError(HOSTILE)
    log = write_down(error, small_course)
    assert isinstance(log, Path)
    assert_shown(log.read_text(encoding="utf-8"))
    assert_shown(farewell(error, log).plain)
