"""Settings: the colours, quiet checks, and where the file is."""

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
from course.ui.theme import TITLES
from course.ui.widgets.picker import Picker

_LIVE = "live_checks"


class SettingsScreen(CourseScreen):
    """One list: move with the arrows, change with Enter; a change is kept at once."""

    CSS_PATH = styles.PAGES
    AUTO_FOCUS = "Picker"

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
        choices.add_option(
            Option(
                _choice(
                    "Check quietly while I type", settings.live_checks, f"{DONE} on ", f"{OPEN} off"
                ),
                id=_LIVE,
            )
        )
        choices.highlighted = place or 0

    @on(OptionList.OptionSelected)
    def _change(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id == _LIVE:
            self.course.change_settings(live_checks=not self.course.settings.live_checks)
        elif event.option_id == self.course.settings.theme:
            self.say_why("These colours are set already.")
        else:
            self.course.change_settings(theme=event.option_id)
        self._show()


def _choice(title: str, is_set: bool, on_sign: str, off_sign: str) -> Content:
    sign = Content.styled(on_sign, "bold $accent") if is_set else Content.styled(off_sign, "$muted")
    return Content.assemble(sign, "  ", title)
