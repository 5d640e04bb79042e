"""The app: one session, one home, and the ways between the places.

What is heavy (Markdown, editors, checks) is imported by the screen that needs it, when it is
opened; the first screen needs none of it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, ClassVar

import msgspec
from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.command import Provider
from textual.screen import Screen

from course.errors import CourseError
from course.learner.session import Session
from course.locations import Locations
from course.ui import keys, messages
from course.ui.screens.home import HomeScreen
from course.ui.settings import Settings, read_settings, write_settings
from course.ui.theme import DEFAULT, THEMES

LEAST_WIDTH, LEAST_HEIGHT = 40, 12


def _search_provider() -> type[Provider]:
    from course.ui.palette import CourseProvider

    return CourseProvider


class CourseApp(App[None]):
    """The course in a terminal. `locations` says where everything is read and written.

    Raises `CourseError` where there is no course to open.
    """

    CSS_PATH = "course.tcss"
    TITLE = "course"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_search_provider}
    BINDINGS: ClassVar[list[BindingType]] = [*keys.APP]

    def __init__(self, locations: Locations) -> None:
        super().__init__()
        self.locations = locations
        self.session = Session.open(locations)
        self.notices = list(self.session.notices)
        for theme in THEMES.values():
            self.register_theme(theme)
        self.settings = self._read_settings()
        self.theme = self.settings.theme
        self.set_keymap(self.settings.keys)

    def _read_settings(self) -> Settings:
        try:
            return read_settings(self.locations.settings)
        except CourseError as error:
            self.notices.append(str(error))
            return Settings(theme=DEFAULT)

    def get_default_screen(self) -> Screen[Any]:
        """Home is at the bottom of the stack."""
        return HomeScreen()

    async def on_unmount(self) -> None:
        """Stop what the session started."""
        await self.session.aclose()

    # ------------------------------------------------------------ the ways between places

    @property
    def home(self) -> HomeScreen:
        """The screen at the bottom of the stack."""
        home = self.screen_stack[0]
        assert isinstance(home, HomeScreen)  # noqa: S101 - get_default_screen made it
        return home

    def open_lesson(self, lesson_id: str, step: int | None = None) -> None:
        """Open a lesson above the home screen; a lesson that cannot be read is told in a dialog."""
        try:
            self.session.catalogue.lesson(lesson_id)
        except CourseError as error:
            self.show_error(error)
            return
        from course.ui.screens.lesson import LessonScreen

        self.go_home()
        self.push_screen(LessonScreen(lesson_id, step))

    def open_exercise(self, exercise_id: str) -> None:
        """Open an exercise above the lesson it was opened from."""
        try:
            self.session.catalogue.exercise(exercise_id)
        except CourseError as error:
            self.show_error(error)
            return
        from course.ui.screens.exercise import ExerciseScreen

        if isinstance(self.screen, ExerciseScreen):
            self.pop_screen()
        self.push_screen(ExerciseScreen(exercise_id))

    def go_home(self) -> None:
        """Close everything above the home screen."""
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def go_back(self) -> None:
        """Close the screen on top; the home screen stays."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    def show_error(self, error: Exception) -> None:
        """Tell an error in a dialog, in the error's own words."""
        from course.ui.screens.dialogs import ErrorDialog

        self.push_screen(ErrorDialog.of(error))

    def change_settings(self, **changes: Any) -> None:
        """Change some settings, use them at once and keep them."""
        self.settings = msgspec.structs.replace(self.settings, **changes)
        self.theme = self.settings.theme
        try:
            write_settings(self.locations.settings, self.settings)
        except CourseError as error:
            self.notify(str(error), severity="warning", markup=False)
