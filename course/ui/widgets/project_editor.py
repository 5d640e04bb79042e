"""The editor of a project of several files: a row of their names above the one that is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from textual import on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import ContentSwitcher, Static

from course.catalogue.package import joined, split
from course.signs import HERE
from course.ui import keys
from course.ui.widgets.editor import CodeEditor
from course.ui.widgets.later import once_drawn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult


NO_BREAK = "\N{NO-BREAK SPACE}"


class FileTabs(Static):
    """The files' names, in as many lines as they need; a click opens one.

    Which one is open is told by a mark as well as a colour.
    """

    @dataclass
    class Chosen(Message):
        """Open this file."""

        name: str

    def show(self, names: Iterable[str], opened: str) -> None:
        """Name the files, and mark the one that is open."""
        shown = []
        for name in names:
            is_open = name == opened
            style = "bold $foreground" if is_open else "$muted"
            tab = Content.styled(f"{HERE if is_open else NO_BREAK}{name}", style)
            shown.append(tab.stylize(Style.from_meta({"@click": f"chosen({name!r})"})))
        self.update(Content(" ").join(shown))

    def action_chosen(self, name: str) -> None:
        """Like going to it by key."""
        self.post_message(self.Chosen(name))


class ProjectEditor(Vertical):
    """One `CodeEditor` a file. `text` is all of them, joined as `catalogue.package` does it.

    It stands in for a `CodeEditor`: what works on the text of one file works on this one's.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.PROJECT]

    def __init__(self, text: str, first: str = "", *, id: str | None = None) -> None:  # noqa: A002
        """`first` is the name of the file to begin with."""
        super().__init__(id=id)
        self._first = first
        self._editors = {name: _editor(name, content) for name, content in split(text).items()}
        self._opened = next(iter(self._editors))

    def compose(self) -> ComposeResult:
        """The names, then the open file."""
        yield FileTabs(classes="file-tabs")
        with ContentSwitcher():
            yield from self._editors.values()

    def on_mount(self) -> None:
        """Open the file to begin with, else the first with something in it."""
        first = (name for name, one in self._editors.items() if one.text.strip())
        self.open(self._first if self._first in self._editors else next(first, ""))

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
        self.query_one(FileTabs).show(self._editors, self._opened)

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
        for name in [name for name in self._editors if name not in files]:
            self._editors.pop(name).remove()
        once_drawn(self, self.open, self._opened)

    def action_file(self, by: int) -> None:
        """Open the file after this one (`by` is 1) or the one before (-1)."""
        names = list(self._editors)
        self.open(names[(names.index(self._opened) + by) % len(names)])
        self.focus()

    @on(FileTabs.Chosen)
    def _chosen(self, event: FileTabs.Chosen) -> None:
        event.stop()
        self.open(event.name)
        self.focus()


def _editor(name: str, text: str) -> CodeEditor:
    identity = f"file-{name.encode().hex()}"  # names that look alike are two files
    return CodeEditor(text, id=identity, python=name.endswith(".py"))
