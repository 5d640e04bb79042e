"""The course's colours: lamp light on a dark quay, ink on warm paper, and one for high contrast.

Colour only ever repeats what a symbol or a word already says.
"""

from __future__ import annotations

from msgspec import Struct
from textual.theme import Theme

DEFAULT = "lantern"


class Colours(Struct, frozen=True):
    """The colours that a theme is made of; `line` is for rules and what is not filled."""

    accent: str
    secondary: str
    success: str
    warning: str
    error: str
    foreground: str
    background: str
    surface: str
    panel: str
    boost: str
    muted: str
    line: str
    cursor: str
    on_cursor: str
    quiet_cursor: str
    hover: str
    dark: bool = True


COLOURS = {
    "lantern": Colours(
        accent="#e8a951",
        secondary="#7fb5a8",
        success="#a3bf7a",
        warning="#e6c15c",
        error="#e2806a",
        foreground="#ece2d0",
        background="#1c1917",
        surface="#25211d",
        panel="#2e2924",
        boost="#ffffff0a",
        muted="#a3978a",
        line="#4a423a",
        cursor="#40362a",
        on_cursor="#fbf3e4",
        quiet_cursor="#2b2621",
        hover="#2e2924",
    ),
    "paper": Colours(
        accent="#9a4a12",
        secondary="#1f6b62",
        success="#43691f",
        warning="#7d5a00",
        error="#a8321f",
        foreground="#2b2520",
        background="#faf5ea",
        surface="#f2ebdc",
        panel="#e9e0cd",
        boost="#0000000a",
        muted="#6b6055",
        line="#cfc3ae",
        cursor="#ecd9b8",
        on_cursor="#221c17",
        quiet_cursor="#efe6d4",
        hover="#efe6d4",
        dark=False,
    ),
    "high-contrast": Colours(
        accent="#ffd700",
        secondary="#00e5ff",
        success="#5dff5d",
        warning="#ffd700",
        error="#ff8a80",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#1a1a1a",
        boost="#ffffff1a",
        muted="#e0e0e0",
        line="#ffffff",
        cursor="#ffd700",
        on_cursor="#000000",
        quiet_cursor="#333333",
        hover="#333333",
    ),
}


def theme_of(name: str, colours: Colours) -> Theme:
    """Textual's theme out of our colours."""
    return Theme(
        name=name,
        primary=colours.accent,
        secondary=colours.secondary,
        accent=colours.accent,
        success=colours.success,
        warning=colours.warning,
        error=colours.error,
        foreground=colours.foreground,
        background=colours.background,
        surface=colours.surface,
        panel=colours.panel,
        boost=colours.boost,
        dark=colours.dark,
        variables=_variables(colours),
    )


def _variables(colours: Colours) -> dict[str, str]:
    """Textual's variables, and our own `$muted` and `$line`, out of a handful of colours."""
    return {
        "muted": colours.muted,
        "line": colours.line,
        "border": colours.accent,
        "border-blurred": colours.line,
        "block-cursor-background": colours.cursor,
        "block-cursor-foreground": colours.on_cursor,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": colours.quiet_cursor,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": colours.hover,
        "footer-background": "transparent",
        "footer-item-background": "transparent",
        "footer-foreground": colours.muted,
        "footer-key-foreground": colours.accent,
        "footer-key-background": "transparent",
        "footer-description-foreground": colours.muted,
        "footer-description-background": "transparent",
        "scrollbar": colours.line,
        "scrollbar-hover": colours.muted,
        "scrollbar-active": colours.accent,
        "scrollbar-background": "transparent",
        "scrollbar-background-hover": "transparent",
        "scrollbar-background-active": "transparent",
        "scrollbar-corner-color": "transparent",
        "link-color": colours.accent,
        "link-style": "underline",
        "input-selection-background": f"{colours.accent} 30%",
        "markdown-h1-color": colours.accent,
        "markdown-h2-color": colours.accent,
        "markdown-h3-color": colours.accent,
    }


THEMES = {name: theme_of(name, colours) for name, colours in COLOURS.items()}
TITLES = {
    "lantern": "Lantern (dark)",
    "paper": "Paper (light)",
    "high-contrast": "High contrast",
}
