"""The working days there are: go on with one, begin one with a clock or a calm one, look back."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from course.errors import CourseError
from course.learner.shifts import Shifts
from course.plain.shift import WELCOME
from course.shift.scenario import read, scenarios
from course.shift.shift_desk import outcome
from course.ui import keys, styles
from course.ui.screens.base import CourseScreen
from course.ui.widgets.picker import Picker


class ShiftsScreen(CourseScreen):
    """A list of what can be begun or gone on with, and what the shifts so far have shown."""

    CSS_PATH = styles.PAGES
    BINDINGS: ClassVar[list[BindingType]] = [*keys.PLACE]
    AUTO_FOCUS = "Picker"

    @property
    def place_name(self) -> str:
        """There is one."""
        return "shifts"

    def compose_place(self) -> ComposeResult:
        """What it is, the list, what was shown."""
        with VerticalScroll(classes="page", can_focus=False):
            yield Static(WELCOME, classes="page-block", markup=False)
            yield Picker(id="shift-list", markup=False)
            yield Static(id="shift-outcomes", markup=False)

    def on_mount(self) -> None:
        """Say what it is."""
        self.title = "A working day"

    async def on_screen_resume(self) -> None:
        """A shift may have gone on meanwhile."""
        shifts = Shifts(self.session)
        choices = self.query_one(Picker)
        choices.clear_options()
        for run in shifts.unfinished():
            begun = f"begun on {run.day}{', calm' if run.calm else ''}"
            choices.add_option(
                Option(_choice(f"Go on: {run.title}", begun), id=f"on {run.scenario}")
            )
        for name in scenarios(self.session.locations):
            try:
                scenario = read(self.session.locations, name)
            except CourseError as error:
                self.course.show_error(error)
                continue
            title, minutes = scenario.source.title, scenario.real_minutes
            summary = f"{scenario.source.summary} About {minutes} minutes."
            choices.add_option(Option(_choice(f"Begin: {title}", summary), id=f"clock {name}"))
            calm = "The same without a clock: time passes when you say so."
            choices.add_option(Option(_choice(f"Begin calmly: {title}", calm), id=f"calm {name}"))
        choices.highlighted = 0
        page = self.query_one(".page", VerticalScroll)
        self.call_after_refresh(page.scroll_home, animate=False)
        self.query_one("#shift-outcomes", Static).update(_told(shifts))

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        from course.ui.screens.shift import ShiftScreen

        how, _, name = (event.option_id or "").partition(" ")
        if name:
            self.app.push_screen(ShiftScreen(name, how))


def _choice(title: str, words: str) -> Content:
    return Content.assemble((title, "bold"), "\n", (words, "$muted"))


def _told(shifts: Shifts) -> str:
    """What the shifts so far have shown, the newest first."""
    parts = []
    for one in reversed(shifts.outcomes()):
        parts += ["", f"{one.run.title}, {one.run.day}{', calm' if one.run.calm else ''}"]
        parts += outcome(one.marks)
    return "\n".join(parts)
