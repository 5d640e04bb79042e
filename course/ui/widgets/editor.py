"""The code editor: a TextArea that indents like a Python editor and lets Escape through."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual._tree_sitter import get_language
from textual.binding import BindingType
from textual.document._document import EditResult
from textual.document._document_navigator import DocumentNavigator
from textual.document._edit import Edit
from textual.document._wrapped_document import WrappedDocument
from textual.widget import Widget
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from course.ui import keys
from course.ui.aids import edits
from course.ui.settings import Settings
from course.ui.widgets.assisted import AssistedArea
from course.ui.widgets.code import editor_theme, python_grammar
from course.ui.widgets.document import PlainDocument, PythonDocument
from course.ui.widgets.whole import JOINERS

if TYPE_CHECKING:
    from tree_sitter import Language, Query


@cache
def _pieces(grammar: Language) -> Query:
    """What gets a colour in Python. To work that out takes longer than to open an editor."""
    import tree_sitter

    return tree_sitter.Query(grammar, TextArea._get_builtin_highlight_query("python"))


class CodeEditor(AssistedArea):
    """Python in an editor.

    Enter keeps the indentation and adds to it after a colon, Tab goes to the next stop of four
    spaces (or indents the selected lines), Shift+Tab and Backspace go one stop back; brackets and
    quotes close themselves (`course.ui.aids.edits` decides). Escape is not taken: the screen
    decides what leaving the editor means. A character that a terminal would obey is shown as a
    sign and stays what it is.
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
        self.is_python = python
        self.indent_width = edits.STOP
        self.cursor_blink = False  # a steady cursor costs an idle machine nothing

    def _set_document(self, text: str, language: str | None) -> None:
        grammar = get_language(language) if language else None
        self._highlight_query = grammar and _pieces(grammar)
        self.document = PythonDocument(text, grammar) if grammar else PlainDocument(text)
        self.wrapped_document = WrappedDocument(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._build_highlight_map()
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()

    def on_mount(self) -> None:
        """Take the colours of the app's theme, and look at the code that is there."""
        self._app_theme_changed()
        self.look_soon()

    def _app_theme_changed(self) -> None:
        self.register_theme(editor_theme(self.app.theme_variables))
        self.mark_colour_changed()
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
        self.offer_nothing()

    async def _on_key(self, event: events.Key) -> None:
        """Take the keys that mean more in Python; leave the others to TextArea."""
        if self.take_key(event):
            event.stop()
            event.prevent_default()
            return
        if event.key == "escape":
            event.prevent_default()
            return
        if event.character in JOINERS:
            return
        if not self.read_only and self._do(self._meant(event)):
            event.stop()
            event.prevent_default()
        else:
            await act_in_order(self, event)

    async def _on_paste(self, event: events.Paste) -> None:
        """Terminals end the lines of what is pasted with a carriage return; TextArea takes it."""
        event.text = event.text.replace("\r\n", "\n").replace("\r", "\n")

    # ------------------------------------------------------------ what helps while one types

    @property
    def settings(self) -> Settings:
        """The learner's; the usual ones where an editor is in no course."""
        return getattr(self.app, "settings", None) or Settings()

    @property
    def marks_errors(self) -> bool:
        """Unless it is no Python, or the learner has switched it off."""
        return self.is_python and not self.read_only and self.settings.mark_errors

    @property
    def completes(self) -> bool:
        """Only Python, and not in the first module."""
        return self.is_python and not self.read_only and super().completes

    def _meant(self, event: events.Key) -> edits.KeyEdit | None:
        """What a key does beyond itself; None leaves it to TextArea."""
        lines, (anchor, cursor) = self.document.lines, self.selection
        settings = self.settings
        if event.key == "enter":
            return edits.new_line(lines, anchor, cursor, unindents=settings.unindent)
        if event.key == "tab" and anchor[0] != cursor[0]:
            return edits.shift(lines, anchor, cursor, by=1)
        if event.key == "backspace" and anchor == cursor:
            return edits.backspace(lines, cursor, pairs=settings.close_pairs)
        if event.is_printable and event.character and self.is_python and settings.close_pairs:
            return edits.typed(lines, anchor, cursor, event.character)
        return None

    def _do(self, meant: edits.KeyEdit | None) -> bool:
        """Do it, as one step for undo; False where there is nothing to do."""
        if meant is None:
            return False
        if meant.text or meant.start != meant.end:
            self.history.checkpoint()
            self.edit(_Placed(meant))
            self.history.checkpoint()
        else:
            self.move_cursor(meant.cursor)
        return True

    def action_comment(self) -> None:
        """Make the selected lines comments, or code again."""
        self._do(edits.comment(self.document.lines, *self.selection))

    def action_move_lines(self, by: int) -> None:
        """Let the selected lines change places with the one above (-1) or below (1)."""
        self._do(edits.move(self.document.lines, *self.selection, by))

    def action_dedent(self) -> None:
        """Take one stop of indentation from the line or the selected lines."""
        self._do(edits.shift(self.document.lines, *self.selection, by=-1))

    def action_top(self) -> None:
        """Go to the beginning of the code."""
        self.move_cursor((0, 0))

    def action_bottom(self) -> None:
        """Go to the end of the code."""
        self.move_cursor(self.document.end)


class _Placed(Edit):
    """An edit that leaves the cursor where it is told to, also when it is done again."""

    def __init__(self, meant: edits.KeyEdit) -> None:
        super().__init__(meant.text, meant.start, meant.end, maintain_selection_offset=False)
        self._place = Selection(meant.anchor, meant.cursor)

    def do(self, text_area: TextArea, record_selection: bool = True) -> EditResult:
        """Put the text there."""
        done = super().do(text_area, record_selection)
        self._updated_selection = self._place
        return done


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
