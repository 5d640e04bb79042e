"""The code editor: a TextArea that indents like a Python editor and lets Escape through."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument
from textual.widget import Widget
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from course.text import clean_in_place
from course.ui import keys
from course.ui.widgets.code import editor_theme, python_grammar
from course.ui.widgets.document import PlainDocument, PythonDocument

INDENT = " " * 4
LEAVING = ("pass", "break", "continue", "return", "raise")
"""After a line that begins so, the block is over."""


class CodeEditor(TextArea):
    """Python in an editor.

    Enter keeps the indentation and adds to it after a colon, Tab goes to the next stop of four
    spaces (or indents the selected lines), Shift+Tab and Backspace go one stop back. Escape is
    not taken: the screen decides what leaving the editor means. A character that a terminal
    would obey is shown as a sign and stays what it is.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.EDITOR]

    def __init__(self, text: str = "", *, id: str | None = None, python: bool = True) -> None:  # noqa: A002
        super().__init__(
            text,
            language=python_grammar() if python else None,
            soft_wrap=False,
            show_line_numbers=True,
            tab_behavior="indent",
            id=id,
        )
        self.indent_width = 4
        self.cursor_blink = False  # a steady cursor costs an idle machine nothing

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document("", language)  # finds the grammar
        grammar = getattr(self.document, "language", None)
        self.document = PlainDocument(text) if grammar is None else PythonDocument(text, grammar)
        self.wrapped_document = WrappedDocument(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._build_highlight_map()
        self._rewrap_and_refresh_virtual_size()

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn, one character for one."""
        return Text(clean_in_place(self.document.get_line(line_index)), end="", no_wrap=True)

    def on_mount(self) -> None:
        """Take the colours of the app's theme."""
        self._app_theme_changed()

    def _app_theme_changed(self) -> None:
        self.register_theme(editor_theme(self.app.theme_variables))
        if self.theme == "course":
            self._set_theme("course")
            self._line_cache.clear()
            self.refresh()
        else:
            self.theme = "course"

    def replace_text(self, text: str) -> None:
        """Show another text, keeping the place of the cursor and the way back with undo."""
        if text == self.text:
            return
        row, column = self.cursor_location
        self.replace(text, (0, 0), self.document.end)
        self.move_cursor(self.clamp_visitable((row, column)))

    async def _on_key(self, event: events.Key) -> None:
        """Take the keys that mean more in Python; leave the others to TextArea."""
        if event.key == "escape":
            event.prevent_default()
            return
        handled = {
            "enter": self._new_line,
            "tab": self._indent_selection,
            "backspace": self._backspace_to_stop,
        }.get(event.key)
        if handled is not None and not self.read_only and handled():
            event.stop()
            event.prevent_default()
        else:
            await act_in_order(self, event)

    async def _on_paste(self, event: events.Paste) -> None:
        """Terminals end the lines of what is pasted with a carriage return; TextArea takes it."""
        event.text = event.text.replace("\r\n", "\n").replace("\r", "\n")

    def _new_line(self) -> bool:
        start, end = sorted((self.selection.start, self.selection.end))
        before = self.document[start[0]][: start[1]]
        indent = before[: len(before) - len(before.lstrip(" "))]
        words = before.strip()
        if words.split("#", 1)[0].rstrip().endswith(":"):
            indent += INDENT
        elif words.split(" ", 1)[0] in LEAVING and not words.endswith((",", "(", "[", "{", "\\")):
            indent = indent[: -len(INDENT)]
        self._replace_via_keyboard("\n" + indent, start, end)
        return True

    def _indent_selection(self) -> bool:
        """Indent the selected lines; one line is left to TextArea's Tab."""
        if self.selection.start[0] == self.selection.end[0]:
            return False
        self._shift_lines(by=1)
        return True

    def action_top(self) -> None:
        """Go to the beginning of the code."""
        self.move_cursor((0, 0))

    def action_bottom(self) -> None:
        """Go to the end of the code."""
        self.move_cursor(self.document.end)

    def action_dedent(self) -> None:
        """Take one stop of indentation from the line or the selected lines."""
        self._shift_lines(by=-1)

    def _shift_lines(self, by: int) -> None:
        selection = self.selection
        first, last = sorted((selection.start[0], selection.end[0]))
        lines = [self.document[row] for row in range(first, last + 1)]
        shifted = [_shifted(line, by) for line in lines]
        if shifted == lines:
            return
        self.replace("\n".join(shifted), (first, 0), (last, len(lines[-1])))

        def moved(place: tuple[int, int]) -> tuple[int, int]:
            row, column = place
            return row, max(0, column + len(shifted[row - first]) - len(lines[row - first]))

        self.selection = Selection(moved(selection.start), moved(selection.end))

    def _backspace_to_stop(self) -> bool:
        """Within the indentation, delete back to the stop before; elsewhere one character."""
        (row, column), end = self.selection
        before = self.document[row][:column]
        if (row, column) != end or not before or before.strip(" "):
            return False
        stop = (column - 1) // 4 * 4
        self._delete_via_keyboard((row, stop), (row, column))
        return True


async def act_in_order(area: Widget, event: events.Key) -> None:
    """Do what TextArea binds to a key at once, in the order of typing.

    Such a key would otherwise rise to the app first, and letters typed after it overtake it: in
    a burst of keys, Backspace would delete the wrong letter.
    """
    for binding in area._bindings.key_to_bindings.get(event.key, ()):
        if binding.id is None:
            event.stop()
            event.prevent_default()
            await area.app.run_action(binding.action, area)
            return


def _shifted(line: str, by: int) -> str:
    """`line` one stop to the right (`by` is 1) or to the left (-1)."""
    if by > 0:
        return INDENT + line if line.strip() else line
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(4, spaces) :]
