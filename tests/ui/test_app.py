"""The app around the places: palette, help, size of the window, errors, settings, keys."""

from __future__ import annotations

from typing import Any

import pytest

from course.locations import Locations
from course.ui.app import CourseApp
from course.ui.screens.home import HomeScreen

# ---------------------------------------------------------------- errors


async def test_a_broken_lesson_is_told_with_its_place(open_app: Any, own_course: Locations) -> None:
    lesson = own_course.lessons / "01-basics" / "02-texts.yaml"
    async with open_app(own_course, size=(120, 40)) as it:
        lesson.write_text("title: Texts\nminutes: soon\nsteps: []\n", encoding="utf-8")
        it.app.open_lesson("basics/texts")
        await it.settle()
        assert it.place == "ErrorDialog"
        assert "02-texts.yaml:2" in it.text
        assert "Traceback" not in it.text
        await it.press("enter")
        assert it.place == "HomeScreen"


async def test_a_course_with_a_broken_lesson_still_opens(
    open_app: Any, own_course: Locations
) -> None:
    lesson = own_course.lessons / "01-basics" / "01-functions.yaml"
    lesson.write_text("title: [Functions\nminutes: 8\n", encoding="utf-8")
    async with open_app(own_course, size=(120, 40)) as it:
        assert it.place == "HomeScreen"
        it.app.open_lesson("basics/functions")
        await it.settle()
        assert it.place == "ErrorDialog"
        assert "01-functions.yaml" in it.text
        await it.press("escape")
        assert it.place == "HomeScreen"


async def test_a_missing_exercise_folder_is_told(open_app: Any, own_course: Locations) -> None:
    async with open_app(own_course, size=(120, 40)) as it:
        (own_course.exercises / "basics" / "label" / "exercise.yaml").unlink()
        it.app.open_exercise("basics/label")
        await it.settle()
        assert it.place == "ErrorDialog"
        assert "exercise.yaml" in it.text
        await it.press("escape")
        assert it.place == "HomeScreen"


async def test_an_unknown_id_is_told_with_the_nearest(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        it.app.open_lesson("basics/text")
        await it.settle()
        assert "basics/texts" in it.text


async def test_no_color_is_honoured(
    open_app: Any, small_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app(small_course) as it:
        screen = it.app.screen
        colours = {
            colour.triplet
            for line in range(it.app.size.height)
            for segment in screen._compositor.render_strips()[line].apply_filter(
                it.app._filters[-1], screen.background_colors[1]
            )
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour is not None and colour.triplet
        }
        assert colours
        assert all(max(rgb) - min(rgb) <= 1 for rgb in colours)
        assert "you are here" in it.text


async def test_the_home_screen_is_always_at_the_bottom(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await it.press("enter", "ctrl+p")
        await it.press(*"texts", "enter")
        assert [type(screen) for screen in it.app.screen_stack][:1] == [HomeScreen]
        assert len(it.app.screen_stack) == 2
        it.app.go_home()
        await it.settle()
        assert it.place == "HomeScreen"


async def test_q_leaves(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        app: CourseApp = it.app
        await it.press("q")
    assert app.return_code == 0


async def test_a_lesson_changed_since_the_last_start_is_shown_as_it_is(
    open_app: Any, own_course: Locations
) -> None:
    async with open_app(own_course) as it:
        assert "Functions hand values back" in it.text
    lesson = own_course.lessons / "01-basics" / "01-functions.yaml"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("Functions hand values back", "Give it back"), encoding="utf-8")

    async with open_app(own_course) as it:
        await it.until(lambda: "Give it back" in it.text)
        assert "Functions hand values back" not in it.text


async def test_escape_leads_back_to_where_a_lesson_was_opened(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await it.app.run_action("app.skills")
        await it.until(lambda: it.place == "SkillsScreen")
        it.app.open_lesson("basics/functions")
        await it.until(lambda: it.place == "LessonScreen")
        it.app.open_lesson("basics/texts")  # the next lesson takes the place of the one before
        await it.settle()
        await it.press("escape")
        await it.until(lambda: it.place == "SkillsScreen")
