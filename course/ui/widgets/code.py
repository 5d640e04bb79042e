"""Python as it looks everywhere in the course: shown, in prose, in the editor."""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from pygments.token import Token  # type: ignore[import-untyped]
from rich.style import Style
from textual.content import Content
from textual.highlight import HighlightTheme, highlight
from textual.widgets import Static
from textual.widgets.text_area import TextAreaTheme

if TYPE_CHECKING:
    from collections.abc import Mapping


_WORDS = "$primary"
_TEXTS = "$success"
_NUMBERS = "$warning"
_NAMES = "$secondary"
_QUIET = "$muted italic"


class CodeColours(HighlightTheme):
    """Few colours: words of the language, texts, numbers, names that come with Python."""

    STYLES: ClassVar[dict[tuple[str, ...], str]] = {  # type: ignore[misc]
        Token.Comment: _QUIET,
        Token.Keyword: _WORDS,
        Token.Keyword.Constant: _NUMBERS,
        Token.Operator.Word: _WORDS,
        Token.Literal.Number: _NUMBERS,
        Token.Literal.String: _TEXTS,
        Token.Literal.String.Interpol: _NAMES,
        Token.Literal.String.Escape: _NAMES,
        Token.Name.Builtin: _NAMES,
        Token.Name.Builtin.Pseudo: "italic",
        Token.Name.Exception: _NAMES,
        Token.Name.Decorator: _NAMES,
        Token.Name.Function: "bold",
        Token.Name.Class: "bold",
        Token.Generic.Inserted: _TEXTS,
        Token.Generic.Deleted: "$error",
        Token.Generic.Heading: "bold",
        Token.Generic.Subheading: "$muted",
    }


EDITOR_COLOURS: dict[str, str] = {
    **dict.fromkeys(
        (
            "keyword",
            "keyword.function",
            "keyword.return",
            "keyword.operator",
            "conditional",
            "repeat",
            "exception",
            "include",
        ),
        "primary",
    ),
    **dict.fromkeys(("string", "string.documentation"), "success"),
    **dict.fromkeys(("number", "float", "boolean", "constant.builtin"), "warning"),
    **dict.fromkeys(
        ("function.builtin", "type.builtin", "attribute", "attribute.builtin", "string.escape"),
        "secondary",
    ),
    "comment": "muted",
}
"""What tree-sitter calls a piece of code, and the theme's colour for it."""


def highlighted(code: str, language: str = "python") -> Content:
    """`code` with the course's colours; nothing in it is read as markup."""
    return highlight(code, language=language, theme=CodeColours)


def code_lines(code: str) -> list[Content]:
    """`code` highlighted as a whole and cut into its lines."""
    return highlighted(code).split("\n", allow_blank=True)


def editor_theme(variables: Mapping[str, str]) -> TextAreaTheme:
    """The editor's colours out of the app's theme `variables`; the rest is in the stylesheet."""
    from textual.color import Color, ColorParseError

    styles: dict[str, Style] = {"function": Style(bold=True), "type.class": Style(bold=True)}
    for name, variable in EDITOR_COLOURS.items():
        try:
            colour = Color.parse(variables[variable]).rich_color
        except (KeyError, ColorParseError):
            continue
        styles[name] = Style(color=colour, italic=True if name == "comment" else None)
    return TextAreaTheme("course", syntax_styles=styles)


@cache
def python_grammar() -> str | None:
    """`python` where its grammar can be loaded, else None: the editor then shows plain text."""
    try:
        importlib.import_module("tree_sitter")
        importlib.import_module("tree_sitter_python")
    except ImportError:
        return None
    return "python"


class CodeView(Static):
    """Code to read: highlighted, selectable with the mouse, never wrapped."""

    def __init__(self, code: str, *, language: str = "python", classes: str = "") -> None:
        super().__init__(highlighted(code.rstrip("\n"), language), classes=classes)
        self.code = code
