"""F2 goes one rung up: the place in the code, a hint with its lesson, the question."""

from __future__ import annotations

from typing import Any

import pytest

from course.locations import Locations
from tests.ui.submissions import EXERCISE, GOOD, PRINTS, WIDE
from tests.ui.test_ladder import all_hints
from tests.ui.test_time_travel import said


@pytest.mark.usefixtures("patient")
async def test_the_place_comes_first_and_a_hint_leads_to_its_lesson(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(PRINTS)
        await it.press("f2")
        await it.until(lambda: "In your code" in it.text)
        assert "Line 3:" in it.text
        await it.press("f2")
        await it.until(lambda: "Hint 1 of 3" in it.text)
        assert "Lesson “Functions hand values back”, step" in " ".join(it.text.split())
        await it.press("escape", "l")
        assert it.place == "LessonScreen"
        await it.press("escape")
        screen.editor.replace_text(GOOD)
        await it.check()
        assert [name.content for name in screen.query(".hint-number")] == ["Hint 1 of 3"]


@pytest.mark.usefixtures("patient")
async def test_who_says_not_yet_stays_where_they_are(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, prepare=all_hints) as it:
        screen = await it.exercise()
        await it.press("f2")
        await it.until(lambda: "Not yet" in it.text)
        await it.press("escape")
        assert it.place == "ExerciseScreen"
        assert screen.ladder.stage == ""


async def test_in_an_exam_no_hint_is_named_and_the_key_says_why(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        it.app.session.without_hints = frozenset({EXERCISE})
        await it.exercise()
        assert "F5 Check" in it.text
        assert "Exam  ·" in it.text
        assert "Hint" not in it.text
        await it.press("f2")
        await it.until(lambda: "no hints in an exam" in said(it))
