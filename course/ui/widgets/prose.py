"""Markdown as the course shows it, and one line of it inside another widget."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.content import Content
from textual.widgets import Markdown
from textual.widgets._markdown import MarkdownBlock, MarkdownFence

from course.ui.widgets.code import highlighted

_INLINE = re.compile(r"`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*|(?<!\w)\*(?P<em>[^*\s][^*]*)\*")


class Fence(MarkdownFence):
    """A block of code in prose, in the course's colours; Python unless it says otherwise."""

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
    }


def inline(text: str) -> Content:
    """One paragraph's `code`, **bold** and *emphasis* as content; everything else as it is."""
    pieces: list[Content | str | tuple[str, str]] = []
    end = 0
    for found in _INLINE.finditer(text):
        pieces.append(text[end : found.start()])
        kind = found.lastgroup or ""
        style = {"code": "$warning", "strong": "bold", "em": "italic"}[kind]
        pieces.append((found[kind], style))
        end = found.end()
    pieces.append(text[end:])
    return Content.assemble(*pieces)
