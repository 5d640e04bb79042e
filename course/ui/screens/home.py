"""Home: continue, the path, what is due, how it goes."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from course.errors import CourseError, WrongUse
from course.learner.decisions import newest
from course.learner.habit import goal, this_week, week_words
from course.learner.on_path import on_path
from course.learner.progress import Progress
from course.model import LessonEntry, ModuleEntry
from course.plural import counted
from course.ui import keys, tab
from course.ui.crash import told
from course.ui.figures import streak_words
from course.ui.screens.base import PART, CourseScreen
from course.ui.screens.places import open_again
from course.ui.widgets.aside import Aside
from course.ui.widgets.continue_card import ContinueCard
from course.ui.widgets.later import is_there, once_drawn
from course.ui.widgets.path_title import PathTitle
from course.ui.widgets.path_tree import PathState, PathTree

if TYPE_CHECKING:
    from course.learner.review import ReviewItem

_FOLLOW = 1.0
"""Seconds between two looks at what other programs have done."""


class HomeScreen(CourseScreen, inherit_bindings=False):
    """Where the course opens: one Enter goes on, the path is below it."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.HOME]
    AUTO_FOCUS = "ContinueCard"

    def compose_place(self) -> ComposeResult:
        """The card and the path; the learner's figures beside them where there is room."""
        with Horizontal(id="home"):
            with Vertical(id="home-main"):
                yield Static(id="notices", markup=False)
                yield ContinueCard()
                yield Static(id="due", classes="-none")
                yield PathTitle(id="path-title")
                yield PathTree(id="path")
            yield Aside(id="home-aside")

    def __init__(self) -> None:
        super().__init__()
        self.due: tuple[ReviewItem, ...] = ()
        self._progress: Progress | None = None
        self._others: object = None
        self.came_from = tab.last()

    def on_mount(self) -> None:
        """Fill it, and open the module the learner is in."""
        self.title = self.session.catalogue.title
        self.refresh_progress()
        self._others = self.session.store.others()
        self.set_interval(_FOLLOW, self.follow_others)
        once_drawn(self, self.course.ready)
        once_drawn(self, self.come_back)
        once_drawn(self, self.look_at_content)

    async def on_screen_resume(self) -> None:
        """Coming back: something may have been done."""
        if self.query(PathTree):
            self.refresh_progress()

    def come_back(self) -> None:
        """After a reload of the browser's page, open what was open there."""
        if self.came_from and not self.course.has_recovered:
            self.run_worker(open_again(self.course, self.came_from), exit_on_error=False)

    def follow_others(self) -> None:
        """Every open place follows what another app or the command line has done."""
        with suppress(CourseError):  # a progress file that cannot be read is told where it is used
            others = self.session.store.others()
            if others != self._others:
                self._others = others
                for screen in self.app.screen_stack:
                    if isinstance(screen, CourseScreen):
                        screen.call_later(screen.progress_changed_elsewhere)

    async def progress_changed_elsewhere(self) -> None:
        """Draw what has changed; where something is open above, coming back does it."""
        if self.is_current:
            self.refresh_progress()

    # ------------------------------------------------------------ what is shown

    def refresh_progress(self) -> None:
        """Ask the session where the learner is and draw that, unless the app is closing."""
        if not self.query(PathTree):
            return
        session = self.session
        progress, place = session.progress(), session.here()
        modules, skipped = list(session.modules()), session.skipped()
        if progress is not self._progress and (progress.days or skipped):
            self.look_for_reviews()
        self._progress = progress
        lesson = session.catalogue.lesson_entry(place.lesson)
        module = session.catalogue.module_entry(place.lesson.partition("/")[0])
        tree = self.query_one(PathTree)
        moved = place.lesson != tree.state.here
        state = PathState(
            done={it.id: (it.done, it.total) for it in on_path(session).modules},
            lessons_done=progress.lessons_done,
            begun=progress.begun,
            here=place.lesson,
            skipped=skipped,
            returned=session.returned(),
        )
        self._tell_returned(state.returned)
        tree.show(modules, state)
        if moved:
            tree.reveal(module.id, lesson.id)
        self._show_card(module, lesson, place.step, bool(progress.days))
        self._show_titles(progress)
        self._show_notices()
        self.query_one(Aside).show(module, progress, session.catalogue.concepts, session.today())

    def _tell_returned(self, returned: frozenset[str]) -> None:
        """Say once that a module which was skipped is to be worked through after all."""
        mentioned_before = set(newest(self.session.store, "returned", tuple[str, ...]) or ())
        for module in [it for it in self.session.modules() if it.id in returned - mentioned_before]:
            self.course.notices.append(
                f"“{module.title}” is on your path again: a review showed that not all of it is "
                "held. What you know there goes quickly."
            )
        if returned - mentioned_before:
            self.session.decide("returned", sorted(returned | mentioned_before))

    def _show_card(
        self, module: ModuleEntry, lesson: LessonEntry, step: int, has_begun: bool
    ) -> None:
        card = self.query_one(ContinueCard)
        card.label = "Continue" if has_begun or step else "Start here"
        card.heading = lesson.title
        steps = len(lesson.steps)
        where = f"step {step + 1} of {steps}" if step else counted(steps, "step")
        card.place = f"{module.title}  ·  {where}  ·  {counted(lesson.minutes, 'minute')}"

    def _show_titles(self, progress: Progress) -> None:
        wanted = goal(self.session)
        done = this_week(progress.days, self.session.today())
        figures = [week_words(done, wanted) or streak_words(progress.streak)]
        if progress.passed:
            figures.append(f"{counted(len(progress.passed), 'exercise')} passed")
        self.sub_title = PART.join(filter(None, figures))
        path = self.session.path()
        path_so_far = on_path(self.session)
        is_open = (
            path and path.starts_with == "placement" and not self.session.decision("placement")
        )
        self.query_one("#path-title", PathTitle).show(
            path.title if path else "All modules",
            f"{path_so_far.done} of {counted(path_so_far.total, 'lesson')} done",
            bool(is_open),
        )

    @work(group="content", exclusive=True, exit_on_error=False)
    async def look_at_content(self) -> None:
        """Look whether lessons changed since they were last indexed; draw them where they did."""
        if await asyncio.to_thread(self.session.catalogue.refresh) and is_there(self):
            self.query_one(PathTree).state = PathState()  # so that the place is shown again
            self.refresh_progress()

    @work(group="due", exclusive=True, exit_on_error=False)
    async def look_for_reviews(self) -> None:
        """Find what is due; it opens lessons, so it is done beside the app."""
        self.due = await asyncio.to_thread(self.session.due)
        if not is_there(self):
            return
        minutes = sum(item.minutes for item in self.due)
        words = f"{counted(len(self.due), 'thing')} to review"
        due = self.query_one("#due", Static)
        due.set_class(not self.due, "-none")
        due.update(
            Content.assemble(
                (words, "bold"),
                (f"   about {counted(minutes, 'minute')}   ", "$muted"),
                (" r ", "$muted on $panel"),
            )
        )
        self.refresh_bindings()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What fails beside the app is told in a line: everything else works without."""
        if event.state is WorkerState.ERROR and isinstance(event.worker.error, Exception):
            self.course.notices.append(told(event.worker.error, self.course.locations))
            self._show_notices()

    def _show_notices(self) -> None:
        notices = self.query_one("#notices", Static)
        notices.update("\n".join(f"! {notice}" for notice in self.course.notices))
        notices.display = bool(self.course.notices)

    # ------------------------------------------------------------ what the learner does

    @on(ContinueCard.Chosen)
    async def _continue(self) -> None:
        await self.app.run_action("app.go_on")

    @on(PathTree.LessonChosen)
    def _open(self, event: PathTree.LessonChosen) -> None:
        self.course.open_lesson(event.lesson.id)

    @on(PathTree.ModuleTurned)
    def _turn(self, event: PathTree.ModuleTurned) -> None:
        from course.learner import own_word

        try:
            words = own_word.turn(self.session, event.module)
        except CourseError as error:
            self.course.show_error(error)
            return
        self.notify(words, markup=False)
        self.refresh_progress()
        self.look_for_reviews()

    @on(PathTree.TestAsked)
    def _test_out(self, event: PathTree.TestAsked) -> None:
        from course.learner import own_word

        try:
            exercise = own_word.begin_test(self.session, event.module)
        except CourseError as error:
            self.course.show_error(error)
            return
        title = self.session.catalogue.module_entry(event.module).title
        self.course.open_exercise(exercise.id)
        self.app.notify(own_word.told_of_test(exercise, title), timeout=12, markup=False)

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

    def action_hide_notices(self) -> None:
        """The notices were read."""
        self.course.notices.clear()
        self._show_notices()

    def on_click(self, event: events.Click) -> None:
        """A click on what is due opens the review."""
        if event.widget is not None and event.widget.id == "due":
            self.action_review()

    def action_review(self) -> None:
        """Review what is due."""
        from course.ui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen(self.due))

    async def review(self, first: str) -> None:
        """Review what is due, beginning with the item `first`, which was open."""
        from course.learner.review import question_named
        from course.ui.screens.review import ReviewScreen

        due = await asyncio.to_thread(self.session.due)
        named = await asyncio.to_thread(question_named, self.session.catalogue, first)
        if not is_there(self):
            return
        due = tuple(sorted(due, key=lambda item: item.id != first))  # the others as they were
        if due and due[0].id == first:
            self.app.push_screen(ReviewScreen(due))
        elif named is not None:
            self.app.push_screen(ReviewScreen((named, *due), frozenset({named})))
        elif self.session.unsaved.of(f"review:{first}") is None:  # it was reviewed meanwhile
            if due:
                self.app.push_screen(ReviewScreen(due))
        else:
            words = (
                "That question is not asked any more. What you typed stays until you discard it."
            )
            self.course.show_error(WrongUse(words))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only while there are notices can they be hidden; the same with reviews."""
        if action == "hide_notices":
            return bool(self.course.notices)
        if action == "review":
            return bool(self.due)
        return super().check_action(action, parameters)
