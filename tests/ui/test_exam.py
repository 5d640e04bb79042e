"""The exam in the app: begun, left, gone on with, ended; no word on answers, no hints."""

from __future__ import annotations

from typing import Any

from course.learner.exam import is_begun, results
from course.learner.session import Session
from course.locations import Locations


def prepare(place: Locations) -> None:
    session = Session.open(place)
    for lesson in ("basics/functions", "basics/texts", "loops/for"):
        session.visit(lesson, 3)
    session.store.close()


async def test_it_is_left_gone_on_with_and_ended_with_a_result(
    open_app: Any, own_course: Locations
) -> None:
    prepare(own_course)
    async with open_app(own_course) as it:
        it.app.action_exam()
        await it.until(lambda: "no hints" in it.text)
        await it.press("enter")
        await it.until(lambda: "task 1 of" in it.text)
        await it.press("f2")
        await it.until(lambda: "task 2 of" in it.text)
        await it.press("escape")
        if it.place != "HomeScreen":  # out of the field of a question whose answer is typed
            await it.press("escape")
        await it.until(lambda: it.place == "HomeScreen")
        assert is_begun(it.app.session)
        it.app.action_exam()
        await it.until(lambda: "You go on where you left" in it.text)
        await it.press("enter")
        await it.until(lambda: "task 2 of" in it.text)
        await it.press("f8")
        await it.until(lambda: "End the exam here?" in it.text)
        await it.press("enter")  # the answer that is marked ends nothing
        assert not it.app.screen.ended
        await it.press("f8", "left", "enter")
        await it.until(lambda: "With so few tasks" in it.text)
        assert results(it.app.session)[0].reached == 1
        await it.press("enter")
        await it.until(lambda: it.place == "HomeScreen")
