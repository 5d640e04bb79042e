"""Driving the app: coroutine tests, an app on a small course, a learner with a fixed clock."""

from __future__ import annotations

import asyncio
import inspect
import re
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.image import SVGImageSnapshotExtension
from textual import events
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot

from course.checking import Checker
from course.explaining.explainer import Explainer
from course.learner.session import Session
from course.locations import Locations
from course.model import CheckReport
from course.ui.app import CourseApp
from tests.conftest import CHECKOUT, SMALL_COURSE
from tests.ui import idle

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}

idle.take_time()
_parse = Stylesheet._parse_rules
_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}
_colours: dict[tuple[tuple[str, str], ...], int] = {}


def _parse_once(self: Stylesheet, *source: Any, **options: Any) -> list[RuleSet]:
    """The rules of a style sheet, which are the same in every app with the same colours."""
    variables, number = getattr(self, "colours", (None, 0))
    if variables is not self._variables:
        number = _colours.setdefault(tuple(self._variables.items()), len(_colours))
        self.colours = (self._variables, number)  # type: ignore[attr-defined]
    key = (*source, *options.items(), number)
    if key not in _parsed:
        _parsed[key] = _parse(self, *source, **options)
    return _parsed[key]


Stylesheet._parse_rules = _parse_once  # type: ignore[method-assign]
# The same in C: each of some hundred rules is asked for it by each widget that is styled.
RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign,assignment]


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine function in an event loop of its own."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = inspect.signature(pyfuncitem.obj).parameters
    idle.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


