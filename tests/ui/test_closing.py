"""The last steps of a lesson: its exercise, and what was learnt."""

from __future__ import annotations

from typing import Any

from course.locations import Locations
from course.ui.screens.lesson import LessonScreen
from course.ui.widgets.editor import CodeEditor
from course.ui.widgets.steps.closing import beginning
from tests.ui.lessons import (
    EXERCISE,
    at_step,
)


async def test_the_exercise_is_opened_and_its_status_shown_on_the_way_back(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await at_step(it, EXERCISE)
        assert "Twice as many" in it.text
        assert "Not passed yet" in it.text
        assert "F5 Open" in it.text.rstrip().splitlines()[-1]
        await it.press("f5")
        assert it.place == "ExerciseScreen"
        it.app.screen.query_one(CodeEditor).replace_text("def double(n):\n    return n + n\n")
        await it.press("f5")
        await it.until(lambda: "✓ All 3 tests pass" in it.text)
        for _ in range(3):  # out of the editor, and out of the exercise
            if it.place == "ExerciseScreen":
                await it.press("escape")
        assert it.place == "LessonScreen"
        assert "✓ Passed" in it.text


async def test_the_end_says_what_you_can_do_what_is_open_and_what_is_next(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await at_step(it, EXERCISE)
        await it.press("n")
        assert "You can write a function that returns a value." in it.text
        assert "○ Step 3: What does this print?" in it.text
        assert "I read the returns first." in it.text
        await it.press("enter")
        screen = it.app.screen
        assert isinstance(screen, LessonScreen)
        assert screen.lesson_id == "basics/texts"


def test_the_beginning_of_a_long_ticket_ends_with_a_sentence() -> None:
    said = "> The page shows 3.33 three times. She paid 10.00.\n" * 30
    shown = beginning(f"Ticket 5120, from Amira (support):\n\n{said}")
    assert shown.startswith("Ticket 5120")
    assert 400 < len(shown) < 650
    assert shown.endswith("She paid 10.00. …") or shown.endswith("three times. …")


def test_the_beginning_of_a_brief_keeps_whole_paragraphs_where_it_can() -> None:
    first, second = "First. " * 70, "Second. " * 70
    assert beginning(f"{first}\n\n{second}").strip() == first.strip()
