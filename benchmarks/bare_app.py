"""The peer of `startup.py`: a Textual app with a Markdown, a TextArea and a Footer."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Markdown, TextArea


class BareApp(App[None]):
    """The least app that has the three widgets the course is made of."""

    BINDINGS = [("f2", "quit", "Quit")]  # noqa: RUF012 - Textual's own attribute

    def compose(self) -> ComposeResult:
        """All three."""
        yield Markdown("# Welcome\n\nThe bare app is here.")
        yield TextArea("print('hello')\n", language=None)
        yield Footer()


if __name__ == "__main__":
    BareApp().run()
