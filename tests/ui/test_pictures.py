"""How the places of the app look. After a change that is meant: `pytest --snapshot-update`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from course.errors import ContentError, Problem
from course.learner.questions import identity
from course.learner.records import Answer, Attempt
from course.learner.session import Session
from course.locations import Locations
from course.model import QUESTION_KINDS
from course.ui.app import CourseApp

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]
Picture = Callable[[CourseApp], bool]


@pytest.fixture
def locations(small_course: Locations) -> Locations:
    """The small course; the settings are at a path that is the same on every machine."""
    return replace(small_course, config=Path("/home/kim/.config/course"))


@pytest.fixture
def practised(locations: Locations) -> Locations:
    """A learner with a week of practice: the first lesson done, the second begun."""
    now = [NOW]
    session = Session.open(locations, clock=lambda: now[0])
    entry = session.catalogue.lesson_entry("basics/functions")
    for number, step in enumerate(session.catalogue.lesson(entry.id).steps):
        now[0] = NOW - timedelta(days=len(entry.steps) - number)
        session.visit(entry.id, number)
        if step.kind in QUESTION_KINDS:
            for is_right in (False, True)[number % 2 :]:
                session.store.append(
                    Answer(
                        **session.store.new_row(),
                        lesson=entry.id,
                        step=number,
                        question=identity(step),
                        correct=is_right,
                        concepts=entry.teaches,
                        answer="",
                    )
                )
    for verdict in ("failed", "failed", "passed"):
        session.store.append(
            Attempt(
                **session.store.new_row(),
                exercise=entry.exercises[0],
                verdict=verdict,
                hints=0,
                mistakes=(),
                seconds=0.1,
                tests={},
                source_hash="",
                source="",
            )
        )
    session.visit("basics/texts", 1)
    now[0] = NOW
    session.choose_path("everything")
    session.store.close()
    return locations


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param((), id="home"),
        pytest.param(("down", "left", "down"), id="path"),
        pytest.param(("p",), id="progress"),
        pytest.param(("s",), id="settings"),
        pytest.param(("f1",), id="help"),
        pytest.param(("c",), id="choice"),
        pytest.param(("slash",), id="palette"),
        pytest.param(("slash", *"text"), id="found"),
    ],
)
async def test_places(
    open_app: Any,
    practised: Locations,
    picture: Picture,
    size: tuple[int, int],
    keys: tuple[str, ...],
) -> None:
    async with open_app(practised, size=size) as it:
        await it.press(*keys)
        hide_cursor(it.app)
        assert picture(it.app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_first_start(
    open_app: Any, locations: Locations, picture: Picture, size: tuple[int, int]
) -> None:
    async with open_app(locations, size=size, has_path=False) as it:
        await it.press("escape")
        assert picture(it.app)


@pytest.mark.parametrize("size", SIZES)
async def test_an_error(
    open_app: Any, practised: Locations, picture: Picture, size: tuple[int, int]
) -> None:
    problem = Problem(
        Path("lessons/01-basics/02-texts.yaml"), 2, "`minutes` is a number; write `minutes: 5`"
    )
    async with open_app(practised, size=size) as it:
        it.app.show_error(ContentError((problem,)))
        await it.settle()
        assert picture(it.app)


async def test_a_tiny_window(open_app: Any, practised: Locations, picture: Picture) -> None:
    async with open_app(practised, size=(20, 5)) as it:
        assert picture(it.app)


async def test_the_smallest_window(open_app: Any, practised: Locations, picture: Picture) -> None:
    async with open_app(practised, size=(40, 12)) as it:
        assert picture(it.app)


@pytest.mark.parametrize("theme", ["paper", "high-contrast"])
async def test_themes(open_app: Any, practised: Locations, picture: Picture, theme: str) -> None:
    async with open_app(practised) as it:
        it.app.theme = theme
        await it.press("down")
        assert picture(it.app)


async def test_without_colour(
    open_app: Any, practised: Locations, picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app(practised) as it:
        await it.press("down")
        assert picture(it.app)


def hide_cursor(app: CourseApp) -> None:
    """A blinking cursor would make the picture depend on when it is taken."""
    for field in app.screen.query(Input):
        field.cursor_blink = False
