"""Progress: what was done day by day, module by module, concept by concept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from course.learner.progress import Day, ModuleProgress, Progress
from course.model import Concept
from course.ui.figures import counted, done_on, recent_days, streak_words
from course.ui.screens.base import CourseScreen
from course.ui.theme import DONE, HERE, OPEN
from course.ui.widgets.bars import bar, columns

_DAYS = 30
_HEIGHT = 5
_BAR = 24
_NAME = 34


class ProgressScreen(CourseScreen):
    """Plots in plain text, made anew each time it is opened."""

    CSS_PATH = "pages.tcss"

    def compose_place(self) -> ComposeResult:
        """One column that scrolls: days, modules, concepts."""
        progress = self.session.progress()
        with VerticalScroll(classes="page"):
            yield Static("Summary", classes="page-title", markup=False)
            yield Static(summary(progress), classes="page-block", markup=False)
            days = recent_days(progress, self.session.today(), _DAYS)
            if any(map(done_on, days)):
                yield Static(f"The last {_DAYS} days", classes="page-title", markup=False)
                yield Static(days_plot(days), classes="page-block")
            yield Static("Modules", classes="page-title", markup=False)
            yield Static(modules_plot(progress.modules), classes="page-block")
            if progress.concepts:
                yield Static("Mastery by concept", classes="page-title", markup=False)
                yield Static(
                    concepts_plot(progress.concepts, self.session.catalogue.concepts),
                    classes="page-block",
                )

    def on_mount(self) -> None:
        """Say what it is."""
        self.title = "Progress"


def summary(progress: Progress) -> str:
    """The figures in a sentence each."""
    if not progress.days and not progress.lessons_done:
        return "Nothing yet. What you answer and check shows here from the first try on."
    lessons = sum(module.total for module in progress.modules)
    exercises = sum(module.exercises_total for module in progress.modules)
    lines = [
        f"{len(progress.lessons_done)} of {counted(lessons, 'lesson')} done",
        f"{len(progress.passed)} of {counted(exercises, 'exercise')} passed",
        streak_words(progress.streak),
    ]
    return "   ·   ".join(filter(None, lines))


def days_plot(days: Sequence[Day]) -> Content:
    """A column for each day's answers and checks, with the most, the dates and the sums."""
    done = [done_on(day) for day in days]
    most = max(done, default=0)
    label = len(str(most))
    lines: list[Content] = []
    for row, text in enumerate(columns(done, _HEIGHT, most)):
        scale = str(most) if row == 0 else "0" if row == _HEIGHT - 1 else ""
        wide = "".join(cell * 2 for cell in text)
        lines.append(Content.assemble((f"{scale.rjust(label)} │", "$muted"), (wide, "$accent")))
    width = 2 * len(days)
    first, last = f"{days[0].date:%d %b}", f"{days[-1].date:%d %b}"
    lines.append(Content.styled(f"{' ' * label} └{'─' * width}", "$muted"))
    dates = first + last.rjust(width - len(first))
    lines.append(Content.styled(f"{' ' * label}  {dates}", "$muted"))
    answers, attempts = sum(day.answers for day in days), sum(day.attempts for day in days)
    passes = sum(day.passes for day in days)
    lines.append(
        Content(f"{counted(answers, 'answer')}, {counted(attempts, 'check')} ({passes} passed)")
    )
    return Content("\n").join(lines)


def modules_plot(modules: Iterable[ModuleProgress]) -> Content:
    """A bar of lessons done for each module."""
    lines = []
    for module in modules:
        is_done = bool(module.total) and module.done == module.total
        sign = DONE if is_done else HERE if module.done else OPEN
        fraction = module.done / module.total if module.total else 0.0
        colour = "$success" if is_done else "$accent"
        lines.append(
            _bar_line(sign, module.title, fraction, f"{module.done} of {module.total}", colour)
        )
    return Content("\n").join(lines)


def concepts_plot(mastery: dict[str, float], concepts: dict[str, Concept]) -> Content:
    """A bar for each concept there is evidence for, the strongest first."""
    ranked = sorted(mastery.items(), key=lambda item: (-item[1], item[0]))
    lines = []
    for ident, value in ranked:
        name = concepts[ident].name if ident in concepts else ident.replace("_", " ")
        sign = DONE if value >= 0.9 else HERE
        colour = "$success" if value >= 0.9 else "$accent"
        lines.append(_bar_line(sign, name, value, f"{value:.0%}", colour))
    return Content("\n").join(lines)


def _bar_line(sign: str, name: str, fraction: float, figure: str, colour: str) -> Content:
    filled, rest = bar(fraction, _BAR)
    return Content.assemble(
        (f"{sign} ", colour if fraction > 0 else "$muted"),
        Content(name).truncate(_NAME, ellipsis=True, pad=True),
        " ",
        (filled, colour),
        (rest, "$line"),
        (figure.rjust(9), "$muted"),
    )