@dataclass
class Opened:
    """An app that is running and the pilot that presses its keys."""

    app: CourseApp
    pilot: Pilot[None]
    expects_mishap: bool = False
    """Whether the test lets happen what nobody expects; else there must be no log of it."""

    @property
    def log(self) -> str:
        """What was written down of what nobody expected."""
        logs = (file for file in self.app.locations.error_logs[:1] if file.exists())
        return "".join(file.read_text(encoding="utf-8") for file in logs)

    async def press(self, *keys: str) -> None:
        """Press keys; after each of them wait until the app has done all that it set off."""
        for key in keys:
            await self.rush(key)

    async def rush(self, *keys: str) -> None:
        """Press keys faster than the app can follow, then wait until all of it is done."""
        self.send(*keys)
        await self.settle()

    def send(self, *keys: str) -> None:
        """Press keys and wait for nothing."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            character = key if len(key) == 1 else key_to_character(key)
            self.app.post_message(events.Key(name, character))

    async def click(self, *place: Any, **options: Any) -> None:
        """Click as the pilot does, and wait until all that it sets off is done."""
        await self.settle()
        await self.pilot.click(*place, **options)
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing goes on, but for what goes on or waits until the learner ends it.

        What comes after a while (a check when the typing pauses) is waited for with `until`.
        """
        await idle.settle(self.app)

    async def until(self, happened: Callable[[], object]) -> None:
        """Let the app work until something has happened and can be read on the screen."""
        async with asyncio.timeout(idle.PATIENCE):
            while not (happened() and self.is_drawn):
                await asyncio.sleep(0.01)
                await idle.draw(self.app)

    @property
    def is_drawn(self) -> bool:
        """Whether the screen on top is there to be read; a new one is not at once."""
        if not self.app.is_running:
            return True
        widgets = [self.app.screen, *self.app.screen.walk_children()]
        is_there = all(it.is_mounted for it in widgets if it.display)
        return is_there and not idle.undrawn(self.app) and bool(self.text.strip())

    async def exercise(self, ident: str = "basics/double") -> Any:
        """Open an exercise and wait until it is there; its screen."""
        self.app.open_exercise(ident)
        await self.until(lambda: getattr(self.app.screen, "ready", False))
        await self.settle()
        return self.app.screen

    async def check(self, key: str = "f5") -> None:
        """Press the key that checks and wait for the report to be shown."""
        results = self.app.screen.results
        results.report = None
        await self.press(key)
        await self.until(lambda: results.counted and is_explained(results.report))
        await self.settle()

    async def kept_as_typed(self) -> None:
        """Wait until all that is typed in a step is kept, to the last key."""
        unsaved = self.app.session.unsaved
        await self.until(lambda: [it.text for it in unsaved.all()] == [self.app.screen.view.typed])

    async def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    @property
    def place(self) -> str:
        """The name of the screen on top."""
        return type(self.app.screen).__name__

    @property
    def text(self) -> str:
        """What can be read on the screen, line by line."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in lines[: self.app.size.height])


def is_explained(report: CheckReport | None) -> bool:
    """Whether a report says all that it will."""
    return report is not None and (report.passed or bool(report.diagnosis))


class SharedChecker(Checker):
    """The checker of one app after the other; none of them ends it."""

    async def aclose(self) -> None:
        """Cancel what runs."""
        for task in list(self._running.values()):
            task.cancel()

    def lend(self, session: Session, searches: bool = False) -> None:
        """Be the checker of a session, which explains with a search for mends or without one."""
        self._expect = session.consent.expect
        session._checker = self
        session._explainer = Explainer(self, seconds=4 if searches else 0)


@pytest.fixture(scope="session")
def checker() -> Iterator[SharedChecker]:
    """Its workers start with the first check, and end with the last test."""
    shared = SharedChecker(rehearse=False)
    yield shared
    idle.run(Checker.aclose(shared))
    idle.close()


@pytest.fixture(scope="session")
def begun(
    tmp_path_factory: pytest.TempPathFactory, indexed: Callable[[Locations], Locations]
) -> Callable[[Locations], Locations]:
    """Puts the progress of who has only chosen a path, made once, where there is nothing yet."""
    made: dict[Path, Path] = {}

    def put(places: Locations) -> Locations:
        if places.content not in (SMALL_COURSE, CHECKOUT) or places.data.exists():
            return indexed(places)
        if places.content not in made:
            made[places.content] = tmp_path_factory.mktemp("begun")
            new = replace(indexed(places), data=made[places.content])
            session = Session.open(new, clock=lambda: NOW - timedelta(seconds=1))
            session.choose_path(session.catalogue.paths[0].id)
            session.store.close()
        shutil.copytree(made[places.content], places.data)
        return indexed(places)

    return put


@pytest.fixture
def open_app(
    checker: SharedChecker,
    indexed: Callable[[Locations], Locations],
    begun: Callable[[Locations], Locations],
) -> Callable[..., AbstractAsyncContextManager[Opened]]:
    """Opens the app: `async with open_app(locations, size=(80, 24)) as it`.

    With `own_checker` it has processes of its own, which end with it.
    """

    @asynccontextmanager
    async def opened(
        locations: Locations,
        size: tuple[int, int] = (80, 24),
        has_path: bool = True,
        prepare: Callable[[Session], None] | None = None,
        searches: bool = False,
        own_checker: bool = False,
    ) -> AsyncIterator[Opened]:
        places = begun(locations) if has_path else indexed(locations)
        session = Session.open(places, clock=lambda: NOW)
        if has_path and session.path() is None:
            session.choose_path(session.catalogue.paths[0].id)
        if not own_checker:
            checker.lend(session, searches)
        if prepare:
            prepare(session)
        app = CourseApp(locations, session)
        async with app.run_test(size=size) as pilot:
            opened = Opened(app, pilot)
            await opened.settle()
            yield opened
        assert opened.expects_mishap or not opened.log

    return opened


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A learner who never pauses: no check and no saving but those that are asked for."""
    monkeypatch.setattr("course.ui.screens.autosave.PAUSE", 3600)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pause in typing counts at once."""
    monkeypatch.setattr("course.ui.screens.autosave.PAUSE", 0.01)


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> Callable[[CourseApp], bool]:
    """Whether the app looks as in the stored SVG; else the words of the screen are printed."""

    pictures = snapshot.use_extension(SVGImageSnapshotExtension)

    def matches(app: CourseApp) -> bool:
        svg = re.sub(r"terminal-\d+", "terminal", app.export_screenshot())
        is_same = bool(svg == pictures)
        if not is_same:
            print("\n".join(strip.text for strip in app.screen._compositor.render_strips()))
        return is_same

    return matches
