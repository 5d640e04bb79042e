"""The command palette: every lesson, exercise, concept and module, and what the app can do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from course.catalogue.search import SearchHit
from course.ui.host import Host
from course.ui.screens.closes_once import ClosesOnce

_LIMIT = 40


class Command(NamedTuple):
    """Something the app does."""

    title: str
    does: str
    run: Callable[[], object]


class CoursePalette(ClosesOnce, CommandPalette):
    """Textual's palette in the look of the course."""

    CSS_PATH = "palette.tcss"

    def __init__(self) -> None:
        super().__init__(
            [CourseProvider], placeholder="A lesson, an exercise, a concept, a command"
        )


class CourseProvider(Provider):
    """Finds content and the app's own commands through the catalogue's search."""

    @property
    def course(self) -> Host:
        """The app, with its type."""
        return cast(Host, self.app)

    async def discover(self) -> Hits:
        """Before anything is typed: the commands."""
        for command in self._commands():
            yield DiscoveryHit(command.title, command.run, help=command.does)

    async def search(self, query: str) -> Hits:
        """What holds the words, best first."""
        commands = {it.title: it for it in self._commands()}
        also = [SearchHit("command", it.title, it.title, it.does) for it in commands.values()]
        hits = self.course.session.search(query, _LIMIT, also)
        for place, hit in enumerate(hits):
            yield Hit(
                1 - place / _LIMIT,
                self._shown(hit, query),
                commands[hit.id].run if hit.kind == "command" else partial(self._open, hit),
                text=hit.title,
                help=_one_line(hit.detail),
            )

    def _shown(self, hit: SearchHit, query: str) -> Content:
        title = Content(hit.title)
        for word in query.casefold().split():
            start = hit.title.casefold().find(word)
            if start >= 0:
                title = title.stylize("underline $accent", start, start + len(word))
        return (
            title if hit.kind == "command" else Content.assemble(title, (f"   {hit.kind}", "dim"))
        )

    def _open(self, hit: SearchHit) -> None:
        course = self.course
        if hit.kind in ("lesson", "note"):
            course.open_lesson(hit.id, by="search")
        elif hit.kind == "exercise":
            course.open_exercise(hit.id)
        elif hit.kind == "module":
            course.show_module(hit.id)
        elif lesson := course.session.catalogue.lesson_teaching(hit.id):
            course.open_lesson(lesson.id, by="search")
        else:
            course.notify(f"{hit.title}: {hit.detail}", markup=False)

    def _commands(self) -> Iterator[Command]:
        course = self.course

        def does(action: str) -> Callable[[], object]:
            return partial(course.run_action, f"app.{action}")

        yield Command("Continue", "Go on where you left off", does("go_on"))
        yield Command("Home", "Your learning path", course.go_home)
        yield Command("Playground", "Write and run your own programs", does("playground"))
        yield Command("Look up", "What a name of Python is", does("look_up"))
        yield Command("Progress", "What you did, what you have mastered", does("progress"))
        yield Command(
            "Export progress",
            "Write it to a file for another machine",
            does("export_progress"),
        )
        yield Command("Learning path", "Choose another one", does("choose_path"))
        yield Command("Skills", "What your work shows, what a job asks for", does("skills"))
        yield Command("Report", "Write a report that you can show", does("report"))
        yield Command("Portfolio", "Your projects as a git repository", does("portfolio"))
        yield Command("Placement", "Find out which modules you can skip", does("assess"))
        yield Command("Exam", "45 minutes, no hints, a result with its uncertainty", does("exam"))
        yield Command("A working day", "A shift at a real service, with customers", does("shift"))
        yield Command("Settings", "Colours and checking", does("settings"))
        yield Command("Help", "The keys of this screen", does("help"))
        yield Command("Quit", "Leave the course; your place is kept", course.exit)


def _one_line(text: str) -> str:
    return " ".join(text.split())
