"""Home: continue, the path, what is due, how it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from course.model import LessonEntry, ModuleEntry
from course.ui import keys
from course.ui.screens.base import CourseScreen
from course.ui.widgets.bars import bar, spark
from course.ui.widgets.continue_card import ContinueCard
from course.ui.widgets.path_tree import PathState, PathTree

if TYPE_CHECKING:
    from course.learner.session import Progress

_SPARK_DAYS = 28
_SKILLS_SHOWN = 6
_SKILL_BAR = 10


class HomeScreen(CourseScreen, inherit_bindings=False):
    """Where the course opens: one Enter goes on, the path is below it."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.HOME]
    AUTO_FOCUS = "ContinueCard"

    def compose_place(self) -> ComposeResult:
        """The card and the path; the learner's figures beside them, or in a line when narrow."""
        with Horizontal(id="home"):
            with Vertical(id="home-main"):
                yield Static(id="notices", markup=False)
                yield ContinueCard()
                yield Static(id="path-title")
                yield PathTree(id="path")
            yield Static(id="home-aside")

    def on_mount(self) -> None:
        """Fill it, and open the module the learner is in."""
        self.title = self.session.catalogue.title
        self.refresh_progress()
        self._reveal_here()
        self.call_after_refresh(self.course.ready)

    def on_screen_resume(self) -> None:
        """Coming back: something may have been done."""
        if self.is_mounted:
            self.refresh_progress()

    # ------------------------------------------------------------ what is shown

    def refresh_progress(self) -> None:
        """Ask the session where the learner is and draw that."""
        session = self.session
        progress = session.progress()
        place = session.here()
        lesson = session.catalogue.lesson_entry(place.lesson)
        self._show_card(lesson, place.step, bool(progress.days))
        modules = self._modules()
        state = PathState(
            done={it.id: (it.done, it.total) for it in progress.modules},
            lessons_done=progress.lessons_done,
            here=place.lesson,
        )
        self.query_one(PathTree).show(modules, state)
        self._show_path_title(modules, progress)
        notices = self.query_one("#notices", Static)
        notices.update("\n".join(f"! {notice}" for notice in self.course.notices))
        notices.display = bool(self.course.notices)
        self.sub_title = "  ·  ".join(self._figures(progress))
        self.query_one("#home-aside", Static).update(self._aside(progress))

    def _modules(self) -> list[ModuleEntry]:
        """The modules of the chosen path; without one, all of them."""
        catalogue = self.session.catalogue
        path = self.session.path()
        if path is None:
            return list(catalogue.modules)
        known = {module.id: module for module in catalogue.modules}
        return [known[ident] for ident in path.modules if ident in known]

    def _show_card(self, lesson: LessonEntry, step: int, has_begun: bool) -> None:
        module = self.session.catalogue.module_entry(lesson.id.partition("/")[0])
        card = self.query_one(ContinueCard)
        card.label = "Continue" if has_begun or step else "Start here"
        card.heading = lesson.title
        steps = len(lesson.steps)
        where = f"step {min(step + 1, steps)} of {steps}" if step else f"{steps} steps"
        card.place = f"{module.title}  ·  {where}  ·  {lesson.minutes} minutes"

    def _show_path_title(self, modules: list[ModuleEntry], progress: Progress) -> None:
        path = self.session.path()
        shown = {module.id for module in modules}
        counted = [it for it in progress.modules if it.id in shown]
        done, total = sum(it.done for it in counted), sum(it.total for it in counted)
        self.query_one("#path-title", Static).update(
            Content.from_markup(
                "[b]$title[/b]  [$muted]$count[/]",
                title=path.title if path else "All modules",
                count=f"{done} of {total} lessons done",
            )
        )

    def _figures(self, progress: Progress) -> list[str]:
        figures = []
        if progress.streak:
            figures.append(_days_in_a_row(progress.streak))
        if progress.passed:
            figures.append(f"{_count(len(progress.passed), 'exercise')} passed")
        return figures

    def _aside(self, progress: Progress) -> Content:
        """The column at the right of a wide window."""
        parts: list[Content] = []

        def section(title: str, *lines: Content | str) -> None:
            parts.extend([Content.from_markup("[b]$title[/b]", title=title), *map(_line, lines), _line("")])

        attempts = [day[1] for day in progress.days][-_SPARK_DAYS:]
        if any(attempts):
            section("Attempts, the last 4 weeks", spark(attempts))
        weakest = sorted(progress.concepts.items(), key=lambda item: item[1])
        if weakest:
            section("Skills to strengthen", *(self._skill(*it) for it in weakest[:_SKILLS_SHOWN]))
        return Content("\n").join(parts)

    def _skill(self, concept_id: str, mastery: float) -> Content:
        concept = self.session.catalogue.concepts.get(concept_id)
        name = concept.name if concept else concept_id.replace("_", " ")
        filled, rest = bar(mastery, _SKILL_BAR)
        return Content.from_markup(
            "$name [$accent]$filled[/][$line]$rest[/] [$muted]$percent[/]",
            name=Content(name).truncate(16, ellipsis=True, pad=True).plain,
            filled=filled,
            rest=rest,
            percent=f"{mastery:4.0%}",
        )

    def _reveal_here(self) -> None:
        here = self.session.here().lesson
        self.query_one(PathTree).reveal(here.partition("/")[0], here)

    # ------------------------------------------------------------ what the learner does

    @on(ContinueCard.Chosen)
    def _continue(self) -> None:
        place = self.session.here()
        self.course.open_lesson(place.lesson, place.step)

    @on(PathTree.LessonChosen)
    def _open(self, event: PathTree.LessonChosen) -> None:
        self.course.open_lesson(event.lesson.id)

    @on(PathTree.LeftUpwards)
    def _to_card(self) -> None:
        self.query_one(ContinueCard).focus()

    def show_module(self, module_id: str) -> None:
        """Open a module in the path and go to it."""
        tree = self.query_one(PathTree)
        tree.focus()
        tree.reveal(module_id)

    def action_to_card(self) -> None:
        """Go to the card at the top; there is nothing to go back to."""
        self.query_one(ContinueCard).focus()


def _line(text: Content | str) -> Content:
    return text if isinstance(text, Content) else Content(text)


def _days_in_a_row(days: int) -> str:
    return "1 day of practice" if days == 1 else f"{days} days in a row"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
