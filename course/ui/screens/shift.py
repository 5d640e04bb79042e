"""A shift under way: inbox, service, log, figures and repository, and a line for commands."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from course.checking.repository.facts import drawn, facts
from course.errors import CourseError, WorkspaceError
from course.learner import own_editor
from course.learner.shift_outcomes import ShiftRun
from course.learner.shifts import Shifts
from course.shift import bars
from course.text import clean
from course.ui import keys, styles, tab
from course.ui.screens.base import CourseScreen
from course.ui.screens.confirm import ConfirmDialog
from course.ui.widgets.later import is_there
from course.ui.widgets.whole import LineField

if TYPE_CHECKING:
    from course.shift.shift_desk import ShiftDesk

_TICK = 1.0  # seconds
_LOG = 200
_VIEWS = {"inbox": "Inbox", "service": "Service", "log": "Log", "figures": "Figures",
          "repository": "Repository", "said": "What came of it"}  # fmt: skip
_HINT = "Enter reads the next new one, `read 2` the second."
_OPENS = "Ctrl+O opens a terminal in the repository"
_SAYS_WHERE = "Ctrl+O says where the repository is"
_STOPS = "; F9 stops the clock"
_AT_WORK = {"end": "Looking at what the day shows. This takes some seconds."}
_WAITING = "The service is being started."


class ShiftScreen(CourseScreen):
    """A shift of the scenario `name`: begun with a `clock`, begun `calm`, or gone `on` with.

    One that is gone on with may have its clock `paused`.
    """

    CSS_PATH = styles.PAGES
    BINDINGS: ClassVar[list[BindingType]] = [*keys.SHIFT, *keys.PLACE]
    AUTO_FOCUS = "#shift-line"

    def __init__(self, name: str, how: str, paused: bool = False) -> None:
        super().__init__()
        self._scenario = name
        self._how = how
        self._paused = paused
        self._run: ShiftRun | None = None
        self.desk: ShiftDesk | None = None
        self.view = "inbox"
        self._said: list[str] = []
        self._busy = asyncio.Lock()

    @property
    def place_name(self) -> str:
        """Its scenario, while it can be gone on with, and whether its clock was stopped."""
        if self._run is None or self.desk is None:
            return ""
        clock = self.desk.clock
        return f"{'paused' if clock.paused and not clock.calm else 'day'}:{self._scenario}"

    def compose_place(self) -> ComposeResult:
        """One view, beside it the service where there is room; below it the line."""
        with Horizontal(id="shift"):
            with VerticalScroll(id="shift-main", can_focus=False):
                yield Static(_WAITING, id="shift-view", markup=False)
            with VerticalScroll(id="shift-side", can_focus=False):
                yield Static(id="shift-figures", markup=False)
        yield LineField(placeholder="Enter reads what is new; `help` lists the commands",
                    id="shift-line", compact=True)  # fmt: skip

    def on_mount(self) -> None:
        """Begin, or go on, beside the screen."""
        self.title = "A working day"
        self._open()
        self.set_interval(_TICK, self._tick)

    async def on_unmount(self) -> None:
        """The service ends with the place."""
        if self.desk is not None:
            await self.desk.__aexit__()

    @work(group="shift-open", exclusive=True, exit_on_error=False)
    async def _open(self) -> None:
        shifts = Shifts(self.session)
        try:
            if self._how == "on":
                runs = [it for it in shifts.unfinished() if it.scenario == self._scenario]
                if not runs:
                    raise WorkspaceError("That shift is over.")
                self._run, desk = runs[0], await shifts.resume(runs[0])
            else:
                self._run, desk = await shifts.start(self._scenario, self._how == "calm")
        except CourseError as error:
            if is_there(self):
                self.course.go_back()
                self.course.show_error(error)
            return
        if not is_there(self):
            await desk.__aexit__()
            return
        self.desk = desk
        self.title = desk.scenario.source.title
        if not self._paused:
            desk.clock.go()
        self.note_place()
        self._draw()

    # ------------------------------------------------------------ time

    def _tick(self) -> None:
        desk = self.desk
        if desk is not None and not self._busy.locked() and not desk.clock.paused:
            self._pass()

    @work(group="shift-time", exclusive=True, exit_on_error=False)
    async def _pass(self) -> None:
        if self.desk is None:
            return
        async with self._busy:
            unread = len(self.desk.messages())
            try:
                has_passed = await self.desk.catch_up()
            except CourseError as error:
                self.desk.clock.pause()
                self.course.show_error(error)
                return
        if is_there(self) and has_passed:
            if len(self.desk.messages()) > unread:
                newest = self.desk.messages()[-1].data
                self.notify(f"{newest['sender']}: {newest['subject']}", markup=False)
            self._draw()

    def action_pause(self) -> None:
        """Stop the clock, or let it run."""
        if self.desk is None:
            return
        if self.desk.clock.calm:
            self.say_why("A calm day has no clock; `wait 5` lets five minutes pass.")
        elif self.desk.clock.paused:
            self.desk.clock.go()
        else:
            self.desk.clock.pause()
        self.note_place()
        self._draw()

    # ------------------------------------------------------------ commands

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        if self.desk is None:  # what is typed stays there
            self.say_why(_WAITING)
            return
        line = event.value.strip()
        event.input.value = ""
        word = line.partition(" ")[0]
        if word == "write":
            self._write(line.partition(" ")[2].strip())
        elif word == "status":
            self.action_view("service")
        elif word in _VIEWS and word == line:
            self.action_view(word)
        else:
            self._do(line)

    @work(group="shift-do", exit_on_error=False)
    async def _do(self, line: str) -> None:
        if self.desk is None:
            return
        self.view, self._said = "said", [_AT_WORK.get(line.partition(" ")[0], "...")]
        self._draw()
        async with self._busy:
            try:
                self._said = await self.desk.do(line)
            except CourseError as error:
                self._said = [str(error)]
            if self.desk.marks and self._run is not None:
                Shifts(self.session).conclude(self._run, self.desk.marks)
                self._run = None
        if is_there(self):
            self.note_place()
            self._draw()
            self.query_one("#shift-main").scroll_home(animate=False)

    def action_view(self, name: str) -> None:
        """Show a view."""
        self.view = name
        self._draw()
        main = self.query_one("#shift-main")
        if name == "log":
            main.scroll_end(animate=False)
        else:
            main.scroll_home(animate=False)

    def action_scroll(self, pages: int) -> None:
        """Scroll the view by pages."""
        main = self.query_one("#shift-main")
        main.scroll_relative(y=pages * (main.size.height - 2), animate=False)

    def _write(self, name: str) -> None:
        if self.desk is None:
            return
        files = self.desk.files()
        if name not in files:
            self._said = [f"`write` needs one of: {', '.join(files)}."]
            self.action_view("said")
            return
        from course.ui.screens.shift_text import write_in

        write_in(self.course, files[name])

    def action_terminal(self) -> None:
        """Open a terminal in the repository; the clock goes on unless it is paused."""
        if self.desk is None:
            return
        place = self.desk.repository
        try:
            with self.app.suspend():
                trouble = own_editor.shell(place)
        except SuspendNotSupported:
            words = f"Open a terminal and go there:\n\ncd {place}\n\nThen `deploy` what you made."
            self.app.push_screen(ConfirmDialog("The repository", words, no="Close"))
            return
        if trouble:
            self.course.show_error(WorkspaceError(trouble))
        self._draw()

    # ------------------------------------------------------------ what is shown

    def on_resize(self) -> None:
        """The figures are as wide as there is room."""
        if self.desk is not None:
            self._draw()

    def _draw(self) -> None:
        desk = self.desk
        if desk is None or not self.query("#shift-view"):
            return
        unread = len(desk.messages()) - len(desk.read)
        news = f"{unread} not read  ·  " if unread else ""
        self.sub_title = f"{news}{desk.time} of {desk.scenario.clock(desk.scenario.source.minutes)}"
        title = f"{_VIEWS[self.view]}, {desk.time}, {desk.clock_words}"
        lines = [title, "", *self._lines(desk)]
        self.query_one("#shift-view", Static).update(clean("\n".join(lines)))
        width = self.query_one("#shift-side").size.width or 40
        side = [*desk.status(), "", *bars.lines(desk.world.events, width), "", *desk.log(8)]
        self.query_one("#shift-figures", Static).update(clean("\n".join(side)))

    def _lines(self, desk: ShiftDesk) -> list[str]:
        if self.view == "inbox":
            opens = _SAYS_WHERE if tab.is_served() else _OPENS
            stops = "" if desk.clock.calm else _STOPS
            return [*desk.inbox(), "", _HINT, f"{opens}{stops}."]
        if self.view == "service":
            return [*desk.status(), "", *desk.versions(), "", *desk.tasks()]
        if self.view == "log":
            return desk.log(_LOG) or ["Nothing yet."]
        if self.view == "figures":
            return bars.lines(desk.world.events, self.query_one("#shift-main").size.width - 6)
        if self.view == "repository":
            try:
                return [str(desk.repository), "", *drawn(facts(desk.repository)).splitlines()]
            except CourseError as error:
                return [str(error)]
        return self._said
