"""An exercise: code is checked, explained, hinted at, kept, compared - all by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from course.locations import Locations
from course.ui.app import CourseApp
from tests.ui.submissions import EXERCISE, GOOD, NEVER_ENDS, PRINTS, WIDE

SIZES = {"80x24": (80, 24), "120x40": (120, 40)}


@pytest.mark.usefixtures("patient")
async def test_a_pass_says_what_was_learnt_and_leads_on(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        assert "f4" not in it.text
        screen.editor.replace_text(GOOD)
        await it.check()
        assert "✓ All 3 tests pass" in it.text
        assert "You handed a value back to the caller." in it.text
        assert it.app.session.is_passed(EXERCISE)
        await it.press("n")
        assert it.place == "LessonScreen"
        assert "What you can do" in it.text


@pytest.mark.usefixtures("quick")
async def test_a_pause_checks_quietly_and_what_is_shown_as_passed_is_counted(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(PRINTS)
        await it.until(lambda: screen.results.report)
        assert "Automatic check · not counted" in it.text
        assert it.app.session.attempts(EXERCISE) == []
        screen.editor.replace_text(GOOD)
        await it.until(lambda: screen.results.report.passed)
        await it.settle()
        assert "✓ All 3 tests pass" in it.text
        assert "You handed a value back to the caller." in it.text
        assert it.app.session.is_passed(EXERCISE)
        assert screen.file.path.read_text(encoding="utf-8") == GOOD
        assert screen.editor.has_focus
        assert "Esc leaves the code; then n goes on" in it.text
        assert [it.verdict for it in it.app.session.attempts(EXERCISE)] == ["failed", "passed"]
        assert EXERCISE in it.app.session.progress().passed
        await it.press("escape", "n")
        assert "What you can do" in it.text
        await it.press("p")
        assert "✓ Passed" in it.text


@pytest.mark.usefixtures("quick")
async def test_code_that_passes_when_it_is_opened_is_counted(
    open_app: Any, small_course: Locations
) -> None:
    def solved_elsewhere(session: Any) -> None:
        session.save(session.catalogue.exercise(EXERCISE), GOOD)

    async with open_app(small_course, prepare=solved_elsewhere) as it:
        screen = await it.exercise()
        await it.until(lambda: screen.results.report)
        await it.settle()
        assert "3 Results ✓" in it.text
        assert it.app.session.is_passed(EXERCISE)
        await it.press("n")
        assert it.place == "LessonScreen"


@pytest.mark.usefixtures("quick")
async def test_the_quiet_check_can_be_switched_off(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=WIDE) as it:
        it.app.change_settings(live_checks=False)
        screen = await it.exercise()
        screen.editor.replace_text(GOOD)
        await it.until(lambda: screen.file.known == GOOD)
        await it.settle()
        assert screen.results.report is None


@pytest.mark.usefixtures("patient")
async def test_leaving_stops_a_check_and_keeps_the_code(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(NEVER_ENDS)
        it.send("f5")
        await it.until(lambda: any(work.group == "check" for work in it.app.workers))
        await it.rush("escape", "escape")
        await it.until(lambda: it.place == "HomeScreen")
        await it.settle()
        assert screen.file.path.read_text(encoding="utf-8") == NEVER_ENDS
        assert it.app.session.attempts(EXERCISE) == []


# ---------------------------------------------------------------- comparison


@pytest.mark.usefixtures("patient")
async def test_after_a_pass_the_solutions_are_compared(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        await it.press("f4")
        assert it.place == "ExerciseScreen"
        screen.editor.replace_text(GOOD)
        await it.check()
        await it.press("f4")
        assert it.place == "ComparisonScreen"
        assert "~     return n + n" in it.text
        assert "~     return n * 2" in it.text
        await it.press("n")
        assert "Another way" in it.text
        await it.press("escape")
        assert it.place == "ExerciseScreen"


# ---------------------------------------------------------------- pictures


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("text", "keys"),
    [("", ()), (PRINTS, ("f2", "f5")), (GOOD, ("f5",)), (GOOD, ("f5", "f4"))],
    ids=["brief", "failing", "passed", "compared"],
)
async def test_looks(
    open_app: Any,
    small_course: Locations,
    picture: Callable[[CourseApp], bool],
    text: str,
    keys: tuple[str, ...],
    size: str,
) -> None:
    async with open_app(small_course, size=SIZES[size]) as it:
        screen = await it.exercise()
        if text:
            screen.editor.replace_text(text)
        for key in keys:
            await (it.check() if key == "f5" else it.press(key))
        for line in screen.query("#file-line"):
            line.visible = False
        await it.settle()
        assert picture(it.app)
