"""The app on one recording, of a program that is none of the course's: leaving it ends the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.ui.app import CourseApp
from course.ui.screens.time_travel import TimeTravelScreen

if TYPE_CHECKING:
    from course.locations import Locations
    from course.tracing.trace import Trace


class SteppingApp(CourseApp):
    """Opens time travel on a recording, with the settings and the keys of the course."""

    def __init__(self, locations: Locations, name: str, trace: Trace) -> None:
        super().__init__(locations)
        self._screen = TimeTravelScreen(name, trace)

    def ready(self) -> None:
        """Open it; nothing of the course is offered."""
        if self.screen is self.home:
            self.push_screen(self._screen)

    def go_back(self) -> None:
        """Out of the recording is out of the app."""
        super().go_back()
        if self.screen is self.home:
            self.exit()

    def go_home(self) -> None:
        """There is nothing to go home to."""
        self.exit()
