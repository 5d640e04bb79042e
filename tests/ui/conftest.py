"""Driving the app: coroutine tests, an app on a small course, a learner with a fixed clock."""

from __future__ import annotations

import asyncio
import inspect
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.image import SVGImageSnapshotExtension
from textual import events
from textual.pilot import Pilot

from course.learner.session import Session
from course.locations import Locations
from course.model import CheckReport
from course.ui.app import CourseApp

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine function in an event loop of its own."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
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
        """Press keys and wait until the app has done all of what they set off."""
        await self.pilot.press(*keys)
        await self.settle()

    async def rush(self, *keys: str) -> None:
        """Press keys faster than the app can follow, then wait until all of it is done."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await self.settle()

    async def settle(self) -> None:
        """Wait for the workers, but for those that go on or wait for the learner, and the queue."""
        ending = [it for it in self.app.workers if it.group not in ("follow", "ask", "play")]
        if ending:
            await self.app.workers.wait_for_complete(ending)
        await self.pilot.pause()
        await self.until(lambda: True)

    async def until(self, happened: Callable[[], object]) -> None:
        """Let the app work until something has happened and can be read on the screen."""
        async with asyncio.timeout(180):
            while not (happened() and self.is_drawn):
                await self.pilot.pause()

    @property
    def is_drawn(self) -> bool:
        """Whether the screen on top is there to be read; a new one is not at once."""
        if not self.app.is_running:
            return True
        screen = self.app.screen
        widgets = [screen, *screen.walk_children()]
        return all(
            it.is_mounted and not it._layout_required for it in widgets if it.display
        ) and bool(self.text.strip())

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

    async def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()

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


@pytest.fixture
def open_app() -> Callable[..., AbstractAsyncContextManager[Opened]]:
    """Opens the app: `async with open_app(locations, size=(80, 24)) as it`."""

    @asynccontextmanager
    async def opened(
        locations: Locations,
        size: tuple[int, int] = (80, 24),
        has_path: bool = True,
        prepare: Callable[[Session], None] | None = None,
    ) -> AsyncIterator[Opened]:
        session = Session.open(locations, clock=lambda: NOW)
        if has_path and session.path() is None:
            session.choose_path(session.catalogue.paths[0].id)
        if prepare:
            prepare(session)
        app = CourseApp(locations, session)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            opened = Opened(app, pilot)
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
    """Whether the app looks as in the stored SVG; the ids in it depend on nothing but its text."""

    pictures = snapshot.use_extension(SVGImageSnapshotExtension)

    def matches(app: CourseApp) -> bool:
        svg = re.sub(r"terminal-\d+", "terminal", app.export_screenshot())
        return svg == pictures

    return matches
