"""The course's colours: lamp light on a dark quay, ink on warm paper, and one for high contrast.

Colour only ever repeats what a symbol or a word already says.
"""

from __future__ import annotations

from textual.theme import Theme

DONE, HERE, OPEN = "✓", "▸", "○"
"""The symbols of a thing that is done, under way, not begun."""

DEFAULT = "lantern"


def _variables(
    *,
    accent: str,
    muted: str,
    line: str,
    cursor: str,
    on_cursor: str,
    quiet_cursor: str,
    hover: str,
) -> dict[str, str]:
    """Textual's variables, and our own `$muted` and `$line`, out of a handful of colours."""
    return {
        "muted": muted,
        "line": line,
        "border": accent,
        "border-blurred": line,
        "block-cursor-background": cursor,
        "block-cursor-foreground": on_cursor,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": quiet_cursor,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": hover,
        "footer-background": "transparent",
        "footer-item-background": "transparent",
        "footer-foreground": muted,
        "footer-key-foreground": accent,
        "footer-key-background": "transparent",
        "footer-description-foreground": muted,
        "footer-description-background": "transparent",
        "scrollbar": line,
        "scrollbar-hover": muted,
        "scrollbar-active": accent,
        "scrollbar-background": "transparent",
        "scrollbar-background-hover": "transparent",
        "scrollbar-background-active": "transparent",
        "scrollbar-corner-color": "transparent",
        "link-color": accent,
        "link-style": "underline",
        "input-selection-background": f"{accent} 30%",
        "markdown-h1-color": accent,
        "markdown-h2-color": accent,
        "markdown-h3-color": accent,
    }


LANTERN = Theme(
    name="lantern",
    primary="#e8a951",
    secondary="#7fb5a8",
    accent="#e8a951",
    success="#a3bf7a",
    warning="#e6c15c",
    error="#e2806a",
    foreground="#ece2d0",
    background="#1c1917",
    surface="#25211d",
    panel="#2e2924",
    boost="#ffffff0a",
    dark=True,
    variables=_variables(
        accent="#e8a951",
        muted="#a3978a",
        line="#4a423a",
        cursor="#40362a",
        on_cursor="#fbf3e4",
        quiet_cursor="#2b2621",
        hover="#2e2924",
    ),
)

PAPER = Theme(
    name="paper",
    primary="#9a4a12",
    secondary="#1f6b62",
    accent="#9a4a12",
    success="#43691f",
    warning="#7d5a00",
    error="#a8321f",
    foreground="#2b2520",
    background="#faf5ea",
    surface="#f2ebdc",
    panel="#e9e0cd",
    boost="#0000000a",
    dark=False,
    variables=_variables(
        accent="#9a4a12",
        muted="#6b6055",
        line="#cfc3ae",
        cursor="#ecd9b8",
        on_cursor="#221c17",
        quiet_cursor="#efe6d4",
        hover="#efe6d4",
    ),
)

CONTRAST = Theme(
    name="high-contrast",
    primary="#ffd700",
    secondary="#00e5ff",
    accent="#ffd700",
    success="#5dff5d",
    warning="#ffd700",
    error="#ff8a80",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    boost="#ffffff1a",
    dark=True,
    variables=_variables(
        accent="#ffd700",
        muted="#e0e0e0",
        line="#ffffff",
        cursor="#ffd700",
        on_cursor="#000000",
        quiet_cursor="#333333",
        hover="#333333",
    ),
)

THEMES = {theme.name: theme for theme in (LANTERN, PAPER, CONTRAST)}
TITLES = {
    "lantern": "Lantern (dark)",
    "paper": "Paper (light)",
    "high-contrast": "High contrast",
}
