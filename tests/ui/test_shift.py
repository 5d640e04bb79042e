"""A shift on the screen: its views, its commands, its texts, and its end."""

from __future__ import annotations

from typing import Any

from course.learner.shifts import Shifts
from course.locations import Locations
from tests.checking.repository.scripts import NEEDS_GIT

pytestmark = NEEDS_GIT


async def test_a_calm_day_from_home_to_its_end(open_app: Any, with_a_shift: Locations) -> None:
    async with open_app(with_a_shift, size=(120, 40)) as it:
        it.app.run_worker(it.app.run_action("app.shift"))
        await it.until(lambda: "Begin calmly: A tiny day" in it.text)
        await it.press("down", "enter")
        await it.until(lambda: "Hugo" not in it.text and "Mei: Good morning" in it.text)
        assert "requests a minute" in it.text or "No minute has passed yet" in it.text
        await it.press("enter")
        await it.until(lambda: "The counter is yours." in it.text)
        await it.press("f8")
        await it.until(lambda: "Short greetings" in it.text and "nothing to commit" in it.text)
        await it.press("f9")
        assert "A calm day has no clock" in " ".join(note.message for note in it.app._notifications)
        await it.rush(*"wait 5", "enter")
        await it.until(lambda: "Alarm: It fails" in it.text and "09:05 of 09:12" in it.text)
        await it.press("f4")
        await it.until(lambda: "IndexError" in it.text)
        await it.rush(*"nothing", "enter")
        await it.until(lambda: "`nothing` is no command here" in it.text)
        await it.rush(*"write note", "enter")
        await it.until(lambda: "`send note` in the shift sends it" in it.text)
        await it.rush(*"Mine", "escape")
        await it.until(lambda: "09:05 of 09:12" in it.text)
        folder = Shifts(it.app.session).folder("tiny")
        assert (folder / "note.md").read_text("utf-8").startswith("MineBegan:")
        await it.press("escape")
        await it.until(lambda: "Go on: A tiny day" in it.text)
        await it.press("enter")
        await it.until(lambda: "09:05 of 09:12" in it.text and "Alarm" in it.text)
        await it.rush(*"rollback", "enter")
        await it.until(lambda: "serves now" in it.text)
        await it.rush(*"end now", "enter")
        await it.until(lambda: "3 of the 6 things that count hold" in it.text)
        assert Shifts(it.app.session).under_way() is None


async def test_a_clock_runs_until_it_is_stopped(open_app: Any, with_a_shift: Locations) -> None:
    async with open_app(with_a_shift, size=(80, 24)) as it:
        it.app.run_worker(it.app.run_action("app.shift"))
        await it.until(lambda: "Begin: A tiny day" in it.text)
        await it.press("enter")
        await it.until(lambda: "Inbox, 09:00, the clock is running" in it.text)
        await it.press("f9")
        await it.until(lambda: "the clock stands still" in it.text)
