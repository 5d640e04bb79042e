"""Markdown as the course shows it, and one line of it inside another widget."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Label, Markdown
from textual.widgets._markdown import MarkdownBlock, MarkdownFence

from course.ui.widgets.code import highlighted
from course.ui.widgets.table import Table

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size

CONTINUED = "    "
"""What a line of code that goes on below begins with, beyond its own indentation."""
_INLINE = re.compile(r"`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*|(?<!\w)\*(?P<em>[^*\s][^*]*)\*")


class CodeLines(Label):
    """Lines of code; one that is too long goes on below, indented further than it began."""

    def __init__(self, code: Content, *, id: str | None = None, classes: str = "") -> None:  # noqa: A002
        super().__init__(code, id=id, classes=classes)

    def render(self) -> Content:
        """The lines as they fit into the width there is."""
        content = self.content
        assert isinstance(content, Content)  # noqa: S101 - as given
        return folded(content, self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The lines and their continuations."""
        content = self.content
        assert isinstance(content, Content)  # noqa: S101 - as given
        return folded(content, width).plain.count("\n") + 1


class Fence(MarkdownFence):
    """A block of code in prose, in the course's colours; Python unless it says otherwise."""

    def compose(self) -> ComposeResult:
        """The code, wrapped as code is."""
        yield CodeLines(self._highlighted_code, id="code-content")

    @classmethod
    def highlight(
        cls,
        code: str,
        language: str,
        ansi: bool = False,  # noqa: ARG003 - Textual's signature
        dark: bool = False,  # noqa: ARG003
    ) -> Content:
        """The code with its colours."""
        return highlighted(code, language or "python")


class Prose(Markdown):
    """Markdown to read, no wider than is comfortable."""

    BLOCKS: ClassVar[dict[str, type[MarkdownBlock]]] = {  # type: ignore[misc]
        **Markdown.BLOCKS,
        "fence": Fence,
        "code_block": Fence,
        "table_open": Table,
    }


def folded(code: Content, width: int) -> Content:
    """Code with lines of at most `width` cells, broken before a comment or at a space."""
    lines: list[Content] = []
    for line in code.split("\n", allow_blank=True):
        indent = len(line.plain) - len(line.plain.lstrip()) + len(CONTINUED)
        while line.cell_length > width > indent + 8:
            space = line.plain.find("  #", indent, width)
            space = space if space > 0 else line.plain.rfind(" ", indent, width + 1)
            cut = space if space > 0 else width
            lines.append(line[:cut].rstrip())
            while line.plain[cut : cut + 1] == " ":
                cut += 1
            line = Content(" " * indent) + line[cut:]
        lines.append(line)
    return Content("\n").join(lines)


def inline(text: str) -> Content:
    """One paragraph's `code`, **bold** and *emphasis* as content; everything else as it is."""
    pieces: list[Content | str | tuple[str, str]] = []
    end = 0
    for match in _INLINE.finditer(text):
        pieces.append(text[end : match.start()])
        kind = match.lastgroup or ""
        style = {"code": "$warning", "strong": "bold", "em": "italic"}[kind]
        pieces.append((match[kind], style))
        end = match.end()
    pieces.append(text[end:])
    return Content.assemble(*pieces)
