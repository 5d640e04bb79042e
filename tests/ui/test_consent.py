"""A course from elsewhere asks in the app for what its code needs, when it is to run."""

from __future__ import annotations

from typing import Any

from course.locations import Locations


async def test_it_is_asked_for_at_the_first_check_and_kept(
    open_app: Any, own_course: Locations
) -> None:
    exercise = own_course.exercises / "basics" / "double" / "exercise.yaml"
    text = exercise.read_text(encoding="utf-8")
    exercise.write_text(f"{text}needs: [processes]\n", encoding="utf-8")
    async with open_app(own_course, size=(120, 40)) as it:
        screen = await it.exercise()
        screen.editor.replace_text("def double(n):\n    return n * 2\n")
        await it.press("f5")
        await it.until(lambda: it.place == "ConfirmDialog")
        assert "start other programs" in it.app.screen.words
        await it.press("escape")
        await it.press("f5")
        await it.until(lambda: it.place == "ConfirmDialog")
        await it.press("left", "enter")
        await it.until(lambda: it.place == "ExerciseScreen")
        await it.check()
        assert screen.results.report.passed
    async with open_app(own_course, size=(120, 40)) as it:
        screen = await it.exercise()
        await it.check()
        assert screen.results.report.passed
