"""Home: continue, the path, what is due, how it goes."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from course.ui.screens.base import CourseScreen


class HomeScreen(CourseScreen):
    """Where the course opens."""

    def compose_place(self) -> ComposeResult:
        """A skeleton."""
        yield Static("home")
