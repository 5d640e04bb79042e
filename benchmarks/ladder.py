"""Presses from the last hint to a pass, inside the app, for every exercise of the course.

    python -m benchmarks.ladder [--every 1] [--kinds]

Each exercise is opened untouched in one app without a window, with all its hints taken. Then the
next key that helps is pressed: `F2` up the ladder, Enter where something is asked. It prints how
many presses it took, and the exercises that no pass was reached in. Target: 8.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.screen import ModalScreen

from benchmarks.machine import machine
from course.learner.session import Session
from course.locations import find
from course.ui.app import CourseApp
from course.ui.screens.ladder import LadderScreen

if TYPE_CHECKING:
    from course.model import Exercise

TARGET = 8
_PATIENCE = 60.0


async def presses(app: CourseApp, exercise: Exercise) -> int | None:
    """The presses to a pass; None where there is none after far too many."""
    session = app.session
    ladder = session.ladder(exercise)
    while ladder.take_hint():
        pass
    app.open_exercise(exercise.id)
    await _until(lambda: getattr(app.screen, "ready", False))
    for number in range(1, 2 * TARGET):
        before = _state(app)
        key = "enter" if isinstance(app.screen, ModalScreen) else "f2"
        app.post_message(events.Key(key, None))
        until = time.monotonic() + _PATIENCE
        while not session.is_passed(exercise.id) and time.monotonic() < until:
            await asyncio.sleep(0.02)
            is_checked = ladder.stage == "whole" and not isinstance(app.screen, ModalScreen)
            if _state(app) != before and not is_checked:
                break
        if session.is_passed(exercise.id):
            return number
    return None


def _state(app: CourseApp) -> tuple[object, ...]:
    """What a press changes: the screen on top, and how much of the solution it shows."""
    screen = app.screen
    shown = (screen.mode, screen.ladder.shown) if isinstance(screen, LadderScreen) else ()
    return (id(screen), *shown)


async def _until(happened: Callable[[], object]) -> None:
    until = time.monotonic() + _PATIENCE
    while not happened() and time.monotonic() < until:
        await asyncio.sleep(0.02)


async def measure(every: int, kinds: bool) -> None:
    """Climb in each exercise, and print what it took."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["COURSE_HOME"] = home
        locations = find()
        session = Session.open(locations)
        session.choose_path(session.catalogue.paths[0].id)
        exercises = [session.catalogue.exercise(it) for it in session.catalogue.exercises]
        chosen = exercises[::every]
        if kinds:
            firsts = {(it.source.kind, it.package): it for it in reversed(exercises)}
            chosen = list(firsts.values())
        taken: Counter[int] = Counter()
        stuck: list[str] = []
        app = CourseApp(locations, session)
        async with app.run_test(size=(80, 24)):
            await _until(lambda: len(app.screen_stack) > 1)
            home_depth = len(app.screen_stack)
            for exercise in chosen:
                number = await presses(app, exercise)
                print(f"{exercise.id} ({exercise.source.kind}): {number}", flush=True)
                if number is None or number > TARGET:
                    stuck.append(f"{exercise.id} ({exercise.source.kind}): {number}")
                else:
                    taken[number] += 1
                app.call_later(app.go_home)
                await _until(lambda: len(app.screen_stack) <= home_depth)
    print(machine())
    for number in sorted(taken):
        print(f"{number} presses: {taken[number]} exercises")
    print(f"{len(chosen)} exercises; no pass within {TARGET} presses: {stuck or 'none'}")


def main() -> None:
    """Read what to climb in."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--every", type=int, default=1, help="only each so manieth exercise")
    parser.add_argument("--kinds", action="store_true", help="only one exercise of each kind")
    chosen = parser.parse_args()
    asyncio.run(measure(chosen.every, chosen.kinds))


if __name__ == "__main__":
    main()
