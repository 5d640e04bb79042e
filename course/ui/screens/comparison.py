"""After a pass: the learner's solution beside the reference and other good ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from course.signs import RIGHT
from course.ui import keys, styles
from course.ui.screens.base import CourseScreen
from course.ui.widgets.code import highlighted
from course.ui.widgets.comparison import SideBySide
from course.ui.widgets.ending_words import printable
from course.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from course.learner.comparison import Comparison
    from course.learner.remarks import Remark
    from course.model import Exercise


class ComparisonScreen(CourseScreen):
    """One other solution at a time; `shown` counts from 0, the reference first."""

    CSS_PATH = styles.WORK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.COMPARISON]

    shown: reactive[int] = reactive(0, init=False)
    remarks: reactive[tuple[Remark, ...] | None] = reactive(None, init=False)

    def __init__(self, exercise: Exercise, comparison: Comparison) -> None:
        super().__init__()
        self.exercise = exercise
        self.comparison = comparison
        self.title = exercise.title
        self.others = [("The reference", "", comparison.reference)] + [
            (f"Another way: {it.approach.name.replace('_', ' ')}", it.approach.trade_off, it.source)
            for it in comparison.approaches
        ]

    def compose_place(self) -> ComposeResult:
        """Which solution is shown, then the page."""
        yield Static("", id="compared-which", markup=False)
        yield VerticalScroll(id="compared-page")

    async def on_mount(self) -> None:
        """Begin with the reference."""
        self.sub_title = "Comparison"
        self.look_at_yours()
        await self.show()

    @work(group="look", exclusive=True)
    async def look_at_yours(self) -> None:
        """Find out what a reviewer would say about the learner's solution."""
        from course.learner.remarks import remarks

        yours, catalogue = self.comparison.yours, self.session.catalogue
        self.remarks = await remarks(self.exercise, yours, catalogue)

    async def watch_remarks(self) -> None:
        """Show the remarks where they belong."""
        for place in self.query(".remarks"):
            await place.mount(*remarks_of(self.remarks))

    async def watch_shown(self) -> None:
        """Show another solution."""
        await self.show()
        self.refresh_bindings()

    async def show(self) -> None:
        """The learner's solution beside the one that is shown."""
        name, trade_off, source = self.others[self.shown]
        yours = self.comparison.yours
        which = f"{self.shown + 1} of {len(self.others)}" if len(self.others) > 1 else ""
        if yours.rstrip() == source.rstrip():
            which = f"{which} · The same as yours, line for line".lstrip(" ·")
        place = self.query_one("#compared-which", Static)
        place.update(which)
        place.display = bool(which)
        page = self.query_one("#compared-page", VerticalScroll)
        async with self.batch():
            await page.remove_children()
            if trade_off:
                await page.mount(Prose(trade_off))
            await page.mount(Vertical(*remarks_of(self.remarks), classes="remarks"))
            await page.mount(SideBySide(yours, source, ("Your solution", name)))
            if self.comparison.after:
                await page.mount(Prose(self.comparison.after))
        page.scroll_home(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Turn only where there is another solution."""
        if action == "turn":
            return len(self.others) > 1
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        """Go to the solution after or before this one, round and round."""
        self.shown = (self.shown + by) % len(self.others)


def remarks_of(remarks: tuple[Remark, ...] | None) -> list[Static]:
    """What there is to say about the solution, each with its line; None while it is looked at."""
    if remarks is None:
        return []
    if not remarks:
        nothing = f"{RIGHT} A look at your code finds nothing to remark."
        return [Static(Content.styled(nothing, "$muted"))]
    shown = [Static(Content.styled("A look at your code", "bold"))]
    for remark in remarks:
        line = (f"line {remark.line}  ", "$muted")
        shown.append(Static(Content.assemble(line, highlighted(printable(remark.code, 1)))))
        shown.append(Static(remark.words, classes="remark", markup=False))
    return shown
