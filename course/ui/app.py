"""The app: one session, one home, and the ways between the places.

What is heavy (Markdown, editors, checks) is imported by the screen that needs it, when it is
opened; the first screen needs none of it. It is longer than other files, as every way between
places is in it and each is short.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec
from rich.text import Text
from textual import events, on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.filter import LineFilter
from textual.screen import Screen

from course.errors import CourseError, WorkspaceError
from course.learner.session import Session
from course.locations import Locations
from course.ui import ending, keys, messages, tab
from course.ui.crash import write_down
from course.ui.host import Host, OpenedBy
from course.ui.safe_lines import ShowOnly
from course.ui.screens.autosave import SavingScreen
from course.ui.screens.base import CourseScreen, is_dialog, makes_way
from course.ui.screens.home import HomeScreen
from course.ui.screens.too_small import TooSmallScreen, is_too_small
from course.ui.settings import Settings, read_settings, write_settings
from course.ui.theme import DEFAULT, THEMES

if TYPE_CHECKING:
    from course.ui.language_server import LanguageServer


class CourseApp(Host):
    """The course in a terminal. `locations` says where everything is read and written.

    The session is opened here unless it is given; the app closes it. Raises `CourseError` where
    progress cannot be kept or there is no course to open. `first` is an action to begin with, such
    as `assess`.
    """

    CSS_PATH = "app.tcss"
    TITLE = "course"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [*keys.APP]

    def __init__(
        self, locations: Locations, session: Session | None = None, first: str = ""
    ) -> None:
        super().__init__()
        self._border = ShowOnly()
        self.locations = locations
        self.first = first
        self.session = session or Session.open(locations)
        self.title = self.session.catalogue.title
        self.notices = list(self.session.notices)
        for theme in THEMES.values():
            self.register_theme(theme)
        self.settings = self._read_settings()
        # Set without a watcher: the styles are read once, with these colours.
        self.set_reactive(App.theme, self.settings.theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_keymap(self._keymap_here())

    def _read_settings(self) -> Settings:
        try:
            return read_settings(self.locations.settings)
        except CourseError as error:
            self.notices.append(str(error))
            return Settings(theme=DEFAULT)

    def _keymap_here(self) -> dict[str, str]:
        """The keys that are not where they are in the table."""
        if not tab.is_served():
            return self.settings.keys
        moved, lost = keys.in_a_browser(self.settings.keys)
        self.notices += [
            f"Your settings move `{name}` to {self.settings.keys[name]}, which the browser keeps "
            "for itself. Here it has its usual key."
            for name in lost
        ]
        return moved

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is drawn passes these, the border to the terminal last."""
        return [*super().get_line_filters(), self._border]

    def base_screen(self) -> Screen[None]:
        """Home is at the bottom of the stack."""
        return HomeScreen()

    def mishap_screen(self, error: Exception, kept: str, log: Path | None) -> Screen[None]:
        """What is told at Home of a place that failed."""
        from course.ui.screens.dialogs import MishapDialog

        return MishapDialog.of_mishap(error, kept, log)

    def after_mishap(self, _: object = None) -> None:
        """Offer what was typed where the place failed, and belongs to no file."""
        self._offer_unsaved()

    def on_mount(self) -> None:
        """Signals that end programs end this one as its key does."""
        ending.listen(self)

    @cached_property
    def language_server(self) -> LanguageServer | None:
        """The one that editors ask, where it is installed; it starts when it is first asked."""
        from course.ui.language_server import LanguageServer, server_command

        command = server_command()
        return LanguageServer(command, self.locations.cache / "ty") if command else None

    async def on_unmount(self) -> None:
        """Stop what the session and the editors started."""
        if server := self.__dict__.get("language_server"):
            await server.close()
        await self.session.aclose()

    # ------------------------------------------------------------ what is typed

    def save_typed(self) -> list[str]:
        """Save what is typed in every open screen; in words, what is not where it belongs.

        For whoever has to expect that the app ends at any moment. Asks nothing, raises nothing.
        """
        words = []
        for stack in self._screen_stacks.values():
            for screen in stack:
                if isinstance(screen, SavingScreen) and screen.is_mounted:
                    try:
                        words.append(screen.save_typed())
                    except Exception as error:  # the border: one screen takes no other along
                        write_down(error, self.locations)
        return [notice for notice in words if notice]

    def keep_typed(self) -> str:
        """Save what is typed in every open screen; in words, where it is now."""
        if trouble := self.save_typed():
            return "\n\n".join(trouble)
        typed = [it for it in self.screen_stack if isinstance(it, SavingScreen) and it.is_typed_in]
        drafts = [screen.draft() for screen in typed]
        return "\n".join(f"What you typed is kept in {it.file or it.title}." for it in drafts)

    def tell_later(self, words: str) -> None:
        """Tell something of a screen that is closing: in a dialog, at the end in the terminal."""
        if self.is_running:
            self.call_later(self.show_error, WorkspaceError(words))
        else:
            self._exit_renderables.append(Text(words))

    # ------------------------------------------------------------ the ways between places

    @property
    def home(self) -> HomeScreen:
        """The screen at the bottom of the stack."""
        home = self.screen_stack[0]
        assert isinstance(home, HomeScreen)  # noqa: S101 - base_screen made it
        return home

    def open_lesson(self, lesson_id: str, step: int | None = None, by: OpenedBy = "") -> None:
        """Open a lesson above where the learner is, in the place of one that is open.

        What stands above the open one closes as well; a hint leaves all but dialogs, so that Esc
        leads back there. A lesson that cannot be read is told in a dialog.
        """
        try:
            self.session.catalogue.lesson(lesson_id)
        except CourseError as error:
            self.show_error(error)
            return
        from course.ui.screens.lesson import LessonScreen

        while is_dialog(self.screen) or (by != "hint" and any(map(makes_way, self.screen_stack))):
            self.pop_screen()
        self.push_screen(LessonScreen(lesson_id, step, looking_up=bool(by)))

    def open_exercise(self, exercise_id: str) -> None:
        """Open an exercise above the lesson it was opened from."""
        try:
            exercise = self.session.catalogue.exercise(exercise_id)
            self.session.load(exercise)
        except CourseError as error:
            self.show_error(error)
            return
        from course.ui.screens.exercise import ExerciseScreen
        from course.ui.screens.repository import RepositoryScreen

        if isinstance(self.screen, ExerciseScreen):
            self.pop_screen()
        works_in = ExerciseScreen if exercise.start is None else RepositoryScreen
        self.push_screen(works_in(exercise_id))

    async def open_review(self, first: str) -> None:
        """Review what is due, beginning with the item `first`."""
        await self.home.review(first)

    def open_playground(self, source: str | None = None) -> None:
        """Open the playground, or come back to it; `source` takes the place of its program."""
        from course.ui.screens.playground import PlaygroundScreen

        if any(isinstance(screen, PlaygroundScreen) for screen in self.screen_stack):
            while not isinstance(self.screen, PlaygroundScreen):
                self.pop_screen()
            if source is not None:
                self.screen.take(source)
            return
        try:
            self.session.open_playground().load()
        except CourseError as error:
            self.show_error(error)
            return
        self.push_screen(PlaygroundScreen(source))

    def go_home(self) -> None:
        """Close everything above the home screen."""
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def go_back(self) -> None:
        """Close the screen on top; the home screen stays."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    def show_module(self, module_id: str) -> None:
        """Go home and show a module there."""
        self.go_home()
        self.home.show_module(module_id)

    def show_error(self, error: Exception) -> None:
        """Tell an error in a dialog, in the error's own words; ask for what is not allowed."""
        from course.learner.consent import NotAllowed
        from course.ui.screens.dialogs import ErrorDialog

        if isinstance(error, NotAllowed):
            from course.ui.screens import consent

            consent.ask(self)
        else:
            self.push_screen(ErrorDialog.of(error))

    def change_settings(self, **changes: Any) -> None:
        """Change some settings, use them at once and keep them."""
        self.settings = msgspec.structs.replace(self.settings, **changes)
        self.theme = self.settings.theme
        try:
            write_settings(self.locations.settings, self.settings)
        except CourseError as error:
            self.notify(str(error), severity="warning", markup=False)

    def ready(self) -> None:
        """The first screen is drawn and takes keys: offer what a first start offers."""
        if not gc.isenabled():  # the command line put it off until here
            gc.freeze()
            gc.enable()
        if self.has_recovered:
            return
        if self.first:
            first, self.first = self.first, ""
            self.call_later(self.run_action, f"app.{first}")
            return
        if self.home.came_from:  # each place takes up what was typed in it
            return
        self.run_worker(self.session.tidy, thread=True, group="tidy", exit_on_error=False)
        self._offer_unsaved()
        is_first_start = not (self.session.path() or self.session.progress().days)
        has_choice = len(self.session.catalogue.paths) > 1
        if is_first_start and has_choice and self.screen is self.home:
            self.action_choose_path()

    def _offer_unsaved(self) -> None:
        if self.screen is self.home and (texts := self.session.unsaved.all()):
            from course.ui.screens.unsaved import offer

            offer(self, texts)

    def choose_path(self, path_id: str, modules: tuple[str, ...] | None = None) -> None:
        """Take a learning path and go home to it; one that begins with a placement offers that."""
        try:
            self.session.choose_path(path_id, modules)
        except CourseError as error:
            self.show_error(error)
            return
        self.go_home()
        self.home.refresh_progress()
        path = self.session.path()
        if path and path.starts_with == "placement" and self.session.decision("placement") is None:
            self.action_assess()

    # ------------------------------------------------------------ keys

    def action_command_palette(self) -> None:
        """Open the palette, saying what it finds."""
        if isinstance(self.screen, (TooSmallScreen, CommandPalette)):
            return
        from course.ui.palette import CoursePalette

        self.push_screen(CoursePalette())

    def action_help(self) -> None:
        """Help for the screen on top; on the help screen itself, leave it."""
        from course.ui.screens.help import HelpScreen, keys_of

        if isinstance(self.screen, HelpScreen):
            self.pop_screen()
        elif not isinstance(self.screen, (TooSmallScreen, CommandPalette)):
            self.push_screen(HelpScreen(self.screen.title or "", *keys_of(self.screen)))

    def action_look_up(self) -> None:
        """Look up the name under the cursor, or one that is typed."""
        from course.ui.screens.lookup import LookupDialog

        if not isinstance(self.screen, (TooSmallScreen, CommandPalette)):
            self.push_screen(LookupDialog.over(self))

    def action_go_on(self) -> None:
        """Open the lesson where the learner left off."""
        place = self.session.here()
        self.open_lesson(place.lesson, place.step)

    def action_progress(self) -> None:
        """Open Progress."""
        from course.ui.screens.progress import ProgressScreen

        self._open_once(ProgressScreen)

    def action_export_progress(self) -> None:
        """Write everything the learner did to a file in their workspace, and say where."""
        from course.learner.transfer import write_export

        folder, today = self.locations.workspace, self.session.today()
        try:
            file = write_export(self.session.store, folder, today)
        except CourseError as error:
            self.show_error(error)
        else:
            self.notify(f"Your progress is in {file}", timeout=10, markup=False)

    def action_playground(self) -> None:
        """Open the playground."""
        self.open_playground()

    def action_settings(self) -> None:
        """Open Settings."""
        from course.ui.screens.settings import SettingsScreen

        self._open_once(SettingsScreen)

    def action_skills(self) -> None:
        """Open Skills."""
        from course.ui.screens.skills import SkillsScreen

        self._open_once(SkillsScreen)

    def action_report(self) -> None:
        """Write a report of what was done into the learner's folder."""
        from course.ui.screens.report import write_report

        write_report(self)

    def action_portfolio(self) -> None:
        """Write the projects as a git repository."""
        from course.ui.screens.portfolio import offer_portfolio

        offer_portfolio(self)

    def action_assess(self) -> None:
        """Begin the placement, or go on with it."""
        from course.ui.screens.assessment import AssessmentScreen

        self._open_once(AssessmentScreen)

    def action_exam(self) -> None:
        """Begin an exam, or go on with it."""
        from course.ui.screens.exam import ExamScreen

        self._open_once(ExamScreen)

    def action_shift(self) -> None:
        """Open the working days."""
        from course.ui.screens.shifts import ShiftsScreen

        self._open_once(ShiftsScreen)

    def action_choose_path(self) -> None:
        """Choose a learning path."""
        from course.ui.screens.path_choice import PathChoiceScreen

        self._open_once(PathChoiceScreen)

    def _open_once(self, kind: type[CourseScreen]) -> None:
        if not isinstance(self.screen, kind):
            self.push_screen(kind())

    @property
    def key_to_leave(self) -> str:
        """The key that leaves the course from everywhere, as it is written."""
        bindings = (active.binding for active in self.screen.active_bindings.values())
        return next((self.get_key_display(it) for it in bindings if it.id == "quit"), "")

    def action_help_quit(self) -> None:
        """Ctrl+C, with nothing marked to be copied: what leaves the course."""
        self.clear_notifications()
        self.notify(f"{self.key_to_leave} leaves the course; your place is kept.", markup=False)

    def get_key_display(self, binding: Binding) -> str:
        """Keys as they stand on a keyboard: `F1`, `Esc`, `Ctrl+P`."""
        *modifiers, key = binding.key.split("+")
        key = key.upper() if modifiers and len(key) == 1 else keys.written(key)
        return "+".join([*(name.capitalize() for name in modifiers), key])

    # ------------------------------------------------------------ messages from below

    @on(messages.OpenLesson)
    def _on_open_lesson(self, message: messages.OpenLesson) -> None:
        self.open_lesson(message.lesson_id, message.step)

    @on(messages.OpenExercise)
    def _on_open_exercise(self, message: messages.OpenExercise) -> None:
        self.open_exercise(message.exercise_id)

    @on(messages.GoHome)
    def _on_go_home(self) -> None:
        self.go_home()

    @on(messages.ErrorRaised)
    def _on_error_raised(self, message: messages.ErrorRaised) -> None:
        self.show_error(message.error)

    # ------------------------------------------------------------ the window

    def on_resize(self, event: events.Resize) -> None:
        """Too small a window is covered by what it needs; that screen makes way by itself."""
        if is_too_small(event.size) and not isinstance(self.screen, TooSmallScreen):
            self.push_screen(TooSmallScreen(self.key_to_leave))
