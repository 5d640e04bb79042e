"""A place that closes while it opens: nothing asks for parts that it never got."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from textual import events

from course.errors import CourseError
from course.learner.session import Session
from course.locations import Locations
from course.ui.app import CourseApp
from tests.ui import idle
from tests.ui.conftest import NOW, SharedChecker

TURNS = (0, 3, 8, 20, 45)
"""Turns of the event loop between opening a place and leaving it."""

PLACES: dict[str, Callable[[CourseApp], object]] = {
    "lesson": lambda app: app.open_lesson("basics/printing"),
    "last step": lambda app: app.open_lesson("basics/printing", 3),
    "exercise": lambda app: app.open_exercise("basics/double"),
    "playground": lambda app: app.open_playground("print(1)"),
    "progress": lambda app: app.action_progress(),
    "skills": lambda app: app.action_skills(),
    "settings": lambda app: app.action_settings(),
    "placement": lambda app: app.action_assess(),
    "path": lambda app: app.action_choose_path(),
    "review": lambda app: app.home.action_review(),
    "help": lambda app: app.action_help(),
    "search": lambda app: app.action_command_palette(),
    "report": lambda app: app.action_report(),
}


async def turns(count: int) -> None:
    """Let the event loop turn so many times."""
    for _ in range(count):
        await asyncio.sleep(0)


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
async def test_a_place_may_be_left_at_any_moment_of_its_opening(
    open_app: Any, small_course: Locations, place: Callable[[CourseApp], object]
) -> None:
    async with open_app(small_course) as it:
        for count in TURNS:
            place(it.app)
            await turns(count)
            it.app.post_message(events.Key("escape", None))
            it.app.call_later(it.app.go_home)
            await it.until(lambda: it.place == "HomeScreen")
            await it.settle()
            assert not it.log, f"left after {count} turns"


WAYS = ("exit", "shut down", "signal")
CLOSED = [
    (place, leave, TURNS[(row + column) % 3])  # each with each of the others, not all with all
    for row, place in enumerate(("home", *PLACES))
    for column, leave in enumerate(WAYS)
]


@pytest.mark.parametrize(("place", "leave", "count"), CLOSED)
async def test_the_app_may_be_closed_at_any_moment_of_a_place_opening(
    small_course: Locations,
    begun: Callable[[Locations], Locations],
    checker: SharedChecker,
    place: str,
    leave: str,
    count: int,
) -> None:
    session = Session.open(begun(small_course), clock=lambda: NOW)
    checker.lend(session)
    app = CourseApp(small_course, session)
    async with asyncio.timeout(idle.PATIENCE), app.run_test():
        if place != "home":
            await idle.settle(app)
            PLACES[place](app)
        await turns(count)
        if leave == "exit":
            app.exit()
        elif leave == "signal":
            app.save_typed()
            app.exit(return_code=143)
    assert not small_course.error_logs[0].exists()


async def test_a_click_on_what_is_gone_and_still_drawn_does_nothing(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await it.press("enter")
        page = it.app.screen.query_one("#page")
        place = page.children[0].region
        with it.app.batch_update():  # nothing is laid out anew meanwhile
            await page.remove_children()
            await it.app.on_event(
                events.MouseDown(None, place.x + 1, place.y + 1, 0, 0, 1, False, False, False)
            )
        assert it.place == "LessonScreen"


async def test_a_dialog_under_another_one_closes_nothing(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        it.app.show_error(CourseError("The first."))
        it.app.show_error(CourseError("The second."))
        await it.settle()
        second = it.app.screen
        it.app.screen_stack[-2].dismiss()
        await it.settle()
        assert it.app.screen is second
        await it.press("enter", "enter")
        assert it.place == "HomeScreen"
