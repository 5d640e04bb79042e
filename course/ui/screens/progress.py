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
from course.learner.habit import MOST, goal, goal_words, set_goal, this_week, week_words
from course.learner.on_path import OnPath, on_path
from course.learner.progress import ModuleProgress, Progress
from course.learner.streak import longest_streak
from course.model import Concept
from course.plural import counted
from course.signs import DONE, HERE, OPEN, SKIPPED
from course.ui import keys, styles
from course.ui.screens.base import CourseScreen
from course.ui.widgets.bars import bar
from course.ui.widgets.ending_words import fitted
from course.ui.widgets.plots import (
    Plot,
    attempts_plot,
    percent_axis,
    spans,
    spans_in,
    streak_plot,
)

_WEEKS = 5
_BAR = 20
_SHORTEST_BAR = 5
_NAME = 27
_LEGEND = len(f"checks a week:  █ left: all   █ right: passed {DONE}")
_HELD = 0.9


class ProgressScreen(CourseScreen):
    """Plots in plain text; `by_week` is what one pair of columns stands for."""

    CSS_PATH = styles.PAGES
    BINDINGS: ClassVar[list[BindingType]] = [*keys.PROGRESS]
    AUTO_FOCUS = ".page"

    by_week: reactive[bool] = reactive(False, init=False)

    @property
    def place_name(self) -> str:
        """There is one."""
        return "progress"

    def compose_place(self) -> ComposeResult:
        """One column that scrolls: over time, modules, concepts."""
        progress = self.session.progress()
        today = self.session.today()
        with VerticalScroll(classes="page"):
            so_far = on_path(self.session)
            yield Static(summary(progress, so_far), classes="page-block", markup=False)
            if any(day.attempts for day in progress.days):
                yield Plot(self.attempts, id="attempts", classes="page-block")
            if progress.days:
                yield Static("Days of practice", classes="page-title", markup=False)
                yield Static(self.week(), id="week", markup=False)
                yield Static(streak_plot(progress.days, today, _WEEKS))
                longest = (
                    f"Longest without a break: {counted(longest_streak(progress.days), 'day')}. "
                    "A single day off is no break."
                )
                yield Static(longest, classes="page-block", markup=False)
            yield Static("Mastery by module", classes="page-title", markup=False)
            modules, skipped = so_far.modules, so_far.skipped
            yield Plot(lambda width: modules_plot(modules, width, skipped), classes="page-block")
            if progress.concepts:
                yield Static("Mastery by concept", classes="page-title", markup=False)
                known, concepts = progress.concepts, self.session.catalogue.concepts
                yield Plot(
                    lambda width: concepts_plot(known, width, concepts), classes="page-block"
                )

    def on_mount(self) -> None:
        """Say what it is."""
        self.title = "Progress"
        self.days = self.session.progress().days

    def watch_by_week(self) -> None:
        """Draw days or weeks."""
        for plot in self.query("#attempts"):
            plot.refresh(layout=True)

    def attempts(self, width: int) -> Content:
        """What was done over time, under the name of the time."""
        length = 7 if self.by_week else 1
        count = spans_in(width)
        weeks = spans(self.days, self.session.today(), count, length)
        title = f"The last {count} {'weeks' if self.by_week else 'days'}"
        return Content("\n").join(
            [
                Content.styled(title, "bold $accent"),
                attempts_plot(weeks, length, narrow=width < _LEGEND),
            ]
        )

    def week(self) -> str:
        """The goal, and how this week stands."""
        wanted = goal(self.session)
        done = this_week(self.session.progress().days, self.session.today())
        return "  ·  ".join(filter(None, [goal_words(wanted), week_words(done, wanted)]))

    def action_goal(self) -> None:
        """Another goal: one day more, from seven back to none."""
        set_goal(self.session, (goal(self.session) + 1) % (MOST + 1))
        for line in self.query("#week").results(Static):
            line.update(self.week())
        self.notify(goal_words(goal(self.session)), timeout=2)

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
    modules: Iterable[ModuleProgress], width: int, skipped: frozenset[str] = frozenset()
) -> Content:
    """A bar of mastery for each module, and how much of it is done."""
    is_short = width < _NAME + _BAR + len("   12 of 12 lessons") + 8
    name, cells = _columns(width, len("   12 of 12" if is_short else "   12 of 12 lessons"))
    lines = _axis(name, cells)
    for module in modules:
        is_done = bool(module.total) and module.done == module.total
        begun = module.done or module.exercises_passed or module.mastery
        sign = DONE if is_done else HERE if begun else OPEN
        total = module.total if is_short else counted(module.total, "lesson")
        count = f"{module.done} of {total}"
        if module.id in skipped and not is_done:
            sign, count = SKIPPED, "skipped"
        figure = f"{module.mastery:>5.0%}   {count}"
        colour = "$success" if is_done else "$accent"
        title = fitted(module.title, name, pad=True)
        lines.append(_bar_line(sign, title, module.mastery, cells, figure, colour))
    return Content("\n").join(lines)


def concepts_plot(mastery: dict[str, float], width: int, concepts: dict[str, Concept]) -> Content:
    """A bar for each concept there is evidence for, the strongest first."""
    ranked = sorted(mastery.items(), key=lambda item: (-item[1], item[0]))
    room, cells = _columns(width, 0)
    lines = _axis(room, cells)
    for ident, value in ranked:
        name = concept_name(ident, concepts)
        sign = DONE if value >= _HELD else HERE
        colour = "$success" if value >= _HELD else "$accent"
        name = fitted(name, room, pad=True)
        lines.append(_bar_line(sign, name, value, cells, f"{value:>5.0%}", colour))
    return Content("\n").join(lines)


def _columns(width: int, after: int) -> tuple[int, int]:
    """The cells for names and for bars in lines that say `after` cells more than a percentage."""
    room = width - after - 8
    cells = min(_BAR, room - _NAME)
    cells = cells if cells >= _SHORTEST_BAR else 0
    return max(8, min(_NAME, room - cells)), cells


def _axis(name: int, cells: int) -> list[Content]:
    return [percent_axis(name + 3, cells)] if cells >= len("0 %50 %100 %") else []


def _bar_line(
    sign: str, name: str, fraction: float, cells: int, figure: str, colour: str
) -> Content:
    filled, rest = bar(fraction, cells)
    return Content.assemble(
        (f"{sign} ", colour if fraction > 0 else "$muted"),
        name,
        " ",
        (filled, colour),
        (rest, "$line"),
        (figure, "$muted"),
    )
