"""The editor of a project of several files: a row of their names above the one that is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from textual import events, on
from textual.binding import BindingType
from textual.containers import HorizontalScroll, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import ContentSwitcher, Static

from course.catalogue.package import joined, split
from course.signs import HERE
from course.ui import keys
from course.ui.widgets.editor import CodeEditor
from course.ui.widgets.later import once_drawn

if TYPE_CHECKING:
    from textual.app import ComposeResult


class FileTab(Static):
    """A file's name; a click opens it. Which one is open is told by a mark as well as a colour."""

    @dataclass
    class Chosen(Message):
        """Open this file."""

        name: str

    def __init__(self, name: str) -> None:
        super().__init__(classes="file-tab")
        self.file_name = name

    def show(self, opened: bool) -> None:
        """Mark it as the open one, or not."""
        self.set_class(opened, "-shown")
        self.update(Content(f"{HERE if opened else ' '}{self.file_name}"))

    def on_click(self, event: events.Click) -> None:
        """Like going to it by key."""
        event.stop()
        self.post_message(self.Chosen(self.file_name))


class ProjectEditor(Vertical):
    """One `CodeEditor` a file. `text` is all of them, joined as `catalogue.package` does it.

    It stands in for a `CodeEditor`: what works on the text of one file works on this one's.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.PROJECT]

    def __init__(self, text: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._editors = {name: _editor(name, content) for name, content in split(text).items()}
        self._opened = next(iter(self._editors))

    def compose(self) -> ComposeResult:
        """The names, then the open file."""
        with HorizontalScroll(classes="file-tabs", can_focus=False):
            for name in self._editors:
                yield FileTab(name)
        with ContentSwitcher():
            yield from self._editors.values()

    def on_mount(self) -> None:
        """Open the first file with something in it."""
        self.open(next((name for name, one in self._editors.items() if one.text.strip()), ""))

    @property
    def text(self) -> str:
        """Every file as one text."""
        return joined({name: editor.text for name, editor in self._editors.items()})

    @property
    def opened(self) -> str:
        """The name of the file that is open."""
        return self._opened

    def open(self, name: str) -> None:
        """Show a file; a name that is not there opens the first."""
        self._opened = name if name in self._editors else next(iter(self._editors))
        self.query_one(ContentSwitcher).current = self._editors[self._opened].id
        for tab in self.query(FileTab):
            tab.show(tab.file_name == self._opened)
            if tab.file_name == self._opened:
                tab.scroll_visible(animate=False)

    def focus(self, scroll_visible: bool = True, **_more: object) -> Self:
        """Give the keys to the file that is open."""
        self._editors[self._opened].focus(scroll_visible)
        return self

    def replace_text(self, text: str) -> None:
        """Show another text. Files that are gone from it close, ones that came open a tab."""
        files = split(text)
        for name, content in files.items():
            if name in self._editors:
                self._editors[name].replace_text(content)
            else:
                self._editors[name] = _editor(name, content)
                self.query_one(ContentSwitcher).mount(self._editors[name])
                self.query_one(".file-tabs").mount(FileTab(name))
        for name in [name for name in self._editors if name not in files]:
            self._editors.pop(name).remove()
            for tab in self.query(FileTab):
                if tab.file_name == name:
                    tab.remove()
        once_drawn(self, self.open, self._opened)

    def action_file(self, by: int) -> None:
        """Open the file after this one (`by` is 1) or the one before (-1)."""
        names = list(self._editors)
        self.open(names[(names.index(self._opened) + by) % len(names)])
        self.focus()

    @on(FileTab.Chosen)
    def _chosen(self, event: FileTab.Chosen) -> None:
        event.stop()
        self.open(event.name)
        self.focus()


def _editor(name: str, text: str) -> CodeEditor:
    identity = f"file-{name.encode().hex()}"  # names that look alike are two files
    return CodeEditor(text, id=identity, python=name.endswith(".py"))
