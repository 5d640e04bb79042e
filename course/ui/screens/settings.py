"""Settings: the colours, what helps while one types, and where the file is."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from course.signs import DONE, OPEN
from course.ui import styles
from course.ui.screens.base import CourseScreen
from course.ui.settings import SWITCHES
from course.ui.theme import TITLES
from course.ui.widgets.picker import Picker


class SettingsScreen(CourseScreen):
    """One list: move with the arrows, change with Enter; a change is kept at once."""

    CSS_PATH = styles.PAGES
    AUTO_FOCUS = "Picker"

    @property
    def place_name(self) -> str:
        """There is one."""
        return "settings"

    def compose_place(self) -> ComposeResult:
        """The list, and where the file is."""
        with VerticalScroll(classes="page", can_focus=False):
            yield Static("Colours", classes="page-title", markup=False)
            yield Picker(id="settings-list", compact=True, markup=False)
            yield Static("More", classes="page-title", markup=False)
            yield Static(
                f"These settings are in {self.course.locations.settings}. "
                "There you can also give keys other places; F1 shows the name of each key.",
                classes="page-block",
                markup=False,
            )

    def on_mount(self) -> None:
        """Show what is set."""
        self.title = "Settings"
        self._show()

    def _show(self) -> None:
        settings = self.course.settings
        choices = self.query_one(Picker)
        place = choices.highlighted
        choices.clear_options()
        for name, title in TITLES.items():
            choices.add_option(Option(_choice(title, name == settings.theme, "●", "○"), id=name))
        choices.add_option(None)
        for name, (title, _) in SWITCHES.items():
            shown = _choice(title, getattr(settings, name), f"{DONE} on ", f"{OPEN} off")
            choices.add_option(Option(shown, id=name))
        choices.highlighted = place or 0

    @on(OptionList.OptionSelected)
    def _change(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        name = event.option_id
        if name in SWITCHES:
            self.course.change_settings(**{name: not getattr(self.course.settings, name)})
        elif name == self.course.settings.theme:
            self.say_why("These colours are set already.")
        else:
            self.course.change_settings(theme=name)
        self._show()


def _choice(title: str, is_set: bool, on_sign: str, off_sign: str) -> Content:
    sign = Content.styled(on_sign, "bold $accent") if is_set else Content.styled(off_sign, "$muted")
    return Content.assemble(sign, "  ", title)
