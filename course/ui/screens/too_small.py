"""What is shown while the window is too small for the course."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from course.ui.screens.closes_once import ClosesOnce

LEAST = Size(40, 12)
"""The smallest window that everything fits in, in columns and rows."""


def is_too_small(size: Size) -> bool:
    """Whether a window of that size cannot show the course."""
    return size.width < LEAST.width or size.height < LEAST.height


class TooSmallScreen(ClosesOnce, Screen[None]):
    """Lies over everything and goes away by itself when there is room. `leave` is the app's key."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, leave: str) -> None:
        super().__init__()
        self._leave = leave

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield Static(id="too-small", markup=False)

    def on_mount(self) -> None:
        """Say the size."""
        self._look()

    def on_resize(self, event: events.Resize) -> None:
        """Say the new size, or make way."""
        event.stop()
        self._look()

    def on_screen_resume(self) -> None:
        """It may have been covered while the window grew."""
        self._look()

    def _look(self) -> None:
        size = self.app.size
        if not is_too_small(size):
            self.dismiss()
            return
        self.query_one("#too-small", Static).update(
            f"This window is {size.width}x{size.height}. The course needs at least "
            f"{LEAST.width}x{LEAST.height}; make it larger. {self._leave} leaves."
        )
