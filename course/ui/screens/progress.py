"""Progress: what was done over time, how well modules and concepts are held, days in a row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from course.catalogue.concepts import concept_name
from course.learner.on_path import OnPath, on_path
from course.learner.progress import ModuleProgress, Progress, longest_streak
from course.model import Concept
from course.plural import counted
from course.ui import keys
from course.ui.screens.base import CourseScreen
from course.ui.theme import DONE, HERE, OPEN, SKIPPED
from course.ui.widgets.bars import bar
from course.ui.widgets.plots import (
    attempts_plot,
    percent_axis,
    spans,
    streak_plot,
)

_SPANS = 21
_WEEKS = 5
_BAR = 20
_NAME = 27
_HELD = 0.9


class ProgressScreen(CourseScreen):
    """Plots in plain text; `by_week` is what one pair of columns stands for."""

    CSS_PATH = "pages.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.PROGRESS]
    AUTO_FOCUS = ".page"

    by_week: reactive[bool] = reactive(False, init=False)

    def compose_place(self) -> ComposeResult:
        """One column that scrolls: over time, modules, concepts."""
        progress = self.session.progress()
        today = self.session.today()
        with VerticalScroll(classes="page"):
            so_far = on_path(self.session)
            yield Static(summary(progress, so_far), classes="page-block", markup=False)
            if any(day.attempts for day in progress.days):
                yield Static("", id="over-time", classes="page-title")
                yield Static("", id="attempts", classes="page-block")
            if progress.days:
                yield Static("Days in a row", classes="page-title", markup=False)
                yield Static(streak_plot(progress.days, today, _WEEKS))
                longest = f"Longest so far: {counted(longest_streak(progress.days), 'day')}"
                yield Static(longest, classes="page-block", markup=False)
            yield Static("Mastery by module", classes="page-title", markup=False)
            yield Static(modules_plot(so_far.modules, so_far.skipped), classes="page-block")
            if progress.concepts:
                yield Static("Mastery by concept", classes="page-title", markup=False)
                concepts = self.session.catalogue.concepts
                yield Static(concepts_plot(progress.concepts, concepts), classes="page-block")

    def on_mount(self) -> None:
        """Say what it is."""
        self.title = "Progress"
        self.show_attempts()

    def watch_by_week(self) -> None:
        """Draw days or weeks."""
        self.show_attempts()

    def show_attempts(self) -> None:
        """Draw what was done over time."""
        if not self.query("#attempts"):
            return
        length = 7 if self.by_week else 1
        found = spans(self.session.progress().days, self.session.today(), _SPANS, length)
        unit = "weeks" if self.by_week else "days"
        self.query_one("#over-time", Static).update(f"The last {_SPANS} {unit}")
        self.query_one("#attempts", Static).update(attempts_plot(found, length))

    def action_weeks(self) -> None:
        """Draw weeks in place of days, or days again."""
        self.by_week = not self.by_week

    async def action_export(self) -> None:
        """Write everything the learner did to a file, and say where it is."""
        await self.app.run_action("app.export_progress")


def summary(progress: Progress, path: OnPath) -> str:
    """The figures in a sentence each; lessons as Home counts them."""
    if not progress.days and not progress.lessons_done:
        return "Nothing yet. What you answer and check shows here from the first try on."
    exercises = sum(module.exercises_total for module in progress.modules)
    attempts, answers = (
        sum(day.attempts for day in progress.days),
        sum(day.answers for day in progress.days),
    )
    done = [
        f"{path.done} of {counted(path.total, 'lesson')} done",
        f"{len(progress.passed)} of {counted(exercises, 'exercise')} passed",
    ]
    if skipped := sum(module.id in path.skipped for module in path.modules):
        done.append(f"{counted(skipped, 'module')} skipped")
    days = f"{counted(len(progress.days), 'day')} of practice"
    work = [counted(attempts, "check"), counted(answers, "answer"), days]
    return "\n".join("   ·   ".join(line) for line in (done, work))


def modules_plot(
    modules: Iterable[ModuleProgress], skipped: frozenset[str] = frozenset()
) -> Content:
    """A bar of mastery for each module, and how much of it is done."""
    lines = [percent_axis(_NAME + 3, _BAR)]
    for module in modules:
        is_done = bool(module.total) and module.done == module.total
        begun = module.done or module.exercises_passed or module.mastery
        sign = DONE if is_done else HERE if begun else OPEN
        count = f"{module.done} of {counted(module.total, 'lesson')}"
        if module.id in skipped and not is_done:
            sign, count = SKIPPED, "skipped"
        figure = f"{module.mastery:>5.0%}   {count}"
        colour = "$success" if is_done else "$accent"
        lines.append(_bar_line(sign, module.title, module.mastery, figure, colour))
    return Content("\n").join(lines)


def concepts_plot(mastery: dict[str, float], concepts: dict[str, Concept]) -> Content:
    """A bar for each concept there is evidence for, the strongest first."""
    ranked = sorted(mastery.items(), key=lambda item: (-item[1], item[0]))
    lines = [percent_axis(_NAME + 3, _BAR)]
    for ident, value in ranked:
        name = concept_name(ident, concepts)
        sign = DONE if value >= _HELD else HERE
        colour = "$success" if value >= _HELD else "$accent"
        lines.append(_bar_line(sign, name, value, f"{value:>5.0%}", colour))
    return Content("\n").join(lines)


def _bar_line(sign: str, name: str, fraction: float, figure: str, colour: str) -> Content:
    filled, rest = bar(fraction, _BAR)
    return Content.assemble(
        (f"{sign} ", colour if fraction > 0 else "$muted"),
        Content(name).truncate(_NAME, ellipsis=True, pad=True),
        " ",
        (filled, colour),
        (rest, "$line"),
        (figure, "$muted"),
    )
